import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grade, misread, modelResponse } from '#grading'
import { letter } from '#grading/letters'
import type { Item, Kind } from '#schema'
import { corpus, example, examples } from '../grading/examples/examples.ts'
import { asIds } from './ids.ts'
import { sheetOf } from './sheet.ts'

const idsOf = (kind: Kind, response: unknown) => {
  const { item } = example(kind).exercise
  return asIds(item, sheetOf(item, corpus), response)
}
/** The letter under which an option is printed. */
const letterOf = (kind: Kind, id: string) => letter(sheetOf(example(kind).exercise.item, corpus).options.findIndex(option => option.id === id))
const itemOf = <K extends Kind>(kind: K) => example(kind).exercise.item as Extract<Item, { kind: K }>

describe('an answer as it was written on the worksheet, in ids', () => {
  const wide = (text: string) => String.fromCharCode(text.charCodeAt(0) + 0xFEE0)
  const [first, second] = itemOf('edges').edges.map(({ id }) => id)
  const label = itemOf('edges').labels[2]!.id
  it.each<[string, Kind, unknown, unknown]>([
    ['a letter', 'choice', letterOf('choice', 'passage'), 'passage'],
    ['a small letter', 'choice', letterOf('choice', 'passage').toLowerCase(), 'passage'],
    ['a wide letter', 'choice', wide(letterOf('choice', 'passage')), 'passage'],
    ['a letter with a bracket behind it', 'choice', `${letterOf('choice', 'passage')})`, 'passage'],
    ['a letter that no option has', 'choice', 'Z', 'Z'],
    ['letters in a list', 'choices', [letterOf('choices', 'no-toll'), letterOf('choices', 'avalanche')], ['no-toll', 'avalanche']],
    ['letters without brackets', 'choices', `${letterOf('choices', 'no-toll')}, ${letterOf('choices', 'avalanche')}`, ['no-toll', 'avalanche']],
    ['letters side by side', 'choices', `${letterOf('choices', 'no-toll')}${letterOf('choices', 'avalanche')}`, ['no-toll', 'avalanche']],
    ['ids between Chinese commas', 'choices', 'no-toll、avalanche', ['no-toll', 'avalanche']],
    ['one id for a list', 'choices', 'no-toll', ['no-toll']],
    ['letters for things', 'match', { valley: letterOf('match', 'shut'), guild: letterOf('match', 'snowed').toLowerCase() }, { valley: 'shut', guild: 'snowed' }],
    ['relations by their numbers', 'edges', { 1: 'C', 2: 'c' }, { [first!]: label, [second!]: label }],
    ['a side in one line', 'signs', { 1: `+ ${letterOf('signs', 'winter')}`, 2: { sign: '-', passage: letterOf('signs', 'escorts') } }, { 'guild-valley': { sign: '+', passage: 'winter' }, 'guild-league': { sign: '-', passage: 'escorts' } }],
    ['no passage, in Chinese', 'signs', { 3: { sign: '0', passage: '无' } }, { 'valley-league': { sign: '0', passage: 'none' } }],
    ['cells of a matrix', 'matrix', { valley: { treaty: letterOf('matrix', 'gains') } }, { valley: { treaty: 'gains' } }],
    ['a verdict as the sheet has it', 'judge', { king: 'Not stated', 'toll-paid': '原文支持', 'gate-open': 'b' }, { king: 'not-stated', 'toll-paid': 'supported', 'gate-open': 'contradicted' }],
    ['things by their numbers on the map', 'place', { 1: '45, 40.5', 2: ['48', '40'] }, { upper: ['45', '40.5'], harbour: ['48', '40'] }],
    ['degrees with a comma', 'place', { upper: '45,4; 39,2' }, { upper: ['45,4', '39,2'] }],
    ['a cell counted', 'cells', ['2/2'], [`${itemOf('cells').rows[1]!.id}/${itemOf('cells').columns[1]!.id}`]],
    ['a cell by its printed names', 'cells', [`${itemOf('cells').rows[0]!.text.en} / ${itemOf('cells').columns[0]!.text.en}`], [`${itemOf('cells').rows[0]!.id}/${itemOf('cells').columns[0]!.id}`]],
    ['a gap by its printed name', 'cloze', { [itemOf('cloze').gaps[0]!.name.zh]: '1880' }, { [itemOf('cloze').gaps[0]!.id]: '1880' }],
    ['what means nothing', 'sort', { fair: 'Q', nowhere: 'A' }, { fair: 'Q', nowhere: letterOf('sort', 'A') ? itemOf('sort').bins[0]!.id : '' }],
    ['nothing', 'choice', null, null],
    ['a map for a word', 'choice', { option: 'passage' }, { option: 'passage' }],
  ])('%s (%s)', (_, kind, written, ids) => expect(idsOf(kind, written).response).toEqual(ids))

  it('an order as the numbers in the boxes, from top to bottom, or at each thing', () => {
    const shown = itemOf('order').items.map(({ id }) => id)
    const right = modelResponse(example('order').exercise) as string[]
    const boxes = shown.map(id => right.indexOf(id) + 1)
    for (const written of [boxes, boxes.map(String), boxes.join(', '), boxes.join('、'), Object.fromEntries(shown.map((id, index) => [id, boxes[index]]))])
      expect(idsOf('order', written).response, JSON.stringify(written)).toEqual(right)
    expect(idsOf('order', [1, 1, 2, 3]).response, 'two firsts are no order').toEqual([1, 1, 2, 3])
  })
})

describe('an id that is written otherwise counts, with a remark', () => {
  it.each<[string, Kind, unknown, unknown]>([
    ['a capital', 'choice', 'Passage', 'passage'],
    ['curly quotation marks', 'choice', '“passage”', 'passage'],
    ['wide letters', 'choice', 'ｐａｓｓａｇｅ', 'passage'],
    ['a full stop', 'choice', 'passage。', 'passage'],
    ['another dash', 'judge', { king: 'not–stated' }, { king: 'not-stated' }],
    ['a hyphen that does not break', 'judge', { 'toll‑paid': 'supported' }, { 'toll-paid': 'supported' }],
    ['a blank for the dash', 'judge', { toll_paid: 'not stated' }, { 'toll-paid': 'not-stated' }],
  ])('%s', (_, kind, written, ids) => {
    const { response, taken } = idsOf(kind, written)
    expect(response).toEqual(ids)
    expect(taken.length).toBeGreaterThan(0)
    expect(misread(example(kind).exercise.item, response)).toEqual([])
  })

  it('a row that is there twice, under its id and its number, is taken once', () =>
    expect(idsOf('edges', { [itemOf('edges').edges[0]!.id]: 'A', 1: 'B' }).response).toHaveProperty('1'))

  it('where a part was written is known, whatever it was called', () =>
    expect(idsOf('signs', { 1: { sign: '+', passage: 'Q' } }).writtenAt(['guild-valley', 'passage'])).toEqual(['1', 'passage']))
})

it('what a page sends stays as it is', () => {
  expect(examples.length).toBeGreaterThan(10)
  for (const { exercise } of examples) {
    const response = modelResponse(exercise)
    const { response: ids, taken } = asIds(exercise.item, sheetOf(exercise.item, corpus), response)
    expect([ids, taken]).toEqual([response, []])
  }
})

it('never throws, and what it makes can be graded, whatever was written', () => {
  const words = fc.constantFrom('A', 'b', 'Ｃ', '1', '２', 'AB', 'a, b', 'none', '无', '+', '- a', '__proto__', 'constructor', 'not stated', '45, 40', '。', '', '[a')
  const { value } = fc.letrec(tie => ({
    value: fc.oneof({ maxDepth: 3 }, words, fc.integer(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(words, tie('value'), { maxKeys: 4 })),
  }))
  for (const { exercise } of examples) {
    fc.assert(fc.property(value, (written) => {
      const { response } = asIds(exercise.item, sheetOf(exercise.item, corpus), written)
      const { earned, possible } = grade(exercise, response)
      expect(earned >= 0 && earned <= possible).toBe(true)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    }), { numRuns: 60 })
  }
})
