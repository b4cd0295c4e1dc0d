import { describe, expect, it } from 'vitest'
import { type AtCorner, type CardsModel, cornerStates, noCard } from '#schema'
import { cardsReadings, cardsVerdict, waysToLie, withdrawnFrom } from './cards.ts'

const text = { en: '-', zh: '-' }
const rule = (when: CardsModel['rules'][string]['when'], outcome: string) => ({ when, outcome, says: text, claims: [] })
const model = { rules: {
  several: rule({ some: ['lacking', 'none'], least: 2 }, 'at-risk'),
  missing: rule({ some: ['lacking', 'none'] }, 'at-risk'),
  silent: rule({ some: ['not-stated'] }, 'open'),
  whole: rule({ every: ['given'] }, 'complete'),
} }
const states: AtCorner[] = [...cornerStates, noCard]
/** Everything that can lie at three corners: 64. */
const all = states.flatMap(top => states.flatMap(left => states.map(right => ({ top, left, right }))))
const verdict = (laid: Record<string, AtCorner>) => cardsVerdict(model, laid)!

describe('what follows from three corners', () => {
  it.each([
    ['given', 'given', 'given', 'whole', 'complete', [], []],
    ['given', 'given', 'not-stated', 'silent', 'open', [], ['right']],
    ['not-stated', 'not-stated', 'not-stated', 'silent', 'open', [], ['top', 'left', 'right']],
    ['lacking', 'given', 'given', 'missing', 'at-risk', ['top'], []],
    ['given', 'none', 'not-stated', 'missing', 'at-risk', ['left'], ['right']],
    ['none', 'lacking', 'none', 'several', 'at-risk', ['top', 'left', 'right'], []],
  ] as const)('%s, %s, %s => %s: %s', (top, left, right, fired, outcome, failing, open) => {
    expect(verdict({ top, left, right })).toEqual({ rule: fired, outcome, failing, open })
  })

  it('no card taken away mends a failure, and no card laid makes one', () => {
    for (const laid of all) {
      for (const corner of Object.keys(laid)) {
        const [before, without, filled] = [verdict(laid), verdict({ ...laid, [corner]: 'none' }), verdict({ ...laid, [corner]: 'given' })]
        expect(without.failing).toEqual(expect.arrayContaining(before.failing))
        expect(before.failing).toEqual(expect.arrayContaining(filled.failing))
      }
    }
  })
  it('a silence is never a failure, whatever lies beside it', () => {
    for (const laid of all) for (const corner of Object.keys(laid)) expect(verdict({ ...laid, [corner]: 'not-stated' }).failing).not.toContain(corner)
  })
  it('where no rule holds nothing follows', () => {
    expect(cardsVerdict({ rules: { whole: model.rules.whole } }, { top: 'given', left: 'none', right: 'given' })).toBeUndefined()
  })
})

describe('two words on one corner', () => {
  const told = { top: { is: 'lacking', but: { is: 'given' } }, left: { is: 'not-stated' }, right: { is: 'not-stated' } } as const
  it('both are followed', () => expect(cardsReadings(model, told).map(({ outcome }) => outcome)).toEqual(['at-risk', 'open']))
  it('two that say the same are one reading', () => expect(cardsReadings(model, { ...told, top: { is: 'given', but: { is: 'given' } } })).toHaveLength(1))
  it('a corner without a card is empty', () => expect(cardsReadings(model, { ...told, top: undefined })[0]!.failing).toEqual(['top']))
  it('two corners with two words each lie in four ways', () => expect(waysToLie({ ...told, left: { is: 'given', but: { is: 'lacking' } } })).toHaveLength(4))
})

describe('commitments withdrawn', () => {
  const task = {
    commitments: { top: { name: text, opens: 'trust-falls', claims: [] }, left: { name: text, claims: [] }, right: { name: text, opens: 'means-fall', claims: [] } },
    conditions: ['means-fall', 'trust-falls', 'better-offer'],
    steps: { first: { says: text, claims: [] }, then: { says: text, claims: [] } },
  } as unknown as NonNullable<CardsModel['tasks']['withdraw']>
  it.each([
    ['nothing, and no condition', [], [], { holds: [], read: [], steps: [], silent: [] }],
    ['a condition by itself', [], ['better-offer'], { holds: ['better-offer'], read: [], steps: ['first', 'then'], silent: [] }],
    ['a commitment that opens a condition', ['right'], [], { holds: ['means-fall'], read: ['means-fall'], steps: ['first', 'then'], silent: [] }],
    ['the same condition by itself too: it is not read', ['right'], ['means-fall'], { holds: ['means-fall'], read: [], steps: ['first', 'then'], silent: [] }],
    ['a commitment that opens none', ['left'], [], { holds: [], read: [], steps: [], silent: ['left'] }],
    ['all', ['right', 'left', 'top'], [], { holds: ['means-fall', 'trust-falls'], read: ['means-fall', 'trust-falls'], steps: ['first', 'then'], silent: ['left'] }],
  ])('%s', (_, withdrawn, conditions, expected) => expect(withdrawnFrom(task, withdrawn, conditions)).toEqual(expected))
})
