import { type SettledBet, stanceName, sureness, type Sureness } from '#models'
import type { Answer } from '#schema'

export interface Position { /** 1-based, from the first end. */ place: number, sure: Sureness }
export interface Bet { /** That the statement holds. */ holds: boolean, sure: Sureness }
/** Hands of a class, counted: one number a place; those for and against the bet. */
export interface Hands { before: number[], after: number[], bet: [holds: number, not: number] }

/** The answer to a stance: always all that was said so far. An empty one is a new beginning. */
export interface StanceResponse {
  before?: Position
  bet?: Bet
  after?: Position
  /** How the bet was settled: that the statement held. */
  held?: boolean
  hands?: Hands
}

/** What of this JSON is an answer to a stance with so many places; the rest is passed over. Never throws. Texts of figures are figures: a file may have been written by hand. */
export function readStance(response: unknown, places: number): StanceResponse {
  const said = mapOf(response)
  const [before, bet, after, hands] = [mapOf(said['before']), mapOf(said['bet']), mapOf(said['after']), mapOf(said['hands'])]
  const position = (from: Record<string, unknown>): Position | undefined => {
    const [place, sure] = [wholeOf(from['place']), sureOf(from['sure'])]
    return place !== undefined && place >= 1 && place <= places && sure ? { place, sure } : undefined
  }
  const [holds, sure, held] = [truthOf(bet['holds']), sureOf(bet['sure']), truthOf(said['held'])]
  const counts = (list: unknown, length: number) => Array.from({ length }, (_, index) => Math.max(0, wholeOf(Array.isArray(list) ? list[index] : undefined) ?? 0))
  return withoutUndefined({
    before: position(before),
    bet: holds !== undefined && sure ? { holds, sure } : undefined,
    after: position(after),
    held,
    hands: said['hands'] === undefined || said['hands'] === null ? undefined : { before: counts(hands['before'], places), after: counts(hands['after'], places), bet: counts(hands['bet'], 2) as Hands['bet'] },
  })
}

/** What was last said to a stance, if what it means has not changed since. */
export function stanceSaid(answers: readonly Answer[], id: string, { revision, places }: { revision: string, places: number }): { response: StanceResponse, at: string } | undefined {
  const last = answers.findLast(({ exercise }) => exercise === stanceName(id))
  return last?.revision === revision ? { response: readStance(last.response, places), at: last.at } : undefined
}

/** Every bet that was settled, of all lectures: of each stance the first one made, since whoever has read the pair bets no more. */
export function betsSettled(answers: readonly Answer[]): SettledBet[] {
  const made = new Map<string, Bet>()
  const held = new Map<string, boolean>()
  for (const { exercise, response } of answers) {
    if (!exercise.startsWith(stanceName(''))) continue
    const said = readStance(response, 0)
    if (said.bet && !made.has(exercise)) made.set(exercise, said.bet)
    if (said.held !== undefined) held.set(exercise, said.held)
  }
  return [...made].flatMap(([exercise, { holds, sure }]) => held.has(exercise) ? [{ sure, isRight: holds === held.get(exercise) }] : [])
}

const mapOf = (value: unknown): Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value) ? value as Record<string, unknown> : {}
const wholeOf = (value: unknown): number | undefined => (typeof value === 'number' || (typeof value === 'string' && /^\d{1,4}$/.test(value))) && Number.isInteger(Number(value)) && Number(value) <= 9999 ? Number(value) : undefined
const sureOf = (value: unknown): Sureness | undefined => sureness.find(level => level === wholeOf(value))
const truthOf = (value: unknown): boolean | undefined => value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
const withoutUndefined = (response: { [K in keyof StanceResponse]: StanceResponse[K] | undefined }) => Object.fromEntries(Object.entries(response).filter(([, value]) => value !== undefined)) as StanceResponse
