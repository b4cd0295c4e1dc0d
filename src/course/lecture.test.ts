import { expect, it } from 'vitest'
import { corpus, example } from '../grading/examples/examples.ts'
import type { Extent } from '#schema'
import type { Course } from './course.ts'
import { lectureData, lectureKeys } from './lecture.ts'

const { id, file, exercise } = example('signs')
const named = (name: string) => ({ en: name, zh: name })
const extents: Record<string, Extent> = {
  'region': { name: named('Region'), laid: { middle: [56, 44.6], parallels: [38, 55], scale: 735 }, step: 0.25 },
  'south-caucasus': { name: named('South Caucasus'), laid: { middle: [46.58, 40.22], parallels: [39, 41.5], scale: 6220 }, step: 0.05, countries: ['051'] },
  'eurasia': { name: named('Eurasia'), bounds: { west: -10, south: 18, east: 142, north: 62 }, step: 1 },
}
const course = {
  ...corpus, claims: {}, sources: {}, actors: {}, themes: {}, terms: {}, tensions: {}, models: { 'salt/watches': { view: 'signed-graph', framework: 'salt/watches' } }, arguments: {}, stances: {}, extents, places: {}, routes: {}, locks: {}, decks: [],
  syllabus: { title: { en: 'x', zh: 'x' }, version: '1', cite: { en: 'x', zh: 'x' }, lectures: {} },
  exercises: { [id]: exercise }, exerciseFiles: { [id]: file },
} as unknown as Course
const withSlide = (name: string) => ({ ...course, decks: [{ lecture: 'salt', lang: 'en', slides: [{ id: 'a', number: 1, layout: 'framework', headline: 'A', note: {}, tags: [{ name, attributes: { id: 'salt/watches' }, line: 1 }] }] }] }) as unknown as Course

it('what bears the sides of a triad goes along only where a slide shows it', () => {
  expect(JSON.stringify(lectureData(course, 'salt').frameworks['salt/watches'])).not.toContain('bears')
  expect(JSON.stringify(lectureData(course, 'salt'))).not.toContain('"minus"')
  for (const tag of ['Framework', 'Explorer']) expect(lectureData(withSlide(tag), 'salt').frameworks['salt/watches']!.edges['no-word']!.bears).toEqual({ plus: [], minus: [] })
})

it('the framework of an exercise goes along with it, whichever lecture it is of', () => {
  const borrowing = { ...withSlide('Exercise'), exercises: { 'silk/signs': { ...exercise, item: { ...exercise.item, id: 'silk/signs', lecture: 'silk' } } } } as unknown as Course
  expect(Object.keys(lectureData(borrowing, 'silk').frameworks)).toEqual(['salt/watches'])
})

it('why an answer is right travels with the keys, never with the data', () => {
  const asked = withSlide('Exercise')
  const sentence = exercise.key.why.en.slice(0, 40)
  expect(JSON.stringify(lectureData(asked, 'salt'))).not.toContain(sentence)
  expect(JSON.stringify(lectureKeys(asked, 'salt'))).toContain(sentence)
})

it('what settles a bet travels with the keys, never with the data', () => {
  const text = { en: 'x', zh: 'x' }
  const stance = { question: text, scale: { from: text, to: text, places: 7 }, pair: [{ says: text, claims: ['a/b'] }, { says: text, claims: ['c/d'] }], bet: { says: text, holds: false, because: { en: 'for this reason', zh: '因为' }, claims: ['a/b'] }, reader: text }
  const taken = { ...withSlide('Exercise'), stances: { 'salt/gate': stance, 'silk/veil': stance } } as unknown as Course
  const data = lectureData(taken, 'salt')
  expect(Object.keys(data.stances)).toEqual(['salt/gate'])
  expect(data.stances['salt/gate']!.bet).toEqual({ says: text })
  expect(JSON.stringify(data)).not.toMatch(/"holds"|for this reason/)
  expect(lectureKeys(taken, 'salt')['stances/salt/gate']).toEqual({ kind: 'stance', holds: false, because: stance.bet.because, claims: ['a/b'] })
  expect(lectureKeys(taken, 'salt')).not.toHaveProperty(['stances/silk/veil'])
})

it('an exercise on a map brings its extent and its places, and where they lie only as the map has them', () => {
  const { id, file, exercise } = example('place')
  const data = lectureData({ ...course, ...corpus, exercises: { [id]: exercise }, exerciseFiles: { [id]: file } } as unknown as Course, 'salt')
  expect(Object.keys(data.maps)).toEqual(['south-caucasus'])
  expect(Object.keys(data.places)).toEqual(expect.arrayContaining(['salt/gate-house', 'salt/ondra', 'salt/velm']))
  expect(JSON.stringify(data.items)).not.toMatch(/40\.5|salt\/kell/)
  expect(lectureData(course, 'salt').maps).toEqual({})
})

it('a lecture with routes of its own has the map of them all, whatever its slides show', () => {
  const route = { names: { en: 'Road', zh: '路', ru: 'Путь' }, modes: ['road'], status: 'built', describes: { en: 'A road.', zh: '路。' }, vertices: ['salt/kell', 'salt/mira'], label: {}, claims: ['varga-2031/road'] }
  expect(Object.keys(lectureData({ ...course, ...corpus, routes: { 'salt/road': route } } as unknown as Course, 'salt').maps)).toEqual(['region'])
})

it.each([
  ['the first extent that holds all of its routes', [50, 40], 'region'],
  ['a wider one, where a route goes far', [139.7, 35.7], 'eurasia'],
  ['the first of all, where none holds them', [-74, 40.7], 'region'],
])('a map without a name shows %s', (_, [lon, lat], extent) => {
  const town = { names: { en: 'Far', zh: '远', ru: 'Даль' }, native: {}, is: 'town', lon, lat, from: 'GeoNames 1', label: {} }
  const route = { names: { en: 'Road', zh: '路', ru: 'Путь' }, modes: ['road'], status: 'built', describes: { en: 'A road.', zh: '路。' }, vertices: ['salt/kell', 'salt/far'], label: {}, claims: [] }
  const data = lectureData({ ...course, ...corpus, places: { ...corpus.places, 'salt/far': town }, routes: { 'salt/road': route } } as unknown as Course, 'salt')
  expect(data.extent).toBe(extent)
  expect(Object.keys(data.maps)).toEqual([extent])
})
