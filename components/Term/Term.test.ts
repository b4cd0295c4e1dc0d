// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { all, host, one, put, putAway, settled } from '../fixture.ts'
import Term from './Term.vue'

afterEach(putAway)

it('gives the other language at first use, marked as such', () => {
  const { element } = put(Term, { id: 'salt/toll' }, host())
  expect(element.textContent).toBe('toll 通行费')
  expect(element.querySelector('[lang="zh-CN"]')!.textContent).toContain('通行费')
  expect(put(Term, { id: 'salt/toll' }, host({ lang: 'zh' })).element.textContent).toBe('通行费 toll')
  expect(put(Term, { id: 'salt/toll', alone: true }, host()).element.textContent).toBe('toll')
})

it('opens with what it means and its other names, and closes on Esc', async () => {
  const { element } = put(Term, { id: 'salt/toll' }, host())
  one(element, 'button').click()
  await settled()
  for (const words of ['What a mule pays.', 'пошлина', 'tōngxíngfèi']) expect(element.textContent).toContain(words)
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  await settled()
  expect(element.textContent).not.toContain('What a mule pays.')
})

it('closes when something else is pressed, and when the focus goes on', async () => {
  const { element } = put(Term, { id: 'salt/toll' }, host())
  const elsewhere = document.body.appendChild(document.createElement('button'))
  const ways = [
    () => elsewhere.dispatchEvent(new Event('pointerdown', { bubbles: true })),
    () => one(element, 'button').dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: elsewhere })),
  ]
  for (const leave of ways) {
    one(element, 'button').click()
    await settled()
    expect(element.querySelector('.popover')).not.toBeNull()
    leave()
    await settled()
    expect(element.querySelector('.popover')).toBeNull()
  }
})

it('on a slide a click of the mouse leaves the keys to the slide; a press of a key keeps the focus', async () => {
  const { element } = put(Term, { id: 'salt/toll' }, host({ medium: 'slide' }))
  const button = one(element, 'button')
  for (const [detail, keeps] of [[1, false], [0, true]] as const) {
    button.focus()
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }))
    await settled()
    expect(document.activeElement === button).toBe(keeps)
  }
})

it('is plain words on paper', () => {
  const { element } = put(Term, { id: 'salt/toll' }, host({ medium: 'paper' }))
  expect(all(element, 'button')).toEqual([])
  expect(element.textContent).toBe('toll 通行费')
})

it('names a term that does not exist', () => expect(put(Term, { id: 'salt/none' }, host()).text()).toContain('salt/none'))
