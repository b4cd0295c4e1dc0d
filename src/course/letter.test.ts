import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { letters, nearest } from './letter.ts'
import { readYaml } from './yaml.ts'

const Names = z.strictObject({ en: z.string(), zh: z.string() })
const Road = z.strictObject({
  name: Names,
  kind: z.enum(['rail', 'pipeline']),
  built: z.union([z.literal('never'), z.strictObject({ year: z.number() })]),
  lanes: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  stops: z.record(z.string().regex(/^[a-z]+$/, 'expected a slug such as "pass"'), z.strictObject({ name: Names, hint: Names.optional() })).optional(),
  toll: z.discriminatedUnion('by', [z.strictObject({ by: z.literal('weight'), tonnes: z.number().positive() }), z.strictObject({ by: z.literal('head') })]).optional(),
  line: z.int().positive().optional(),
  open: z.boolean().optional(),
  sources: z.array(z.string().min(1)).min(2).optional(),
  date: z.string().regex(/^\d{4}$/, 'expected a quoted year: "2025"').optional(),
}).refine(road => road.kind !== 'pipeline' || !road.lanes, { message: 'a pipeline has no lanes', path: ['lanes'] })

const right = { name: 'name: {en: Salt, zh: 盐}', kind: 'kind: rail', built: 'built: never' }
/** A road with these lines instead of, or beside, the right ones. */
const road = (lines: Partial<Record<string, string>>) => Object.values({ ...right, ...lines }).filter(Boolean).join('\n')
const said = (yaml: string) => {
  const { file } = readYaml(yaml, 'roads.yaml')
  const parsed = Road.safeParse(file.value)
  return parsed.success ? [] : letters(parsed.error, file.value, 'roads.yaml', file.lineOf, [], Road).map(({ line, message }) => `${line}: ${message}`)
}

describe('what a file says wrong is told in our words', () => {
  it.each<[string, Partial<Record<string, string>>, string[]]>([
    ['nothing wrong', {}, []],
    ['a word that is nearly one of the known ones', { kind: 'kind: pipelin' }, ['2: kind: read "pipelin", expected "rail" or "pipeline"; did you mean "pipeline"?']],
    ['a missing text', { name: 'name: {en: Salt}' }, ['1: name.zh: the Chinese text is missing']],
    ['a missing English text', { name: 'name: {zh: 盐}' }, ['1: name.en: the English text is missing']],
    ['a missing text in both languages', { name: '' }, ['1: name: missing; expected a text in both languages: { en: …, zh: … }']],
    ['a missing word of a list', { kind: '' }, ['1: kind: missing; expected "rail" or "pipeline"']],
    ['an unknown field, on its own line', { more: 'length: 3' }, ['4: length: unknown field; there is name, kind, built, lanes, stops, toll, line, open, sources, date']],
    ['a comma in a text between braces', { name: 'name: {en: He, she, zh: 盐}' }, ['1: name.she: unknown field; inside { } a comma ends a text: put the text in quotes, { en: "…, she" }']],
    ['a field misspelt', { more: 'lnes: 3' }, ['4: lnes: unknown field; did you mean "lanes"?']],
    ['a field misspelt that is wanted: one problem', { name: 'nmae: {en: Salt, zh: 盐}' }, ['1: nmae: unknown field; did you mean "name"?']],
    ['a field misspelt in a record', { more: 'stops:\n  pass:\n    name: {en: Pass, zh: 关}\n    hnit: {en: a, zh: b}' }, ['7: stops.pass.hnit: unknown field; did you mean "hint"?']],
    ['the branch that was meant', { built: 'built: {year: old}' }, ['3: built.year: read "old", expected a number']],
    ['the map that was meant', { built: 'built: {yaer: 1990}' }, ['3: built.yaer: unknown field; did you mean "year"?']],
    ['neither branch', { built: 'built: soon' }, ['3: built: read "soon", expected "never", or a map']],
    ['one figure too high', { more: 'lanes: 7' }, ['4: lanes: read 7, expected 1, 2 or 3']],
    ['a kind misspelt', { more: 'toll: {by: wieght, tonnes: 2}' }, ['4: toll.by: read "wieght", expected "weight" or "head"; did you mean "weight"?']],
    ['a kind left out', { more: 'toll: {tonnes: 2}' }, ['4: toll.by: missing; expected "weight" or "head"']],
    ['a field of another kind', { more: 'toll: {by: weight, tones: 2}' }, ['4: toll.tones: unknown field; did you mean "tonnes"?']],
    ['a figure that is not positive', { more: 'toll: {by: weight, tonnes: -2}' }, ['4: toll.tonnes: read -2, expected more than 0']],
    ['half a line', { more: 'line: 1.5' }, ['4: line: read 1.5, expected a whole number']],
    ['a word for yes', { more: 'open: yes' }, ['4: open: read "yes", expected true or false']],
    ['a number for a text', { name: 'name: {en: 1999, zh: 盐}' }, ['1: name.en: read 1999, expected a text; put it in quotes: "1999"']],
    ['a text for a map', { name: 'name: Salt' }, ['1: name: read "Salt", expected a map']],
    ['a list too short', { more: 'sources: [one]' }, ['4: sources: read ["one"], expected at least 2 items']],
    ['an empty text', { more: 'sources: [one, ""]' }, ['4: sources.1: read "", expected a text that is not empty']],
    ['a form with a sentence of its own', { more: 'date: "19"' }, ['4: date: read "19", expected a quoted year: "2025"']],
    ['a name that may not stand there', { more: 'stops:\n  Pass 1: {name: {en: Pass, zh: 关}}' }, ['5: stops.Pass 1: "Pass 1" is no name that may stand here: expected a slug such as "pass"']],
    ['a rule of the schema itself', { kind: 'kind: pipeline', more: 'lanes: 2' }, ['4: lanes: a pipeline has no lanes']],
  ])('%s', (_what, lines, expected) => expect(said(road(lines))).toEqual(expected))

  it('no word of the schema library reaches the author', () => {
    const anything = [null, 7, 'x', [], {}, { name: 1, kind: 1, built: {}, lanes: [], stops: { A: 1 }, toll: 3, line: 'x', open: 1, sources: {}, date: 1 }]
    for (const value of anything) {
      const parsed = Road.safeParse(value)
      const messages = letters(parsed.error!, value, 'roads.yaml', () => 1, [], Road).map(({ message }) => message).join('\n')
      expect(messages).not.toMatch(/invalid|received|undefined|discriminator|unrecognized|too (?:small|big)|string|object|array/i)
      expect(messages.length).toBeGreaterThan(10)
    }
  })
})

describe('the nearest known word', () => {
  it.each([
    ['secruity', ['sovereignty', 'security'], 'security'],
    ['corridor/three-vertexes', ['corridor/three-vertices', 'corridor/order-of-events'], 'corridor/three-vertices'],
    ['zzz', ['security'], undefined],
  ])('nearest to %s', (read, known, word) => expect(nearest(read, known)).toBe(word))
})
