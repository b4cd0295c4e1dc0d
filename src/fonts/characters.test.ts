import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointsOf, unicodeRange, usedCharacters } from './characters.ts'

describe('which characters are drawn', () => {
  for (const [name, path, text, drawn] of [
    ['words, each character once', 'slides/a.md', '走走廊 a', '走廊 a'],
    ['no line breaks, joiners or variation selectors', 'corpus/a.yaml', 'a\n\u200D\uFE0F\u00ADb', 'ab'],
    ['a comment of code is not drawn', 'components/A.vue', '<!-- 龘 --><p>好</p> // 龖\n/* 龗 */', '<p>好</> '],
    ['an address is no comment', 'src/hosts/a.ts', '"https://x" // 龖', '"htps:/x '],
    ['a mark of its own stands for itself', 'slides/a.md', 'е\u0301', 'е\u0301'],
  ] as const) it(name, () => expect(new Set(String.fromCodePoint(...usedCharacters([{ path, text }]).keys()))).toEqual(new Set(drawn)))

  it('and where: the first line of each', () => {
    const used = usedCharacters([{ path: 'slides/a.md', text: 'one\ntwo\n龘' }, { path: 'slides/b.md', text: '龘' }])
    expect(used.get('龘'.codePointAt(0)!)).toEqual({ path: 'slides/a.md', line: 3 })
  })
  it('a comment of several lines does not move the lines below it', () => {
    expect(usedCharacters([{ path: 'a.ts', text: '/*\n\n*/\n龘' }]).get('龘'.codePointAt(0)!)?.line).toBe(4)
  })
})

describe('unicode-range', () => {
  it('is read back as it was written', () => fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 32, max: 0x2FFFF })), (points) => {
    expect(pointsOf(unicodeRange(points))).toEqual(new Set(points))
  })))
  it('joins neighbours', () => expect(unicodeRange([34, 32, 33, 126])).toBe('U+20-22, U+7E'))
  it('refuses anything else with a letter', () => expect(() => pointsOf('U+4E00, 4E01')).toThrow(/read "4E01"/))
})
