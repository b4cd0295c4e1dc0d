import { idsOf, readId, type Grader } from './grader.ts'

/** One option. All or nothing: one point. */
export const choice: Grader<'choice'> = {
  read: (item, response) => readId(response, idsOf(item.options)),
  isComplete: (_, said) => said !== '',
  model: key => key.solution,
  points(said, { key }) {
    const isRight = said === key.solution
    return { earned: isRight ? 1 : 0, possible: 1, marks: said ? { [said]: isRight ? 'right' : 'wrong' } : {} }
  },
  fires: (when, said) => said === when.option,
}
