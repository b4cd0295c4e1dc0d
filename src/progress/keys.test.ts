import { describe, expect, it } from 'vitest'
import { createStore, storageKeys, type Shelf } from './index.ts'

class MemoryShelf implements Shelf {
  kept = new Map<string, string>()
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => void this.kept.set(key, value)
  removeItem = (key: string) => void this.kept.delete(key)
}
const now = () => new Date('2026-03-01T09:00:00Z')
const given = { exercise: 'salt/gate', revision: 'r1', response: 'open', lang: 'en' as const }
const line = (response: string) => JSON.stringify({ ...given, response, at: '2026-02-01T09:00:00.000Z' })
const { former } = storageKeys({ folder: '/', hasKeys: true })

describe('two copies on one host', () => {
  it.each<[string, Parameters<typeof storageKeys>[0], Parameters<typeof storageKeys>[0]]>([
    ['in two folders', { folder: '/courses/2026/', hasKeys: true }, { folder: '/courses/2025/', hasKeys: true }],
    ['in one folder after the other, with keys and without', { folder: '/', hasKeys: true }, { folder: '/', hasKeys: false }],
    ['of which one stands inside the other', { folder: '/', hasKeys: true }, { folder: '/exam/', hasKeys: false }],
  ])('%s do not know each other\'s answers, and clear their own', (_, one, other) => {
    const shelf = new MemoryShelf()
    const here = createStore({ shelf, now, keys: storageKeys(one) })
    here.record(given)
    const there = createStore({ shelf, now, keys: storageKeys(other) })
    expect(there.answers()).toEqual([])
    there.record({ ...given, response: 'shut' })
    there.clear()
    expect(createStore({ shelf, now, keys: storageKeys(one) }).answers().map(({ response }) => response)).toEqual(['open'])
  })

  it('do not share unchecked work either', () => {
    const names = [{ folder: '/a/', hasKeys: true }, { folder: '/b/', hasKeys: true }, { folder: '/a/', hasKeys: false }].map(each => storageKeys(each).drafts)
    expect(new Set(names).size).toBe(3)
  })
})

describe('answers under the former name', () => {
  it('are taken over once, before what stands here already, and with what lay aside', () => {
    const shelf = new MemoryShelf()
    const keys = storageKeys({ folder: '/courses/2026/', hasKeys: true })
    shelf.kept.set(keys.answers, line('shut')).set(former!.answers, line('open')).set(former!.setAside, 'half a li')
    const store = createStore({ shelf, now, keys })
    expect([store.answers().map(({ response }) => response), store.setAside()]).toEqual([['open', 'shut'], 1])
    expect([...shelf.kept.keys()].sort()).toEqual([keys.answers, keys.setAside].sort())
    expect(createStore({ shelf, now, keys: storageKeys({ folder: '/courses/2025/', hasKeys: true }) }).answers()).toEqual([])
  })

  it('are never restored by a copy without keys', () => {
    const shelf = new MemoryShelf()
    shelf.kept.set(former!.answers, line('open'))
    expect(createStore({ shelf, now, keys: storageKeys({ folder: '/exam/', hasKeys: false }) }).answers()).toEqual([])
    expect(shelf.kept.get(former!.answers)).toBe(line('open'))
  })

  it('stay where they are when the shelf refuses them under the new one', () => {
    const shelf = new MemoryShelf()
    shelf.kept.set(former!.answers, line('open'))
    shelf.setItem = (key, value) => {
      if (key !== former!.answers) throw new DOMException('full', 'QuotaExceededError')
      shelf.kept.set(key, value)
    }
    expect(createStore({ shelf, now, keys: storageKeys({ folder: '/x/', hasKeys: true }) }).isKept()).toBe(false)
    expect(shelf.kept.get(former!.answers)).toBe(line('open'))
  })
})
