import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brier, calibration, median, movement, sureness, total, type SettledBet } from './stance.ts'

const bet = (sure: SettledBet['sure'], isRight: boolean): SettledBet => ({ sure, isRight })

describe('Brier score, 0 to 1', () => {
  it.each<[string, SettledBet[], number]>([
    ['certain and right', [bet(100, true)], 0],
    ['certain and wrong', [bet(100, false)], 1],
    ['always a coin toss', [bet(50, true), bet(50, false)], 0.25],
    ['80 % and wrong', [bet(80, false)], 0.64],
    ['the example in the comment', [bet(80, true), bet(60, false)], 0.2],
  ])('%s', (_, bets, score) => expect(brier(bets)).toBeCloseTo(score, 10))
  it('is best for who says what comes true: of ten bets, eight right, 80 % scores best', () => {
    const scores = sureness.map(sure => brier(Array.from({ length: 10 }, (_, index) => bet(sure, index < 8))))
    expect(sureness[scores.indexOf(Math.min(...scores))]).toBe(80)
  })
})

it('calibration counts each level by itself, and leaves out those without bets', () => {
  expect(calibration([bet(80, true), bet(50, false), bet(80, false), bet(80, true)])).toEqual([{ sure: 50, made: 1, right: 0 }, { sure: 80, made: 3, right: 2 }])
})

it.each<[number[], ReturnType<typeof median>]>([
  [[0, 0, 0], undefined], [[0, 1, 0], [2]], [[0, 2, 1, 0, 0], [2]], [[1, 0, 0, 0, 1], [1, 5]], [[2, 2], [1, 2]], [[3, 2], [1]],
])('the middle of %j is %j', (counts, expected) => expect(median(counts)).toEqual(expected))

describe('who moved, as far as two counts can tell', () => {
  it.each<[number[], number[], ReturnType<typeof movement>]>([
    [[3, 0, 1], [1, 1, 2], { first: 0, last: 2 }],
    [[0, 4, 0], [1, 2, 1], { first: 1, last: 1 }],
    [[1, 2, 3], [1, 2, 3], { first: 0, last: 0 }],
    [[5, 0, 0], [0, 0, 5], { first: 0, last: 5 }],
    [[2, 0], [1, 0], undefined],
    [[0, 0], [0, 0], undefined],
  ])('%j to %j', (before, after, expected) => expect(movement(before, after)).toEqual(expected))
  it('never says more than is true of people one can see', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { minLength: 1, maxLength: 30 }), (people) => {
      const count = (of: 0 | 1) => Array.from({ length: 7 }, (_, place) => people.filter(person => person[of] === place).length)
      const told = movement(count(0), count(1))!
      expect(total(count(0))).toBe(people.length)
      expect(told.last).toBeLessThanOrEqual(people.filter(([from, to]) => to > from).length)
      expect(told.first).toBeLessThanOrEqual(people.filter(([from, to]) => to < from).length)
    }))
  })
})
