import { formFor, isOneOf, readText, type Grader, type Points } from './grader.ts'

/** A few words. All or nothing: one point for any accepted form, both sides folded. */
export const text: Grader<'text'> = {
  read: (_, response) => readText(response),
  isComplete: (_, said) => said !== '',
  model: (key, lang) => formFor(key.solution, lang),
  points(said, { key }, fold): Points {
    if (said === '') return { earned: 0, possible: 1, marks: {} }
    const isRight = isOneOf(key.solution, said, fold)
    return { earned: isRight ? 1 : 0, possible: 1, marks: { text: isRight ? 'right' : 'wrong' } }
  },
  fires: (when, said, _, fold) => isOneOf(when.is, said, fold),
}
