import { describe, expect, test } from 'vitest'
import type { Course } from '#course'
import { type Move, placesOfPlans, play, randomGame } from '#models'
import { type GameModel, languages, type Slide } from '#schema'
import { kinds, partsOf, type Promised, sidesRestOn, slides, sourceOf, withLayout } from './promise.ts'

const minutesOf = ({ does = '' }: Slide) => Number(/(\d+)\s*(?:minutes?|分钟)/.exec(does)?.[1] ?? 0)
const fewest = (what: string, count: (slides: Slide[]) => number, least: number, most?: number): Promised => ({ what, count: ({ decks }) => Math.min(...decks.map(([, slides]) => count(slides))), least, ...most === undefined ? {} : { most } })

export const promises: Promised[] = [
  { what: 'claims of the article', count: ({ claims }) => claims('si-2026').length, least: 40 },
  { what: 'exercises', count: ({ exercises }) => exercises.length, least: 12, most: 16 },
  { what: 'kinds of exercises', count: ({ kinds }) => kinds.size, least: 6 },
  ...kinds('sort', 'judge', 'number', 'essay'),
  ...slides(18, 22),
  ...(['before', 'answer', 'question'] as const).map((layout): Promised => ({ what: `slides with layout ${layout}`, count: parts => withLayout(parts, layout), least: 1, most: 1 })),
  fewest('slides on which the class does something, beside reading its line again', slides => slides.filter(({ does, layout }) => does && layout !== 'answer').length, 6, 8),
  fewest('activities of eight to twelve minutes', slides => slides.map(minutesOf).filter(minutes => minutes >= 8 && minutes <= 12).length, 2),
  { what: 'tensions', count: ({ tensions }) => tensions.length, least: 8 },
  { what: 'tensions with another article', count: parts => sidesRestOn(parts).filter(sources => sources.has('si-2026') && ['zhu-2025', 'minerals-2025', 'yang-2026', 'zhang-zeming-2026'].some(other => sources.has(other))).length, least: 6 },
  ...['yang-2026', 'zhang-zeming-2026'].map((other): Promised => ({ what: `tensions with ${other}`, count: parts => sidesRestOn(parts).filter(sources => sources.has('si-2026') && sources.has(other)).length, least: 1 })),
  { what: 'terms no other lecture has', count: ({ terms, termsElsewhere }) => terms.filter(({ names }) => !termsElsewhere.some(other => other.names.zh === names.zh || other.names.en.toLowerCase() === names.en.toLowerCase())).length, least: 20 },
  { what: 'dated events', count: ({ events }) => events.length, least: 8 },
]

export function also(course: Course) {
  const model = course.models['c5plus1/multi-balancing'] as GameModel
  const short: GameModel = { ...model, rounds: model.short! }
  const player = 'kyrgyzstan'
  const powers = Object.keys(model.powers)
  const played = Array.from({ length: 12 }, (_, seed) => ({ rounds: randomGame(short, seed).map(({ moves }) => moves), seed }))
  const ends = played.flatMap(game => placesOfPlans(short, player, game))
  const dealtWith = (plan: readonly Move[]) => new Set(plan.flatMap(({ toward }) => toward ?? [])).size
  const shareBalanced = (among: typeof ends) => among.filter(({ place }) => place === 0).length / among.length

  describe('its game shows what the article says of balancing', () => {
    test('the more powers a plan deals with, the more of its games end in balance', () => {
      const shares = powers.map((_, index) => shareBalanced(ends.filter(({ plan }) => plan.every(({ toward }) => toward) && dealtWith(plan) === index + 1)))
      expect(shares).toEqual([...shares].sort((one, other) => one - other))
      expect(new Set(shares).size).toBe(shares.length)
    })
    test.each(powers)('who leans on %s alone never ends in balance', power =>
      expect(ends.filter(({ plan, place }) => place === 0 && plan.every(({ toward }) => toward === power))).toEqual([]))
    test('balancing does not always pay: most plans that deal with all three fail', () =>
      expect(shareBalanced(ends.filter(({ plan }) => dealtWith(plan) === powers.length))).toBeLessThan(0.5))
    test('each dilemma strikes within short games', () => {
      const fired = new Set(Array.from({ length: 60 }, (_, seed) => randomGame(short, seed)).flat().flatMap(({ fired }) => Object.values(fired).flat()))
      expect([...fired]).toEqual(expect.arrayContaining(['choose', 'collide', 'weak']))
    })
    test('to hedge and not to visit is worth its price in some games, and not in others', () => {
      const verdicts = new Set(played.flatMap((game) => {
        const places = new Map(placesOfPlans(short, player, game).map(({ plan, place }) => [JSON.stringify(plan), place]))
        return [...places].flatMap(([plan, place]) => {
          const visiting = places.get(plan.replaceAll('"hedge"', '"visit"'))
          return plan.includes('"hedge"') && visiting !== undefined ? [Math.sign(visiting - place)] : []
        })
      }))
      expect([...verdicts]).toEqual(expect.arrayContaining([1, -1]))
    })
  })

  describe.each(languages)('its slides in %s', (lang) => {
    const deck = partsOf(course, 'c5plus1').decks.find(([one]) => one === lang)![1]

    test('cite a president at two of the tables, one among the five alone, and a Russian text in its own language', () => {
      const cited = new Set(deck.flatMap(({ tags }) => tags).flatMap(({ attributes }) => attributes['claim'] ? [sourceOf(attributes['claim'])] : []))
      expect([...cited]).toEqual(expect.arrayContaining(['tokayev-dushanbe-2025', 'tokayev-washington-2025', 'tokayev-tashkent-2025', 'rahmon-2022']))
      expect(deck.find(({ id }) => id === 'voices')!.content).toMatch(/[а-я]{5}/u)
    })
  })

  test('the matrix has a cell for all that is compared, and what the article leaves empty is drawn empty', () => {
    const { columns, rows } = course.series['c5plus1/three-powers']!
    const says = Object.entries(rows).flatMap(([row, { cells, drawn }]) => Object.keys(columns).map(column => ({ cell: `${row}/${column}`, text: cells[column], isEmpty: drawn?.[column] === 'empty' })))
    expect(says.filter(({ text }) => !text)).toEqual([])
    expect(says.filter(({ isEmpty }) => isEmpty).map(({ cell }) => cell).sort()).toEqual(['china/agenda', 'russia/since', 'russia/trade'])
    expect(says.filter(({ text }) => text && 'en' in text && text.en.startsWith('not stated')).map(({ cell }) => cell).sort()).toEqual(['china/agenda', 'russia/since', 'russia/trade'])
  })

  test('the triangle has the five in its middle, and they act on all three', () => {
    const { nodes, edges } = course.frameworks['triad/strategic-triangle']!
    expect(Object.entries(nodes).filter(([, { stands }]) => stands === 'between').map(([id]) => id)).toEqual(['central-asia'])
    expect(Object.values(edges).filter(({ from }) => from === 'central-asia').map(({ to }) => to).sort()).toEqual(['china', 'russia', 'us'])
  })

  test('the game of the exercise “why it ended so” can be played', () => {
    const plan: Move[] = Array.from({ length: 3 }, () => ({ move: 'best-fit', toward: 'china' }))
    const found = Array.from({ length: 200 }, (_, seed) => play(short, plan.map(move => ({ [player]: move })), seed).at(-1)!.standings[player]!.gauges)
    expect(found).toContainEqual({ growth: 9, safety: 1, freedom: 0 })
  })
}
