// What every browser test begins with: the course as data, a page that must stay quiet, and the addresses of the built site.
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import process from 'node:process'
import { type BrowserContext, type Locator, type Page, expect, test as base } from '@playwright/test'
import type { Course, LectureData } from '#course'
import { readCourse } from '#course/disk'
import { lectureData } from '#course/lecture'
import { plainMarkdown } from '#course/inline'
import { words } from '../../src/hosts/words.ts'
import type { Deck, Exercise, Kind, Language } from '#schema'
import { kindNames } from '#schema'

export { expect, words }

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The folder `npm run build` wrote. */
export const dist = process.env.COURSE_SITE ?? join(root, 'dist')

/** Read once a worker. What tests know of questions, answers and slides, they know from here. */
export const course: Course = readCourse(root)
export const decks: Deck[] = course.decks.filter(({ lecture }) => lecture === 'corridor')
export const langs: Language[] = decks.map(deck => deck.lang)
export const deckIn = (lang: Language): Deck => decks.find(deck => deck.lang === lang)!
export const exercises: Exercise[] = Object.values(course.exercises).filter(({ item }) => item.lecture === 'corridor')
export const exercise = (id: string): Exercise => course.exercises[id] ?? notThere(id)
/** One exercise of each kind. */
export const oneOfEach: Exercise[] = kindNames.map(kind => exercises.find(({ item }) => item.kind === kind) ?? notThere(kind))
/** The slide on which an exercise stands; undefined for those of the practice page alone. */
export const slideOf = (id: string) => decks[0]!.slides.find(slide => slide.tags.some(tag => tag.name === 'Exercise' && tag.attributes['id'] === id))
export const onSlides: Exercise[] = exercises.filter(({ item }) => slideOf(item.id))
/** An exercise of the kinds that have a slide; the first of each. */
export const oneOfEachOnSlides: Exercise[] = kindNames.flatMap((kind: Kind) => onSlides.find(({ item }) => item.kind === kind) ?? [])
let data: LectureData | undefined
/** The lecture as a browser gets it. */
export const lecture = (): LectureData => data ??= lectureData(course, 'corridor')

function notThere(what: string): never { throw new Error(`the corridor lecture has no exercise "${what}"`) }

/** Words as a reader sees them: no markup, one space where there are several. */
export const plain = (markdown: string) => plainMarkdown(markdown).replace(/\s+/g, ' ').trim()
export const htmlLang = (lang: Language) => lang === 'zh' ? 'zh-CN' : 'en'

export const practiceAt = (lang: Language, id?: string) => `practice/corridor.${lang}/${id ? `#${id}` : ''}`
export const slideAt = (lang: Language, alias: string) => `slides/corridor.${lang}/#/${alias}`

/** The exercise where it stands: a region named by its question. */
export const asked = (page: Page, { item }: Exercise, lang: Language): Locator => page.getByRole('region', { name: plain(item.prompt[lang]), exact: true })

/** Goes to a slide and waits until its words are there. */
export async function openSlide(page: Page, lang: Language, alias: string): Promise<void> {
  await page.goto(slideAt(lang, alias))
  await expect(currentSlide(page)).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
}

/** The slide the audience sees; Slidev keeps its neighbours mounted and hidden. */
export const currentSlide = (page: Page): Locator => page.locator('#slide-content section.slide:visible').first()
export const alias = (page: Page): string => /#\/(?:presenter\/)?([^?]*)/.exec(page.url())?.[1] ?? ''

export async function openPractice(page: Page, lang: Language, id?: string): Promise<void> {
  await page.goto(practiceAt(lang, id))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
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
