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

it('a lecture is planned slide by slide, in whole minutes; what may be skipped is told', () => {
  const entry = (id: string, minutes: number, optional?: true) => ({ id, minutes: { en: minutes, zh: 9 }, ...optional ? { optional } : {} }) as SlideEntry
  const { of, all, shortest } = plannedOf({ slides: [entry('opening', 1.2), entry('map', 3.1, true), entry('end', 2.4)] }, 'en')
  expect([of('opening'), of('map'), of('end'), of('nowhere'), of(undefined)]).toEqual([
    { from: 0, to: 1, minutes: 1.2, isOptional: false }, { from: 1, to: 4, minutes: 3.1, isOptional: true }, { from: 4, to: 7, minutes: 2.4, isOptional: false }, undefined, undefined,
  ])
  expect([all, shortest]).toEqual([7, 4])
})
