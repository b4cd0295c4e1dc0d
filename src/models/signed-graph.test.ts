import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RelationSign } from '#schema'
import { balanceOf, borneBy, type Camps, pairsOf, product, saySign, startSign, strainOf, trianglesOf } from './signed-graph.ts'

const three = ['china', 'russia', 'us']
const four = [...three, 'india']
/** `'+-0'` in the order of the pairs: china|russia, china|us, russia|us. */
const marked = (actors: string[], signs: string) => Object.fromEntries(pairsOf(actors).map(({ id }, index) => [id, signs[index] as RelationSign]))
const all = (length: number, alphabet: string): string[] => length === 0 ? [''] : all(length - 1, alphabet).flatMap(rest => [...alphabet].map(sign => rest + sign))

/** The camps test on its own: colour the actors one after the other along said sides, and see whether a side objects. */
function campsByColouring(actors: string[], signs: Record<string, RelationSign>): boolean {
  const camp: Record<string, number> = {}
  for (const start of actors) {
    if (start in camp) continue
    camp[start] = 0
    const open = [start]
    for (let at = open.pop(); at; at = open.pop()) {
      for (const { id, between } of pairsOf(actors)) {
        const sign = signs[id]
        if (!between.includes(at) || !sign || sign === '0') continue
        const other = between.find(each => each !== at)!
        const wanted = sign === '+' ? camp[at]! : 1 - camp[at]!
        if (other in camp) { if (camp[other] !== wanted) return false }
        else {
          camp[other] = wanted
          open.push(other)
        }
      }
    }
  }
  return true
}
/** Whatever cycles four actors can close: four triangles and three rounds of four. */
const cycles = [[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3], [0, 1, 2, 3], [0, 1, 3, 2], [0, 2, 1, 3]]
const roundsOf = (signs: Record<string, RelationSign>) => cycles.map(round => product(round.map((one, index) => {
  const [a, b] = [one, round[(index + 1) % round.length]!].sort((x, y) => x - y)
  return signs[`${four[a!]}|${four[b!]}`] ?? '0'
})))

const sign = fc.constantFrom<RelationSign>('+', '-', '0')
const said = fc.constantFrom<RelationSign>('+', '-')
const turned = (each: RelationSign): RelationSign => each === '+' ? '-' : each === '-' ? '+' : '0'

describe('Heider’s eight triads, read aloud', () => {
  it.each([
    ['+++', 'a friend’s friend is a friend', 'balanced', [['china', 'russia', 'us'], []]],
    ['++-', 'two friends of China are enemies', 'unbalanced', undefined],
    ['+-+', 'two friends of Russia are enemies', 'unbalanced', undefined],
    ['-++', 'two friends of the United States are enemies', 'unbalanced', undefined],
    ['+--', 'China and Russia against the United States', 'balanced', [['china', 'russia'], ['us']]],
    ['-+-', 'China and the United States against Russia', 'balanced', [['china', 'us'], ['russia']]],
    ['--+', 'Russia and the United States against China', 'balanced', [['china'], ['russia', 'us']]],
    ['---', 'three enemies, and nobody’s enemy is a friend', 'unbalanced', undefined],
  ] as const)('%s: %s', (signs, _, verdict, camps) => {
    const found = balanceOf(three, marked(three, signs))
    expect([found.verdict, found.camps]).toEqual([verdict, camps])
    expect(found.degree).toBe(verdict === 'balanced' ? 1 : 0)
    // In a triad any one side mends it.
    expect(found.repairs.flat().sort()).toEqual(verdict === 'balanced' ? [] : pairsOf(three).map(({ id }) => id).sort())
  })

  it.each(['0++', '+0-', '-00', '000'])('%s cannot be told', (signs) => {
    const found = balanceOf(three, marked(three, signs))
    expect([found.verdict, found.because, found.camps, found.degree]).toEqual(['undetermined', 'vacuous', undefined, undefined])
  })

  it.each([['+-0', '-'], ['--0', '+'], ['++0', '+']])('%s would be closed by %s', (signs, closing) => {
    expect(balanceOf(three, marked(three, signs)).closing).toEqual({ side: 'russia|us', sign: closing })
  })
})

describe('a fourth actor', () => {
  it('has four triangles', () => expect(trianglesOf(four, {}).map(({ actors }) => actors.map(actor => actor[0]).join(''))).toEqual(['cru', 'cri', 'cui', 'rui']))

  it('is balanced just when no cycle is negative, over all 3⁶ graphs; camps found another way agree', () => {
    for (const signs of all(6, '+-0').map(each => marked(four, each))) {
      const found = balanceOf(four, signs)
      const rounds = roundsOf(signs)
      expect(found.verdict !== 'unbalanced').toBe(!rounds.includes('-'))
      expect(found.verdict !== 'unbalanced').toBe(campsByColouring(four, signs))
      expect(found.verdict === 'undetermined').toBe(!rounds.includes('-') && Object.values(signs).includes('0'))
      if (found.verdict === 'undetermined') expect(found.because).toBe(rounds.every(round => round === '0') ? 'vacuous' : 'incomplete')
      if (found.verdict !== 'unbalanced') expect(found.repairs).toEqual([])
      for (const repair of found.repairs) {
        expect(balanceOf(four, { ...signs, ...Object.fromEntries(repair.map(side => [side, turned(signs[side]!)])) }).verdict).not.toBe('unbalanced')
        // No smaller set does.
        for (const side of repair.length > 1 ? Object.keys(signs) : []) expect(balanceOf(four, { ...signs, [side]: turned(signs[side]!) }).verdict).toBe('unbalanced')
      }
    }
  })

  it('may hide a negative round of four behind triangles that cannot be told', () => {
    const signs = { 'china|russia': '+', 'russia|us': '+', 'us|india': '+', 'china|india': '-' } as const
    const found = balanceOf(four, signs)
    expect([found.verdict, found.degree]).toEqual(['unbalanced', undefined])
    expect(found.triangles.every(each => each.sign === '0')).toBe(true)
  })
})

describe('always', () => {
  it('flipping two sides of a triangle keeps its sign, flipping one turns it', () => {
    fc.assert(fc.property(fc.tuple(sign, sign, sign), ([a, b, c]) => {
      expect(product([turned(a), turned(b), c])).toBe(product([a, b, c]))
      expect(product([turned(a), b, c])).toBe(turned(product([a, b, c])))
    }))
  })

  it('where all is said, two camps just when every triangle is positive', () => {
    fc.assert(fc.property(fc.array(said, { minLength: 6, maxLength: 6 }), (signs) => {
      const found = balanceOf(four, marked(four, signs.join('')))
      expect(found.camps !== undefined).toBe(found.triangles.every(triangle => triangle.sign === '+'))
      expect(found.degree === 1).toBe(found.verdict === 'balanced')
    }))
  })

  it('camps are friends inside and enemies between', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (sides) => {
      const isIn = Object.fromEntries(four.map((actor, index) => [actor, sides[index]]))
      const signs = Object.fromEntries(pairsOf(four).map(({ id, between: [a, b] }): [string, RelationSign] => [id, isIn[a] === isIn[b] ? '+' : '-']))
      const [mine, theirs] = balanceOf(four, signs).camps as Camps
      expect([...mine, ...theirs].sort()).toEqual([...four].sort())
      for (const camp of [mine, theirs]) expect(new Set(camp.map(actor => isIn[actor])).size).toBeLessThanOrEqual(1)
    }))
  })

  it('a change and its undoing turn the same triangles', () => {
    fc.assert(fc.property(fc.array(sign, { minLength: 6, maxLength: 6 }), fc.nat({ max: 5 }), sign, (signs, which, to) => {
      const before = marked(four, signs.join(''))
      const side = pairsOf(four)[which]!.id
      const there = strainOf(four, before, { side, sign: to })
      const back = strainOf(four, { ...before, [side]: to }, { side, sign: before[side]! })
      expect(there.turned.map(({ triangle }) => triangle.actors)).toEqual(back.turned.map(({ triangle }) => triangle.actors))
      for (const { triangle } of there.turned) expect(triangle.sides).toContain(side)
      for (const set of there.mustGiveWay) expect(set).not.toContain(side)
    }))
  })
})

describe('strain', () => {
  it('China and Russia fall out: one of the other two sides gives way', () => {
    const found = strainOf(three, marked(three, '+--'), { side: 'china|russia', sign: '-' })
    expect(found.turned.map(({ from, to }) => from + to)).toEqual(['+-'])
    expect(found.mustGiveWay).toEqual([['china|us'], ['russia|us']])
  })

  it('nothing is under strain where balance is kept', () => {
    expect(strainOf(three, marked(three, '++-'), { side: 'china|us', sign: '-' }).mustGiveWay).toEqual([])
  })

  it('a friend changes sides: with a fourth, two sides have to follow', () => {
    const before = marked(four, '+-+-+-') // China, Russia, India against the United States
    expect(balanceOf(four, before).camps).toEqual([['china', 'russia', 'india'], ['us']])
    const { after, turned: triangles, mustGiveWay } = strainOf(four, before, { side: 'china|india', sign: '-' })
    expect(after.degree).toBe(0.5)
    expect(triangles.map(({ triangle }) => triangle.actors.join())).toEqual(['china,russia,india', 'china,us,india'])
    expect(mustGiveWay.every(set => set.length === 2)).toBe(true)
    expect(after.repairs).toEqual([['china|india']])
  })
})

it('what the claims of a side bear', () => {
  expect([['a'], []].flatMap(plus => [['b'], []].map(minus => borneBy({ plus, minus })))).toEqual(['±', '+', '-', '0'])
  expect((['±', '+', '-', '0'] as const).map(startSign)).toEqual(['+', '+', '-', '0'])
  expect(saySign('-')).toBe('−')
})
