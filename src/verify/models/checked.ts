import type { Course } from '#course'
import { didYouMean } from '#course/letter'

export type Field = (string | number)[]
/** What the check of one view is given: the course, and where its letters go. */
export interface Checking { course: Course, report: (field: Field, message: string) => void }

/** "read \"lackign\", expected one of …; did you mean …" for a slug that is none of those known. */
export function wantOneOf({ report }: Checking, field: Field, slug: string, known: readonly string[], what: string): boolean {
  if (known.includes(slug)) return true
  report(field, `no ${what} "${slug}"; there are ${known.join(', ')}${didYouMean(slug, known)}`)
  return false
}

/** Every way to choose one of each: `waysOf({ a: ['x', 'y'], b: ['z'] })` => [{ a: 'x', b: 'z' }, { a: 'y', b: 'z' }] */
export const waysOf = <T>(choices: Readonly<Record<string, readonly T[]>>): Record<string, T>[] =>
  Object.entries(choices).reduce<Record<string, T>[]>((ways, [name, all]) => ways.flatMap(way => all.map(one => ({ ...way, [name]: one }))), [{}])

/** The rows of a series are these cases: by the same slugs, in the same order. */
export function rowsAreCases({ course, report }: Checking, field: Field, series: string | undefined, cases: readonly string[]) {
  const rows = series === undefined ? undefined : course.series[series]?.rows
  if (!rows) return // no series, or none of that name: `ids` says so
  const [wanted, read] = [Object.keys(rows).join(', '), cases.join(', ')]
  if (wanted !== read) report(field, `"${series}" has the rows ${wanted}; the cases are ${read}`)
}
