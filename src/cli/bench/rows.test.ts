import { describe, expect, it } from 'vitest'
import { type Row, type RowPlan, type Samples, inTable, judged, median, merged, percentile, rounded, wanted } from './rows.ts'

const plan: RowPlan = { id: 'site/size', what: 'site', unit: 'kB', how: 'x', goals: [{ of: 'ours', most: 400 }, { of: 'ratio', most: 0.8 }] }
const when = { date: '2026-03-01T09:00:00.000Z', commit: '3f0a9c2' }

describe('median', () => {
  it.each([[[3], 3], [[3, 1, 2], 2], [[4, 1, 2, 3], 2.5]])('%j => %j', (samples, expected) => expect(median(samples)).toBe(expected))
})

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  it.each<[number[], number, number]>([[hundred, 0.95, 96], [hundred, 0.5, 51], [[7], 0.95, 7], [[1, 2], 1, 2], [[], 0.5, NaN]])('%#', (samples, part, expected) => expect(percentile(samples, part)).toBe(expected))
})

it.each([[0.012345, 0.0123], [1234.5, 1235], [99.96, 100], [0, 0], [-3.14159, -3.14]])('rounded(%f) => %f', (value, expected) => expect(rounded(value)).toBe(expected))

describe('judged', () => {
  it.each<[string, Partial<RowPlan>, Samples, Partial<Row>]>([
    ['both reached', {}, { ours: [390, 395, 380], ordinary: [500, 490, 510] }, { reached: true, ratio: 0.78, ours: { value: 390, samples: [390, 395, 380] } }],
    ['the ratio missed', {}, { ours: [390], ordinary: [400] }, { reached: false, ratio: 0.975 }],
    ['ours missed', {}, { ours: [401], ordinary: [4000] }, { reached: false }],
    ['exactly so much', {}, { ours: [400], ordinary: [500] }, { reached: true }],
    ['at least', { goals: [{ of: 'ratio', least: 3 }] }, { ours: [6], ordinary: [2] }, { reached: true, ratio: 3 }],
    ['less than at least', { goals: [{ of: 'ratio', least: 3 }] }, { ours: [5.9], ordinary: [2] }, { reached: false }],
    ['nothing to reach', { goals: [] }, { ours: [1] }, { reached: undefined }],
    ['nothing stored twice', { goals: [{ of: 'ours', most: 0 }] }, { ours: [0] }, { reached: true }],
    ['a ratio to nothing is not reached', { goals: [{ of: 'ratio', most: 1 }] }, { ours: [1], ordinary: [0] }, { reached: false, ratio: undefined }],
    ['a ratio that has no other side', { goals: [{ of: 'ratio', most: 1 }] }, { ours: [0.1] }, { reached: false }],
    ['p95', { goals: [], counts: 'p95' }, { ours: [...Array.from({ length: 18 }, () => 1), 50, 60] }, { ours: { value: 60, samples: expect.any(Array) as number[] } }],
  ])('%s', (_, of, found, expected) => {
    const row = judged({ ...plan, ...of }, found, when)
    expect({ reached: undefined, ratio: undefined, ...row }).toMatchObject(expected)
    expect(row).toMatchObject(when)
  })
  it.each<[string, Samples | string, string]>([
    ['says why', 'no browser was found', 'no browser was found'],
    ['no samples', { ours: [] }, 'a sample is missing'],
    ['no samples of the other', { ours: [1], ordinary: [] }, 'a sample is missing'],
    ['no number', { ours: [NaN] }, 'a sample is missing'],
  ])('not measured: %s', (_, found, why) => {
    const row = judged(plan, found, when)
    expect(row.why).toBe(why)
    expect(row.reached).toBeUndefined()
  })
})

describe('merged', () => {
  const row = (id: string, date: string): Row => ({ ...plan, id, date })
  it('what is measured again takes the place of what was; the others stay; what nobody measures goes', () => {
    expect(merged([row('b', 'old'), row('a', 'old'), row('gone', 'old')], [row('b', 'new'), row('c', 'new')], ['a', 'b', 'c', 'd']).map(({ id, date }) => `${id} ${date}`)).toEqual(['a old', 'b new', 'c new'])
  })
})

describe('table', () => {
  it('has what is to be reached in words', () => {
    expect(wanted(plan)).toBe('≤ 400 kB, ≤ 0.8×')
    expect(wanted({ ...plan, goals: [{ of: 'ratio', least: 3 }] })).toBe('≥ 3×')
    expect(wanted({ ...plan, goals: [] })).toBe('')
  })
  it('one line a row, and why where there is no number', () => {
    const rows = [judged(plan, { ours: [390], ordinary: [500] }, when), judged(plan, { ours: [500], ordinary: [500] }, when), judged(plan, 'no browser', when), judged({ ...plan, goals: [] }, { ours: [1] }, when)]
    expect(inTable(rows).slice(1)).toEqual([
      ['site', '390 kB', '500 kB', '0.78×', '≤ 400 kB, ≤ 0.8×', 'reached'],
      ['site', '500 kB', '500 kB', '1×', '≤ 400 kB, ≤ 0.8×', 'missed'],
      ['site', 'not measured: no browser'],
      ['site', '1 kB', '', '', '', ''],
    ])
  })
})
