import { movesOf, type Reached, reachable, startOf } from '#models'
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
      wantOneOf(checking, [...field, name], name, [...gauges, ...powers, 'any-tie', 'every-tie', 'spread', 'crowd'], 'gauge')
      if (least === undefined && most === undefined) report([...field, name], 'expected "least" or "most"')
    }
  }
  for (const [slug, { does, toward, costs }] of Object.entries(model.moves)) {
    namesEffect(does, ['moves', slug, 'does'], Boolean(toward))
    for (const gauge of Object.keys(costs)) wantOneOf(checking, ['moves', slug, 'costs', gauge], gauge, gauges, 'gauge')
  }
  for (const [slug, { does }] of Object.entries(model.chances)) namesEffect(does, ['chances', slug, 'does'], false)
  const anyToward = Object.values(model.moves).some(({ toward }) => toward)
  for (const [slug, { does, when }] of Object.entries(model.rules)) { namesEffect(does, ['rules', slug, 'does'], anyToward); namesBounds(when, ['rules', slug, 'when']) }
  for (const [slug, { when }] of Object.entries(model.outcomes)) namesBounds(when, ['outcomes', slug, 'when'])
  for (const [slug, { start }] of Object.entries(model.players)) for (const name of Object.keys(start)) wantOneOf(checking, ['players', slug, 'start', name], name, [...gauges, ...powers], 'gauge')
  if (!isSound) return 1 // no game is played by rules that name nothing

  const rounds = Math.min(shortForm, model.rounds)
  // Players who start alike can come to the same.
  const byStart = new Map<string, Reached[]>()
  const reached = Object.keys(model.players).map((player) => {
    const start = JSON.stringify(startOf(model, player))
    if (!byStart.has(start)) byStart.set(start, reachable(model, player, [rounds, model.rounds]))
    return [player, ...byStart.get(start)!] as [player: string, short: Reached, whole: Reached]
  })
  const short = reached.map(([player, short]) => [player, short] as const)
  const whole = reached.map(([, , whole]) => whole)
  for (const { move, toward } of movesOf(model))
    if (!short.some(([, { moves }]) => moves.has([move, toward].filter(Boolean).join(':')))) report(['moves', move], `nobody can pay for it${toward ? ` toward ${toward}` : ''} within ${rounds} rounds`)
  short.forEach(([player, { withoutMove }]) => { if (withoutMove) report(['players', player], 'can come to a round in which it can pay for no move; give it one that costs nothing') })
  for (const rule of Object.keys(model.rules)) if (!whole.some(({ rules }) => rules.has(rule))) report(['rules', rule], 'never fires, however the game is played')
  for (const outcome of Object.keys(model.outcomes)) if (!whole.some(({ outcomes }) => outcomes.has(outcome))) report(['outcomes', outcome], 'no game ends so, however it is played')
  if (whole.some(({ outcomes }) => outcomes.has(''))) report(['outcomes'], 'a game can end in none of these; the last one has "when: {}"')
  return movesOf(model).length + Object.keys(model.rules).length + Object.keys(model.outcomes).length
}
