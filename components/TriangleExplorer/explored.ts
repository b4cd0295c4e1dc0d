import { reactive } from 'vue'
import type { LectureData } from '#course/course'
import type { Host } from '#hosts'
import { type AtCorner, type ShiftCondition, triangleCorners, type Told, type TriangleCorner } from '#models'
import type { Case, CornerState } from '#schema'
import { keptOn } from '../kept.ts'

export const modes = ['cards', 'corridors', 'withdraw'] as const
export type Mode = (typeof modes)[number]

/** Cards that nobody offers. */
export const ownCards = ['not-stated', 'none'] as const

type ByCorner<T> = Partial<Record<TriangleCorner, T>>

/** One model as the class has it: one value, however often it is mounted (presenter, overview, print). */
export interface Explored {
  mode: Mode
  /** The card at each corner: id of an actor's case, `not-stated`, `none`; nothing while none was chosen. */
  cards: ByCorner<string>
  /** The corridor in hand. */
  corridor: string
  /** What the class read of each corridor, and which of them it has compared with the article. */
  marks: Record<string, ByCorner<CornerState>>
  compared: string[]
  withdrawn: TriangleCorner[]
  conditions: ShiftCondition[]
  /** How many steps of the second hypothesis have been followed. */
  step: number
}

/** Cases of one triangle, in the order of their file: `actor`s bring cards, `corridor`s are placed. */
export const casesOf = (data: LectureData, framework: string, kind: Case['is']): [id: string, each: Case][] =>
  Object.entries(data.cases).filter(([, each]) => each.framework === framework && each.is === kind)

/** What a chosen card says of its corner; nothing where no card lies. */
export function toldBy(data: LectureData, corner: TriangleCorner, card: string | undefined): Told | undefined {
  if (card === undefined || card === 'none') return undefined
  return card === 'not-stated' ? { is: 'not-stated' } : data.cases[card]?.corners[corner]
}

/** How a corner is drawn: by the first word on it, with a doubt where the article has another elsewhere. */
export interface Drawn { is: AtCorner, isDoubted: boolean }
export const drawnAs = (told: Told | undefined): Drawn => ({ is: told?.is ?? 'none', isDoubted: Boolean(told?.but && told.but.is !== told.is) })

export const byCorner = <T>(of: (corner: TriangleCorner) => T) =>
  Object.fromEntries(triangleCorners.map(corner => [corner, of(corner)])) as Record<TriangleCorner, T>

const atFirst = (corridor: string, mode: Mode): Explored =>
  ({ mode, cards: {}, corridor, marks: {}, compared: [], withdrawn: [], conditions: [], step: 1 })

const kept = keptOn<Explored>()

export function exploredOn(host: Host, id: string): Explored {
  return kept(host, id, () => reactive(atFirst(casesOf(host.data, id, 'corridor')[0]?.[0] ?? '', 'cards')))
}

/** Everything undone, in the mode one is in. */
export const startAgain = (explored: Explored, host: Host, id: string) =>
  Object.assign(explored, atFirst(casesOf(host.data, id, 'corridor')[0]?.[0] ?? '', explored.mode))
