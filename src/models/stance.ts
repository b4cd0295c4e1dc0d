// Positions on a scale, before and after; bets believed with some certainty, and how well certainty and truth agree.

/** Levels of certainty, in percent: from a coin toss to certain. */
export const sureness = [50, 60, 70, 80, 90, 100] as const
export type Sureness = (typeof sureness)[number]

/** What the score below is taken from: outside claims, cited where it is shown. */
export const stanceSources = ['brier-1950/score'] as const

/** Under what name the answers and the key of a stance are kept: `stances/corridor/tripp`, never that of an exercise. */
export const stanceName = (id: string): string => `stances/${id}`

/** A bet after it was settled: how sure one was, and whether it came out as one had said. */
export interface SettledBet { sure: Sureness, isRight: boolean }

/**
 * Brier (1950), "Verification of forecasts expressed in terms of probability": the mean squared distance between certainty and outcome.
 * He sums over both outcomes and ends at 2; this is half of that, 0 (certain and right) to 1 (certain and wrong); always 50 % gives 0.25.
 * NaN without bets.
 *
 *     brier([{ sure: 80, isRight: true }, { sure: 60, isRight: false }]) => 0.2
 */
export const brier = (bets: readonly SettledBet[]): number => bets.reduce((sum, { sure, isRight }) => sum + ((isRight ? 1 : 0) - sure / 100) ** 2, 0) / bets.length

/** Fewer bets at one level say nothing about it. */
export const enough = 5

/** Of the bets made at each level, how many came out as said; levels without bets are left out. */
export function calibration(bets: readonly SettledBet[]): { sure: Sureness, made: number, right: number }[] {
  return sureness.flatMap((sure) => {
    const here = bets.filter(bet => bet.sure === sure)
    return here.length ? [{ sure, made: here.length, right: here.filter(({ isRight }) => isRight).length }] : []
  })
}

export const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/**
 * The middle place, 1-based, or the two between which the middle lies; nothing without hands. Places are in order and no more:
 * there is no mean of them.
 *
 *     median([0, 2, 1, 0, 0]) => [2]        median([1, 0, 0, 0, 1]) => [1, 5]
 */
export function median(counts: readonly number[]): [number] | [number, number] | undefined {
  const all = total(counts)
  if (all === 0) return undefined
  const placeOf = (rank: number) => {
    let seen = 0
    return counts.findIndex(count => (seen += count) >= rank) + 1
  }
  const [low, high] = [placeOf(Math.ceil(all / 2)), placeOf(Math.floor(all / 2) + 1)]
  return low === high ? [low] : [low, high]
}

/**
 * What two counts of the same hands tell of who moved: at least so many towards the first place, at least so many towards the last.
 * (Across each gap between places, the difference of those below it must have crossed it.) Nothing where the totals differ, or are 0.
 *
 *     movement([3, 0, 1], [1, 1, 2]) => { first: 0, last: 2 }
 */
export function movement(before: readonly number[], after: readonly number[]): { first: number, last: number } | undefined {
  if (total(before) === 0 || total(before) !== total(after)) return undefined
  let [crossed, first, last] = [0, 0, 0]
  before.forEach((count, place) => {
    crossed += count - (after[place] ?? 0)
    last = Math.max(last, crossed)
    first = Math.max(first, -crossed)
  })
  return { first, last }
}
