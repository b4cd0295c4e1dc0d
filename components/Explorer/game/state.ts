import { reactive } from 'vue'
import type { Host } from '#hosts'
import { type Move, type Moves, movesOf, play, programMove, startOf } from '#models'
import type { GameModel } from '#schema'
import { keptOn } from '../../kept.ts'

/** One game as it is played: one value, however often it is mounted (presenter, overview, print). */
export interface GameState {
  /** The player in hand; the program plays the others. */
  player: string
  seed: number
  /** Moves made, round by round: with the seed they are the whole game. */
  rounds: Moves[]
  /** The move chosen and not yet made. */
  chosen: string
}

/** `lean:north`, `wait`: a move as one value. */
export const keyOf = ({ move, toward }: Move): string => toward === undefined ? move : `${move}:${toward}`
export const moveOf = (model: GameModel, key: string): Move | undefined => movesOf(model).find(move => keyOf(move) === key)

const kept = keptOn<GameState>('game')
export const stateOf = (host: Host, id: string, model: GameModel): GameState =>
  kept(host, id, () => reactive({ player: Object.keys(model.players)[0]!, seed: 1, rounds: [], chosen: '' }))

/** One round: the player's move, and the program's for all others. */
export function makeMove(state: GameState, model: GameModel, move: Move) {
  const last = play(model, state.rounds, state.seed).at(-1)
  const others = Object.keys(model.players).filter(player => player !== state.player).flatMap((player, index) => {
    const made = programMove(model, last?.standings[player] ?? startOf(model, player), state.seed * 100 + state.rounds.length * 10 + index)
    return made ? [[player, made] as const] : []
  })
  state.rounds.push({ [state.player]: move, ...Object.fromEntries(others) })
  state.chosen = ''
}
export function anotherGame(state: GameState) { Object.assign(state, { seed: state.seed + 1, rounds: [], chosen: '' }) }
export function playAs(state: GameState, player: string) { Object.assign(state, { player, rounds: [], chosen: '' }) }
