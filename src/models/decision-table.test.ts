import { describe, expect, it } from 'vitest'
import type { DecisionTableModel } from '#schema'
import { cellsOf, decide, tableReadings } from './decision-table.ts'

const text = { en: '-', zh: '-' }
const factor = (...values: string[]) => ({ name: text, values: Object.fromEntries(values.map(value => [value, { name: text }])) })
const rule = (when: Record<string, string[]>, outcome: string) => ({ when, outcome, says: text, claims: [] })
const model: Pick<DecisionTableModel, 'factors' | 'rules'> = {
  factors: { means: factor('rich', 'poor'), wish: factor('open', 'shut', 'unsure') },
  rules: {
    'rich-open': rule({ means: ['rich'], wish: ['open'] }, 'trades'),
    'shut': rule({ wish: ['shut'] }, 'stays'),
    'poor-rest': rule({ means: ['poor'], wish: ['open', 'shut'] }, 'borrows'),
  },
}
const told = (is: string, but?: string) => ({ is, says: text, claims: [], ...but ? { but: { is: but, says: text, claims: [] } } : {} })

it('cells stand row by row', () => expect(cellsOf(model).map(cell => Object.values(cell).join(' '))).toEqual(['rich open', 'rich shut', 'rich unsure', 'poor open', 'poor shut', 'poor unsure']))

describe('what follows in a cell', () => {
  it.each([
    ['rich', 'open', 'rich-open', 'trades'],
    ['rich', 'shut', 'shut', 'stays'],
    ['poor', 'shut', 'shut', 'stays'], // the rule above comes first
    ['poor', 'open', 'poor-rest', 'borrows'],
  ])('%s, %s => %s: %s', (means, wish, fired, outcome) => expect(decide(model, { means, wish })).toEqual({ rule: fired, outcome }))
  it.each(['rich', 'poor'])('%s, unsure => no rule', means => expect(decide(model, { means, wish: 'unsure' })).toBeUndefined())
})

describe('a case, by the words of its source', () => {
  it.each([
    ['one word on each', { means: told('rich'), wish: told('open') }, ['trades']],
    ['two words on one', { means: told('rich'), wish: told('open', 'shut') }, ['trades', 'stays']],
    ['two words that say the same', { means: told('rich', 'rich'), wish: told('open') }, ['trades']],
    ['where no rule stands', { means: told('rich'), wish: told('unsure') }, ['unnamed']],
    ['not stated on one factor', { means: told('not-stated'), wish: told('open') }, ['left-open']],
    ['stated here and not there', { means: told('poor', 'not-stated'), wish: told('open') }, ['borrows', 'left-open']],
  ])('%s', (_, at, outcomes) => expect(tableReadings(model, at).map(({ outcome }) => outcome)).toEqual(outcomes))
})
