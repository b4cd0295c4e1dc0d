import { describe, expect, it } from 'vitest'
import type { SlideEntry } from '#course/course'
import { noteParts, plannedOf } from './note.ts'

describe('a note as Slidev renders it', () => {
  it('is its parts', () => {
    expect(noteParts('<p>say: The road is <em>short</em>.\nIt bends.\nask: Whose is it?\nnext: On.</p>\n'))
      .toEqual({ say: ['The road is <em>short</em>.\nIt bends.'], ask: ['Whose is it?'], next: ['On.'] })
  })
  it('keeps the paragraphs of a part', () => expect(noteParts('<p>say: One.</p>\n<p>Two.\nask: Three?</p>')).toEqual({ say: ['One.', 'Two.'], ask: ['Three?'] }))
  it.each([[''], ['<p>Words without a label</p>']])('%j has none', html => expect(noteParts(html)).toEqual({}))
})

it('a lecture is planned slide by slide, in whole minutes; what may be skipped is told, and what is asked and not counted', () => {
  const entry = (id: string, minutes: number, more: Partial<SlideEntry> = {}) => ({ id, minutes: { en: minutes, zh: 9 }, ...more }) as SlideEntry
  const { of, all, shortest, asks } = plannedOf({ slides: [entry('opening', 1.2), entry('map', 3.1, { optional: true }), entry('end', 2.4, { asks: true })] }, 'en')
  expect([of('opening'), of('map'), of('end'), of('nowhere'), of(undefined)]).toEqual([
    { from: 0, to: 1, minutes: 1.2, isOptional: false, asks: false }, { from: 1, to: 4, minutes: 3.1, isOptional: true, asks: false }, { from: 4, to: 7, minutes: 2.4, isOptional: false, asks: true }, undefined, undefined,
  ])
  expect([all, shortest, asks]).toEqual([7, 4, 1])
})
