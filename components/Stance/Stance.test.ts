// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { Host } from '#hosts'
import { all, data, host, inThisFile, keysHere, keys, MemoryShelf, one, put, putAway, settled } from '../fixture.ts'
import Stance from './Stance.vue'

const text = (en: string, zh: string) => ({ en, zh })
inThisFile(data, { stances: { 'salt/gate': {
  question: text('Whose gate is it?', '门是谁的？'),
  scale: { from: text('The guild’s', '行会的'), to: text('The valley’s', '谷地的'), places: 5 },
  pair: [{ says: text('The guild built it.', '门是行会修的。'), claims: ['varga-2031/treaty'] }, { says: text('The valley keeps the key.', '钥匙在谷地手里。'), claims: ['almanac-2030/treaty'] }],
  bet: { says: text('Both name a builder.', '两篇都说了是谁修的。') },
  reader: text('asks who pays.', '会问谁出钱。'), revision: 'r1',
} }, claims: { ...data.claims, 'brier-1950/score': data.claims['varga-2031/treaty']! } })
const because = text('Only Varga does.', '只有瓦尔加说了。')
inThisFile(keys as Record<string, unknown>, { 'stances/salt/gate': { kind: 'stance', holds: false, because, claims: ['varga-2031/treaty'] } })

afterEach(putAway)

const shown = (on: Host = host()) => put(Stance, { id: 'salt/gate' }, on).element as HTMLElement
const click = async (within: Element, role: 'radio' | 'button', name: string | RegExp) => {
  one(within, role, name).click()
  await settled()
}
const place = async (element: Element, at: number, sure: number) => {
  await click(element, 'radio', new RegExp(`^${at} of 5`))
  await click(element, 'radio', new RegExp(`^${sure} %`))
}
const write = async (field: HTMLElement, value: string) => {
  (field as HTMLInputElement).value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settled()
}
async function through(element: Element, { bet = /^True/, sure = 80 } = {}) {
  await place(element, 2, 70)
  await click(element, 'button', 'Now a prediction')
  await click(element, 'radio', bet)
  await click(element, 'radio', new RegExp(`^${sure} %`))
  await click(element, 'button', 'Keep both and read')
  await click(element, 'button', 'Look again')
  await place(element, 5, 90)
  await click(element, 'button', /^Compare/)
}

describe('before and after, by oneself', () => {
  it('leads on step by step, and not past a step that is open', async () => {
    const element = shown()
    expect(one(element, 'button', 'Now a prediction').getAttribute('aria-disabled')).toBe('true')
    await click(element, 'button', '3 Read')
    expect(element.getAttribute('data-step')).toBe('before')
    expect(element.textContent).not.toContain('The guild built it.')
    await through(element)
    expect(element.getAttribute('data-step')).toBe('compare')
    expect(element.querySelector('[role=img]')!.getAttribute('aria-label')).toBe('1: The guild’s; 5: The valley’s; before: place 2 of 5, 70 % sure; after: place 5 of 5, 90 % sure')
    const says = one(element, 'status').textContent!
    for (const part of ['You moved three places towards 5.', 'Surer than before: 70 %, now 90 %.', 'The prediction: false.', 'You said true, 80 % sure: not this time.', 'Only Varga does.', 'Brier score of your one prediction: 0.64', 'Calibration needs at least 5 predictions']) expect(says).toContain(part)
  })

  it('keeps all of it as answers of its own, which disturb no exercise; a reload brings it back', async () => {
    const shelf = new MemoryShelf()
    const on = host({ shelf })
    await through(shown(on))
    expect(on.progress).toEqual({})
    const last = on.store.answers().at(-1)!
    expect(last).toMatchObject({ exercise: 'stances/salt/gate', revision: 'r1', response: { before: { place: 2, sure: 70 }, bet: { holds: true, sure: 80 }, after: { place: 5, sure: 90 }, held: false } })
    const again = shown(host({ shelf }))
    await settled()
    expect(again.getAttribute('data-step')).toBe('compare')
    expect(one(again, 'status').textContent).toContain('You moved three places')
    await click(again, 'button', '1 Before')
    expect(all(again, 'radio', / of 5/).every(radio => (radio as HTMLInputElement).disabled), 'said before reading: it stays').toBe(true)
    expect(shelf.getItem(keysHere.answers)!.split('\n').length).toBeLessThanOrEqual(3)
  })

  it('of bets made twice counts the first, and says so', async () => {
    const element = shown()
    await through(element)
    await click(element, 'button', 'Start over')
    expect(element.getAttribute('data-step')).toBe('before')
    await through(element, { bet: /^False/, sure: 100 })
    expect(one(element, 'status').textContent).toContain('100 % sure: right.')
    expect(one(element, 'status').textContent).toContain('Brier score of your one prediction: 0.64')
    expect(one(element, 'status').textContent).toContain('Only the first answer to a prediction counts.')
  })

  it('tells calibration once there are enough bets at a level', async () => {
    const on = host()
    for (let count = 0; count < 4; count++) on.store.record({ exercise: `stances/sea/ship-${count}`, revision: 'r', response: { bet: { holds: true, sure: 80 }, held: true }, lang: 'en' })
    const element = shown(on)
    await through(element)
    expect(one(element, 'status').textContent).toContain('Brier score of your 5 predictions: 0.16')
    expect(one(element, 'status').textContent).toContain('Of 5 predictions at 80 %, 4 came out as said.')
  })

  it('says that nothing settles the bet in a build without keys, and counts nothing', async () => {
    const on = host({ withoutKeys: true })
    const element = shown(on)
    await through(element)
    expect(one(element, 'status').textContent).toContain('no answers in it')
    expect(element.textContent).not.toContain('Brier')
    expect(on.store.answers().at(-1)!.response).not.toHaveProperty('held')
  })

  it('has one state for every copy, follows another window\'s clearing, and speaks Chinese', async () => {
    const on = host({ lang: 'zh' })
    const [first, second] = [shown(on), shown(on)]
    await click(first, 'radio', /^第1格，共5格：行会的/)
    await click(second, 'radio', /^70%/)
    await click(first, 'button', '再作预判')
    expect(second.textContent).toContain('两篇都说了是谁修的。')
    await click(second, 'radio', /^不正确/)
    await click(second, 'radio', /^100%/)
    await click(second, 'button', '定下来，去读')
    expect(first.textContent).toContain('门是行会修的。')
    on.store.clear()
    await settled()
    expect(first.getAttribute('data-step')).toBe('before')
  })
})

describe('with the hands of a class', () => {
  it('counts them, gives middles and who moved at least, never a mean', async () => {
    const shelf = new MemoryShelf()
    const element = shown(host({ shelf }))
    await click(element, 'radio', 'Hands in class')
    const fields = () => all(element, 'textbox')
    for (const [index, count] of ['4', '３', '2', '', 'x1'].entries()) await write(fields()[index]!, count)
    expect(one(element, 'status').textContent).toBe('10 hands')
    await click(element, 'button', 'Now a prediction')
    await write(one(element, 'textbox', 'Hands for “False”'), '6')
    await write(one(element, 'textbox', /“True”/), '4')
    await click(element, 'button', /^Read/)
    await click(element, 'button', 'Count again')
    for (const [index, count] of ['2', '2', '2', '2', '2'].entries()) await write(fields()[index]!, count)
    await click(element, 'button', /^Compare/)
    const says = one(element, 'status').textContent!
    for (const part of ['Median: before place 2, now place 3.', 'At least 3 moved towards 5.', '6 of 10 hands had it right.']) expect(says).toContain(part)
    expect(says).not.toContain('Brier')
    expect(element.querySelector('[role=img]')!.getAttribute('aria-label')).toContain('before: place 1, 4, place 2, 3, place 3, 2, place 5, 1')
    const again = shown(host({ shelf }))
    expect([again.getAttribute('data-by'), again.getAttribute('data-step')]).toEqual(['hands', 'compare'])
    await click(again, 'button', 'Another class')
    expect(one(again, 'status').textContent).toBe('0 hands')
  })
})

describe('on paper', () => {
  it.each([['a slide in print', { medium: 'slide' as const, isPrinting: true }], ['a worksheet', { medium: 'paper' as const, sheet: 'worksheet' as const }], ['a key', { medium: 'paper' as const, sheet: 'key' as const }]])('%s: blank scales, the pair, nothing that settles the bet', (_, asked) => {
    const element = shown(host(asked))
    expect(element.querySelectorAll('.is-blank')).toHaveLength(10)
    expect(element.textContent).toContain('The guild built it.')
    expect(element.textContent).toContain('Both name a builder.')
    expect(element.textContent).not.toContain('Only Varga')
    expect(element.querySelectorAll('input, button')).toHaveLength(0)
  })
})

it('names a stance that is not there', () => expect(put(Stance, { id: 'salt/none' }, host()).text()).toContain('salt/none'))
