import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Argument } from '#schema'
import { argumentDrawn, type Box, columnsOf, drawArgument } from './argument-drawing.ts'

type Parts = Pick<Argument, 'statements' | 'inferences'>
const words = { en: '-', zh: '-' }

/** A tree of two floors: for each claim before the main one, how many grounds, warrants and rebuttals it has. */
const made = (main: { separate: boolean, asides: number }, claims: { grounds: number, premises: 'linked' | 'convergent', warrant: boolean, rebuttals: number }[]): Parts => {
  const statements: Parts['statements'] = {}
  const inferences: Parts['inferences'] = {}
  const add = (id: string, is: Argument['statements'][string]['is']) => {
    statements[id] = { is, name: words, says: words, claims: ['a/b'] }
    return id
  }
  add('main', 'claim')
  claims.forEach(({ grounds, premises, warrant, rebuttals }, index) => {
    const to = add(`c${index}`, 'claim')
    inferences[`i${index}`] = {
      from: Array.from({ length: grounds }, (_, count) => add(`g${index}-${count}`, 'ground')), to, premises,
      ...warrant ? { warrant: add(`w${index}`, 'warrant') } : {}, unless: Array.from({ length: rebuttals }, (_, count) => add(`r${index}-${count}`, 'rebuttal')),
    }
  })
  const ids = claims.map((_, index) => `c${index}`)
  const unless = Array.from({ length: main.asides }, (_, count) => add(`r-${count}`, 'rebuttal'))
  if (main.separate && ids.length > 1) {
    inferences['one'] = { from: [ids[0]!], to: 'main', premises: 'linked', unless: unless.slice(1) }
    inferences['other'] = { from: ids.slice(1), to: 'main', premises: 'linked', unless: unless.slice(0, 1) }
  }
  else inferences['all'] = { from: ids, to: 'main', premises: 'linked', unless }
  return { statements, inferences }
}
const argument = fc.tuple(
  fc.record({ separate: fc.boolean(), asides: fc.integer({ min: 0, max: 3 }) }),
  fc.array(fc.record({ grounds: fc.integer({ min: 1, max: 2 }), premises: fc.constantFrom('linked' as const, 'convergent' as const), warrant: fc.boolean(), rebuttals: fc.integer({ min: 0, max: 1 }) }), { minLength: 1, maxLength: 3 }),
).map(([main, claims]) => made(main, claims)).filter(each => columnsOf(each).every(({ length }) => length <= argumentDrawn.rows))

/** `M10 20H30V40` => from 10,20 to 30,20, from there to 30,40. */
function segments(d: string) {
  let [x, y] = [0, 0]
  return [...d.matchAll(/([MHV])([\d.]+)(?: ([\d.]+))?/g)].flatMap(([, command, first, second]) => {
    const from = { x, y }
    if (command === 'M') { [x, y] = [Number(first), Number(second)]; return [] }
    if (command === 'H') x = Number(first)
    else y = Number(first)
    return [{ from, to: { x, y } }]
  })
}
const crosses = ({ from, to }: { from: { x: number, y: number }, to: { x: number, y: number } }, box: Box) =>
  Math.max(from.x, to.x) > box.x && Math.min(from.x, to.x) < box.x + box.width && Math.max(from.y, to.y) > box.y && Math.min(from.y, to.y) < box.y + box.height

describe('an argument drawn', () => {
  it('puts each statement in one place, what bears a claim to its left', () => {
    fc.assert(fc.property(argument, (each) => {
      expect(columnsOf(each).flat().sort()).toEqual(Object.keys(each.statements).sort())
      const { boxes } = drawArgument(each)
      for (const { from, to } of Object.values(each.inferences)) for (const id of from) expect(boxes[id]!.x).toBeLessThan(boxes[to]!.x)
    }))
  })

  it('no two boxes overlap, and all are on the canvas', () => {
    fc.assert(fc.property(argument, (each) => {
      const { boxes, height } = drawArgument(each)
      expect(height).toBeLessThanOrEqual(310)
      const all = Object.values(boxes)
      for (const box of all) {
        expect(box.y).toBeGreaterThanOrEqual(0)
        expect(box.y + box.height).toBeLessThanOrEqual(height + .1)
        expect(box.x + box.width).toBeLessThanOrEqual(argumentDrawn.width + .1)
        for (const other of all) if (other !== box && other.column === box.column) expect(Math.abs(other.y - box.y)).toBeGreaterThanOrEqual(Math.min(box.height, other.height) + argumentDrawn.gap - .1)
      }
    }))
  })

  it('no line runs behind a box', () => {
    fc.assert(fc.property(argument, (each) => {
      const { boxes, lines } = drawArgument(each)
      for (const { d } of lines) for (const segment of segments(d)) for (const box of Object.values(boxes)) expect(crosses(segment, box), d).toBe(false)
    }))
  })

  it('every premise, warrant and rebuttal has its line, and every step an arrow', () => {
    fc.assert(fc.property(argument, (each) => {
      const { lines } = drawArgument(each)
      for (const [id, { from, premises, warrant, unless }] of Object.entries(each.inferences)) {
        const own = lines.filter(({ inference }) => inference === id)
        expect(own.flatMap(({ statement }) => statement ?? []).sort()).toEqual([...from, ...warrant ? [warrant] : [], ...unless].sort())
        expect(own.flatMap(({ ends }) => ends.filter(({ as }) => as === 'arrow'))).toHaveLength(premises === 'convergent' ? from.length : 1)
      }
    }))
  })

  it('of two ways the first has its objections above what they lead to, the other below', () => {
    expect(columnsOf(made({ separate: true, asides: 2 }, [{ grounds: 1, premises: 'linked', warrant: false, rebuttals: 0 }, { grounds: 1, premises: 'linked', warrant: false, rebuttals: 0 }]))).toEqual([['r-1', 'main', 'r-0'], ['c0', 'c1'], ['g0-0', 'g1-0']])
  })
})
