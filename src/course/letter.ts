import type { Document, Node } from 'yaml'
import { LineCounter, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import type { Problem } from './course.ts'

/** The known word nearest to what was read: `nearest('secruity', ['security'])` => "security". */
export function nearest(read: string, known: readonly string[]): string | undefined {
  const ranked = known.map(word => ({ word, far: distance(read, word) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(2, Math.ceil(read.length * 0.4)) ? best.word : undefined
}

/** `didYouMean('corridr', ['corridor'])` => `; did you mean "corridor"?` */
export function didYouMean(read: string, known: readonly string[]): string {
  const word = nearest(read, known)
  return word ? `; did you mean "${word}"?` : ''
}

type Field = (string | number)[]

/** A YAML file that still knows on which line each of its fields stands. */
export interface YamlFile { text: string, value: unknown, document: Document, lineOf: (field: Field) => number }

/** Reads YAML 1.2 without aliases; what cannot be read comes back as problems with their lines. The same text is parsed once. */
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
  const problems = [...document.errors, ...document.warnings].map(error => ({
    path, line: counter.linePos(error.pos[0]).line, message: `cannot read this as YAML: ${error.message}`,
  }))
  let value: unknown = null
  try { value = document.toJS({ maxAliasCount: 0 }) }
  catch (error) { problems.push({ path, line: 1, message: `cannot read this as YAML: ${(error as Error).message}` }) }
  return { file: { text, value, document, lineOf: field => lineOf(document, counter, field) }, problems }
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

/** Zod's issues as letters: what was read, what was expected. */
export function letters(error: z.ZodError, value: unknown, path: string, lineAt: (field: Field) => number, prefix: Field = []): Problem[] {
  return error.issues.flatMap(issue => explain(issue, value, prefix)).map(({ field, message }) => ({ path, line: lineAt(field), message }))
}

function explain(issue: z.core.$ZodIssue, value: unknown, prefix: Field): { field: Field, message: string }[] {
  const inside = issue.path.map(step => typeof step === 'number' ? step : String(step))
  const field = [...prefix, ...inside]
  const name = field.join('.') || 'the file'
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ field: [...field, key], message: `${name}: unknown field "${key}"` }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch that went furthest is the one the author meant.
    const branch = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
    if (branch.length > 0 && depth(branch) > 0) return branch.flatMap(inner => explain(inner, at(value, inside), field))
    return [{ field, message: `${name}: read ${show(at(value, inside))}, expected ${issue.errors.map(list => list[0]?.message).filter(Boolean).join(', or ')}` }]
  }
  const read = at(value, inside)
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : []
  const expected = issue.message.replace(/^Invalid input: /, '')
  return [{ field, message: `${name}: read ${show(read)}, ${expected.startsWith('expected') ? '' : 'expected: '}${expected}${typeof read === 'string' ? didYouMean(read, options) : ''}` }]
}

const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(0, ...issues.map(issue => issue.path.length))

function at(value: unknown, field: Field): unknown {
  return field.reduce<unknown>((inner, step) => inner !== null && typeof inner === 'object' ? (inner as Record<string, unknown>)[step] : undefined, value)
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
