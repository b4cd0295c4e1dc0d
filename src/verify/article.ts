import type { Course } from '#course'
import { type Paragraph, paragraphs } from '#course/paragraphs'
import type { Claim, Source } from '#schema'
import type { Context } from './rule.ts'

/** What an article says against a claim, and of which of its fields. */
export interface Complaint { field: (string | number)[], message: string }

/** An article as the rules read it: its lines and its rebuilt paragraphs. `complaints`: of each claim that a rule has asked for. */
export interface Article { source: Source, lines: string[], paragraphs: Paragraph[], complaints: Map<Claim, Complaint[]> }

/** The article of a source; nothing where its text file is not at hand, or it has none. */
export function articleOf(course: Course, context: Context, id: string): Article | undefined {
  const source = course.sources[id]
  const lines = source?.text && context.sources.get(source.text.file)
  if (!source || !lines) return undefined
  const read = cache.get(source) ?? { source, lines, paragraphs: paragraphs(lines, source), complaints: new Map() }
  cache.set(source, read)
  return read
}
const cache = new WeakMap<Source, Article>()

/** Source of a claim: "zhang-zeming-2026/minsk-closed" => "zhang-zeming-2026" */
export const sourceOf = (claim: string) => claim.slice(0, claim.indexOf('/'))

/** Text files that are not at hand, for remarks: "bruck-2025.txt", or all of them at once. */
export function missingTexts(course: Course, context: Context): string[] {
  const wanted = [...new Set(Object.values(course.sources).flatMap(source => source.text ? [source.text.file] : []))]
  return context.sources.size === 0 && wanted.length > 0 ? ['the source files'] : wanted.filter(file => !context.sources.has(file))
}
