import { computed, ref } from 'vue'

/** Words of a diagram that its fonts must have before mermaid measures them. */
const wordsOf = (text: string) => [...new Set(text)].join('')

/** Mermaid keeps one global configuration: diagrams are drawn one after the other. */
let queue: Promise<unknown> = Promise.resolve()
let count = 0
const waiting = ref(0)

/** Whether every diagram asked for is drawn: printing waits for it. */
export const isDrawn = computed(() => waiting.value === 0)

/**
 * Mermaid text to an `<svg>` of its own: dagre, the course's faces, colours from the tokens of the theme now shown.
 * Rejects with mermaid's own words when the text does not parse.
 */
export function draw(text: string): Promise<string> {
  waiting.value++
  const drawn = queue.then(() => drawNow(text))
  queue = drawn.catch(() => undefined)
  return drawn.finally(() => waiting.value--)
}

async function drawNow(text: string): Promise<string> {
  // The file Slidev itself imports: the package's front door would bundle a second copy.
  const { default: mermaid } = await import('mermaid/dist/mermaid.esm.mjs')
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const fontFamily = token('sans') || 'sans-serif'
  await Promise.all(['400', '600'].map(weight => document.fonts?.load(`${weight} 20px ${fontFamily}`, wordsOf(text)).catch(() => [])))
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    layout: 'dagre',
    theme: 'base',
    fontFamily,
    themeVariables: {
      fontFamily,
      fontSize: '20px',
      darkMode: document.documentElement.classList.contains('dark'),
      background: token('paper'),
      primaryColor: token('slip'),
      primaryTextColor: token('ink'),
      primaryBorderColor: token('ink'),
      secondaryColor: token('task'),
      tertiaryColor: token('paper'),
      lineColor: token('ink'),
      textColor: token('ink'),
      edgeLabelBackground: token('paper'),
    },
    flowchart: { htmlLabels: false, useMaxWidth: true, curve: 'linear', nodeSpacing: 18, rankSpacing: 40, padding: 10, wrappingWidth: 170 },
    block: { useMaxWidth: true, padding: 12 },
    htmlLabels: false,
  })
  const { svg } = await mermaid.render(`diagram-${++count}`, text)
  return svg
}
