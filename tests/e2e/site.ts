// What every browser test begins with: the course as data, a page that must stay quiet, and the addresses of the built site.
import { fileURLToPath } from 'node:url'
import { type Locator, type Page, expect, test as base } from '@playwright/test'
import type { Course, LectureData } from '#course'
import { readCourse } from '#course/disk'
import { lectureData } from '#course/lecture'
import { plainMarkdown } from '#course/inline'
import { words } from '../../src/hosts/words.ts'
import type { Deck, Exercise, Kind, Language } from '#schema'
import { kindNames } from '#schema'

export { expect, words }

/** Read once a worker. What tests know of questions, answers and slides, they know from here. */
export const course: Course = readCourse(fileURLToPath(new URL('../..', import.meta.url)))
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

export interface Talk { requests: string[], complaints: string[] }

/** Everything a page asks for and complains of, from now on. */
export function listen(page: Page): Talk {
  const talk: Talk = { requests: [], complaints: [] }
  page.on('request', request => talk.requests.push(request.url()))
  page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') talk.complaints.push(`${message.type()}: ${message.text()}`) })
  page.on('pageerror', error => talk.complaints.push(`error: ${error.message}`))
  page.on('requestfailed', request => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') talk.complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`) })
  page.on('response', response => { if (response.status() >= 400) talk.complaints.push(`${response.status()}: ${response.url()}`) })
  return talk
}

/** Addresses that leave the machine: not our origin, not made in the page itself. */
export const external = (talk: Talk, origin: string): string[] => [...new Set(talk.requests.filter(address => !/^(?:data|blob|about):/.test(address) && new URL(address).origin !== new URL(origin).origin))]

/** A test whose page may neither complain nor ask anybody outside: every test of the suite is one. */
export const test = base.extend<{ talk: Talk }>({
  talk: [async ({ page, baseURL }, use) => {
    const talk = listen(page)
    await use(talk)
    expect(talk.complaints, 'errors, warnings, failed requests').toEqual([])
    expect(external(talk, baseURL!), 'requests that leave the machine').toEqual([])
  }, { auto: true }],
})
