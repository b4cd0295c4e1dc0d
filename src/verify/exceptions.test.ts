import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Problem } from '#course'
import { readCourse } from '#course/disk'
import { diskFolder, edited, readOnce } from '#course/folder'
import { misplaced, withExceptions } from './exceptions.ts'
import { defineRule, type Outcome } from './rule.ts'

const tiny = readOnce(diskFolder(fileURLToPath(new URL('../../tests/tiny-course', import.meta.url))))
const deck = 'slides/ferry.en.md'
const claims = 'corpus/claims/lin-du-2026.yaml'

/** The tiny course with these exceptions. */
const courseWith = (...exceptions: string[]) => readCourse(edited(tiny, { 'corpus/style.yaml': `exceptions:\n${exceptions.map(each => `  - { ${each}, reason: older }\n`).join('')}` }))
const asIs = readCourse(tiny)
const ofWords = defineRule({ name: 'words', description: '', allowsExceptions: true, check: () => ({ checked: 1, problems: [] }) })
const ofTruth = defineRule({ name: 'truth', description: '', check: () => ({ checked: 1, problems: [] }) })

/** A problem on the second line of a slide, or on that of a claim. */
const onSlide = (id: string): Problem => ({ path: deck, line: asIs.decks.find(({ path }) => path === deck)!.slides.find(slide => slide.id === id)!.line + 1, message: id })
const atClaim = (id: string, field: string): Problem => ({ ...asIs.place('claims', id, [field]), message: id })
const told = (outcome: Outcome) => [...outcome.problems, ...outcome.warnings ?? []].map(({ message }) => message)

test('lets a whole file stand, problems and warnings, and nothing elsewhere', () => {
  const course = courseWith(`rule: words, path: ${deck}`)
  const outcome = { checked: 3, problems: [onSlide('line'), atClaim('lin-du-2026/no-term', 'says')], warnings: [onSlide('opening')] }
  expect(told(withExceptions(course, ofWords, outcome))).toEqual(['lin-du-2026/no-term'])
})

test('lets one slide stand and one claim, not those beside them', () => {
  const course = courseWith(`rule: words, path: ${deck}, id: line`, `rule: words, path: ${claims}, id: lin-du-2026/no-term`)
  const outcome = { checked: 4, problems: [onSlide('opening'), onSlide('line'), atClaim('lin-du-2026/no-term', 'kind'), atClaim('lin-du-2026/dark-first', 'kind')] }
  expect(told(withExceptions(course, ofWords, outcome))).toEqual(['opening', 'lin-du-2026/dark-first'])
})

test('an exception that lets nothing stand is a problem on its own line, a warning alone does not need one', () => {
  const course = courseWith(`rule: words, path: ${deck}, id: opening`, `rule: words, path: ${deck}, id: line`)
  const { problems } = withExceptions(course, ofWords, { checked: 1, problems: [onSlide('opening')], warnings: [onSlide('line')] })
  expect(problems).toEqual([{ path: 'corpus/style.yaml', line: 3, message: expect.stringMatching(/`words` reports of "line" in slides\/ferry\.en\.md needs this exception; take it out/) as string }])
})

test('of a rule that looked at nothing, or another rule, nobody can tell whether an exception is needed', () => {
  const course = courseWith(`rule: words, path: ${deck}`)
  expect(withExceptions(course, ofWords, { checked: 0, problems: [] }).problems).toEqual([])
  expect(withExceptions(course, { ...ofWords, name: 'others' }, { checked: 1, problems: [] }).problems).toEqual([])
  const unreadable = readCourse(edited(tiny, { 'corpus/style.yaml': `exceptions: [{ rule: words, path: ${deck}, reason: older }]`, [claims]: 'no-term: 3\n' }))
  expect(withExceptions(unreadable, ofWords, { checked: 1, problems: [] }).problems).toEqual([])
})

test('a rule of truth has none, and an exception from it, or from what is no rule, is a problem', () => {
  const course = courseWith(`rule: truth, path: ${deck}`, `rule: wrods, path: ${deck}`)
  expect(told(withExceptions(course, ofTruth, { checked: 1, problems: [onSlide('line')] }))).toEqual(['line'])
  expect(misplaced(course, [ofWords, ofTruth])).toEqual([
    { path: 'corpus/style.yaml', line: 2, message: 'the rule "truth" has no exceptions; there are some from words' },
    { path: 'corpus/style.yaml', line: 3, message: 'no rule "wrods"; did you mean "words"?' },
  ])
})
