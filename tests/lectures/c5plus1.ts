import { describe, expect, test } from 'vitest'
import type { Course } from '#course'
import { type Move, placesOfPlans, play, randomGame } from '#models'
import type { GameModel } from '#schema'
import { kinds, type Promised } from './promise.ts'

export const promises: Promised[] = [
  { what: 'claims of the article', count: ({ claims }) => claims('si-2026').length, least: 40 },
  { what: 'exercises', count: ({ exercises }) => exercises.length, least: 12, most: 16 },
  { what: 'kinds of exercises', count: ({ kinds }) => kinds.size, least: 6 },
  ...kinds('sort', 'judge', 'number', 'essay'),
]

export function also(course: Course) {
  const model = course.models['c5plus1/multi-balancing'] as GameModel
  const short: GameModel = { ...model, rounds: model.short! }
  const player = 'kyrgyzstan'
  const powers = Object.keys(model.powers)
  const played = Array.from({ length: 12 }, (_, seed) => ({ rounds: randomGame(short, seed).map(({ moves }) => moves), seed }))
  const ends = played.flatMap(game => placesOfPlans(short, player, game))
  const dealtWith = (plan: readonly Move[]) => new Set(plan.flatMap(({ toward }) => toward ?? [])).size
  const shareBalanced = (among: typeof ends) => among.filter(({ place }) => place === 0).length / among.length

  describe('its game shows what the article says of balancing', () => {
    test('the more powers a plan deals with, the more of its games end in balance', () => {
      const shares = powers.map((_, index) => shareBalanced(ends.filter(({ plan }) => plan.every(({ toward }) => toward) && dealtWith(plan) === index + 1)))
      expect(shares).toEqual([...shares].sort((one, other) => one - other))
      expect(new Set(shares).size).toBe(shares.length)
    })
    test.each(powers)('who leans on %s alone never ends in balance', power =>
      expect(ends.filter(({ plan, place }) => place === 0 && plan.every(({ toward }) => toward === power))).toEqual([]))
    test('balancing does not always pay: most plans that deal with all three fail', () =>
      expect(shareBalanced(ends.filter(({ plan }) => dealtWith(plan) === powers.length))).toBeLessThan(0.5))
    test('each dilemma strikes within short games', () => {
      const fired = new Set(Array.from({ length: 60 }, (_, seed) => randomGame(short, seed)).flat().flatMap(({ fired }) => Object.values(fired).flat()))
      expect([...fired]).toEqual(expect.arrayContaining(['choose', 'collide', 'weak']))
    })
    test('to hedge and not to visit is worth its price in some games, and not in others', () => {
      const verdicts = new Set(played.flatMap((game) => {
        const places = new Map(placesOfPlans(short, player, game).map(({ plan, place }) => [JSON.stringify(plan), place]))
        return [...places].flatMap(([plan, place]) => {
          const visiting = places.get(plan.replaceAll('"hedge"', '"visit"'))
          return plan.includes('"hedge"') && visiting !== undefined ? [Math.sign(visiting - place)] : []
        })
      }))
      expect([...verdicts]).toEqual(expect.arrayContaining([1, -1]))
    })
  })

  test('the game of the exercise “why it ended so” can be played', () => {
    const plan: Move[] = Array.from({ length: 3 }, () => ({ move: 'best-fit', toward: 'china' }))
    const found = Array.from({ length: 200 }, (_, seed) => play(short, plan.map(move => ({ [player]: move })), seed).at(-1)!.standings[player]!.gauges)
    expect(found).toContainEqual({ growth: 9, safety: 1, freedom: 0 })
  })
}
