import { z } from 'zod'
import { languages } from './language.ts'

/** Where a word of corpus/style.yaml is looked for; `all` is everywhere. */
export const styledPlaces = ['headline', 'slide', 'stem', 'option', 'feedback', 'why', 'note', 'claim', 'figure'] as const
export type StyledPlace = (typeof styledPlaces)[number]

/**
 * A word or a turn that readers stumble over, and what to write instead. It proves itself: it is found in `finds` and not in `spares`.
 * `{ lang: en, word: tempts, where: [feedback], why: …, instead: "This is an attractive answer, because …", finds: It tempts., spares: An attempt. }`
 */
export const StyleWord = z.strictObject({
  lang: z.enum(languages),
  /** A whole word in English, whatever its capitals; in Chinese these characters wherever they stand. */
  word: z.string().min(1).optional(),
  /** Instead: a regular expression, read with the flags `iu`. */
  pattern: z.string().min(1).refine(isPattern, 'cannot be read as a regular expression').optional(),
  where: z.array(z.enum([...styledPlaces, 'all'])).min(1),
  why: z.string().min(1),
  instead: z.string().min(1),
  /** A sentence in which it must be found … */
  finds: z.string().min(1),
  /** … and a sentence like it in which it must not. */
  spares: z.string().min(1),
}).superRefine(({ word, pattern }, context) => {
  if ((word === undefined) === (pattern === undefined)) context.addIssue({ code: 'custom', message: 'expected `word`, or `pattern` instead of it' })
})
export type StyleWord = z.infer<typeof StyleWord>

/** What a rule of words would report and is to stand, with the reason: all that it reports in this file, or only at this id in it. */
export const StyleException = z.strictObject({
  rule: z.string().min(1),
  /** `slides/corridor.en.md` */
  path: z.string().min(1),
  /** A slide by its routeAlias, an exercise, a claim or another record by its id. */
  id: z.string().min(1).optional(),
  reason: z.string().min(1),
})
export type StyleException = z.infer<typeof StyleException>

/** corpus/style.yaml: how we write, and what stands although a rule of words reports it. */
export const Style = z.strictObject({
  words: z.array(StyleWord).default([]),
  /** Chinese names of organisations, documents and offices, which no claim can say in other words: 联合国. */
  names: z.array(z.string().regex(/^\p{Script=Han}+$/u, 'expected Chinese characters and nothing else')).default([]),
  /** Abbreviations that everybody knows: EU. */
  known: z.array(z.string().regex(/^[A-Z]{2,}$/, 'expected two capitals or more')).default([]),
  /** What `do` calls an activity, before its minutes, and what `kind` calls a slide: nothing else, where there are any. */
  activities: z.array(z.strictObject({ en: z.string().min(1), zh: z.string().min(1) })).default([]),
  exceptions: z.array(StyleException).default([]),
})
export type Style = z.infer<typeof Style>

function isPattern(pattern: string): boolean {
  try { return Boolean(new RegExp(pattern, 'iu')) }
  catch { return false }
}
