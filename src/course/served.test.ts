import { expect, it } from 'vitest'
import { corpus, example } from '../grading/examples/examples.ts'
import type { Course } from './course.ts'
import { drawingsOf } from './drawings.ts'
import { inLanguage, missingDrawings, served, servedNames } from './served.ts'

const text = { en: 'x', zh: 'x' }
const deck = (lang: string) => ({ lecture: 'salt', lang, slides: [{ id: 'a', number: 1, layout: 'framework', headline: lang === 'en' ? 'Salt' : '盐', note: { say: 'word '.repeat(240) }, does: 'Alone · 3 minutes', tags: [{ name: 'Framework', attributes: { id: 'salt/watches', as: 'mermaid' }, line: 1 }] }] })
const { id, file, exercise } = example('number')
const course = {
  ...corpus, claims: {}, sources: { 'varga-2031': { short: text }, 'nobody-1999': { short: text } }, themes: {}, terms: {}, tensions: {}, models: {}, arguments: {}, stances: {}, places: {}, routes: {}, actors: {}, extents: {}, locks: {}, drafts: [],
  decks: [deck('en'), deck('zh')],
  syllabus: { title: { en: 'Roads', zh: '路' }, version: '1', cite: text, about: { en: '{Lectures} lectures', zh: '共{lectures}讲' }, lectures: { salt: { title: { en: 'The salt road', zh: '盐路' }, short: text, question: text, sources: [], outcomes: {} }, sea: { title: { en: 'The sea', zh: '海' }, short: text, question: text, sources: [], outcomes: {} } } },
  exercises: { [id]: exercise }, exerciseFiles: { [id]: file },
} as unknown as Course
const nothingDrawn = { find: () => undefined, keep: () => {} }
const drawn = { find: () => '<svg/>', keep: () => {} }

it.each([
  [{ en: 'a', zh: '甲' }, { en: 'a' }],
  [{ en: 'a', zh: '甲', ru: 'а' }, { en: 'a', zh: '甲', ru: 'а' }],
  [[{ says: { en: 'a', zh: '甲' } }, 3, null], [{ says: { en: 'a' } }, 3, null]],
  [{ en: [{ tag: 'Chart' }], zh: [] }, { en: [{ tag: 'Chart' }] }],
])('in English %j is %j', (value, expected) => expect(inLanguage(value, 'en')).toEqual(expected))

it('every deck has its three files, and the course one a language', () => {
  expect(servedNames(course)).toEqual(['course/overview.en', 'course/overview.zh', 'data/salt.en', 'keys/salt.en', 'diagrams/salt.en', 'data/salt.zh', 'keys/salt.zh', 'diagrams/salt.zh'])
  for (const name of servedNames(course)) expect(served(course, name, drawn), name).toBeDefined()
})
it('the ground of a map is there once, for all lectures that show it', () => {
  const { id, file, exercise } = example('place')
  const laid = { middle: [46.58, 40.22], parallels: [39, 41.5], scale: 6220 }
  const extents = { 'unseen': { name: text, laid, step: 1 }, 'south-caucasus': { name: text, laid, step: 0.05 } }
  const shown = { ...course, ...corpus, extents, exercises: { [id]: exercise }, exerciseFiles: { [id]: file } } as unknown as Course
  expect(servedNames(shown).filter(name => name.startsWith('ground/'))).toEqual(['ground/south-caucasus'])
  expect(served(shown, 'ground/south-caucasus', drawn)).toEqual({ land: expect.stringMatching(/^M.*Z$/) as string, borders: expect.stringMatching(/^M/) as string })
  expect(JSON.stringify(served(shown, 'data/salt.en', drawn))).not.toContain('"land"')
})
it.each(['ground/atlantis', 'data/sea.en', 'data/salt.ru', 'nothing/salt.en', 'course/salt.en', '../salt.en'])('%s is no file of the course', name => expect(served(course, name, drawn)).toBeUndefined())

it('a lecture has its own part of the syllabus, the sources it rests on, and one language', () => {
  const data = served(course, 'data/salt.zh', drawn) as { syllabus: { lectures: object }, sources: object, total: number, slides: { headline: object }[] }
  expect(Object.keys(data.syllabus.lectures)).toEqual(['salt'])
  expect(data.total).toBe(2)
  expect(Object.keys(data.sources)).not.toContain('nobody-1999')
  expect(data.slides[0]!.headline).toEqual({ zh: '盐' })
})
it('the unit of a number is there in both languages: an answer may use either', () => {
  const { items } = served(course, 'data/salt.en', drawn) as { items: Record<string, { unit: object }> }
  expect(Object.keys(items[id]!.unit)).toEqual(['en', 'zh'])
})
it('the start page has every lecture, and says which can be opened', () => {
  expect(served(course, 'course/overview.en', drawn)).toMatchObject({ name: { en: 'Roads' }, about: { en: 'Two lectures' } })
  expect((served(course, 'course/overview.en', drawn) as { lectures: object[] }).lectures).toMatchObject([{ id: 'salt', title: { en: 'The salt road' }, isReady: true }, { id: 'sea', isReady: false }])
})
it('diagrams are those that were drawn; what nobody drew is named', () => {
  expect(drawingsOf(course, 'salt', 'en').length).toBeGreaterThan(0)
  expect(Object.values(served(course, 'diagrams/salt.en', drawn) as object)).toContain('<svg/>')
  expect(served(course, 'diagrams/salt.en', nothingDrawn)).toEqual({})
  expect(missingDrawings(course, drawn)).toEqual([])
  expect(missingDrawings(course, nothingDrawn)).toEqual(expect.arrayContaining(['salt/watches (en)']))
})
