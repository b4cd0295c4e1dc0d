// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { LectureData } from '#course/course'
import type { Host } from '#hosts'
import type { Framework, ModelOf } from '#schema'
import { all, data, host, inThisFile, one, put, putAway, settled } from '../../fixture.ts'
import Explorer from '../Explorer.vue'

const text = (en: string, zh: string) => ({ en, zh })
const names = (en: string, zh: string) => ({ en, zh, ru: en })
const claims = ['varga-2031/treaty', 'varga-2031/lease', 'varga-2031/gate-shut']
const node = (en: string, zh: string, mark: 'solid' | 'hatched' | 'open'): Framework['nodes'][string] => ({ names: names(en, zh), letter: text(en[0]!, zh[0]!), mark, claims })
const edge = (from: string, to: string, domain: string, plus: string[], minus: string[]): Framework['edges'][string] =>
  ({ from, to, domain, names: names('a road', '一条路'), directed: false, bears: { plus, minus }, claims })

const league: LectureData['actors'][string] = { names: names('United League', '联盟'), is: 'union', article: 'the', mark: 'open' }
const triad: Framework = {
  title: names('Three towns', '三城'), source: 'varga-2031', claims, layout: 'triangle', describes: text('Three towns.', '三座城。'),
  domains: { toll: names('Toll', '通行费'), salt: names('Salt', '盐') },
  nodes: { valley: node('Valley', '谷地', 'solid'), guild: node('Guild', '行会', 'hatched'), league: node('United League', '联盟', 'open') },
  edges: {
    a: edge('valley', 'guild', 'toll', ['varga-2031/treaty'], []),
    b: edge('league', 'valley', 'toll', [], ['varga-2031/lease']),
    c: edge('guild', 'league', 'toll', [], ['varga-2031/lease']),
    d: edge('valley', 'guild', 'salt', ['varga-2031/treaty'], ['varga-2031/gate-shut']),
    e: edge('valley', 'league', 'salt', [], []),
  },
}

const model: ModelOf<'signed-graph'> = {
  view: 'signed-graph', title: text('Town model', '三城模型'), source: 'varga-2031', framework: 'salt/triad',
  rules: { balance: { says: text('Two against one hold.', '二对一则平衡。'), claims: ['varga-2031/lease'] } },
  print: { says: text('Signs by us.', '我们来标。'), blank: text('Mark each circle.', '标每个圆圈。') },
  cases: {},
}

inThisFile(data, {
  actors: { ...data.actors, league },
  frameworks: { ...data.frameworks, 'salt/triad': triad },
  models: { ...data.models, 'salt/triad': model },
})

afterEach(putAway)

const shown = (on: Host = host()) => put(Explorer, { id: 'salt/triad' }, on).element as HTMLElement
const press = async (within: Element, group: string, option: RegExp) => {
  one(one(within, 'radiogroup', group), 'radio', option).click()
  await settled()
}
const says = (within: Element) => one(within, 'status').textContent!.replace(/\s+/g, ' ').trim()
const name = async (within: Element, value: string) => {
  const field = one(within, 'textbox') as HTMLInputElement
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settled()
}

describe('the triad to push on', () => {
  it('starts from what the article bears, and says that it is a model', () => {
    const element = shown()
    expect(says(element)).toContain('Balanced: two camps, Valley and Guild against the United League.')
    expect(element.textContent).toContain('This is a model, not a finding of the article')
    expect((one(one(element, 'radiogroup', 'Valley – Guild'), 'radio', /^\+ together, article/) as HTMLInputElement).checked).toBe(true)
  })

  it('says what one change puts under strain, and beside it what the article says there', async () => {
    const element = shown()
    await press(element, 'Valley – Guild', /^−/)
    expect(says(element)).toContain('Unbalanced: one side would have to change.')
    expect(says(element)).toContain('Valley – Guild from + to −: the triangle becomes unbalanced. To be balanced again, it would need a change on one of the other two sides.')
    expect(element.querySelector('.article')!.textContent).toContain('The treaty was signed in 1874.')
    expect(one(element.querySelector('.article')!, 'button', 'Varga 2031')).toBeTruthy()
    await press(element, 'Valley – United League', /^\+/)
    expect(says(element)).toContain('Balanced: two camps, Valley and the United League against Guild.')
  })

  it('where both are borne, starts at + and says so; where nothing is said, cannot tell', async () => {
    const element = shown()
    await press(element, 'Field', /Salt/)
    expect(says(element)).toContain('Undecided: the article does not describe 2 sides.')
    expect(says(element)).toContain('supports both + and − for Valley – Guild')
    await press(element, 'Valley – United League', /^\+/)
    await press(element, 'Valley – Guild', /^−/)
    expect(says(element)).toContain('With − between Guild – United League it would be balanced.')
    expect([...element.querySelectorAll('.article .sign')].map(sign => sign.textContent)).toEqual(['+', '−'])
  })

  it('a fourth actor brings three sides, and goes with its name', async () => {
    const element = shown()
    expect(all(element, 'radiogroup')).toHaveLength(4)
    await name(element, 'Port')
    expect(all(element, 'radiogroup').map(group => group.getAttribute('aria-label'))).toContain('United League – Port')
    expect(says(element)).toContain('Undecided')
    await press(element, 'Valley – Port', /^−/)
    await press(element, 'Guild – Port', /^−/)
    await press(element, 'United League – Port', /^\+/)
    expect(says(element)).toContain('Valley and Guild against the United League and Port. Positive triangles: 4 of 4.')
    expect(element.querySelector('.article')!.textContent).toContain('is yours')
    await name(element, '')
    expect(all(element, 'radiogroup')).toHaveLength(4)
  })

  it('has one state for every copy, and goes back to the article', async () => {
    const on = host()
    const [first, second] = [shown(on), shown(on)]
    await press(first, 'Valley – Guild', /^−/)
    expect(says(second)).toContain('Unbalanced')
    expect(says(shown(host()))).toContain('Balanced')
    one(second, 'button', 'Reset').click()
    await settled()
    expect(says(first)).toContain('Balanced')
  })

  it('speaks Chinese', async () => {
    const element = shown(host({ lang: 'zh' }))
    expect(says(element)).toContain('平衡：两个阵营，谷地和行会对联盟。')
    await press(element, '谷地与行会', /^−/)
    expect(says(element)).toContain('不平衡：要恢复平衡，须有一条边改变。')
    expect(element.textContent).toContain('不是文章的结论')
  })
})

describe('the eight patterns', () => {
  const framed = (element: Element, state: string) => [...element.querySelectorAll(`[data-pattern][data-state="${state}"]`)].map(pattern => pattern.getAttribute('data-pattern'))
  const row = (element: Element, is: string) => [...element.querySelectorAll(`.is-${is} [data-pattern]`)].map(pattern => pattern.getAttribute('data-pattern'))
  it('four are balanced, with no minus or two, and four are not', () => {
    const element = shown(host({ medium: 'slide' }))
    expect(row(element, 'balanced')).toEqual(['+++', '+−−', '−+−', '−−+'])
    expect(row(element, 'unbalanced')).toEqual(['++−', '+−+', '−++', '−−−'])
  })
  it('frame the one that the field has, and faintly what it may come to', async () => {
    const element = shown(host({ medium: 'slide' }))
    expect([framed(element, 'chosen'), framed(element, 'possible')]).toEqual([['+−−'], []])
    await press(element, 'Valley – Guild', /^−/)
    expect(framed(element, 'chosen')).toEqual(['−−−'])
    await press(element, 'Field', /Salt/)
    expect([framed(element, 'chosen'), framed(element, 'possible')]).toEqual([[], ['+++', '+−−', '++−', '+−+']])
  })
  it('on a slide nobody joins the three: that is for the practice page', () => {
    expect(all(shown(host({ medium: 'slide' })), 'textbox')).toEqual([])
    expect(all(shown(), 'textbox')).toHaveLength(1)
  })
})

describe('on paper', () => {
  const rows = (element: Element) => all(element, 'row').slice(1).map(row => [...row.querySelectorAll('.sign')].map(sign => sign.textContent!.trim()[0]))
  it('prints the eight patterns, and the signs of all domains with their places', () => {
    const element = shown(host({ medium: 'slide', isPrinting: true }))
    expect(rows(element)).toEqual([['+', '±'], ['−', '0'], ['−', '0']])
    expect(element.querySelectorAll('[data-pattern]')).toHaveLength(8)
    expect(shown(host({ medium: 'paper', sheet: 'key' })).textContent).toContain('§2 ¶4')
    expect(all(element, 'radio')).toEqual([])
  })
  it('a worksheet has a blank triangle for each field, and rows for the rounds of a game', () => {
    const element = shown(host({ medium: 'paper', sheet: 'worksheet' }))
    expect(rows(element).flat()).toEqual([])
    expect([...element.querySelectorAll('[data-domain]')].map(figure => [figure.querySelector('figcaption')!.textContent!.trim(), figure.querySelectorAll('.disc').length])).toEqual([['Toll', 3], ['Salt', 3]])
    expect(all(element, 'row').length).toBeGreaterThan(4)
    expect(element.textContent).toContain('Mark each circle.')
    expect(rows(shown(host({ medium: 'paper', sheet: 'key' }))).flat()).toHaveLength(6)
  })
})

it('cites the theory that it reckons with', () => expect(shown().querySelector('.note .cite')!.getAttribute('data-claim')).toBe('varga-2031/lease'))
