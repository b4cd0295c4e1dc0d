import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Computation } from '#schema'
import { agrees, figure, recompute, years } from './index.ts'

describe('a printed figure', () => {
  it.each([
    ['9.88', 9.88, 9.875, 9.885, 1],
    ['948亿美元', 948, 947.5, 948.5, 1e8],
    ['约948亿美元', 948, 947, 949, 1e8],
    ['约70亿', 70, 60, 80, 1e8],
    ['逾1000亿', 1000, 1000, 2000, 1e8],
    ['1000多亿美元', 1000, 1000, 2000, 1e8],
    ['近20项', 20, 10, 20, 1],
    ['不到5%', 5, 4, 5, 1],
    ['1,234.5', 1234.5, 1234.45, 1234.55, 1],
    ['１２３４', 1234, 1233.5, 1234.5, 1],
    ['−24.31', -24.31, -24.315, -24.305, 1],
    ['+9%', 9, 8.5, 9.5, 1],
    ['US$94.8 billion', 94.8, 94.75, 94.85, 1e9],
    ['3万亿日元', 3, 2.5, 3.5, 1e12],
    ['more than 40 %', 40, 40, 50, 1],
  ])('%s', (printed, value, low, high, scale) => {
    const read = figure(printed)!
    expect(read.value).toBe(value)
    expect(read.low).toBeCloseTo(low, 9)
    expect(read.high).toBeCloseTo(high, 9)
    expect(read.scale).toBe(scale)
  })

  it.each(['', '—', 'n/a', '若干', '22%~23%', '2015-2021', '17/34', '1.2.3'])('is not in %j', printed => expect(figure(printed)).toBeUndefined())

  it('its value lies in its interval, whatever is printed', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const read = figure(text)
      if (read) expect(read.low <= read.value && read.value <= read.high).toBe(true)
    }))
  })
})

const table: Record<string, string> = {
  'salt/2020': '29.95', 'salt/2021': '37.10', 'salt/all': '100', 'salt/none': '0', 'salt/word': 'little',
  'rise/share': '61.46%', 'rise/own': '4%左右', 'rise/other': '1.6%左右', 'rise/flat': '0',
  'silk/2020': '约948亿美元', 'silk/2021': '70亿', 'silk/small': '5000万',
}
const dates: Record<string, string> = { 'salt/opened': '1923-10-29', 'salt/closed': '2022-06', 'salt/seen': '1988' }
const figures = { cell: (path: string) => table[path], date: (event: string) => dates[event] }

describe('recompute', () => {
  it.each<[string, Computation, number, number, number, number]>([
    ['growth in percent', { growth: ['salt/2020', 'salt/2021'] }, 23.873, 23.835, 23.911, 1],
    ['difference, second minus first', { difference: ['salt/2020', 'salt/2021'] }, 7.15, 7.14, 7.16, 1],
    ['difference in the scale as printed', { difference: ['silk/2021', 'silk/2020'] }, 878, 876.5, 879.5, 1e8],
    ['difference across scales', { difference: ['silk/small', 'silk/2021'] }, 69.5, 69, 70, 1e8],
    ['ratio across 约', { ratio: ['silk/2020', 'silk/2021'] }, 13.543, 13.433, 13.655, 1],
    ['share in percent', { share: ['salt/2021', 'salt/all'] }, 37.1, 36.91, 37.291, 1],
    ['sum', { sum: ['salt/2020', 'salt/2021', 'salt/all'] }, 167.05, 166.54, 167.56, 1],
    // What the growth of emerging economies adds to the world's: close to 80 %.
    ['contribution to growth', { contribution: ['rise/share', 'rise/own', 'rise/other'] }, 79.947, 73.8, 84.2, 1],
    ['years', { years: ['salt/opened', 'salt/closed'] }, 98, 98, 98, 1],
  ])('%s', (_, of, value, low, high, scale) => {
    const result = recompute(of, figures)
    expect(result.value).toBeCloseTo(value, 3)
    expect(result.low).toBeCloseTo(low, 1)
    expect(result.high).toBeCloseTo(high, 1)
    expect(result.scale).toBe(scale)
  })

  it.each<[Computation, RegExp]>([
    [{ growth: ['salt/2020', 'salt/1999'] }, /no cell "salt\/1999"/],
    [{ ratio: ['salt/2020', 'salt/word'] }, /read "little", expected one figure/],
    [{ share: ['salt/2020', 'salt/none'] }, /may be zero/],
    [{ contribution: ['salt/all', 'rise/flat', 'rise/flat'] }, /leave no growth to share out/],
    [{ years: ['salt/opened', 'salt/lost'] }, /no event "salt\/lost"/],
  ])('says what is missing: %j', (of, message) => expect(() => recompute(of, figures)).toThrow(message))
})

describe('a printed result', () => {
  const growth = recompute({ growth: ['salt/2020', 'salt/2021'] }, figures)
  const apart = recompute({ difference: ['silk/2021', 'silk/2020'] }, figures)
  it.each([
    ['23.87', growth, true],
    ['23.9', growth, true],
    ['24%', growth, true],
    ['23.97', growth, false],
    ['23.84', growth, true],
    ['23.83', growth, false],
    ['-23.87', growth, false],
    ['878', apart, true],
    ['878亿美元', apart, true],
    ['87.8 billion', apart, true],
    ['878 million', apart, false],
    ['881', apart, false],
    ['much', growth, false],
  ] as const)('%s', (printed, result, expected) => expect(agrees(result, printed)).toBe(expected))
})

describe('whole years', () => {
  it.each([
    ['2025', '2124', 99, 98, 99],
    ['2025-08-08', '2026-02', 0, 0, 0],
    ['1988', '2026-02', 38, 37, 38],
    ['1988-02', '2026-02', 38, 37, 38],
    ['1992-03-24', '2025-09-01', 33, 33, 33],
    ['2000-06', '2001-05-31', 0, 0, 0],
    ['2026', '1988', -38, -38, -37],
    ['2025', '2025', 0, 0, 0],
  ])('from %s to %s', (from, to, value, low, high) => expect(years(from, to)).toEqual({ value, low, high }))

  it('the value lies in its interval', () => {
    const date = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 }))
      .map(([year, month, day, parts]) => [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, parts).join('-'))
    fc.assert(fc.property(date, date, (from, to) => {
      const { value, low, high } = years(from, to)
      expect(low <= value && value <= high).toBe(true)
    }))
  })
})
