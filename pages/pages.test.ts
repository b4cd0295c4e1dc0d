import { describe, expect, it } from 'vitest'
import { beyondSlides, claimsDrawn } from './beyond.ts'
import { inOrder } from './inOrder.ts'

const text = (en: string, zh: string) => ({ en, zh })

describe('exercises in order', () => {
  const slide = (id: string, ...exercises: string[]) => ({ id, number: 1, layout: 'exercise', headline: text('', ''), minutes: { en: 1, zh: 1 }, claims: [], figures: { en: [], zh: [] }, exercises })
  it('come as the lecture has them, each with its slide or with the one that teaches it', () => {
    const items = { 'salt/c': {}, 'salt/b': {}, 'salt/a': {}, 'salt/d': {} } as never
    const slides = [slide('one', 'salt/c'), slide('two', 'salt/a', 'salt/gone'), slide('three', 'salt/c')]
    expect(inOrder({ items, slides, taught: { 'salt/b': 'two' } }).map(({ id, slide: at, taughtOn }) => [id, at?.id, taughtOn?.id]))
      .toEqual([['salt/c', 'one', undefined], ['salt/b', undefined, 'two'], ['salt/a', 'two', undefined], ['salt/d', undefined, undefined]])
  })
})

describe('what no slide shows', () => {
  const shown = [{ tag: 'Stance' as const, attributes: { id: 'salt/shown' } }]
  const slides = [{ id: 'one', number: 1, layout: 'figure', headline: text('', ''), claims: [], exercises: [], figures: { en: shown, zh: shown } }]
  const lecture = (more: object) => ({ lecture: 'salt', slides, arguments: {}, models: {}, stances: {}, events: {}, ...more }) as unknown as Parameters<typeof beyondSlides>[0]
  const names = (more: object) => beyondSlides(lecture(more), 'en').map(({ tag, attributes, title }) => [tag, attributes['id'], title?.en])

  it('is each argument, model and stance of the lecture that stands on none, by its title or its question', () => {
    expect(names({
      arguments: { 'salt/bargain': { title: text('The bargain', '') } },
      models: { 'salt/watches': { title: text('The watches', '') }, 'silk/veil': { title: text('Not ours', '') } },
      stances: { 'salt/shown': { question: text('On a slide', '') }, 'salt/gate': { question: text('Whose gate?', '') } },
    })).toEqual([['Argument', 'salt/bargain', 'The bargain'], ['Explorer', 'salt/watches', 'The watches'], ['Stance', 'salt/gate', 'Whose gate?']])
  })
  it('is a line of time where the lecture has dates and no slide draws them', () => {
    expect(names({ events: { 'salt/treaty': {} } })).toEqual([['Timeline', undefined, undefined]])
    expect(names({ events: { 'silk/treaty': {} } })).toEqual([])
    slides[0]!.figures.en.push({ tag: 'Timeline', attributes: {} } as never)
    expect(names({ events: { 'salt/treaty': {} } })).toEqual([])
  })
})

describe('what a drawing rests on', () => {
  const at = (line: number) => ({ at: { line } })
  const claims = { 'varga/late': at(9), 'varga/early': at(2), 'varga/tolls': at(3), 'almanac/page': { at: { place: text('page 7', '第7页') } } }
  const framework = (edges: object) => ({ claims: ['varga/late', 'almanac/page'], nodes: { valley: { claims: ['varga/unsaid'] } }, edges })
  it.each([
    ['the whole, and each line; by source, in the order of its text', { toll: { claims: ['varga/early', 'varga/late'] } }, ['varga/early', 'varga/late', 'almanac/page']],
    ['not a line of a single field', { toll: { claims: ['varga/tolls'], domain: 'tolls' } }, ['varga/late', 'almanac/page']],
  ])('%s', (_, edges, expected) => expect(claimsDrawn(framework(edges) as never, claims as never)).toEqual(expected))
})
