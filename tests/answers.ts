// Right and wrong answers of a course's exercises, for tests with and without a browser.
import type { Course } from '#course'
import { labelId, sidesOf } from '#course/split'
import { grade, isComplete, modelResponse } from '#grading'
import type { Exercise, Item, Language, Response } from '#schema'

export function answersIn(course: Course) {
  /** The answer that earns everything, as the course itself computes it. */
  const rightAnswer = (exercise: Exercise, lang: Language): Response => {
    const response = modelResponse(exercise, lang)
    return exercise.item.kind === 'essay' ? { ...response as { text: string }, met: exercise.item.criteria.map(({ id }) => id) } : response
  }

  /** The answers that the exercise's own file says are wrong; what a proof leaves unsaid is filled in rightly. */
  const wrongAnswers = (exercise: Exercise): Response[] =>
    course.exerciseFiles[exercise.item.id]!.wrong.map(({ response }) => over(modelResponse(exercise), asShown(exercise.item, response)) as Response).filter(response => isComplete(exercise.item, response))

  /** Authors call edges and labels as the framework does; students are shown other ids. */
  function asShown(item: Item, response: unknown): unknown {
    if ((item.kind !== 'edges' && item.kind !== 'signs') || !isMap(response)) return response
    const sides = sidesOf(course.exerciseFiles[item.id]!, course)
    return Object.fromEntries(Object.entries(response).map(([edge, given]) => [sides[edge] ?? edge, item.kind === 'edges' ? labelId(item.id, String(given)) : given]))
  }

  /** Does a program say what an answer is worth? Not of what is written freely. */
  const isGraded = ({ item }: Exercise): boolean => item.kind !== 'essay'

  /** One that earns nothing (of an essay, one that meets nothing), if there is one: its verdict is "not yet", not "partly right". */
  function wrongAnswer(exercise: Exercise): Response {
    if (exercise.item.kind === 'essay') return { text: 'Not much.\n没什么可写。', met: [] }
    const all = wrongAnswers(exercise)
    const found = all.find(response => grade(exercise, response).earned === 0) ?? all[0]
    if (found === undefined) throw new Error(`${exercise.item.id}: none of its "wrong" proofs is a whole answer`)
    return found
  }

  /** An answer of which a part is right and a part is not, if the kind gives credit for parts. */
  const partlyRight = (exercise: Exercise): Response | undefined => wrongAnswers(exercise).find(response => grade(exercise, response).verdict === 'partly')

  return { rightAnswer, wrongAnswers, wrongAnswer, partlyRight, isGraded }
}

const over = (whole: unknown, part: unknown): unknown => isMap(whole) && isMap(part)
  ? Object.fromEntries(Object.keys(whole).map(name => [name, name in part ? over(whole[name], part[name]) : whole[name]]))
  : part
const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
