import type { Language, Syllabus } from '#schema'

const english = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const chinese = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/**
 * A count as running text has it: words up to twelve in English and up to ninety-nine in Chinese, figures beyond.
 * `numberWord(11, 'en')` => "eleven", `numberWord(11, 'zh')` => "十一", `numberWord(13, 'en')` => "13".
 * (`Intl.NumberFormat` writes 11 in `hanidec` as 一一, and has no English words at all.)
 */
export function numberWord(count: number, lang: Language): string {
  if (!Number.isInteger(count) || count < 0) return String(count)
  if (lang === 'en') return english[count] ?? String(count)
  if (count > 99) return String(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return tens === 0 ? chinese[ones]! : `${tens > 1 ? chinese[tens] : ''}十${ones ? chinese[ones] : ''}`
}

/** What sentences about the course may count: `{lectures}`, and the `{texts}` that they read, each once. */
export const counted = ['lectures', 'texts'] as const
export const countsOf = ({ lectures }: Pick<Syllabus, 'lectures'>): Record<(typeof counted)[number], number> => ({
  lectures: Object.keys(lectures).length,
  texts: new Set(Object.values(lectures).flatMap(({ sources }) => sources)).size,
})

/** `withCounts('{Lectures} lectures', syllabus, 'en')` => "Eleven lectures". */
export function withCounts(sentence: string, syllabus: Pick<Syllabus, 'lectures'>, lang: Language): string {
  const counts = countsOf(syllabus)
  return sentence.replace(/\{(lectures|texts)\}/gi, (_, name: string) => {
    const word = numberWord(counts[name.toLowerCase() as keyof typeof counts], lang)
    return /^[A-Z]/.test(name) ? word.charAt(0).toUpperCase() + word.slice(1) : word
  })
}

/** What the course is called in a word or two: its name, or its whole title where it has no shorter one. */
export const nameOf = ({ name, title }: Pick<Syllabus, 'name' | 'title'>, lang: Language): string => (name ?? title)[lang]
