import { at, idsOf, keeper, readId, readSlots, type Grader } from './grader.ts'
import { pointsOfSlots } from './slots.ts'

/** `{ru: {result: loses}}` => `{'ru/result': 'loses'}` */
const flat = (grid: Record<string, Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(grid).flatMap(([row, cells]) => Object.entries(cells).map(([column, option]) => [`${row}/${column}`, option])))

const flatSolution = keeper(flat)

/** A grid: each cell gets an option. One point a cell. */
export const matrix: Grader<'matrix'> = {
  read: (item, response) => readSlots(response, idsOf(item.rows),
    row => readSlots(row, idsOf(item.columns), cell => readId(cell, idsOf(item.options)), Boolean), row => Object.keys(row).length > 0),
  isComplete: (item, said) => item.rows.every(row => item.columns.every(column => Object.hasOwn(at(said, row.id) ?? {}, column.id))),
  model: key => structuredClone(key.solution),
  points: (said, { key }) => pointsOfSlots(flat(said), flatSolution(key.solution)),
  fires: (when, said) => at(at(said, when.row) ?? {}, when.column) === when.option,
}
