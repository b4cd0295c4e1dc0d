import { describe, expect, it } from 'vitest'
import { type AtCorner, shiftConditions, shiftOf, shiftSteps, triangleCorners, type TriangleCorner, triangleReadings, triangleRules, triangleSources, triangleVerdict, withdrawnAs } from './triangle.ts'

const states: AtCorner[] = ['given', 'lacking', 'not-stated', 'none']
/** Everything that can lie at three corners: 64. */
const all = states.flatMap(sovereignty => states.flatMap(connectivity => states.map(security => ({ sovereignty, connectivity, security }))))
const subsets = <T>(of: readonly T[]) => Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((_one, index) => bits >> index & 1))

describe('what follows from three corners', () => {
  it.each([
    ['given', 'given', 'given', 'complete', [], []],
    ['given', 'given', 'not-stated', 'open', [], ['security']],
    ['not-stated', 'not-stated', 'not-stated', 'open', [], ['sovereignty', 'connectivity', 'security']],
    ['lacking', 'given', 'given', 'at-risk', ['sovereignty'], []],
    ['given', 'none', 'not-stated', 'at-risk', ['connectivity'], ['security']],
    ['none', 'lacking', 'none', 'at-risk', ['sovereignty', 'connectivity', 'security'], []],
  ] as const)('%s, %s, %s: %s', (sovereignty, connectivity, security, outcome, failing, open) => {
    expect(triangleVerdict({ sovereignty, connectivity, security })).toMatchObject({ outcome, failing, open })
  })

  it('no card taken away mends a failure, and no card laid makes one', () => {
    for (const laid of all) {
      for (const corner of triangleCorners) {
        const [before, without, filled] = [triangleVerdict(laid), triangleVerdict({ ...laid, [corner]: 'none' }), triangleVerdict({ ...laid, [corner]: 'given' })]
        expect(without.failing).toEqual(expect.arrayContaining(before.failing))
        expect(without.outcome).toBe('at-risk')
        expect(before.failing).toEqual(expect.arrayContaining(filled.failing))
      }
    }
  })

  it('a silence is never a failure, whatever lies beside it', () => {
    for (const laid of all) for (const corner of triangleCorners) expect(triangleVerdict({ ...laid, [corner]: 'not-stated' }).failing).not.toContain(corner)
  })

  it('of several failures no claim says which comes first; each still has its own', () => {
    expect(triangleRules.several.claims).toEqual([])
    expect(triangleVerdict({ sovereignty: 'none', connectivity: 'none', security: 'given' }).rules).toContain('several')
    for (const corner of triangleCorners) expect(triangleRules.pairing[corner]).toMatchObject({ isOurs: true, claims: [`zhang-zeming-2026/${corner}-failure`, `zhang-zeming-2026/${corner}-failure-again`] })
  })
})

describe('two words on one corner', () => {
  const suez = { sovereignty: { is: 'lacking', but: { is: 'given' } }, connectivity: { is: 'not-stated' }, security: { is: 'not-stated' } } as const
  it('are both followed', () => expect(triangleReadings(suez).map(({ outcome }) => outcome)).toEqual(['at-risk', 'open']))
  it('that say the same of it are one', () => expect(triangleReadings({ ...suez, sovereignty: { is: 'given', but: { is: 'given' } } })).toHaveLength(1))
  it('and a corner without a card is empty', () => expect(triangleReadings({ ...suez, sovereignty: undefined })[0]!.failing).toEqual(['sovereignty']))
})

describe('the second hypothesis', () => {
  it('needs one door, whichever; none, and it is silent', () => {
    for (const conditions of subsets(shiftConditions)) expect(shiftOf([], conditions).steps).toEqual(conditions.length ? shiftSteps : [])
  })
  it('says may, is challenged, tends: no step is without its hedge', () => expect(shiftSteps.map(({ hedge }) => hedge)).toEqual(['may', 'challenged', 'tends']))
  it('of returns withdrawn it does not speak, though the triangle does', () => {
    expect(shiftOf(['connectivity'], [])).toMatchObject({ holds: [], steps: [], silent: ['connectivity'], isBoundary: true, triangle: { failing: ['connectivity'] } })
  })
  it('more withdrawn never closes a door', () => {
    for (const withdrawn of subsets<TriangleCorner>(triangleCorners)) {
      for (const conditions of subsets(shiftConditions)) {
        const before = shiftOf(withdrawn, conditions)
        for (const corner of triangleCorners) expect(shiftOf([...new Set([...withdrawn, corner])], conditions).holds).toEqual(expect.arrayContaining(before.holds))
        for (const condition of before.read) expect(Object.values(withdrawnAs)).toContain(condition)
      }
    }
  })
})

it('every rule with a claim is among the sources', () => expect(triangleSources).toEqual(expect.arrayContaining(['zhang-zeming-2026/minimal-complete', 'zhang-zeming-2026/hypothesis-shift', 'zhang-zeming-2026/boundary'])))
