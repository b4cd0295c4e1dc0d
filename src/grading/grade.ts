import type { Exercise, Grade, Language, Response } from '#schema'
import { fold } from './fold.ts'
import type { Misread } from './grader.ts'
import { graderOf } from './graders.ts'

/**
 * Grades any JSON against an exercise. Pure; never throws; the same response earns the same, whatever else was answered.
 * What is not about this exercise counts for nothing, neither for nor against.
 */
export function grade(exercise: Exercise, response: unknown): Grade {
  return gradeSaid(exercise, graderOf(exercise.item.kind).read(exercise.item, response).said)
}

/** The same, and what of the response was no answer to this exercise: read once. */
export function gradeAndMisread(exercise: Exercise, response: unknown): { grade: Grade, misread: Misread[] } {
  const { said, misread } = graderOf(exercise.item.kind).read(exercise.item, response)
  return { grade: gradeSaid(exercise, said), misread }
}

function gradeSaid(exercise: Exercise, said: Response): Grade {
  const { item, key } = exercise
  const grader = graderOf(item.kind)
  const points = grader.points(said, exercise, fold)
  if (saysNothing(said)) return { ...points, earned: 0, marks: {}, verdict: 'empty', feedback: [], reread: [] }
  const { earned, possible, marks } = points
  if (item.kind === 'essay') return { ...points, verdict: 'written', feedback: [], reread: [] }
  const verdict = earned === possible ? 'right' : earned > 0 ? 'partly' : 'wrong'
  const feedback = (key.feedback as unknown as { id: string, when: never }[]).filter(({ when }) => grader.fires(when, said, exercise, fold)).map(({ id }) => id)
  const failed = Object.keys(marks).filter(part => marks[part] !== 'right').flatMap(part => Object.hasOwn(key.partClaims, part) ? key.partClaims[part]! : [])
  const reread = verdict === 'right' ? [] : [...new Set(key.reread ?? (failed.length ? failed : key.claims))]
  return { earned, possible, verdict, feedback, reread, marks }
}

/** A response that earns everything; with words of the reader's language where there are words. */
export const modelResponse = (exercise: Exercise, lang: Language = 'en'): Response => graderOf(exercise.item.kind).model(exercise.key, lang)

const saysNothing = (said: Response): boolean => said === '' || (typeof said === 'object' && Object.keys(said).length === 0)
