// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { all, host, one, put, settled } from '../fixture.ts'
import Term from './Term.vue'

afterEach(() => { document.body.replaceChildren() })

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

it('is plain words on paper', () => {
  const { element } = put(Term, { id: 'salt/toll' }, host({ medium: 'paper' }))
  expect(all(element, 'button')).toEqual([])
  expect(element.textContent).toBe('toll 通行费')
})

it('names a term that does not exist', () => expect(put(Term, { id: 'salt/none' }, host()).text()).toContain('salt/none'))
