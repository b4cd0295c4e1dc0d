import { describe, expect, test } from 'vitest'
import type { Course } from '#course'
import { cardsReadings, cardsVerdict, withdrawnFrom } from '#models'
import { layouts, type ModelOf, type Slide, verdicts } from '#schema'
import { kinds, longestWait, partsOf, type Promised, slides, sourceOf, withLayout } from './promise.ts'

export const promises: Promised[] = [
  { what: 'claims of the article', count: ({ claims }) => claims('zhang-zeming-2026').length, least: 70 },
  { what: 'kinds of claims', count: ({ claims }) => new Set(claims('zhang-zeming-2026').map(({ kind }) => kind)).size, least: 7 },
  { what: 'claims that stand, are contested, fail', count: ({ claims }) => new Set(claims('zhang-zeming-2026').map(({ status }) => typeof status === 'string' ? status : Object.keys(status)[0])).size, least: 3 },
  { what: 'terms in three languages', count: ({ terms }) => terms.length, least: 40 },
  { what: 'tensions', count: ({ tensions }) => tensions.length, least: 8 },
  { what: 'dated events', count: ({ events }) => events.length, least: 8 },
  { what: 'tables of five actors by five columns', count: ({ series }) => series.filter(({ rows, columns }) => Object.keys(rows).length === 5 && Object.keys(columns).length === 5).length, least: 1 },
  { what: 'outcomes', count: ({ outcomes }) => outcomes, least: 4, most: 6 },
  { what: 'exercises', count: ({ exercises }) => exercises.length, least: 12, most: 16 },
  { what: 'exercises that ask for recall', count: ({ exercises }) => exercises.filter(({ skill }) => skill === 'recall').length, least: 0, most: 2 },
  ...kinds('choice', 'choices', 'judge', 'place', 'matrix', 'edges', 'cells', 'order', 'sort', 'essay'),
  { what: 'choices of one option', count: ({ exercises }) => exercises.filter(({ kind }) => kind === 'choice').length, least: 3 },
  ...verdicts.map((verdict): Promised => ({ what: `statements "${verdict}"`, count: ({ exercises }) => exercises.flatMap(exercise => exercise.kind === 'judge' ? Object.values(exercise.key) : []).filter(one => one === verdict).length, least: 1 })),
  ...slides(18, 22),
  ...layouts.map((layout): Promised => ({ what: `slides with layout ${layout}`, count: parts => withLayout(parts, layout), least: layout === 'source-check' ? 2 : 1, ...(layout === 'source-check' ? { most: 3 } : {}) })),
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

    test('with the Turkish card at the first corner, the first failure is named', () => {
      expect(cardsReadings(model, { ...offer('us'), sovereignty: offer('turkey')['sovereignty'] }).every(({ failing }) => failing.includes('sovereignty'))).toBe(true)
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
    const minutes = (slide: Slide) => Number(/(\d+) ?(?:minutes|分钟)/.exec(slide.does ?? '')?.[1] ?? 0)
    // The line read again and the criteria of the closing task end the hour; they are not counted.
    const active = slides.filter(slide => minutes(slide) > 0 && slide.layout !== 'answer' && slide.id !== 'task')
    const shows = (slide: Slide) => slide.tags.some(({ name }) => ['CorridorMap', 'Framework', 'Argument', 'Explorer', 'Timeline', 'Chart', 'Stance'].includes(name))

    test('has six to eight activities, two of them long, and no more than four slides from one to the next', () => {
      expect(active.length).toBeGreaterThanOrEqual(6)
      expect(active.length).toBeLessThanOrEqual(8)
      expect(active.filter(slide => minutes(slide) >= 8).length).toBeGreaterThanOrEqual(2)
      expect(longestWait(slides.slice(0, -2), slide => minutes(slide) > 0)).toBeLessThanOrEqual(4)
    })

    test('puts its hardest tool before the class is tired', () => {
      expect(slides.findIndex(slide => slide.tags.some(({ name }) => name === 'Argument'))).toBeLessThan(slides.length * 0.6)
    })

    test('has no two tables of words in a row, and no three slides of a kind', () => {
      const layoutsInOrder = slides.map(({ layout }) => layout)
      expect(layoutsInOrder.filter((layout, index) => layout === 'comparison' && layoutsInOrder[index + 1] === layout)).toEqual([])
      expect(layoutsInOrder.filter((layout, index) => layoutsInOrder[index + 1] === layout && layoutsInOrder[index + 2] === layout)).toEqual([])
    })

    test('draws map, rights, triangle and stages, an argument and a model to push on', () => {
      expect(slides.filter(shows).length).toBeGreaterThanOrEqual(7)
      const drawn = slides.flatMap(({ tags }) => tags).flatMap(({ name, attributes }) => name === 'Framework' ? [attributes['id']] : [name])
      for (const one of ['CorridorMap', 'corridor/rights', 'corridor/triangle', 'corridor/stages', 'Argument', 'Explorer']) expect(drawn).toContain(one)
    })

    test('hears three voices or more from outside the articles, besides the documents', () => {
      const cited = new Set(slides.flatMap(({ tags }) => tags).flatMap(({ name, attributes }) => name === 'Cite' ? [sourceOf(attributes['claim']!)] : []))
      const outside = [...cited].filter(source => course.sources[source]?.outside)
      expect(outside.length, outside.join(', ')).toBeGreaterThanOrEqual(5)
    })
  })
}
