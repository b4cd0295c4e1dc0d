// What component tests mount on: the invented salt road of src/grading/examples, behind a host that grades for real.
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterAll } from 'vitest'
import type { Component } from 'vue'
import type { LectureData, Problem } from '#course/course'
import { withTextsRendered } from '#course/inline'
import '#grading' // loaded at the first check elsewhere; here before any test's patience begins
import { provided, type Host } from '#hosts'
import { createDrafts, createStore, storageKeys, type Shelf } from '#progress'
import type { Claim, Language } from '#schema'
import { answerTo } from './answering.ts'
import { corpus, examples } from '../src/grading/examples/examples.ts'
import { assembleHost } from '../src/hosts/assemble.ts'

const text = (en: string, zh: string) => ({ en, zh })
const claim = (says: { en: string, zh: string }, more: Partial<Claim> = {}): Claim =>
  ({ says, kind: 'argument', status: 'stands', at: { line: 1 }, evidence: [], ...more })
const named = new Set(JSON.stringify({ corpus, examples }).match(/varga-2031\/[a-z-]+/g))

/** An extent in numbers, with an island on it: see numbersOf. */
const mapOfNowhere: LectureData['maps'][string] = { name: text('Nowhere', '乌有之地'), step: 0.05, width: 658, height: 372, projection: { kind: 'conic', parallels: [39, 41.5], meridian: 46.58, cone: 0.646175, apex: [329, -7162.2854], equator: 12069.5345 }, at: {}, routeNames: {} }

export const data: LectureData = withTextsRendered({
  lecture: 'salt',
  number: 2, total: 3, texts: 1, languages: ['en', 'zh'],
  syllabus: { title: text('Roads', '路'), version: '1', cite: text('Roads, 1', '《路》'), lectures: {
    salt: { title: text('The salt road', '盐路'), short: text('Salt', '盐路'), question: text('Whose road?', '谁的路？'), sources: ['varga-2031'], outcomes: {} },
  } },
  sources: {
    'varga-2031': {
      type: 'article-journal', author: [{ latin: { family: 'Varga', given: 'Ilse' }, native: '瓦尔加' }], issued: '2031', title: { en: 'The Salt Road' },
      licence: text('free', '自由'), standpoint: text('A visitor.', '过客。'), short: text('Varga 2031', '瓦尔加 2031'),
      outline: [{ line: 1, number: 'intro', title: text('Introduction', '引言') }, { line: 9, number: '2', title: text('The bargain', '交易') }], exceptions: [],
    },
    'almanac-2030': {
      type: 'webpage', author: [], issued: '2030', title: { en: 'Almanac' }, licence: text('free', '自由'), standpoint: text('Unsigned.', '未署名。'),
      short: text('Almanac 2030', '年鉴 2030'), outline: [], exceptions: [], outside: true,
    },
  },
  actors: { us: { names: { en: 'United States', zh: '美国', ru: 'США' }, is: 'state', article: 'the', mark: 'open' }, north: { names: { en: 'North League', zh: '北盟', ru: 'Север' }, is: 'union', article: 'the', mark: 'dot' }, east: { names: { en: 'Easterners', zh: '东方', ru: 'Восток' }, is: 'state', mark: 'solid' }, west: { names: { en: 'Westerners', zh: '西方', ru: 'Запад' }, is: 'state', mark: 'hatched' }, south: { names: { en: 'Southerners', zh: '南方', ru: 'Юг' }, is: 'state', mark: 'open' } },
  claims: {
    ...Object.fromEntries([...named].map(id => [id, claim(text(`Varga says ${id.split('/')[1]}`, `瓦尔加说 ${id.split('/')[1]}`))])),
    'varga-2031/treaty': claim(text('The treaty *was* signed in 1874.', '条约签于 1874 年。'), { status: { contested: ['almanac-2030/treaty'] }, note: text('The seal is lost.', '印章已失。') }),
    'varga-2031/lease': claim(text('The lease ran for 99 years.', '租期九十九年。'), { kind: 'reported', by: text('a traveller', '一位旅人') }),
    'varga-2031/gate-shut': claim(text('The gate was shut for ever.', '关门永闭。'), { status: { fails: text('it opened in spring', '春天又开了') } }),
    'almanac-2030/treaty': claim(text('It was only initialled.', '只是草签。'), { at: { place: text('page 7', '第 7 页') } }),
  },
  units: {},
  series: corpus.series, frameworks: corpus.frameworks, events: corpus.events,
  themes: { road: text('The road', '道路'), law: text('Law', '法律') },
  terms: { 'salt/toll': { names: { en: 'toll', zh: '通行费', ru: 'пошлина' }, official: ['en'], pinyin: 'tōngxíngfèi', means: text('What a mule pays.', '每匹骡子所付。'), claims: [] } },
  tensions: { 'salt/signed': {
    title: text('Signed or initialled?', '签署还是草签？'),
    sides: [
      { says: text('Signed, says Varga.', '瓦尔加说签了。'), claims: ['varga-2031/treaty'] },
      { says: text('No document shows it.', '没有文件为证。'), claims: [], absent: { source: 'varga-2031', words: ['signature', 'seal'] } },
    ],
    reader: text('says which one she means', '会说明自己指哪一个'),
  } },
  models: { 'salt/watches': {
    view: 'signed-graph', title: text('Watch model', '三方模型'), source: 'varga-2031', framework: 'salt/watches', cases: {},
    rules: { balance: { says: text('Two against one hold.', '二对一则平衡。'), claims: ['varga-2031/lease'] } },
    print: { says: text('Signs by us.', '我们来标。'), blank: text('Mark each circle.', '标每个圆圈。') },
  } },
  arguments: {}, stances: {}, places: corpus.places, routes: {}, maps: { 'south-caucasus': mapOfNowhere },
  items: Object.fromEntries(examples.map(({ id, exercise }) => [id, exercise.item])),
  speakers: { 'varga-2031': text('Varga argues', '瓦尔加认为') },
  draftItems: [],
  taught: { 'salt/text': 'the-treaty' },
  frameworksDrawn: ['salt/bargain'],
  locators: { 'varga-2031/treaty': { section: '2', paragraph: 4 }, 'varga-2031/lease': { section: 'intro', paragraph: 1 } },
  slides: [{ id: 'the-treaty', number: 3, layout: 'figure', headline: { en: 'The treaty', zh: '条约' }, minutes: { en: 3, zh: 3 }, claims: ['varga-2031/treaty'], exercises: ['salt/choice'], figures: { en: [{ tag: 'Explorer', attributes: { id: 'salt/watches' } }], zh: [{ tag: 'Explorer', attributes: { id: 'salt/watches' } }] } }],
} as LectureData)

export const keys = Object.fromEntries(examples.map(({ id, exercise }) => [id, withTextsRendered(exercise.key)]))

/**
 * What a file of tests wants otherwise, its other tests aside: `inThisFile(data, { events: {} })`. Files of one worker share `data`, so that
 * it is as it was when the file's tests are done.
 */
export function inThisFile<T extends object>(shared: T, changed: Partial<T>): void {
  const before = Object.keys(changed).map(name => [name, Object.getOwnPropertyDescriptor(shared, name)] as const)
  Object.assign(shared, changed)
  afterAll(() => {
    for (const [name, property] of before) {
      if (property) Object.defineProperty(shared, name, property)
      else delete shared[name as keyof T]
    }
  })
}

export class MemoryShelf implements Shelf {
  kept = new Map<string, string>()
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
}

/** Under which names the fixture keeps what is done on it. */
export const keysHere = storageKeys({ folder: '/', hasKeys: true })

interface Asked { lang?: Language, medium?: Host['medium'], sheet?: Host['sheet'], withoutKeys?: boolean, shelf?: Shelf, isPrinting?: boolean, draw?: Host['draw'], ground?: Host['ground'], lecture?: LectureData, problems?: Problem[] }

export function host({ lang = 'en', medium = 'page', sheet, withoutKeys, shelf = new MemoryShelf(), isPrinting = false, draw, ground, lecture = data, problems = [] }: Asked = {}): Host {
  let clock = Date.parse('2026-03-01T09:00:00Z')
  return assembleHost({
    lang, medium, sheet, data: lecture, problems,
    loadKeys: async () => withoutKeys ? null : keys,
    hasKeys: !withoutKeys,
    store: createStore({ shelf, now: () => new Date(clock += 1000), keys: keysHere }),
    keepDrafts: onRefused => createDrafts({ shelf, key: keysHere.drafts, onRefused }),
    isPrinting: () => isPrinting,
    isDark: () => false,
    draw: draw ?? (async text => `<svg data-text="${encodeURIComponent(text)}"></svg>`),
    ground: ground ?? (async () => ({ land: 'M60 60L600 60L600 300L60 300Z', borders: 'M300 60L300 300' })),
    toSlide: slide => `../slides/#/${slide}`,
    toPractice: exercise => `#${exercise ?? ''}`,
    digest: '../read/',
    pauseKeys: () => () => {},
  })
}

export function put(component: Component, props: Record<string, unknown>, on: Host): VueWrapper {
  const wrapper = mount(component, { props, global: { provide: provided(on) }, attachTo: document.body })
  mounted.push(wrapper)
  return wrapper
}
const mounted: VueWrapper[] = []

/** Nothing of what was put is left, nor does it listen any longer: for the next test, and the next file of this worker. */
export function putAway(): void {
  for (const wrapper of mounted.splice(0)) wrapper.unmount()
  document.body.replaceChildren()
}

export { all, one, settled } from './answering.ts'

/** Answers an exercise of the fixture by role and name, as somebody at the English page would. */
export const answer = (within: Element, id: string, response: unknown) => answerTo(within, data.items[id]!, response, 'en', data.frameworks)
