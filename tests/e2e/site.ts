// What every browser test begins with: a course as data, a page that must stay quiet, and the addresses of its built site.
// machinery/site.ts and lectures/site.ts say which course.
import { storageKeys } from '#progress'
import { type BrowserContext, type Locator, type Page, expect, test as base } from '@playwright/test'
import type { Course, LectureData } from '#course'
import { readCourse } from '#course/disk'
import { exerciseIds, finishedLectures, lectureData } from '#course/lecture'
import { plainMarkdown } from '#course/inline'
import { words } from '../../src/hosts/words.ts'
import type { Deck, Exercise, Kind, Language, Slide } from '#schema'
import { kindNames } from '#schema'

export { expect, words }

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

/** A built site and the course it was built of, read once a worker. What tests know of questions, answers and slides, they know from here. */
export function siteOf(root: string) {
  const course: Course = readCourse(root)
  const exercise = (id: string): Exercise => course.exercises[id] ?? notThere(root, `exercise "${id}"`)

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
  const lectures: Lecture[] = finishedLectures(course).map(lectureOf)
  if (!lectures.length) notThere(root, 'finished lecture')
  /** Where an exercise is at home. */
  const home = ({ item }: Exercise): Lecture => lectures.find(({ id }) => id === item.lecture)!
  return { course, exercise, lectures, home }
}

/** The first exercise of each kind. */
export const firstOfEach = (exercises: Exercise[]): Exercise[] => kindNames.flatMap((kind: Kind) => exercises.find(({ item }) => item.kind === kind) ?? [])

function notThere(root: string, what: string): never { throw new Error(`${root} has no ${what}`) }

/** Words as a reader sees them: no markup, one space where there are several. */
export const plain = (markdown: string) => plainMarkdown(markdown).replace(/\s+/g, ' ').trim()
export const htmlLang = (lang: Language) => lang === 'zh' ? 'zh-CN' : 'en'

/** The exercise where it stands: a region named by its question. */
export const asked = (page: Page, { item }: Exercise, lang: Language): Locator => page.getByRole('region', { name: plain(item.prompt[lang]), exact: true })

/** The slide the audience sees; Slidev keeps its neighbours mounted and hidden. */
export const currentSlide = (page: Page): Locator => page.locator('#slide-content section.slide:visible').first()
export const alias = (page: Page): string => /#\/(?:presenter\/)?([^?]*)/.exec(page.url())?.[1] ?? ''

/** Where a browser keeps what was answered. */
export const answersKey = storageKeys({ folder: '/', hasKeys: true }).answers

/** The click that Slidev is at, on its slide. */
export const clickOf = (page: Page): number => Number(new URLSearchParams(new URL(page.url()).hash.split('?')[1] ?? '').get('clicks') ?? 0)

/** Waits for all that is still coming: drawings, charts, what a practice page lays out when it is idle, fonts; then two quiet frames. */
export async function settledOn(page: Page): Promise<void> {
  await expect(page.locator('#slide-content section.slide:visible [aria-busy=true], main [aria-busy=true], .practice .is-far')).toHaveCount(0)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** For `page.evaluate`: what runs out of the page at its right, and the page itself where it scrolls sideways. */
export function tooWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const box = element.getBoundingClientRect()
    if (box.width === 0 || box.right <= clientWidth + 1) return false
    for (let up = element.parentElement; up; up = up.parentElement)
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return false
    return getComputedStyle(element).position !== 'fixed'
  })
  return [
    ...wide.slice(0, 5).map(element => `${element.tagName}.${element.className} ${(element as HTMLElement).innerText?.slice(0, 40)}`),
    ...scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [],
  ]
}

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
