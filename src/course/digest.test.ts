import { describe, expect, it } from 'vitest'
import type { Course } from './course.ts'
import { digestsOf } from './digest.ts'

const text = (en: string) => ({ en, zh: en })
const claim = (says: string) => ({ says: text(says), kind: 'event', status: 'stands', at: { line: 1 }, evidence: [] })
const course = {
  syllabus: { lectures: { salt: { sources: ['varga', 'silent', 'almanac'] } } },
  sources: {
    varga: { outline: [{ line: 1, number: 'intro', title: text('Introduction') }, { line: 10, number: '1', title: text('The road') }, { line: 20, number: '2', title: text('Nothing claimed') }] },
    almanac: { outline: [{ line: 1, number: '1', title: text('Weather') }] },
    outside: { outline: [{ line: 1, number: '1', title: text('Elsewhere') }] },
  },
  claims: { 'varga/late': claim('late'), 'varga/first': claim('first'), 'varga/second': claim('second'), 'varga/unchecked': claim('unchecked'), 'almanac/rain': claim('rain'), 'outside/other': claim('other'), 'varga-2/x': claim('another source') },
  locks: {
    varga: { claims: { late: { section: '1', paragraph: 3 }, first: { section: 'intro', paragraph: 1 }, second: { section: '1', paragraph: 1 } } },
    almanac: { claims: { rain: { section: '1', paragraph: 1 } } },
    outside: { claims: { other: { section: '1', paragraph: 1 } } },
  },
  series: {
    'salt/loads': { source: 'varga', at: { line: 12 }, computed: { growth: {} } },
    'salt/words': { source: 'varga', at: { line: 12 }, computed: {} },
    'salt/elsewhere': { source: 'almanac', at: { line: 12 }, computed: {} },
  },
} as unknown as Course

describe('the digest', () => {
  const digests = digestsOf(course, 'salt')
  it('is of each home source of which something was claimed, in the order of the syllabus', () => expect(digests.map(({ source }) => source)).toEqual(['varga', 'almanac']))
  it('has the sections of the article in its order, without those of which nothing was claimed', () => expect(digests[0]!.sections.map(({ number }) => number)).toEqual(['intro', '1']))
  it('has its claims by paragraph, without those that no lock has a place for', () =>
    expect(digests[0]!.sections.flatMap(({ paragraphs }) => paragraphs)).toEqual([{ number: 1, claims: ['varga/first'] }, { number: 1, claims: ['varga/second'] }, { number: 3, claims: ['varga/late'] }]))
  it('has the tables in which something is recomputed where they stand', () => expect(digests[0]!.sections.map(({ series }) => series.map(([id]) => id))).toEqual([[], ['salt/loads']]))
  it('is empty for a lecture without texts', () => expect(digestsOf(course, 'none')).toEqual([]))
})
