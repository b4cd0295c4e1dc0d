// @vitest-environment happy-dom
// A browser's translator puts <font><font>…</font></font> in the place of each text it finds. Words that stood bare beside an
// element and change afterwards would then stay as they were: a verdict, a count, what a figure says. So everything is pressed
// on a translated copy and on an untranslated one, and both must say the same.
import { join } from 'node:path'
import { nextTick, type Component } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { examples } from '../src/grading/examples/examples.ts'
import Practice from '../pages/Practice.vue'
import { lectureData } from '#course/lecture'
import type { LectureData } from '#course/course'
import { readCourse } from '#course/disk'
import { houseRoot } from '#course/roots'
import { data, host, put, putAway, settled } from '../components/fixture.ts'
import Exercise from '../components/Exercise/Exercise.vue'
import { figures } from '../components/figures.ts'
import Series from '../components/Series/Series.vue'
import Tension from '../components/Tension/Tension.vue'
import Cite from '../components/Cite/Cite.vue'
import Term from '../components/Term/Term.vue'

afterEach(putAway)

/** As Chrome, Edge and Yandex do it; white space alone they leave. */
function translate(within: Node) {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode.nodeValue!.trim() !== '') texts.push(walker.currentNode as Text)
  for (const text of texts) {
    if (text.parentElement?.closest('style, script')) continue
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    text.replaceWith(outer)
    outer.append(inner)
    inner.append(text.nodeValue!)
  }
}

const saidIn = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim()
const controlsIn = (element: Element, within = '') => [...element.querySelectorAll<HTMLElement>(['button', 'summary', 'input', 'textarea'].map(control => `${within} ${control}`).join(', '))]

/** What can be done with one control, as far as a mouse and a keyboard can. */
function use(control: HTMLElement) {
  if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text')) {
    control.value = control.value === '' ? '12' : ''
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
  else control.click()
}

async function compare(component: Component, props: Record<string, unknown>, more: { presses: number, lecture?: LectureData, within?: string }) {
  const [plain, translated] = [host({ lecture: more.lecture }), host({ lecture: more.lecture })].map(on => put(component, props, on).element.parentElement!) as [Element, Element]
  await settled()
  translate(translated)
  expect(translated.querySelector('font'), 'nothing was translated: this would prove nothing').toBeTruthy()
  const seen = new Set([saidIn(plain)])
  for (let press = 0; press < more.presses; press++) {
    const [here, there] = [controlsIn(plain, more.within), controlsIn(translated, more.within)]
    expect(there.length, `controls after ${press} presses`).toBe(here.length)
    if (!here.length) break
    // Seven apart, so that each comes to its turn, in whatever state the others are by then.
    const at = (press * 7) % here.length
    const name = here[at]!.getAttribute('aria-label') ?? saidIn(here[at]!)
    use(here[at]!)
    use(there[at]!)
    await nextTick()
    if (press % 4 === 3) await settled()
    expect(saidIn(translated), `after ${press + 1} presses, the last on “${name}”`).toBe(saidIn(plain))
    seen.add(saidIn(plain))
  }
  return seen.size
}

describe('a translated exercise says what the untranslated one says', () => {
  it.each(examples.map(({ kind, id }) => [kind, id] as const))('%s', async (_, id) => {
    expect(await compare(Exercise, { id }, { presses: 16 })).toBeGreaterThan(2)
  })

  it.each(examples.map(({ kind, id, exercise }) => [kind, id, exercise] as const))('%s, checked, tried again, shown', async (_, id, exercise) => {
    const [plain, translated] = [host(), host()]
    const [here, there] = [plain, translated].map(on => put(Exercise, { id }, on).element) as [Element, Element]
    await settled()
    translate(there)
    const steps: [string, (on: typeof plain) => unknown][] = [
      ['wrong', on => on.desk(id).change(examples.find(example => example.id === id)!.file.wrong[0]?.response ?? { text: 'Keep the key.' })],
      ['checked', on => on.desk(id).check()],
      ['again', on => on.desk(id).again()],
      ['hint', on => on.desk(id).toggleHint()],
      ['shown', on => on.desk(id).showAnswer()],
      ['anew', on => on.desk(id).again()],
    ]
    for (const [name, step] of steps) {
      for (const on of [plain, translated]) await step(on)
      await settled()
      expect(saidIn(there), name).toBe(saidIn(here))
    }
    expect(exercise.item.id).toBe(id)
  })
})

describe('a translated figure says what the untranslated one says', () => {
  // What the invented lecture has on its slides: one of each tag and way of using it.
  const course = readCourse(join(houseRoot, 'tests/fixture-course'))
  const lectures = [...new Set(course.decks.map(({ lecture }) => lecture))].map(lecture => lectureData(course, lecture))
  const used = lectures.flatMap(lecture => lecture.slides.flatMap(({ figures }) => figures.en.map(({ tag, attributes }) => ({ lecture, tag, attributes }))))
  const ways = [...new Map(used.map(way => [`${way.tag} ${Object.keys(way.attributes).sort().join(' ')}`, way])).entries()]
  it.each(ways)('<%s>', async (_, { lecture, tag, attributes }) => {
    expect(await compare((await figures[tag]()).default, attributes, { presses: 24, lecture })).toBeGreaterThan(1)
  })

  it.each<[string, Component, Record<string, unknown>]>([
    ['Cite', Cite, { claim: 'varga-2031/treaty' }],
    ['Term', Term, { id: 'salt/toll' }],
    ['Tension', Tension, { id: 'salt/signed' }],
    ['Series', Series, { id: Object.keys(data.series)[0]! }],
  ])('<%s>', async (_, component, attributes) => { expect(await compare(component, attributes, { presses: 8 })).toBeGreaterThan(0) })
})

it('a translated practice page says what the untranslated one says', async () => {
  expect(await compare(Practice, {}, { presses: 12, within: '#content > :not(.one:not(:first-of-type))' })).toBeGreaterThan(2)
})

