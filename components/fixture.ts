// What component tests mount on: the invented salt road of src/grading/examples, behind a host that grades for real.
import { mount, type VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import type { LectureData } from '#course/course'
import { renderInline, withTextsRendered } from '#course/inline'
import '#grading' // loaded at the first check elsewhere; here before any test's patience begins
import { provided, type Host } from '#hosts'
import { createStore, type Shelf } from '#progress'
import type { Claim, Kind, Language, MapView } from '#schema'
import { corpus, examples } from '../src/grading/examples/examples.ts'
import { assembleHost } from '../src/hosts/assemble.ts'

const text = (en: string, zh: string) => ({ en, zh })
const claim = (says: { en: string, zh: string }, more: Partial<Claim> = {}): Claim =>
  ({ says, kind: 'argument', status: 'stands', at: { line: 1 }, evidence: [], ...more })
const named = new Set(JSON.stringify({ corpus, examples }).match(/varga-2031\/[a-z-]+/g))

/** The extent of src/atlas in numbers, with an island on it: see conicOf. */
const mapOfNowhere: LectureData['maps'][MapView] = { width: 658, height: 372, conic: { meridian: 46.58, cone: 0.646175, apex: [329, -7162.2854], equator: 12069.5345 }, land: 'M60 60L600 60L600 300L60 300Z', borders: 'M300 60L300 300', at: {}, routeNames: {} }

export const data: LectureData = withTextsRendered({
  lecture: 'salt',
  number: 2, total: 3, languages: ['en', 'zh'],
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
  claims: {
    ...Object.fromEntries([...named].map(id => [id, claim(text(`Varga says ${id.split('/')[1]}`, `瓦尔加说 ${id.split('/')[1]}`))])),
    'varga-2031/treaty': claim(text('The treaty *was* signed in 1874.', '条约签于 1874 年。'), { status: { contested: ['almanac-2030/treaty'] }, note: text('The seal is lost.', '印章已失。') }),
    'varga-2031/lease': claim(text('The lease ran for 99 years.', '租期九十九年。'), { kind: 'reported', by: text('a traveller', '一位旅人') }),
    'varga-2031/gate-shut': claim(text('The gate was shut for ever.', '关门永闭。'), { status: { fails: text('it opened in spring', '春天又开了') } }),
    'almanac-2030/treaty': claim(text('It was only initialled.', '只是草签。'), { at: { place: text('page 7', '第 7 页') } }),
  },
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
  taught: { 'salt/text': 'the-treaty' },
  locators: { 'varga-2031/treaty': { section: '2', paragraph: 4 }, 'varga-2031/lease': { section: 'intro', paragraph: 1 } },
  slides: [{ id: 'the-treaty', number: 3, layout: 'figure', headline: { en: 'The treaty', zh: '条约' }, claims: ['varga-2031/treaty'], exercises: ['salt/choice'], figures: { en: [{ tag: 'Explorer', attributes: { id: 'salt/watches' } }], zh: [{ tag: 'Explorer', attributes: { id: 'salt/watches' } }] } }],
} as LectureData)

export const keys = Object.fromEntries(examples.map(({ id, exercise }) => [id, withTextsRendered(exercise.key)]))

export class MemoryShelf implements Shelf {
  kept = new Map<string, string>()
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
}

interface Asked { lang?: Language, medium?: Host['medium'], sheet?: Host['sheet'], withoutKeys?: boolean, shelf?: Shelf, isPrinting?: boolean, draw?: Host['draw'] }

export function host({ lang = 'en', medium = 'page', sheet, withoutKeys, shelf = new MemoryShelf(), isPrinting = false, draw }: Asked = {}): Host {
  let clock = Date.parse('2026-03-01T09:00:00Z')
  return assembleHost({
    lang, medium, sheet, data,
    loadKeys: async () => withoutKeys ? null : keys,
    store: createStore({ shelf, now: () => new Date(clock += 1000) }),
    isPrinting: () => isPrinting,
    isDark: () => false,
    draw: draw ?? (async text => `<svg data-text="${encodeURIComponent(text)}"></svg>`),
    toSlide: slide => `../slides/#/${slide}`,
    toPractice: exercise => `#${exercise ?? ''}`,
    pauseKeys: () => () => {},
  })
}

export const put = (component: Component, props: Record<string, unknown>, on: Host): VueWrapper =>
  mount(component, { props, global: { provide: provided(on) }, attachTo: document.body })

/** What a screen reader would call it: its label, or the words in it. */
function nameOf(element: Element): string {
  const labelled = element.getAttribute('aria-labelledby')
  const own = element.getAttribute('aria-label') ?? (labelled && document.getElementById(labelled)?.textContent)
    ?? ((element as HTMLInputElement).labels?.[0] ?? element).textContent
  return (own ?? '').replace(/\s+/g, ' ').trim()
}

const selectors = { button: 'button', radio: 'input[type=radio]', checkbox: 'input[type=checkbox]', textbox: 'input[type=text]', radiogroup: '[role=radiogroup]', status: '[role=status]', heading: 'h1, h2, h3', row: 'tr', columnheader: 'th[scope=col]', alert: '[role=alert]' }

/** Everything of that role whose name has these words. */
export const all = (within: Element, role: keyof typeof selectors, name: string | RegExp = ''): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(selectors[role])].filter(element => typeof name === 'string' ? nameOf(element).includes(name) : name.test(nameOf(element)))

/** The one of that role with that name; says what there is when it is not one. */
export function one(within: Element, role: keyof typeof selectors, name: string | RegExp = ''): HTMLElement {
  const found = all(within, role, name)
  if (found.length === 1) return found[0]!
  throw new Error(`${found.length} of role ${role} named ${String(name)}; there are: ${all(within, role).map(nameOf).join(' | ')}`)
}

/** Long enough for everything promised to have happened. */
export const settled = async () => { for (let turn = 0; turn < 30; turn++) await new Promise(resolve => setTimeout(resolve, 0)) }

const check = (input: HTMLElement) => { (input as HTMLInputElement).click() }
const type = (input: HTMLElement, value: string) => {
  (input as HTMLInputElement).value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
const plain = (parts: { id: string, text: { en: string } }[], id: string) => renderInline(parts.find(part => part.id === id)?.text.en ?? id).replace(/<[^>]*>/g, '').replace(/&quot;/g, '"').replace(/&#39;/g, '\'')

/** Answers by role and name, as somebody at the page would: how to do so for each kind is a row here. */
const answers: { [K in Kind]: (within: Element, item: never, response: never) => void | Promise<void> } = {
  choice: (within, item: { options: never[] }, response: string) => check(one(within, 'radio', plain(item.options, response))),
  async choices(within, item: { options: never[] }, response: string[]) {
    for (const id of response) {
      check(one(within, 'checkbox', plain(item.options, id)))
      await settled()
    }
  },
  judge: (within, item: { statements: never[] }, response: Record<string, string>) => slots(within, item.statements, response, { 'supported': 'Supported', 'contradicted': 'Contradicted', 'not-stated': 'Not stated' }),
  number: (within, _item, response: number | string) => type(one(within, 'textbox', 'figure'), String(response)),
  text: (within, _item, response: string) => type(one(within, 'textbox', 'answer'), response),
  async cloze(within, item: { gaps: { id: string, name: { en: string } }[] }, response: Record<string, string>) {
    for (const [gap, value] of Object.entries(response)) {
      type(one(within, 'textbox', item.gaps.find(({ id }) => id === gap)!.name.en), value)
      await settled()
    }
  },
  match: (within, item: { left: never[], targets: never[] }, response: Record<string, string>) => slots(within, item.left, response, item.targets),
  sort: (within, item: { items: never[], bins: never[] }, response: Record<string, string>) => slots(within, item.items, response, item.bins),
  async order(within, item: { items: { id: string, text: { en: string } }[] }, response: string[]) {
    // Each thing is moved up until it stands at its place; the first press takes one away and back, so that something was moved.
    const now = () => [...within.querySelectorAll('.order li')].map(li => item.items.find(({ text }) => li.textContent!.includes(plain([{ id: '', text }], '')))!.id)
    all(within, 'button', 'Move down')[0]!.click()
    await settled()
    for (const [place, id] of response.entries()) {
      while (now().indexOf(id) > place) {
        one(within, 'button', `Move up: ${plain(item.items, id)}`).click()
        await settled()
      }
    }
  },
  async matrix(within, item: { rows: never[], columns: never[], options: never[] }, response: Record<string, Record<string, string>>) {
    for (const [row, cells] of Object.entries(response)) {
      for (const [column, option] of Object.entries(cells)) {
        check(one(one(within, 'radiogroup', `${plain(item.rows, row)}, ${plain(item.columns, column)}`), 'radio', plain(item.options, option)))
        await settled()
      }
    }
  },
  async edges(within, item: { framework: string, edges: { id: string, from: string, to: string }[], labels: never[] }, response: Record<string, string>) {
    const nodes = data.frameworks[item.framework]!.nodes
    for (const [edge, label] of Object.entries(response)) {
      const { from, to } = item.edges.find(({ id }) => id === edge)!
      check(one(one(within, 'radiogroup', `${nodes[from]!.names.en} to ${nodes[to]!.names.en}`), 'radio', plain(item.labels, label)))
      await settled()
    }
  },
  async signs(within, item: { framework: string, edges: { id: string, from: string, to: string }[], passages: never[] }, response: Record<string, { sign?: '+' | '-' | '0', passage?: string }>) {
    const nodes = data.frameworks[item.framework]!.nodes
    for (const [side, { sign, passage }] of Object.entries(response)) {
      const { from, to } = item.edges.find(({ id }) => id === side)!
      const group = (part: string) => one(within, 'radiogroup', `${nodes[from]!.names.en} – ${nodes[to]!.names.en}, ${part}`)
      if (sign) check(one(group('sign'), 'radio', { '+': '+ together', '-': '− against', '0': '0 not said' }[sign]))
      await settled()
      if (passage) check(one(group('passage'), 'radio', passage === 'none' ? 'no passage says so' : plain(item.passages, passage)))
      await settled()
    }
  },
  async place(within, item: { items: { id: string, text: { en: string } }[] }, response: Record<string, [number, number]>) {
    // From wherever it is, with the arrow keys: ten steps with Shift, then one by one.
    for (const [id, [lon, lat]] of Object.entries(response)) {
      const thing = one(within, 'button', plain(item.items, id))
      const now = () => thing.dataset['at']?.split(' ').map(Number)
      const press = async (key: string, shiftKey: boolean) => {
        thing.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
        await settled()
      }
      if (!now()) await press('ArrowUp', false)
      for (const [part, wanted, on, back] of [[0, lon, 'ArrowRight', 'ArrowLeft'], [1, lat, 'ArrowUp', 'ArrowDown']] as const)
        for (let steps = Math.round((wanted - now()![part]!) / 0.05); steps !== 0; steps = Math.round((wanted - now()![part]!) / 0.05)) await press(steps > 0 ? on : back, Math.abs(steps) >= 10)
    }
  },
  async cells(within, item: { rows: never[], columns: never[] }, response: string[]) {
    for (const path of response) {
      const [row, column] = path.split('/') as [string, string]
      check(one(within, 'checkbox', `${plain(item.rows, row)}, ${plain(item.columns, column)}:`))
      await settled()
    }
  },
}

async function slots(within: Element, rows: never[], response: Record<string, string>, options: never[] | Record<string, string>) {
  for (const [row, option] of Object.entries(response)) {
    const name = Array.isArray(options) ? plain(options, option) : options[option]!
    check(one(one(within, 'radiogroup', plain(rows, row)), 'radio', name))
    await settled()
  }
}

export async function answer(within: Element, id: string, response: unknown) {
  const item = data.items[id]!
  await answers[item.kind](within, item as never, response as never)
  await settled()
}
