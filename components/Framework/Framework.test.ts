// @vitest-environment happy-dom
import mermaid from 'mermaid'
import { afterEach, describe, expect, it } from 'vitest'
import { mermaidText, withMarks } from '#models'
import type { Framework as FrameworkFile } from '#schema'
import { data, host, put, putAway, settled } from '../fixture.ts'
import Framework from './Framework.vue'

afterEach(putAway)

const shown = (element: Element) => [...element.querySelectorAll<HTMLElement>('[data-corner]')].filter(corner => !corner.hidden).map(corner => corner.dataset['corner'])
const failures = (element: Element) => [...element.querySelectorAll('.failure strong')].map(failure => failure.textContent)

describe('the hand-laid triangle', () => {
  it.each([
    ['whole', undefined, ['valley', 'guild', 'league'], []],
    ['its first corner', 1, ['valley'], []],
    ['its first two', '2', ['valley', 'guild'], []],
    ['without the first corner', 4, ['valley', 'guild', 'league'], ['the gate is shut']],
    ['without a corner by name', 'without-league', ['valley', 'guild', 'league'], ['caravans are robbed']],
    ['with every failure', 'failures', ['valley', 'guild', 'league'], ['the gate is shut', 'the road lies empty', 'caravans are robbed']],
  ])('%s', (_, step, corners, failing) => {
    const { element } = put(Framework, { id: 'salt/bargain', as: 'triangle', step }, host({ medium: 'slide' }))
    expect(shown(element)).toEqual(corners)
    expect(failures(element)).toEqual(failing)
  })

  it('keeps its geometry at every step', () => {
    const places = [1, 3, 5].map(step => {
      const { element } = put(Framework, { id: 'salt/bargain', as: 'triangle', step }, host({ medium: 'slide' }))
      return [...element.querySelectorAll('.corner')].map(corner => corner.getAttribute('transform')).join()
    })
    expect(new Set(places).size).toBe(1)
    const [top, left, right] = places[0]!.match(/[\d.]+/g)!.map(Number).reduce<[number, number][]>((pairs, each, index, every) => index % 2 ? pairs : [...pairs, [each, every[index + 1]!]], [])
    const side = (a: [number, number], b: [number, number]) => Math.round(Math.hypot(a[0] - b[0], a[1] - b[1]))
    expect([side(top!, left!), side(top!, right!), side(left!, right!)]).toEqual([282, 282, 282])
  })

  it('shows all three failures in print, where it was being taken apart; not where it was built', () => {
    const on = host({ medium: 'slide', isPrinting: true })
    expect(failures(put(Framework, { id: 'salt/bargain', as: 'triangle', step: 6 }, on).element)).toHaveLength(3)
    expect(failures(put(Framework, { id: 'salt/bargain', as: 'triangle', step: 3 }, on).element)).toHaveLength(0)
  })

  it('sets the everyday word over the name of a corner that has one', () => {
    const bargain = structuredClone(data.frameworks['salt/bargain']!)
    bargain.nodes['valley']!.plainly = { en: 'Agreed rights:', zh: '约定的权利：' }
    const { element } = put(Framework, { id: 'salt/bargain', as: 'triangle' }, { ...host({ medium: 'slide' }), data: { ...data, frameworks: { 'salt/bargain': bargain } } })
    const bold = (corner: string) => [...element.querySelectorAll(`[data-corner="${corner}"] b`)].map(({ textContent }) => textContent)
    expect(bold('valley')).toEqual(['Agreed rights:', bargain.nodes['valley']!.names.en])
    expect(bold('guild')).toEqual([bargain.nodes['guild']!.names.en])
  })

  it('says in words what it shows', () => {
    const { element } = put(Framework, { id: 'salt/bargain', as: 'triangle' }, host())
    expect(document.getElementById(element.getAttribute('aria-describedby')!)!.textContent).toContain('each giving the road one thing')
  })
})

describe('a triangle whose sides speak', () => {
  const names = (en: string) => ({ en, zh: `${en}一`, ru: en })
  const node = (en: string, mark: 'solid' | 'hatched' | 'open' | 'plain') => ({ names: names(en), mark, letter: { en: en[0]!, zh: en[0]! }, state: { en: `${en} waits`, zh: '等' }, claims: ['varga-2031/treaty'] })
  const side = (from: string, to: string, en: string, more = {}) => ({ from, to, names: names(en), directed: false, claims: ['varga-2031/treaty'], ...more })
  const arms = (plus: string[], minus: string[]) => ({ domain: 'arms', bears: { plus, minus } })
  const [a, b] = [['varga-2031/treaty'], ['varga-2031/lease']]
  data.frameworks['salt/powers'] = {
    title: names('Powers'), source: 'varga-2031', claims: ['varga-2031/treaty'], layout: 'triangle', describes: { en: 'Three powers.', zh: '三方。' },
    domains: { arms: names('Arms'), art: names('Art') },
    nodes: { north: node('North', 'solid'), west: node('West', 'hatched'), east: node('East', 'open'), coast: node('Coast', 'plain') },
    edges: {
      'north-west': side('north', 'west', 'friends'), 'north-east': side('north', 'east', 'rivals'), 'west-east': side('west', 'east', 'foes'),
      'north-west-arms': side('north', 'west', 'guards', arms(a!, [])), 'north-east-arms': side('north', 'east', 'ships', arms(a!, b!)), 'west-east-arms': side('west', 'east', 'forts', arms([], b!)),
    },
  }
  const put_ = (props: Record<string, unknown>) => put(Framework, { id: 'salt/powers', as: 'triangle', ...props }, host({ medium: 'slide' })).element
  const sides = (element: Element) => [...element.querySelectorAll<HTMLElement>('[data-side]')].filter(each => !each.hidden).map(each => each.querySelector('.label')!.textContent)
  const isAround = (element: Element) => element.querySelector<HTMLElement>('.around') !== null && !element.querySelector<HTMLElement>('.around')!.hidden

  it.each([[1, ['friends'], false], [2, ['friends', 'rivals'], false], [3, ['friends', 'rivals', 'foes'], false], [4, ['friends', 'rivals', 'foes'], true], [undefined, ['friends', 'rivals', 'foes'], true]] as const)('by sides, step %s', (step, labels, world) => {
    const element = put_({ by: 'sides', step })
    expect(shown(element)).toEqual(['north', 'west', 'east'])
    expect(sides(element)).toEqual(labels)
    expect(isAround(element)).toBe(world)
  })

  it('a domain: its own sides, each with its sign, and no world; told in words too', () => {
    const element = put_({ domain: 'arms' })
    expect(sides(element)).toEqual(['guards', 'ships', 'forts'])
    expect([...element.querySelectorAll('svg .side text')].map(sign => sign.textContent)).toEqual(['+', '±', '−'])
    expect(isAround(element)).toBe(false)
    expect(element.getAttribute('aria-label')).toBe('Powers: Arms')
    expect(document.getElementById(element.getAttribute('aria-describedby')!)!.textContent).toContain('North – East: both together and against, ships.')
  })

  it('who stands between sends arrows to the corners; what they all say is said once', () => {
    const { nodes, edges } = data.frameworks['salt/powers']!
    data.frameworks['salt/between'] = {
      ...data.frameworks['salt/powers']!,
      nodes: { ...nodes, coast: { ...nodes['coast']!, stands: 'between' } },
      edges: { ...edges, 'to-north': side('coast', 'north', 'sets terms', { directed: true }), 'to-west': side('coast', 'west', 'sets terms', { directed: true }) },
    }
    const element = put(Framework, { id: 'salt/between', as: 'triangle' }, host({ medium: 'slide' })).element
    expect(element.querySelectorAll('.reach .head')).toHaveLength(2)
    expect([...element.querySelectorAll('[data-reach]')].map(each => each.textContent)).toEqual(['sets terms'])
    expect(sides(element)).toHaveLength(3)
  })

  it('says over a side what it stands for, in the whole alone', () => {
    const { edges } = data.frameworks['salt/powers']!
    data.frameworks['salt/because'] = { ...data.frameworks['salt/powers']!, edges: { ...edges, 'north-west': { ...edges['north-west']!, because: { en: 'salt', zh: '盐' } } } }
    const because = (props: Record<string, unknown>) => [...put(Framework, { id: 'salt/because', as: 'triangle', ...props }, host({ medium: 'slide' })).element.querySelectorAll('.because')].map(each => each.textContent?.trim())
    expect(because({ by: 'sides' })).toEqual(['salt'])
    expect(because({ domain: 'arms' })).toEqual([])
  })

  it('hatches what is hatched', () => {
    expect(put_({}).querySelector('.corner.is-hatched circle.shape')!.getAttribute('style')).toContain('url(#')
  })

  it.each([[{ domain: 'arm' }, /domain="arm">: expected "arms", "art"/], [{ by: 'side' }, /by="side">: expected "sides" or "corners"/]])('says what it cannot draw: %j', (props, letter) => {
    expect(() => put_(props)).toThrow(letter)
  })

  it('as mermaid, too: the whole and a domain', async () => {
    for (const domain of [undefined, 'arms']) for (const lang of ['en', 'zh'] as const)
      await expect(mermaid.parse(withMarks(mermaidText(data.frameworks['salt/powers']!, lang, undefined, { domain }), data.frameworks['salt/powers']!, 'T', 'D'))).resolves.toBeTruthy()
  })
})

describe('a chain of years', () => {
  it('names its stages and years in words, and draws a bracket for each', () => {
    const { nodes, ...rest } = data.frameworks['salt/stages']!
    data.frameworks['salt/years'] = { ...rest, from: 2020, nodes: Object.fromEntries(Object.entries(nodes).map(([id, node], index) => [id, { ...node, until: 2030 + index * 10 }])) }
    const { element } = put(Framework, { id: 'salt/years' }, host({ medium: 'slide' }))
    expect(element.className).toContain('as-scale')
    expect(element.querySelectorAll('.bracket')).toHaveLength(3)
    expect([...element.querySelectorAll('.ends li')].map(each => each.textContent)).toEqual(['2020', '2030', '2040', '2050'])
  })
})

describe('as mermaid', () => {
  it('asks the host for a drawing and stands inline', async () => {
    const { element } = put(Framework, { id: 'salt/stages', as: 'mermaid' }, host())
    await settled()
    const text = decodeURIComponent(element.querySelector('svg')!.dataset['text']!)
    expect(text).toContain('accTitle: Three stages')
    expect(text).toContain('accDescr: Closed, then shared, then leased.')
    for (const name of ['closed', 'shared', 'leased']) expect(text).toContain(`"${name}"`)
  })

  it('runs along a road: the first steps on to it, rivals stand before a bar, and who adapts joins it', () => {
    const stages = structuredClone(data.frameworks['salt/stages']!)
    const ids = Object.keys(stages.nodes)
    stages.nodes[ids[1]!]!.shows = ['valley', 'guild']
    stages.nodes[ids[2]!]!.shows = ['guild']
    stages.nodes[ids[0]!]!.plainly = { en: 'offers', zh: '提出' }
    const { element } = put(Framework, { id: 'salt/stages', as: 'road' }, { ...host(), data: { ...data, frameworks: { 'salt/stages': stages } } })
    expect(element.querySelectorAll('.road li')).toHaveLength(ids.length)
    expect(element.querySelector('.road li')!.textContent).toContain('offers')
    // two before the bar; then one on the road, and the other beside it
    expect(element.querySelectorAll('.road .corner')).toHaveLength(4)
    expect(element.querySelectorAll('.road .is-apart')).toHaveLength(1)
    expect(element.querySelectorAll('.road .bar')).toHaveLength(1)
  })
  it('sets the same guests at one table after another, each with its host, its date and what it rests on', () => {
    const name = (en: string) => ({ en, zh: `${en}一`, ru: en })
    const node = (en: string, more = {}) => ({ names: name(en), mark: 'plain' as const, claims: ['varga-2031/bargain'], ...more })
    const edge = (from: string, to: string, en: string) => ({ from, to, names: name(en), directed: false, claims: ['varga-2031/bargain'] })
    const tables: FrameworkFile = { title: name('Tables'), source: 'varga-2031', claims: ['varga-2031/bargain'], layout: 'graph', describes: { en: 'Two tables.', zh: '两张桌子。' },
      nodes: { north: node('North', { mark: 'solid' }), south: node('South', { mark: 'open' }), hall: node('in a hall'), tent: node('in a tent'), five: node('The villages', { shows: ['valley', 'guild', 'league'] }) },
      edges: { one: edge('north', 'hall', '1870'), two: edge('south', 'tent', '1880'), three: edge('hall', 'five', '1 : 3'), four: edge('tent', 'five', '1 : 3') } }
    const { element } = put(Framework, { id: 'salt/tables', as: 'tables' }, { ...host({ medium: 'slide' }), data: { ...data, frameworks: { 'salt/tables': tables } } })
    expect([...element.querySelectorAll('.tables svg text')].map(({ textContent }) => textContent!.trim()).filter(Boolean)).toEqual(['North', '1870', 'in a hall', 'South', '1880', 'in a tent', 'The villages'])
    expect(element.querySelectorAll('.tables .corner')).toHaveLength(2 + 2 * 3)
    expect(element.querySelectorAll('.tables .named li')).toHaveLength(3)
  })
  it.each([['layers', '.sheet', 2], ['ways', '.sketch', 2]])('%s: one drawing a trait, with the names beside it', (as, drawn, many) => {
    const name = (en: string) => ({ en, zh: `${en}一`, ru: en })
    const node = (en: string, more = {}) => ({ names: name(en), mark: 'plain' as const, claims: ['varga-2031/bargain'], ...more })
    const edge = (from: string, to: string, en: string) => ({ from, to, names: name(en), directed: true, claims: ['varga-2031/bargain'] })
    const nodes = { one: node('a crossing', { sketch: as === 'ways' ? 'all' : 'crossing', at: { column: 1, row: 1 } }), two: node('a mine', { sketch: as === 'ways' ? 'only' : 'deposits', at: { column: 3, row: 1 } }), land: node('the land') }
    const edges = as === 'ways' ? { a: edge('one', 'land', 'serves'), b: edge('two', 'land', 'limits') } : { a: edge('land', 'one', 'is'), b: edge('land', 'two', 'is') }
    const traits: FrameworkFile = { title: name('Traits'), source: 'varga-2031', claims: ['varga-2031/bargain'], layout: 'graph', describes: { en: 'Two traits.', zh: '两种特性。' }, nodes, edges } as FrameworkFile
    const { element } = put(Framework, { id: 'salt/traits', as }, { ...host({ medium: 'slide' }), data: { ...data, frameworks: { 'salt/traits': traits } } })
    expect(element.querySelectorAll(drawn)).toHaveLength(many)
    for (const text of ['a crossing', 'a mine', 'the land']) expect(element.querySelector('svg')!.textContent).toContain(text)
  })
  describe('what sets out, what took its place, what goes down', () => {
    const name = (en: string) => ({ en, zh: `${en}一`, ru: en })
    const node = (en: string, more = {}) => ({ names: name(en), mark: 'plain' as const, claims: ['varga-2031/bargain'], ...more })
    const edge = (from: string, to: string, en: string) => ({ from, to, names: name(en), directed: true, claims: ['varga-2031/bargain'] })
    const drawn = (as: string, nodes: object, edges: object) => {
      const file = { title: name('Salt'), source: 'varga-2031', claims: ['varga-2031/bargain'], layout: 'graph', describes: { en: 'In words.', zh: '文字。' }, nodes, edges } as FrameworkFile
      return put(Framework, { id: 'salt/drawn', as }, { ...host({ medium: 'slide' }), data: { ...data, frameworks: { 'salt/drawn': file } } }).element
    }
    const texts = (element: Element) => [...element.querySelectorAll('svg text')].map(({ textContent }) => textContent!.trim()).filter(Boolean)

    it('barriers: strips, one horn, a bar each, and along the foot what is joined to nothing', () => {
      const element = drawn('barriers', { need: node('need'), salt: node('salt'), silk: node('silk'), fair: node('a fair'), toll: node('toll'), ford: node('ford'), talk: node('talk') },
        { a: edge('need', 'salt', 'buys'), b: edge('need', 'silk', 'buys'), c: edge('salt', 'fair', 'shown'), d: edge('silk', 'fair', 'shown'), e: edge('fair', 'toll', 'meets'), f: edge('fair', 'ford', 'meets') })
      expect([element.querySelectorAll('[data-strip]').length, element.querySelectorAll('rect.bar').length, element.querySelectorAll('rect.along').length]).toEqual([2, 2, 1])
      expect(texts(element)).toEqual(['need', 'salt', 'silk', 'a fair', 'toll', 'ford', 'buys', 'shown', 'meets', 'talk'])
    })
    it('a turn: more strokes and posts before than now', () => {
      const at = (column: number, row: number) => ({ at: { column, row } })
      const element = drawn('turn', { law: node('law', at(1, 1)), coin: node('coin', at(2, 1)), ease: node('less noise', at(3, 1)), loss: node('less peace', at(3, 2)) },
        { a: edge('law', 'coin', 'now'), b: edge('coin', 'ease', 'gain'), c: edge('coin', 'loss', 'loss') })
      const [before, now] = [...element.querySelectorAll('svg > g:has(.post)')].map(way => [way.querySelectorAll('.bar').length, way.querySelectorAll('.post').length])
      expect([before![0]! > now![0]!, before![1]! > now![1]!]).toEqual([true, true])
      expect(texts(element)).toEqual(['law', 'now', 'coin', 'gain: less noise', 'loss: less peace'])
    })
    it('depth: a column an edge; below the band hangs what reaches down, and nothing where nothing does', () => {
      const element = drawn('depth', { deals: node('deals', { under: { en: 'one mill', zh: '一座磨坊' } }), fairs: node('fairs'), trust: node('trust'), law: node('law') }, { a: edge('deals', 'trust', 'no terms'), b: edge('fairs', 'law', 'no court') })
      expect([...element.querySelectorAll('[data-column]')].map(column => column.querySelectorAll('.reaches').length)).toEqual([1, 0])
      expect(texts(element)).toEqual(['breadth', 'depth', 'deals', 'one mill', 'no terms', 'trust', 'fairs', 'no court', 'law'])
    })
  })
  it('fits: two pieces for a pair, with what the second brings, and a drawing for each step', () => {
    const name = (en: string) => ({ en, zh: `${en}一`, ru: en })
    const node = (en: string, more = {}) => ({ names: name(en), mark: 'plain' as const, claims: ['varga-2031/bargain'], ...more })
    const edge = (from: string, to: string, en: string) => ({ from, to, names: name(en), directed: true, claims: ['varga-2031/bargain'] })
    const fits = { title: name('Fits'), source: 'varga-2031', claims: ['varga-2031/bargain'], layout: 'graph', describes: { en: 'Two pieces.', zh: '两块。' },
      nodes: { road: node('a road'), guild: node('The guild', { mark: 'hatched' }), pressed: node('one presses', { sketch: 'pressed' }), shown: node('another is shown', { sketch: 'shown' }) },
      edges: { a: edge('road', 'guild', 'mules'), b: edge('pressed', 'shown', 'then') } } as FrameworkFile
    const { element } = put(Framework, { id: 'salt/fits', as: 'fits' }, { ...host({ medium: 'slide' }), data: { ...data, frameworks: { 'salt/fits': fits } } })
    expect(element.querySelectorAll('.pair .piece')).toHaveLength(2)
    expect([...element.querySelectorAll('.pair text')].map(({ textContent }) => textContent)).toEqual(['a road', 'The guild', 'mules'])
    expect(element.querySelectorAll('.sketch')).toHaveLength(2)
  })
  it('has words under the boxes of a chain, and none on a worksheet', () => {
    const stages = structuredClone(data.frameworks['salt/stages']!)
    stages.nodes[Object.keys(stages.nodes)[0]!]!.under = { en: 'nobody may pass', zh: '谁也不许过' }
    const under = (on: ReturnType<typeof host>) => [...put(Framework, { id: 'salt/stages' }, { ...on, data: { ...data, frameworks: { 'salt/stages': stages } } }).element.querySelectorAll('.under .told')].map(({ textContent }) => textContent!.trim()).filter(Boolean)
    expect(under(host({ medium: 'slide' }))).toEqual(['nobody may pass'])
    expect(under(host({ medium: 'paper', sheet: 'worksheet' }))).toEqual([])
  })

  it('says it in words when it cannot be drawn', async () => {
    const { element } = put(Framework, { id: 'salt/stages', as: 'mermaid' }, host({ draw: async () => { throw new Error('Parse error') } }))
    await settled()
    expect(element.textContent).toContain('Closed, then shared, then leased.')
    expect(element.querySelector('figcaption')!.className).not.toContain('visually-hidden')
  })

  it.each(Object.keys(data.frameworks).flatMap(id => (['en', 'zh'] as const).map(lang => [id, lang] as const)))('%s in %s is a diagram that parses', async (id, lang) => {
    const framework = data.frameworks[id]!
    const marked = { ...framework, nodes: Object.fromEntries(Object.entries(framework.nodes).map(([node, each], index) => [node, { ...each, mark: (['square', 'circle', 'diamond'] as const)[index % 3]! }])) }
    await expect(mermaid.parse(withMarks(mermaidText(framework, lang), marked, 'A title: with; marks', 'A {description} #1'))).resolves.toBeTruthy()
  })
})

describe('two bands', () => {
  const names = (en: string) => ({ en, zh: `${en}一`, ru: en })
  const node = (en: string) => ({ names: names(en), mark: 'plain' as const, claims: ['varga-2031/treaty'] })
  const edge = (from: string, to: string, en: string, more = {}) => ({ from, to, names: names(en), directed: false, claims: ['varga-2031/treaty'], ...more })
  data.frameworks['salt/storeys'] = {
    title: names('Quarrels'), source: 'varga-2031', claims: ['varga-2031/treaty'], layout: 'graph', describes: { en: 'Above, below.', zh: '上，下。' },
    storeys: { over: { en: 'First', zh: '首要' }, under: { en: 'Second', zh: '其次' }, between: ['east', 'west', 'us'] },
    nodes: { all: node('All'), gate: node('Gate'), toll: node('Toll'), guards: node('Guards') },
    edges: { a: edge('gate', 'all', 'who opens'), b: edge('toll', 'all', 'announced', { open: true }), c: edge('all', 'guards', 'case by case') },
  }
  const drawn = () => put(Framework, { id: 'salt/storeys' }, host({ medium: 'slide' })).element as HTMLElement
  const texts = (element: Element, within: string) => [...element.querySelectorAll(`${within} li :is(b, span)`)].map(text => text.textContent)

  it('what leads to the hub stands in the first band, what leads from it in the second, each with what is said of it', () => {
    const element = drawn()
    expect(texts(element, '.over')).toEqual(['Gate', 'who opens', 'Toll', 'announced'])
    expect(texts(element, '.under')).toEqual(['Guards', 'case by case'])
    expect([...element.querySelectorAll('.title')].map(title => title.textContent)).toEqual(['First', 'Second'])
  })
  it('those between whom it goes stand once, in the first head, with their marks; what is only announced has a frame of its own', () => {
    const element = drawn()
    expect(element.querySelectorAll('.between .corner')).toHaveLength(3)
    expect(element.querySelectorAll('.under .corner')).toHaveLength(0)
    expect([...element.querySelectorAll('[data-edge].is-open')].map(each => each.getAttribute('data-edge'))).toEqual(['b'])
  })
})

describe('rings', () => {
  const names = (en: string) => ({ en, zh: `${en}一`, ru: en })
  const node = (en: string, column: number, row: number, shows?: string[]) => ({ names: names(en), mark: 'plain' as const, claims: ['varga-2031/treaty'], at: { column, row }, ...(shows ? { shows } : {}) })
  const edge = (to: string, en: string, more = {}) => ({ from: 'core', to, names: names(en), directed: false, claims: ['varga-2031/treaty'], ...more })
  data.frameworks['salt/rings'] = {
    title: names('Realm'), source: 'varga-2031', claims: ['varga-2031/treaty'], layout: 'graph', describes: { en: 'In, out.', zh: '内，外。' }, rings: true,
    nodes: { core: node('Core', 1, 12, ['east', 'west', 'us']), port: node('Port', 2, 9), hill: node('Hill', 3, 3), marsh: node('Marsh', 4, 6) },
    edges: { a: edge('port', 'gate'), b: edge('hill', 'flank'), c: edge('marsh', 'to be drained', { open: true }) },
  }
  const drawn = () => put(Framework, { id: 'salt/rings' }, host({ medium: 'slide' })).element as HTMLElement
  const middle = (element: Element) => ['x', 'y', 'width', 'height'].map(name => Number(element.getAttribute(name))).reduce<number[]>((all, each, index) => index < 2 ? [...all, each] : all.map((start, side) => side === index - 2 ? start + each / 2 : start), [])

  it('each stands at its hour, farther out the farther its ring, with what it is to the core', () => {
    const element = drawn()
    const [port, hill, marsh] = [...element.querySelectorAll('.box')].map(middle)
    const core = element.querySelector('ellipse.core')!
    const [x, y] = ['cx', 'cy'].map(name => Number(core.getAttribute(name)))
    expect([port![0]! < x!, Math.round(port![1]!)]).toEqual([true, y])
    expect([hill![0]! - x! > x! - port![0]!, Math.round(hill![1]!)]).toEqual([true, y])
    expect([Math.round(marsh![0]!), marsh![1]! > y!]).toEqual([x, true])
    expect([...element.querySelectorAll('svg .role')].map(role => role.textContent)).toEqual(['gate', 'flank', 'to be drained'])
  })
  it('names who is in the core, draws a ring for each, and a dashed frame round what is only to come', () => {
    const element = drawn()
    expect(element.querySelectorAll('ellipse.ring')).toHaveLength(3)
    expect([...element.querySelectorAll('.box')].map(box => box.classList.contains('is-open'))).toEqual([false, false, true])
  })
})

describe('arenas', () => {
  const names = (en: string) => ({ en, zh: `${en}一`, ru: en })
  const node = (en: string, shows?: string[]) => ({ names: names(en), mark: 'plain' as const, claims: ['varga-2031/treaty'], ...(shows ? { shows } : {}) })
  const edge = (from: string, to: string, en: string) => ({ from, to, names: names(en), directed: true, claims: ['varga-2031/treaty'] })
  data.frameworks['salt/arenas'] = {
    title: names('Reach'), source: 'varga-2031', claims: ['varga-2031/treaty'], layout: 'graph', describes: { en: 'Down and up.', zh: '上，下。' },
    arenas: { out: { en: 'spill', zh: '溢' }, back: { en: 'lash', zh: '弹' } },
    nodes: { all: node('All', ['east', 'west', 'us']), coast: node('Coast', ['east', 'west']), hill: node('Hill', ['us']), arms: node('arms'), waits: node('waits') },
    edges: { a: edge('all', 'coast', 'two of them'), b: edge('all', 'hill', 'one'), c: edge('coast', 'arms', 'response'), d: { ...edge('hill', 'waits', 'effect'), directed: false } },
  }
  const drawn = () => put(Framework, { id: 'salt/arenas' }, host({ medium: 'slide' })).element as HTMLElement

  it('each place has its own discs, what is done there, and its own response', () => {
    const places = [...drawn().querySelectorAll('[data-place]')].map(place => ({
      place: place.querySelector('.place > b')!.textContent, discs: place.querySelectorAll('.corner').length, says: place.querySelector('.place > b + span')!.textContent, follows: place.querySelector('.follows')!.textContent,
    }))
    expect(places).toEqual([{ place: 'Coast', discs: 2, says: 'two of them', follows: 'response arms' }, { place: 'Hill', discs: 1, says: 'one', follows: 'effect waits' }])
  })
  it('an arrow leads down into each place, and one back up from a response but not from an effect; what they are called is said once', () => {
    const element = drawn()
    expect([element.querySelectorAll('.out').length, element.querySelectorAll('.back').length]).toEqual([2, 1])
    expect([...element.querySelectorAll('.way')].map(way => way.textContent)).toEqual(['spill', 'lash'])
    expect(element.querySelectorAll('.hub .corner')).toHaveLength(3)
  })
})
