import { describe, expect, it } from 'vitest'
import { type Bar, rangeOf } from './chart.ts'

const bar = (id: string, value: number | undefined, more: Partial<Pick<Bar, 'within' | 'open'>> = {}) => ({ id, value, within: undefined, open: false, ...more })
const inside = (row: string, is: 'stated' | 'perhaps' = 'stated') => ({ within: { row, is } })

describe('a range for figures that may overlap', () => {
  it.each<[string, ReturnType<typeof bar>[], [low: number, high: number, ifInside: number]]>([
    ['two that bind and stand alone: a sum, no range', [bar('a', 8), bar('b', 4)], [12, 12, 12]],
    ['what is announced counts at the high end', [bar('a', 8), bar('b', 100, { open: true })], [8, 108, 108]],
    ['a part that is stated counts once', [bar('whole', 17), bar('part', 4, inside('whole'))], [17, 17, 17]],
    ['a firm part of an announced whole counts at the low end', [bar('whole', 17, { open: true }), bar('part', 4, inside('whole'))], [4, 17, 17]],
    ['what lies in another perhaps makes the high end two', [bar('whole', 100, { open: true }), bar('part', 35, { open: true, ...inside('whole', 'perhaps') })], [0, 135, 100]],
    ['three deep, the innermost firm', [bar('a', 100, { open: true }), bar('b', 35, { open: true, ...inside('a', 'perhaps') }), bar('c', 8, inside('b', 'perhaps'))], [8, 143, 100]],
    ['three deep, firm around firm', [bar('a', 100), bar('b', 35, { open: true, ...inside('a') }), bar('c', 8, inside('b'))], [100, 100, 100]],
    ['a whole that is not there leaves its part alone', [bar('part', 4, inside('elsewhere'))], [4, 4, 4]],
    ['no figure adds nothing', [bar('a', 8), bar('b', undefined)], [8, 8, 8]],
  ])('%s', (_, bars, [low, high, highIfInside]) => expect(rangeOf(bars)).toEqual({ low, high, highIfInside }))
})
