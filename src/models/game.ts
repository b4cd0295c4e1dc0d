import type { GameModel } from '#schema'
import { shuffled } from './shuffled.ts'

/** What a player does in a round; `toward` where the move is made toward a power. */
export interface Move { move: string, toward?: string }
/** Player -> move. */
export type Moves = Readonly<Record<string, Move>>

/** Where one player stands: by gauge, and by power. */
export interface PlayerStanding { gauges: Readonly<Record<string, number>>, ties: Readonly<Record<string, number>> }

export interface Round {
  /** The event drawn for this round, if the game has any. */
  event?: string
  moves: Moves
  /** Player -> the rules that fired, in the model's order. */
  fired: Readonly<Record<string, string[]>>
  /** Player -> where it stands when the round is over. */
  standings: Readonly<Record<string, PlayerStanding>>
}

type Bounds = GameModel['rules'][string]['when']
type Effects = GameModel['rules'][string]['does']
type Kept = Pick<GameModel, 'gauges' | 'ties'>

const within = (value: number, { from, to }: { from: number, to: number }) => Math.min(to, Math.max(from, value))

/** Effects on a standing. `tie` and `others` need to know toward whom. */
function affected({ gauges, ties }: Kept, standing: PlayerStanding, does: Effects, toward?: string): PlayerStanding {
  const every = does['all-ties'] ?? 0
  return {
    gauges: Object.fromEntries(Object.entries(standing.gauges).map(([gauge, value]) => [gauge, within(value + (does[gauge] ?? 0), gauges[gauge]!)])),
    ties: Object.fromEntries(Object.entries(standing.ties).map(([power, value]) => {
      const own = toward === undefined ? 0 : power === toward ? does['tie'] ?? 0 : does['others'] ?? 0
      return [power, within(value + every + own + (does[power] ?? 0), ties)]
    })),
  }
}

/** `{ spread: { least: 4 } }` holds where the best tie is four or more above the worst. */
export function holds(when: Bounds, { gauges, ties }: PlayerStanding, crowd: number): boolean {
  const values = Object.values(ties)
  return Object.entries(when).every(([name, { least = -Infinity, most = Infinity }]) => {
    const fits = (value: number) => value >= least && value <= most
    switch (name) {
      case 'any-tie': return values.some(fits)
      case 'every-tie': return values.every(fits)
      case 'spread': return fits(Math.max(...values) - Math.min(...values))
      case 'crowd': return fits(crowd)
      default: return fits(gauges[name] ?? ties[name] ?? NaN)
    }
  })
}

export const startOf = (model: GameModel, player: string): PlayerStanding => ({
  gauges: Object.fromEntries(Object.entries(model.gauges).map(([gauge, { start }]) => [gauge, model.players[player]?.start[gauge] ?? start])),
  ties: Object.fromEntries(Object.keys(model.powers).map(power => [power, model.players[player]?.start[power] ?? model.ties.start])),
})

/** Every move there is: one that is made toward a power stands there once for each. */
export const movesOf = ({ moves, powers }: Pick<GameModel, 'moves' | 'powers'>): Move[] =>
  Object.entries(moves).flatMap(([move, { toward }]): Move[] => toward ? Object.keys(powers).map(power => ({ move, toward: power })) : [{ move }])

/** A cost can be paid where it does not bring the gauge below its lowest value. */
export const canPay = (model: GameModel, standing: PlayerStanding, { move }: Move): boolean =>
  Object.entries(model.moves[move]?.costs ?? {}).every(([gauge, cost]) => (standing.gauges[gauge] ?? -Infinity) - cost >= model.gauges[gauge]!.from)

const isSame = (one: Move, other: Move) => one.move === other.move && one.toward === other.toward

/** One player's round: it pays, the move works, then the event, then each rule whose condition holds. */
export function step(model: GameModel, standing: PlayerStanding, move: Move, event: string | undefined, crowd: number): { standing: PlayerStanding, fired: string[] } {
  const { costs, does } = model.moves[move.move]!
  const paid = Object.fromEntries(Object.entries(costs).map(([gauge, cost]) => [gauge, -cost]))
  let now = affected(model, affected(model, standing, paid), does, move.toward)
  if (event !== undefined) now = affected(model, now, model.chances[event]!.does)
  const fired: string[] = []
  for (const [rule, { when, does: effects }] of Object.entries(model.rules)) {
    if (!holds(when, now, crowd)) continue
    fired.push(rule)
    now = affected(model, now, effects, move.toward)
  }
  return { standing: now, fired }
}

/** The events of a game in the order in which the seed draws them: shuffled, and again when all were drawn. */
export function eventsOf(model: Pick<GameModel, 'chances' | 'rounds'>, seed: number): string[] {
  const pile = Object.keys(model.chances)
  if (pile.length === 0) return []
  return Array.from({ length: Math.ceil(model.rounds / pile.length) }, (_, time) => shuffled(pile, `${seed}/${time}`)).flat().slice(0, model.rounds)
}

/**
 * The whole game: `play(model, [round 1, round 2, …], seed)` gives a state for each round played. Every player of a round moves at once.
 * A move that cannot be paid is an error: whoever offers moves asks `canPay` first.
 */
export function play(model: GameModel, rounds: readonly Moves[], seed: number): Round[] {
  const events = eventsOf(model, seed)
  let standings: Record<string, PlayerStanding> = Object.fromEntries(Object.keys(model.players).map(player => [player, startOf(model, player)]))
  return rounds.slice(0, model.rounds).map((moves, index) => {
    const event = events[index]
    const fired: Record<string, string[]> = {}
    standings = Object.fromEntries(Object.entries(standings).map(([player, standing]) => {
      const move = moves[player]
      if (!move) return [player, standing]
      if (!canPay(model, standing, move)) throw new RangeError(`round ${index + 1}: ${player} cannot pay for "${move.move}"`)
      const crowd = Object.values(moves).filter(other => isSame(other, move)).length
      const done = step(model, standing, move, event, crowd)
      fired[player] = done.fired
      return [player, done.standing]
    }))
    return { ...event === undefined ? {} : { event }, moves, fired, standings }
  })
}

/** How it ends for a player: the first outcome whose condition holds. */
export const endOf = (model: Pick<GameModel, 'outcomes'>, standing: PlayerStanding): string | undefined =>
  Object.entries(model.outcomes).find(([, { when }]) => holds(when, standing, 0))?.[0]

/**
 * The move of the program for a player: of those that it can pay, one after which it would end best if the game ended now; among equals
 * the one that leaves its gauges and its worst tie highest; among these the seed chooses. It knows no event before it is drawn.
 */
export function programMove(model: GameModel, standing: PlayerStanding, seed: number): Move | undefined {
  const outcomes = Object.keys(model.outcomes)
  const rated = movesOf(model).filter(move => canPay(model, standing, move)).map((move) => {
    const after = step(model, standing, move, undefined, 1).standing
    const end = endOf(model, after)
    const kept = Object.values(after.gauges).reduce((sum, value) => sum + value, 0) + 2 * Math.min(...Object.values(after.ties))
    return { move, place: end === undefined ? outcomes.length : outcomes.indexOf(end), kept }
  }).sort((one, other) => one.place - other.place || other.kept - one.kept)
  const equals = rated.filter(({ place, kept }) => place === rated[0]!.place && kept === rated[0]!.kept)
  return shuffled(equals, String(seed))[0]?.move
}

export interface Reached { moves: Set<string>, rules: Set<string>, outcomes: Set<string>, withoutMove: boolean }

/**
 * Everything that can happen to a player, whatever the events and however many do the same: for each number of rounds asked, the moves and
 * rules met until then, and the outcomes if the game ended there.
 */
export function reachable(model: GameModel, player: string, rounds: readonly number[]): Reached[] {
  const events = Object.keys(model.chances).length ? Object.keys(model.chances) : [undefined]
  const crowds = crowdsThatDiffer(model)
  const moves = movesOf(model)
  const keyOf = ({ gauges, ties }: PlayerStanding) => [...Object.values(gauges), ...Object.values(ties)].join()
  const met = { moves: new Set<string>(), rules: new Set<string>(), withoutMove: false }
  const reached = new Map<number, Reached>()
  let states = [startOf(model, player)]
  for (let round = 1; round <= Math.max(...rounds); round++) {
    const next = new Map<string, PlayerStanding>()
    for (const standing of states) {
      const open = moves.filter(move => canPay(model, standing, move))
      if (open.length === 0) met.withoutMove = true
      for (const move of open) {
        met.moves.add([move.move, move.toward].filter(Boolean).join(':'))
        for (const event of events) for (const crowd of crowds) {
          const done = step(model, standing, move, event, crowd)
          for (const rule of done.fired) met.rules.add(rule)
          next.set(keyOf(done.standing), done.standing)
        }
      }
    }
    states = [...next.values()]
    if (rounds.includes(round)) reached.set(round, {
      moves: new Set(met.moves), rules: new Set(met.rules), withoutMove: met.withoutMove,
      outcomes: new Set(states.map(standing => endOf(model, standing) ?? '')),
    })
  }
  return rounds.map(round => reached.get(round)!)
}

/** Of all numbers of players that may do the same, one of each sort that the rules tell apart: [1] where no rule counts them. */
function crowdsThatDiffer({ players, rules }: GameModel): number[] {
  const bounds = Object.values(rules).flatMap(({ when }) => when['crowd'] ?? [])
  const told = new Map<string, number>()
  for (let crowd = 1; crowd <= Object.keys(players).length; crowd++)
    told.set(bounds.map(({ least = -Infinity, most = Infinity }) => crowd >= least && crowd <= most).join(), crowd)
  return [...told.values()]
}
