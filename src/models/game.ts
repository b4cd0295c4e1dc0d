import type { GameModel } from '#schema'
import { shuffled } from './shuffled.ts'

/** What a player does in a round; `toward` where the move is made toward a power. */
export interface Move { move: string, toward?: string }
/** Player -> move. */
export type Moves = Readonly<Record<string, Move>>

/** Where one player stands: by gauge, and by power; `toward` is the power it went to last. */
export interface PlayerStanding { gauges: Readonly<Record<string, number>>, ties: Readonly<Record<string, number>>, toward?: string }

/** What a player did not do alone: `crowd` made its very move, `rush` went to the power that most went to. */
export interface Around { crowd: number, rush: number }
export const alone: Around = { crowd: 1, rush: 1 }

/** Why something changed in a round, and by how much: `{ by: { is: 'rule', id: 'jealous' }, changes: { purse: -1 } }`. */
export interface Entry { by: { is: 'costs' | 'move' | 'event' | 'rule', id: string }, changes: Readonly<Record<string, number>> }

export interface Round {
  /** The event drawn for this round, if the game has any. */
  event?: string
  moves: Moves
  /** Player -> the rules that fired, in the model's order. */
  fired: Readonly<Record<string, string[]>>
  /** Player -> what changed, in order: what it paid, its move, the event, each rule that fired. */
  entries: Readonly<Record<string, Entry[]>>
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
    ...standing,
    gauges: Object.fromEntries(Object.entries(standing.gauges).map(([gauge, value]) => [gauge, within(value + (does[gauge] ?? 0), gauges[gauge]!)])),
    ties: Object.fromEntries(Object.entries(standing.ties).map(([power, value]) => {
      const own = toward === undefined ? 0 : power === toward ? does['tie'] ?? 0 : does['others'] ?? 0
      return [power, within(value + every + own + (does[power] ?? 0), ties)]
    })),
  }
}

/** `{ spread: { least: 4 } }` holds where the best tie is four or more above the worst. */
export function holds(when: Bounds, { gauges, ties }: PlayerStanding, { crowd, rush }: Around = alone, turned = 0): boolean {
  const values = Object.values(ties)
  return Object.entries(when).every(([name, { least = -Infinity, most = Infinity }]) => {
    const fits = (value: number) => value >= least && value <= most
    switch (name) {
      case 'any-tie': return values.some(fits)
      case 'every-tie': return values.every(fits)
      case 'spread': return fits(Math.max(...values) - Math.min(...values))
      case 'crowd': return fits(crowd)
      case 'rush': return fits(rush)
      case 'turned': return fits(turned)
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

/** `lean:north`, `wait`: a move as one value. */
export const moveKey = ({ move, toward }: Move): string => toward === undefined ? move : `${move}:${toward}`
const isSame = (one: Move, other: Move) => one.move === other.move && one.toward === other.toward

const changesBetween = (before: PlayerStanding, after: PlayerStanding): Record<string, number> =>
  Object.fromEntries((['gauges', 'ties'] as const).flatMap(kind => Object.entries(after[kind]).flatMap(([name, value]) => value === before[kind][name] ? [] : [[name, value - before[kind][name]!]])))

/** One player's round: it pays, the move works, then the event, then each rule whose condition holds. */
export function step(model: GameModel, standing: PlayerStanding, move: Move, event: string | undefined, around: Around): { standing: PlayerStanding, fired: string[], entries: Entry[] } {
  const { costs, does, by } = model.moves[move.move]!
  const { toward } = move
  const turned = Number(toward !== undefined && standing.toward !== undefined && toward !== standing.toward)
  const entries: Entry[] = []
  let now = standing
  const work = (by: Entry['by'], ...effects: Effects[]) => {
    const before = now
    for (const effect of effects) now = affected(model, now, effect, toward)
    const changes = changesBetween(before, now)
    if (by.is !== 'costs' || Object.keys(changes).length > 0) entries.push({ by, changes })
  }
  work({ is: 'costs', id: move.move }, Object.fromEntries(Object.entries(costs).map(([gauge, cost]) => [gauge, -cost])))
  work({ is: 'move', id: move.move }, does, toward === undefined ? {} : by[toward] ?? {})
  const meets = ({ when, spared }: { when: Bounds, spared: readonly string[] }) => !spared.includes(move.move) && holds(when, now, around, turned)
  if (event !== undefined && meets(model.chances[event]!)) work({ is: 'event', id: event }, model.chances[event]!.does)
  const fired: string[] = []
  for (const [rule, each] of Object.entries(model.rules)) {
    if (!meets(each)) continue
    fired.push(rule)
    work({ is: 'rule', id: rule }, each.does)
  }
  return { standing: toward === undefined ? now : { ...now, toward }, fired, entries }
}

/** Of a round's moves, seen from one of them: who made the same, and how many went to the power that most went to. */
export function aroundOf(moves: Moves, move: Move): Around {
  const visits = new Map<string, number>()
  for (const { toward } of Object.values(moves)) if (toward !== undefined) visits.set(toward, (visits.get(toward) ?? 0) + 1)
  return { crowd: Object.values(moves).filter(other => isSame(other, move)).length, rush: Math.max(0, ...visits.values()) }
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
    const entries: Record<string, Entry[]> = {}
    standings = Object.fromEntries(Object.entries(standings).map(([player, standing]) => {
      const move = moves[player]
      if (!move) return [player, standing]
      if (!canPay(model, standing, move)) throw new RangeError(`round ${index + 1}: ${player} cannot pay for "${move.move}"`)
      const done = step(model, standing, move, event, aroundOf(moves, move))
      fired[player] = done.fired
      entries[player] = done.entries
      return [player, done.standing]
    }))
    return { ...event === undefined ? {} : { event }, moves, fired, entries, standings }
  })
}

/** A whole game in which everybody makes any move that it can pay, by the dice of the seed. Whoever can pay for none makes none. */
export function randomGame(model: GameModel, seed: number): Round[] {
  const moves: Moves[] = []
  for (let round = 0; round < model.rounds; round++) {
    const last = play(model, moves, seed).at(-1)
    moves.push(Object.fromEntries(Object.keys(model.players).flatMap((player) => {
      const standing = last?.standings[player] ?? startOf(model, player)
      const [move] = shuffled(movesOf(model).filter(move => canPay(model, standing, move)), `${seed}/${round}/${player}`)
      return move ? [[player, move] as const] : []
    })))
  }
  return play(model, moves, seed)
}

/** How it ends for a player: the first outcome whose condition holds. */
export const endOf = (model: Pick<GameModel, 'outcomes'>, standing: PlayerStanding): string | undefined =>
  Object.entries(model.outcomes).find(([, { when }]) => holds(when, standing))?.[0]

/** What a bound is asked of: `{ spread: … }` of the gap between ties, `{ china: … }` of one tie, `{ purse: … }` of a gauge. */
function valuesOf(name: string, { gauges, ties }: PlayerStanding): number[] {
  const values = Object.values(ties)
  switch (name) {
    case 'any-tie': return [Math.max(...values), Math.min(...values)]
    case 'every-tie': return [Math.min(...values), Math.max(...values)]
    case 'spread': return [Math.max(...values) - Math.min(...values)]
    default: return [gauges[name] ?? ties[name] ?? NaN]
  }
}

/** A bound that is missed: what the standing has there, and by how much too little or too much. */
export interface Missed { name: string, least?: number, most?: number, has: number, by: number }

/** Bounds that a standing misses, and what it has there: `[{ name: 'purse', least: 4, has: 2 }]`. Of the round itself (`crowd`, `rush`, `turned`) nothing is missed. */
export function missed(when: Bounds, standing: PlayerStanding): Missed[] {
  return Object.entries(when).flatMap(([name, { least, most }]): Missed[] => {
    const values = valuesOf(name, standing)
    const lowest = values[0]!, highest = values.at(-1)!
    if (least !== undefined && lowest < least) return [{ name, least, has: lowest, by: least - lowest }]
    if (most !== undefined && highest > most) return [{ name, most, has: highest, by: highest - most }]
    return []
  })
}

/** So much worse than the best move may a move be that the program still makes: no two of its players need do the same. */
const near = 0.6

/**
 * The move of the program for a player. It knows the rules, and not what is drawn nor what others do: it tries each move that it can pay
 * against every event and every number of others that the rules tell apart, and counts how far it would then be, on average, from the best
 * end, and how low its worst tie. Of the moves that are as good or nearly, the seed chooses.
 */
export function programMove(model: GameModel, standing: PlayerStanding, seed: number): Move | undefined {
  const best = Object.values(model.outcomes)[0]!.when
  const events = Object.keys(model.chances).length ? Object.keys(model.chances) : [undefined]
  const arounds = aroundsThatDiffer(model)
  const rated = movesOf(model).filter(move => canPay(model, standing, move)).map((move) => {
    const ways = events.flatMap(event => arounds(move).map(around => step(model, standing, move, event, around).standing))
    const far = ways.reduce((sum, after) => sum + missed(best, after).reduce((all, { by }) => all + by, 0) - Math.min(...Object.values(after.ties)) / 2, 0) / ways.length
    return { move, far }
  })
  const nearest = Math.min(...rated.map(({ far }) => far))
  return shuffled(rated.filter(({ far }) => far <= nearest + near), String(seed))[0]?.move
}

/** One game as others play it: their moves, round by round, and the seed of its events. */
export interface Played { rounds: readonly Moves[], seed: number }

/** Every plan of a player, one move a round. */
const plansOf = (model: GameModel): Move[][] =>
  Array.from({ length: model.rounds }).reduce<Move[][]>(begun => begun.flatMap(plan => movesOf(model).map(move => [...plan, move])), [[]])

/** How each plan ends for a player in a game: the place of its end, 0 for the best. A plan that somebody cannot pay for is no plan there. */
export function placesOfPlans(model: GameModel, player: string, { rounds, seed }: Played): { plan: Move[], place: number }[] {
  const outcomes = Object.keys(model.outcomes)
  return plansOf(model).flatMap((plan) => {
    try {
      const end = endOf(model, play(model, plan.map((move, round) => ({ ...rounds[round], [player]: move })), seed).at(-1)!.standings[player]!)
      return [{ plan, place: end === undefined ? outcomes.length : outcomes.indexOf(end) }]
    }
    catch (error) {
      if (error instanceof RangeError) return []
      throw error
    }
  })
}

/** The plans with which nothing better was to be had in that game, knowing what others would do: the best replies to it. */
export function bestReplies(model: GameModel, player: string, game: Played): Move[][] {
  const places = placesOfPlans(model, player, game)
  const best = Math.min(...places.map(({ place }) => place))
  return places.filter(({ place }) => place === best).map(({ plan }) => plan)
}

/**
 * The plans that are a best reply in each of these games: the dominant ones, if the games are all there are. Where the games given leave
 * none, there is none over all play.
 */
export function plansBestInAll(model: GameModel, player: string, games: Iterable<Played>): Move[][] {
  let plans: Move[][] | undefined
  const keyOf = (plan: Move[]) => JSON.stringify(plan)
  for (const game of games) {
    const best = bestReplies(model, player, game)
    const keys = new Set(best.map(keyOf))
    plans = plans ? plans.filter(plan => keys.has(keyOf(plan))) : best
    if (plans.length === 0) break
  }
  return plans ?? []
}

export interface Reached { moves: Set<string>, rules: Set<string>, outcomes: Set<string>, withoutMove: boolean }

/**
 * Everything that can happen to a player, whatever the events and however many do the same: for each number of rounds asked, the moves and
 * rules met until then, and the outcomes if the game ended there.
 */
export function reachable(model: GameModel, player: string, rounds: readonly number[]): Reached[] {
  const events = Object.keys(model.chances).length ? Object.keys(model.chances) : [undefined]
  const arounds = aroundsThatDiffer(model)
  const moves = movesOf(model)
  const keyOf = ({ gauges, ties, toward }: PlayerStanding) => [...Object.values(gauges), ...Object.values(ties), ...readsTurned(model) ? [toward] : []].join()
  const met = { moves: new Set<string>(), rules: new Set<string>(), withoutMove: false }
  const reached = new Map<number, Reached>()
  let states = [startOf(model, player)]
  for (let round = 1; round <= Math.max(...rounds); round++) {
    const next = new Map<string, PlayerStanding>()
    for (const standing of states) {
      const open = moves.filter(move => canPay(model, standing, move))
      if (open.length === 0) met.withoutMove = true
      for (const move of open) {
        met.moves.add(moveKey(move))
        for (const event of events) for (const around of arounds(move)) {
          const done = step(model, standing, move, event, around)
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

const boundsOf = ({ rules, chances }: Pick<GameModel, 'rules' | 'chances'>) => [...Object.values(chances), ...Object.values(rules)].map(({ when }) => when)
const readsTurned = (model: GameModel) => boundsOf(model).some(when => 'turned' in when)

/** Of all that others may do around a move, one of each sort that the rules tell apart: `[{ crowd: 1, rush: 1 }]` where no rule counts players. */
export function aroundsThatDiffer(model: GameModel): (move: Move) => Around[] {
  const players = Object.keys(model.players).length
  const counted = boundsOf(model).flatMap(when => (['crowd', 'rush'] as const).flatMap(name => when[name] ? [{ name, ...when[name] }] : []))
  const told = (isToward: boolean) => {
    const sorts = new Map<string, Around>()
    for (let crowd = 1; crowd <= players; crowd++) for (let rush = isToward ? crowd : 0; rush <= (isToward ? players : players - crowd); rush++) {
      const around = { crowd, rush }
      sorts.set(counted.map(({ name, least = -Infinity, most = Infinity }) => around[name] >= least && around[name] <= most).join(), around)
    }
    return [...sorts.values()]
  }
  const [toward, atLarge] = [told(true), told(false)]
  return move => move.toward === undefined ? atLarge : toward
}
