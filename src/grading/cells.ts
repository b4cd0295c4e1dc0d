import { pointsOfMarked } from './choices.ts'
import { readIds, type Grader } from './grader.ts'

/** Faulty cells of a table, marked. As in choices: a point for each found, less one for each that was sound. */
export const cells: Grader<'cells'> = {
  read: (item, response) => readIds(response, Object.entries(item.cells).flatMap(([row, columns]) => Object.keys(columns).map(column => `${row}/${column}`))),
  isComplete: (_, said) => said.length > 0,
  model: key => [...key.solution],
  points: (said, { key }) => pointsOfMarked(said, key.solution),
  fires: (when, said) => 'cell' in when ? said.includes(when.cell) : !said.includes(when.missed),
}
