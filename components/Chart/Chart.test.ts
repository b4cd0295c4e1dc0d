// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { Language, Series } from '#schema'
import { nextTick } from 'vue'
import { data, host, one, put, putAway } from '../fixture.ts'
import ChartTag from './Chart.vue'
import './drawing.ts' // loaded with the first chart elsewhere; here before any test's patience begins

afterEach(putAway)

const text = (en: string, zh: string) => ({ en, zh })
const base = { title: text('Loads', '货运'), source: 'varga-2031', at: { line: 1 }, claims: ['varga-2031/loads'] }
const row = (en: string, zh: string, cells: Series['rows'][string]['cells']) => ({ name: text(en, zh), claims: [], cells })
const one1880 = { value: text('1880', '1880年') }

const series: Record<string, Series> = {
  'salt/share': {
    ...base, columns: one1880, computed: {}, units: { value: { name: text('% of all loads', '占全部货运的%'), whole: 100 } },
    rows: { salt: row('Salt', '盐', { value: { printed: '61.5%' } }), wool: row('Wool', '羊毛', { value: text('not stated', '未说') }) },
  },
  'salt/level': {
    ...base, columns: one1880, computed: {}, unit: text('thousand loads', '千驮'),
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
    ...base, columns: one1880, computed: {}, unit: text('mules', '骡'),
    rows: { east: row('East', '东', { value: { printed: '9' } }), west: row('West', '西', { value: { printed: '8' } }), south: row('South', '南', { value: { printed: '7' } }), north: row('North', '北', { value: { printed: '6' } }), total: row('Total', '合计', { value: { printed: '30' } }) },
  },
  'salt/mixed': {
    ...base, columns: one1880, computed: {}, unit: text('as printed', '照原文'),
    rows: { mules: row('Mules', '骡', { value: { printed: '11' } }), share: row('Share', '比重', { value: { printed: '27%' } }) },
  },
  'salt/over': {
    ...base, columns: one1880, computed: {}, units: { value: { name: text('%', '%'), whole: 100 } },
    rows: { salt: row('Salt', '盐', { value: { printed: '120%' } }) },
  },
  'salt/years': {
    ...base, computed: {}, unit: text('thousand loads', '千驮'), columns: { y1870: text('1870', '1870年'), y1875: text('1875', '1875年'), y1890: text('1890', '1890年') },
    rows: {
      china: row('China', '中国', { y1870: { printed: '40' }, y1875: { printed: '50' }, y1890: { printed: '80' } }),
      russia: row('Russia', '俄罗斯', { y1870: { printed: '30' }, y1875: text('not stated', '未说'), y1890: { printed: '20' } }),
      us: row('United States', '美国', { y1870: { printed: '60' }, y1875: { printed: '61' }, y1890: { printed: '62' } }),
      salt: row('Salt', '盐', { y1870: { printed: '1' }, y1875: { printed: '2' }, y1890: { printed: '3' } }),
    },
  },
  'salt/chinese': {
    ...base, columns: one1880, computed: {}, unit: text('pieces of silver', '银元'),
    rows: { salt: row('Salt', '盐', { value: { printed: '约9.48亿' } }), wool: row('Wool', '羊毛', { value: { printed: '3.5亿' } }), silk: row('Silk', '丝', { value: { printed: '2亿银元' } }) },
  },
  'salt/orders': {
    ...base, columns: one1880, computed: {}, unit: text('pieces of silver', '银元'),
    rows: {
      town: { ...row('Town', '镇', { value: { printed: '逾1000亿银元' } }), open: true },
      buys: { ...row('buying', '采购', { value: { printed: '近350亿银元' } }), open: true, within: { row: 'town', is: 'perhaps' } },
      mules: { ...row('Mules', '骡', { value: { printed: '80亿银元' } }), within: { row: 'buys', is: 'perhaps' } },
      port: { ...row('Port', '港', { value: { printed: '170亿银元' } }), open: true },
      boats: { ...row('Boats', '船', { value: { printed: '约42亿银元' } }), within: { row: 'port', is: 'stated' } },
      total: { ...row('Total', '总额', { value: { printed: '340亿银元' } }), open: true },
    },
  },
  'salt/words': { ...base, columns: one1880, computed: {}, rows: { salt: row('Salt', '盐', { value: text('much', '多') }) } },
  'salt/nameless': { ...base, columns: one1880, computed: {}, rows: { salt: row('Salt', '盐', { value: { printed: '12' } }) } },
}

async function shown(props: Record<string, string>, lang: Language = 'en', medium: 'slide' | 'page' | 'paper' = 'slide') {
  const { element } = put(ChartTag, props, { ...host({ lang, medium }), data: { ...data, units: { silver: { zh: ['银元'], shown: '… pieces' } }, series: { ...data.series, ...series } } })
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
  { props: { series: 'salt/slip', row: 'rise' }, names: [['1870', '1880'], ['1870', '1880']], printed: ['23.97'], ours: ['23.79'], empty: [['not stated'], ['未说']], unit: ['growth, %, as printed; recomputed in blue', '增长率，%，原刊；蓝色为重算'] },
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

  it('frames a figure that does not hold, and says so in a word', async () => {
    const { element, words, says } = await shown({ series: 'salt/slip', row: 'rise' })
    expect(words('is-off')).toEqual(['23.97', '≠'])
    expect(element.querySelectorAll('.chart-frame rect')).toHaveLength(1)
    expect(element.querySelectorAll('.figure.is-off')).toHaveLength(1)
    expect(says).toContain('Two digits changed places.')
    expect(says).toContain('≠ 23.97 does not check out.')
    expect(says).toContain('23.79 ≠ no')
  })

  it('fills actors by their marks: solid, hatched, open, dotted, and what is no actor as ever', async () => {
    const { bars, element } = await shown({ series: 'salt/powers' })
    const patterns = [...element.querySelectorAll('pattern')].map(({ id }) => `url(#${id})`)
    expect(patterns).toHaveLength(2)
    expect(bars.map(({ fill }) => fill)).toEqual(['var(--ink)', patterns[1], 'var(--ground)', patterns[0], 'var(--ink)'])
    expect(element.querySelectorAll('.chart-outline rect')).toHaveLength(4)
  })

  it('quiets the bars that the sentence does not need', async () => {
    expect((await shown({ series: 'salt/level', told: 'wool' })).bars.map(({ fill }) => fill)).toEqual(['var(--bar)', 'var(--ink)'])
  })

  it('is named, and says in a table all that it draws', async () => {
    const { element } = await shown({ series: 'salt/share', label: 'Salt is most of it' }, 'en', 'page')
    expect(element.getAttribute('aria-label')).toBe('Salt is most of it')
    expect(element.querySelector('svg')!.getAttribute('aria-hidden')).toBe('true')
    expect([...element.querySelectorAll('tbody tr')].map(each => each.textContent!.replace(/\s+/g, ' ').trim())).toEqual(['Salt61.5%', 'Woolnot stated'])
  })

  it('gives its place to its figures at one press, and takes it back on Esc', async () => {
    const { element } = await shown({ series: 'salt/share' })
    const button = one(element as HTMLElement, 'button')
    const says = () => [...button.querySelectorAll('span:not([aria-hidden])')].map(each => each.textContent)
    expect([element.classList.contains('is-open'), ...says()]).toEqual([false, 'the figures'])
    button.focus()
    button.click()
    await nextTick()
    expect([element.classList.contains('is-open'), ...says()]).toEqual([true, 'the drawing'])
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await nextTick()
    expect([element.classList.contains('is-open'), ...says()]).toEqual([false, 'the figures'])
    expect(document.activeElement).toBe(button)
  })

  it('is open once for all its copies, and closed for its neighbour', async () => {
    const on = { ...host({ medium: 'slide' }), data: { ...data, series: { ...data.series, ...series } } }
    const [first, copy, neighbour] = [{ series: 'salt/share' }, { series: 'salt/share' }, { series: 'salt/level' }].map(props => put(ChartTag, props, on).element)
    one(first as HTMLElement, 'button').click()
    await nextTick()
    expect([first, copy, neighbour].map(each => each!.classList.contains('is-open'))).toEqual([true, true, false])
  })

  it('has nothing to press on paper', async () => {
    const { element } = await shown({ series: 'salt/share' }, 'en', 'paper')
    expect(element.querySelector('button:not(.cite button), summary')).toBeNull()
    expect(element.querySelector('svg')).not.toBeNull()
  })

  it('keeps its room before it is drawn', async () => {
    const { element } = put(ChartTag, { series: 'salt/share' }, { ...host({ medium: 'slide' }), data: { ...data, series: { ...data.series, ...series } } })
    const before = (element.querySelector('.chart-place') as HTMLElement).style.blockSize
    expect(parseInt(before)).toBeGreaterThan(60)
    const { element: drawn } = await shown({ series: 'salt/share' })
    expect(`${drawn.querySelector('svg')!.getAttribute('height')}px`).toBe(before)
  })

  it('stands as columns, each from zero, over its name', async () => {
    const { element, words } = await shown({ series: 'salt/years', row: 'china', as: 'columns' })
    const bars = [...element.querySelectorAll('.chart-bars rect')]
    const [bottoms, heights] = [bars.map(bar => Number(bar.getAttribute('y')) + Number(bar.getAttribute('height'))), bars.map(bar => Number(bar.getAttribute('height')))]
    expect(new Set(bottoms.map(Math.round)).size).toBe(1)
    expect(heights[2]! / heights[0]!).toBeCloseTo(2, 1)
    expect(words('chart-name')).toEqual(['1870', '1875', '1890'])
    expect(words('chart-printed')).toEqual(['40', '50', '80'])
  })

  it('runs as lines, years as far apart as they are, and breaks where nothing is stated', async () => {
    const { element, words, says } = await shown({ series: 'salt/years', row: 'china, russia, us', as: 'lines' }, 'en')
    const dots = [...element.querySelectorAll('.chart-dot.is-solid circle')].map(dot => Number(dot.getAttribute('cx')))
    expect((dots[2]! - dots[1]!) / (dots[1]! - dots[0]!)).toBeCloseTo(3, 1)
    for (const stroke of ['solid', 'dashed', 'dotted']) expect(element.querySelectorAll(`.chart-line.is-${stroke} path`)).toHaveLength(1)
    expect(element.querySelector('.chart-line.is-dashed path')!.getAttribute('d')!.match(/M/g)).toHaveLength(2)
    expect(words('chart-name')).toEqual(expect.arrayContaining(['China', 'Russia', 'United States']))
    expect(says).toContain('Russia, 1875: not stated')
    expect(words('chart-tick')).toEqual(['0'])
  })

  it('says in words where lines begin, if not at zero', async () => {
    const { words, says } = await shown({ series: 'salt/years', row: 'us', as: 'lines', base: '50' })
    expect(words('chart-tick')).toEqual(['50'])
    expect(says).toContain('the axis begins at 50, not at zero')
    expect((await shown({ series: 'salt/years', row: 'us', as: 'lines', base: '50' }, 'zh')).says).toContain('轴从50起，不从0起')
  })

  it('counts as each script does', async () => {
    expect((await shown({ series: 'salt/chinese' }, 'zh')).words('chart-printed')).toEqual(['约9.48亿', '3.5亿', '2亿银元'])
    expect((await shown({ series: 'salt/chinese' }, 'en')).words('chart-printed')).toEqual(['about 948 million', '350 million', '200 million pieces'])
  })

  describe('one inside the other', () => {
    const props = { series: 'salt/orders', as: 'nested', told: 'town, buys, mules, port, boats' }
    const nested = async (lang: Language = 'en', medium: 'slide' | 'page' = 'slide') => {
      const { element, says } = await shown(props, lang, medium)
      const read = (bar: Element) => ({ x: Number(bar.getAttribute('x')), y: Number(bar.getAttribute('y')), width: Number(bar.getAttribute('width')), height: Number(bar.getAttribute('height')), classes: [...bar.classList] })
      const bars: Record<string, ReturnType<typeof read>> = Object.fromEntries([...element.querySelectorAll('[data-bar]')].map(bar => [bar.getAttribute('data-bar')!, read(bar)]))
      return { element, bars, says, words: [...element.querySelectorAll('svg text')].map(each => each.textContent) }
    }

    it('every bar begins at one line, is as long as its figure, and lies in the one around it', async () => {
      const { bars } = await nested()
      expect(new Set(Object.values(bars).map(({ x }) => x)).size).toBe(1)
      expect(bars['town']!.width / bars['mules']!.width).toBeCloseTo(1000 / 80, 1)
      for (const [inner, outer] of [['buys', 'town'], ['mules', 'buys'], ['boats', 'port']] as const) {
        expect(bars[inner]!.y).toBeGreaterThan(bars[outer]!.y)
        expect(bars[inner]!.y + bars[inner]!.height).toBeLessThan(bars[outer]!.y + bars[outer]!.height)
      }
    })
    it('what is announced is dashed, what binds is solid, what is not told is quiet', async () => {
      const { bars } = await nested()
      expect(Object.entries(bars).filter(([, { classes }]) => classes.includes('is-open')).map(([id]) => id)).toEqual(['town', 'buys', 'port', 'total'])
      expect(Object.entries(bars).filter(([, { classes }]) => classes.includes('is-quiet')).map(([id]) => id)).toEqual(['total'])
    })
    it.each([['en', ['low end 12.2 billion pieces', 'high end 160 billion pieces'], 'in it Boats', 'Mules, in it?'], ['zh', ['低端122亿银元', '高端1600亿银元'], '其中船', '骡，在内？']] as const)('below stands the range, in words of %s, and what lies where', async (lang, ends, stated, perhaps) => {
      const { words } = await nested(lang)
      expect(words).toEqual(expect.arrayContaining([...ends, stated, perhaps]))
    })
    it('on a telephone every bar has its words in a line', async () => {
      const { words, says } = await nested('en', 'page')
      expect(words.filter(each => each === 'in it Boats')).toHaveLength(1)
      expect(says).toContain('solid binds, dashed is announced')
    })
    it.each([['a bar would lie in one that is not drawn before it', { only: 'buys, town' }, /"buys" lies within "town"/], ['a bar would be longer than the one around it', { series: 'salt/stuffed' }, /cannot lie within/]] as const)('a letter where %s', async (_, wrong, letter) => {
      series['salt/stuffed'] = { ...series['salt/orders']!, rows: { ...series['salt/orders']!.rows, boats: { ...row('Boats', '船', { value: { printed: '420亿银元' } }), within: { row: 'port', is: 'stated' } } } }
      expect((await shown({ ...props, ...wrong, told: '' })).says).toMatch(letter)
    })
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
    ['two rows would stand side by side', { series: 'salt/years', row: 'china, us', as: 'columns' }, /columns show one row; draw lines, or a chart each/],
    ['four lines would be told apart by three strokes', { series: 'salt/years', row: 'china, russia, us, salt', as: 'lines' }, /4 lines: three can be told apart/],
    ['columns would not begin at zero', { series: 'salt/years', row: 'us', as: 'columns', base: '50' }, /columns begin at zero, or their lengths say nothing/],
    ['the axis would begin above a figure', { series: 'salt/years', row: 'us', as: 'lines', base: '61' }, /base: read "61", expected a figure not above the least of these, 60/],
    ['a line would join what has no order', { series: 'salt/level', as: 'lines' }, /a line joins years; "Salt" \(salt\) names none/],
    ['a line would run backwards', { series: 'salt/years', row: 'us', as: 'lines', only: 'y1890, y1870' }, /1870 stands after 1890/],
    ['the form is none', { series: 'salt/years', row: 'us', as: 'pie' }, /as: read "pie"; there is bars, columns, lines, nested/],
    ['a bar is told that is not drawn', { series: 'salt/level', told: 'woll' }, /told: "woll" is not drawn; there is salt, wool/],
    ['nothing names the unit', { series: 'salt/nameless' }, /an axis names its unit/],
  ])('%s', async (_, props, letter) => {
    const { element, says } = await shown(props)
    expect(element.getAttribute('role')).toBe('alert')
    expect(says).toMatch(letter)
    expect(element.querySelector('svg')).toBeNull()
  })
})
