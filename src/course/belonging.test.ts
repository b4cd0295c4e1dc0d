import { describe, expect, it } from 'vitest'
import { exerciseIds, exercisePlaces } from './belonging.ts'
import type { Course } from './course.ts'

type Slide = Course['decks'][number]['slides'][number]
const slide = (id: string, tags: [name: string, attributes: Record<string, string>][] = [], layout = 'figure') =>
  ({ id, layout, tags: tags.map(([name, attributes]) => ({ name, attributes, line: 1 })) }) as Slide
const cite = (claim: string): [string, Record<string, string>] => ['Cite', { claim: `varga/${claim}` }]
const asks = (id: string): [string, Record<string, string>] => ['Exercise', { id: `salt/${id}` }]

/** Exercises are given as `{id: [what they rest on, outcome, difficulty, after]}`. */
const courseOf = (slides: Slide[], exercises: Record<string, [claims: string[], outcome?: string, difficulty?: number, after?: string]>) => ({
  claims: Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(claim => [`varga/${claim}`, {}])),
  series: { 'salt/tolls': { claims: ['varga/d'] } }, frameworks: {}, tensions: {}, terms: {}, arguments: {}, stances: {},
  syllabus: { lectures: { salt: { outcomes: { first: {}, second: {} } } } },
  decks: [{ lecture: 'salt', lang: 'en', slides }],
  exercises: Object.fromEntries(Object.entries(exercises).map(([id, [claims]]) => [`salt/${id}`, { item: {}, key: { claims: claims.map(claim => `varga/${claim}`), partClaims: {} } }])),
  exerciseFiles: Object.fromEntries(Object.entries(exercises).map(([id, [, outcome = 'first', difficulty = 1, after]]) => [`salt/${id}`, { outcome, difficulty, after }])),
}) as unknown as Course

describe('exercises come in the order of the lecture', () => {
  it.each<[string, Course, string[]]>([
    ['those on slides as the slides come, each once', courseOf([slide('one', [asks('z')]), slide('two', [asks('y'), asks('gone')]), slide('three', [asks('z')])], { y: [[]], z: [[]] }), ['z on one', 'y on two']],
    ['the others at the slide that cites what they rest on, after the exercise there', courseOf([slide('one', [cite('b'), asks('z')]), slide('two', [cite('a')])], { y: [['a']], x: [['b']], z: [[]] }), ['z on one', 'x at one', 'y at two']],
    ['at the slide that cites most of it, the first of several', courseOf([slide('one', [cite('a')]), slide('two', [cite('a'), cite('b')]), slide('three', [cite('a'), cite('b')])], { y: [['a', 'b']] }), ['y at two']],
    ['at the slide that shows a record which rests on it', courseOf([slide('one'), slide('two', [['Series', { id: 'salt/tolls' }]])], { y: [['d']] }), ['y at two']],
    ['never at the references', courseOf([slide('one', [cite('a'), cite('b')], 'references'), slide('two', [cite('a')])], { y: [['a', 'b']] }), ['y at two']],
    ['never at the puzzle, which only asks', courseOf([slide('one', [cite('a'), cite('b')], 'question'), slide('two', [cite('a')])], { y: [['a', 'b']] }), ['y at two']],
    ['at the slide that it names, whatever others cite', courseOf([slide('one', [cite('a')]), slide('two'), slide('three', [cite('a')])], { y: [['a'], 'first', 1, 'two'], x: [['a'], 'first', 1, 'gone'] }), ['x at one', 'y at two']],
    ['what no slide teaches after the others of its outcome', courseOf([slide('one', [cite('a')]), slide('two', [cite('b')])], { x: [['e'], 'first'], y: [['a'], 'first'], z: [['b'], 'second'] }), ['y at one', 'x', 'z at two']],
    ['what stands alone last', courseOf([slide('one', [cite('a')])], { x: [['e'], 'second'], y: [['a'], 'first'] }), ['y at one', 'x']],
    ['in one place by outcome, then by difficulty, never by name alone', courseOf([slide('one', [cite('a')])], { a: [['a'], 'second', 1], b: [['a'], 'first', 3], c: [['a'], 'first', 2] }), ['c at one', 'b at one', 'a at one']],
  ])('%s', (_, course, expected) => {
    expect(exercisePlaces(course, 'salt').map(({ id, slide, isOn }) => `${id.slice('salt/'.length)}${slide ? `${isOn ? ' on ' : ' at '}${slide}` : ''}`)).toEqual(expected)
  })

  it('a lecture without a deck has its exercises all the same', () => {
    expect(exerciseIds({ ...courseOf([], { y: [[], 'second'], z: [[], 'first'] }), decks: [] } as unknown as Course, 'salt')).toEqual(['salt/z', 'salt/y'])
  })
})
