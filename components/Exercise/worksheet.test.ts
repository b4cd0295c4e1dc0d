// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { asIds } from '#assess/ids'
import { sheetOf } from '#assess/sheet'
import { languages, type Kind, type Language } from '#schema'
import { corpus, example } from '../../src/grading/examples/examples.ts'
import { host, put, putAway } from '../fixture.ts'
import Exercise from './Exercise.vue'

afterEach(putAway)

const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const on = (kind: Kind, lang: Language) => put(Exercise, { id: `salt/${kind}` }, host({ lang, medium: 'paper', sheet: 'worksheet' })).element as Element

/** The letters of a worksheet with the words printed beside them. */
function lettersOn(kind: Kind, lang: Language): [letter: string, text: string][] {
  const lines = [...on(kind, lang).querySelectorAll('.options > .option, .legend > li, .passages > li')]
  return lines.map((line): [string, string] => {
    const letter = words(line.querySelector('.letter'))
    return [letter, words(line).slice(words(line).indexOf(letter) + letter.length).trim()]
  })
}

/** What an answer file means by a letter: the words of that option. */
function meantBy(kind: Kind, letter: string, lang: Language): string {
  const { item } = example(kind).exercise
  const sheet = sheetOf(item, corpus)
  const [row] = sheet.rows
  const written: Record<string, unknown> = { choice: letter, choices: [letter], signs: { 1: { passage: letter } }, matrix: { [row?.id ?? '']: { [sheet.columns[0]?.id ?? '']: letter } } }
  const { response } = asIds(item, sheet, written[kind] ?? { [row!.id]: letter })
  const id = JSON.stringify(response).match(/"([^"]+)"[^"]*$/)![1]!
  return sheet.options.find(option => option.id === id)?.text[lang] ?? `nothing: ${id}`
}

describe.each(languages)('a letter means in an answer file what stands beside it on the worksheet (%s)', (lang) => {
  it.each<Kind>(['choice', 'choices', 'match', 'sort', 'edges', 'matrix', 'signs'])('%s', (kind) => {
    const printed = lettersOn(kind, lang).filter(([letter]) => letter.length === 1 && /[A-Z]/.test(letter))
    const { options } = sheetOf(example(kind).exercise.item, corpus)
    // Few short words stand above their columns, in the same order and without letters.
    const heads = [...on(kind, lang).querySelectorAll('.heads > *')].map(words)
    const isWords = on(kind, lang).querySelector('[data-labels="words"], [data-labels="above"]') !== null
    if (isWords) expect(heads.length ? heads : options.map(({ text }) => text[lang])).toEqual(options.map(({ text }) => text[lang]))
    else expect(printed.length).toBe(kind === 'signs' ? options.length - 1 : options.length)
    for (const [letter, text] of printed) expect(meantBy(kind, letter, lang).replace(/[*_`]/g, ''), letter).toBe(text)
  })

  it('judge: the words above the columns are understood', () => {
    const heads = [...on('judge', lang).querySelectorAll('.heads > *, .legend > li')].map(words)
    const { item } = example('judge').exercise
    const sheet = sheetOf(item, corpus)
    const meant = heads.map(head => (asIds(item, sheet, { [sheet.rows[0]!.id]: head.replace(/^[A-C]\s*(?=\p{Lu}|\p{Script=Han})/u, '') }).response as Record<string, string>)[sheet.rows[0]!.id])
    expect(meant).toEqual(['supported', 'contradicted', 'not-stated'])
  })

  it.each<Kind>(['edges', 'signs', 'place'])('%s: the number of a row is the row that has it', (kind) => {
    const { item } = example(kind).exercise
    const sheet = sheetOf(item, corpus)
    const numbers = [...on(kind, lang).querySelectorAll('.row, .side-row, .things li')].map(row => words(row.querySelector('.number')))
    expect(numbers).toEqual(sheet.rows.map((_, index) => String(index + 1)))
    const { response } = asIds(item, sheet, Object.fromEntries(numbers.map(number => [number, 'x'])))
    expect(Object.keys(response as object)).toEqual(sheet.rows.map(({ id }) => id))
  })
})
