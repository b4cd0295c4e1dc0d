// What every finished lecture keeps, and what each promises (tests/lectures/<lecture>.ts); that each piece is right is for `npm run verify`.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Course } from '#course'
import { readCourse } from '#course/disk'
import { plainMarkdown } from '#course/inline'
import { exerciseIds, finishedLectures, lectureData, locators } from '#course/lecture'
import { courseRoot, houseRoot } from '#course/roots'
import { languages, type Slide } from '#schema'
import { placeOf } from '#hosts/placeOf.ts'
import { doing, isKept, kinds, longestWait, partsOf, type Promised, type Promises, slides, sourceOf } from './lectures/promise.ts'

const course = readCourse(courseRoot())
const all = finishedLectures(course)
/** `npm test -- --lecture sco` asks for one. */
const only = process.env['COURSE_LECTURE']
const finished = all.filter(lecture => !only || lecture === only)

/** Found by their names: a lecture that promises has a file of its own. Those of this course promise nothing for another. */
const promising = courseRoot() === houseRoot ? readdirSync(join(houseRoot, 'tests/lectures')).map(file => file.replace(/\.ts$/, '')).filter(name => name !== 'promise') : []
const promised = await Promise.all(promising.map(async lecture => [lecture, await import(`./lectures/${lecture}.ts`) as Promises] as const))

test('there is a finished lecture, and each that promises is a lecture', () => {
  expect(finished).not.toEqual([])
  expect(promising.filter(lecture => !Object.hasOwn(course.syllabus.lectures, lecture))).toEqual([])
})

describe.each(promised.filter(([lecture]) => finished.includes(lecture)))('%s promises', (lecture, { promises, also }) => {
  test.each(promises.map(promised => ({ ...promised, name: `${promised.what}: ${promised.least}${promised.most === undefined ? ' or more' : ` to ${promised.most}`}` })))('$name', ({ what, count, least, most = Infinity }) => {
    const counted = count(partsOf(course, lecture))
    expect(counted >= least && counted <= most, `${lecture} has ${counted} ${what}; tests/lectures/${lecture}.ts promises ${least}${most === Infinity ? ' or more' : ` to ${most}`}`).toBe(true)
  })
  also?.(course)
})

describe('a promise counts when the decks are there', () => {
  const fixture = readCourse(join(houseRoot, 'tests/fixture-course'))
  const [lecture] = finishedLectures(fixture) as [string]
  const promises: Promised[] = [
    ...slides(3, 40), ...kinds('choice', 'signs'),
    { what: 'terms', count: ({ terms }) => terms.length, least: 2 },
    { what: 'exercises', count: ({ exercises }) => exercises.length, least: 14 },
  ]
  /** What a lecture is short of; nothing while it is no finished lecture. */
  const unkept = (course: Course) => finishedLectures(course).includes(lecture) ? promises.filter(one => !isKept(course, lecture, one)).map(({ what }) => what) : []
  /** The course in which its decks have one slide, and there is nothing else. */
  const short = (draft: boolean): Course => ({
    ...fixture, terms: {}, exerciseFiles: {}, exercises: {},
    decks: fixture.decks.map(deck => ({ ...deck, draft, slides: deck.slides.slice(0, 1) })),
  })
  test('a lecture that has all is short of nothing', () => expect(unkept(fixture)).toEqual([]))
  test('a lecture that has decks and is short of everything is told everything', () => expect(unkept(short(false))).toEqual(promises.map(({ what }) => what)))
  test('drafts are free', () => expect(unkept(short(true))).toEqual([]))
  test('what is not there is free', () => expect(unkept({ ...fixture, decks: [] })).toEqual([]))
  test('one less than the least is short, as one more than the most is', () => {
    const parts = partsOf(fixture, lecture)
    for (const one of promises) {
      const there = one.count(parts)
      expect(isKept(fixture, lecture, { ...one, least: there, most: there }), one.what).toBe(true)
      expect(isKept(fixture, lecture, { ...one, least: there + 1, most: Infinity }), one.what).toBe(false)
      expect(isKept(fixture, lecture, { ...one, least: 0, most: there - 1 }), one.what).toBe(false)
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

  test('asks about a case or a reading at least every third time', () => expect(exercises.filter(({ asks }) => asks === 'case' || asks === 'reading').length * 3).toBeGreaterThanOrEqual(exercises.length))

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

test('where a claim stands is known for every text that has claims and is no draft', () => {
  const known = locators(course)
  const drafts = course.drafts.map(path => /^corpus\/claims\/(.*)\.yaml$/.exec(path)?.[1])
  expect(Object.entries(course.claims).filter(([id, { at }]) => 'line' in at && !drafts.includes(sourceOf(id)) && !known[id]).map(([id]) => id)).toEqual([])
})

// <div class="scale">, and the lists of <div class="past">: nothing else knows where a date lies on them.
describe('a line of time to scale', () => {
  /** Stops and years of a slide that do not stand in the year that they name, or outside the line. */
  const lines = (content: string) => [
    ...[...content.matchAll(/<div class="scale" style="--from: ([\d.]+); --to: ([\d.]+)[^>]*>([\s\S]*?)<\/div>/g)].map(([, from, to, inside]) => [from, to, inside] as const),
    ...[...content.matchAll(/<ol style="--from: ([\d.]+); --years: ([\d.]+)">([\s\S]*?)<\/ol>/g)].map(([, from, years, inside]) => [from, Number(from) + Number(years), inside!.replace(/<li class="tie".*/g, '')] as const),
  ]
  const astray = (content: string) => lines(content).flatMap(([from, to, inside]) =>
    [...inside!.matchAll(/<li[^>]*--at: ([\d.]+)[^>]*>(.*?)<\/li>/g)].filter(([, at, says]) =>
      Number(at) < Number(from) || Number(at) > Number(to) || !(says!.match(/\b(?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d\d(?=年)/g) ?? [] as string[]).includes(String(Math.floor(Number(at))))).map(([, at, says]) => `${at}: ${says}`))

  test('each stop stands in the year that it names', () => expect(course.decks.flatMap(({ path, slides }) => slides.flatMap(({ id, content }) => astray(content).map(fault => `${path} ${id}: ${fault}`)))).toEqual([]))
  test('one that does not is told', () => {
    const line = (at: string) => `<div class="scale" style="--from: 2016; --to: 2020">\n<ol class="stops">\n<li style="--at: ${at}"><b>note</b> of April 2017</li>\n</ol>\n</div>`
    expect([line('2017.28'), line('2018.28'), line('2027.28')].map(each => astray(each).length)).toEqual([0, 1, 1])
    const past = (at: string) => `<ol style="--from: 2016; --years: 4.5">\n<li class="plan" style="--at: ${at}; --wide: 90px"><p><b>2017年4月</b> 脚注</p></li>\n</ol>`
    expect([past('2017.28'), past('2018.28'), past('2027.28')].map(each => astray(each).length)).toEqual([0, 1, 1])
  })
})
