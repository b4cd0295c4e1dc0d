import { describe, expect, it } from 'vitest'
import type { Answer } from '#schema'
import { createStore, state, storageKeys, type Shelf } from './index.ts'

class MemoryShelf implements Shelf {
  kept = new Map<string, string>()
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
}
const { answers: answersKey, setAside: setAsideKey } = storageKeys({ folder: '/', hasKeys: true })
const now = () => new Date('2026-03-01T09:00:00Z')
const given = { exercise: 'salt/gate', revision: 'r1', response: 'open', lang: 'en' as const }
const answer = (more: Partial<Answer> = {}): Answer => ({ ...given, at: '2026-03-01T09:00:00.000Z', ...more })

describe('the store', () => {
  it('keeps what was answered for the next time', () => {
    const shelf = new MemoryShelf()
    createStore({ shelf, now }).record(given)
    createStore({ shelf, now }).record({ ...given, response: ['a', { b: 1 }] })
    expect(createStore({ shelf, now }).answers()).toEqual([answer(), answer({ response: ['a', { b: 1 }] })])
  })

  it.each([
    ['half a line', '{"exercise":"salt/g'],
    ['somebody else\'s words', 'hello'],
    ['another shape', '{"exercise":1,"revision":"r","response":"x","at":"2026-03-01T09:00:00Z","lang":"en"}'],
    ['no response', '{"exercise":"salt/gate","revision":"r","at":"2026-03-01T09:00:00Z","lang":"en"}'],
    ['no date', '{"exercise":"salt/gate","revision":"r","response":"x","at":"soon","lang":"en"}'],
    ['another language', '{"exercise":"salt/gate","revision":"r","response":"x","at":"2026-03-01T09:00:00Z","lang":"xx"}'],
    ['null', 'null'],
  ])('sets %s aside and keeps the rest', (_, broken) => {
    const shelf = new MemoryShelf()
    shelf.setItem(answersKey, `${JSON.stringify(answer())}\n${broken}\n${JSON.stringify(answer({ response: 'shut' }))}`)
    const store = createStore({ shelf, now })
    expect(store.answers().map(({ response }) => response)).toEqual(['open', 'shut'])
    expect(store.setAside()).toBe(1)
    expect(shelf.getItem(setAsideKey)).toBe(broken)
    expect(createStore({ shelf, now }).setAside()).toBe(1)
  })

  it('clears the exercises that are named, under whatever name, and keeps the others\'', () => {
    const shelf = new MemoryShelf()
    const store = createStore({ shelf, now })
    for (const exercise of ['salt/gate', 'salt/old-gate', 'sea/ship']) store.record({ ...given, exercise })
    store.clear([{ id: 'salt/gate', formerly: ['salt/old-gate'] }])
    expect(store.answers().map(({ exercise }) => exercise)).toEqual(['sea/ship'])
    expect(createStore({ shelf, now }).answers().map(({ exercise }) => exercise)).toEqual(['sea/ship'])
    store.clear([{ id: 'sea/ship', formerly: [] }])
    expect(shelf.kept.size).toBe(0)
  })

  it('says that nothing is kept where storage is missing, and works all the same', () => {
    const store = createStore({ shelf: undefined, now })
    store.record(given)
    expect(store.isKept()).toBe(false)
    expect(store.answers()).toEqual([answer()])
  })

  it('says so where storage is full, and loses nothing that it had', () => {
    const shelf = new MemoryShelf()
    const store = createStore({ shelf, now })
    store.record(given)
    expect(store.isKept()).toBe(true)
    shelf.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
    store.record({ ...given, response: 'shut' })
    expect(store.isKept()).toBe(false)
    store.record({ ...given, response: 'ajar' })
    expect(store.answers().map(({ response }) => response)).toEqual(['open', 'shut', 'ajar'])
    expect(shelf.getItem(answersKey)).toBe(JSON.stringify(answer()))
    shelf.setItem = (key, value) => void shelf.kept.set(key, value)
    store.record({ ...given, response: 'wide' })
    expect(store.isKept()).toBe(true)
    expect(createStore({ shelf, now }).answers().map(({ response }) => response)).toEqual(['open', 'shut', 'ajar', 'wide'])
  })

  it('survives a storage that throws at the first touch', () => {
    const refuse = () => { throw new DOMException('no', 'SecurityError') }
    const store = createStore({ shelf: { getItem: refuse, setItem: refuse, removeItem: refuse }, now })
    store.record(given)
    store.clear()
    expect([store.answers(), store.isKept()]).toEqual([[], false])
  })

  it('hears another window answer and clear', () => {
    const shelf = new MemoryShelf()
    let say: (key: string | null) => void = () => {}
    const here = createStore({ shelf, now, hear: (listener) => { say = listener } })
    let told = 0
    const stop = here.subscribe(() => { told++ })
    createStore({ shelf, now }).record(given)
    say(answersKey)
    expect(here.answers()).toEqual([answer()])
    say('somebody-else')
    expect(told).toBe(1)
    shelf.removeItem(answersKey)
    say(null)
    expect(here.answers()).toEqual([])
    stop()
    say(null)
    expect(told).toBe(2)
  })

  it('does not overwrite what another window wrote before we heard of it', () => {
    const shelf = new MemoryShelf()
    const [here, there] = [createStore({ shelf, now }), createStore({ shelf, now })]
    here.record(given)
    there.record({ ...given, response: 'shut' })
    expect(createStore({ shelf, now }).answers()).toHaveLength(2)
    expect(there.answers()).toHaveLength(2)
  })

  it('exports what can be read again, and clears', () => {
    const shelf = new MemoryShelf()
    const store = createStore({ shelf, now })
    store.record(given)
    store.record({ ...given, exercise: 'salt/door' })
    store.record({ ...given, exercise: 'sea/ship' })
    const exported = JSON.parse(store.exported([{ id: given.exercise, formerly: ['salt/door'] }], 'salt').text) as { answers: Answer[] }
    expect(exported.answers.map(({ exercise }) => exercise), 'of this lecture, under either name, and of no other').toEqual([given.exercise, 'salt/door'])
    store.clear()
    expect([store.answers(), shelf.kept.size]).toEqual([[], 0])
  })

  it('remembers the name that stands on what is exported, until it is cleared', () => {
    const shelf = new MemoryShelf()
    createStore({ shelf, now }).rename('王兰')
    const store = createStore({ shelf, now })
    store.record(given)
    const { fileName, text } = store.exported([{ id: given.exercise, formerly: [] }], 'salt')
    expect(fileName).toMatch(/^answers\.salt\.王兰\.\d{4}-\d\d-\d\d\.json$/)
    expect(JSON.parse(text)).toMatchObject({ lecture: 'salt', name: '王兰', answers: [{ exercise: given.exercise }] })
    store.clear()
    expect([store.name(), createStore({ shelf, now }).name()]).toEqual(['', ''])
  })
})

describe('the state of an exercise', () => {
  const known = [{ id: 'salt/gate', revision: 'r1', formerly: ['salt/door', 'road/door'] }]
  it.each<[string, Answer[], unknown]>([
    ['nothing was answered', [], {}],
    ['one answer', [answer()], { 'salt/gate': { attempts: 1, last: answer(), isCurrent: true } }],
    ['the later counts', [answer({ at: '2026-03-02T00:00:00Z', response: 'late' }), answer()], { 'salt/gate': { attempts: 2, last: answer({ at: '2026-03-02T00:00:00Z', response: 'late' }), isCurrent: true } }],
    ['what is graded has changed since', [answer({ revision: 'r0' })], { 'salt/gate': { attempts: 1, last: answer({ revision: 'r0' }), isCurrent: false } }],
    ['it had other names', [answer({ exercise: 'road/door' }), answer({ exercise: 'salt/door' })], { 'salt/gate': { attempts: 2, last: answer({ exercise: 'salt/door' }), isCurrent: true } }],
    ['another lecture\'s', [answer({ exercise: 'sea/ship' })], {}],
  ])('%s', (_, answers, expected) => expect(state(answers, known)).toEqual(expected))
})
