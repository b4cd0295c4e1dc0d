import type { Answer } from '#schema'

/** What a practice page exports, as JSON; `npm run grade` reads it. Files of before have neither lecture nor name. */
export interface ExportedAnswers {
  course: string
  lecture?: string
  name?: string
  /** ISO 8601, UTC. */
  exported: string
  /** In the order in which they were given: the last one of an exercise counts. */
  answers: Answer[]
}

/** Whose answers, to which lecture of which course, and when they were exported. */
export interface About { course: string, lecture: string, name: string, at: Date }

/**
 * The file and what it is called: `answers.corridor.王兰.2026-11-29.json`, or `answers.corridor.2026-11-29.json`
 * where no name was given. The date is the one on the student's own calendar.
 */
export function exportFile(answers: readonly Answer[], { course, lecture, name, at }: About): { fileName: string, text: string } {
  const written = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  const about: ExportedAnswers = {
    course, lecture, ...written ? { name: written } : {}, exported: at.toISOString(), answers: [...answers],
  }
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const parts = ['answers', lecture, inFileName(written), date, 'json'].filter(Boolean)
  return { fileName: parts.join('.'), text: JSON.stringify(about, null, 2) }
}

/** Letters of any language, figures and a few marks: `O'Neil/王 兰.` => `O'Neil-王 兰`. No system refuses such a name. */
const inFileName = (name: string) =>
  [...name.replace(/[^\p{L}\p{M}\p{N} '’·_-]+/gu, '-')].slice(0, 40).join('').replace(/^[\s-]+|[\s-]+$/g, '')
