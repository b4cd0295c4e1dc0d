import { describe, expect, test } from 'vitest'
import type { Course } from '#course'
import { cardsReadings, cardsVerdict, withdrawnFrom } from '#models'
import { layouts, type ModelOf, verdicts, type Layout } from '#schema'
import { doing, kinds, longestWait, partsOf, type Promised, slides, withLayout } from './promise.ts'

export const promises: Promised[] = [
  { what: 'claims of the article', count: ({ claims }) => claims('zhang-zeming-2026').length, least: 70 },
  { what: 'kinds of claims', count: ({ claims }) => new Set(claims('zhang-zeming-2026').map(({ kind }) => kind)).size, least: 7 },
  { what: 'claims that stand, are contested, fail', count: ({ claims }) => new Set(claims('zhang-zeming-2026').map(({ status }) => typeof status === 'string' ? status : Object.keys(status)[0])).size, least: 3 },
  { what: 'terms in three languages', count: ({ terms }) => terms.length, least: 40 },
  { what: 'tensions', count: ({ tensions }) => tensions.length, least: 8 },
  { what: 'dated events', count: ({ events }) => events.length, least: 8 },
  { what: 'tables of five actors by five columns', count: ({ series }) => series.filter(({ rows, columns }) => Object.keys(rows).length === 5 && Object.keys(columns).length === 5).length, least: 1 },
  { what: 'outcomes', count: ({ outcomes }) => outcomes, least: 4, most: 6 },
  { what: 'exercises', count: ({ exercises }) => exercises.length, least: 18 },
  ...kinds('choice', 'choices', 'judge', 'number', 'text', 'cloze', 'match', 'order', 'sort', 'matrix', 'edges', 'cells'),
  { what: 'choices of one option', count: ({ exercises }) => exercises.filter(({ kind }) => kind === 'choice').length, least: 3 },
  ...verdicts.map((verdict): Promised => ({ what: `statements "${verdict}"`, count: ({ exercises }) => exercises.flatMap(exercise => exercise.kind === 'judge' ? Object.values(exercise.key) : []).filter(one => one === verdict).length, least: 1 })),
  ...slides(22, 28),
  ...layouts.map((layout): Promised => ({ what: `slides with layout ${layout}`, count: parts => withLayout(parts, layout), least: ({ 'source-check': 4, 'discussion': 3 } as Partial<Record<Layout, number>>)[layout] ?? 1 })),
]

export function also(course: Course) {
  const { events } = partsOf(course, 'corridor')

  test('tells the chain of events from 1988 to 2026', () => {
    const years = events.map(event => event.date.slice(0, 4)).sort()
    expect(years).toContain('1988')
    expect(years.at(-1)).toBe('2026')
  })

  test('draws the triangle whole: three corners that can fail, three sides with what passes along them', () => {
    const triangle = course.frameworks['corridor/triangle']!
    expect(triangle.layout).toBe('triangle')
    expect(Object.values(triangle.nodes).map(node => Boolean(node.failure && node.gives && node.letter))).toEqual([true, true, true])
    expect(new Set(Object.values(triangle.edges).map(({ from, to }) => [from, to].sort().join(' '))).size).toBe(3)
    expect(course.frameworks['corridor/stages']!.layout).toBe('chain')
    expect(Object.keys(course.frameworks['corridor/stages']!.nodes)).toHaveLength(3)
  })

  // What a class finds when it pushes on the triangle, replayed with the model's own rules.
  describe('the triangle, pushed on', () => {
    const model = course.models['corridor/triangle'] as ModelOf<'cards'>
    const { lay, place, withdraw } = model.tasks as Required<typeof model.tasks>
    const offer = (actor: string) => lay.cases[actor]!.corners

    test('one offer alone is complete at all corners, or open at the third: its terms are not public', () => {
      expect(cardsReadings(model, offer('us')).map(({ outcome, open }) => [outcome, open])).toEqual([['complete', []], ['open', ['security']]])
      expect(Object.entries(lay.cases).filter(([, { corners }]) => cardsReadings(model, corners).some(({ outcome }) => outcome === 'complete')).map(([actor]) => actor)).toEqual(['us'])
    })

    test('without the guarantee it names that failure; a silence names none', () => {
      expect(cardsVerdict(model, { sovereignty: 'given', connectivity: 'given', security: 'none' })).toMatchObject({ rule: 'missing', failing: ['security'], open: [] })
      expect(cardsVerdict(model, { sovereignty: 'given', connectivity: 'given', security: 'not-stated' })).toMatchObject({ rule: 'silent', failing: [], open: ['security'] })
    })

    test('with the European card at the first corner, the first failure is named', () => {
      expect(cardsReadings(model, { ...offer('us'), sovereignty: offer('eu')['sovereignty'] }).every(({ failing }) => failing.includes('sovereignty'))).toBe(true)
    })

    test('of Suez the article says two things at the first corner, and what follows differs', () => {
      const { corners } = place.cases['suez']!
      expect([corners['sovereignty']!.is, corners['sovereignty']!.but?.is]).toEqual(['lacking', 'given'])
      expect(cardsReadings(model, corners).map(({ outcome }) => outcome)).toEqual(['at-risk', 'open'])
    })

    test('the guarantee withdrawn opens the first condition, and three hedged steps; returns withdrawn open none', () => {
      expect(withdrawnFrom(withdraw, ['security'], [])).toMatchObject({ holds: ['capacity-falls'], read: ['capacity-falls'], silent: [] })
      expect(withdrawnFrom(withdraw, ['security'], []).steps).toHaveLength(3)
      expect(withdrawnFrom(withdraw, ['connectivity'], [])).toEqual({ holds: [], read: [], steps: [], silent: ['connectivity'] })
    })
  })

  describe.each(partsOf(course, 'corridor').decks)('%s', (_, slides) => {
    const drawn = slides.flatMap(slide => slide.tags).filter(tag => tag.name === 'Framework')

    // A line of time asks as well: its slide has the class look for the dates that disagree.
    test('has an exercise, or a figure that asks something, at least every four slides', () => expect(longestWait(slides, slide => slide.tags.some(({ name }) => [...doing, 'Timeline'].includes(name)))).toBeLessThanOrEqual(4))

    test('draws stages and actors', () => {
      const ids = drawn.map(tag => tag.attributes['id'])
      for (const id of ['corridor/triangle', 'corridor/stages', 'corridor/actors']) expect(ids.filter(one => one?.startsWith(id)), `${id}; drawn: ${ids.join(', ')}`).not.toEqual([])
    })

    test('shows the triangle as mermaid and as the hand-laid drawing', () => {
      const ways = new Set(drawn.filter(tag => tag.attributes['id'] === 'corridor/triangle').map(tag => tag.attributes['as'] ?? 'mermaid'))
      expect([...ways].sort()).toEqual(['mermaid', 'triangle'])
    })
  })
}
