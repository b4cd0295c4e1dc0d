import type { Course } from '#course'
import { type Paragraph, paragraphs } from '#course/paragraphs'
import type { Source } from '#schema'
import type { Context } from './rule.ts'

/** An article as the rules read it: its lines and its rebuilt paragraphs. */
export interface Article { source: Source, lines: string[], paragraphs: Paragraph[] }

/** The article of a source; nothing where its text file is not at hand, or it has none. */
export function articleOf(course: Course, context: Context, id: string): Article | undefined {
  const source = course.sources[id]
  const lines = source?.text && context.sources.get(source.text.file)
  if (!source || !lines) return undefined
  const read = cache.get(source) ?? { source, lines, paragraphs: paragraphs(lines, source) }
  cache.set(source, read)
  return read
}
const cache = new WeakMap<Source, Article>()

/** Source of a claim: "zhang-zeming-2026/minsk-closed" => "zhang-zeming-2026" */
export const sourceOf = (claim: string) => claim.slice(0, claim.indexOf('/'))

/** Short names of the sources whose text files are missing, for remarks. */
export const missingTexts = (course: Course, context: Context) =>
  [...new Set(Object.values(course.sources).flatMap(source => source.text && !context.sources.has(source.text.file) ? [source.text.file] : []))]
