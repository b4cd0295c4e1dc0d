import { nextTick, reactive } from 'vue'
import { describe, expect, it } from 'vitest'
import { createMirror, type Mirror, type States } from './mirror.ts'

/** Windows of one lecture; the first leads, unless told otherwise. */
function windows(count: number, leads: (index: number) => boolean = index => index === 0) {
  const told: States[] = []
  const all: Mirror[] = Array.from({ length: count }, (_, index) => createMirror({
    leads: () => leads(index),
    tell(states) {
      told.push(states)
      for (const other of all) if (other !== all[index]) other.heard(states)
    },
  }))
  return { all, told }
}
const counter = (mirror: Mirror, from = 0, name = 'counter') => {
  const state = reactive({ count: from })
  mirror.share(name, { read: () => state, write: value => Object.assign(state, value) })
  return state
}

describe('what is done in one window', () => {
  it('is seen in the others', async () => {
    const { all: [lecturer, audience] } = windows(2)
    const [here, there] = [counter(lecturer!), counter(audience!)]
    here.count = 3
    await nextTick()
    expect(there.count).toBe(3)
  })
  it('of those that follow is not', async () => {
    const { all: [lecturer, audience], told } = windows(2)
    const [here, there] = [counter(lecturer!), counter(audience!)]
    told.length = 0
    there.count = 5
    await nextTick()
    expect(here.count).toBe(0)
    expect(told).toEqual([])
  })
  it('is taken up by a slide that comes later', async () => {
    const { all: [lecturer, audience] } = windows(2)
    const here = counter(lecturer!)
    here.count = 3
    await nextTick()
    expect(counter(audience!).count).toBe(3)
  })
  it('is told as it is, to one that has just begun', async () => {
    const { all: [lecturer, audience] } = windows(2)
    counter(audience!, 7)
    expect(counter(lecturer!, 2).count).toBe(2)
    expect(audience!.all()).toEqual(lecturer!.all())
  })
  it('comes back from nowhere as an echo', async () => {
    const { all: [lecturer, audience], told } = windows(2)
    const here = counter(lecturer!)
    counter(audience!)
    told.length = 0
    here.count = 1
    await nextTick()
    await nextTick()
    expect(told).toEqual([{ counter: '{"count":1}' }])
  })
})

it('all is as it was at first, in every window, when a class begins', async () => {
  const { all: [lecturer, audience] } = windows(2)
  const [here, there] = [counter(lecturer!, 1), counter(audience!, 1)]
  here.count = 9
  await nextTick()
  lecturer!.reset()
  expect([here.count, there.count]).toEqual([1, 1])
  here.count = 9
  await nextTick()
  expect(there.count).toBe(9)
})

it('two that lead do not pull at each other', async () => {
  const { all: [one, other] } = windows(2, () => true)
  const [here, there] = [counter(one!), counter(other!)]
  here.count = 3
  await nextTick()
  expect(there.count).toBe(0)
})
