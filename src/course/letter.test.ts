import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { letters, nearest, readYaml } from './letter.ts'

const Road = z.strictObject({
  name: z.strictObject({ en: z.string(), zh: z.string() }),
  kind: z.enum(['rail', 'pipeline']),
  built: z.union([z.literal('never'), z.strictObject({ year: z.number() })]),
})

const road = (lines: string) => {
  const { file, problems } = readYaml(lines, 'roads.yaml')
  if (problems.length) return problems.map(({ line, message }) => `${line}: ${message}`)
  const parsed = Road.safeParse(file.value)
  return parsed.success ? [] : letters(parsed.error, file.value, 'roads.yaml', file.lineOf).map(({ line, message }) => `${line}: ${message}`)
}

describe('a letter to the author', () => {
  it.each([
    ['nothing wrong', 'name: {en: Salt, zh: 盐}\nkind: rail\nbuilt: never', []],
    ['a word that is nearly one of the known ones', 'name: {en: Salt, zh: 盐}\nkind: pipelin\nbuilt: never', [/^2: kind: read "pipelin", expected.*"rail".*"pipeline"; did you mean "pipeline"\?$/]],
    ['a missing language', 'name:\n  en: Salt\nkind: rail\nbuilt: never', [/^1: name\.zh: read nothing, expected string/]],
    ['an unknown field, on its own line', 'name: {en: Salt, zh: 盐}\nkind: rail\nlength: 3\nbuilt: never', [/^3: the file: unknown field "length"$/]],
    ['the branch that was meant', 'name: {en: Salt, zh: 盐}\nkind: rail\nbuilt: {year: old}', [/^3: built\.year: read "old", expected number/]],
    ['neither branch', 'name: {en: Salt, zh: 盐}\nkind: rail\nbuilt: soon', [/^3: built: read "soon", expected/]],
    ['two of the same field', 'kind: rail\nkind: rail', [/^2: cannot read this as YAML/]],
    ['an alias', 'a: &a [1]\nb: *a', [/cannot read this as YAML/]],
  ])('%s', (_name, yaml, expected) => {
    const read = road(yaml)
    expect(read).toHaveLength(expected.length)
    expected.forEach((pattern, index) => expect(read[index]).toMatch(pattern))
  })

  it.each([
    ['secruity', ['sovereignty', 'security'], 'security'],
    ['corridor/three-vertexes', ['corridor/three-vertices', 'corridor/order-of-events'], 'corridor/three-vertices'],
    ['zzz', ['security'], undefined],
  ])('nearest to %s', (read, known, word) => expect(nearest(read, known)).toBe(word))
})
