import type { WeightedScoresModel } from '#schema'

/** By criterion. */
export type Weights = Readonly<Record<string, number>>
/** Option -> criterion -> score; a score that is not given yet is not there. */
export type Scores = Readonly<Record<string, Readonly<Record<string, number | undefined>>>>

/**
 * The scores of the source, without what they rest on. A cell that the source does not state counts what the model says of such cells;
 * where it says nothing the cell has no score, and its option no total.
 *
 *     { scores: { hill: { water: { is: 'not-stated' }, roads: { score: 9 } } }, notStated: { score: 5 } }   =>   { hill: { water: 5, roads: 9 } }
 */
export const scoresOf = ({ scores, notStated }: Pick<WeightedScoresModel, 'scores' | 'notStated'>): Record<string, Record<string, number | undefined>> =>
  Object.fromEntries(Object.entries(scores).map(([option, by]) => [option, Object.fromEntries(Object.entries(by).map(([criterion, { score, is }]) =>
    [criterion, is === 'not-stated' ? notStated?.score : score]))]))

/**
 * The weighted mean of the scores, Σ wᵢ·sᵢ ÷ Σ wᵢ: on the scale of the scores, whatever the weights sum to.
 * Nothing where a criterion that counts has no score, or where nothing counts.
 *
 *     weights { water: 3, roads: 1 }, scores { water: 8, roads: 4 }  =>  7
 */
export function totalOf(weights: Weights, scores: Readonly<Record<string, number | undefined>>): number | undefined {
  const counting = Object.entries(weights).filter(([, weight]) => weight > 0)
  const sum = counting.reduce((all, [, weight]) => all + weight, 0)
  if (sum === 0 || counting.some(([criterion]) => scores[criterion] === undefined)) return undefined
  return counting.reduce((all, [criterion, weight]) => all + weight * scores[criterion]!, 0) / sum
}

/** Totals so near are the same: sums of decimal weights differ in the last place. */
const nearly = 1e-9

export interface Ranked { option: string, total: number, /** 1 is the best; equal totals share a rank. */ rank: number }

/** The options that have a total, from the best down; equals in their own order. */
export function ranked(options: readonly string[], weights: Weights, scores: Scores): Ranked[] {
  const totals = options.flatMap((option) => {
    const total = totalOf(weights, scores[option] ?? {})
    return total === undefined ? [] : [{ option, total }]
  })
  return totals.map(each => ({ ...each, rank: 1 + totals.filter(({ total }) => total > each.total + nearly).length })).sort((one, other) => one.rank - other.rank)
}

export interface Turn {
  /** The weight of the criterion at which the two have the same total. */
  at: number
  /** Which of the two is ahead above that weight, and which below. */
  above: string
  below: string
}

/**
 * Where one weight turns the order of two options, all other weights as they are. The difference of two totals has the sign of
 * D = Σ wᵢ·(aᵢ − bᵢ), which is linear in each weight: it is nought where w = −(D without this criterion) ÷ (a − b).
 * Sorted by weight, from 0 to `most`; a turn at either end changes nothing that can be chosen, and is left out.
 */
export function turnsOf(options: readonly string[], weights: Weights, scores: Scores, criterion: string, most: number): Turn[] {
  const others = Object.entries(weights).filter(([each, weight]) => each !== criterion && weight > 0)
  const complete = options.filter(option => [criterion, ...others.map(([each]) => each)].every(each => scores[option]?.[each] !== undefined))
  return complete.flatMap((a, index) => complete.slice(index + 1).flatMap((b): Turn[] => {
    const score = (option: string, each: string) => scores[option]![each]!
    const slope = score(a, criterion) - score(b, criterion)
    const rest = others.reduce((sum, [each, weight]) => sum + weight * (score(a, each) - score(b, each)), 0)
    const at = slope === 0 ? NaN : -rest / slope
    return at > nearly && at < most - nearly ? [slope > 0 ? { at, above: a, below: b } : { at, above: b, below: a }] : []
  })).sort((one, other) => one.at - other.at)
}

/** Of these turns the one that changes who is first, nearest to the weight as it is. */
export function firstPlaceTurns(options: readonly string[], weights: Weights, scores: Scores, criterion: string, most: number): Turn | undefined {
  const now = weights[criterion] ?? 0
  const isLead = ({ at, above, below }: Turn) => ranked(options, { ...weights, [criterion]: at }, scores).filter(({ rank }) => rank === 1).some(({ option }) => option === above || option === below)
  return turnsOf(options, weights, scores, criterion, most).filter(isLead).sort((one, other) => Math.abs(one.at - now) - Math.abs(other.at - now))[0]
}

/** The band of a total: the highest whose `from` it reaches. */
export function bandOf(bands: WeightedScoresModel['bands'], total: number): string | undefined {
  return Object.entries(bands ?? {}).sort(([, one], [, other]) => other.from - one.from).find(([, { from }]) => total >= from - nearly)?.[0]
}
