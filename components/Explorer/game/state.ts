import { reactive } from 'vue'
import type { Host } from '#hosts'
import { type Move, type Moves, play, programMove, startOf } from '#models'
import type { GameModel } from '#schema'
import { keptOn } from '../../kept.ts'

/** One game as it is played: one value, however often it is mounted (presenter, overview, print). */
export interface GameState {
  /** The player in hand; the program plays the others. */
  player: string
  seed: number
  isShort: boolean
  /** Moves made, round by round: with the seed they are the whole game. */
  rounds: Moves[]
  /** The move chosen and not yet made, and the power it is to be made toward. */
  chosen: string
  toward: string
}

/** No move is in hand. */
const begun = { chosen: '', toward: '' }

const kept = keptOn<GameState>('game')
export const stateOf = (host: Host, id: string, model: GameModel): GameState =>
  kept(host, id, () => reactive({ player: Object.keys(model.players)[0]!, seed: 1, isShort: false, rounds: [], ...begun }))

/** The move that is chosen: none as long as it wants a power and has none. */
export function moveOf({ moves, powers }: Pick<GameModel, 'moves' | 'powers'>, { chosen, toward }: Pick<GameState, 'chosen' | 'toward'>): Move | undefined {
  const move = moves[chosen]
  if (!move) return undefined
  if (!move.toward) return { move: chosen }
  return toward in powers ? { move: chosen, toward } : undefined
}

/** The game as it is played here: a short one ends after the model's short number of rounds. */
export const gameOf = (model: GameModel, { isShort }: Pick<GameState, 'isShort'>): GameModel => isShort && model.short !== undefined ? { ...model, rounds: model.short } : model

/** One round: the player's move, and the program's for all others. */
export function makeMove(state: GameState, model: GameModel, move: Move) {
  const last = play(model, state.rounds, state.seed).at(-1)
  const others = Object.keys(model.players).filter(player => player !== state.player).flatMap((player, index) => {
    const made = programMove(model, last?.standings[player] ?? startOf(model, player), state.seed * 100 + state.rounds.length * 10 + index)
    return made ? [[player, made] as const] : []
  })
  state.rounds.push({ [state.player]: move, ...Object.fromEntries(others) })
  Object.assign(state, begun)
}
export function anotherGame(state: GameState) { Object.assign(state, { seed: state.seed + 1, ...begun, rounds: [] }) }
export function playAs(state: GameState, player: string) { Object.assign(state, { player, ...begun, rounds: [] }) }
export function playShort(state: GameState, isShort: boolean) { Object.assign(state, { isShort, ...begun, rounds: [] }) }
