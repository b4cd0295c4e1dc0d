import { describe, expect, it } from 'vitest'
import { askingTags, figureTags, recordsNamed } from './tags.ts'

describe('what a tag names', () => {
  it.each([
    ['a claim', { name: 'Cite', attributes: { claim: 'varga-2031/treaty' } }, ['claims varga-2031/treaty']],
    ['a table that is drawn', { name: 'Chart', attributes: { series: 'salt/loads', as: 'bars' } }, ['series salt/loads']],
    ['a list, its own lecture left out', { name: 'Timeline', attributes: { events: 'treaty, other/war' } }, ['events salt/treaty', 'events other/war']],
    ['a list that is not given: nothing by name', { name: 'Timeline', attributes: { by: 'theme' } }, []],
    ['a list and a claim', { name: 'CorridorMap', attributes: { routes: 'pass', claim: 'varga-2031/road' } }, ['claims varga-2031/road', 'routes salt/pass']],
    ['a tag without its id', { name: 'Term', attributes: {} }, []],
    ['a tag that is not ours', { name: 'Toc', attributes: { id: 'salt/toc' } }, []],
    ['a name that every object has', { name: 'constructor', attributes: { id: 'salt/toc' } }, []],
  ])('%s', (_, tag, expected) => expect(recordsNamed(tag, 'salt').map(({ records, id }) => `${records} ${id}`)).toEqual(expected))

  it('a stance also names what its score is taken from', () => {
    const [stance, ...sources] = recordsNamed({ name: 'Stance', attributes: { id: 'salt/road' } }, 'salt')
    expect(stance).toEqual({ records: 'stances', id: 'salt/road' })
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.every(({ records }) => records === 'claims')).toBe(true)
  })
})

it('figures are those of the practice page; with some a class does something', () => {
  expect(figureTags).toContain('Chart')
  expect(figureTags).not.toContain('Cite')
  expect(askingTags).toContain('Exercise')
  expect(askingTags).not.toContain('Chart')
})
