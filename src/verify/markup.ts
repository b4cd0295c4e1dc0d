import { compile, type CompilerError, type ElementNode, ErrorCodes, parse, parserOptions, type TemplateChildNode } from '@vue/compiler-dom'
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

/** What Vue makes of a slide's tags: a tag that is not closed, or closed where it is not open, with its line and what to write. */
export function tagFaults(slide: Slide, deck: Deck, files: ReadonlyMap<string, string>): { line: number, message: string }[] {
  const first = contentLine(slide, deck, files)
  // What Slidev makes of `::side::`: what is open before it has to be closed there.
  const template = `<template v-slot:default>${tagsAlone(visibleOf(slide).visible).replace(/^::([A-Za-z][\w-]*)::[ \t]*$/gm, '</template><template v-slot:$1>')}</template>`
  const errors: CompilerError[] = []
  compile(`${around}${template}</section-of-deck>`, { onError: error => errors.push(error) })
  // What is no matter of open and closed leaves everything around it open: it is said alone.
  const odd = errors.find(({ code }) => code !== ErrorCodes.X_MISSING_END_TAG && code !== ErrorCodes.X_INVALID_END_TAG)
  return (odd ? [odd] : errors).filter(({ loc }) => !loc || loc.start.offset > around.length)
    .map(error => ({ line: first + (error.loc?.start.line ?? 1) - 1, message: tagFault(error, template) }))
}
const around = '<section-of-deck>'

/** Without formulas, and without a "<" that begins no tag: Markdown shows that as it is. */
function tagsAlone(text: string): string {
  return text
    .replace(/\$\$[\s\S]*?\$\$|(?<![\\$\w])\$(?! )[^$\n]*[^$\n ]\$(?!\d)/g, formula => formula.replace(/[^\n]/g, ' '))
    .replace(/<(?!!--|\/?[A-Za-z][\w-]*(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+))?)*\s*\/?>)/g, ' ')
}

function tagFault({ code, loc, message }: CompilerError, template: string): string {
  const tag = /^<\/?([\w-]+)/.exec(loc?.source ?? '')?.[1] ?? /^<\/?([\w-]+)/.exec(template.slice((loc?.start.offset ?? 0) - around.length))?.[1] ?? ''
  const isOurs = tag !== '' && !parserOptions.isNativeTag!(tag)
  if (code === ErrorCodes.X_MISSING_END_TAG) return `<${tag}> is not closed; write ${isOurs ? `<${tag} … />` : `</${tag}> where it ends`}`
  if (code === ErrorCodes.X_INVALID_END_TAG) return `</${tag}> closes nothing that is open here; take it away, or write <${tag}> where it begins`
  return `Vue cannot read this: ${message}`
}

/** Every element of a slide; a mermaid fence is an element `mermaid`, a Markdown image an `img`. Other code shows nothing. */
export function elementsOf(slide: Slide, deck: Deck, files: ReadonlyMap<string, string>): Element[] {
  const first = contentLine(slide, deck, files)
  const { visible, fences } = visibleOf(slide)
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

/** What of a slide is shown, line for line; `fences` are the texts of its mermaid fences. */
function visibleOf(slide: Slide): { visible: string, fences: string[] } {
  const fences: string[] = []
  const keepLines = (text: string, instead = '') => instead + text.replace(/[^\n]/g, '')
  const visible = slide.content
    .replace(/^([ \t]*)(```+|~~~+)(.*)\n([\s\S]*?)^\1\2[ \t]*$/gm, (whole, _, __, info: string, body: string) =>
      /^\s*mermaid\b/.test(info) ? keepLines(whole, `<mermaid-fence n="${fences.push(body) - 1}" />`) : keepLines(whole))
    .replace(/<!--[\s\S]*?-->/g, comment => keepLines(comment))
    .replace(/`[^`\n]*`/g, code => ' '.repeat(code.length))
    .replace(/!\[([^\]\n]*)\]\(\s*([^)\s]+)[^)\n]*\)/g, (_, alt: string, src: string) => `<img alt="${alt.replace(/"/g, '&quot;')}" src="${src}" />`)
  return { visible, fences }
}

/** The line of the file on which a slide's content begins. */
function contentLine(slide: Slide, deck: Deck, files: ReadonlyMap<string, string>): number {
  const lines = (files.get(deck.path) ?? '').split('\n')
  const wanted = slide.content.split('\n')[0]?.trim()
  for (let line = slide.line; line <= lines.length; line++)
    if (wanted && lines[line - 1]?.trim() === wanted) return line
  return slide.line
}
