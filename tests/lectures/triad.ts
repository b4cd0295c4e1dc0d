import { describe, expect, test } from 'vitest'
import type { Course } from '#course'
import { balanceOf, borneOn, cornersOf, pairsOf, signsOf, strainOf } from '#models'
import { languages, type Slide } from '#schema'
import { kinds, partsOf, type Promised, sidesRestOn, slides, sourceOf, withLayout } from './promise.ts'

/** Tags with a picture in them. */
const drawn = ['Framework', 'Explorer', 'Argument', 'Timeline', 'Chart']
/** "In threes · 10 minutes" => 10 */
const minutesOf = ({ does = '' }: Slide) => Number(/(\d+)\s*(?:minutes?|分钟)/.exec(does)?.[1] ?? 0)
const fewest = (what: string, count: (slides: Slide[]) => number, least: number, most?: number): Promised => ({ what, count: ({ decks }) => Math.min(...decks.map(([, slides]) => count(slides))), least, ...most === undefined ? {} : { most } })

export const promises: Promised[] = [
  { what: 'claims of the article', count: ({ claims }) => claims('yang-2026').length, least: 60 },
  { what: 'exercises', count: ({ exercises }) => exercises.length, least: 12, most: 16 },
  { what: 'kinds of exercises', count: ({ kinds }) => kinds.size, least: 7 },
  ...kinds('signs', 'essay'),
  { what: 'exercises on this article and another', count: ({ sourcesOfExercises, texts }) => sourcesOfExercises.filter(sources => sources.has('yang-2026') && texts.some(text => text !== 'yang-2026' && sources.has(text))).length, least: 2 },
  ...slides(18, 22),
  { what: 'slides with layout source-check', count: parts => withLayout(parts, 'source-check'), least: 2, most: 3 },
  ...(['before', 'answer', 'question'] as const).map((layout): Promised => ({ what: `slides with layout ${layout}`, count: parts => withLayout(parts, layout), least: 1, most: 1 })),
  fewest('slides on which the class does something, beside reading its line again', slides => slides.filter(({ does, layout }) => does && layout !== 'answer').length, 6, 8),
  fewest('minutes for reading the line again', slides => Math.min(...slides.filter(({ layout }) => layout === 'answer').map(minutesOf)), 2),
  fewest('activities of eight to twelve minutes', slides => slides.map(minutesOf).filter(minutes => minutes >= 8 && minutes <= 12).length, 2),
  fewest('slides with a picture', slides => slides.filter(({ tags, content }) => tags.some(({ name }) => drawn.includes(name)) || content.includes('class="scale"')).length, 7),
  { what: 'tensions', count: ({ tensions }) => tensions.length, least: 8 },
  { what: 'tensions with another article', count: parts => sidesRestOn(parts).filter(sources => sources.has('yang-2026') && ['zhang-zeming-2026', 'si-2026'].some(other => sources.has(other))).length, least: 2 },
  { what: 'terms no other lecture has', count: ({ terms, termsElsewhere }) => terms.filter(({ names }) => !termsElsewhere.some(other => other.names.zh === names.zh || other.names.en.toLowerCase() === names.en.toLowerCase())).length, least: 30 },
  { what: 'triangles solid, hatched, open', count: ({ frameworks }) => frameworks.filter(({ layout, nodes }) => layout === 'triangle' && Object.values(nodes).slice(0, 3).map(({ mark }) => mark).join() === 'solid,hatched,open').length, least: 1 },
  { what: 'chains', count: ({ frameworks }) => frameworks.filter(({ layout }) => layout === 'chain').length, least: 1 },
]

export function also(course: Course) {
  describe.each(languages)('its slides in %s', (lang) => {
    const deck = partsOf(course, 'triad').decks.find(([one]) => one === lang)![1]

    test('cite three outside voices and more, of the great powers and of a state between them', () => {
      const cited = new Set(deck.flatMap(({ tags }) => tags).flatMap(({ attributes }) => attributes['claim'] ? [sourceOf(attributes['claim'])] : []))
      expect([...cited].filter(source => course.sources[source]?.outside).length).toBeGreaterThanOrEqual(6)
      expect([...cited]).toEqual(expect.arrayContaining(['joint-statement-2022', 'foreign-policy-concept-2023', 'nss-2025', 'tokayev-2025']))
    })

    test('quote a Russian and a Chinese document in their own languages', () => {
      const voices = deck.find(({ id }) => id === 'voices')!.content
      expect(voices).toMatch(/[а-я]{5}/u)
      expect(voices).toMatch(/“[^”]*\p{Script=Han}{8}[^”]*”/u)
    })

    test('the answer stands on grounds and voices that came before it', () => {
      const answer = deck.findIndex(({ layout }) => layout === 'answer')
      const before = new Set(deck.slice(0, answer).flatMap(({ tags }) => tags).map(({ attributes }) => attributes['claim']))
      const own = deck[answer]!.tags.flatMap(({ attributes }) => attributes['claim'] ?? []).filter(claim => sourceOf(claim) !== 'zhang-zeming-2026')
      expect(own.filter(claim => !before.has(claim))).toEqual([])
    })
  })

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
