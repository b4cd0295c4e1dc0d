// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { all, data, host, one, put, putAway, settled } from '../fixture.ts'
import Cite from './Cite.vue'
import { placeOf } from '#hosts/placeOf.ts'

afterEach(putAway)

describe('a place', () => {
  it.each([
    ['a numbered section', 'varga-2031/treaty', '§2 ¶4', '第2节第4段'],
    ['a section with a name only', 'varga-2031/lease', 'Introduction ¶1', '引言第1段'],
    ['an outside source', 'almanac-2030/treaty', 'page 7', '第 7 页'],
    ['nobody has looked yet', 'varga-2031/stages', '', ''],
  ])('%s', (_, claim, en, zh) => {
    expect(placeOf(claim, data, 'en')).toBe(en)
    expect(placeOf(claim, data, 'zh')).toBe(zh)
  })
})

describe('a citation', () => {
  it('says who and where', () => {
    expect(one(put(Cite, { claim: 'varga-2031/treaty' }, host()).element, 'button').textContent).toBe('Varga 2031, §2 ¶4')
    expect(one(put(Cite, { claim: 'varga-2031/treaty' }, host({ lang: 'zh' })).element, 'button').textContent).toBe('瓦尔加 2031，第2节第4段')
  })

  it.each([
    ['what is contested, and by whom', 'varga-2031/treaty', ['The treaty was signed in 1874.', 'Argument', 'Contested', 'It was only initialled.', 'Almanac 2030', 'The seal is lost.']],
    ['whom a source reports', 'varga-2031/lease', ['Reported speech', 'a traveller', 'No objection found']],
    ['what does not hold, and why', 'varga-2031/gate-shut', ['≠', 'Does not check out', 'it opened in spring']],
    ['that a source is an outside one', 'almanac-2030/treaty', ['From outside the one article']],
  ])('opens: %s', async (_, claim, words) => {
    const { element } = put(Cite, { claim }, host())
    const button = one(element, 'button')
    expect(button.getAttribute('aria-expanded')).toBe('false')
    button.click()
    await settled()
    expect(button.getAttribute('aria-expanded')).toBe('true')
    const opened = document.getElementById(button.getAttribute('aria-controls')!)!.textContent!
    for (const word of words) expect(opened).toContain(word)
  })

  it('closes on Esc, on its button, and when something else is pressed', async () => {
    const { element } = put(Cite, { claim: 'varga-2031/treaty' }, host())
    const ways = [
      () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
      () => one(element, 'button', /^Close$/).click(),
      () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })),
    ]
    for (const close of ways) {
      all(element, 'button')[0]!.click()
      await settled()
      expect(element.querySelector('.popover')).not.toBeNull()
      close()
      await settled()
      expect(element.querySelector('.popover')).toBeNull()
    }
  })

  it('gives the focus back to its button when Esc closes it from within', async () => {
    const { element } = put(Cite, { claim: 'varga-2031/treaty' }, host())
    const button = all(element, 'button')[0]!
    button.click()
    await settled()
    one(element, 'button', /^Close$/).focus()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await settled()
    expect(document.activeElement).toBe(button)
  })

  it('is a locator and nothing more on paper and in print', () => {
    for (const on of [host({ medium: 'paper' }), host({ medium: 'slide', isPrinting: true })]) {
      const { element } = put(Cite, { claim: 'varga-2031/treaty' }, on)
      expect(all(element, 'button')).toEqual([])
      expect(element.textContent).toBe('Varga 2031, §2 ¶4')
    }
  })

  it('names a claim that does not exist', () => expect(put(Cite, { claim: 'varga-2031/none' }, host()).text()).toContain('varga-2031/none'))
})
