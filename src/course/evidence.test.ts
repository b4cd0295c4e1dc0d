import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holders, occurs } from './evidence.ts'
import type { Paragraph } from './paragraphs.ts'

describe('evidence is in a text', () => {
  it.each([
    ['25年', '渡口已用了25年。'],
    ['25年', '渡口已用了 25 年。'],
    ['25 年', '渡口已用了25年。'],
    ['２５年', '渡口已用了25年。'],
    ['1992年', '1992年，渡口迁走。'],
    ['1992', '建于1992，1997年重修'],
    ['1992', 'built in 1992, 1997 and 2003'],
    ['1,700', '共1,700人'],
    ['9.88', '增长9.88%。'],
    ['2025年8月8日', '2025 年 8 月 8 日签字'],
    ['两村共管', '这叫“两村共管”。'],
    ['“两村共管”', '这叫「两村共管」。'],
    ['村民大会(', '村民大会（每年一次）'],
    ['River Board', '河务会（River Board）①'],
    ['船主与渡工', '船主^①与渡工'],
    ['渡工17人', '渡工①17人'],
    ['Lower Mill', '在 *Lower   Mill* 一书'],
    ['A-B线', 'A–B线'],
  ])('%j in %j', (evidence, text) => expect(occurs(evidence, text)).toBe(true))

  it.each([
    ['25年', '渡口在2025年启用。', 'digits before'],
    ['202', '渡口在2025年启用。', 'digits after'],
    ['9.8', '增长9.88%', 'a digit after the point'],
    ['88', '增长9.88%', 'a point before'],
    ['700', '共1,700人', 'a comma before'],
    ['1', '共1,700人', 'a comma after'],
    ['5', '增长9.５%', 'a full-width figure'],
    ['17', '渡工①7人', 'a note mark is not a 1'],
    ['17', '渡工^①7人', 'nor with its caret'],
    ['RiverBoard', 'River Board', 'spaces inside Latin count'],
    ['', '渡口', 'nothing is no evidence'],
    ['①', '渡口①', 'nor is a note mark alone'],
    ['磨坊', '渡口', 'not there'],
  ])('%j is not in %j: %s', (evidence, text) => expect(occurs(evidence, text)).toBe(false))

  it('finds a figure behind one that only looks like it', () => expect(occurs('25年', '2025年，渡口满25年')).toBe(true))
})

describe('the paragraphs that hold all of a claim\'s evidence', () => {
  const paragraph = (first: number, text: string, kind: Paragraph['kind'] = 'text'): Paragraph => ({ first, last: first, lines: [first], text, kind, section: '1', paragraph: first })
  const all = [paragraph(1, '渡口有船2条，磨坊1座。'), paragraph(2, '磨坊1座，在下游。'), paragraph(3, '渡口，下游', 'note'), paragraph(4, '渡口\t2条\t下游', 'table-row')]
  it.each([
    [['磨坊'], [1, 2]],
    [['磨坊', '渡口'], [1]],
    [['渡口', '下游'], [4]],
    [['船3条'], []],
    [[], []],
  ])('%j: %j', (evidence, lines) => expect(holders(evidence, all).map(({ first }) => first)).toEqual(lines))
})

it('a term is found wherever it stands between Han, whatever stands before', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('渡口', 'River Board', '“磨坊”'), (noise, known) => {
    expect(occurs(known, `${noise}乙${known}丙`)).toBe(true)
  }))
})
