// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { Series as Table } from '#schema'
import { all, data, host, put, putAway } from '../fixture.ts'
import Series from './Series.vue'

afterEach(putAway)

/** 19.55 → 24.20 is 23.79 %; the guild printed 23.97. */
const growth: Table = {
  title: { en: 'Growth', zh: '增长' }, source: 'varga-2031', at: { line: 1 }, claims: ['varga-2031/loads'], unit: { en: 'thousand loads', zh: '千驮' },
  columns: { before: { en: '1870', zh: '1870' }, after: { en: '1880', zh: '1880' } },
  rows: {
    trade: { name: { en: 'Trade', zh: '贸易' }, claims: [], cells: { before: { printed: '19.55' }, after: { printed: '24.20' } } },
    growth: { name: { en: 'Growth', zh: '增长率' }, claims: [], cells: { after: { printed: '23.97' } } },
  },
  computed: { rise: { of: { growth: ['trade/before', 'trade/after'] }, printed: 'growth/after', fails: { en: 'Two digits changed places.', zh: '两位数字颠倒。' } } },
}
const withGrowth = (table: Table = growth) => ({ ...host(), data: { ...data, series: { ...data.series, 'salt/growth': table } } })
const rowsOf = (element: Element) => all(element, 'row').map(row => [...row.children].map(cell => [...cell.childNodes].filter(node => node.nodeType !== 8 && !(node as Element).classList?.contains('narrow')).map(node => node.textContent).join('').replace(/\s+/g, ' ').trim()))

describe('a table', () => {
  it('of words has its columns and rows', () => {
    const { element } = put(Series, { id: 'salt/actors' }, host())
    expect(all(element, 'columnheader').map(head => head.textContent)).toEqual(['wants', 'by means of', 'got'])
    expect(rowsOf(element)).toContainEqual(['The guild', 'a road all year', 'mules', 'eight months'])
  })

  it.each([['en', 'about US$94.8 billion'], ['zh', '约948亿美元']] as const)('prints figures in the script of its readers (%s)', (lang, shown) => {
    const table: Table = { ...growth, computed: {}, rows: { trade: { name: { en: 'Trade', zh: '贸易' }, claims: [], cells: { before: { printed: '约948亿美元' }, after: { printed: '24.20' } } } } }
    const { element } = put(Series, { id: 'salt/growth' }, { ...withGrowth(table), lang, data: { ...data, units: { dollar: { zh: ['美元'], shown: 'US$…' } }, series: { 'salt/growth': table } } })
    expect([...element.querySelectorAll('.figure')].map(({ textContent }) => textContent)).toEqual([shown, '24.20'])
  })

  it('draws a line of time over the words of a cell that has one, and only there', () => {
    const table: Table = { ...data.series['salt/actors']!, rows: Object.fromEntries(Object.entries(data.series['salt/actors']!.rows).map(([id, row], index) => [id, index ? row : { ...row, drawn: { wants: 'short' as const } }])) }
    const { element } = put(Series, { id: 'salt/growth' }, withGrowth(table))
    expect([...element.querySelectorAll('td:has(.drawn)')].map(cell => cell.querySelector('.narrow')!.textContent)).toEqual(['wants'])
  })

  it('shows the columns and rows that were picked, in that order', () => {
    const { element } = put(Series, { id: 'salt/actors', columns: 'got,wants', rows: 'league, valley', pick: 'valley' }, host())
    expect(rowsOf(element).slice(1)).toEqual([['The league', 'a garrison', 'a garrison'], ['The valley', 'the toll, not the gate', 'its own gate']])
    expect(element.querySelector('.is-picked')!.getAttribute('data-row')).toBe('valley')
  })

  it('marks the rows that are to carry a mark, and leaves the others room for one', () => {
    const table: Table = { ...growth, computed: {}, rows: Object.fromEntries(['guild', 'valley', 'league'].map(row => [row, growth.rows['trade']!])) }
    const actors = Object.fromEntries((['guild', 'valley', 'league'] as const).map((actor, index) => [actor, { names: { en: actor, zh: actor, ru: actor }, is: 'state' as const, mark: (['solid', 'hatched', 'dot'] as const)[index]! }]))
    const marks = (props: object) => [...put(Series, { id: 'salt/growth', ...props }, { ...withGrowth(table), data: { ...data, actors, series: { 'salt/growth': table } } }).element.querySelectorAll('.power')].map(({ className }) => className)
    expect(marks({})).toEqual(['power is-solid', 'power is-hatched', 'power is-dot'])
    expect(marks({ marks: 'guild, valley' })).toEqual(['power is-solid', 'power is-hatched', 'power'])
  })

  it('sets what we recompute beside what is printed, and says what does not check out', () => {
    const { element } = put(Series, { id: 'salt/growth' }, withGrowth())
    expect(rowsOf(element)).toContainEqual(['Growth, recomputed', '', '23.79'])
    expect(rowsOf(element)).toContainEqual(['Does it check out?', '', '≠ no'])
    expect(element.querySelectorAll('.is-off')).toHaveLength(1)
    expect(element.querySelector('.is-off')!.textContent).toContain('23.97')
    expect(element.textContent).toContain('Two digits changed places.')
  })

  it('says when it does check', () => {
    const right = structuredClone(growth)
    right.rows['growth']!.cells['after'] = { printed: '23.79' }
    const { element } = put(Series, { id: 'salt/growth' }, withGrowth(right))
    expect(rowsOf(element)).toContainEqual(['Does it check out?', '', '= yes'])
    expect(element.querySelectorAll('.is-off')).toHaveLength(0)
    expect(element.textContent).not.toContain('Two digits')
  })

  it('names a table that does not exist', () => expect(put(Series, { id: 'salt/none' }, host()).text()).toContain('salt/none'))
})
