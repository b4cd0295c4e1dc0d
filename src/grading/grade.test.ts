import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noPassage, signs, type Exercise, type ExerciseOf, type Item, type Kind, type Response } from '#schema'
import { cloze } from './cloze.ts'
import { example, examples } from './examples/examples.ts'
import { kilometres } from './place.ts'
import { emptyResponse, grade, isComplete, misread, modelResponse, unfinished } from './index.ts'

/** JSON that a student, a broken program or an enemy could send: junk, known ids in wrong places, nearly right responses. */
function anything(item: Item): fc.Arbitrary<unknown> {
  const ids = [...new Set(JSON.stringify(item).match(/(?<=")[a-z0-9-]+(?:\/[a-z0-9-]+)?(?=")/g) ?? []), 'supported', 'not-stated', '__proto__', 'constructor', 'toString', 'length']
  const id = fc.constantFrom(...ids)
  const value = fc.oneof(id, fc.string(), fc.double(), fc.constantFrom(null, true, '', '１,２３４．５', NaN, -0))
  const map = fc.array(fc.tuple(fc.oneof(id, fc.string()), fc.oneof(value, fc.dictionary(id, value)))).map(pairs => Object.fromEntries(pairs))
  return fc.oneof(fc.json().map(text => JSON.parse(text) as unknown), fc.jsonValue(), value, fc.array(fc.oneof(value, map)), map, fc.anything({ withNullPrototype: true, withSparseArray: true }))
}

/** Responses that are about the exercise: each slot right, wrong or open. */
function sensible({ item, key }: Exercise): fc.Arbitrary<Response> {
  const ids = (parts: { id: string }[]) => parts.map(({ id }) => id)
  const slots = (names: string[], values: string[]) => fc.tuple(...names.map(() => fc.option(fc.constantFrom(...values)))).map(given =>
    Object.fromEntries(names.flatMap((name, index) => given[index] === null ? [] : [[name, given[index]!]])))
  switch (item.kind) {
    case 'choice': return fc.constantFrom('', ...ids(item.options))
    case 'choices': return fc.shuffledSubarray(ids(item.options))
    case 'judge': return slots(ids(item.statements), ['supported', 'contradicted', 'not-stated'])
    case 'number': return fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant((key.solution as number) + item.tolerance))
    case 'text': return fc.oneof(fc.string(), fc.constantFrom(...key.solution as string[]))
    case 'cloze': return slots(ids(item.gaps), ['nonsense', ...Object.values(key.solution as Record<string, string[]>).flat()])
    case 'match': return slots(ids(item.left), ids(item.targets))
    case 'order': return fc.shuffledSubarray(ids(item.items))
    case 'sort': return slots(ids(item.items), ids(item.bins))
    case 'matrix': return fc.tuple(...item.rows.map(() => slots(ids(item.columns), ids(item.options)))).map(rows => Object.fromEntries(rows.map((row, index) => [item.rows[index]!.id, row])))
    case 'edges': return slots(ids(item.edges), ids(item.labels))
    case 'signs': return fc.tuple(...item.edges.map(() => fc.record({ sign: fc.constantFrom(...signs), passage: fc.constantFrom(...ids(item.passages), noPassage) }, { requiredKeys: [] })))
      .map(sides => Object.fromEntries(sides.flatMap((side, index) => Object.keys(side).length ? [[item.edges[index]!.id, { ...side }]] : []))) as fc.Arbitrary<Response>
    case 'place': return fc.tuple(...item.items.map(({ id }) => fc.record({ [id]: fc.oneof(fc.tuple(fc.double({ min: 42, max: 50, noNaN: true }), fc.double({ min: 38, max: 42, noNaN: true })), fc.constant((key.solution as Record<string, [number, number]>)[id]!)) }, { requiredKeys: [] }))).map(points => Object.assign({}, ...points) as Response)
    case 'essay': return fc.record({ text: fc.string(), met: fc.shuffledSubarray(ids(item.criteria)) }, { requiredKeys: [] })
    case 'cells': return fc.shuffledSubarray(Object.entries(item.cells).flatMap(([row, columns]) => Object.keys(columns).map(column => `${row}/${column}`)))
  }
}

describe.each(examples)('$kind', ({ exercise }) => {
  const { item, key } = exercise

  it('never throws, and earns between nothing and all, on any JSON', () => {
    fc.assert(fc.property(fc.oneof(anything(item), sensible(exercise)), (response) => {
      const result = grade(exercise, response)
      expect(result.earned).toBeGreaterThanOrEqual(0)
      expect(result.earned).toBeLessThanOrEqual(result.possible)
      expect(result.verdict).toBe(item.kind === 'essay' ? saysNothing(response) ? 'empty' : 'written' : result.earned === result.possible ? 'right' : result.earned > 0 ? 'partly' : result.verdict === 'empty' ? 'empty' : 'wrong')
      expect(result.feedback.every(id => key.feedback.some(feedback => feedback.id === id))).toBe(true)
      expect(result.reread.length > 0).toBe(result.verdict === 'wrong' || result.verdict === 'partly')
      isComplete(item, response)
    }), { numRuns: 500 })
  })

  it('grades the same response alike, and changes neither it nor the exercise', () => {
    fc.assert(fc.property(fc.oneof(anything(item), sensible(exercise)), (response) => {
      const before = JSON.stringify([response, exercise])
      expect(grade(exercise, response)).toEqual(grade(exercise, response))
      expect(JSON.stringify([response, exercise])).toBe(before)
    }))
  })

  it('does not mind in which order an object has its keys', () => {
    fc.assert(fc.property(sensible(exercise), (response) => {
      expect(grade(exercise, turned(response))).toEqual(grade(exercise, response))
    }))
  })

  it('gives the model response everything, in both languages', () => {
    for (const lang of ['en', 'zh'] as const) {
      const model = modelResponse(exercise, lang)
      expect(isComplete(item, model)).toBe(true)
      expect(grade(exercise, model)).toMatchObject({ verdict: item.kind === 'essay' ? 'written' : 'right', earned: grade(exercise, model).possible, reread: [] })
    }
  })

  it.each([['the empty response', emptyResponse(item)], ['null', null], ['undefined', undefined], ['an empty text', ''], ['an empty list', []], ['an empty map', {}]])('gives %s nothing', (_, response) => {
    expect(grade(exercise, response)).toMatchObject({ earned: 0, verdict: 'empty', feedback: [], reread: [], marks: {} })
    if (item.kind === 'essay') expect(grade(exercise, response).possible).toBe(0)
    else expect(grade(exercise, response).possible).toBeGreaterThan(0)
    expect(isComplete(item, response)).toBe(false)
  })

  it('is right only for a complete response', () => {
    fc.assert(fc.property(sensible(exercise), (response) => {
      if (grade(exercise, response).verdict === 'right') expect(isComplete(item, response)).toBe(true)
    }))
  })

  it('keeps what arrives through JSON as it was', () => {
    fc.assert(fc.property(sensible(exercise), (response) => {
      expect(grade(exercise, JSON.parse(JSON.stringify(response)))).toEqual(grade(exercise, response))
    }))
  })
})

/** Of an essay: no text with a letter or a figure in it. */
function saysNothing(response: unknown): boolean {
  const text = response !== null && typeof response === 'object' && !Array.isArray(response) && Object.hasOwn(response, 'text') ? (response as { text: unknown }).text : response
  return !((typeof text === 'string' && /[\p{L}\p{N}]/u.test(text)) || (typeof text === 'number' && Number.isFinite(text)))
}

const turned = (value: unknown): unknown => Array.isArray(value) || value === null || typeof value !== 'object' ? value
  : Object.fromEntries(Object.entries(value).reverse().map(([name, inner]) => [name, turned(inner)]))

describe('what is written freely is never graded', () => {
  const { exercise } = example('essay')
  const text = 'Keep the key.'
  it.each<[string, unknown, ReturnType<typeof grade>['verdict']]>([
    ['a text', { text }, 'written'],
    ['a text alone, as somebody writes it into a file', text, 'written'],
    ['a text and every tick', { text, met: ['names-it', 'costs-it', 'decides'] }, 'written'],
    ['a text and no tick', { text, met: [] }, 'written'],
    ['ticks without a text', { met: ['decides'] }, 'empty'],
    ['blanks', { text: ' \n ' }, 'empty'],
    ['the model answer itself', modelResponse(exercise), 'written'],
  ])('%s', (_, response, verdict) => {
    expect(grade(exercise, response)).toEqual({ earned: 0, possible: 0, marks: {}, verdict, feedback: [], reread: [] })
  })

  it('knows what is no tick of its own, and no field', () => {
    expect(misread(exercise.item, { text, met: ['decides', 'decides', 'costs'], mark: 3 }).map(({ at, wants }) => [at.join('.'), wants]))
      .toEqual([['mark', 'id'], ['met.1', 'once'], ['met.2', 'id']])
  })

  it('keeps a text as it stands while it is written', () => {
    expect(unfinished(exercise.item, { text: 'One line.\n\n', met: ['decides'] })).toEqual({ text: 'One line.\n\n' })
    expect([unfinished(exercise.item, {}), unfinished(exercise.item, { text: '' }), unfinished(exercise.item, null)]).toEqual([undefined, undefined, undefined])
  })
})

describe('partial credit never falls when something is put right', () => {
  const slotKinds: Kind[] = ['judge', 'cloze', 'match', 'sort', 'edges', 'place']
  it.each(slotKinds)('%s: a slot put right earns one more', (kind) => {
    const { exercise } = example(kind)
    const model = modelResponse(exercise) as Record<string, string>
    fc.assert(fc.property(sensible(exercise), fc.constantFrom(...Object.keys(model)), (response, slot) => {
      const before = grade(exercise, response)
      const after = grade(exercise, { ...(response as object), [slot]: model[slot] })
      expect(after.earned).toBe(before.earned + (before.marks[slot] === 'right' ? 0 : 1))
    }))
  })

  it('matrix: a cell put right earns one more', () => {
    const { exercise } = example('matrix')
    const model = modelResponse(exercise) as Record<string, Record<string, string>>
    fc.assert(fc.property(sensible(exercise), fc.constantFrom('valley', 'guild'), fc.constantFrom('treaty', 'lease'), (response, row, column) => {
      const grid = response as Record<string, Record<string, string>>
      const before = grade(exercise, grid)
      const after = grade(exercise, { ...grid, [row]: { ...grid[row], [column]: model[row]![column] } })
      expect(after.earned).toBe(before.earned + (before.marks[`${row}/${column}`] === 'right' ? 0 : 1))
    }))
  })

  it('signs: a part put right where one sign is accepted earns one more, a whole side put right earns two in all', () => {
    const { exercise } = example('signs')
    const solution = exercise.key.solution as Record<string, { sign: string, passage: string }[]>
    fc.assert(fc.property(sensible(exercise), fc.constantFrom('guild-league', 'valley-league'), fc.constantFrom('sign', 'passage'), fc.nat(1), (response, side, part, which) => {
      const grid = response as Record<string, Record<string, string>>
      const pairs = solution[side]!
      const before = grade(exercise, grid)
      const after = grade(exercise, { ...grid, [side]: { ...grid[side], [part]: pairs[which % pairs.length]![part as 'sign'] } })
      expect(after.earned).toBe(before.earned + (before.marks[`${side}/${part}`] === 'right' ? 0 : 1))
    }))
    fc.assert(fc.property(sensible(exercise), fc.constantFrom(...Object.keys(solution)), fc.nat(1), (response, side, which) => {
      const pairs = solution[side]!
      const before = grade(exercise, response)
      const own = ['sign', 'passage'].filter(part => before.marks[`${side}/${part}`] === 'right').length
      expect(grade(exercise, { ...(response as object), [side]: pairs[which % pairs.length]! }).earned).toBe(before.earned - own + 2)
    }))
  })

  it.each(['choices', 'cells'] as const)('%s: a right one added never costs, a wrong one added never pays', (kind) => {
    const { exercise } = example(kind)
    const right = exercise.key.solution as string[]
    const all = exercise.item.kind === 'choices' ? exercise.item.options.map(({ id }) => id) : ['valley/wants', 'valley/got', 'guild/wants', 'guild/got', 'league/wants', 'league/got']
    fc.assert(fc.property(fc.subarray(all), fc.constantFrom(...all), (said, more) => {
      if (said.includes(more)) return
      const [before, after] = [grade(exercise, said), grade(exercise, [...said, more])]
      expect(right.includes(more) ? after.earned >= before.earned : after.earned <= before.earned).toBe(true)
    }))
  })

  it('order: two neighbours put right never cost', () => {
    const { exercise } = example('order')
    const right = exercise.key.solution as string[]
    fc.assert(fc.property(fc.shuffledSubarray(right, { minLength: 2 }), fc.nat(), (said, where) => {
      const at = where % (said.length - 1)
      const [first, second] = [said[at]!, said[at + 1]!]
      if (right.indexOf(first) < right.indexOf(second)) return
      const mended = [...said.slice(0, at), second, first, ...said.slice(at + 2)]
      expect(grade(exercise, mended).earned).toBeGreaterThanOrEqual(grade(exercise, said).earned)
    }))
  })
})

/** [kind, response, earned, possible, marks] */
const rules: [Kind, string, unknown, number, number, Record<string, string>][] = [
  ['choice', 'the right option', 'passage', 1, 1, { passage: 'right' }],
  ['choice', 'a wrong option', 'salt', 0, 1, { salt: 'wrong' }],
  ['choice', 'spaces around an id', ' passage ', 1, 1, { passage: 'right' }],
  ['choices', 'one of two', ['no-toll'], 1, 2, { 'no-toll': 'right', 'own-guards': 'missed' }],
  ['choices', 'one right, one wrong', ['no-toll', 'avalanche'], 0, 2, { 'no-toll': 'right', 'avalanche': 'wrong', 'own-guards': 'missed' }],
  ['choices', 'everything', ['no-toll', 'own-guards', 'avalanche', 'higher-toll'], 0, 2, { 'no-toll': 'right', 'own-guards': 'right', 'avalanche': 'wrong', 'higher-toll': 'wrong' }],
  ['choices', 'one of two, twice', ['no-toll', 'no-toll'], 1, 2, { 'no-toll': 'right', 'own-guards': 'missed' }],
  ['judge', 'one of three', { 'king': 'not-stated', 'toll-paid': 'contradicted' }, 1, 3, { 'king': 'right', 'toll-paid': 'wrong' }],
  ['number', 'within the tolerance', 23.83, 1, 1, { number: 'right' }],
  ['number', 'on its edge', 23.84, 1, 1, { number: 'right' }],
  ['number', 'beyond it', 23.85, 0, 1, { number: 'wrong' }],
  ['text', 'traditional characters', '凱爾', 1, 1, { text: 'right' }],
  ['text', 'the other town', 'Mira', 0, 1, { text: 'wrong' }],
  ['cloze', 'one gap of two', { year: '1880年' }, 0, 2, { year: 'wrong' }],
  ['cloze', 'a number in a gap', { year: 1880 }, 1, 2, { year: 'right' }],
  ['match', 'two of three', { valley: 'shut', guild: 'snowed', league: 'robbed' }, 2, 3, { valley: 'right', guild: 'wrong', league: 'right' }],
  ['order', 'reversed', ['lease', 'treaty', 'shut-gate', 'first-mule'], 0, 4, { 'lease': 'wrong', 'treaty': 'wrong', 'shut-gate': 'wrong', 'first-mule': 'wrong' }],
  ['order', 'two neighbours changed', ['first-mule', 'treaty', 'shut-gate', 'lease'], 2.67, 4, { 'first-mule': 'right', 'treaty': 'wrong', 'shut-gate': 'wrong', 'lease': 'right' }],
  ['order', 'the first put last', ['shut-gate', 'treaty', 'lease', 'first-mule'], 0, 4, { 'shut-gate': 'right', 'treaty': 'right', 'lease': 'wrong', 'first-mule': 'wrong' }],
  ['order', 'three of four placed', ['first-mule', 'shut-gate', 'lease'], 2, 4, { 'first-mule': 'right', 'shut-gate': 'right', 'lease': 'right' }],
  ['matrix', 'a row', { guild: { treaty: 'neither', lease: 'gains' } }, 2, 4, { 'guild/treaty': 'right', 'guild/lease': 'right' }],
  ['cells', 'one found', ['guild/got'], 1, 2, { 'guild/got': 'right', 'league/wants': 'missed' }],
  ['signs', 'either sign, each with a passage that bears it', { 'guild-valley': { sign: '-', passage: 'winter' }, 'guild-league': { sign: '+', passage: 'thieves' } }, 4, 6, { 'guild-valley/sign': 'right', 'guild-valley/passage': 'right', 'guild-league/sign': 'right', 'guild-league/passage': 'right' }],
  ['signs', 'a sign that is accepted with a passage that bears the other', { 'guild-valley': { sign: '-', passage: 'by-the-mule' } }, 1, 6, { 'guild-valley/sign': 'right', 'guild-valley/passage': 'wrong' }],
  ['signs', 'a sign alone', { 'guild-league': { sign: '+' } }, 1, 6, { 'guild-league/sign': 'right' }],
  ['signs', 'a passage alone', { 'guild-valley': { passage: 'winter' } }, 1, 6, { 'guild-valley/passage': 'right' }],
  ['signs', 'not said, with a passage', { 'valley-league': { sign: '0', passage: 'escorts' } }, 1, 6, { 'valley-league/sign': 'right', 'valley-league/passage': 'wrong' }],
  ['signs', 'silence where the source speaks', { 'guild-league': { sign: '0', passage: 'none' } }, 0, 6, { 'guild-league/sign': 'wrong', 'guild-league/passage': 'wrong' }],
  ['signs', 'a minus as typed, a zero as read', { 'guild-valley': { sign: '−' }, 'guild-league': { sign: ' ＋ ' }, 'valley-league': { sign: 0 } }, 3, 6, { 'guild-valley/sign': 'right', 'guild-league/sign': 'right', 'valley-league/sign': 'right' }],
  ['place', 'one near enough, one not', { upper: [45.2, 40.6], harbour: [47.6, 40] }, 1, 2, { upper: 'right', harbour: 'wrong' }],
  ['place', 'one alone', { harbour: [48, 40.2] }, 1, 2, { harbour: 'right' }],
  ['place', 'north before east', { upper: [40.5, 45] }, 0, 2, { upper: 'wrong' }],
  ['place', 'no point of the earth', { upper: [45, 100], harbour: [48, 40] }, 1, 2, { harbour: 'right' }],
  ['sort', 'prototype keys', JSON.parse('{"__proto__": "judgement", "constructor": "judgement", "fair": "judgement"}'), 1, 3, { fair: 'right' }],
]

describe('the rule of each kind', () => {
  it.each(rules)('%s: %s', (kind, _, response, earned, possible, marks) =>
    expect(grade(example(kind).exercise, response)).toMatchObject({ earned, possible, marks }))

  it('edges: one relation of three', () => {
    const { exercise } = example('edges')
    const escort = (exercise.key.solution as Record<string, string>)['league-guild']
    expect(grade(exercise, { 'league-guild': escort, 'guild-valley': escort })).toMatchObject({ earned: 1, possible: 3, marks: { 'league-guild': 'right', 'guild-valley': 'wrong' } })
  })
})

describe('along the earth', () => {
  it.each<[string, [number, number], [number, number], number, number]>([
    ['a degree of latitude', [45, 40], [45, 41], 111.2, 0.05],
    ['a degree of longitude at 60° north', [0, 60], [1, 60], 55.6, 0.05],
    ['over the date line', [179.5, 0], [-179.5, 0], 111.2, 0.05],
    ['from pole to pole', [0, 90], [0, -90], 20015, 1],
    ['Baku to Nakhchivan', [49.89, 40.38], [45.41, 39.21], 404, 1],
  ])('%s', (_, one, other, km, precision) => expect(Math.abs(kilometres(one, other) - km)).toBeLessThan(precision))

  it('is the same both ways, and no distance is nothing', () => {
    const point = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
    fc.assert(fc.property(point, point, (one, other) => {
      expect(kilometres(one, other)).toBeCloseTo(kilometres(other, one), 6)
      expect(kilometres(one, one)).toBe(0)
    }))
  })

  it('between places that feedback names, the nearest fires; what is right hears nothing', () => {
    const { exercise } = example('place')
    const fired = (upper: [number, number]) => grade(exercise, { upper }).feedback
    expect(fired([46, 39.5])).toEqual(['its-gate'])
    expect(fired([47.2, 40.9])).toEqual(['wool-market'])
    expect(fired([47.25, 41.4])).toEqual([])
    expect(fired([45.05, 40.45])).toEqual([])
  })
})

describe('what to reread', () => {
  it.each<[string, Kind, unknown, string[]]>([
    ['the claims of the chosen option', 'choice', 'ground', ['varga-2031/ground-kept']],
    ['the claims of what was missed too', 'choices', ['avalanche', 'own-guards'], ['varga-2031/loads', 'varga-2031/toll']],
    ['the claims of the wrong slot only', 'match', { valley: 'shut', guild: 'snowed', league: 'robbed' }, ['varga-2031/road-empty']],
    ['the claims of the exercise where parts have none', 'number', 20, ['varga-2031/salt-loads']],
    ['the claims of the exercise where nothing is wrong but something open', 'match', { valley: 'shut' }, ['varga-2031/bargain']],
    ['the claims of a side', 'signs', { 'guild-valley': { sign: '+', passage: 'by-the-mule' }, 'guild-league': { sign: '+', passage: 'escorts' }, 'valley-league': { sign: '-', passage: 'escorts' } }, ['varga-2031/seat']],
    ['the claims of what lies elsewhere', 'place', { upper: [45, 40.5], harbour: [45, 40] }, ['varga-2031/salt-loads']],
    ['the claims of a cell', 'cells', ['valley/got', 'guild/got', 'league/wants'], ['varga-2031/valley-wants']],
  ])('%s', (_, kind, response, claims) => expect(grade(example(kind).exercise, response).reread).toEqual(claims))

  it('the texts from outside that an exercise names, in place of all these', () => {
    const { item, key } = example('choice').exercise
    expect(grade({ item, key: { ...key, reread: ['mill-1874/toll'] } } as Exercise, 'ground').reread).toEqual(['mill-1874/toll'])
  })
})

it('accepted forms are folded once, however many answer', () => {
  const { exercise } = example('cloze') as unknown as { exercise: ExerciseOf<'cloze'> }
  const forms = Object.values(exercise.key.solution).flat()
  const asked: string[] = []
  const counting = (text: string) => { asked.push(text); return text.toLowerCase() }
  for (let student = 0; student < 50; student++) cloze.points({ year: `nobody ${student}`, who: `no one ${student}` }, exercise, counting)
  expect(asked.filter(text => forms.includes(text)).sort()).toEqual([...forms].sort())
  expect(asked).toHaveLength(forms.length + 100)
})
