import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '#schema'
import { quantities as quantitiesIn, type Units, unsupported as unsupportedIn, withoutUnit } from './quantity.ts'

const unit = (en: string, zh: string, more: Partial<Unit> = {}): Unit => ({ en: en.split(', ').filter(Boolean), zh: zh.split(', ').filter(Boolean), ...more })
const units: Units = {
  year: unit('year, years', '年'), generation: unit('', '世代'), article: unit('article, articles', '条'), provision: unit('', '项'), stage: unit('stage, stages', '阶段'),
  hypothesis: unit('hypothesis, hypotheses', '假设'), level: unit('level, levels', '层面'), type: unit('', '种'), money: unit('', '元'),
  state: unit('state, states', '国', { pair: true }), actor: unit('actor, actors', '', { pair: true }), one: unit('', '个', { pair: true }), party: unit('', '方', { pair: true }),
}
const quantities = (text: string) => quantitiesIn(text, units)
const unsupported = (says: string, evidence: string[]) => unsupportedIn(says, evidence, units)

/** "number 17", "percent 70", "date 2025-8-8": what a text counts, in words that a table can hold. */
const told = (text: string) => quantities(text).map((quantity) => {
  if (quantity.kind === 'date') return ['date', [quantity.year ?? '?', quantity.month, quantity.day].filter(part => part !== undefined).join('-')].join(' ')
  return `${quantity.kind} ${quantity.value}`
})

describe('what a text counts', () => {
  test.each<[string, string[]]>([
    ['8 August 2025', ['date 2025-8-8']],
    ['August 8, 2025', ['date 2025-8-8']],
    ['2025 年 8 月 8 日', ['date 2025-8-8']],
    ['二〇二五年八月八日', ['date 2025-8-8']],
    ['自2025年3月起', ['date 2025-3']],
    ['in March', ['date ?-3']],
    ['they march in, and it may be', []],
    ['13–14 January 2026', ['date 2026-1-13', 'date 2026-1-14']],
    ['1988年至2026年', ['date 1988', 'date 2026']],
    ['1988–2026', ['date 1988', 'date 2026']],
    ['20 世纪 90 年代', ['decade 1990']],
    ['the 1990s', ['decade 1990']],
    ['the twenty-first century', ['century 21']],
    ['21世纪初', ['century 21']],
    ['US$94.8 billion', ['number 94800000000']],
    ['948亿美元', ['number 94800000000']],
    ['1.2万亿', ['number 1200000000000']],
    ['3亿5000万', ['number 350000000']],
    ['5千米，3千人', ['number 5', 'number 3000']],
    ['4,799 million', ['number 4799000000']],
    ['23.87 %', ['percent 23.87']],
    ['70 per cent', ['percent 70']],
    ['seventy per cent', ['percent 70']],
    ['百分之七十', ['percent 70']],
    ['三分之二', [`number ${2 / 3}`]],
    ['two-thirds', [`number ${2 / 3}`]],
    ['99 years (some say 100)', ['number 99', 'number 100']],
    ['a ninety-nine-year lease', ['number 99']],
    ['seventeen articles', ['number 17']],
    ['a treaty of seventeen articles', ['number 17']],
    ['十七项条款', ['number 17']],
    ['three main stages', ['number 3']],
    ['三个阶段', ['number 3']],
    ['两项假设', ['number 2']],
    ['至少两个政治世代', ['number 2']],
    ['two levels', ['number 2']],
    ['二十多年', ['number 20']],
    // What is no quantity
    ['the two states', []],
    ['两国之间', []],
    ['走廊治理三角', []],
    ['one stroke, at one with itself', []],
    ['一种形态', []],
    ['第三方监管', []],
    ['Table 1, §3.1, hypothesis 2', []],
    ['表 1 与第三部分', []],
    ['C5+1, the G7, S-300, 5G', []],
    ['百年未有之大变局', []],
    ['十分重要，千万不要', []],
    ['mid-2025', ['date 2025']],
    ['see [here](https://example.org/2031) ①', []],
  ])('%s', (text, expected) => { expect(told(text)).toEqual(expected) })
})

describe('what is counted in a unit that a course does not have', () => {
  test.each<[string, string[]]>([
    ['in seven formats', ['formats']],
    ['five main mechanisms of trade', ['mechanisms']],
    ['六套方案', ['套']],
    ['两份文件', ['份']],
    ['五万卢布', ['卢布']],
    ['三十兆瓦', ['兆瓦']],
    // Counted, and so held against the evidence
    ['three main stages', []],
    ['十七项条款', []],
    ['7 formats', []],
    // Mentioned in passing
    ['two formats', []],
    ['6.1 thousand loads', []],
    ['两国之间，两方都说', []],
    // Nothing that can be named is counted
    ['a choice of seven formats', ['formats']],
    ['the three of the roads', []],
    ['all three and their friends', []],
    ['one of three: it failed', []],
    ['三角', []],
    ['第三份文件', []],
    ['百年未有之大变局', []],
  ])('%s', (text, expected) => { expect(withoutUnit(text, units).map(({ unit }) => unit)).toEqual(expected) })

  test('a course without units counts in digits alone', () => {
    expect(quantitiesIn('three stages, 3 stages, 三个阶段', {}).map(({ printed }) => printed)).toEqual(['3'])
    expect(withoutUnit('three stages and 三项', {}).map(({ printed }) => printed)).toEqual(['three stages', '三项'])
  })
})

describe('what rests on what', () => {
  test.each<[says: string, evidence: string[], missing: string[]]>([
    ['8 August 2025', ['2025年8月8日'], []],
    ['in 2025', ['2025年8月8日'], []],
    ['in August 2025', ['2025年8月8日'], []],
    ['8 August 2025', ['2025年'], ['8 August 2025']],
    ['9 August 2025', ['2025年8月8日'], ['9 August 2025']],
    ['8 August 2025', ['2025年', '8月8日'], []],
    ['8 August 2024', ['2025年', '8月8日'], ['8 August 2024']],
    ['US$94.8 billion', ['948亿美元'], []],
    ['US$94.8 million', ['948亿美元'], ['94.8 million']],
    ['70 per cent', ['七成'], []],
    ['70 projects', ['70%'], ['70']],
    ['25 years', ['2025年'], ['25']],
    ['three stages', ['第三阶段'], []],
    ['two hypotheses', ['两个假设'], []],
    ['five actors', ['四个行为体'], ['five']],
    ['the 1990s', ['20 世纪 90 年代'], []],
    ['1956', ['1956 年埃及'], []],
    ['99 or 100 years', ['99 年', '100 年'], []],
    ['nothing counted', [], []],
  ])('%s on %j', (says, evidence, missing) => { expect(unsupported(says, evidence).map(({ printed }) => printed)).toEqual(missing) })
})

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const day = fc.record({ year: fc.integer({ min: 1800, max: 2099 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const small = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const inWords = (number: number): string => number < 20 ? small[number]! : [tens[Math.floor(number / 10)], small[number % 10]].filter(Boolean).join('-')
const han = '〇一二三四五六七八九'
const inHan = (number: number): string => number < 10 ? han[number]! : `${number < 20 ? '' : han[Math.floor(number / 10)]}十${number % 10 ? han[number % 10] : ''}`

describe('always', () => {
  test('a day is the same in both languages, and no other day is', () => {
    fc.assert(fc.property(day, day, (one, other) => {
      const chinese = `${one.year}年${one.month}月${one.day}日`
      expect(unsupported(`It was on ${one.day} ${months[one.month - 1]} ${one.year}.`, [chinese])).toEqual([])
      const same = one.year === other.year && one.month === other.month && one.day === other.day
      expect(unsupported(`${months[other.month - 1]} ${other.day}, ${other.year}`, [chinese]).length).toBe(same ? 0 : 1)
    }))
  })

  test('a number of years is the same in figures, in words and in Chinese numerals', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 2, max: 99 }), (one, other) => {
      for (const evidence of [`${one} 年`, `${one}年`, `${inHan(one)}年`, `${inWords(one)} years`]) {
        for (const says of [`${other} years`, `${inWords(other)} years`, `${inHan(other)}年`, `${other}年`]) expect(unsupported(says, [evidence]).length).toBe(one === other ? 0 : 1)
      }
    }))
  })

  test('亿 and billion agree about every figure', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99999 }), (tenths) => {
      expect(unsupported(`US$${tenths / 100} billion`, [`${tenths / 10}亿美元`])).toEqual([])
      expect(unsupported(`US$${tenths / 100} million`, [`${tenths / 10}亿美元`]).length).toBe(1)
    }))
  })

  test('a text bears itself out, and never makes the reader stumble', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,年月日亿万%三十第ab 世纪代-'), maxLength: 40 }), (text) => {
      expect(unsupported(text, [text])).toEqual([])
    }), { numRuns: 500 })
  })
})
