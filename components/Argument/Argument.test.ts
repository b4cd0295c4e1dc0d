// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { Host } from '#hosts'
import { Argument as Schema } from '#schema'
import { all, data, host, inThisFile, one, put, putAway, settled } from '../fixture.ts'
import Argument from './Argument.vue'

const text = (en: string, zh: string) => ({ en, zh })
inThisFile(data, { arguments: { 'salt/price': Schema.parse({
  title: text('Why salt was dear', '盐为什么贵'), source: 'varga-2031', describes: text('Salt was dear because of the toll and the gate.', '盐贵，因为有通行费，有关门。'),
  statements: {
    dear: { is: 'claim', name: text('dear salt', '盐贵'), says: text('Salt was dear', '盐贵'), qualifier: text('in winter', '在冬天'), claims: ['varga-2031/treaty'] },
    toll: { is: 'claim', name: text('the toll', '通行费'), says: text('The road was costly', '路上花费大'), claims: ['varga-2031/lease'] },
    mule: { is: 'ground', name: text('mules', '骡子'), says: text('Each mule pays', '每匹骡子都要付'), claims: ['varga-2031/treaty'] },
    guard: { is: 'ground', name: text('guards', '守卫'), says: text('Guards are paid', '守卫要付钱'), claims: ['varga-2031/lease'] },
    gate: { is: 'ground', name: text('the gate', '关门'), says: text('The gate is often shut', '关门常闭'), claims: ['varga-2031/gate-shut'] },
    passes: { is: 'warrant', supplied: true, name: text('passing on', '转嫁'), says: text('cost is passed on', '花费会转嫁') },
    boats: { is: 'rebuttal', name: text('boats', '船'), says: text('salt came by boat', '盐走水路'), claims: ['almanac-2030/treaty'] },
  },
  inferences: {
    cost: { from: ['mule', 'guard'], to: 'toll', premises: 'convergent' },
    price: { from: ['toll', 'gate'], to: 'dear', warrant: 'passes', unless: ['boats'] },
  },
}) } })

afterEach(putAway)
const shown = (on: Host = host({ medium: 'slide' })) => put(Argument, { id: 'salt/price' }, on).element as HTMLElement
const says = (within: Element) => one(within, 'status').textContent!.replace(/\s+/g, ' ').trim()
const press = async (within: Element, name: string | RegExp) => {
  one(within, 'button', name).click()
  await settled()
}
const box = (within: Element, id: string) => within.querySelector<HTMLElement>(`[data-statement=${id}]`)!

describe('an argument map', () => {
  it('stands as the article has it, and says what to do', () => {
    const element = shown()
    expect(element.dataset['main']).toBe('stands')
    expect(says(element)).toContain('Take out a reason or a link')
    expect(element.getAttribute('aria-label')).toBe('Argument map: Why salt was dear')
    expect(all(element, 'button', /^(?:Take out|Accept)/).map(button => button.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'false'])
    expect(element.textContent).not.toContain('Each mule pays')
  })

  it('opens a reason that has reasons, in its place, and closes it; what is out stays out', async () => {
    const element = shown()
    const toll = one(element, 'button', 'The road was costly')
    expect(toll.textContent).toContain('2 reasons')
    expect(toll.getAttribute('aria-expanded')).toBe('false')
    toll.click()
    await settled()
    expect(toll.getAttribute('aria-expanded')).toBe('true')
    expect(element.querySelector(`[id="${toll.getAttribute('aria-controls')!}"]`)!.textContent).toContain('Any one of these is enough:')
    for (const each of ['Each mule pays', 'Guards are paid']) await press(element, each)
    await press(element, 'The road was costly')
    expect(element.textContent).not.toContain('Each mule pays')
    expect(box(element, 'toll').dataset['standing']).toBe('falls')
  })

  it('a converging ground that goes weakens, the last one fells, and what is linked goes with it', async () => {
    const element = shown()
    await press(element, 'The road was costly')
    await press(element, 'Take out, Reason: Each mule pays')
    expect(one(element, 'button', 'Each mule pays').getAttribute('aria-pressed')).toBe('true')
    expect(box(element, 'mule').textContent).toContain('taken out')
    expect(box(element, 'toll').textContent).toContain('weakened')
    expect(says(element)).toBe('The main claim is weakened: it rests on “the toll”, weakened. “the toll” is weakened: only “guards” still supports it.')
    await press(element, 'Guards are paid')
    expect(box(element, 'toll').dataset['standing']).toBe('falls')
    expect(box(element, 'toll').textContent).toContain('unsupported')
    expect(says(element)).toBe('The main claim has lost its support: it needs “the toll”. “the toll” has lost its support: none of its reasons is left.')
    await press(element, 'Each mule pays')
    await press(element, 'Guards are paid')
    expect(element.dataset['main']).toBe('stands')
  })

  it('falls with its warrant, and where an objection is granted; each is withdrawn again', async () => {
    const element = shown()
    await press(element, 'Take out, Link: since cost is passed on')
    expect(says(element)).toBe('The main claim has lost its support: without “passing on” its reasons do not lead to it.')
    await press(element, 'Accept, Objection: unless salt came by boat')
    expect(says(element)).toBe('The main claim has lost its support: “boats” is accepted; without “passing on” its reasons do not lead to it.')
    expect(box(element, 'boats').textContent).toContain('accepted')
    await press(element, 'Reset')
    expect(element.dataset['main']).toBe('stands')
    expect(one(element, 'button', 'Reset')).toHaveProperty('disabled', true)
  })

  it('draws a broken line broken', async () => {
    const element = shown()
    await press(element, 'The road was costly')
    const broken = () => [...element.querySelectorAll<HTMLElement>('[data-state=broken]')].map(({ dataset, firstElementChild }) => dataset['inference'] ?? (firstElementChild as HTMLElement).dataset['statement'])
    expect(broken()).toEqual([])
    await press(element, 'Each mule pays')
    expect(broken()).toEqual(['cost', 'mule'])
    await press(element, 'The gate is often shut')
    expect(broken()).toEqual(['price', 'toll', 'cost', 'mule', 'gate'])
  })

  it('has a bar across the arrow for each objection, thick once it is accepted', async () => {
    const element = shown()
    const bars = () => [...element.querySelectorAll('.cut')].map(bar => bar.classList.contains('is-granted'))
    expect(bars()).toEqual([false])
    await press(element, 'salt came by boat')
    expect(bars()).toEqual([true])
  })

  it('says what is ours, and whose an objection is', async () => {
    const element = shown()
    await press(element, 'The road was costly')
    expect(box(element, 'passes').textContent).toContain('ours')
    expect(one(box(element, 'boats'), 'button', 'Almanac 2030')).toBeTruthy()
    expect(one(box(element, 'mule'), 'button', '§2 ¶4')).toBeTruthy()
  })

  it('has one state for every copy on a host', async () => {
    const on = host({ medium: 'slide' })
    const [first, second] = [shown(on), shown(on)]
    await press(first, 'The gate is often shut')
    expect(second.dataset['main']).toBe('falls')
    expect(shown(host({ medium: 'slide' })).dataset['main']).toBe('stands')
  })

  it('on a page says in words what joins', async () => {
    const element = shown(host())
    await press(element, 'The road was costly')
    expect([...element.querySelectorAll('.bears')].map(each => each.textContent)).toEqual(['Needs all of these:', 'Any one of these is enough:'])
    await press(element, 'The gate is often shut')
    expect(says(element)).toBe('The main claim has lost its support: it needs “the gate”.')
    expect(box(element, 'gate').textContent).toContain('taken out')
  })

  it('speaks Chinese', async () => {
    const element = shown(host({ lang: 'zh', medium: 'slide' }))
    await press(element, '路上花费大')
    await press(element, '拿掉依据：每匹骡子都要付')
    expect(says(element)).toBe('主论点减弱：所靠的“通行费”减弱了。“通行费”减弱：只剩“守卫”支撑。')
    await press(element, '承认反驳：除非盐走水路')
    expect(says(element)).toContain('主论点失去支撑：“船”已被承认。')
  })
})

it.each([['a slide in print', host({ medium: 'slide', isPrinting: true })], ['paper', host({ medium: 'paper' })]])('%s: all stands, with the objections, and nothing to press', async (_, on) => {
  const element = shown(on)
  expect(all(element, 'button')).toEqual([])
  expect(element.querySelectorAll('[data-standing=stands]')).toHaveLength(6)
  expect(box(element, 'boats').textContent).toContain('unless salt came by boat')
  expect(element.textContent).toContain('none of the objections accepted')
})

it('a printed slide counts reasons for which it has no room, and says where they stand', () => {
  const many = ['a', 'b', 'c', 'd'].map(id => [id, { is: 'ground', name: text(id, id), says: text(`Ground ${id}`, `依据${id}`), claims: ['varga-2031/lease'] }] as const)
  const price = data.arguments!['salt/price']!
  const crowded = Schema.parse({ ...price, statements: { ...price.statements, ...Object.fromEntries(many) }, inferences: { ...price.inferences, more: { from: many.map(([id]) => id), to: 'toll', premises: 'convergent' } } })
  const at = (on: Host) => put(Argument, { id: 'salt/price' }, { ...on, data: { ...data, arguments: { 'salt/price': crowded } } }).element as HTMLElement
  const slide = at(host({ medium: 'slide', isPrinting: true }))
  expect(slide.textContent).not.toContain('Each mule pays')
  expect(box(slide, 'toll').textContent).toContain('6 reasons')
  expect(slide.textContent).toContain('on the practice page')
  expect(at(host({ medium: 'paper' })).textContent).toContain('Each mule pays')
})

it('names an argument that is not there', () => {
  expect(put(Argument, { id: 'salt/none' }, host()).text()).toContain('salt/none')
})
