import type { Mark } from '#schema'
import { idsOf, readIds, type Grader, type Points } from './grader.ts'

/**
 * Several options. One point for each right one chosen, less one for each wrong one chosen, never below nothing,
 * out of as many as there are right ones. Choosing everything therefore earns little.
 */
export function pointsOfMarked(said: readonly string[], solution: readonly string[]): Points {
  const marks: Record<string, Mark> = Object.fromEntries([
    ...said.map(id => [id, solution.includes(id) ? 'right' : 'wrong'] as const),
    ...(said.length ? solution.filter(id => !said.includes(id)).map(id => [id, 'missed'] as const) : []),
  ])
  const hits = said.filter(id => solution.includes(id)).length
  return { earned: Math.max(0, hits - (said.length - hits)), possible: solution.length, marks }
}

export const choices: Grader<'choices'> = {
  read: (item, response) => readIds(response, idsOf(item.options)),
  isComplete: (_, said) => said.length > 0,
  model: key => [...key.solution],
  points: (said, { key }) => pointsOfMarked(said, key.solution),
  fires: (when, said) => 'option' in when ? said.includes(when.option) : !said.includes(when.missed),
}
