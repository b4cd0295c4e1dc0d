import type { Document, Node, YAMLError } from 'yaml'
import { LineCounter, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { Problem } from './course.ts'

export type Field = (string | number)[]

/** A YAML file that still knows on which line each of its fields stands. `value` is undefined where it cannot be read. */
export interface YamlFile { text: string, value: unknown, document: Document, lineOf: (field: Field) => number }

/** Reads YAML 1.2 without aliases; what cannot be read comes back as a problem with its line. The same text is parsed once. */
export function readYaml(text: string, path: string): { file: YamlFile, problems: Problem[] } {
  const before = lastRead.get(path)
  if (before?.file.text === text) return before
  const now = parseYaml(text, path)
  lastRead.set(path, now)
  return now
}
/** By path: a course that is read again, after one file of it has changed, parses that file. */
const lastRead = new Map<string, ReturnType<typeof parseYaml>>()

function parseYaml(text: string, path: string): { file: YamlFile, problems: Problem[] } {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false })
  const file: YamlFile = { text, value: undefined, document, lineOf: field => lineOf(document, counter, field) }
  // What follows the first slip is a consequence of it as often as not: it is said alone.
  const [first] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])
  if (first) {
    const { line } = counter.linePos(first.pos[0])
    return { file, problems: [{ path, line, message: `cannot be read as YAML: ${sentence(first, text, line)}` }] }
  }
  try { file.value = document.toJS({ maxAliasCount: 0 }) ?? null }
  catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    const line = 1 + text.split('\n').findIndex(each => /(?:^|[\s[{,])\*[^\s*]/.test(each))
    return { file, problems: [{ path, line: line || 1, message: 'cannot be read as YAML: an alias such as *name; write the value out, or put a text that begins with a star in quotes' }] }
  }
  return { file, problems: [] }
}

/** What is wrong, and what to write. */
function sentence(error: YAMLError, text: string, line: number): string {
  const written = text.split('\n')[line - 1] ?? ''
  const quoted = (field: string, value: string) => `${field}: ${value.includes('"') ? `'${value.replaceAll('\'', '\'\'')}'` : `"${value}"`}`
  const [, field = '', value = ''] = /^\s*(?:- )?([\w-]+):\s+(.*?)\s*$/.exec(written) ?? []
  const inQuotes = value ? `put the text in quotes: ${quoted(field, value.length > 50 ? `${value.slice(0, 50)}…` : value)}` : 'put the text in quotes'
  switch (error.code) {
    case 'TAB_AS_INDENT': return 'this line begins with a tab; expected spaces'
    case 'BLOCK_AS_IMPLICIT_KEY': return `a colon with a space behind it begins a field, and "${field}" has begun already; ${inQuotes}`
    case 'BLOCK_IN_FLOW': return 'inside { } and [ ] a text that holds a colon is put in quotes, and a comma stands between two fields: { en: "One: two", zh: "…" }'
    case 'BAD_SCALAR_START': return `a text cannot begin with "${text[error.pos[0]]}"; ${inQuotes}`
    case 'DUPLICATE_KEY': return `"${text.slice(error.pos[0]).match(/^["']?([^"':\s]+)/)?.[1] ?? ''}" is there twice; expected each field once`
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? `a bracket is not closed: expected ${error.message.slice(-1)}, or the next line further to the right`
        : 'this line does not begin in the same column as the fields beside it; expected the same number of spaces'
    case 'MISSING_CHAR':
      return error.message.includes('quote') ? 'a quotation mark that opens a text is not closed'
        : error.message.startsWith('Flow') ? `a bracket is not closed: expected ${error.message.slice(-1)}`
          : 'expected a colon and a space behind the name of a field'
    case 'MULTILINE_IMPLICIT_KEY': return 'expected a colon and a space behind the name of a field'
    case 'TAG_RESOLVE_FAILED': return `"${text.slice(...error.pos)}" is a tag to YAML; ${inQuotes}`
    case 'UNEXPECTED_TOKEN':
      return /^["'].*["']\s*\S/.test(value) ? `something stands behind the closing quotation mark; put the whole text in quotes, and a quotation mark inside it twice or of the other kind`
        : /^[|>]\s*\S/.test(value) ? `${value[0]} begins a text on the next lines; ${inQuotes}`
          : /^- /.test(value) ? 'a list begins on a line of its own' : `"${written.trim().slice(0, 40)}" does not belong to what stands above it; see how far to the right it begins`
    default: return error.message
  }
}

/** The line of the deepest part of `field` that exists. */
function lineOf(document: Document, counter: LineCounter, field: Field): number {
  let node: unknown = document.contents
  let offset = isNode(node) ? node.range?.[0] : undefined
  for (const step of field) {
    if (isMap(node)) {
      const pair = node.items.find(item => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    }
    else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (isNode(node)) offset = node.range?.[0] ?? offset
    }
    else { break }
  }
  return offset === undefined ? 1 : counter.linePos(offset).line
}
