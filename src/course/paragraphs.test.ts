import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Source } from '#schema'
import { needlessExceptions, paragraphAt, paragraphs } from './paragraphs.ts'

/** An article of our own: a page break in the middle of a sentence, notes, a table, two levels of headings. */
const article = [
  '渡口与磨坊',                                // 1 title
  '作者某甲',                                  // 2
  '【提要】本文说一条河。',                      // 3
  '',
  '一、河',                                    // 5
  '',
  '河上有渡口，归两个村子共同',                   // 7 cut by the page break
  '',
  '① 甲：《河志》，第7页。',                     // 9
  '',
  '^② 乙：《渡口考》，第12页。',                 // 11
  '',
  '* 本文得到资助。',                           // 13
  '',
  '管理，已有三十年。^②',                       // 15
  '他们说：“船归大家。”①',                      // 16 ends with quotation and note mark
  '',
  '表 1 船与人',                               // 18 a caption has no full stop
  '村子\t船\t人',                              // 19
  '上村\t2\t30',                               // 20
  '来源：自制。',                               // 21
  '（一）磨坊',                                 // 22
  '磨坊在下游',                                 // 23
  'Along the Lower',                           // 24
  'Mill Race the wheel turns.',                // 25
]
const source: Pick<Source, 'text' | 'outline' | 'exceptions'> = {
  text: { file: 'river.txt', first: 1, last: 25 },
  outline: [
    { line: 1, number: 'abstract', title: { en: 'Abstract', zh: '提要' } },
    { line: 5, number: '1', title: { en: 'The river', zh: '河' } },
    { line: 22, number: '1.1', title: { en: 'The mill', zh: '磨坊' } },
  ],
  exceptions: [{ line: 2, is: 'drop', because: 'the author\'s name' }, { line: 24, is: 'split', because: 'a new paragraph after a line without a full stop' }],
}
const read = (over: Partial<typeof source> = {}) => paragraphs(article, { ...source, ...over })
const at = (line: number, over: Partial<typeof source> = {}) => paragraphAt(read(over), line)

describe('the paragraph rule', () => {
  it('joins a sentence that a page break cut, across its footnotes', () =>
    expect(at(15)).toMatchObject({ first: 7, last: 15, lines: [7, 15], kind: 'text', section: '1', paragraph: 1, text: '河上有渡口，归两个村子共同管理，已有三十年。^②' }))

  it('any line of a paragraph finds it', () => expect(at(7)).toEqual(at(15)))

  it.each([
    [1, 'heading', 'abstract', 0],
    [3, 'text', 'abstract', 1],
    [5, 'heading', '1', 0],
    [9, 'note', '1', 1],
    [11, 'note', '1', 1],
    [13, 'note', '1', 1],
    [16, 'text', '1', 2],
    [18, 'text', '1', 3],
    [19, 'table-row', '1', 3],
    [20, 'table-row', '1', 3],
    [21, 'text', '1', 4],
    [22, 'heading', '1.1', 0],
    [23, 'text', '1.1', 1],
    [24, 'text', '1.1', 2],
  ])('line %i is a %s of §%s, paragraph %i', (line, kind, section, paragraph) => expect(at(line)).toMatchObject({ kind, section, paragraph }))

  it('puts a space between two words that a page break parted, none between Han', () => expect(at(25)?.text).toBe('Along the Lower Mill Race the wheel turns.'))

  it.each([
    ['an empty line', 4],
    ['a dropped line', 2],
    ['a line after the last', 26],
  ])('%s belongs to no paragraph', (_name, line) => expect(at(line)).toBeUndefined())

  it('reads nothing outside first and last', () =>
    expect(read({ text: { file: 'river.txt', first: 5, last: 16 } }).map(paragraph => paragraph.first)).toEqual([5, 7, 9, 11, 13, 16]))

  it('a source without a text has no paragraphs', () => expect(paragraphs(article, { outline: [], exceptions: [] })).toEqual([]))
})

describe('an exception', () => {
  const with_ = (line: number, is: 'join' | 'split' | 'drop' | 'note' | 'text') => ({ exceptions: [{ line, is, because: 'tried here' }] })
  it('join continues the paragraph above', () => expect(at(16, with_(16, 'join'))).toMatchObject({ lines: [7, 15, 16] }))
  it('split begins a new one', () => expect(at(15, with_(15, 'split'))).toMatchObject({ lines: [15], paragraph: 2 }))
  it('drop leaves the line out', () => expect(at(18, with_(18, 'drop'))).toBeUndefined())
  it('note makes a footnote of a line without a mark', () => expect(at(16, with_(16, 'note'))).toMatchObject({ kind: 'note' }))
  it('text takes a marked line into the text', () => expect(at(9, with_(9, 'text'))).toMatchObject({ kind: 'text', first: 7 }))

  it.each([
    ['needed ones are not reported', source.exceptions, []],
    ['join of a sentence that is joined anyway', [{ line: 15, is: 'join', because: 'page break' }], [15]],
    ['drop of an empty line', [{ line: 4, is: 'drop', because: 'furniture' }], [4]],
    ['note at a line with a mark', [{ line: 9, is: 'note', because: 'a note' }], [9]],
    ['a line beyond the text', [{ line: 99, is: 'split', because: 'old line number' }], [99]],
  ] as const)('%s', (_name, exceptions, lines) =>
    expect(needlessExceptions(article, { ...source, exceptions: [...exceptions] }).map(exception => exception.line)).toEqual(lines))
})

it('no line is lost or read twice, whatever the text', () => {
  const block = fc.oneof(fc.constantFrom('', '① 注', '一、题', 'a\tb', '句子。', '半句', '* note', '“话。”②'), fc.string())
  fc.assert(fc.property(fc.array(block, { maxLength: 30 }), (lines) => {
    const found = paragraphs(lines, { text: { file: 'any.txt', first: 1, last: Math.max(1, lines.length) }, outline: [], exceptions: [] }).flatMap(paragraph => paragraph.lines)
    const wanted = lines.flatMap((line, index) => line.trim() ? [index + 1] : [])
    expect([...found].sort((a, b) => a - b)).toEqual(wanted)
  }))
})
