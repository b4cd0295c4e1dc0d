import { describe, expect, it } from 'vitest'
import { createDrafts, type Shelf } from './index.ts'

class MemoryShelf implements Shelf {
  kept = new Map<string, string>()
  writes = 0
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => { this.writes++; this.kept.set(key, value) }
  removeItem = (key: string) => void this.kept.delete(key)
}
const key = 'drafts'
const draft = { revision: 'r1', response: { gate: 'op' } }

describe('drafts', () => {
  it('are there again the next time, each under its exercise', () => {
    const shelf = new MemoryShelf()
    createDrafts({ shelf, key }).keep('salt/gate', draft)
    const again = createDrafts({ shelf, key })
    expect([again.of('salt/gate'), again.of('salt/toll'), again.of('constructor')]).toEqual([draft, undefined, undefined])
  })

  it('of two windows at two exercises stand side by side', () => {
    const shelf = new MemoryShelf()
    const [here, there] = [createDrafts({ shelf, key }), createDrafts({ shelf, key })]
    here.keep('salt/gate', draft)
    there.keep('salt/toll', { revision: 'r1', response: '79,' })
    here.drop(['salt/none'])
    expect([here.of('salt/toll')?.response, there.of('salt/gate')?.response]).toEqual(['79,', { gate: 'op' }])
  })

  it('are not written again where the same stands already', () => {
    const shelf = new MemoryShelf()
    const drafts = createDrafts({ shelf, key })
    drafts.keep('salt/gate', draft)
    drafts.keep('salt/gate', { ...draft })
    drafts.drop(['salt/none'])
    expect(shelf.writes).toBe(1)
  })

  it('leave nothing behind when they are dropped, of one exercise or of all', () => {
    const shelf = new MemoryShelf()
    const drafts = createDrafts({ shelf, key })
    drafts.keep('salt/gate', draft)
    drafts.keep('salt/toll', draft)
    drafts.drop(['salt/gate'])
    expect([drafts.of('salt/gate'), drafts.of('salt/toll')]).toEqual([undefined, draft])
    drafts.drop()
    expect([...shelf.kept.keys()]).toEqual([])
  })

  it('do without storage, and say when it refuses', () => {
    const shelf = new MemoryShelf()
    shelf.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
    let refused = 0
    createDrafts({ shelf, key, onRefused: () => { refused++ } }).keep('salt/gate', draft)
    expect(refused).toBe(1)
    const nowhere = createDrafts({ shelf: undefined, key })
    nowhere.keep('salt/gate', draft)
    expect(nowhere.of('salt/gate')).toBeUndefined()
  })

  it('take no room for what is no answer', () => {
    const shelf = new MemoryShelf()
    createDrafts({ shelf, key }).keep('salt/gate', { revision: 'r1', response: 'x'.repeat(20_000) })
    expect(shelf.kept.size).toBe(0)
  })

  it.each([
    ['half a line', '{"salt/gate":'],
    ['a list', '[1, 2]'],
    ['null', 'null'],
    ['no revision', '{"salt/gate":{"response":"x"}}'],
    ['no response', '{"salt/gate":{"revision":"r1"}}'],
  ])('%s is no draft, and is written over', (_, there) => {
    const shelf = new MemoryShelf()
    shelf.kept.set(key, there)
    const drafts = createDrafts({ shelf, key })
    expect(drafts.of('salt/gate')).toBeUndefined()
    drafts.keep('salt/gate', draft)
    expect(drafts.of('salt/gate')).toEqual(draft)
  })
})
