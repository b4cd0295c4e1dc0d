// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { all, host, put, putAway } from '../fixture.ts'
import Tension from './Tension.vue'

afterEach(putAway)

it('sets the sides beside each other, each with who says it', () => {
  const { element } = put(Tension, { id: 'salt/signed' }, host())
  const sides = [...element.querySelectorAll('.side')]
  expect(sides.map(side => side.querySelector('.said')!.textContent)).toEqual(['Signed, says Varga.', 'No document shows it.'])
  expect(all(sides[0]!, 'button', 'Varga 2031, §2 ¶4')).toHaveLength(1)
})

it('says what was looked for where a text is silent', () => {
  const silent = put(Tension, { id: 'salt/signed' }, host()).element.querySelector('.is-silent')!
  expect(silent.textContent).toContain('Varga 2031: looked for “signature”, “seal”; none occurs')
})

it('ends with what a careful reader does, unless the class is to find it', () => {
  expect(put(Tension, { id: 'salt/signed' }, host()).text()).toContain('says which one she means')
  expect(put(Tension, { id: 'salt/signed', open: true }, host()).text()).not.toContain('says which one she means')
  expect(put(Tension, { id: 'salt/signed' }, host({ lang: 'zh' })).text()).toContain('会说明自己指哪一个')
})

it('names a tension that does not exist', () => expect(put(Tension, { id: 'salt/none' }, host()).text()).toContain('salt/none'))
