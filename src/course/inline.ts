import katex from 'katex'
import MarkdownIt from 'markdown-it'
import { plainText } from './plain.ts'

const markdown = new MarkdownIt('zero', { html: false, typographer: false })
  .enable(['emphasis', 'backticks', 'escape', 'entity', 'link'])

/** `$y = x$`; a dollar before a digit is money: "US$94.8 billion" stays as it is. */
markdown.inline.ruler.before('escape', 'formula', (state, silent) => {
  if (state.src[state.pos] !== '$') return false
  const end = state.src.indexOf('$', state.pos + 1)
  const formula = state.src.slice(state.pos + 1, end)
  if (end < 0 || formula === '' || /^[\s\d]|\s$/.test(formula)) return false
  if (!silent) state.push('formula', 'math', 0).content = formula
  state.pos = end + 1
  return true
})
markdown.renderer.rules['formula'] = (tokens, index) => katex.renderToString(tokens[index]!.content, { throwOnError: false, output: 'htmlAndMathml' })

// A figure keeps its unit: "61.46 % of world GDP", "40 km".
const unit = /(\d) (?=(?:%|‰|km|m|millions?|billions?|trillions?)(?![\p{L}\d]))/gu
const plain = markdown.renderer.rules.text!
markdown.renderer.rules.text = (...given) => plain(...given).replace(unit, '$1\u00A0')

/** The one renderer of the course's texts: inline Markdown and `$…$` to HTML. "a *b*" => "a <em>b</em>" */
export const renderInline = (text: string): string => markdown.renderInline(text)

/** Inline Markdown as plain words, for the command line: "a *b*" => "a b" */
export const plainMarkdown = (text: string): string => plainText(renderInline(text))

/**
 * The same value with every Text rendered to HTML. A Text is an object of exactly `en` and `zh`;
 * Names have `ru` too and stay as they are.
 */
export function withTextsRendered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withTextsRendered) as T
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const isText = entries.length === 2 && 'en' in value && 'zh' in value && entries.every(([, text]) => typeof text === 'string')
  return Object.fromEntries(entries.map(([key, inner]) => [key, isText ? renderInline(inner as string) : withTextsRendered(inner)])) as T
}
