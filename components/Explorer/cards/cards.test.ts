// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { withTextsRendered } from '#course/inline'
import type { Host } from '#hosts'
import type { Framework, ModelOf } from '#schema'
import { all, data, host, inThisFile, one, put, putAway, settled } from '../../fixture.ts'
import Explorer from '../Explorer.vue'

const text = (en: string, zh: string) => ({ en, zh })
const names = (en: string, zh: string) => ({ en, zh, ru: en })
const claims = ['varga-2031/treaty']
const node = (en: string, zh: string, mark: 'square' | 'circle' | 'diamond', failure: [string, string]): Framework['nodes'][string] =>
  ({ names: names(en, zh), letter: text(en[0]!, zh[0]!), mark, failure: { names: names(...failure), claims }, claims })
const supports: Framework = {
  title: names('What the road needs', '盐路所需'), source: 'varga-2031', claims, layout: 'triangle', describes: text('Three.', '三样。'), edges: {},
  nodes: {
    toll: node('Right to levy', '收费权', 'square', ['a quarrel over tolls', '争收费']),
    mule: node('Mules', '骡队', 'circle', ['an empty road', '路上无人']),
    guard: node('Guards', '护卫', 'diamond', ['robbery', '劫掠']),
  },
}
const box = (en: string, zh: string, more: string[] = []) => ({ names: names(en, zh), mark: 'plain' as const, claims: ['varga-2031/treaty', ...more] })
const shift: Framework = {
  title: names('When it shifts', '何时转移'), source: 'varga-2031', claims, layout: 'graph', describes: text('Two boxes.', '两格。'), edges: {},
  nodes: { weak: box('The guard weakens', '护卫变弱', ['varga-2031/gate-shut']), rival: box('Another road', '另一条路'), moved: box('The trade moves', '商路转移') },
}
const states = { 'given': text('brought', '带来'), 'lacking': text('lacking', '缺'), 'not-stated': text('not stated', '未说') }
const at = (is: 'given' | 'lacking' | 'not-stated', says = 'so') => ({ is, says: text(says, '如此'), claims: is === 'not-stated' ? [] : claims })
const outcome = { says: text('it lasted a century', '维持百年'), claims, comes: [{ outcome: 'whole', failing: [] }] }
const rule = (when: object, to: string, en: string, zh: string) => ({ when, outcome: to, says: text(en, zh), claims })
const model = {
  view: 'cards', title: text('Road model', '盐路模型'), source: 'varga-2031', framework: 'salt/supports',
  outcomes: { whole: { short: text('whole', '俱全') }, risk: { short: text('at risk of {failures}', '面临{failures}') }, open: { short: text('left open ({open})', '未定（{open}）'), open: true } },
  rules: {
    several: rule({ some: ['lacking', 'none'], least: 2 }, 'risk', 'Several are missing: {failures}.', '缺了几样：{failures}。'),
    missing: rule({ some: ['lacking', 'none'] }, 'risk', 'One is missing: {failures}.', '缺一样：{failures}。'),
    silent: rule({ some: ['not-stated'] }, 'open', 'A silence is no lack: {open}.', '未说：{open}。'),
    whole: rule({ every: ['given'] }, 'whole', 'All three.', '三样俱全。'),
  },
  pairing: { says: text('By order:', '按次序：'), claims },
  print: { says: text('Sorted by us.', '我们归类。'), blank: text('Write into each cell.', '填每一格。') },
  tasks: {
    lay: { name: text('Cards', '出牌'), states, cases: {
      valley: { name: text('Valley', '谷地'), outcome, corners: { toll: at('given'), mule: at('given'), guard: { ...at('given'), but: at('not-stated', 'terms not public') } } },
      guild: { name: text('Guild', '行会'), outcome, corners: { toll: at('lacking'), mule: at('lacking'), guard: at('not-stated') } },
    } },
    place: { name: text('Two roads', '两条路'), case: text('Road', '路'), asks: text('Mark each corner; then compare.', '先标，再对照。'), states, cases: {
      north: { name: text('North road', '北路'), outcome, corners: { toll: at('given'), mule: at('given'), guard: at('given') } },
      south: { name: text('South road', '南路'), outcome: { ...outcome, says: text('the gate was shut', '关门') }, corners: { toll: { ...at('lacking', 'a quarrel at home'), but: at('given', 'a treaty') }, mule: at('not-stated'), guard: at('given') } },
    } },
    withdraw: {
      name: text('Withdraw', '撤回'), framework: 'salt/shift', asks: text('The guild withdraws', '行会撤回'),
      commitments: { toll: { name: text('rules', '规则'), opens: 'rival', claims }, mule: { name: text('money', '钱'), claims }, guard: { name: text('guards', '护卫'), opens: 'weak', claims } },
      conditions: ['weak', 'rival'], conditionsAsked: text('Or a condition holds', '或条件成立'),
      steps: { adjust: { says: text('Tolls **may** change.', '收费**可能**变。'), claims }, moved: { node: 'moved', says: text('Trade **tends** to move.', '商路**趋于**转移。'), claims } },
      boundary: { says: text('A loss **may** hurt.', '失去**可能**伤人。'), claims },
      silent: text('Of {commitment} it does not speak.', '没有说{commitment}。'), nothing: text('The hypothesis is silent.', '假设没有话说。'), inCase: text('In the case:', '本案例：'), noCase: text('Not told when.', '没说何时。'),
    },
  },
} as ModelOf<'cards'>
const withOneShown = { ...model, tasks: { ...model.tasks, place: { ...model.tasks.place!, shown: { case: 'north', inside: text('own law', '本地法'), outside: text('a guild from abroad', '外来行会'), claims } } } } as ModelOf<'cards'>
inThisFile(data, {
  frameworks: { ...data.frameworks, 'salt/supports': supports, 'salt/shift': shift },
  models: { ...data.models, 'salt/supports': withTextsRendered(model), 'salt/side-by-side': withTextsRendered(withOneShown) },
})

afterEach(putAway)

const tag = { id: 'salt/supports' }
const shown = (on: Host = host()) => put(Explorer, tag, on).element as HTMLElement
const choose = async (within: Element, group: string | RegExp, option: string | RegExp) => {
  one(one(within, 'radiogroup', group), 'radio', option).click()
  await settled()
}
const tick = async (within: Element, name: string) => {
  one(within, 'checkbox', name).click()
  await settled()
}
const press = async (within: Element, name: string) => {
  one(within, 'button', name).click()
  await settled()
}
const says = (within: Element) => one(within, 'status').textContent!.replace(/\s+/g, ' ').trim()
const lay = async (within: Element, ...cards: string[]) => {
  for (const [index, corner] of ['Right to levy', 'Mules', 'Guards'].entries()) await choose(within, `${corner}: which card?`, new RegExp(`^${cards[index]}$`))
}

describe('all cases side by side', () => {
  const corners = (within: Element, id: string) => [...within.querySelectorAll(`[data-case=${id}] svg > g`)].map(({ className }) => (className as unknown as { baseVal?: string }).baseVal ?? className)
  it('is what a model begins with that shows one of them; the others are blank until they are compared', async () => {
    const element = put(Explorer, { id: 'salt/side-by-side' }, host()).element as HTMLElement
    expect(element.dataset['task']).toBe('place')
    expect(corners(element, 'north')).toEqual(['is-given', 'is-given', 'is-given'])
    expect(corners(element, 'south')).toEqual(['is-none', 'is-none', 'is-none'])
    expect(element.textContent).toContain('own law')
    await press(element, 'South road')
    await press(element, 'Compare with the article')
    await press(element, 'All side by side')
    // of its first corner two passages say two things: filled by half
    expect(corners(element, 'south')).toEqual(['is-lacking is-doubted', 'is-not-stated', 'is-given'])
    expect(element.querySelectorAll('[data-case=south] .half')).toHaveLength(1)
    await press(element, 'Start again')
    expect(corners(element, 'south')).toEqual(['is-none', 'is-none', 'is-none'])
  })
})

describe('cards', () => {
  it('waits for all three, and names what has no card', async () => {
    const element = shown()
    expect(says(element)).toContain('Lay a card at each corner')
    await choose(element, /^Right/, /^Valley$/)
    expect(says(element)).toBe('Two corners are still without a card.')
    expect(element.querySelectorAll('.failure')).toHaveLength(0)
  })
  it('two passages give two answers, and neither is preferred', async () => {
    const element = shown()
    await lay(element, 'Valley', 'Valley', 'Valley')
    expect(says(element)).toBe('Two passages differ, and so does what follows: whole; or left open (Guards).')
    expect(element.querySelector('li[data-corner=guard]')!.textContent).toMatch(/brought.*elsewhere.*not stated: terms not public/s)
  })
  it('an empty corner names its failure and who says so; a silent one does not', async () => {
    const element = shown()
    await lay(element, 'Valley', 'none', 'not stated')
    expect(says(element)).toBe('One is missing: an empty road. Left open: Guards.')
    expect([...element.querySelectorAll('.failure')].map(each => each.textContent)).toEqual(['an empty road'])
    expect(element.querySelector('.follows .cite')!.getAttribute('data-claim')).toBe('varga-2031/treaty')
    await lay(element, 'Valley', 'Valley', 'not stated')
    expect(says(element)).toBe('A silence is no lack: Guards.')
  })
  it('several missing: another rule fires', async () => {
    const element = shown()
    await lay(element, 'Guild', 'Guild', 'Guild')
    expect(says(element)).toBe('Several are missing: a quarrel over tolls or an empty road. Left open: Guards.')
  })
})

describe('cases to place', () => {
  it('are marked first, then compared; either of two descriptions agrees', async () => {
    const element = shown()
    await choose(element, 'What to do', 'Two roads')
    await choose(element, 'Road', 'South road')
    expect(element.textContent).not.toContain('a quarrel at home')
    await choose(element, /^Right/, 'brought')
    await choose(element, /^Mules/, 'lacking')
    await press(element, 'Compare with the article')
    expect([...element.querySelectorAll('[data-agrees]')].map(each => each.textContent)).toEqual(['= agrees', '≠ differs'])
    expect(says(element)).toContain('agree at 1 of 2')
    expect(says(element)).toContain('Two passages differ')
    expect(element.textContent).toContain('the gate was shut')
    await choose(element, 'Road', 'North road')
    expect(element.querySelectorAll('[data-agrees]')).toHaveLength(0)
  })
})

describe('withdraw', () => {
  it('a commitment withdrawn is read as a condition, and the hypothesis followed hedge by hedge', async () => {
    const element = shown()
    await choose(element, 'What to do', 'Withdraw')
    expect(says(element)).toContain('The hypothesis is silent')
    await tick(element, 'guards')
    expect(says(element)).toContain('The guard weakens (so we read the withdrawal)')
    expect([...element.querySelectorAll('.failure')].map(each => each.textContent)).toEqual(['robbery'])
    expect(element.querySelector('[data-step=adjust] [data-claim="varga-2031/gate-shut"]')).toBeTruthy()
    await press(element, 'Next step')
    expect(all(element, 'button', 'Next step')).toEqual([])
    expect([...element.querySelectorAll('li strong')].map(each => each.textContent)).toEqual(['may', 'tends'])
    expect(element.querySelector('[data-step=moved]')!.textContent).toContain('Not told when.')
  })
  it('of one that opens no condition the hypothesis does not speak', async () => {
    const element = shown()
    await choose(element, 'What to do', 'Withdraw')
    await tick(element, 'money')
    expect(says(element)).toContain('Of money it does not speak.')
    expect(element.querySelectorAll('[data-step]')).toHaveLength(0)
    await tick(element, 'Another road')
    expect(element.querySelectorAll('[data-step]')).toHaveLength(1)
  })
})

it('has one state for every copy, and starts again in the task one is at', async () => {
  const on = host()
  const [first, second] = [shown(on), shown(on)]
  await lay(first, 'Valley', 'Valley', 'none')
  expect(says(second)).toContain('robbery')
  await press(second, 'Start again')
  expect(says(first)).toContain('Lay a card at each corner')
  expect(says(shown(host()))).toContain('Lay a card at each corner')
})

it('speaks Chinese', async () => {
  const element = shown(host({ lang: 'zh' }))
  for (const corner of ['收费权', '骡队', '护卫']) await choose(element, new RegExp(`^${corner}`), /^谷地$/)
  expect(says(element)).toBe('两处说法不同，结论也不同：俱全；或未定（护卫）。')
})

describe('on paper', () => {
  const cells = (element: Element, table: string) => [...element.querySelectorAll(`[data-table=${table}] td`)].map(cell => cell.textContent!.replace(/\s+/g, ' ').trim())
  it('a printed slide has the cases to place, each corner with its word', () => {
    const element = shown(host({ medium: 'slide', isPrinting: true }))
    expect(cells(element, 'place')).toHaveLength(6)
    expect(cells(element, 'place')[3]).toMatch(/^lacking §2 ¶4; brought §2 ¶4$/)
    expect(all(element, 'radio')).toEqual([])
  })
  it('a printed slide that shows one case leaves the others to the class', () => {
    const { element } = put(Explorer, { id: 'salt/side-by-side' }, host({ medium: 'slide', isPrinting: true }))
    expect(element.querySelectorAll('.shown-case')).toHaveLength(1)
    expect(element.querySelectorAll('.small-case .is-none')).toHaveLength(3)
    expect(element.querySelectorAll('table')).toHaveLength(0)
  })
  it('a worksheet leaves the cells empty, the key fills them', () => {
    const sheet = shown(host({ medium: 'paper', sheet: 'worksheet' }))
    expect(cells(sheet, 'place').join('')).toBe('')
    expect(sheet.querySelectorAll('.to-fill')).toHaveLength(6)
    expect(sheet.textContent).toContain('Write into each cell.')
    expect(cells(shown(host({ medium: 'paper', sheet: 'key' })), 'place')[0]).toContain('brought')
  })
})

it('names a model that is not there', () => expect(put(Explorer, { id: 'salt/none' }, host()).text()).toContain('no model “salt/none”'))
