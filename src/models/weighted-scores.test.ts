import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, firstPlaceTurns, ranked, scoresOf, totalOf, turnsOf } from './weighted-scores.ts'

const scores = { hill: { water: 2, roads: 9, walls: 8 }, river: { water: 9, roads: 6, walls: 3 }, coast: { water: 5, roads: 5, walls: 5 } }
const options = Object.keys(scores)
const order = (weights: Record<string, number>) => ranked(options, weights, scores).map(({ option, rank }) => `${rank} ${option}`)

describe('a total', () => {
  it.each([
    [{ water: 1, roads: 1, walls: 1 }, 'hill', 19 / 3],
    [{ water: 3, roads: 1, walls: 0 }, 'river', 33 / 4],
    [{ water: 30, roads: 10, walls: 0 }, 'river', 33 / 4], // only the proportions count
    [{ water: 0, roads: 0, walls: 0 }, 'hill', undefined],
  ] as const)('%o of %s => %d', (weights, option, total) => expect(totalOf(weights, scores[option])).toEqual(total))
  it('waits for a score that counts, not for one that does not', () => {
    expect(totalOf({ water: 1, roads: 1 }, { roads: 4 })).toBeUndefined()
    expect(totalOf({ water: 0, roads: 1 }, { roads: 4 })).toBe(4)
  })
})

describe('a cell that is not stated', () => {
  const says = { en: 'x', zh: '甲' }
  const model = { scores: { hill: { water: { is: 'not-stated' as const, says, claims: [] }, roads: { score: 9, says, claims: [] } } } }
  it('counts what the model says of such cells', () => expect(scoresOf({ ...model, notStated: { score: 5, why: says } })).toEqual({ hill: { water: 5, roads: 9 } }))
  it('has no score where the model says nothing, and so there is no total', () => expect(totalOf({ water: 1, roads: 1 }, scoresOf(model)['hill']!)).toBeUndefined())
})

describe('the order', () => {
  it.each([
    [{ water: 1, roads: 1, walls: 1 }, ['1 hill', '2 river', '3 coast']],
    [{ water: 3, roads: 1, walls: 1 }, ['1 river', '2 coast', '3 hill']],
    [{ water: 0, roads: 0, walls: 0 }, []],
  ])('%o => %o', (weights, expected) => expect(order(weights)).toEqual(expected))
  it('equals share a rank', () => expect(ranked(['a', 'b', 'c'], { x: 1 }, { a: { x: 4 }, b: { x: 5 }, c: { x: 5 } }).map(({ option, rank }) => `${rank} ${option}`)).toEqual(['1 b', '1 c', '3 a']))
})

describe('the weight that turns the order', () => {
  const even = { water: 1, roads: 1, walls: 1 }
  // hill − river: water −7, roads +3, walls +5, so that at equal other weights 8 − 7w = 0.
  it('stands where two totals meet', () => expect(turnsOf(['hill', 'river'], even, scores, 'water', 10)).toEqual([{ at: 8 / 7, above: 'river', below: 'hill' }]))
  it('is none beyond what can be chosen', () => expect(turnsOf(['hill', 'river'], even, scores, 'water', 1)).toEqual([]))
  it('is none where both score the same', () => expect(turnsOf(['a', 'b'], { x: 1, y: 1 }, { a: { x: 5, y: 1 }, b: { x: 5, y: 2 } }, 'x', 10)).toEqual([]))
  it('leaves out an option without its scores', () => expect(turnsOf(['hill', 'new'], even, { ...scores, new: { water: 3 } }, 'water', 10)).toEqual([]))
  it('of the first place is the nearest one', () => expect(firstPlaceTurns(options, even, scores, 'water', 10)).toEqual({ at: 8 / 7, above: 'river', below: 'hill' }))

  const score = fc.integer({ min: 0, max: 10 })
  const row = fc.record({ x: score, y: score, z: score })
  it('has the one ahead above it and the other below, always', () => {
    fc.assert(fc.property(row, row, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (a, b, y, z) => {
      for (const { at, above, below } of turnsOf(['a', 'b'], { x: 1, y, z }, { a, b }, 'x', 10)) {
        const first = (x: number) => ranked(['a', 'b'], { x, y, z }, { a, b })[0]!.option
        expect([first(at + 0.001), first(Math.max(0, at - 0.001))]).toEqual([above, below])
      }
    }))
  })
})

it.each([[8, 'strong'], [7, 'strong'], [6.99, 'middling'], [0, 'weak']])('%d is in the band %s', (total, band) => {
  const says = { name: { en: '-', zh: '-' }, claims: [] }
  expect(bandOf({ weak: { from: 0, ...says }, strong: { from: 7, ...says }, middling: { from: 4, ...says } }, total)).toBe(band)
})
