import { describe, expect, test } from 'vitest'
import type { Framework } from '#schema'
import { formOf } from './laid.ts'
import { scaled } from './scale.ts'

const names = (en: string, zh = en) => ({ en, zh, ru: en })
const stage = (en: string, until?: number) => ({ names: names(en), mark: 'plain' as const, state: { en: `what ${en} brings`, zh: '如此' }, claims: ['a/b'], ...(until ? { until } : {}) })
const stages = (nodes: Framework['nodes'], from?: number): Framework => ({ title: names('Stages'), source: 'a', claims: ['a/b'], layout: 'chain', describes: { en: 'x', zh: 'x' }, ...(from ? { from } : {}), nodes, edges: {} })
const years = stages({ soon: stage('Soon', 2031), later: stage('Later', 2036), last: stage('Last', 2051) }, 2026)

describe('a chain of years', () => {
  test.each([[years, 'scale'], [stages({ soon: stage('Soon') }, 2026), 'laid'], [stages({ soon: stage('Soon', 2031) }), 'laid']] as const)('which form, %#', (framework, form) => expect(formOf(framework)).toBe(form))

  test('is true to scale: twice the years, twice the length', () => {
    const { spans, ticks } = scaled(years, 'en')
    const long = spans.map(({ x, until }) => until - x)
    expect(long[1]! / long[0]!).toBeCloseTo(2, 1)
    expect(long[2]! / long[0]!).toBeCloseTo(5, 1)
    expect(ticks.map(({ year }) => year)).toEqual([2026, 2031, 2036, 2051])
    expect(spans.map(({ until }) => until)).toEqual(ticks.slice(1).map(({ x }) => x))
  })

  test('what is said stands beside a short bracket and over a long one, inside the figure', () => {
    const { spans, width, height, axis } = scaled(years, 'en')
    expect(spans.map(({ label }) => label.is)).toEqual(['beside', 'beside', 'over'])
    for (const { y, label } of spans) {
      expect(label.x).toBeLessThanOrEqual(width)
      expect(y).toBeLessThan(axis.y)
    }
    expect(height).toBeGreaterThan(axis.y)
    for (const [index, { y }] of spans.slice(1).entries()) expect(y).toBeGreaterThan(spans[index]!.y)
  })

  test.each([
    ['an end before the beginning', { soon: stage('Soon', 2026) }, /node "soon": expected "until" after 2026/],
    ['two ends too close', { soon: stage('Soon', 2049), last: stage('Last', 2050) }, /2049 and 2050 are too close/],
  ])('%s is said', (_, nodes, letter) => expect(() => scaled(stages(nodes, 2026), 'en')).toThrow(letter))
})
