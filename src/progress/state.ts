import type { Answer } from '#schema'

/** What is needed of an item to know its answers again, whatever it was called when they were given. */
export interface Known { id: string, revision: string, formerly: string[] }

export interface ExerciseState {
  attempts: number
  last: Answer
  /** False when what is graded has changed since: the response may no longer fit. */
  isCurrent: boolean
}

/**
 * The state of each exercise that was ever answered, by its present id.
 * Answers to exercises that are not `known` here (another lecture's) are left out.
 *
 * state([{exercise: 'corridor/old-name', …}], [{id: 'corridor/three-vertices', formerly: ['corridor/old-name'], …}])
 *   => {'corridor/three-vertices': {attempts: 1, …}}
 */
export function state(answers: readonly Answer[], known: readonly Known[]): Record<string, ExerciseState> {
  const present = new Map(known.flatMap(item => [...item.formerly, item.id].map(id => [id, item] as const)))
  const states: Record<string, ExerciseState> = {}
  for (const answer of answers) {
    const item = present.get(answer.exercise)
    if (!item) continue
    const before = states[item.id]
    const isLater = !before || answer.at >= before.last.at
    const last = isLater ? answer : before.last
    states[item.id] = { attempts: (before?.attempts ?? 0) + 1, last, isCurrent: last.revision === item.revision }
  }
  return states
}
