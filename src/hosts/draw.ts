import { mermaidLook } from '#models'

/** Words of a diagram that its fonts must have before mermaid measures them. */
const wordsOf = (text: string) => [...new Set(text)].join('')

let count = 0

/** Draws where an author is at work and a text is new: mermaid itself, in the page. A built site has no such file. One at a time: mermaid's configuration is global. */
export async function draw(text: string): Promise<string> {
  // The file Slidev itself imports: the package's front door would bundle a second copy.
  const { default: mermaid } = await import('mermaid/dist/mermaid.esm.mjs')
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const fontFamily = token('sans') || 'sans-serif'
  await Promise.all(['400', '600'].map(weight => document.fonts?.load(`${weight} 20px ${fontFamily}`, wordsOf(text)).catch(() => [])))
  mermaid.initialize(mermaidLook(fontFamily, token))
  const { svg } = await mermaid.render(`diagram-${++count}`, text)
  return svg
}
