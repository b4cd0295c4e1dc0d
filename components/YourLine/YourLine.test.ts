// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, provide } from 'vue'
import type { Host } from '#hosts'
import { host, MemoryShelf, one, put, putAway, settled } from '../fixture.ts'
import { standsAgain } from './line.ts'
import YourLine from './YourLine.vue'

afterEach(putAway)

/** As on a slide with layout `answer`. */
const Again = defineComponent({ setup() {
  provide(standsAgain, true)
  return () => h(YourLine)
} })
const written = (on: Host) => on.store.answers().map(({ exercise, response }) => [exercise, response])
const type = async (element: Element, text: string) => {
  const field = one(element, 'textbox', /./) as unknown as HTMLTextAreaElement
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settled()
  return field
}
const shown = (on: Host, tag = YourLine as typeof Again) => put(tag, {}, on).element as HTMLElement

describe('one’s own line', () => {
  it.each([['Enter'], ['Escape']])('is kept like an answer when %s ends it, and the keys are the slides’ again', async (key) => {
    const on = host()
    const field = await type(shown(on), '  The guild\npays. ')
    field.focus()
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await settled()
    expect(written(on)).toEqual([['lines/salt', 'The guild pays.']])
    expect(document.activeElement).not.toBe(field)
  })

  it('is kept once, and not again where nothing changed', async () => {
    const on = host()
    const element = shown(on)
    for (const text of ['T', 'Th', 'The guild']) await type(element, text)
    expect(written(on)).toEqual([])
    for (const text of ['The guild', 'The guild ']) (await type(element, text)).dispatchEvent(new Event('blur'))
    expect(written(on)).toEqual([['lines/salt', 'The guild']])
  })

  it('is there after a reload as far as it was typed, before it is kept, and is no answer then', async () => {
    const shelf = new MemoryShelf()
    await type(shown(host({ shelf })), 'The gui')
    const on = host({ shelf })
    const field = one(shown(on), 'textbox', /./) as unknown as HTMLTextAreaElement
    expect([field.value, written(on)]).toEqual(['The gui', []])
    field.dispatchEvent(new Event('blur'))
    expect([written(on), on.drafts.of('lines/salt')]).toEqual([[['lines/salt', 'The gui']], undefined])
  })

  it('is kept when its slide goes, or the window', async () => {
    const on = host()
    await type(shown(on), 'gone with the slide')
    putAway()
    expect(written(on)).toEqual([['lines/salt', 'gone with the slide']])
    await type(shown(on), 'gone with the window')
    window.dispatchEvent(new Event('pagehide'))
    expect(written(on).at(-1)).toEqual(['lines/salt', 'gone with the window'])
  })

  it('stands again on the answer slide, to be read; a reload brings it back', async () => {
    const shelf = new MemoryShelf()
    await type(shown(host({ shelf })), 'The guild pays.')
    putAway()
    const again = shown(host({ shelf }), Again)
    expect(again.textContent).toContain('The guild pays.')
    expect(again.querySelector('textarea')).toBeNull()
    expect((one(shown(host({ shelf })), 'textbox', /./) as unknown as HTMLTextAreaElement).value).toBe('The guild pays.')
  })

  it('may be written on the answer slide by whoever wrote none, without being cut short', async () => {
    const on = host()
    const element = shown(on, Again)
    const field = one(element, 'textbox', /^Your line$/)
    field.focus()
    await type(element, 'late')
    expect(element.querySelector('textarea')).not.toBeNull()
    field.blur()
    await settled()
    expect([element.querySelector('textarea'), element.textContent]).toEqual([null, expect.stringContaining('late')])
  })

  it('is empty again once the lecture’s answers are cleared', async () => {
    const on = host()
    const field = await type(shown(on), 'The guild pays.')
    field.dispatchEvent(new Event('blur'))
    on.clear('lecture')
    await settled()
    expect([written(on), field.value]).toEqual([[], ''])
  })

  it.each(['en', 'zh'] as const)('is room to write on paper, and nothing of what was typed (%s)', (lang) => {
    const on = host({ lang, isPrinting: true })
    for (const tag of [YourLine as typeof Again, Again]) {
      const element = shown(on, tag)
      expect([element.querySelectorAll('textarea, input').length, element.querySelectorAll('.rules i').length > 0]).toEqual([0, true])
      expect(element.querySelector('.label')!.textContent).not.toBe('')
      putAway()
    }
  })
})
