import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Claim, Event, Source } from '#schema'
import { agree, type Block, dateOf, datedOf, extentOf, laterBy, layOut, moved, narrowest, scaleOf, shownIn, spanOf, ticksOf, widthOf, windowOf, zoomed } from './timeline.ts'

const days = ({ from, to }: { from: number, to: number }) => [dateOf(from), dateOf(to)]

test.each([
  ['2025', undefined, '2025-01-01', '2026-01-01'],
  ['2025-03', undefined, '2025-03-01', '2025-04-01'],
  ['2025-12', undefined, '2025-12-01', '2026-01-01'],
  ['2024-02', undefined, '2024-02-01', '2024-03-01'],
  ['2025-08-08', undefined, '2025-08-08', '2025-08-09'],
  ['1988', '1994', '1988-01-01', '1995-01-01'],
  ['2025-09-01', '2025-11-30', '2025-09-01', '2025-12-01'],
])('%s until %s is from %s up to %s', (date, until, from, to) => expect(days(spanOf(date, until))).toEqual([from, to]))

test.each([['2025', '2025-08-08', true], ['2025-08', '2025-08', true], ['2025-08-08', '2025-09', false], ['2017-09-19', '2018-09-25', false]])('%s and %s agree: %s', (one, other, is) => expect(agree(one, other)).toBe(is))

const sources = { home: { issued: '2026-04-28' }, away: { issued: '2025', outside: true } } as unknown as Record<string, Source>
const claims = { 'home/stands': { status: 'stands' }, 'home/slip': { status: { fails: { en: 'no', zh: '不' } } }, 'away/says': { status: 'stands' } } as unknown as Record<string, Claim>
const event = (date: string, more: Partial<Event> = {}): Event => ({ date, name: { en: 'x', zh: 'x' }, theme: 'road', otherwise: [], claims: ['home/stands'], ...more })
const dated = (...events: Event[]) => datedOf(events.map((each, index) => [`e${index}`, each]), { claims, sources })

describe('events with their dates', () => {
  it('come by the first of their days', () => expect(dated(event('2025-08'), event('1988'), event('2025')).map(({ id }) => id)).toEqual(['e1', 'e2', 'e0']))
  it('are ahead when they come after the text that tells them', () => {
    expect(dated(event('2026-06-07'), event('2035'), event('2026-04-28'), event('2026')).map(({ id, isAhead }) => `${id} ${isAhead}`)).toEqual(['e3 false', 'e2 false', 'e0 true', 'e1 true'])
  })
  it('do not hold where the claim behind a date fails, whatever stands outside', () => {
    const other = { date: '2018-09-25', is: 'date' as const, claims: ['away/says'] }
    expect(dated(event('2017-09-19', { claims: ['home/slip', 'away/says'], otherwise: [other] }))[0]!.marks.map(({ fails }) => fails)).toEqual([true, false])
    expect(dated(event('2017-09-19', { claims: ['home/slip'] }))[0]!.marks[0]!.fails, 'nothing disagrees with it').toBe(false)
  })
  it('have a footnote that fails when it is older than they are', () => {
    const note = (date: string) => ({ date, is: 'note' as const, claims: ['home/stands'] })
    expect(dated(event('2024', { otherwise: [note('2017-04-12'), note('2026-01-23'), note('2024-05')] }))[0]!.marks.map(({ fails }) => fails)).toEqual([false, true, false, false])
  })
})

describe('windows', () => {
  const chain = dated(event('1956'), event('2020'), event('2025-08-08', { open: true }), event('2026-06-07'))
  const bounds = extentOf(chain)
  it('take in both ends', () => expect(days(windowOf('2020', '2026-07', bounds))).toEqual(['2020-01-01', '2026-08-01']))
  it('hold what has a day in them, and count the rest', () => {
    const { shown, before, after } = shownIn(chain, windowOf('2019', '2020', bounds))
    expect([shown.map(({ id }) => id), before, after]).toEqual([['e1'], 1, 2])
    expect(shownIn(chain, windowOf('2026', undefined, bounds)).shown.map(({ id }) => id), 'what is still to come is in every later one').toEqual(['e2', 'e3'])
  })
  it('go nearer around a day that one looks at', () => {
    const day = spanOf('2025-08-08').from
    const near = zoomed(windowOf('2020', '2026', bounds), 0.5, bounds, day)
    expect(Math.abs((near.from + near.to) / 2 - day)).toBeLessThanOrEqual(1)
  })
  it('never leave what there is, nor become narrower than four weeks', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('in', 'out', 'earlier', 'later'), { maxLength: 60 }), (acts) => {
      let window = windowOf('2025', '2026-07', bounds)
      for (const act of acts) {
        window = act === 'in' ? zoomed(window, 0.5, bounds) : act === 'out' ? zoomed(window, 2, bounds) : moved(window, act === 'earlier' ? -1 : 1, bounds)
        expect(window.from).toBeGreaterThanOrEqual(bounds.from)
        expect(window.to).toBeLessThanOrEqual(bounds.to)
        expect(window.to - window.from).toBeGreaterThanOrEqual(narrowest)
      }
    }))
  })
  it('are linear', () => {
    const scale = scaleOf({ from: 100, to: 300 }, 800)
    expect([100, 150, 300].map(scale)).toEqual([0, 200, 800])
  })
})

test.each([
  ['1950', '2030', 5, ['1950', '1960', '1970', '1980', '1990', '2000', '2010', '2020', '2030']],
  ['2020', '2026', 0, ['2020', '2021', '2022', '2023', '2024', '2025', '2026']],
  ['2025', '2025', 0, ['2025-01', '2025-04', '2025-07', '2025-10']],
  ['2025-08', '2025-09', 0, ['2025-08', '2025-09']],
])('ticks from %s to %s', (from, to, _, begins) => {
  const window = { from: spanOf(from).from, to: spanOf(to).to }
  const ticks = ticksOf(window, 720, 72)
  expect(ticks.length).toBeLessThanOrEqual(10)
  if (begins.length > 2) expect(ticks.map(({ day }) => dateOf(day).slice(0, begins[0]!.length))).toEqual(begins)
  expect(ticks.every(({ day }) => day >= window.from && day < window.to)).toBe(true)
})

describe('rows', () => {
  const block = (id: string, left: number, more: Partial<Block> = {}): Block => ({ id, lane: 'one', left, right: left + 14, label: 100, isDouble: false, ...more })
  it('are shared where nothing touches', () => {
    const { placed, rows } = layOut([block('a', 0), block('b', 200), block('c', 60)], ['one'], 400)
    expect(placed.map(({ id, row, label }) => `${id} ${row} ${label}`)).toEqual(['a 0 right', 'b 0 right', 'c 1 right'])
    expect(rows).toBe(2)
  })
  it('have the label at the left where there is no room at the right', () => expect(layOut([block('a', 380)], ['one'], 400).placed[0]).toMatchObject({ label: 'left', x: 272 }))
  it('are two for what is joined, with the label over it and inside the plot', () => expect(layOut([block('a', 300, { right: 390, label: 250, isDouble: true })], ['one'], 400)).toMatchObject({ rows: 2, placed: [{ label: 'over', x: 150, rows: 2 }] }))
  it('become one, with a shorter label, before anything is left without a name', () => {
    const { placed, rows, unnamed } = layOut([block('a', 300, { right: 390, label: 250, short: 80, isDouble: true })], ['one'], 400, 1)
    expect([rows, unnamed, placed[0]]).toMatchObject([1, 0, { label: 'left', isShort: true }])
  })
  it('are no more than there may be; what finds no room stands as a mark', () => {
    const { rows, unnamed } = layOut(Array.from({ length: 6 }, (_, index) => block(`b${index}`, 10 + index)), ['one'], 400, 3)
    expect([rows, unnamed]).toEqual([3, 3])
  })
  it('never let two labels or a label and a mark overlap', () => {
    fc.assert(fc.property(fc.array(fc.record({ left: fc.integer({ min: 0, max: 380 }), width: fc.integer({ min: 10, max: 120 }), label: fc.integer({ min: 20, max: 380 }), lane: fc.constantFrom('one', 'two'), isDouble: fc.boolean() }), { maxLength: 14 }), (drawn) => {
      const blocks = drawn.map(({ left, width, ...rest }, index): Block => ({ id: `b${index}`, left, right: Math.min(400, left + width), ...rest }))
      const layout = layOut(blocks, ['one', 'two'], 400)
      expect(layOut(blocks, ['one', 'two'], 400)).toEqual(layout)
      const boxes = layout.placed.filter(({ label }) => label !== 'none').flatMap(({ id, row, label, x }) => {
        const { left, right, label: width } = blocks.find(each => each.id === id)!
        return label === 'over' ? [{ id, row, from: x, to: x + width }, { id, row: row + 1, from: left, to: right }] : [{ id, row, from: Math.min(left, x), to: Math.max(right, x + width) }]
      })
      for (const [index, one] of boxes.entries())
        for (const other of boxes.slice(index + 1)) if (one.row === other.row && one.id !== other.id) expect(one.to <= other.from || other.to <= one.from, `${one.id} and ${other.id}`).toBe(true)
      for (const { from, to } of boxes) { expect(from).toBeGreaterThanOrEqual(0); expect(to).toBeLessThanOrEqual(400) }
    }))
  })
})

test.each([['1992', '1997-02', { years: 5 }], ['2025-03', '2025-08-08', { months: 5 }], ['2024', '2025-03', undefined], ['1956', '1988', { years: 32 }], ['2025-08-08', '2025-08-08', undefined]])('from %s to %s', (from, to, later) => expect(laterBy(from, to)).toEqual(later))

it('takes a Han character for a square', () => {
  expect(widthOf('纳卡', 18)).toBe(36)
  expect(widthOf('2025年', 18)).toBeGreaterThan(widthOf('2025', 18) + 18)
})
