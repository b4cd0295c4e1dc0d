import { bandOf, ranked, scoresOf } from '#models'
import type { WeightedScoresModel } from '#schema'
import { type Checking, wantOneOf } from './checked.ts'

/** What a slide has room for. */
const room = { criteria: 5, options: 4, sets: 2 }

export function checkWeightedScores(model: WeightedScoresModel, checking: Checking): number {
  const { report } = checking
  const { scale } = model
  const criteria = Object.keys(model.criteria)
  const options = Object.keys(model.options)
  for (const part of ['criteria', 'options', 'sets'] as const)
    if (Object.keys(model[part]).length > room[part]) report([part], `${Object.keys(model[part]).length} ${part}; a slide has room for ${room[part]}`)
  if (scale.to <= scale.from) report(['scale'], `from ${scale.from} to ${scale.to}: the scale ends before it begins`)

  for (const option of Object.keys(model.scores)) wantOneOf(checking, ['scores', option], option, options, 'option')
  for (const option of options) {
    const scored = model.scores[option]
    if (!scored) { report(['scores'], `no scores of "${option}"`); continue }
    for (const [criterion, { score, is }] of Object.entries(scored)) {
      wantOneOf(checking, ['scores', option, criterion], criterion, criteria, 'criterion')
      if (is && !model.notStated) report(['scores', option, criterion, 'is'], 'is not stated: expected `notStated: { score, why }` in the model, which says what such a cell counts')
      if (score !== undefined && (score < scale.from || score > scale.to)) report(['scores', option, criterion, 'score'], `read ${score}, expected a score from ${scale.from} to ${scale.to}`)
    }
    for (const criterion of criteria) if (!(criterion in scored)) report(['scores', option], `no score of "${option}" by "${criterion}"`)
  }
  if (model.notStated) {
    const { score } = model.notStated
    if (score < scale.from || score > scale.to) report(['notStated', 'score'], `read ${score}, expected a score from ${scale.from} to ${scale.to}`)
    if (!Object.values(model.scores).some(scored => Object.values(scored).some(({ is }) => is))) report(['notStated'], 'no cell is `not-stated`; without one this is not needed')
  }
  for (const [slug, set] of Object.entries(model.sets)) {
    for (const [criterion, weight] of Object.entries(set.weights)) {
      wantOneOf(checking, ['sets', slug, 'weights', criterion], criterion, criteria, 'criterion')
      if (weight > scale.weight) report(['sets', slug, 'weights', criterion], `read ${weight}, expected a weight of at most ${scale.weight}`)
    }
    for (const criterion of criteria) if (!(criterion in set.weights)) report(['sets', slug, 'weights'], `no weight for "${criterion}"; 0 says that it does not count`)
    const order = ranked(options, set.weights, scoresOf(model))
    const isBroken = set.ranks.length !== order.length || set.ranks.some(option => !options.includes(option))
      || set.ranks.some((option, index) => index > 0 && rankOf(order, option) < rankOf(order, set.ranks[index - 1]!))
    if (isBroken) report(['sets', slug, 'ranks'], `the weights and scores come to: ${order.map(({ option, total }) => `${option} ${Number(total.toFixed(2))}`).join(', ') || 'nothing'}; expected, as the source has it: ${set.ranks.join(', ')}`)
  }
  const bands = Object.entries(model.bands ?? {})
  for (const [slug, { from }] of bands) if (from > scale.to) report(['bands', slug, 'from'], `read ${from}: no total is so high`)
  if (bands.length && bandOf(model.bands, scale.from) === undefined) report(['bands'], `a total of ${scale.from} is in no band`)
  return options.length * criteria.length + Object.keys(model.sets).length + bands.length
}

const rankOf = (order: { option: string, rank: number }[], option: string) => order.find(each => each.option === option)?.rank ?? Infinity
