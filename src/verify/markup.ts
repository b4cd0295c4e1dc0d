import { parse, type ElementNode, type TemplateChildNode } from '@vue/compiler-dom'
import type { Deck, Slide } from '#schema'

export interface Element {
  tag: string
  attributes: Record<string, string>
  /** In the deck's file, 1-based. */
  line: number
  /** Words directly or deeply inside it. */
  text: string
  parents: Element[]
  /** For `mermaid`: the fence's text. */
  fence?: string
}

/** Every element of a slide; a mermaid fence is an element `mermaid`, a Markdown image an `img`. Other code shows nothing. */
export function elementsOf(slide: Slide, deck: Deck, files: ReadonlyMap<string, string>): Element[] {
  const first = contentLine(slide, deck, files)
  const fences: string[] = []
  const keepLines = (text: string, instead = '') => instead + text.replace(/[^\n]/g, '')
  const visible = slide.content
    .replace(/^([ \t]*)(```+|~~~+)(.*)\n([\s\S]*?)^\1\2[ \t]*$/gm, (whole, _, __, info: string, body: string) =>
      /^\s*mermaid\b/.test(info) ? keepLines(whole, `<mermaid-fence n="${fences.push(body) - 1}" />`) : keepLines(whole))
    .replace(/<!--[\s\S]*?-->/g, comment => keepLines(comment))
    .replace(/`[^`\n]*`/g, code => ' '.repeat(code.length))
    .replace(/!\[([^\]\n]*)\]\(\s*([^)\s]+)[^)\n]*\)/g, (_, alt: string, src: string) => `<img alt="${alt.replace(/"/g, '&quot;')}" src="${src}" />`)
  const found: Element[] = []
  const visit = (node: TemplateChildNode, parents: Element[]) => {
    if (node.type !== 1) return
    const { tag, props, children, loc } = node as ElementNode
    const attributes: Record<string, string> = {}
    for (const prop of props) {
      if (prop.type === 6) attributes[prop.name] = prop.value?.content ?? ''
      else if (prop.name === 'bind' && prop.arg && 'content' in prop.arg) attributes[`:${prop.arg.content}`] = prop.exp && 'content' in prop.exp ? prop.exp.content : ''
    }
    const fence = tag === 'mermaid-fence' ? fences[Number(attributes['n'])] : undefined
    const element: Element = { tag: fence === undefined ? tag : 'mermaid', attributes, line: first + loc.start.line - 1, text: loc.source.replace(/<[^>]*>/g, ' ').trim(), parents, ...(fence === undefined ? {} : { fence }) }
    found.push(element)
    children.forEach(child => visit(child, [...parents, element]))
  }
  parse(visible, { onError: () => {}, comments: false }).children.forEach(child => visit(child, []))
  return found
}

/** The line of the file on which a slide's content begins. */
function contentLine(slide: Slide, deck: Deck, files: ReadonlyMap<string, string>): number {
  const lines = (files.get(deck.path) ?? '').split('\n')
  const wanted = slide.content.split('\n')[0]?.trim()
  for (let line = slide.line; line <= lines.length; line++)
    if (wanted && lines[line - 1]?.trim() === wanted) return line
  return slide.line
}
