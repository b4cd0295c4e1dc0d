import { reactive } from 'vue'
import type { Host } from '#hosts'
import type { Cell } from '#models'
import type { DecisionTableModel } from '#schema'
import { keptOn } from '../../kept.ts'

/** `rich/open`: a cell by the values of its factors, in their order. */
export const keyOf = (cell: Cell): string => Object.values(cell).join('/')

/** One table as the class has it: one value, however often it is mounted (presenter, overview, print). */
export interface TableState {
  task: 'place' | 'try'
  /** The case in hand. */
  case: string
  /** Case -> the cell in which the class has it, and its reason. */
  placed: Record<string, string>
  reasons: Record<string, string>
  compared: string[]
  /** Cells whose rule was met, the last one chosen at the end. */
  tried: string[]
  /** What the class calls an outcome that the source does not name, by cell. */
  names: Record<string, string>
}

const atFirst = (model: DecisionTableModel, task: TableState['task']): TableState =>
  ({ task, case: Object.keys(model.cases)[0]!, placed: {}, reasons: {}, compared: [], tried: [], names: {} })

const kept = keptOn<TableState>('decision-table')
export const stateOf = (host: Host, id: string, model: DecisionTableModel): TableState => kept(host, id, () => reactive(atFirst(model, 'place')))
export const startAgain = (state: TableState, model: DecisionTableModel) => Object.assign(state, atFirst(model, state.task))
