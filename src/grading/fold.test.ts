import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { numberIn } from './number.ts'

describe('texts that are the same answer', () => {
  it.each([
    ['width', 'ＴＲＩＰＰ', 'tripp'],
    ['case', 'Zangezur', 'ZANGEZUR'],
    ['spaces', ' Minsk  Group ', 'MinskGroup'],
    ['punctuation', '“明斯克小组”。', '明斯克小组'],
    ['dashes', 'Baku–Tbilisi—Ceyhan', 'Baku-Tbilisi-Ceyhan'],
    ['a minus that serves as a dash', 'Baku−Tbilisi', 'Baku-Tbilisi'],
    ['traditional characters', '贊格祖爾走廊', '赞格祖尔走廊'],
    ['the dot of a foreign name', '尼科尔·帕希尼扬', '尼科尔帕希尼扬'],
    ['thousands set apart', '1,234', '1234'],
    ['full-width figures', '９９年', '99年'],
    ['a space that does not break', 'US 100', 'US 100'],
    ['an accent typed by itself', 'Bakı́', 'Bakı-́'],
    ['invisible characters', 'tri\u200Bpp', 'tripp'],
  ])('%s', (_, one, other) => expect(fold(one)).toBe(fold(other)))
})

describe('texts that are not', () => {
  it.each([
    ['a decimal point', '9.9', '99'],
    ['per cent', '5%', '5'],
    ['a letter', 'Bakı', 'Baku'],
    ['another character', '卖', '买'],
  ])('%s', (_, one, other) => expect(fold(one)).not.toBe(fold(other)))
})

it('folding a folded text changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(fold(fold(text))).toBe(fold(text)) }), { numRuns: 500 })
})

describe('a number as a student writes it', () => {
  it.each<[string, number | undefined]>([
    ['1,234.5', 1234.5], ['１，２３４．５', 1234.5], ['1 234', 1234], ['1\u202F234', 1234], ['-24.31', -24.31], ['−24.31', -24.31], ['＋9', 9],
    ['.5', 0.5], ['5.', 5], ['23.9%', 23.9], ['23.9 ％', 23.9], ['0012', 12], [' 99 ', 99],
    ['9,88', undefined], ['1,23,456', undefined], ['1.2.3', undefined], ['ninety', undefined], ['九十九', undefined], ['1e3', undefined], ['0x10', undefined],
    ['', undefined], ['.', undefined], ['-', undefined], ['99 or 100', undefined], ['Infinity', undefined], ['9'.repeat(400), undefined], ['3亿', undefined],
  ])('%s', (text, value) => expect(numberIn(text, ['%'])).toBe(value))

  it.each<[string, string[], number | undefined]>([['99 years', ['years', '年'], 99], ['99年', ['years', '年'], 99], ['99%', ['years', '年'], undefined], ['948亿美元', ['US$100 million', '亿美元'], 948]])('%s where the unit is %s', (text, units, value) =>
    expect(numberIn(text, units)).toBe(value))
})
