import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexOf, longQuotations, sharedWith } from './overlap.ts'

// Invented for this test.
const source = '渡口的老人说每逢雾天先听钟声再看灯光最后才问船家。^①他又说，“钟比灯可靠”。\n\nThe old man at the pier says that on a foggy day one first hears the bell and then sees the light.'
const index = indexOf(new Map([['pier.txt', source.split('\n').map((text, line) => [line + 1, text] as const)]]))
const lengths = (text: string) => sharedWith(index, text).map(({ length, of }) => `${length} ${of}`)

describe('words of a source', () => {
  test.each<[what: string, text: string, found: string[]]>([
    ['fifteen characters are ours to use', '老人说每逢雾天先听钟声再看灯光', []],
    ['sixteen are not', '老人说每逢雾天先听钟声再看灯光最', ['16 Han']],
    ['a longer run is told once', '渡口的老人说每逢雾天先听钟声再看灯光最后才问船家', ['24 Han']],
    ['a comma ends a run', '老人说每逢雾天，先听钟声再看灯光最后才问', []],
    ['emphasis does not', '老人说**每逢雾天**先听钟声再看灯光最后', ['17 Han']],
    ['nor a tag', '老人说<em>每逢雾天</em>先听钟声再看灯光最后', ['17 Han']],
    ['nor a line that was only wrapped', '老人说每逢雾天先听\n      钟声再看灯光最后', ['17 Han']],
    ['nor a wrapped comment', '# 老人说每逢雾天先听\n# 钟声再看灯光最后', ['17 Han']],
    ['nineteen characters across pauses are ours to use', '老人说每逢雾天，先听钟声；再看灯光最后才问', []],
    ['twenty are not', '老人说每逢雾天，先听钟声；再看灯光最后才问船', ['20 Han across pauses']],
    ['across a pause of the source too', '先听钟声再看灯光最后才问船家，他又说钟比灯可靠', ['22 Han across pauses']],
    ['in quotation marks or dashes', '老人说“每逢雾天先听”——钟声（再看灯光最后才）问船家', ['21 Han across pauses']],
    ['an empty line ends these', '老人说每逢雾天，先听钟声\n\n再看灯光最后才问船家', []],
    ['a figure ends these', '老人说每逢雾天，先听钟声2再看灯光最后才问船家', []],
    ['an empty line does', '老人说每逢雾天先听\n\n钟声再看灯光最后', []],
    ['a figure does', '老人说每逢雾天先听1钟声再看灯光最后', []],
    ['eleven words are ours to use', 'the pier says that on a foggy day one first hears', []],
    ['twelve are not, however written', 'The Pier says that on a *foggy* day one first hears the', ['12 words']],
    ['a comma ends a run of words', 'the pier says that on a foggy day, one first hears the bell', []],
    ['nothing', '', []],
  ])('%s', (_, text, found) => { expect(lengths(text)).toEqual(found) })

  test('says where', () => {
    expect(sharedWith(index, 'x 老人说每逢雾天先听钟声再看灯光最')).toEqual([{ at: 2, length: 16, of: 'Han', source: 'pier.txt:1', begins: '老人说每逢雾天先' }])
  })

  test('finds sixteen characters wherever they are put, and no fewer', () => {
    const run = '渡口的老人说每逢雾天先听钟声再看灯光最后才问船家'
    fc.assert(fc.property(fc.nat(run.length - 1), fc.integer({ min: 1, max: run.length }), fc.string({ maxLength: 20 }).filter(text => !/\p{Script=Han}/u.test(text)), (from, length, before) => {
      const piece = run.slice(from, from + length)
      expect(sharedWith(index, `${before}。${piece}`).length).toBe(piece.length >= 16 ? 1 : 0)
    }))
  })
})

describe('quotations', () => {
  test.each<[what: string, text: string, found: number]>([
    ['a short one may be made', '林先生写道“先听钟声再看灯光”。', 0],
    ['a long one not, pauses or no pauses', '“渡口的老人说每逢雾天先听钟声，再看灯光，最后才问船家”', 1],
    ['「」 are marks as well', '「渡口的老人说每逢雾天先听，钟声再看灯光」', 1],
    ['a long one of our own making may be', '“他从来没有说过这样的一句话，我们也从来没有听过”', 0],
    ['English', 'He writes “on a foggy day, one first hears the bell, and then sees the light”.', 1],
  ])('%s', (_, text, found) => { expect(longQuotations(index, text)).toHaveLength(found) })

  test('straight marks are quotation marks in prose only', () => {
    const text = 'He writes "on a foggy day, one first hears the bell, and then sees the light".'
    expect(longQuotations(index, text)).toHaveLength(0)
    expect(longQuotations(index, text, { prose: true })).toHaveLength(1)
  })
})
