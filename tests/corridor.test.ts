import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { plainMarkdown } from '#course/inline'
import { readCourse } from '#course/disk'
import { kindNames, languages, layouts, verdicts, type Slide } from '#schema'

/** What the corridor lecture promises in numbers; that each piece is right is for `npm run verify`. */
const course = readCourse(fileURLToPath(new URL('..', import.meta.url)))
const article = 'zhang-zeming-2026'
const lecture = course.syllabus.lectures['corridor']!
const of = <T>(records: Record<string, T>, file = 'corridor') => Object.entries(records).filter(([id]) => id.startsWith(`${file}/`)).map(([, record]) => record)
const exercises = of(course.exerciseFiles)
const has = (name: string) => (slide: Slide) => slide.tags.some(tag => tag.name === name)

describe('the corpus', () => {
  test.each<[what: string, count: number, least: number]>([
    ['claims of the article', of(course.claims, article).length, 70],
    ['sources of the course', Object.values(course.sources).filter(source => !source.outside).length, 11],
    ['terms in three languages', of(course.terms).length, 40],
    ['tensions', of(course.tensions).length, 8],
    ['dated events', of(course.events).length, 8],
  ])('has %s', (_, count, least) => { expect(count).toBeGreaterThanOrEqual(least) })

  test('tells the chain of events from 1988 to 2026', () => {
    const years = of(course.events).map(event => event.date.slice(0, 4)).sort()
    expect(years).toContain('1988')
    expect(years.at(-1)).toBe('2026')
  })

  test('has every kind of claim, and claims that stand, are contested, fail', () => {
    const claims = of(course.claims, article)
    expect(new Set(claims.map(claim => claim.kind)).size).toBe(7)
    const status = new Set(claims.map(({ status }) => typeof status === 'string' ? status : Object.keys(status)[0]))
    expect([...status].sort()).toEqual(['contested', 'fails', 'stands'])
  })

  test('draws the triangle whole: three corners that can fail, three sides with what passes along them', () => {
    const triangle = course.frameworks['corridor/triangle']!
    expect(triangle.layout).toBe('triangle')
    expect(Object.values(triangle.nodes).map(node => Boolean(node.failure && node.gives && node.letter))).toEqual([true, true, true])
    expect(new Set(Object.values(triangle.edges).map(({ from, to }) => [from, to].sort().join(' '))).size).toBe(3)
    expect(course.frameworks['corridor/stages']!.layout).toBe('chain')
    expect(Object.keys(course.frameworks['corridor/stages']!.nodes)).toHaveLength(3)
  })

  test('has Table 1: five actors by five columns', () => {
    const table = of(course.series).find(series => Object.keys(series.rows).length === 5 && Object.keys(series.columns).length === 5)
    expect(table).toBeDefined()
  })
})

describe('the exercises', () => {
  test('are eighteen or more', () => { expect(exercises.length).toBeGreaterThanOrEqual(18) })

  test.each(kindNames)('%s occurs', (kind) => { expect(exercises.filter(exercise => exercise.kind === kind).length).toBeGreaterThanOrEqual(1) })

  test('at least a third ask about a case or a reading', () => {
    const beyond = exercises.filter(({ asks }) => asks === 'case' || asks === 'reading')
    expect(beyond.length * 3).toBeGreaterThanOrEqual(exercises.length)
  })

  test('the lecture has four to six outcomes', () => {
    expect(Object.keys(lecture.outcomes).length).toBeGreaterThanOrEqual(4)
    expect(Object.keys(lecture.outcomes).length).toBeLessThanOrEqual(6)
  })

  test.each(Object.keys(lecture.outcomes))('the outcome %s is served twice or more', (outcome) => {
    expect(exercises.filter(exercise => exercise.outcome === outcome).length).toBeGreaterThanOrEqual(2)
  })

  test.each(verdicts)('"%s" is a key', (verdict) => {
    expect(exercises.some(exercise => exercise.kind === 'judge' && Object.values(exercise.key).includes(verdict))).toBe(true)
  })
})

describe('neither place nor length gives a key away', () => {
  const single = Object.values(course.exercises).filter(({ item }) => item.lecture === 'corridor').flatMap(({ item, key }) => item.kind === 'choice' && key.kind === 'choice' ? [{ item, key }] : [])

  test('the key of a choice is not always at the same place', () => {
    expect(single.length).toBeGreaterThanOrEqual(3)
    const places = single.map(({ item, key }) => item.options.findIndex(option => option.id === key.solution))
    const most = Math.max(...places.map(place => places.filter(other => other === place).length))
    expect(most, `places: ${places.join(', ')}`).toBeLessThan(single.length)
  })

  test.each(languages)('the key is not the longest option too often, %s', (lang) => {
    const longest = single.filter(({ item, key }) => item.options.every(option => option.id === key.solution || option.text[lang].length < item.options.find(({ id }) => id === key.solution)!.text[lang].length))
    expect(longest.length, longest.map(({ item }) => item.id).join(', ')).toBeLessThanOrEqual(Math.ceil(single.length / 2))
  })
})

describe.each(languages)('the deck in %s', (lang) => {
  const slides = course.decks.find(deck => deck.lecture === 'corridor' && deck.lang === lang)?.slides ?? []
  const count = (layout: string) => slides.filter(slide => slide.layout === layout).length

  test('has 22 to 28 slides', () => {
    expect(slides.length).toBeGreaterThanOrEqual(22)
    expect(slides.length).toBeLessThanOrEqual(28)
  })

  test('uses every layout', () => { expect(layouts.filter(layout => count(layout) === 0)).toEqual([]) })

  test('has four source checks or more', () => { expect(count('source-check')).toBeGreaterThanOrEqual(4) })

  test('asks the class to discuss three times or more', () => { expect(count('discussion')).toBeGreaterThanOrEqual(3) })

  test('has an exercise at least every four slides', () => {
    const at = [0, ...slides.flatMap((slide, index) => has('Exercise')(slide) ? [index + 1] : []), slides.length + 1]
    expect(Math.max(...at.slice(1).map((place, index) => place - at[index]!))).toBeLessThanOrEqual(4)
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
    expect(long.length).toBeGreaterThan(15)
    expect(long.filter(line => Number(line.split(' ')[1]) > (lang === 'en' ? 90 : 165))).toEqual([])
  })

  test('stages and actors are drawn', () => {
    const drawn = slides.flatMap(slide => slide.tags).filter(tag => tag.name === 'Framework').map(tag => tag.attributes['id'])
    for (const id of ['corridor/triangle', 'corridor/stages', 'corridor/actors']) expect(drawn.filter(one => one?.startsWith(id)), `${id}; drawn: ${drawn.join(', ')}`).not.toEqual([])
  })

  test('shows the triangle as mermaid and as the hand-laid drawing', () => {
    const drawn = slides.flatMap(slide => slide.tags).filter(tag => tag.name === 'Framework' && tag.attributes['id'] === 'corridor/triangle')
    const ways = new Set(drawn.map(tag => tag.attributes['as'] ?? 'mermaid'))
    expect([...ways].sort()).toEqual(['mermaid', 'triangle'])
  })
})

test('nothing of the course is a draft', () => { expect(course.drafts).toEqual([]) })
