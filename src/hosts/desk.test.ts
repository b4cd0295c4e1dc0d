import { describe, expect, it } from 'vitest'
import type { Grade } from '#schema'
import { createStore, state, type ExerciseState } from '#progress'
import { example } from '../grading/examples/examples.ts'
import { createDesks, withoutWrong } from './desk.ts'
import type { Checked } from './host.ts'

const item = example('choice').exercise.item
const matrix = example('matrix').exercise.item
const wrong: Grade = { earned: 0, possible: 1, verdict: 'wrong', feedback: [], reread: [], marks: { ground: 'wrong' } }
const checked = (grade: Grade = wrong): Checked => ({ grade, feedback: [] })

function laid(grade: (exercise: string, response: unknown) => Promise<Checked | null>) {
  const store = createStore({ shelf: undefined, now: () => new Date() })
  const progress: Record<string, ExerciseState> = {}
  const desks = createDesks({ items: { [item.id]: item, [matrix.id]: matrix }, lang: 'en', store, progress, grade, solution: async () => null, restores: true })
  const hear = () => {
    for (const id of Object.keys(progress)) delete progress[id]
    Object.assign(progress, state(store.answers(), [item, matrix]))
    desks.refresh()
  }
  store.subscribe(hear)
  return { desk: desks.desk(item.id), desks, store, hear }
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
      if (!isThere) throw new Error('offline')
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
