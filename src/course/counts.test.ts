import { describe, expect, it } from 'vitest'
import { Syllabus } from '#schema'
import { countsOf, nameOf, numberWord, withCounts } from './counts.ts'

const lecture = (...sources: string[]) => ({ title: { en: 'T', zh: '题' }, short: { en: 'T', zh: '题' }, question: { en: 'Q', zh: '问' }, sources, outcomes: {} })
const syllabus = { title: { en: 'Roads: a course', zh: '路的教程' }, lectures: { one: lecture('varga', 'almanac'), two: lecture('varga') } }

describe('a count in words', () => {
  it.each([
    [0, 'no', '零'], [1, 'one', '一'], [10, 'ten', '十'], [11, 'eleven', '十一'], [12, 'twelve', '十二'],
    [13, '13', '十三'], [20, '20', '二十'], [47, '47', '四十七'], [99, '99', '九十九'], [100, '100', '100'],
  ])('%i: %s, %s', (count, en, zh) => {
    expect([numberWord(count, 'en'), numberWord(count, 'zh')]).toEqual([en, zh])
  })
})

describe('a sentence that counts', () => {
  it('counts a text that two lectures read once', () => {
    expect(countsOf(syllabus)).toEqual({ lectures: 2, texts: 2 })
  })
  it.each([
    ['en', '{Lectures} lectures on {texts} texts', 'Two lectures on two texts'],
    ['zh', '全书{lectures}讲，{texts}篇', '全书二讲，二篇'],
    ['en', 'No count at all', 'No count at all'],
  ] as const)('%s: %s', (lang, given, expected) => {
    expect(withCounts(given, syllabus, lang)).toBe(expected)
  })
  it('is refused where it counts what nobody counts', () => {
    const given = { ...syllabus, version: '1', cite: syllabus.title, about: { en: '{Slides} slides', zh: '{lectures}讲' } }
    expect(Syllabus.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
      .toEqual(['about: "{Slides}" stands for nothing; expected {lectures} or {texts}, or with a capital {Lectures} or {Texts}'])
  })
})

it.each([
  ['its name', { name: { en: 'Roads', zh: '路' } }, 'Roads'],
  ['its title, where it has no name', {}, 'Roads: a course'],
])('is called by %s', (_, more, expected) => expect(nameOf({ ...syllabus, ...more }, 'en')).toBe(expected))
