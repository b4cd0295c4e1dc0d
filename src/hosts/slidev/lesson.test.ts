import { describe, expect, it } from 'vitest'
import { createDrafts, createStore } from '#progress'
import { createLesson, draftsOfLesson, storeOfLesson } from './lesson.ts'

class Shelf {
  kept = new Map<string, string>()
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
}

function course() {
  let clock = Date.parse('2026-03-01T09:00:00Z')
  const now = () => new Date(clock += 1000)
  const shelf = new Shelf()
  const store = createStore({ shelf, now })
  const tab = () => createLesson({ key: 'lesson/salt', shelf, tab: new Shelf(), now })
  const answer = (exercise: string) => void store.record({ exercise, revision: '1', response: 'a', lang: 'en' })
  return { store, tab, answer, later: (hours: number) => { clock += hours * 3_600_000 } }
}

describe('a class', () => {
  it('begins without what was answered before, and keeps it', () => {
    const { store, tab, answer } = course()
    const lesson = tab()
    const shown = storeOfLesson(store, lesson.since).store
    answer('salt/rehearsed')
    lesson.begin()
    answer('salt/in-class')
    expect(shown.answers().map(({ exercise }) => exercise)).toEqual(['salt/in-class'])
    expect(store.answers()).toHaveLength(2)
    lesson.end()
    expect(shown.answers()).toHaveLength(2)
  })
  it('shows no unchecked work of before, and leaves it as it was', () => {
    const { tab } = course()
    const lesson = tab()
    const drafts = createDrafts({ shelf: new Shelf(), key: 'drafts' })
    const shown = draftsOfLesson(drafts, lesson.since)
    const before = { revision: '1', response: 'a' }
    shown.keep('salt/tried', before)
    lesson.begin()
    expect(shown.of('salt/tried')).toBeUndefined()
    shown.keep('salt/tried', { revision: '1', response: 'b' })
    shown.drop()
    lesson.end()
    expect(shown.of('salt/tried')).toEqual(before)
  })
  it.each([[1, true], [11, true], [13, false]])('%i hours later it is still on: %s', (hours, isOn) => {
    const { tab, later } = course()
    const lesson = tab()
    lesson.begin()
    later(hours)
    expect(lesson.since() !== undefined).toBe(isOn)
  })
  it('is entered once by a tab, anew by another', () => {
    const { tab } = course()
    const [rehearsal, morning] = [tab(), tab()]
    expect([rehearsal.enter(), rehearsal.enter(), morning.enter(), morning.enter()]).toEqual([true, false, true, false])
  })
  it('that was ended by its tab does not begin again with a reload', () => {
    const lesson = course().tab()
    lesson.enter()
    lesson.end()
    expect(lesson.enter()).toBe(false)
    expect(lesson.since()).toBeUndefined()
  })
  it('tells those who read the store', () => {
    const { store, tab } = course()
    const { store: shown, changed } = storeOfLesson(store, tab().since)
    let heard = 0
    const stop = shown.subscribe(() => heard++)
    changed()
    stop()
    changed()
    expect(heard).toBe(1)
  })
})
