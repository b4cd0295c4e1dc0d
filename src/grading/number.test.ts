import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { example } from './examples/examples.ts'
import { numberIn } from './number.ts'
import { numeralIn } from './numerals.ts'
import { whyUnread } from './unread.ts'

describe('a number as a student writes it', () => {
  it.each<[string, number | undefined]>([
    ['1,234.5', 1234.5], ['１，２３４．５', 1234.5], ['1 234', 1234], ['1\u202F234', 1234], ['-24.31', -24.31], ['−24.31', -24.31], ['＋9', 9],
    ['.5', 0.5], ['5.', 5], ['23.9%', 23.9], ['23.9 ％', 23.9], ['0012', 12], [' 99 ', 99], ['- 5', -5],
    // A decimal comma, wherever it has one reading only
    ['79,9', 79.9], ['79,90', 79.9], ['80,0', 80], ['9,88', 9.88], ['-0,5', -0.5], ['0,125', 0.125], ['1234,567', 1234.567], ['3,1416', 3.1416], [',5', 0.5],
    ['1.234,5', 1234.5], ['1 234,56', 1234.56], ['1.234.567', 1234567], ['79,9 %', 79.9],
    ['1,234', 1234], ['12,345,678', 12345678], ['1.234', 1.234],
    // Other points
    ['79·9', 79.9], ['79。9', 79.9], ['79．9', 79.9],
    // A full stop or comma behind it
    ['33。', 33], ['33．', 33], ['33，', 33], ['33、', 33], ['79,9%.', 79.9],
    // Numerals
    ['八十', 80], ['九十九', 99], ['七十九点九', 79.9], ['二〇二五', 2025], ['十七', 17], ['負', undefined], ['负五', -5], ['負五', -5], ['百分之八十', 80], ['兩萬三千', 23000], ['一百零五', 105],
    ['ninety', 90], ['Thirty-three', 33], ['two hundred and five', 205], ['three thousand', 3000], ['eighty per cent', undefined],
    // None, or more than one
    ['nine ninety', undefined], ['十几', undefined], ['十十', undefined], ['百', undefined], ['几', undefined], ['约80', undefined], ['about 80', undefined],
    ['1,23,456', undefined], ['1.2.3', undefined], ['1,2,3', undefined], ['1.234,567,8', undefined], ['1e3', undefined], ['0x10', undefined],
    ['', undefined], ['.', undefined], ['-', undefined], ['99 or 100', undefined], ['99-100', undefined], ['Infinity', undefined], ['9'.repeat(400), undefined], ['3亿', undefined],
  ])('%s', (text, value) => expect(numberIn(text, ['%'])).toBe(value))

  it.each<[string, string[], number | undefined]>([
    ['99 years', ['years', '年'], 99], ['99年', ['years', '年'], 99], ['33年。', ['years', '年'], 33], ['99 years.', ['years', '年'], 99],
    ['九十九年', ['years', '年'], 99], ['ninety-nine years', ['years', '年'], 99], ['99%', ['years', '年'], undefined], ['948亿美元', ['US$100 million', '亿美元'], 948],
  ])('%s where the unit is %s', (text, units, value) => expect(numberIn(text, units)).toBe(value))

  it('any number printed with a comma reads as it does with a point', () => {
    fc.assert(fc.property(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 1, max: 5 }), (value, places) => {
      const printed = (value / 10 ** places).toFixed(places)
      const withComma = printed.replace('.', ',')
      // Three digits behind one to three others: a thousands group, for which the point is another number.
      fc.pre(!/^-?[1-9]\d{0,2},\d{3}$/.test(withComma))
      expect(numberIn(withComma)).toBe(numberIn(printed))
    }))
  })

  it('whatever is typed, it is a finite number or none', () => {
    const piece = fc.constantFrom('1', '23', '456', '0', ',', '.', ' ', '-', '。', '·', '十', '百', '万', '亿', '点', '零', '五', '两', 'hundred ', 'twenty', '-', 'six', 'and ', '%', '年')
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const value = numberIn(pieces.join(''), ['%', '年'])
      expect(value === undefined || Number.isFinite(value)).toBe(true)
    }), { numRuns: 2000 })
  })
})

it('every integer below ten thousand is read in the numerals of both languages', () => {
  const digits = '零一二三四五六七八九'
  const han = (value: number): string => {
    const units = ['', '十', '百', '千']
    const parts = [...String(value)].map((digit, index, all) => digit === '0' ? '零' : digits[Number(digit)]! + units[all.length - 1 - index]!)
    return value === 0 ? '零' : parts.join('').replace(/零+/g, '零').replace(/零$/, '')
  }
  const ones = ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
  const tens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
  const below = (value: number): string => value < 20 ? ones[value]! : `${tens[Math.floor(value / 10)]}${value % 10 ? `-${ones[value % 10]}` : ''}`
  const english = (value: number): string => value === 0 ? 'zero' : [
    value >= 1000 ? `${below(Math.floor(value / 1000))} thousand` : '', value % 1000 >= 100 ? `${ones[Math.floor(value % 1000 / 100)]} hundred` : '', value % 100 ? below(value % 100) : '',
  ].filter(Boolean).join(' ')
  for (let value = 0; value < 10_000; value += 7) {
    expect(numeralIn(han(value)), han(value)).toBe(value)
    expect(numeralIn(english(value)), english(value)).toBe(value)
  }
})

describe('what cannot be read says what was read and what is expected', () => {
  const { item } = example('number').exercise
  it.each<[unknown, string | undefined, string | undefined]>([
    ['约80', 'read "约80", expected a number alone, such as 80', '读到 "约80"，应为单独一个数，如 80'],
    ['between 79 and 80', 'read "between 79 and 80", expected a number alone, such as 12.5', '读到 "between 79 and 80"，应为单独一个数，如 12.5'],
    ['79,9', undefined, undefined],
    ['', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%j', (response, en, zh) => {
    expect(whyUnread(item, response, 'en')).toBe(en)
    expect(whyUnread(item, response, 'zh')).toBe(zh)
  })
  it('of other kinds too', () => expect(whyUnread(example('choice').exercise.item, 'salty', 'en')).toMatch(/^read "salty", expected one of /))
})
