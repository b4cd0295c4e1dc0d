// How a student answers each kind in a mounted component: every control is found by its role and name, in either language.
import { flushPromises } from '@vue/test-utils'
import { renderInline } from '#course/inline'
import { words } from '#hosts'
import type { Framework, Item, Language, LonLat, Text } from '#schema'
import { noPassage } from '#schema/verdict'

/** What a screen reader would call it: its label, or the words in it; what is hidden from one is not read. */
function nameOf(element: Element): string {
  const labelled = element.getAttribute('aria-labelledby')
  const own = element.getAttribute('aria-label') ?? wordsOf((labelled && document.getElementById(labelled)) || (element as HTMLInputElement).labels?.[0] || element)
  return own.replace(/\s+/g, ' ').trim()
}

function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
  return copy.textContent ?? ''
}

export const selectors = { button: 'button', radio: 'input[type=radio]', checkbox: 'input[type=checkbox]', textbox: 'input[type=text], textarea', radiogroup: '[role=radiogroup]', status: '[role=status]', heading: 'h1, h2, h3', row: 'tr', columnheader: 'th[scope=col]', alert: '[role=alert]' }

/** Everything of that role whose name has these words. */
export const all = (within: Element, role: keyof typeof selectors, name: string | RegExp = ''): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(selectors[role])].filter(element => typeof name === 'string' ? nameOf(element).includes(name) : name.test(nameOf(element)))

/** The one of that role with that name; says what there is when it is not one. */
export function one(within: Element, role: keyof typeof selectors, name: string | RegExp = ''): HTMLElement {
  const found = all(within, role, name)
  if (found.length === 1) return found[0]!
  throw new Error(`${found.length} of role ${role} named ${String(name)}; there are: ${all(within, role).map(nameOf).join(' | ')}`)
}

/** Long enough for everything promised to have happened: turns of the event loop, not time, of which nothing here waits. */
export const settled = async () => { for (let turn = 0; turn < 30; turn++) await flushPromises() }

const check = (input: HTMLElement) => { (input as HTMLInputElement).click() }
const type = (input: HTMLElement, value: string) => {
  (input as HTMLInputElement).value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Text or HTML as it is read: no tags, one space where there are several. */
const read = (text: string) => {
  const holder = document.createElement('div')
  holder.innerHTML = text.includes('<') ? text : renderInline(text)
  return (holder.textContent ?? '').replace(/\s+/g, ' ').trim()
}

const tick = async (box: HTMLElement, isOn: boolean) => {
  if ((box as HTMLInputElement).checked !== isOn) check(box)
  await settled()
}

/** The one of that role with just that name. */
const exactly = (within: Element, role: keyof typeof selectors, name: string) => the(within, role, name, given => given === name)
/** The one whose name is that, or goes on after it: "…, your answer". */
const beginning = (within: Element, role: keyof typeof selectors, name: string) => the(within, role, name, given => given === name || (given.startsWith(name) && /^[\s,，:：(（]/.test(given.slice(name.length))))

function the(within: Element, role: keyof typeof selectors, name: string, is: (given: string) => boolean): HTMLElement {
  const there = all(within, role)
  const found = there.filter(element => is(nameOf(element)))
  if (found.length === 1) return found[0]!
  throw new Error(`${found.length} of role ${role} named "${name}"; there are: ${there.map(nameOf).join(' | ')}`)
}

/** From wherever it is, with the arrow keys: ten steps with Shift, then one by one. */
async function putAt(thing: HTMLElement, [lon, lat]: LonLat) {
  const now = () => thing.dataset['at']?.split(' ').map(Number) as LonLat | undefined
  const press = async (key: string, shiftKey: boolean) => {
    thing.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
    await settled()
  }
  if (!now()) await press('ArrowUp', false)
  const [before] = now()!
  await press('ArrowRight', false)
  const step = Math.abs(now()![0] - before) || 0.05
  for (const [part, wanted, on, back] of [[0, lon, 'ArrowRight', 'ArrowLeft'], [1, lat, 'ArrowUp', 'ArrowDown']] as const) {
    for (let presses = 0, steps = NaN; steps !== 0; presses++) {
      if (presses > 100) throw new Error(`100 presses of an arrow and never at ${lon}, ${lat}`)
      steps = Math.round((wanted - now()![part]) / step)
      if (steps !== 0) await press(steps > 0 ? on : back, Math.abs(steps) >= 10)
    }
  }
}

interface Part { id: string, text: Text }

/** Answers `item` inside `within`, by role and name. `frameworks`: where the names of sides are. */
export async function answerTo(within: Element, item: Item, response: unknown, lang: Language, frameworks: Record<string, Framework>): Promise<void> {
  const say = words[lang].exercise
  const text = (parts: readonly Part[], id: string) => read(parts.find(part => part.id === id)!.text[lang])
  const group = (name: string) => exactly(within, 'radiogroup', name)
  const choose = async (group: Element, name: string) => {
    check(beginning(group, 'radio', name))
    await settled()
  }
  const slots = async (rows: readonly Part[], wanted: Record<string, string>, option: (id: string) => string) => {
    for (const [row, id] of Object.entries(wanted)) await choose(group(text(rows, row)), option(id))
  }
  const nodeName = (framework: string, node: string) => read(frameworks[framework]!.nodes[node]!.names[lang])

  switch (item.kind) {
    case 'choice': await choose(within, text(item.options, response as string)); break
    case 'choices':
      for (const { id } of item.options) await tick(beginning(within, 'checkbox', text(item.options, id)), (response as string[]).includes(id))
      break
    case 'judge': await slots(item.statements, response as Record<string, string>, id => say.judged[id as keyof typeof say.judged]); break
    case 'number': type(beginning(within, 'textbox', say.yourFigure), String(response)); break
    case 'essay': type(beginning(within, 'textbox', say.essay.yours), (response as { text: string }).text); break
    case 'text': type(beginning(within, 'textbox', say.yourWords), String(response)); break
    case 'cloze':
      for (const [gap, value] of Object.entries(response as Record<string, string>)) {
        type(exactly(within, 'textbox', say.gap(read(item.gaps.find(({ id }) => id === gap)!.name[lang]))), value)
        await settled()
      }
      break
    case 'match': await slots(item.left, response as Record<string, string>, id => text(item.targets, id)); break
    case 'sort': await slots(item.items, response as Record<string, string>, id => text(item.bins, id)); break
    case 'order': {
      // The first press takes one away and back, so that something was moved; then each is moved up until it stands at its place.
      const now = () => [...within.querySelectorAll('.order li')].map(li => item.items.find(({ text }) => read(li.textContent!).includes(read(text[lang])))!.id)
      beginning(within, 'button', say.down(text(item.items, now()[0]!))).click()
      await settled()
      for (const [place, id] of (response as string[]).entries()) {
        while (now().indexOf(id) > place) {
          exactly(within, 'button', say.up(text(item.items, id))).click()
          await settled()
        }
      }
      break
    }
    case 'matrix':
      for (const [row, cells] of Object.entries(response as Record<string, Record<string, string>>))
        for (const [column, option] of Object.entries(cells)) await choose(group(say.group(text(item.rows, row), text(item.columns, column))), text(item.options, option))
      break
    case 'edges':
      for (const [edge, label] of Object.entries(response as Record<string, string>)) {
        const { from, to } = item.edges.find(({ id }) => id === edge)!
        await choose(group(say.edge(nodeName(item.framework, from), nodeName(item.framework, to))), text(item.labels, label))
      }
      break
    case 'signs':
      for (const [side, { sign, passage }] of Object.entries(response as Record<string, { sign?: keyof typeof say.signs, passage?: string }>)) {
        const { from, to } = item.edges.find(({ id }) => id === side)!
        const pair = words[lang].framework.pair(nodeName(item.framework, from), nodeName(item.framework, to))
        if (sign) await choose(group(say.group(pair, say.sign)), say.signs[sign])
        if (passage) await choose(group(say.group(pair, say.passage)), passage === noPassage ? say.noPassage : text(item.passages, passage))
      }
      break
    case 'place': {
      for (const [id, at] of Object.entries(response as Record<string, LonLat>)) await putAt(beginning(within, 'button', text(item.items, id)), at)
      break
    }
    case 'cells':
      for (const row of item.rows) for (const column of item.columns) {
        const cell = item.cells[row.id]?.[column.id]
        if (cell) await tick(beginning(within, 'checkbox', say.cell(text(item.rows, row.id), text(item.columns, column.id), read(cell[lang]))), (response as string[]).includes(`${row.id}/${column.id}`))
      }
      break
  }
  await settled()
}
