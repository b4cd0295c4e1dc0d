// @vitest-environment happy-dom
import process from 'node:process'
import { afterEach, describe, expect, it } from 'vitest'
import { readCourse } from '#course/disk'
import { lectureData } from '#course/lecture'
import type { Host } from '#hosts'
import { all, data, host, one, put, settled } from '../fixture.ts'
import TriangleExplorer from './TriangleExplorer.vue'

// The rules are about one article's triangle: it stands in the fixture as the course has it.
const corridor = lectureData(readCourse(process.cwd()), 'corridor')
for (const [id, framework] of Object.entries(corridor.frameworks)) data.frameworks[id] = framework
for (const [id, each] of Object.entries(corridor.cases)) data.cases[id] = each
for (const [id, claim] of Object.entries(corridor.claims)) data.claims[id] = claim
for (const [id, source] of Object.entries(corridor.sources)) data.sources[id] = source
Object.assign(data.locators, corridor.locators)

afterEach(() => { document.body.replaceChildren() })

const tag = { id: 'corridor/triangle', shift: 'corridor/shift' }
const shown = (on: Host = host()) => put(TriangleExplorer, tag, on).element as HTMLElement
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
  for (const [index, corner] of ['Sovereignty arrangement', 'Connectivity benefits', 'Security guarantee'].entries()) await choose(within, `${corner}: which card?`, new RegExp(`^${cards[index]}$`))
}

describe('cards', () => {
  it('waits for all three, and names what has no card', async () => {
    const element = shown()
    expect(says(element)).toContain('Lay a card at each corner')
    await choose(element, /^Sovereignty/, /^US$/)
    expect(says(element)).toBe('Two corners are still without a card.')
    expect(element.querySelectorAll('.failure')).toHaveLength(0)
  })
  it('the American cards: two passages, two answers, and neither is preferred', async () => {
    const element = shown()
    await lay(element, 'US', 'US', 'US')
    expect(says(element)).toContain('Two passages differ')
    expect(says(element)).toContain('minimal but complete; or left open (Security guarantee)')
    expect(element.querySelector('li[data-corner=security]')!.textContent).toMatch(/offered.*elsewhere.*not stated: terms not fully public/s)
  })
  it('an empty corner names its failure and who says so; a silent one does not', async () => {
    const element = shown()
    await lay(element, 'US', 'none', 'not stated')
    expect(says(element)).toBe('A corner is missing: the corridor is at risk of no motive to take part. Left open: Security guarantee.')
    expect([...element.querySelectorAll('.failure')].map(each => each.textContent)).toEqual(['no motive to take part'])
    expect(element.querySelector('.follows .cite')!.getAttribute('data-claim')).toBe('zhang-zeming-2026/connectivity-failure')
    await lay(element, 'US', 'Turkey', 'not stated')
    expect(says(element)).toContain('A silence is no lack')
  })
  it('several missing: which comes first is not said', async () => {
    const element = shown()
    await lay(element, 'Turkey', 'Iran', 'not stated')
    expect(says(element)).toContain('which comes first he does not say')
  })
})

describe('six corridors', () => {
  it('are marked first, then compared; either of two descriptions agrees', async () => {
    const element = shown()
    await choose(element, 'What to do', 'Six corridors')
    await choose(element, 'Corridor', 'Suez')
    expect(element.textContent).not.toContain('lost dignity')
    await choose(element, /^Sovereignty/, 'there')
    await choose(element, /^Connectivity/, 'lacking')
    await press(element, 'Compare with the article')
    expect([...element.querySelectorAll('[data-agrees]')].map(each => each.textContent)).toEqual(['= agrees', '≠ differs'])
    expect(says(element)).toContain('agree at 1 of 2')
    expect(says(element)).toContain('Two passages differ')
    expect(element.textContent).toContain('nationalised in 1956')
    await choose(element, 'Corridor', 'TRIPP')
    expect(element.querySelectorAll('[data-agrees]')).toHaveLength(0)
  })
})

describe('withdraw', () => {
  it('a guarantee withdrawn is read as falling capacity, and the hypothesis followed hedge by hedge', async () => {
    const element = shown()
    await choose(element, 'What to do', 'Withdraw')
    expect(says(element)).toContain('the hypothesis is silent')
    await tick(element, 'guarantee')
    expect(says(element)).toContain('Supplier’s capacity falls (so we read the withdrawal)')
    expect([...element.querySelectorAll('.failure')].map(each => each.textContent)).toEqual(['security disorder'])
    await press(element, 'Next step')
    await press(element, 'Next step')
    expect(all(element, 'button', 'Next step')).toEqual([])
    expect([...element.querySelectorAll('li .hedge')].map(each => each.textContent)).toEqual(['may', 'is challenged', 'tend'])
    for (const step of element.querySelectorAll('[data-step]')) expect(step.querySelector('[data-claim="zhang-zeming-2026/hypothesis-shift"]')).toBeTruthy()
  })
  it('of returns withdrawn it does not speak', async () => {
    const element = shown()
    await choose(element, 'What to do', 'Withdraw')
    await tick(element, 'returns')
    expect(says(element)).toContain('Of returns withdrawn the hypothesis does not speak.')
    expect(element.querySelectorAll('[data-step]')).toHaveLength(0)
    await tick(element, 'Another offers more')
    expect(element.querySelectorAll('[data-step]')).toHaveLength(1)
  })
})

it('has one state for every copy, and starts again in the mode one is in', async () => {
  const on = host()
  const [first, second] = [shown(on), shown(on)]
  await lay(first, 'US', 'US', 'none')
  expect(says(second)).toContain('security disorder')
  await press(second, 'Start again')
  expect(says(first)).toContain('Lay a card at each corner')
  expect(says(shown(host()))).toContain('Lay a card at each corner')
})

it('speaks Chinese', async () => {
  const element = shown(host({ lang: 'zh' }))
  for (const corner of ['主权协商', '互联互通利益', '安全保障']) await choose(element, corner, /^美国$/)
  expect(says(element)).toContain('两处说法不同，结论也不同：最小但完备；或没有定论（安全保障未说）。')
})

describe('on paper', () => {
  const cells = (element: Element, table: string) => [...element.querySelectorAll(`[data-table=${table}] td`)].map(cell => cell.textContent!.replace(/\s+/g, ' ').trim())
  it('a printed slide has the six corridors, each corner with its word', () => {
    const element = shown(host({ medium: 'slide', isPrinting: true }))
    expect(cells(element, 'corridor')).toHaveLength(18)
    expect(cells(element, 'corridor')[3]).toMatch(/^lacking §4 ¶2; there §2 ¶5$/)
    expect(all(element, 'radio')).toEqual([])
  })
  it('a worksheet leaves the cells empty, the key fills them', () => {
    const sheet = shown(host({ medium: 'paper', sheet: 'worksheet' }))
    expect([...cells(sheet, 'actor'), ...cells(sheet, 'corridor')].join('')).toBe('')
    expect(sheet.querySelectorAll('.to-fill')).toHaveLength(33)
    expect(cells(shown(host({ medium: 'paper', sheet: 'key' })), 'actor')[0]).toContain('offered')
  })
})

it('names a framework that is not there, and one without cases', () => {
  expect(put(TriangleExplorer, { id: 'salt/none', shift: 'corridor/shift' }, host()).text()).toContain('salt/none')
  expect(put(TriangleExplorer, { ...tag, shift: 'salt/none' }, host()).text()).toContain('salt/none')
  expect(() => put(TriangleExplorer, { id: 'salt/bargain', shift: 'corridor/shift' }, host())).toThrow(/expected a triangle with cases/)
})
