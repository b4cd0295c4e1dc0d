import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Argument } from '#schema'
import { circleIn, judge, mainClaims, type Standing } from './argument.ts'

type Parts = Pick<Argument, 'statements' | 'inferences'>
type Is = Argument['statements'][string]['is']
type Inference = Argument['inferences'][string]
const words = { en: '-', zh: '-' }
const shape = (roles: Record<string, Is>, inferences: Record<string, Partial<Inference> & Pick<Inference, 'from' | 'to'>>): Parts => ({
  statements: Object.fromEntries(Object.entries(roles).map(([id, is]) => [id, { is, name: words, says: words, claims: ['a/b'] }])),
  inferences: Object.fromEntries(Object.entries(inferences).map(([id, inference]) => [id, { premises: 'linked', unless: [], ...inference }])),
})
const claims = (argument: Parts, ...touched: string[]) => Object.fromEntries(Object.entries(judge(argument, new Set(touched)).statements).filter(([id]) => argument.statements[id]!.is === 'claim'))

/** Toulmin's own: Harry was born in Bermuda, so he is a British subject, since one born there generally is, unless his parents were aliens. */
const harry = shape({ born: 'ground', generally: 'warrant', subject: 'claim', aliens: 'rebuttal' }, { so: { from: ['born'], to: 'subject', warrant: 'generally', unless: ['aliens'] } })
const two = shape(
  { a: 'ground', b: 'ground', c: 'ground', d: 'ground', w: 'warrant', r: 'rebuttal', left: 'claim', right: 'claim', main: 'claim' },
  { l: { from: ['a', 'b'], to: 'left', premises: 'convergent', unless: ['r'] }, r: { from: ['c', 'd'], to: 'right' }, m: { from: ['left', 'right'], to: 'main', premises: 'convergent', warrant: 'w' } },
)

describe('what stands', () => {
  it('Toulmin’s example: the claim goes with its ground, with its warrant, and where the rebuttal is granted', () => {
    expect(judge(harry, new Set()).statements).toEqual({ born: 'stands', generally: 'stands', subject: 'stands', aliens: 'raised' })
    for (const touched of ['born', 'generally', 'aliens']) expect(claims(harry, touched)).toEqual({ subject: 'falls' })
    expect(judge(harry, new Set(['born', 'aliens'])).statements).toEqual({ born: 'out', generally: 'stands', subject: 'falls', aliens: 'granted' })
  })

  it.each<[string[], Record<string, Standing>]>([
    [['a'], { left: 'weakened', right: 'stands', main: 'weakened' }],
    [['a', 'b'], { left: 'falls', right: 'stands', main: 'weakened' }],
    [['r'], { left: 'falls', right: 'stands', main: 'weakened' }],
    [['c'], { left: 'stands', right: 'falls', main: 'weakened' }],
    [['a', 'b', 'd'], { left: 'falls', right: 'falls', main: 'falls' }],
    [['w'], { left: 'stands', right: 'stands', main: 'falls' }],
  ])('without %j', (touched, expected) => expect(claims(two, ...touched)).toEqual(expected))

  it('says of each step what it lost and what it still has', () => {
    const { steps } = judge(two, new Set(['a', 'd', 'w']))
    expect(steps['l']).toEqual({ holds: 'partly', lost: ['a'], left: ['b'], weak: [], granted: [] })
    expect(steps['r']).toEqual({ holds: 'not', lost: ['d'], left: [], weak: [], granted: [] })
    expect(steps['m']).toEqual({ holds: 'not', lost: ['right'], left: [], weak: [], granted: [], unwarranted: 'w' })
  })

  it('two steps to one claim: it is weakened while one of them holds', () => {
    const argument = shape({ a: 'ground', b: 'ground', main: 'claim' }, { one: { from: ['a'], to: 'main' }, other: { from: ['b'], to: 'main' } })
    expect(claims(argument, 'a')).toEqual({ main: 'weakened' })
    expect(claims(argument, 'a', 'b')).toEqual({ main: 'falls' })
  })

  it('knows a circle, and judges none', () => {
    const circle = shape({ a: 'claim', b: 'claim' }, { one: { from: ['a'], to: 'b' }, other: { from: ['b'], to: 'a' } })
    expect(circleIn(circle)).toEqual(['a', 'b', 'a'])
    expect(() => judge(circle, new Set())).toThrow(/in a circle: a → b → a/)
    expect(circleIn(two)).toBeUndefined()
    expect(mainClaims(two)).toEqual(['main'])
  })
})

/** Arguments in layers: each claim is borne by some of what was there before it. */
const argument: fc.Arbitrary<Parts> = fc.array(fc.record({ picks: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), premises: fc.constantFrom('linked' as const, 'convergent' as const), warrant: fc.boolean(), rebuttals: fc.integer({ min: 0, max: 2 }), again: fc.boolean() }), { minLength: 1, maxLength: 6 }).map((steps) => {
  const roles: Record<string, Is> = { g0: 'ground', g1: 'ground', g2: 'ground' }
  const inferences: Record<string, Partial<Inference> & Pick<Inference, 'from' | 'to'>> = {}
  steps.forEach(({ picks, premises, warrant, rebuttals, again }, index) => {
    // Some claims are reached by a second step, from the grounds alone.
    const to = again && index > 0 ? 'c0' : `c${index}`
    const before = Object.keys(roles).filter(id => roles[id] === 'ground' || (to !== 'c0' && roles[id] === 'claim'))
    const from = [...new Set(picks.map(pick => before[before.length - 1 - pick % before.length]!))]
    const unless = Array.from({ length: rebuttals }, (_, count) => `r${index}-${count}`)
    roles[to] = 'claim'
    for (const id of unless) roles[id] = 'rebuttal'
    if (warrant) roles[`w${index}`] = 'warrant'
    inferences[`i${index}`] = { from, to, premises, unless, ...warrant ? { warrant: `w${index}` } : {} }
  })
  return shape(roles, inferences)
})
const worse: Partial<Record<Standing, number>> = { stands: 0, weakened: 1, falls: 2 }
const touched = fc.tuple(argument, fc.array(fc.nat(), { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 4 })).map(([made, some, more]) => {
  const all = Object.keys(made.statements).filter(id => made.statements[id]!.is !== 'claim')
  const first = some.map(pick => all[pick % all.length]!)
  return { made, first, more: [...first, ...more.map(pick => all[pick % all.length]!)] }
})

describe('of whatever argument', () => {
  it('with nothing taken out and nothing granted all stands', () => {
    fc.assert(fc.property(argument, (made) => { expect(Object.values(claims(made)).every(each => each === 'stands')).toBe(true) }))
  })

  it('touching more never makes a statement stand better: what has fallen stays fallen', () => {
    fc.assert(fc.property(touched, ({ made, first, more }) => {
      const [before, then] = [claims(made, ...first), claims(made, ...more)]
      for (const id of Object.keys(before)) expect(worse[then[id]!]).toBeGreaterThanOrEqual(worse[before[id]!]!)
    }))
  })

  it('neither the order of touching nor that of writing matters', () => {
    fc.assert(fc.property(touched, ({ made, more }) => {
      const turned = <T>(record: Record<string, T>) => Object.fromEntries(Object.entries(record).reverse())
      expect(claims(made, ...[...more].reverse())).toEqual(claims(made, ...more))
      expect(claims({ statements: turned(made.statements), inferences: turned(made.inferences) }, ...more)).toEqual(claims(made, ...more))
    }))
  })

  it('what has fallen is borne by nothing, and what has not is borne by something', () => {
    fc.assert(fc.property(touched, ({ made, more }) => {
      const { statements, steps } = judge(made, new Set(more))
      for (const [id, standing] of Object.entries(statements)) {
        if (made.statements[id]!.is !== 'claim') continue
        expect(Object.keys(steps).some(step => made.inferences[step]!.to === id && steps[step]!.left.length > 0)).toBe(standing !== 'falls')
      }
    }))
  })

  it('with all grounds out nothing stands', () => {
    fc.assert(fc.property(argument, (made) => { expect(Object.values(claims(made, 'g0', 'g1', 'g2')).every(each => each === 'falls')).toBe(true) }))
  })
})
