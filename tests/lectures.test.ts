import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Course } from '#course'
import { readCourse } from '#course/disk'
import { plainMarkdown } from '#course/inline'
import { exerciseIds, finishedLectures, lectureData, locators } from '#course/lecture'
import { languages, layouts, verdicts, type Language, type Layout, type Slide } from '#schema'
import { placeOf } from '../components/Cite/placeOf.ts'

/** What every finished lecture keeps, and what each promises in numbers; that each piece is right is for `npm run verify`. */
const course = readCourse(fileURLToPath(new URL('..', import.meta.url)))
const finished = finishedLectures(course)

/** What is counted of one lecture. */
function partsOf(all: Course, lecture: string) {
  const of = <T>(records: Record<string, T>, file = lecture) => Object.entries(records).filter(([id]) => id.startsWith(`${file}/`)).map(([, record]) => record)
  const deck = (lang: Language): Slide[] => all.decks.find(one => one.lecture === lecture && one.lang === lang)?.slides ?? []
  const exercises = of(all.exerciseFiles)
  return {
    exercises,
    /** Of each exercise, the sources of the claims it rests on. */
    sourcesOfExercises: of(all.exercises).map(({ key }) => new Set([...key.claims, ...Object.values(key.partClaims).flat()].map(sourceOf))),
    claims: (source: string) => of(all.claims, source),
    frameworks: of(all.frameworks),
    events: of(all.events),
    series: of(all.series),
    tensions: of(all.tensions),
    terms: of(all.terms),
    termsElsewhere: Object.entries(all.terms).filter(([id]) => !id.startsWith(`${lecture}/`)).map(([, term]) => term),
    decks: languages.map(lang => [lang, deck(lang)] as const),
    kinds: new Set(exercises.map(({ kind }) => kind as string)),
    texts: Object.entries(all.sources).filter(([, source]) => !source.outside).map(([id]) => id),
  }
}
type Parts = ReturnType<typeof partsOf>

/** Tags with which the students do something. */
const doing = ['Exercise', 'Explorer', 'Argument', 'Stance']

const sourceOf = (claim: string) => claim.split('/')[0]!
const beyond = ({ exercises }: Parts) => exercises.filter(({ asks }) => asks === 'case' || asks === 'reading').length
const withLayout = (parts: Parts, layout: Layout) => Math.min(...parts.decks.map(([, slides]) => slides.filter(slide => slide.layout === layout).length))
const sidesRestOn = (parts: Parts) => parts.tensions.map(({ sides }) => new Set(sides.flatMap(({ claims }) => claims).map(sourceOf)))

/** One promise: what is counted, and between what bounds it must lie. */
interface Promised { what: string, count: (parts: Parts) => number, least: number, most?: number }

const slides = (least: number, most: number): Promised[] => languages.map(lang => ({ what: `slides, ${lang}`, count: ({ decks }) => decks.find(([one]) => one === lang)![1].length, least, most }))
const kinds = (...names: string[]): Promised[] => names.map(name => ({ what: `kind ${name}`, count: ({ kinds }) => Number(kinds.has(name)), least: 1 }))

/** What a lecture promises in numbers. It counts from the day its decks are no drafts. */
const promises: Record<string, Promised[]> = {
  corridor: [
    { what: 'claims of the article', count: ({ claims }) => claims('zhang-zeming-2026').length, least: 70 },
    { what: 'kinds of claims', count: ({ claims }) => new Set(claims('zhang-zeming-2026').map(({ kind }) => kind)).size, least: 7 },
    { what: 'claims that stand, are contested, fail', count: ({ claims }) => new Set(claims('zhang-zeming-2026').map(({ status }) => typeof status === 'string' ? status : Object.keys(status)[0])).size, least: 3 },
    { what: 'terms in three languages', count: ({ terms }) => terms.length, least: 40 },
    { what: 'tensions', count: ({ tensions }) => tensions.length, least: 8 },
    { what: 'dated events', count: ({ events }) => events.length, least: 8 },
    { what: 'tables of five actors by five columns', count: ({ series }) => series.filter(({ rows, columns }) => Object.keys(rows).length === 5 && Object.keys(columns).length === 5).length, least: 1 },
    { what: 'outcomes', count: () => Object.keys(course.syllabus.lectures['corridor']!.outcomes).length, least: 4, most: 6 },
    { what: 'exercises', count: ({ exercises }) => exercises.length, least: 18 },
    ...kinds('choice', 'choices', 'judge', 'number', 'text', 'cloze', 'match', 'order', 'sort', 'matrix', 'edges', 'cells'),
    { what: 'choices of one option', count: ({ exercises }) => exercises.filter(({ kind }) => kind === 'choice').length, least: 3 },
    ...verdicts.map((verdict): Promised => ({ what: `statements "${verdict}"`, count: ({ exercises }) => exercises.flatMap(exercise => exercise.kind === 'judge' ? Object.values(exercise.key) : []).filter(one => one === verdict).length, least: 1 })),
    ...slides(22, 28),
    ...layouts.map((layout): Promised => ({ what: `slides with layout ${layout}`, count: parts => withLayout(parts, layout), least: ({ 'source-check': 4, 'discussion': 3 } as Partial<Record<Layout, number>>)[layout] ?? 1 })),
  ],
  triad: [
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
  ],
}

const isKept = (all: Course, lecture: string, { count, least, most = Infinity }: Promised) => {
  const counted = count(partsOf(all, lecture))
  return counted >= least && counted <= most
}
/** What a lecture is short of; nothing while it is no finished lecture. */
const unkept = (all: Course, lecture: string) => finishedLectures(all).includes(lecture) ? promises[lecture]!.filter(one => !isKept(all, lecture, one)).map(({ what }) => what) : []

test('the lecture corridor is finished', () => expect(finished).toContain('corridor'))

describe.each(Object.keys(promises).filter(lecture => finished.includes(lecture)))('%s promises', (lecture) => {
  test.each(promises[lecture]!)('$what: $least or more', ({ count, least, most }) => {
    const counted = count(partsOf(course, lecture))
    expect(counted).toBeGreaterThanOrEqual(least)
    if (most !== undefined) expect(counted).toBeLessThanOrEqual(most)
  })
})

describe('a promise counts when the decks are there', () => {
  /** The course in which `triad` has decks of one slide and nothing else. */
  const short = (draft: boolean): Course => {
    const without = <T>(records: Record<string, T>) => Object.fromEntries(Object.entries(records).filter(([id]) => !/^(triad|yang-2026)\//.test(id)))
    return {
      ...course, claims: without(course.claims), frameworks: without(course.frameworks), tensions: without(course.tensions), terms: without(course.terms),
      exerciseFiles: without(course.exerciseFiles), exercises: without(course.exercises),
      decks: [...course.decks.filter(deck => deck.lecture !== 'triad'), ...course.decks.filter(deck => deck.lecture === 'corridor').map(deck => ({ ...deck, lecture: 'triad', draft, slides: deck.slides.slice(0, 1) }))],
    }
  }
  test('a lecture that has them and is short of everything is told everything', () => expect(unkept(short(false), 'triad')).toEqual(promises['triad']!.map(({ what }) => what)))
  test('drafts are free', () => expect(unkept(short(true), 'triad')).toEqual([]))
  test('what is not there is free', () => expect(unkept({ ...course, decks: [] }, 'corridor')).toEqual([]))
  test('one less than the least is short, as many are not', () => {
    const parts = partsOf(course, 'corridor')
    for (const promised of promises['corridor']!) {
      const there = promised.count(parts)
      expect(isKept(course, 'corridor', { ...promised, least: there, most: there }), promised.what).toBe(true)
      expect(isKept(course, 'corridor', { ...promised, least: there + 1, most: Infinity }), promised.what).toBe(false)
      expect(isKept(course, 'corridor', { ...promised, least: 0, most: there - 1 }), promised.what).toBe(false)
    }
  })
})

describe.each(finished)('every finished lecture: %s', (lecture) => {
  const given = course.syllabus.lectures[lecture]!
  const parts = partsOf(course, lecture)
  const { exercises } = parts

  test('has a deck in both languages', () => expect(parts.decks.filter(([, slides]) => slides.length === 0).map(([lang]) => lang)).toEqual([]))

  test('holds no draft: neither its decks, nor its part of the corpus, nor an exercise', () => {
    const own = [`slides/${lecture}.`, `exercises/${lecture}/`, ...['series', 'frameworks', 'events', 'glossary', 'tensions', 'models', 'arguments', 'stances', 'routes'].map(room => `corpus/${room}/${lecture}.`), ...given.sources.map(source => `corpus/claims/${source}.`)]
    expect(course.drafts.filter(path => own.some(beginning => path.startsWith(beginning)))).toEqual([])
  })

  test('asks about a case or a reading at least every third time', () => expect(beyond(parts) * 3).toBeGreaterThanOrEqual(exercises.length))

  test.each(Object.keys(given.outcomes))('serves the outcome %s twice or more', (outcome) => {
    expect(exercises.filter(exercise => exercise.outcome === outcome).length).toBeGreaterThanOrEqual(2)
  })

  test('cites nothing without saying where it stands', () => {
    const data = lectureData(course, lecture)
    const cited = new Set([
      ...data.slides.flatMap(slide => slide.claims),
      ...exerciseIds(course, lecture).flatMap(id => [...course.exercises[id]!.key.claims, ...Object.values(course.exercises[id]!.key.partClaims).flat()]),
      ...Object.values(data.claims).flatMap(({ status }) => typeof status === 'object' && 'contested' in status ? status.contested : []),
    ])
    expect(cited.size).toBeGreaterThan(20)
    for (const lang of languages) expect([...cited].filter(claim => !(claim in data.claims) || !placeOf(claim, data, lang) || /undefined/.test(placeOf(claim, data, lang))), lang).toEqual([])
  })
})

describe.each(finished)('neither place nor length gives a key away: %s', (lecture) => {
  const single = Object.values(course.exercises).filter(({ item }) => item.lecture === lecture).flatMap(({ item, key }) => item.kind === 'choice' && key.kind === 'choice' ? [{ item, key }] : [])

  test('the key of a choice is not always at the same place', () => {
    const places = single.map(({ item, key }) => item.options.findIndex(option => option.id === key.solution))
    if (places.length > 1) expect(new Set(places).size, `places: ${places.join(', ')}`).toBeGreaterThan(1)
  })

  test.each(languages)('the key is not the longest option too often, %s', (lang) => {
    const longest = single.filter(({ item, key }) => item.options.every(option => option.id === key.solution || option.text[lang].length < item.options.find(({ id }) => id === key.solution)!.text[lang].length))
    expect(longest.length, longest.map(({ item }) => item.id).join(', ')).toBeLessThanOrEqual(Math.ceil(single.length / 2))
  })
})

describe.each(finished.flatMap(lecture => languages.map(lang => [lecture, lang] as const)))('the deck %s.%s', (lecture, lang) => {
  const slides = course.decks.find(deck => deck.lecture === lecture && deck.lang === lang)?.slides ?? []
  const has = (name: string) => (slide: Slide) => slide.tags.some(tag => tag.name === name)

  test('gives the students something to do at least every four slides', () => {
    const does = (slide: Slide) => doing.some(tag => has(tag)(slide)) || ['question', 'source-check', 'discussion'].includes(slide.layout)
    expect(longestWait(slides, does)).toBeLessThanOrEqual(4)
  })

  test('opens with a question and ends with its references', () => {
    expect([slides[0]?.layout, slides[1]?.layout, slides.at(-1)?.layout]).toEqual(['opening', 'question', 'references'])
  })

  test('lasts 75 to 85 minutes', () => {
    const minutes = slides.map(slide => Number(slide.note.minutes)).reduce((sum, each) => sum + each, 0)
    expect(minutes).toBeGreaterThanOrEqual(75)
    expect(minutes).toBeLessThanOrEqual(85)
  })

  /** English words, or Han characters and what stands between them in Latin: what a reader has to read. */
  const length = (text: string) => {
    const plain = plainMarkdown(text.replace(/<[^>]*>/g, ' '))
    if (lang === 'en') return plain.match(/[\p{L}\p{N}’'&.–-]+/gu)?.filter(word => /[\p{L}\p{N}]/u.test(word)).length ?? 0
    return (plain.match(/\p{Script=Han}/gu)?.length ?? 0) + (plain.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
  }

  test('a headline is an assertion of at most 14 words or 24 characters', () => {
    const long = slides.filter(slide => slide.layout !== 'references').map(({ id, headline }) => `${id}: ${length(headline)}`).filter(line => Number(line.split(' ')[1]) > (lang === 'en' ? 14 : 24))
    expect(long).toEqual([])
  })

  test('no slide is read instead of seen: 90 words or 165 characters at most, references and tables apart', () => {
    const isTable = (slide: Slide) => /^\|.*\|$/m.test(slide.content) || has('Series')(slide)
    // The foot is citations; tags of ours draw, or ask what their own rooms hold.
    const long = slides.filter(slide => slide.layout !== 'references' && !isTable(slide)).map(({ id, content }) => `${id}: ${length(content.split('::foot::')[0]!.replace(/^#+\s*/gm, ''))}`)
    expect(long.length).toBeGreaterThan(slides.length / 2)
    expect(long.filter(line => Number(line.split(' ')[1]) > (lang === 'en' ? 90 : 165))).toEqual([])
  })
})

/** Slides from one on which something is `there` to the next, the ends included. */
function longestWait(slides: Slide[], there: (slide: Slide) => boolean): number {
  const at = [0, ...slides.flatMap((slide, index) => there(slide) ? [index + 1] : []), slides.length + 1]
  return Math.max(...at.slice(1).map((place, index) => place - at[index]!))
}

describe('corridor', () => {
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
})

test('the course rests on eleven texts, and on two of them in other languages', () => {
  const { texts } = partsOf(course, 'corridor')
  expect(course.syllabus.lectures['synthesis']!.sources).toHaveLength(11)
  expect(texts.filter(text => !course.syllabus.lectures['synthesis']!.sources.includes(text))).toEqual(['yang-abstract-en-2026', 'yang-abstract-ru-2026'])
})

test('where a claim stands is known for every text that has claims and is no draft', () => {
  const known = locators(course)
  const drafts = course.drafts.map(path => /^corpus\/claims\/(.*)\.yaml$/.exec(path)?.[1])
  expect(Object.entries(course.claims).filter(([id, { at }]) => 'line' in at && !drafts.includes(sourceOf(id)) && !known[id]).map(([id]) => id)).toEqual([])
})
