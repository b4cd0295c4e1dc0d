// What every browser test begins with: the course as data, a page that must stay quiet, and the addresses of the built site.
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import process from 'node:process'
import { type BrowserContext, type Locator, type Page, expect, test as base } from '@playwright/test'
import type { Course, LectureData } from '#course'
import { readCourse } from '#course/disk'
import { exerciseIds, finishedLectures, lectureData } from '#course/lecture'
import { plainMarkdown } from '#course/inline'
import { words } from '../../src/hosts/words.ts'
import type { Deck, Exercise, Kind, Language, Slide } from '#schema'
import { kindNames } from '#schema'

export { expect, words }

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The folder `npm run build` wrote. */
export const dist = process.env.COURSE_SITE ?? join(root, 'dist')

/** Read once a worker. What tests know of questions, answers and slides, they know from here. */
export const course: Course = readCourse(root)
export const exercise = (id: string): Exercise => course.exercises[id] ?? notThere(id)

/** A finished lecture: its decks, its exercises, and the ways to them. */
export interface Lecture {
  id: string
  decks: Deck[]
  langs: Language[]
  deckIn: (lang: Language) => Deck
  /** All that its practice page asks. */
  exercises: Exercise[]
  /** The slide on which an exercise stands; undefined for those of the practice page alone. */
  slideOf: (exercise: string) => Slide | undefined
  onSlides: Exercise[]
  /** The lecture as a browser gets it. */
  data: () => LectureData
  practiceAt: (lang: Language, exercise?: string) => string
  slideAt: (lang: Language, alias: string) => string
  /** Goes to a slide and waits until its words are there. */
  openSlide: (page: Page, lang: Language, alias: string) => Promise<void>
  openPractice: (page: Page, lang: Language, exercise?: string) => Promise<void>
}

function lectureOf(id: string): Lecture {
  const decks = course.decks.filter(deck => deck.lecture === id && !deck.draft)
  const exercises = exerciseIds(course, id).map(exercise)
  const slideOf = (exercise: string) => decks[0]!.slides.find(slide => slide.tags.some(tag => tag.name === 'Exercise' && tag.attributes['id'] === exercise))
  const practiceAt = (lang: Language, exercise?: string) => `practice/${id}.${lang}/${exercise ? `#${exercise}` : ''}`
  const slideAt = (lang: Language, alias: string) => `slides/${id}.${lang}/#/${alias}`
  let data: LectureData | undefined
  return {
    id, decks, exercises, slideOf, practiceAt, slideAt,
    langs: decks.map(({ lang }) => lang),
    deckIn: lang => decks.find(deck => deck.lang === lang)!,
    onSlides: exercises.filter(({ item }) => slideOf(item.id)),
    data: () => data ??= lectureData(course, id),
    async openSlide(page, lang, alias) {
      await page.goto(slideAt(lang, alias))
      await expect(currentSlide(page)).toBeVisible()
      await page.evaluate(() => document.fonts.ready)
    },
    async openPractice(page, lang, exercise) {
      await page.goto(practiceAt(lang, exercise))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  }
}

/** What is content is tested in each of them. */
export const lectures: Lecture[] = finishedLectures(course).map(lectureOf)
/** The lecture in which machinery is tried, once: its slides and exercises stand for all. */
export const corridor: Lecture = lectures.find(({ id }) => id === 'corridor') ?? notThere('corridor')
/** Where an exercise is at home. */
export const home = ({ item }: Exercise): Lecture => lectures.find(({ id }) => id === item.lecture)!

const everywhere = [corridor, ...lectures.filter(other => other !== corridor)]
const firstOfEach = (exercises: Exercise[]) => kindNames.flatMap((kind: Kind) => exercises.find(({ item }) => item.kind === kind) ?? [])
/** One exercise of each kind that a finished lecture has. */
export const oneOfEach: Exercise[] = firstOfEach(everywhere.flatMap(({ exercises }) => exercises))
/** The same of those that have a slide. */
export const oneOfEachOnSlides: Exercise[] = firstOfEach(everywhere.flatMap(({ onSlides }) => onSlides))

function notThere(what: string): never { throw new Error(`no finished lecture or exercise "${what}"`) }

/** Words as a reader sees them: no markup, one space where there are several. */
export const plain = (markdown: string) => plainMarkdown(markdown).replace(/\s+/g, ' ').trim()
export const htmlLang = (lang: Language) => lang === 'zh' ? 'zh-CN' : 'en'

/** The exercise where it stands: a region named by its question. */
export const asked = (page: Page, { item }: Exercise, lang: Language): Locator => page.getByRole('region', { name: plain(item.prompt[lang]), exact: true })

/** The slide the audience sees; Slidev keeps its neighbours mounted and hidden. */
export const currentSlide = (page: Page): Locator => page.locator('#slide-content section.slide:visible').first()
export const alias = (page: Page): string => /#\/(?:presenter\/)?([^?]*)/.exec(page.url())?.[1] ?? ''

/** What went wrong so far; a test that provokes an error empties it. */
export type Troubles = string[]

/** Every window of a test may neither complain nor ask another machine for anything: every test proves it. */
export const test = base.extend<{ troubles: Troubles }>({
  troubles: [async ({ context, baseURL }, use) => {
    const troubles: Troubles = []
    watch(context, new URL(baseURL!).hostname, troubles)
    await use(troubles)
    expect(troubles, 'errors in the console, requests to other machines, answers that failed').toEqual([])
  }, { auto: true }],
})

function watch(context: BrowserContext, host: string, troubles: Troubles) {
  context.on('console', message => { if (['error', 'warning'].includes(message.type()) && !isOfTheMachine(message.text())) troubles.push(`${message.type()}: ${message.text()}`) })
  context.on('weberror', error => troubles.push(`uncaught: ${error.error().message}`))
  context.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (!['data:', 'blob:'].includes(protocol) && hostname !== host) troubles.push(`asked another machine: ${request.url()}`)
  })
  context.on('response', response => { if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`) })
}

/** What a browser without a graphics card says of itself. */
const isOfTheMachine = (text: string) => /GPU stall|WebGL|swiftshader/i.test(text)
