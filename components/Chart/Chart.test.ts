// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { Language, Series } from '#schema'
import { data, host, put } from '../fixture.ts'
import ChartTag from './Chart.vue'
import './drawing.ts' // loaded with the first chart elsewhere; here before any test's patience begins

afterEach(() => { document.body.replaceChildren() })

const text = (en: string, zh: string) => ({ en, zh })
const base = { title: text('Loads', '货运'), source: 'varga-2031', at: { line: 1 }, claims: ['varga-2031/loads'] }
const row = (en: string, zh: string, cells: Series['rows'][string]['cells']) => ({ name: text(en, zh), claims: [], cells })
const one = { value: text('1880', '1880年') }

const series: Record<string, Series> = {
  'salt/share': {
    ...base, columns: one, computed: {}, units: { value: { name: text('% of all loads', '占全部货运的%'), whole: 100 } },
    rows: { salt: row('Salt', '盐', { value: { printed: '61.5%' } }), wool: row('Wool', '羊毛', { value: text('not stated', '未说') }) },
  },
  'salt/level': {
    ...base, columns: one, computed: {}, unit: text('thousand loads', '千驮'),
    rows: { salt: row('Salt', '盐', { value: { printed: '19.55' } }), wool: row('Wool', '羊毛', { value: { printed: '-2' } }) },
  },
  'salt/slip': {
    ...base, columns: { before: text('1870', '1870'), after: text('1880', '1880') }, unit: text('thousand loads', '千驮'),
    units: { rise: { name: text('growth, %', '增长率，%') } },
    rows: {
      trade: row('Trade', '贸易', { before: { printed: '19.55' }, after: { printed: '24.20' } }),
      rise: row('Growth', '增长率', { before: text('not stated', '未说'), after: { printed: '23.97' } }),
    },
    computed: { rise: { of: { growth: ['trade/before', 'trade/after'] }, printed: 'rise/after', fails: text('Two digits changed places.', '两位数字颠倒。') } },
  },
  'salt/powers': {
    ...base, columns: one, computed: {}, unit: text('mules', '骡'),
    rows: { china: row('China', '中国', { value: { printed: '9' } }), russia: row('Russia', '俄罗斯', { value: { printed: '8' } }), us: row('United States', '美国', { value: { printed: '7' } }) },
  },
  'salt/mixed': {
    ...base, columns: one, computed: {}, unit: text('as printed', '照原文'),
    rows: { mules: row('Mules', '骡', { value: { printed: '11' } }), share: row('Share', '比重', { value: { printed: '27%' } }) },
  },
  'salt/over': {
    ...base, columns: one, computed: {}, units: { value: { name: text('%', '%'), whole: 100 } },
    rows: { salt: row('Salt', '盐', { value: { printed: '120%' } }) },
  },
  'salt/words': { ...base, columns: one, computed: {}, rows: { salt: row('Salt', '盐', { value: text('much', '多') }) } },
  'salt/nameless': { ...base, columns: one, computed: {}, rows: { salt: row('Salt', '盐', { value: { printed: '12' } }) } },
}

async function shown(props: Record<string, string>, lang: Language = 'en', medium: 'slide' | 'page' = 'slide') {
  const { element } = put(ChartTag, props, { ...host({ lang, medium }), data: { ...data, series: { ...data.series, ...series } } })
  for (let turn = 0; turn < 20 && element.getAttribute('aria-busy') === 'true'; turn++) await new Promise(resolve => setTimeout(resolve, 5))
  const words = (part: string) => [...element.querySelectorAll(`.${part} text`)].map(each => each.textContent)
  const bars = [...element.querySelectorAll('.chart-bars rect')].map(bar => ({ x: Number(bar.getAttribute('x')), width: Number(bar.getAttribute('width')), fill: bar.getAttribute('fill') ?? bar.parentElement!.getAttribute('fill') }))
  return { element, words, bars, says: element.textContent!.replace(/\s+/g, ' '), whole: element.querySelector('.chart-whole rect') }
}

interface Row { props: Record<string, string>, names: [string[], string[]], printed: string[], ours?: string[], empty?: [string[], string[]], unit: [string, string] }
const table: Row[] = [
  { props: { series: 'salt/share' }, names: [['Salt', 'Wool'], ['盐', '羊毛']], printed: ['61.5%'], empty: [['not stated'], ['未说']], unit: ['% of all loads, as printed', '占全部货运的%，原刊'] },
  { props: { series: 'salt/level' }, names: [['Salt', 'Wool'], ['盐', '羊毛']], printed: ['19.55', '-2'], unit: ['thousand loads, as printed', '千驮，原刊'] },
  { props: { series: 'salt/level', only: 'wool, salt' }, names: [['Wool', 'Salt'], ['羊毛', '盐']], printed: ['-2', '19.55'], unit: ['thousand loads', '千驮'] },
  { props: { series: 'salt/slip', row: 'trade' }, names: [['1870', '1880'], ['1870', '1880']], printed: ['19.55', '24.20'], unit: ['thousand loads', '千驮'] },
  { props: { series: 'salt/slip', row: 'rise' }, names: [['1870', '1880'], ['1870', '1880']], printed: ['23.97'], ours: ['≠ 23.79'], empty: [['not stated'], ['未说']], unit: ['growth, %, as printed; recomputed in blue', '增长率，%，原刊；蓝色为重算'] },
]

describe('a chart', () => {
  it.each(table.flatMap(row => (['en', 'zh'] as const).map(lang => [JSON.stringify(row.props), lang, row] as const)))('%s in %s', async (_, lang, { props, names, printed, ours = [], empty = [[], []], unit }) => {
    const which = lang === 'en' ? 0 : 1
    const { words, says } = await shown(props, lang)
    expect(words('chart-name')).toEqual(names[which])
    expect(words('chart-printed')).toEqual(printed)
    expect(words('chart-ours')).toEqual(ours)
    expect(words('chart-words')).toEqual(empty[which])
    expect(says).toContain(unit[which])
  })

  it('has every bar from zero, as long as its figure', async () => {
    const { bars, element } = await shown({ series: 'salt/level' })
    const zero = Number(element.querySelector('.chart-zero line, line.chart-zero')!.getAttribute('x1'))
    expect(bars[0]!.x).toBeCloseTo(zero, 1)
    expect(bars[1]!.x + bars[1]!.width).toBeCloseTo(zero, 1)
    expect(bars[0]!.width / bars[1]!.width).toBeCloseTo(19.55 / 2, 2)
  })

  it('draws a share against all of its whole, a level against nothing', async () => {
    const { bars, whole } = await shown({ series: 'salt/share' })
    expect(bars[0]!.width / Number(whole!.getAttribute('width'))).toBeCloseTo(0.615, 3)
    expect((await shown({ series: 'salt/level' })).whole).toBeNull()
  })

  it('frames nothing where the figures do not hold, but says so', async () => {
    const { words, says } = await shown({ series: 'salt/slip', row: 'rise' })
    expect(words('is-off')).toEqual(['23.97'])
    expect(says).toContain('Two digits changed places.')
    expect(says).toContain('23.79 ≠ no')
  })

  it('has the three powers solid, hatched and open', async () => {
    const { bars, element } = await shown({ series: 'salt/powers' })
    expect(bars.map(({ fill }) => fill)).toEqual(['var(--ink)', `url(#${element.querySelector('pattern')!.id})`, 'var(--paper)'])
    expect(element.querySelectorAll('.chart-outline rect')).toHaveLength(3)
  })

  it('quiets the bars that the sentence does not need', async () => {
    expect((await shown({ series: 'salt/level', told: 'wool' })).bars.map(({ fill }) => fill)).toEqual(['var(--bar)', 'var(--ink)'])
  })

  it('is named, and says in a table all that it draws', async () => {
    const { element } = await shown({ series: 'salt/share', label: 'Salt is most of it' }, 'en', 'page')
    expect(element.getAttribute('aria-label')).toBe('Salt is most of it')
    expect(element.querySelector('svg')!.getAttribute('aria-hidden')).toBe('true')
    expect([...element.querySelectorAll('details tbody tr')].map(each => each.textContent!.replace(/\s+/g, ' ').trim())).toEqual(['Salt61.5%', 'Woolnot stated'])
  })

  // Slidev's keys do not pause for a summary.
  it('opens nothing on a slide', async () => {
    const { element } = await shown({ series: 'salt/share' })
    expect(element.querySelector('details, summary, button')).toBeNull()
    expect(element.querySelector('.visually-hidden table')).not.toBeNull()
  })

  it('has no outlined letters, which a PDF would keep as pictures', async () => {
    const { element } = await shown({ series: 'salt/slip', row: 'rise' })
    for (const each of element.querySelectorAll('svg text')) expect(each.closest('[stroke]:not([stroke=none])')).toBeNull()
  })
})

describe('a letter stands where', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['there is no such series', { series: 'salt/none' }, /salt\/none/],
    ['a column is misspelt', { series: 'salt/share', column: 'valeu' }, /no column "valeu"; there is value/],
    ['a row is misspelt', { series: 'salt/slip', row: 'trad' }, /no row "trad"; there is trade, rise/],
    ['both are named', { series: 'salt/slip', row: 'trade', column: 'after' }, /a column or a row, read both/],
    ['neither is named, of several', { series: 'salt/slip' }, /which column="…" or row="…"/],
    ['a bar is misspelt', { series: 'salt/share', only: 'slat' }, /no row "slat"; there is salt, wool/],
    ['two units would share an axis', { series: 'salt/slip', column: 'after' }, /one axis has one unit and one base; here are "thousand loads" \(trade\) and "growth, %" \(rise\)/],
    ['percent and number are printed', { series: 'salt/mixed' }, /"11" \(mules\) and "27%" \(share\) have not/],
    ['a share is above its whole', { series: 'salt/over' }, /"120%" \(salt\) is no share of 100/],
    ['no cell has a figure', { series: 'salt/words' }, /no figure to draw/],
    ['nothing names the unit', { series: 'salt/nameless' }, /an axis names its unit/],
  ])('%s', async (_, props, letter) => {
    const { element, says } = await shown(props)
    expect(element.getAttribute('role')).toBe('alert')
    expect(says).toMatch(letter)
    expect(element.querySelector('svg')).toBeNull()
  })
})
