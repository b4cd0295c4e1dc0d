import { describe, expect, it } from 'vitest'
import { inOrder } from './inOrder.ts'

const text = (en: string, zh: string) => ({ en, zh })

describe('exercises in order', () => {
  const slide = (id: string, ...exercises: string[]) => ({ id, number: 1, layout: 'exercise', headline: text('', ''), minutes: { en: 1, zh: 1 }, claims: [], figures: { en: [], zh: [] }, exercises })
  it('come as the lecture has them, each with its slide or with the one that teaches it', () => {
    const items = { 'salt/c': {}, 'salt/b': {}, 'salt/a': {}, 'salt/d': {} } as never
    const slides = [slide('one', 'salt/c'), slide('two', 'salt/a', 'salt/gone'), slide('three', 'salt/c')]
    expect(inOrder({ items, slides, taught: { 'salt/b': 'two' } }).map(({ id, slide: at, taughtOn }) => [id, at?.id, taughtOn?.id]))
      .toEqual([['salt/c', 'one', undefined], ['salt/b', undefined, 'two'], ['salt/a', 'two', undefined], ['salt/d', undefined, undefined]])
  })
})
