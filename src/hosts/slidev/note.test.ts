import { describe, expect, it } from 'vitest'
import { noteParts, plannedMinutes } from './note.ts'

describe('a note as Slidev renders it', () => {
  it('is its parts', () => {
    expect(noteParts('<p>say: The road is <em>short</em>.\nIt bends.\nask: Whose is it?\nminutes: 3</p>\n'))
      .toEqual({ say: ['The road is <em>short</em>.\nIt bends.'], ask: ['Whose is it?'], minutes: ['3'] })
  })
  it('keeps the paragraphs of a part', () => expect(noteParts('<p>say: One.</p>\n<p>Two.\nask: Three?</p>')).toEqual({ say: ['One.', 'Two.'], ask: ['Three?'] }))
  it.each([[''], ['<p>Words without a label</p>']])('%j has none', html => expect(noteParts(html)).toEqual({}))
})

it('a lecture is planned slide by slide', () => {
  const slides = ['minutes: 1', 'say: x\nminutes: 3', '', 'minutes: 2'].map(note => ({ meta: { slide: { noteHTML: note && `<p>${note}</p>` } } }))
  expect(plannedMinutes(slides)).toEqual([{ from: 0, to: 1 }, { from: 1, to: 4 }, { from: 4, to: 4 }, { from: 4, to: 6 }])
})
