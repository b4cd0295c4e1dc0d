import { describe, expect, test } from 'vitest'
import type { Course } from '#course'
import { balanceOf, borneOn, cornersOf, pairsOf, signsOf, strainOf } from '#models'
import { kinds, type Promised, sidesRestOn, slides, withLayout } from './promise.ts'

export const promises: Promised[] = [
  { what: 'claims of the article', count: ({ claims }) => claims('yang-2026').length, least: 60 },
  { what: 'exercises', count: ({ exercises }) => exercises.length, least: 14 },
  { what: 'kinds of exercises', count: ({ kinds }) => kinds.size, least: 9 },
  ...kinds('signs'),
  { what: 'exercises on this article and another', count: ({ sourcesOfExercises, texts }) => sourcesOfExercises.filter(sources => sources.has('yang-2026') && texts.some(text => text !== 'yang-2026' && sources.has(text))).length, least: 2 },
  ...slides(20, 26),
  { what: 'slides with layout source-check', count: parts => withLayout(parts, 'source-check'), least: 4 },
  { what: 'tensions', count: ({ tensions }) => tensions.length, least: 8 },
  { what: 'tensions with another article', count: parts => sidesRestOn(parts).filter(sources => sources.has('yang-2026') && ['zhang-zeming-2026', 'si-2026'].some(other => sources.has(other))).length, least: 2 },
  { what: 'terms no other lecture has', count: ({ terms, termsElsewhere }) => terms.filter(({ names }) => !termsElsewhere.some(other => other.names.zh === names.zh || other.names.en.toLowerCase() === names.en.toLowerCase())).length, least: 30 },
  { what: 'triangles solid, hatched, open', count: ({ frameworks }) => frameworks.filter(({ layout, nodes }) => layout === 'triangle' && Object.values(nodes).slice(0, 3).map(({ mark }) => mark).join() === 'solid,hatched,open').length, least: 1 },
  { what: 'chains', count: ({ frameworks }) => frameworks.filter(({ layout }) => layout === 'chain').length, least: 1 },
]

export function also(course: Course) {
  // What a class finds when it pushes on the triad, reckoned from the signs of the article's own passages.
  describe('the triad, pushed on', () => {
    const framework = course.frameworks['triad/triad']!
    const actors = cornersOf(framework)
    const side = (one: string, other: string) => pairsOf(actors).find(({ between }) => between.includes(one) && between.includes(other))!.id
    const security = signsOf(framework, 'security')

    test('in security there are two camps: China and Russia against the United States', () => {
      expect(balanceOf(actors, security).camps?.map(camp => [...camp].sort()).sort()).toEqual([['china', 'russia'], ['us']])
    })

    test('Russia and the United States together: one side would have to change', () => {
      const strain = strainOf(actors, security, { side: side('russia', 'us'), sign: '+' })
      expect(strain.after.verdict).toBe('unbalanced')
      expect(balanceOf(actors, { ...security, [side('russia', 'us')]: '+' }).repairs.every(sides => sides.length === 1)).toBe(true)
    })

    test('of China and the United States in security every passage is against', () => {
      const { bears } = framework.edges['china-us-security']!
      expect(bears!.minus?.length).toBeGreaterThan(0)
      expect(borneOn(framework, 'security', ['china', 'us'])).toBe('-')
    })

    test('in technology it cannot be told', () => expect(balanceOf(actors, signsOf(framework, 'technology')).verdict).toBe('undetermined'))
  })
}
