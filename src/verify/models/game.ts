import { endOf, moveKey, movesOf, randomGame, type Reached, reachable, startOf } from '#models'
import { type GameModel, tieWords } from '#schema'
import { type Checking, type Field, wantOneOf } from './checked.ts'

/** Rounds that are played in every way: enough to meet what a class meets, few enough to be read at every check. */
const shortForm = 3

export function checkGame(model: GameModel, { course, report: tell }: Checking): number {
  let isSound = true
  const report: Checking['report'] = (field, message) => { isSound = false; tell(field, message) }
  const checking = { course, report }
  const gauges = Object.keys(model.gauges)
  const powers = Object.keys(model.powers)
  for (const gauge of [...gauges, ...powers]) if ((tieWords as readonly string[]).includes(gauge)) report([gauges.includes(gauge) ? 'gauges' : 'powers', gauge], `"${gauge}" is a word for ties; give it another name`)
  const namesEffect = (does: Record<string, number>, field: Field, isToward: boolean) => {
    for (const name of Object.keys(does)) {
      if (!wantOneOf(checking, [...field, name], name, [...gauges, ...powers, 'all-ties', 'tie', 'others'], 'gauge')) continue
      if ((name === 'tie' || name === 'others') && !isToward) report([...field, name], `"${name}" speaks of the power that a move is made toward; this is made toward none`)
    }
  }
  const namesBounds = (when: Record<string, { least?: number | undefined, most?: number | undefined }>, field: Field) => {
    for (const [name, { least, most }] of Object.entries(when)) {
      wantOneOf(checking, [...field, name], name, [...gauges, ...powers, 'any-tie', 'every-tie', 'spread', 'crowd', 'rush', 'turned'], 'gauge')
      if (least === undefined && most === undefined) report([...field, name], 'expected "least" or "most"')
    }
  }
  const namesMoves = (spared: readonly string[], field: Field) => { spared.forEach((move, index) => { wantOneOf(checking, [...field, index], move, Object.keys(model.moves), 'move') }) }
  if (model.short !== undefined && model.short >= model.rounds) report(['short'], `a short game has fewer rounds than the whole one, which has ${model.rounds}`)
  for (const [slug, { does, by, toward, costs }] of Object.entries(model.moves)) {
    namesEffect(does, ['moves', slug, 'does'], Boolean(toward))
    for (const [power, gives] of Object.entries(by)) {
      if (!wantOneOf(checking, ['moves', slug, 'by', power], power, powers, 'power')) continue
      if (!toward) report(['moves', slug, 'by', power], 'says what a power gives; this move is made toward none')
      namesEffect(gives, ['moves', slug, 'by', power], true)
    }
    for (const gauge of Object.keys(costs)) wantOneOf(checking, ['moves', slug, 'costs', gauge], gauge, gauges, 'gauge')
  }
  for (const [slug, { does, when, spared }] of Object.entries(model.chances)) { namesEffect(does, ['chances', slug, 'does'], false); namesBounds(when, ['chances', slug, 'when']); namesMoves(spared, ['chances', slug, 'spared']) }
  const anyToward = Object.values(model.moves).some(({ toward }) => toward)
  for (const [slug, { does, when, spared }] of Object.entries(model.rules)) { namesEffect(does, ['rules', slug, 'does'], anyToward); namesBounds(when, ['rules', slug, 'when']); namesMoves(spared, ['rules', slug, 'spared']) }
  for (const [slug, { when }] of Object.entries(model.outcomes)) namesBounds(when, ['outcomes', slug, 'when'])
  for (const [slug, { start }] of Object.entries(model.players)) for (const name of Object.keys(start)) wantOneOf(checking, ['players', slug, 'start', name], name, [...gauges, ...powers], 'gauge')
  if (!isSound) return 1 // no game is played by rules that name nothing

  const rounds = Math.min(shortForm, model.rounds)
  const moves = movesOf(model)
  const isAllMet = ({ moves: made, rules, outcomes }: Met) => moves.every(move => made.has(moveKey(move))) && Object.keys(model.rules).every(rule => rules.has(rule)) && Object.keys(model.outcomes).every(outcome => outcomes.has(outcome))
  const met = metByChance(model, rounds, isAllMet)
  // What cannot happen at all needs no search: a move without a cost, an end without a condition.
  const isNeverStuck = Object.values(model.moves).some(({ costs }) => Object.keys(costs).length === 0)
  const isNeverNothing = Object.values(model.outcomes).some(({ when }) => Object.keys(when).length === 0)
  if (!isAllMet(met) || !isNeverStuck || !isNeverNothing) {
    // Players who start alike can come to the same.
    const byStart = new Map<string, Reached[]>()
    for (const player of Object.keys(model.players)) {
      const start = JSON.stringify(startOf(model, player))
      if (!byStart.has(start)) byStart.set(start, reachable(model, player, [rounds, model.rounds]))
      const [short, whole] = byStart.get(start)!
      for (const move of short!.moves) met.moves.add(move)
      for (const rule of whole!.rules) met.rules.add(rule)
      for (const outcome of whole!.outcomes) met.outcomes.add(outcome)
      if (short!.withoutMove) report(['players', player], 'can come to a round in which it can pay for no move; give it one that costs nothing')
    }
  }
  for (const move of moves)
    if (!met.moves.has(moveKey(move))) report(['moves', move.move], `nobody can pay for it${move.toward ? ` toward ${move.toward}` : ''} within ${rounds} rounds`)
  for (const rule of Object.keys(model.rules)) if (!met.rules.has(rule)) report(['rules', rule], 'never fires, however the game is played')
  for (const outcome of Object.keys(model.outcomes)) if (!met.outcomes.has(outcome)) report(['outcomes', outcome], 'no game ends so, however it is played')
  if (met.outcomes.has('')) report(['outcomes'], 'a game can end in none of these; the last one has "when: {}"')
  return moves.length + Object.keys(model.rules).length + Object.keys(model.outcomes).length
}

/** Games with moves by chance meet most of what can happen; only what they do not meet is searched for in every game there is. */
const gamesByChance = 400

interface Met { moves: Set<string>, rules: Set<string>, outcomes: Set<string> }

function metByChance(model: GameModel, shortRounds: number, isEnough: (met: Met) => boolean): Met {
  const met: Met = { moves: new Set<string>(), rules: new Set<string>(), outcomes: new Set<string>() }
  for (let seed = 0; seed < gamesByChance && !isEnough(met); seed++) {
    const rounds = randomGame(model, seed)
    for (const { moves } of rounds.slice(0, shortRounds)) for (const move of Object.values(moves)) met.moves.add(moveKey(move))
    for (const { fired } of rounds) for (const rule of Object.values(fired).flat()) met.rules.add(rule)
    for (const standing of Object.values(rounds.at(-1)?.standings ?? {})) met.outcomes.add(endOf(model, standing) ?? '')
  }
  return met
}
