import { describe, expect, it } from 'vitest'
import type { Answer } from '#schema'
import { betsSettled, readStance, stanceSaid } from './index.ts'

const answer = (stance: string, response: unknown, revision = 'r1'): Answer => ({ exercise: `stances/${stance}`, revision, response, at: '2026-03-01T09:00:00.000Z', lang: 'en' })
const whole = { before: { place: 3, sure: 70 }, bet: { holds: true, sure: 80 }, after: { place: 5, sure: 60 }, held: false, hands: { before: [1, 0, 0, 0, 0, 0, 2], after: [0, 0, 0, 3, 0, 0, 0], bet: [2, 1] } }

describe('an answer to a stance', () => {
  it('is read as it was said', () => expect(readStance(whole, 7)).toEqual(whole))
  it.each<[string, unknown, unknown]>([
    ['nothing', null, {}], ['a word', 'left', {}], ['a list', [3, 70], {}],
    ['a place off the scale', { before: { place: 8, sure: 70 } }, {}],
    ['a certainty between the levels', { before: { place: 3, sure: 75 } }, {}],
    ['a bet on neither side', { bet: { sure: 80 } }, {}],
    ['figures as a file has them', { before: { place: '3', sure: '70' }, bet: { holds: 'false', sure: '50' } }, { before: { place: 3, sure: 70 }, bet: { holds: false, sure: 50 } }],
    ['hands that are none', { hands: { before: [1, -2, 'x', 1.5, 1e12] } }, { hands: { before: [1, 0, 0, 0, 0, 0, 0], after: [0, 0, 0, 0, 0, 0, 0], bet: [0, 0] } }],
  ])('%s', (_, response, expected) => expect(readStance(response, 7)).toEqual(expected))
  it('is the last one, while it means what it meant', () => {
    const answers = [answer('salt/toll', whole), answer('salt/toll', {}), answer('sea/ship', whole)]
    expect(stanceSaid(answers, 'salt/toll', { revision: 'r1', places: 7 })!.response).toEqual({})
    expect(stanceSaid(answers, 'salt/toll', { revision: 'r2', places: 7 })).toBeUndefined()
    expect(stanceSaid(answers, 'salt/none', { revision: 'r1', places: 7 })).toBeUndefined()
  })
})

describe('bets that were settled', () => {
  const bet = (holds: boolean, sure: number, held?: boolean) => ({ bet: { holds, sure }, held })
  it.each<[string, Answer[], unknown]>([
    ['none', [], []],
    ['made, not settled', [answer('salt/toll', bet(true, 80))], []],
    ['settled later', [answer('salt/toll', bet(true, 80)), answer('salt/toll', bet(true, 80, false))], [{ sure: 80, isRight: false }]],
    ['of every lecture', [answer('salt/toll', bet(false, 60, false)), answer('sea/ship', bet(true, 90, true))], [{ sure: 60, isRight: true }, { sure: 90, isRight: true }]],
    ['made again by one who knows', [answer('salt/toll', bet(true, 80, false)), answer('salt/toll', {}), answer('salt/toll', bet(false, 100, false))], [{ sure: 80, isRight: false }]],
    ['no answer to an exercise', [{ ...answer('x', bet(true, 80, true)), exercise: 'salt/choice' }], []],
  ])('%s', (_, answers, expected) => expect(betsSettled(answers)).toEqual(expected))
})
