// @vitest-environment happy-dom
import { defineComponent, h } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { plainMarkdown } from '#course/inline'
import { labelId, sidesOf } from '#course/split'
import { isComplete } from '#grading/response'
import { kindNames, type Exercise as AnyExercise, type ExerciseOf } from '#schema'
import { corpus, example, examples } from '../../src/grading/examples/examples.ts'
import { all, answer, host, MemoryShelf, one, put, putAway, settled } from '../fixture.ts'
import { bodies } from './bodies.ts'
import Exercise from './Exercise.vue'

afterEach(putAway)

const told = (within: Element) => within.querySelector('.says')!.textContent!.replace(/\s+/g, ' ').trim()
const isGrey = (within: Element) => one(within, 'button', /^(Check|Checking…)$/).getAttribute('aria-disabled') === 'true'
/** Authors name edges and labels by their meaning; items do not. */
function written({ item }: AnyExercise, response: unknown): unknown {
  const file = examples.find(({ id }) => id === item.id)!.file
  if (file.kind !== 'edges' && file.kind !== 'signs') return response
  const sides = sidesOf(file, corpus)
  return Object.fromEntries(Object.entries(response as Record<string, unknown>).map(([name, given]) => [sides[name] ?? name, item.kind === 'edges' ? labelId(item.id, String(given)) : given]))
}
it('has a component for every kind', () => expect(Object.keys(bodies).sort()).toEqual([...kindNames].sort()))

describe.each(examples.filter(({ kind }) => kind !== 'essay').map(({ kind, id, file, exercise }) => ({ kind, id, file, exercise })))('$kind', ({ id, file, exercise }) => {
  it('asks its question, and Check is grey until there is an answer', async () => {
    const { element } = put(Exercise, { id }, host())
    expect(one(element, 'heading').textContent).toContain(exercise.item.prompt.en)
    expect(isGrey(element)).toBe(true)
    one(element, 'button', 'Check').click()
    await settled()
    expect(all(element, 'button', 'Try again')).toEqual([])
  })

  it.each((file.right as unknown[]).map((response, index) => ({ response: written(exercise, response), name: `right ${index + 1}` })))('$name: said so, in the live region', async ({ response }) => {
    const on = host()
    const { element } = put(Exercise, { id }, on)
    await answer(element, id, response)
    expect(isGrey(element)).toBe(false)
    one(element, 'button', 'Check').click()
    await settled()
    expect(one(element, 'status', 'Right').textContent).toContain('Right')
    expect(told(element)).toContain(exercise.key.why.en)
    expect(element.getAttribute('data-verdict')).toBe('right')
    expect(on.store.answers()).toHaveLength(1)
    expect(on.progress[id]).toMatchObject({ attempts: 1, isCurrent: true })
  })

  it.each(file.wrong.map(({ response, fires }, index) => ({ response: written(exercise, response), fires, name: `wrong ${index + 1}` })))('$name: its feedback, and another try', async ({ response, fires }) => {
    const { element } = put(Exercise, { id }, host())
    await answer(element, id, response)
    if (!isComplete(exercise.item, response)) return void expect(isGrey(element)).toBe(true)
    one(element, 'button', 'Check').click()
    await settled()
    expect(told(element)).toMatch(/Not yet|Partly right/)
    expect(told(element)).not.toContain(exercise.key.why.en)
    for (const { id: remark, says } of exercise.key.feedback) expect(told(element).includes(says.en), remark).toBe(fires.includes(remark))
    one(element, 'button', 'Try again').click()
    await settled()
    expect(told(element)).not.toMatch(/Not yet|Partly right/)
  })

  it('shows the answer when asked, and starts anew', async () => {
    const { element } = put(Exercise, { id }, host())
    one(element, 'button', 'Show answer').click()
    await settled()
    expect(told(element)).toContain('The answer')
    expect(told(element)).toContain(exercise.key.why.en)
    expect(element.querySelectorAll('[data-state="right"], .solution').length).toBeGreaterThan(0)
    one(element, 'button', 'Try again').click()
    await settled()
    expect(element.querySelectorAll('[data-state="right"], .solution')).toHaveLength(0)
  })

  it('fits the store again after a reload', async () => {
    const shelf = new MemoryShelf()
    const { element } = put(Exercise, { id }, host({ shelf }))
    await answer(element, id, written(exercise, file.right[0]))
    one(element, 'button', 'Check').click()
    await settled()
    const again = put(Exercise, { id }, host({ shelf })).element
    await settled()
    expect(again.getAttribute('data-verdict')).toBe('right')
    expect(told(again)).toContain('Right')
  })

  it('on the worksheet gives nothing away; the key gives the answer and all feedback', async () => {
    const blank = put(Exercise, { id }, host({ medium: 'paper', sheet: 'worksheet' })).element
    expect(all(blank, 'button')).toEqual([])
    expect(blank.querySelectorAll('[data-state="right"]')).toHaveLength(0)
    for (const { says } of exercise.key.feedback) expect(blank.textContent).not.toContain(plainMarkdown(says.en))
    expect(blank.textContent).not.toContain(plainMarkdown(exercise.key.why.en))
    const on = host({ medium: 'paper', sheet: 'key' })
    await on.desk(id).showAnswer()
    const marked = put(Exercise, { id }, on).element
    await settled()
    expect(marked.querySelectorAll('[data-state="right"], .solution').length).toBeGreaterThan(0)
    for (const { says } of exercise.key.feedback) expect(marked.textContent).toContain(plainMarkdown(says.en))
    expect(marked.textContent).toContain(plainMarkdown(exercise.key.why.en))
  })
})

describe('an essay', () => {
  const id = 'salt/essay'
  const { exercise } = examples.find(each => each.id === id)!
  const { item, key } = exercise as ExerciseOf<'essay'>
  const text = 'Keep the key.\nPay the guard.'
  const field = (within: Element) => one(within, 'textbox', 'Your text') as HTMLTextAreaElement
  const leave = async (within: Element) => {
    field(within).dispatchEvent(new Event('change', { bubbles: true }))
    await settled()
  }
  const begin = async (on = host()) => {
    const { element } = put(Exercise, { id }, on)
    await answer(element, id, { text })
    return { element, on }
  }
  const open = async (element: Element) => {
    one(element, 'button', 'Model answer').click()
    await settled()
  }

  it('shows what it is read for, and neither the model answer nor why, before anything is written', async () => {
    const { element } = put(Exercise, { id }, host())
    for (const criterion of item.criteria) expect(element.textContent).toContain(criterion.text.en)
    expect(all(element, 'checkbox')).toEqual([])
    expect(one(element, 'button', 'Model answer').getAttribute('aria-disabled')).toBe('true')
    await open(element)
    expect(element.textContent).not.toContain(key.solution.en)
    expect(element.textContent).not.toContain(key.why.en)
    expect(all(element, 'button', 'Show answer')).toEqual([])
  })

  it('is opened beside the model answer, ticked, and told nothing of right and wrong', async () => {
    const { element, on } = await begin()
    await open(element)
    expect(element.textContent).toContain(key.solution.en)
    expect(told(element)).toContain(key.why.en)
    expect(element.textContent).not.toMatch(/Right|Not yet|Partly|points/)
    expect(element.querySelectorAll('[data-state=right], [data-state=wrong], .mark-right, .mark-wrong')).toHaveLength(0)
    one(element, 'checkbox', item.criteria[2]!.text.en).click()
    await settled()
    one(element, 'checkbox', item.criteria[0]!.text.en).click()
    await settled()
    expect(element.textContent, 'a tick does not close the model answer').toContain(key.solution.en)
    expect(on.store.answers().at(-1)!.response).toEqual({ text, met: [item.criteria[0]!.id, item.criteria[2]!.id] })
    expect(on.progress[id]).toMatchObject({ isCurrent: true })
  })

  it('can be written on: then the model answer is away, the text stays, and the ticks begin anew', async () => {
    const { element, on } = await begin()
    await open(element)
    expect(field(element).readOnly).toBe(true)
    one(element, 'checkbox', item.criteria[0]!.text.en).click()
    await settled()
    one(element, 'button', 'Write on').click()
    await settled()
    expect(element.textContent).not.toContain(key.solution.en)
    expect([field(element).value, field(element).readOnly]).toEqual([text, false])
    await answer(element, id, { text: `${text} Now.` })
    await open(element)
    expect((all(element, 'checkbox') as HTMLInputElement[]).map(({ checked }) => checked)).toEqual([false, false, false])
    expect(on.store.answers().at(-1)!.response).toEqual({ text: `${text} Now.`, met: [] })
  })

  it('is an answer once its writer turns to something else, one for each change and not for each letter', async () => {
    const { element, on } = await begin()
    await answer(element, id, { text: `${text}!` })
    expect(on.store.answers()).toEqual([])
    await leave(element)
    await leave(element)
    expect(on.store.answers().map(({ response }) => response)).toEqual([{ text: `${text}!` }])
  })

  it.each([
    ['begun and left', async () => {}, false],
    ['kept and not opened', leave, false],
    ['opened', open, true],
  ] as const)('%s, is there again after a reload', async (_, act, isOpen) => {
    const shelf = new MemoryShelf()
    const { element } = await begin(host({ shelf }))
    await act(element)
    const again = put(Exercise, { id }, host({ shelf })).element
    await settled()
    expect(field(again).value).toBe(text)
    expect(again.textContent!.includes(key.solution.en)).toBe(isOpen)
  })

  it('ticked in another window, shows the ticks here and stays open', async () => {
    const { element, on } = await begin()
    await open(element)
    const pane = element.querySelector('.model')
    on.store.record({ exercise: id, revision: item.revision, response: { text, met: ['decides'] }, lang: 'en' })
    await settled()
    expect(element.querySelector('.model')).toBe(pane)
    expect((one(element, 'checkbox', item.criteria[2]!.text.en) as HTMLInputElement).checked).toBe(true)
  })

  it('is kept in a copy without keys, and says so', async () => {
    const { element, on } = await begin(host({ withoutKeys: true }))
    one(element, 'button', 'Keep answer').click()
    await settled()
    expect(told(element)).toContain('no answers in it')
    expect(element.textContent).not.toContain(key.solution.en)
    one(element, 'button', 'Change it').click()
    await settled()
    expect(field(element).value).toBe(text)
    expect(on.store.answers()).toHaveLength(1)
  })

  it.each(['en', 'zh'] as const)('has room to write on the worksheet, and room for marks on the key (%s)', async (lang) => {
    const blank = put(Exercise, { id }, host({ lang, medium: 'paper', sheet: 'worksheet' })).element
    expect(blank.querySelectorAll('.rules .blank').length).toBeGreaterThan(5)
    expect(blank.querySelector('.worth')!.textContent).toBe(lang === 'en' ? 'marked by its criteria' : '按要点评阅')
    for (const criterion of item.criteria) expect(blank.textContent).toContain(criterion.text[lang])
    for (const secret of [key.solution[lang], key.why[lang]]) expect(blank.textContent).not.toContain(secret)
    const on = host({ lang, medium: 'paper', sheet: 'key' })
    await on.desk(id).showAnswer()
    const marked = put(Exercise, { id }, on).element
    await settled()
    expect(marked.querySelectorAll('.for-marks')).toHaveLength(item.criteria.length)
    expect(marked.querySelectorAll('.rules')).toHaveLength(0)
    for (const told of [key.solution[lang], key.why[lang], ...item.criteria.map(criterion => criterion.text[lang])]) expect(marked.textContent).toContain(told)
  })
})

describe('an exercise', () => {
  const id = 'salt/choice'

  it('is one, however many copies of it there are', async () => {
    const on = host({ medium: 'slide' })
    const pair = put(defineComponent(() => () => [h(Exercise, { id }), h(Exercise, { id })]), {}, on).element.parentElement!
    const [one_, two] = [...pair.querySelectorAll('.exercise')] as [Element, Element]
    await answer(one_, id, 'ground')
    expect((one(two, 'radio', 'ground') as HTMLInputElement).checked).toBe(true)
    one(one_, 'button', 'Check').click()
    await settled()
    expect(told(two)).toContain('Not yet')
    expect(on.store.answers()).toHaveLength(1)
    expect(one_.querySelector('.stem')!.id).not.toBe(two.querySelector('.stem')!.id)
    const groups = [one_, two].map(copy => (one(copy, 'radio', 'ground') as HTMLInputElement).name)
    expect(new Set(groups).size).toBe(2)
  })

  it('does not tell what was missed before the answer is shown', async () => {
    const { element } = put(Exercise, { id: 'salt/choices' }, host())
    const wrong = examples.find(({ kind }) => kind === 'choices')!.file.wrong[0]!
    await answer(element, 'salt/choices', wrong.response)
    one(element, 'button', 'Check').click()
    await settled()
    for (const box of all(element, 'checkbox')) {
      const isPicked = (wrong.response as string[]).includes((box as HTMLInputElement).value)
      expect(['right', 'wrong'].includes(box.closest('label')!.dataset['state']!)).toBe(isPicked)
    }
  })

  it('sets no cross on what is only missing', async () => {
    const on = host()
    on.desk('salt/cloze').change({ year: '1880', who: 'x' })
    const desk = on.desk('salt/cloze')
    const { element } = put(Exercise, { id: 'salt/cloze' }, { ...on, desk: () => ({ ...desk, checked: { grade: { earned: 0, possible: 2, verdict: 'wrong', feedback: [], reread: [], marks: { year: 'missed', who: 'wrong' } }, feedback: [] } }) })
    expect(element.querySelectorAll('.gap .mark-wrong')).toHaveLength(1)
    expect(element.querySelectorAll('.gap .mark-right')).toHaveLength(0)
  })

  it('keeps what was right at another try', async () => {
    const { element } = put(Exercise, { id: 'salt/matrix' }, host())
    await answer(element, 'salt/matrix', { valley: { treaty: 'gains', lease: 'gains' }, guild: { treaty: 'neither', lease: 'gains' } })
    one(element, 'button', 'Check').click()
    await settled()
    one(element, 'button', 'Try again').click()
    await settled()
    expect(all(element, 'radio').filter(radio => (radio as HTMLInputElement).checked)).toHaveLength(3)
    expect(isGrey(element)).toBe(true)
  })

  it('draws the sides of a triad as they are marked, and never by colour alone', async () => {
    const { element } = put(Exercise, { id: 'salt/signs' }, host({ medium: 'slide' }))
    const drawn = () => [...element.querySelectorAll('.sides .side')].map(side => side.getAttribute('data-sign'))
    expect(drawn()).toEqual([null, null, null])
    await answer(element, 'salt/signs', { 'guild-valley': { sign: '-' }, 'guild-league': { sign: '+' }, 'valley-league': { sign: '0' } })
    expect(drawn()).toEqual(['against', 'together', 'unsaid'])
    expect([...element.querySelectorAll('.sides .sign')].map(sign => sign.textContent)).toEqual(['−', '+', '0'])
    expect(isGrey(element)).toBe(true)
  })

  it('lists on the key every way in which a side may be answered', async () => {
    const on = host({ medium: 'paper', sheet: 'key' })
    await on.desk('salt/signs').showAnswer()
    const { element } = put(Exercise, { id: 'salt/signs' }, on)
    await settled()
    expect(element.querySelector('.paper-key')!.textContent).toContain('Accepted: the guild – the valley: + C, − D; the guild – the league: + B, + A')
  })

  it.each([
    ['salt/number', '约80', '“约80” is not read as a number; write 80'],
    ['salt/number', 'about', '“about” is not read as a number; write it in figures, such as 12.5'],
    ['salt/number', '   ', 'Write a figure first'],
    ['salt/text', '??', 'There is no word and no figure in “??”'],
    ['salt/text', '', 'Write an answer first'],
  ])('%s: of “%s” it says: %s', async (id, written, says) => {
    const { element } = put(Exercise, { id }, host())
    await answer(element, id, written)
    expect(isGrey(element)).toBe(true)
    expect(told(element)).toContain(says)
  })

  it('a gap that holds no word is said to hold none, and takes no decimal comma for nothing', async () => {
    const { element } = put(Exercise, { id: 'salt/cloze' }, host())
    await answer(element, 'salt/cloze', { year: '…' })
    expect(told(element)).toContain('There is no word and no figure in “…”')
    const number = put(Exercise, { id: 'salt/number' }, host()).element
    await answer(number, 'salt/number', '79,9')
    expect(isGrey(number)).toBe(false)
  })

  it.each([
    ['Enter', { key: 'Enter', isComposing: false, keyCode: 13 }, true],
    ['the Enter that ends a composition', { key: 'Enter', isComposing: true, keyCode: 229 }, false],
    ['the same as Safari sends it, afterwards', { key: 'Enter', isComposing: false, keyCode: 229 }, false],
  ])('%s in a written answer', async (_, event, checks) => {
    const on = host()
    const { element } = put(Exercise, { id: 'salt/text' }, on)
    await answer(element, 'salt/text', 'Mira')
    const press = new KeyboardEvent('keydown', { ...event, bubbles: true })
    Object.defineProperty(press, 'keyCode', { value: event.keyCode })
    one(element, 'textbox').dispatchEvent(press)
    await settled()
    expect(on.store.answers()).toHaveLength(checks ? 1 : 0)
  })

  it('goes to the next thing once one is on the map by a click', async () => {
    const { element } = put(Exercise, { id: 'salt/place' }, host())
    const sheet = (element as Element).querySelector<HTMLElement>('.blank-map .sheet')!
    sheet.getBoundingClientRect = () => new DOMRect(0, 0, 658, 372)
    const chosen = () => all(element, 'button').filter(button => button.getAttribute('aria-pressed') === 'true').map(button => button.dataset['thing'])
    const [first, second] = all(element, 'button').flatMap(button => button.dataset['thing'] ?? [])
    sheet.dispatchEvent(new MouseEvent('click', { clientX: 300, clientY: 180, bubbles: true }))
    await settled()
    expect(chosen()).toEqual([second])
    expect(one(element, 'status', 'On the map next')).toBeTruthy()
    sheet.dispatchEvent(new MouseEvent('click', { clientX: 400, clientY: 100, bubbles: true }))
    await settled()
    expect(chosen(), 'the last one stays chosen, to be moved').toEqual([second])
    expect(element.querySelector(`[data-thing="${first}"]`)!.getAttribute('data-at')).not.toBe(element.querySelector(`[data-thing="${second}"]`)!.getAttribute('data-at'))
  })

  it('gives a hint when asked', async () => {
    const { element } = put(Exercise, { id }, host())
    expect(element.textContent).not.toContain('Ask what it could take back')
    one(element, 'button', /^hint$/).click()
    await settled()
    expect(told(element)).toContain('Hint: Ask what it could take back')
  })

  it('says politely that this build has no keys, and keeps the answer', async () => {
    const on = host({ withoutKeys: true })
    const { element } = put(Exercise, { id }, on)
    await answer(element, id, 'passage')
    one(element, 'button', 'Keep answer').click()
    await settled()
    expect(told(element)).toContain('no answers in it')
    expect(told(element)).not.toMatch(/Right|Not yet/)
    expect(on.store.answers()[0]).toMatchObject({ exercise: id, response: 'passage' })
  })

  it('copies a report that names exercise, revision and response', async () => {
    let copied = ''
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => { copied = text } } })
    const { element } = put(Exercise, { id }, host())
    await answer(element, id, 'ground')
    one(element, 'button', 'Report a problem with this question').click()
    await settled()
    expect(JSON.parse(copied)).toEqual({ exercise: id, revision: examples[0]!.exercise.item.revision, lang: 'en', response: 'ground' })
    expect(all(element, 'button', 'Copied')).toHaveLength(1)
  })

  it('gives the focus back after a mouse click on a slide, and keeps it after a key', async () => {
    const { element } = put(Exercise, { id }, host({ medium: 'slide' }))
    const radio = one(element, 'radio', 'ground')
    radio.focus()
    element.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    radio.click()
    expect(document.activeElement).not.toBe(radio)
    radio.focus()
    radio.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }))
    radio.click()
    expect(document.activeElement).toBe(radio)
    radio.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(document.activeElement).not.toBe(radio)
  })

  it('keeps the focus on the button that moves', async () => {
    const { element } = put(Exercise, { id: 'salt/order' }, host({ medium: 'slide' }))
    const button = all(element, 'button', 'Move down')[0]!
    const { move } = button.dataset
    button.focus()
    // A browser takes the focus from what is moved; this DOM does not, so the asking is what is looked at.
    const asked = vi.spyOn(HTMLElement.prototype, 'focus')
    button.click()
    await settled()
    expect(asked.mock.contexts.map(element => (element as HTMLElement).dataset['move'])).toEqual([move])
    asked.mockRestore()
    expect(one(element, 'status', 'now 2 of 4')).toBeTruthy()
  })

  it('uses no control whose keys a slide would steal', () => {
    for (const { id: each } of examples) {
      const { element } = put(Exercise, { id: each }, host({ medium: 'slide' }))
      expect(element.querySelectorAll('select, summary, [contenteditable], [tabindex="0"]'), each).toHaveLength(0)
      expect(element.querySelectorAll('[autofocus]'), each).toHaveLength(0)
    }
  })

  it('names an exercise that does not exist', () => expect(put(Exercise, { id: 'salt/none' }, host()).text()).toContain('salt/none'))

  it('speaks Chinese in a Chinese deck', async () => {
    const { element } = put(Exercise, { id }, host({ lang: 'zh' }))
    expect(one(element, 'heading').textContent).toContain('山谷放骡队过境')
    one(element, 'button', '看答案').click()
    await settled()
    expect(told(element)).toContain('答案')
  })
})

describe('several wrong parts', () => {
  const wrongIn = async (medium: 'slide' | 'page', lang: 'en' | 'zh', response: unknown) => {
    const on = host({ medium, lang })
    const { element } = put(Exercise, { id: 'salt/place' }, on)
    on.desk('salt/place').change(response)
    await settled()
    one(element, 'button', lang === 'en' ? 'Check' : '核对').click()
    await settled()
    return [...element.querySelectorAll('.feedback-text .part')].map(({ textContent }) => textContent)
  }
  it.each([['slide', 'en', ['1: ', '2: ']], ['page', 'en', ['1: ', '2: ']], ['page', 'zh', ['1：', '2：']]] as const)('each remark names its part (%s, %s)', async (medium, lang, named) => {
    const { response } = example('place').file.wrong.find(({ fires }) => fires.length > 1)!
    expect(await wrongIn(medium, lang, response)).toEqual(named)
  })
  it('one alone does not', async () => {
    expect(await wrongIn('page', 'en', example('place').file.wrong.find(({ fires }) => fires.length === 1)!.response)).toEqual([])
  })
})
