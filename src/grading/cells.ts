import { pointsOfMarked } from './choices.ts'
import type { Text } from '#schema'
import { keeper, readIds, type Grader } from './grader.ts'

/** `{ru: {result: …}}` => `['ru/result']` */
const pathsOf = keeper((cells: Record<string, Record<string, Text>>) =>
  Object.entries(cells).flatMap(([row, columns]) => Object.keys(columns).map(column => `${row}/${column}`)))

/** Faulty cells of a table, marked. As in choices: a point for each found, less one for each that was sound. */
export const cells: Grader<'cells'> = {
  read: (item, response) => readIds(response, pathsOf(item.cells)),
  isComplete: (_, said) => said.length > 0,
  model: key => [...key.solution],
  points: (said, { key }) => pointsOfMarked(said, key.solution),
  fires: (when, said) => 'cell' in when ? said.includes(when.cell) : !said.includes(when.missed),
}
