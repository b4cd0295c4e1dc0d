// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { Host } from '#hosts'
import type { Event } from '#schema'
import { all, data, host, inThisFile, one, put, putAway, settled } from '../fixture.ts'
import Timeline from './Timeline.vue'

const text = (en: string, zh: string) => ({ en, zh })
const event = (date: string, name: string, more: Partial<Event> = {}): Event =>
  ({ date, name: text(name, name), theme: 'road', otherwise: [], claims: ['varga-2031/treaty'], ...more })

inThisFile(data, {
  events: {
    'salt/mules': event('1868-05', 'First mules'),
    'salt/gate': event('1871-09-02', 'The gate is shut', { theme: 'law', claims: ['varga-2031/gate-shut'], otherwise: [{ date: '1872-01-10', is: 'date', by: text('almanac', '年鉴'), claims: ['almanac-2030/treaty'] }] }),
    'salt/lease': event('1880', 'The lease', { claims: ['varga-2031/lease'], otherwise: [{ date: '1879-12-31', is: 'note', claims: ['varga-2031/lease'] }] }),
    'salt/tunnel': event('2040', 'A tunnel', { theme: 'law' }),
  } satisfies Record<string, Event>,
})

afterEach(putAway)
const shown = (props: Record<string, string> = {}, on: Host = host({ medium: 'slide' })) => put(Timeline, { label: 'Four dates', ...props }, on).element as HTMLElement
const marks = (within: Element) => [...within.querySelectorAll<SVGElement>('[data-mark]')].map(mark => `${mark.dataset['mark']} ${[...mark.classList].filter(name => name !== 'mark').join(' ')}`).sort()
const list = (within: Element) => [...within.querySelectorAll('.drawn li')].map(li => li.textContent!.replace(/\s+/g, ' ').trim())
const lanes = (within: Element) => [...within.querySelectorAll('.lane')].map(lane => lane.textContent)
const windowOf = (within: Element) => within.querySelector('.window b')!.textContent
const type = async (within: HTMLElement, key: string) => {
  within.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await settled()
}

describe('the timeline', () => {
  it('draws a day as a dot, a year as a span, a footnote as a square, and what is ahead open', () => {
    expect(marks(shown())).toEqual([
      'salt/gate#0 is-dot fails', 'salt/gate#1 is-dot', 'salt/lease#0 is-within', 'salt/lease#1 is-square fails', 'salt/mules#0 is-within', 'salt/tunnel#0 is-within is-ahead',
    ])
  })

  it('says all that it draws as a list by date, with who gives which date and where it stands', () => {
    const said = list(shown())
    expect(said[0]).toMatch(/^May 1868 First mules/)
    expect(said[1]).toMatch(/^3 years later ≠ dates that disagree The gate is shut Varga 2031 2 Sept 1871 ≠ does not check out .*almanac 10 Jan 1872/)
    expect(said[2]).toMatch(/^9 years later ≠ dates that disagree The lease Varga 2031 1880 .*footnote 31 Dec 1879 ≠ older than what it is to show/)
    expect(said[3]).toMatch(/^160 years later 2040 A tunnel, still ahead when Varga 2031 appeared/)
    expect(shown().getAttribute('aria-label')).toBe('Timeline, Four dates')
    expect(shown().querySelectorAll('.drawn button'), 'nothing takes the focus where nobody sees it').toHaveLength(0)
    expect(shown({}, host({ medium: 'page' })).querySelectorAll('.drawn .cite')).not.toHaveLength(0)
  })

  it('joins the dates that disagree, in one lane or across two', async () => {
    const element = shown()
    expect(lanes(element)).toEqual(['The road', 'Law'])
    expect(element.querySelectorAll('.join')).toHaveLength(2)
    one(element, 'radio', 'by source').click()
    await settled()
    expect(lanes(element)).toEqual(['Varga', 'Other texts'])
    const across = [...element.querySelectorAll('.join')].filter(join => join.getAttribute('y1') !== join.getAttribute('y2'))
    expect(across).toHaveLength(1)
    expect(element.querySelectorAll('[data-event="salt/gate"].event')).toHaveLength(2)
  })

  it('begins with the window that is asked for, and counts what lies outside', () => {
    const element = shown({ from: '1868', to: '1875' })
    expect(windowOf(element)).toBe('Jan 1868 – Dec 1875')
    expect(element.querySelector('.window')!.textContent).toContain('2 after')
    expect(list(element)).toHaveLength(2)
  })

  it('is moved by keys and by buttons, never beyond what there is', async () => {
    const element = shown({ from: '1868', to: '1875' })
    await type(element, '+')
    expect(windowOf(element)).toBe('Jan 1870 – Dec 1873')
    await type(element, 'ArrowRight')
    expect(windowOf(element)).toBe('Jan 1871 – Dec 1874')
    await type(element, '-')
    await type(element, '0')
    expect(windowOf(element)).toBe('Jan 1868 – Dec 1875')
    for (let turn = 0; turn < 12; turn++) one(element, 'button', 'Zoom out').click()
    await settled()
    expect(list(element)).toHaveLength(4)
    one(element, 'button', 'Reset').click()
    await settled()
    expect(list(element)).toHaveLength(2)
  })

  it('leaves the arrows to the switch of lanes', async () => {
    const element = shown({ from: '1868', to: '1875' })
    one(element, 'radio', 'by theme').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
    await settled()
    expect(windowOf(element)).toBe('Jan 1868 – Dec 1875')
  })

  it('tells of an event where its dates stand, and Esc takes it back', async () => {
    const element = shown()
    all(element, 'button', 'The gate is shut')[0]!.click()
    await settled()
    const telling = element.querySelector('.telling')!
    expect(telling.textContent).toContain('Varga 2031 2 Sept 1871 ≠ does not check out')
    expect(telling.querySelectorAll('.cite')).toHaveLength(2)
    await type(element, 'Escape')
    expect(element.querySelector('.telling')).toBeNull()
  })

  it('is one state, however often it is mounted', async () => {
    const on = host({ medium: 'slide' })
    const [first, second] = [shown({}, on), shown({}, on)]
    await type(first, '+')
    expect(windowOf(second)).toBe(windowOf(first))
  })

  it('stands still on paper and in print, with no button', () => {
    for (const on of [host({ medium: 'paper' }), host({ medium: 'slide', isPrinting: true })]) {
      const element = shown({}, on)
      expect(element.querySelectorAll('button, input')).toHaveLength(0)
      expect(list(element)).toHaveLength(4)
    }
  })

  it('says what it cannot read', () => {
    expect(shown({ events: 'mules, gaet' }).textContent).toContain('no event “salt/gaet”')
    expect(shown({ by: 'themes' }).textContent).toContain('expected “theme” or “source”')
    expect(shown({ from: '18' }).textContent).toContain('expected a date')
  })

  it('speaks Chinese', () => {
    const element = shown({ from: '1868', to: '1875' }, host({ medium: 'slide', lang: 'zh' }))
    expect(windowOf(element)).toBe('1868年1月至1875年12月')
    expect(list(element)[1]).toContain('年鉴1872年1月10日')
  })
})
