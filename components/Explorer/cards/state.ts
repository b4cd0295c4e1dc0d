import { reactive } from 'vue'
import type { Host } from '#hosts'
import type { Told } from '#models'
import type { AtCorner, CardsCase, CardsModel, CornerState } from '#schema'
import { keptOn } from '../../kept.ts'

export type Task = keyof CardsModel['tasks']
/** The tasks that a model has, in their order. */
export const tasksOf = ({ tasks }: CardsModel): Task[] => (['lay', 'place', 'withdraw'] as const).filter(task => tasks[task])

/** Cards that nobody offers. */
export const ownCards = ['not-stated', 'none'] as const
export const isOwn = (card: string | undefined) => ownCards.some(own => own === card)

/** One model as the class has it: one value, however often it is mounted (presenter, overview, print). */
export interface CardsState {
  task: Task
  /** The card at each corner: slug of a case, `not-stated`, `none`; nothing while none was chosen. */
  cards: Partial<Record<string, string>>
  /** The case in hand, to be placed; '' while all stand side by side. */
  placed: string
  /** What the class read of each case, and which of them it has compared with the source. */
  marks: Record<string, Partial<Record<string, CornerState>>>
  compared: string[]
  withdrawn: string[]
  conditions: string[]
  /** How many steps have been followed. */
  step: number
}

/** What a chosen card says of its corner; nothing where no card lies. */
export function toldBy(cases: Record<string, CardsCase>, corner: string, card: string | undefined): Told | undefined {
  if (card === undefined || card === 'none') return undefined
  return card === 'not-stated' ? { is: 'not-stated' } : cases[card]?.corners[corner]
}

/** How a corner is drawn: by the first word on it, with a doubt where the source has another elsewhere. */
export interface Drawn { is: AtCorner, isDoubted: boolean }
export const drawnAs = (told: Told | undefined): Drawn => ({ is: told?.is ?? 'none', isDoubted: Boolean(told?.but && told.but.is !== told.is) })

export const byCorner = <T>(corners: readonly string[], of: (corner: string) => T): Record<string, T> =>
  Object.fromEntries(corners.map(corner => [corner, of(corner)]))

const atFirst = (model: CardsModel, task: Task): CardsState =>
  ({ task, cards: {}, placed: model.tasks.place?.shown ? '' : Object.keys(model.tasks.place?.cases ?? {})[0] ?? '', marks: {}, compared: [], withdrawn: [], conditions: [], step: 1 })

const kept = keptOn<CardsState>('cards')

export const stateOf = (host: Host, id: string, model: CardsModel): CardsState =>
  kept(host, id, () => reactive(atFirst(model, model.tasks.place?.shown ? 'place' : tasksOf(model)[0]!)))

/** Everything undone, in the task one is at. */
export const startAgain = (state: CardsState, model: CardsModel) => Object.assign(state, atFirst(model, state.task))
