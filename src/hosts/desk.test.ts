import { describe, expect, it, vi } from 'vitest'
import type { Grade } from '#schema'
import { createDrafts, createStore, state, type ExerciseState, type Shelf } from '#progress'
import { example } from '../grading/examples/examples.ts'
import { createDesks, withoutWrong } from './desk.ts'
import { NotFetched } from './fetched.ts'
import type { Checked, Solved } from './host.ts'

const item = example('choice').exercise.item
const matrix = example('matrix').exercise.item
const wrong: Grade = { earned: 0, possible: 1, verdict: 'wrong', feedback: [], reread: [], marks: { ground: 'wrong' } }
const checked = (grade: Grade = wrong): Checked => ({ grade, feedback: [] })

class MemoryShelf implements Shelf {
  kept = new Map<string, string>()
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
}

function laid(grade: (exercise: string, response: unknown) => Promise<Checked | null>, { shelf = new MemoryShelf(), hasKeys = true, restores = true, solution = async () => null as Solved | null } = {}) {
  const store = createStore({ shelf, now: () => new Date() })
  const drafts = createDrafts({ shelf, key: 'drafts' })
  const progress: Record<string, ExerciseState> = {}
  const desks = createDesks({ items: { [item.id]: item, [matrix.id]: matrix }, lang: 'en', store, drafts, progress, hasKeys, grade, solution, restores })
  const hear = () => {
    for (const id of Object.keys(progress)) delete progress[id]
    Object.assign(progress, state(store.answers(), [item, matrix]))
    desks.refresh()
  }
  store.subscribe(hear)
  hear()
  return { desk: desks.desk(item.id), desks, store, drafts, hear, shelf }
}
const settled = () => new Promise(resolve => setTimeout(resolve, 0))

describe('a desk', () => {
  it('is one for all copies', () => {
    const { desks } = laid(async () => null)
    expect(desks.desk(item.id)).toBe(desks.desk(item.id))
  })

  it('says which exercises there are when it is asked for another', () => {
    expect(() => laid(async () => null).desks.desk('salt/none')).toThrow(/no exercise "salt\/none".*salt\/choice/)
  })

  it('drops a verdict that comes back after the response has changed', async () => {
    let tell: (value: Checked) => void = () => {}
    const { desk } = laid(() => new Promise((resolve) => { tell = resolve }))
    desk.change('ground')
    const checking = desk.check()
    expect(desk.isBusy).toBe(true)
    desk.change('passage')
    tell(checked())
    await checking
    expect([desk.checked, desk.isBusy, desk.response]).toEqual([undefined, false, 'passage'])
  })

  it('keeps the answer when the keys do not load, and grades at the next try', async () => {
    let isThere = false
    const { desk, store } = laid(async () => {
      if (!isThere) throw new NotFetched('keys/salt.en: offline')
      return checked()
    })
    desk.change('ground')
    await desk.check()
    expect([desk.trouble, desk.checked, store.answers().length]).toEqual(['not-loaded', undefined, 1])
    isThere = true
    desk.change('ground')
    await desk.check()
    expect([desk.trouble, desk.checked?.grade.verdict]).toEqual([undefined, 'wrong'])
  })

  it.each<[string, Error, number]>([
    ['keys that do not come are told on the desk alone', new NotFetched('keys/salt.en: offline'), 0],
    ['an error that nobody expects reaches the console too', new TypeError('key.feedback is undefined'), 1],
  ])('%s', async (_, error, said) => {
    const spoken = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { desk } = laid(() => Promise.reject(error), { solution: () => Promise.reject(error) })
    desk.change('ground')
    await desk.check()
    expect([desk.trouble, spoken.mock.calls.length]).toEqual(['not-loaded', said])
    await desk.showAnswer()
    expect([desk.trouble, spoken.mock.calls.length]).toEqual(['not-loaded', 2 * said])
    for (const [thrown] of spoken.mock.calls) expect(thrown).toBe(error)
    spoken.mockRestore()
  })

  it('does not grade what is not answered', async () => {
    const { desk, store } = laid(async () => checked())
    await desk.check()
    expect([desk.checked, store.answers()]).toEqual([undefined, []])
  })

  it('shows what another window answered, and is empty when that one clears', async () => {
    const { desk, store } = laid(async () => checked())
    store.record({ exercise: item.id, revision: item.revision, response: 'ground', lang: 'zh' })
    await settled()
    expect([desk.response, desk.checked?.grade.verdict]).toEqual(['ground', 'wrong'])
    store.clear()
    expect([desk.response, desk.checked]).toEqual(['', undefined])
  })

  it.each([
    ['an answer to what was graded differently then', { revision: 'other', response: 'ground' }],
    ['an answer that is none', { revision: item.revision, response: { ground: true } }],
    ['an answer with an id that is gone', { revision: item.revision, response: 'moat' }],
  ])('does not lay out %s', async (_, stored) => {
    const { desk, store } = laid(async () => checked())
    store.record({ exercise: item.id, lang: 'en', ...stored })
    await settled()
    expect([desk.response, desk.checked]).toEqual(['', undefined])
  })
})

describe('unchecked work', () => {
  const half = { guild: { treaty: 'gains' } }
  it('is there again after a reload, without a verdict and not as an answer', async () => {
    const { desks, shelf } = laid(async () => checked())
    desks.desk(matrix.id).change(half)
    const again = laid(async () => checked(), { shelf })
    await settled()
    const desk = again.desks.desk(matrix.id)
    expect([desk.response, desk.checked, again.store.answers()]).toEqual([half, undefined, []])
  })

  it('is no more once it is checked: the answer stands instead', async () => {
    const { desk, drafts, shelf } = laid(async () => checked())
    desk.change('ground')
    expect(drafts.of(item.id)?.response).toBe('ground')
    await desk.check()
    expect(drafts.of(item.id)).toBeUndefined()
    const again = laid(async () => checked(), { shelf })
    await settled()
    expect([again.desk.response, again.desk.checked?.grade.verdict]).toEqual(['ground', 'wrong'])
  })

  it('stands before the answer that was checked earlier', async () => {
    const { desk, shelf } = laid(async () => checked())
    desk.change('ground')
    await desk.check()
    desk.again()
    desk.change('passage')
    const again = laid(async () => checked(), { shelf })
    await settled()
    expect([again.desk.response, again.desk.checked]).toEqual(['passage', undefined])
  })

  it('that was taken back leaves nothing', () => {
    const { desks, drafts } = laid(async () => checked())
    desks.desk(matrix.id).change(half)
    desks.desk(matrix.id).change({})
    expect(drafts.of(matrix.id)).toBeUndefined()
  })

  it.each([
    ['on an exercise that has changed since', { revision: 'other', response: half }],
    ['that names what is not there', { revision: matrix.revision, response: { moat: { treaty: 'gains' } } }],
    ['of another shape', { revision: matrix.revision, response: 'gains' }],
  ])('%s is left where it is', (_, draft) => {
    const shelf = new MemoryShelf()
    createDrafts({ shelf, key: 'drafts' }).keep(matrix.id, draft)
    expect(laid(async () => checked(), { shelf }).desks.desk(matrix.id).response).toEqual({})
  })

  it('shows nowhere where nothing of the student\'s should', () => {
    const shelf = new MemoryShelf()
    createDrafts({ shelf, key: 'drafts' }).keep(item.id, { revision: item.revision, response: 'ground' })
    const { desk, drafts } = laid(async () => checked(), { shelf, restores: false })
    expect(desk.response).toBe('')
    desk.change('passage')
    expect(drafts.of(item.id)?.response).toBe('ground')
  })

  it('is gone with all else when everything is cleared', () => {
    const { desk, desks, drafts, store } = laid(async () => checked())
    desk.change('ground')
    drafts.drop()
    store.clear()
    desks.empty()
    expect(desk.response).toBe('')
  })

  it('is taken up from another window when that is asked for', () => {
    const { desk, desks, shelf } = laid(async () => checked())
    createDrafts({ shelf, key: 'drafts' }).keep(item.id, { revision: item.revision, response: 'passage' })
    expect(desk.response).toBe('')
    desks.takeUp()
    expect(desk.response).toBe('passage')
  })
})

it('a check is graded once, though the store tells of it', async () => {
  let grades = 0
  const { desk } = laid(async () => { grades++; return checked() })
  desk.change('ground')
  await desk.check()
  await settled()
  expect([grades, desk.checked?.grade.verdict]).toEqual([1, 'wrong'])
})

it('where nobody grades, another try takes nothing away', async () => {
  const { desk } = laid(async () => null, { hasKeys: false })
  desk.change('ground')
  await desk.check()
  expect(desk.trouble).toBe('no-keys')
  desk.again()
  expect([desk.response, desk.trouble]).toEqual(['ground', undefined])
})

describe('another try keeps', () => {
  it.each<[string, Parameters<typeof example>[0], unknown, Grade['marks'], unknown]>([
    ['nothing of one choice', 'choice', 'ground', { ground: 'wrong' }, ''],
    ['the right ones of several', 'choices', ['a', 'b'], { a: 'right', b: 'wrong' }, ['a']],
    ['the right rows', 'match', { a: '1', b: '2' }, { a: 'wrong', b: 'right' }, { b: '2' }],
    ['the right cells', 'matrix', { a: { x: '1', y: '2' } }, { 'a/x': 'wrong', 'a/y': 'right' }, { a: { y: '2' } }],
    ['an order as it stands', 'order', ['b', 'a'], { a: 'wrong' }, ['b', 'a']],
    ['the words, to be amended', 'text', 'Baku', { text: 'wrong' }, 'Baku'],
    ['the gaps, to be amended', 'cloze', { year: '1874' }, { year: 'wrong' }, { year: '1874' }],
  ])('%s', (_, kind, response, marks, kept) => expect(withoutWrong(example(kind).exercise.item, response, marks)).toEqual(kept))
})
