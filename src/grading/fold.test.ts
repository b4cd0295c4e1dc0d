import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'

describe('texts that are the same answer', () => {
  it.each([
    ['width', 'ＴＲＩＰＰ', 'tripp'],
    ['case', 'Zangezur', 'ZANGEZUR'],
    ['a capital i with its dot', 'TÜRKİYE', 'Türkiye'],
    ['the same, composed of two', 'TU\u0308RKI\u0307YE', 'türkiye'],
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

it('every character of the Basic Multilingual Plane folds once and for all', () => {
  const characters = Array.from({ length: 0xD800 }, (_, code) => String.fromCharCode(code))
  expect(characters.filter(character => fold(fold(character)) !== fold(character))).toEqual([])
})

it('folding a folded text changes nothing', () => {
  const anyText = fc.array(fc.integer({ min: 0, max: 0x10FFFF }), { maxLength: 12 }).map(codes => String.fromCodePoint(...codes))
  fc.assert(fc.property(anyText, (text) => { expect(fold(fold(text))).toBe(fold(text)) }), { numRuns: 500 })
})
