import type { Answer } from '#schema'

/** Under what name the line is kept that a student writes on a lecture's question: `lines/corridor`, never that of an exercise. */
export const lineName = (lecture: string): string => `lines/${lecture}`

/** Nothing of it is graded: what was said stands, however the question is worded tomorrow. */
export const lineRevision = 'line'

/** Characters; what is longer is no line. */
export const lineLimit = 280

/** The line in this JSON, on one line: `readLine(' a \n b ')` => 'a b'. '' where there is none; never throws. */
export const readLine = (response: unknown): string =>
  typeof response === 'string' ? [...response.normalize('NFC').replace(/\p{C}|\s+/gu, ' ').replace(/ {2,}/g, ' ').trim()].slice(0, lineLimit).join('') : ''

/** What was last written on the question of this lecture, and when. */
export function lineSaid(answers: readonly Answer[], lecture: string): { line: string, at: string } | undefined {
  const last = answers.findLast(({ exercise }) => exercise === lineName(lecture))
  return last && { line: readLine(last.response), at: last.at }
}
