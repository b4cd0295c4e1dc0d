// How a student answers each kind: with a mouse, or with nothing but keys. Every control is found by its role and name.
import { type Locator, type Page, expect } from '@playwright/test'
import { numbersOf, size } from '#atlas'
import type { Course } from '#course'
import type { Exercise, Extent, Item, Language, LonLat, Response } from '#schema'
import { onMap } from '#models'
import { noPassage, signs } from '#schema/verdict'
import { answersIn } from '../answers.ts'
import { plain, words } from './site.ts'

export type Hand = 'mouse' | 'keyboard'

/** Answers to the exercises of a course, and hands that give them. */
export const answering = (course: Course) => ({ ...answersIn(course), answer: answerIn(course) })

/** Brings an exercise from whatever it shows to `response`, without checking it. */
const answerIn = (course: Course) => async (scope: Locator, { item }: Exercise, response: Response, lang: Language, hand: Hand): Promise<void> => {
  const use = hand === 'mouse' ? mouse(scope.page()) : keys(scope.page())
  const say = words[lang].exercise
  const text = (of: { text: { en: string, zh: string } }) => plain(of.text[lang])
  const group = (name: string) => scope.getByRole('radiogroup', { name, exact: true })
  const choose = (within: Locator, options: { id: string, text: { en: string, zh: string } }[], id: string) =>
    use.radio(within.getByRole('radio'), within.getByRole('radio', { name: startsWith(text(options.find(option => option.id === id)!)) }))
  const each = async (parts: { id: string, text: { en: string, zh: string } }[], options: { id: string, text: { en: string, zh: string } }[], wanted: Record<string, string>) => {
    for (const part of parts) await choose(group(text(part)), options, wanted[part.id]!)
  }

  switch (item.kind) {
    case 'choice': return choose(scope, item.options, response as string)
    case 'choices':
      for (const option of item.options) await use.checkbox(scope.getByRole('checkbox', { name: startsWith(text(option)) }), (response as string[]).includes(option.id))
      return
    case 'judge': return each(item.statements, (['supported', 'contradicted', 'not-stated'] as const).map(id => ({ id, text: { en: words.en.exercise.judged[id], zh: words.zh.exercise.judged[id] } })), response as Record<string, string>)
    case 'number': return use.write(scope.getByRole('textbox', { name: say.yourFigure }), String(response))
    case 'essay': return use.write(scope.getByRole('textbox', { name: say.essay.yours }), (response as { text: string }).text)
    case 'text': return use.write(scope.getByRole('textbox', { name: say.yourWords }), String(response))
    case 'cloze':
      for (const gap of gapsInReadingOrder(item, lang)) await use.write(scope.getByRole('textbox', { name: say.gap(plain(gap.name[lang])), exact: true }), (response as Record<string, string>)[gap.id]!)
      return
    case 'match': return each(item.left, item.targets, response as Record<string, string>)
    case 'sort': return each(item.items, item.bins, response as Record<string, string>)
    case 'edges': {
      const name = (node: string) => course.frameworks[item.framework]!.nodes[node]!.names[lang]
      for (const edge of item.edges) await choose(group(say.edge(name(edge.from), name(edge.to))), item.labels, (response as Record<string, string>)[edge.id]!)
      return
    }
    case 'signs': {
      const name = (node: string) => course.frameworks[item.framework]!.nodes[node]!.names[lang]
      const both = (of: (lang: Language) => string) => ({ en: of('en'), zh: of('zh') })
      const marks = signs.map(id => ({ id, text: both(lang => words[lang].exercise.signs[id]) }))
      const passages = [...item.passages, { id: noPassage, text: both(lang => words[lang].exercise.noPassage) }]
      for (const edge of item.edges) {
        const { sign, passage } = (response as Record<string, { sign: string, passage: string }>)[edge.id]!
        const pair = words[lang].framework.pair(name(edge.from), name(edge.to))
        await choose(group(say.group(pair, say.sign)), marks, sign)
        await choose(group(say.group(pair, say.passage)), passages, passage)
      }
      return
    }
    case 'matrix':
      for (const row of item.rows) for (const column of item.columns) await choose(group(say.group(text(row), text(column))), item.options, (response as Record<string, Record<string, string>>)[row.id]![column.id]!)
      return
    case 'cells':
      for (const row of item.rows) for (const column of item.columns) {
        const cell = item.cells[row.id]?.[column.id]
        if (cell) await use.checkbox(scope.getByRole('checkbox', { name: say.cell(text(row), text(column), plain(cell[lang])), exact: true }), (response as string[]).includes(`${row.id}/${column.id}`))
      }
      return
    case 'place':
      for (const part of item.items) await use.point(scope.getByRole('button', { name: startsWith(text(part)) }), scope.locator('.sheet'), course.extents[item.view]!, (response as Record<string, LonLat>)[part.id]!)
      return
    case 'order': return arrange(scope, item.items.map(part => ({ id: part.id, name: text(part) })), response as string[], lang, use)
  }
}

/** Presses Check and waits until the verdict stands there. */
export async function check(scope: Locator, lang: Language, hand: Hand): Promise<void> {
  await press(checkButton(scope, lang), hand)
  await expect(againButton(scope, lang)).toBeVisible()
}

const named = (scope: Locator, ...names: string[]) => scope.getByRole('button', { name: new RegExp(`^(?:${names.join('|')})$`) })
/** "Check", or of an essay "Model answer"; "Try again", or "Write on". */
export const checkButton = (scope: Locator, lang: Language): Locator => named(scope, words[lang].exercise.check, words[lang].exercise.essay.open)
export const againButton = (scope: Locator, lang: Language): Locator => named(scope, words[lang].exercise.again, words[lang].exercise.essay.writeOn)

export const press = (button: Locator, hand: Hand): Promise<void> => (hand === 'mouse' ? mouse(button.page()) : keys(button.page())).button(button)

/** What the live region of an exercise says. */
export const said = (scope: Locator): Locator => scope.locator('[role=status].says')

/** The name begins so: after a check it goes on with "your answer". */
const startsWith = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}(?:$|[,，\\s])`)

/** Gaps stand in the text in an order of their own, and not the same in both languages. */
const gapsInReadingOrder = (item: Extract<Item, { kind: 'cloze' }>, lang: Language) =>
  [...item.gaps].sort((one, other) => item.text[lang].indexOf(`{${one.id}}`) - item.text[lang].indexOf(`{${other.id}}`))

async function arrange(scope: Locator, items: { id: string, name: string }[], wanted: string[], lang: Language, use: ReturnType<typeof mouse>) {
  const say = words[lang].exercise
  const up = (id: string) => scope.getByRole('button', { name: say.up(items.find(item => item.id === id)!.name), exact: true })
  const now = async () => {
    const shown = await scope.getByRole('listitem').allInnerTexts()
    return shown.map(line => items.find(({ name }) => line.replace(/\s+/g, ' ').includes(name))?.id).filter(id => id !== undefined)
  }
  if ((await now()).join() === wanted.join()) { // nothing counts as answered before something was moved
    await use.button(up(wanted[1]!))
  }
  for (const [place, id] of wanted.entries()) {
    for (let from = (await now()).indexOf(id); from > place; from--) await use.button(up(id))
  }
  expect(await now()).toEqual(wanted)
}

function mouse(page: Page) {
  /** A click where a hand would put it: on the words that belong to the control. */
  const label = (control: Locator) => control.locator('xpath=ancestor::label')
  return {
    radio: (_group: Locator, wanted: Locator) => label(wanted).click(),
    async checkbox(box: Locator, isOn: boolean) {
      if (await box.isChecked() !== isOn) await label(box).click()
    },
    async write(field: Locator, text: string) {
      await field.click({ clickCount: 3 })
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(text)
    },
    /** Chosen, then shown where it lies. */
    async point(thing: Locator, sheet: Locator, extent: Extent, at: LonLat) {
      await thing.click()
      await sheet.scrollIntoViewIfNeeded()
      const box = (await sheet.boundingBox())!
      const [x, y] = onMap(numbersOf(extent), at)
      await sheet.click({ position: { x: x / size.width * box.width, y: y / size.height * box.height } })
    },
    button: (button: Locator) => button.click(),
  }
}

function keys(page: Page): ReturnType<typeof mouse> {
  const hasFocus = (control: Locator) => control.evaluate(element => element === document.activeElement)
  /** Tab or Shift+Tab, and nothing else, until one of these has the focus. */
  async function reach(controls: Locator) {
    await expect(controls.first()).toBeAttached()
    for (let presses = 0; presses < 120; presses++) {
      const way = await controls.evaluateAll((all) => {
        const active = document.activeElement ?? document.body
        if (all.includes(active as HTMLElement)) return 'there'
        return active !== document.body && all[0]!.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING ? 'back' : 'on'
      })
      if (way === 'there') return
      await page.keyboard.press(way === 'back' ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`120 presses of Tab and never at ${controls}`)
  }
  return {
    async radio(group: Locator, wanted: Locator) {
      await reach(group)
      for (let presses = 0; !await wanted.isChecked(); presses++) {
        if (presses > 12) throw new Error(`the arrow keys never came to ${wanted}`)
        await page.keyboard.press(await hasFocus(wanted) ? 'Space' : 'ArrowDown')
      }
    },
    async checkbox(box: Locator, isOn: boolean) {
      if (await box.isChecked() === isOn) return
      await reach(box)
      await page.keyboard.press('Space')
    },
    async write(field: Locator, text: string) {
      await reach(field)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(text)
    },
    async point(thing: Locator, _sheet: Locator, extent: Extent, at: LonLat) {
      await reach(thing)
      const { step } = extent
      const now = async () => (await thing.getAttribute('data-at'))?.split(' ').map(Number)
      if (!await now()) await page.keyboard.press('ArrowUp')
      for (const [part, on, back] of [[0, 'ArrowRight', 'ArrowLeft'], [1, 'ArrowUp', 'ArrowDown']] as const) {
        for (let presses = 0; ; presses++) {
          if (presses > 60) throw new Error(`60 presses of an arrow and never at ${at.join(', ')}`)
          const steps = Math.round((at[part] - (await now())![part]!) / step)
          if (steps === 0) break
          await page.keyboard.press(`${Math.abs(steps) >= 10 ? 'Shift+' : ''}${steps > 0 ? on : back}`)
        }
      }
    },
    async button(button: Locator) {
      await reach(button)
      await page.keyboard.press('Enter')
    },
  }
}
