import { describe, expect, test } from 'vitest'
import type { Course } from '#course'
import { chartOf, rangeOf, recompute, tableReadings } from '#models'
import { type DecisionTableModel, languages, type Slide } from '#schema'
import { kinds, partsOf, type Promised, sidesRestOn, slides, sourceOf, withLayout } from './promise.ts'

/** Tags with a picture in them. */
const drawn = ['Framework', 'Explorer', 'Argument', 'Timeline', 'Chart', 'CorridorMap']
/** "In threes · 12 minutes" => 12 */
const minutesOf = ({ does = '' }: Slide) => Number(/(\d+)\s*(?:minutes?|分钟)/.exec(does)?.[1] ?? 0)
const fewest = (what: string, count: (slides: Slide[]) => number, least: number, most?: number): Promised => ({ what, count: ({ decks }) => Math.min(...decks.map(([, slides]) => count(slides))), least, ...most === undefined ? {} : { most } })
const otherTexts = ['minerals-2025', 'si-2026', 'yang-2026', 'zhang-zeming-2026']

export const promises: Promised[] = [
  { what: 'claims of the article', count: ({ claims }) => claims('zhu-2025').length, least: 100 },
  { what: 'claims of the op-ed', count: ({ claims }) => claims('minerals-2025').length, least: 30 },
  { what: 'exercises', count: ({ exercises }) => exercises.length, least: 12, most: 16 },
  { what: 'kinds of exercises', count: ({ kinds }) => kinds.size, least: 8 },
  ...kinds('number', 'matrix', 'sort', 'order', 'essay'),
  ...slides(18, 22),
  { what: 'slides with layout source-check', count: parts => withLayout(parts, 'source-check'), least: 3, most: 4 },
  ...(['before', 'answer', 'question'] as const).map((layout): Promised => ({ what: `slides with layout ${layout}`, count: parts => withLayout(parts, layout), least: 1, most: 1 })),
  fewest('slides on which the class does something, beside reading its line again', slides => slides.filter(({ does, layout }) => does && layout !== 'answer').length, 6, 8),
  fewest('activities of eight to twelve minutes', slides => slides.map(minutesOf).filter(minutes => minutes >= 8 && minutes <= 12).length, 2),
  fewest('slides with a picture', slides => slides.filter(({ tags, content }) => tags.some(({ name }) => drawn.includes(name)) || content.includes('class="scale"')).length, 8),
  { what: 'tensions', count: ({ tensions }) => tensions.length, least: 8 },
  { what: 'tensions with another of the course’s texts', count: parts => sidesRestOn(parts).filter(sources => sources.has('zhu-2025') && otherTexts.some(other => sources.has(other))).length, least: 6 },
  ...['yang-2026', 'zhang-zeming-2026'].map((text): Promised => ({ what: `tensions with ${text}`, count: parts => sidesRestOn(parts).filter(sources => sources.has(text)).length, least: 2 })),
  { what: 'terms no other lecture has', count: ({ terms, termsElsewhere }) => terms.filter(({ names }) => !termsElsewhere.some(other => other.names.zh === names.zh || other.names.en.toLowerCase() === names.en.toLowerCase())).length, least: 20 },
]

export function also(course: Course) {
  const { series } = course
  const cellOf = (id: string) => (path: string) => {
    const [row, column] = path.split('/') as [string, string]
    const cell = series[`us-return/${id}`]!.rows[row]!.cells[column]
    return cell && 'printed' in cell ? cell.printed : undefined
  }
  const found = (id: string, of: Parameters<typeof recompute>[0]) => recompute(of, { cell: cellOf(id) }).value

  describe('the deal audit gives a range, not a sum', () => {
    const told = ['uzbek-ten', 'uzbek-three', 'boeing', 'kazakhstan', 'wabtec']
    const { bars, range } = chartOf(series['us-return/audit']!, { column: 'value', as: 'nested', told: told.join() })
    const audited = bars.filter(({ id }) => told.includes(id))
    const billions = ({ low, high, highIfInside }: ReturnType<typeof rangeOf>) => [low, high, highIfInside].map(value => value / 1e9)

    test('12.2 binds, 164.2 is announced, 117 if the parts lie in their wholes', () => expect(billions(range!)).toEqual([12.2, 164.2, 117]))
    test('by the article alone no share of Boeing is known to be firm: 4.2 binds', () => expect(billions(rangeOf(audited.map(bar => bar.id === 'boeing' ? { ...bar, open: true } : bar)))[0]).toBe(4.2))
    test('whoever takes Kazakhstan’s figure as signed begins at 25, if Wabtec is in it', () => expect(billions(rangeOf(audited.map(bar => bar.id === 'kazakhstan' ? { ...bar, open: false } : bar)))[0]).toBe(25))
    test('the totals are drawn, and not counted', () => {
      const totals = bars.filter(({ id }) => !told.includes(id))
      expect(totals.map(({ id }) => id).sort()).toEqual(['business', 'summit'])
      expect(rangeOf(bars).high).toBeGreaterThan(range!.high)
    })
    test('each figure has its speaker, verb, period and baseline in both languages', () => {
      for (const { cells } of Object.values(series['us-return/audit']!.rows))
        for (const column of ['speaker', 'verb', 'period', 'baseline']) expect(cells[column], column).toMatchObject({ en: expect.stringMatching(/\S/) as string, zh: expect.stringMatching(/\p{Script=Han}/u) as string })
    })
    test('what the class finds with the table agrees with what is drawn', () => {
      const { cases, ...model } = course.models['us-return/deal-audit'] as DecisionTableModel
      const outcomes = (id: string) => new Set(tableReadings(model, cases[id]!.at).map(({ outcome }) => outcome))
      expect([...outcomes('uzbek-ten')]).toEqual(['high-end'])
      expect([...outcomes('wabtec')].sort()).toEqual(['both-ends', 'low-end'])
      expect(outcomes('boeing').size).toBe(4)
      expect([...outcomes('summit')]).toEqual(['not-again'])
    })
  })

  describe('recomputed from the series', () => {
    test.each([
      ['locomotives, until now a year', found('locomotives', { growth: ['past/yearly', 'next/yearly'] }), 20],
      ['tariffs, Kazakhstan’s beside the others’', found('tariffs', { ratio: ['kazakhstan/rate', 'others/rate'] }), 2.7],
      ['trade within the region, of all its trade', found('trade', { share: ['within/now', 'regional/now'] }), 4.89],
      ['trade within the region, growth', found('trade', { ratio: ['within/now', 'within/before'] }), 4.58],
      ['foreign investment, growth', found('investment', { growth: ['from/value', 'to/value'] }), 85.2],
      ['the fleet', found('caspian-fleet', { ratio: ['plan/ships', 'now/ships'] }), 2],
    ])('%s', (_, value, expected) => expect(value).toBeCloseTo(expected, 1))

    test('the divisions by years, and the sign that turns', () => {
      const built = found('locomotives', { sum: ['past/built', 'past/built'] }) / 2
      expect(built / 27).toBe(25)
      expect(Math.round((30 / (built / 27) - 1) * 100)).toBe(20)
      expect(Math.round((30 / (600 / 16) - 1) * 100)).toBe(-20)
    })
  })

  describe.each(languages)('its slides in %s', (lang) => {
    const deck = partsOf(course, 'us-return').decks.find(([one]) => one === lang)![1]
    const at = (id: string) => deck.findIndex(slide => slide.id === id)

    test('sort before they draw: the audit, the check of its options, then all on one scale', () => {
      expect([at('audit'), at('check-options'), at('scale')]).toEqual([at('audit'), at('audit') + 1, at('audit') + 2])
      expect(deck[at('scale')]!.tags).toContainEqual(expect.objectContaining({ name: 'Chart', attributes: expect.objectContaining({ series: 'us-return/audit', as: 'nested' }) as unknown }))
    })

    test('show the article’s structure part by part, the op-ed’s shifts beside it', () => {
      const shown = deck.flatMap(({ tags }) => tags).flatMap(({ name, attributes }) => name === 'Framework' ? [attributes['id']] : [])
      expect(shown).toEqual(['layers', 'greater-central-asia', 'norms-to-tools', 'breadth-depth', 'three-shifts'].map(id => `us-return/${id}`))
    })

    test('draw nothing by hand: no drawing is typed on a slide', () => expect(deck.filter(({ content }) => content.includes('<svg'))).toEqual([]))

    test('hear a company, both governments, a ministry and a rights group, and documents in their own language', () => {
      const cited = new Set(deck.flatMap(({ tags }) => tags).flatMap(({ attributes }) => attributes['claim'] ? [sourceOf(attributes['claim'])] : []))
      expect([...cited]).toEqual(expect.arrayContaining(['cove-2025', 'rubio-reception-2025', 'mirziyoyev-proposals-2025', 'vlast-2025', 'hrw-summit-2025', 'kazpravda-2025']))
      expect(deck.filter(({ content }) => /[а-я]{5}/u.test(content)).length).toBeGreaterThanOrEqual(2)
    })

    test('rest at most four slides from one activity to the next', () => {
      const active = deck.flatMap((slide, index) => minutesOf(slide) > 0 ? [index] : [])
      expect(Math.max(...active.slice(1).map((place, index) => place - active[index]! - 1))).toBeLessThanOrEqual(4)
    })
  })

  test('the rings have a core of five, and each other state stands on a ring', () => {
    const { nodes, rings } = course.frameworks['us-return/greater-central-asia']!
    const [core, ...others] = Object.values(nodes)
    expect([rings, core!.shows?.length, others.length]).toEqual([true, 5, 5])
    expect(others.map(({ at }) => at!.column)).toEqual([2, 3, 3, 3, 4])
  })
}
