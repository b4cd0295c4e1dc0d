import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { type Browser, type Page, chromium } from 'playwright-core'
import type { Course } from '#course'
import { readCourse } from '#course/disk'
import { finishedLectures } from '#course/lecture'
import { courseKey, courseRoot, courseVariable, houseRoot, usualSources } from '#course/roots'
import { languages } from '#schema'
import { launchOptions } from '../../browser.ts'
import { CannotRun } from '../console.ts'
import { freePort } from '../server/listen.ts'
import { siteServer } from '../server/site.ts'
import { multiplied } from './multiplied.ts'
import { fetchHanFonts, standInForPlaywright, writeOrdinary } from './ordinary.ts'
import { run } from './processes.ts'
import type { RowPlan, Samples } from './rows.ts'

const home = join(houseRoot, '.cache/bench')
const slidev = join(houseRoot, 'node_modules/@slidev/cli/bin/slidev.mjs')

/** Where all benches of a run work: a copy of the course, its site, the ordinary decks, one browser; each made when first asked for. */
export class Workshop {
  readonly root: string
  readonly course: Course
  /** Finished ones, in the order of the syllabus: at least one. */
  readonly lectures: string[]
  #browser: Promise<Browser> | undefined
  #site: Promise<string> | undefined
  readonly #ordinary = new Map<string, Promise<string>>()
  readonly #ordinarySites = new Map<string, Promise<string>>()
  readonly #servers: Server[] = []

  /** `samples` of ours and of the ordinary way are taken in turn. */
  constructor(readonly samples: number, readonly said: (line: string) => void) {
    this.root = courseRoot()
    this.course = readCourse(this.root)
    this.lectures = finishedLectures(this.course)
    if (!this.lectures.length) throw new CannotRun('The bench wants a finished lecture: a deck in slides/ that does not say `draft: true`.')
    mkdirSync(home, { recursive: true })
    standInForPlaywright(home)
  }

  get first(): string { return this.lectures[0]! }

  folder(name: string): string { return join(home, name) }

  /** A copy of the course with so many lectures, under another name; the house itself is never written to. */
  copy(name: string, lectures = this.lectures.length): string {
    const into = this.folder(name)
    const sources = usualSources(this.root).find(folder => existsSync(folder))
    multiplied({ from: this.root, into, sources, house: houseRoot, lectures })
    return into
  }

  #own: string | undefined
  /** The finished lectures as they are. */
  get own(): string { return this.#own ??= this.copy('course') }

  /** Files of the copies' decks, in the order of their names. */
  decksOf(root: string): string[] {
    return readdirSync(join(root, 'slides')).filter(name => /\.(en|zh)\.md$/.test(name)).sort().map(name => join(root, 'slides', name))
  }

  build(root: string, out: string, watched = false) {
    return run(['bootstrap.mjs', 'build', '--course', root, '--out', out], { watched })
  }

  /** `slidev build` of these decks and nothing else. */
  slidevBuild(decks: readonly string[], out: string, root?: string) {
    rmSync(out, { recursive: true, force: true })
    return run([slidev, 'build', ...decks, '--base', './', '--router-mode', 'hash', '--out', out], { env: { NODE_ENV: 'production', ...root === undefined ? {} : { [courseVariable]: root } } })
  }

  /** `slidev export` into one PDF, with the browser that handouts are printed with. */
  async slidevExport(deck: string, pdf: string, root?: string) {
    const { executablePath } = await launchOptions()
    rmSync(pdf, { force: true })
    return run([slidev, 'export', deck, '--output', pdf, '--executable-path', executablePath, '--timeout', '120000'], { env: root === undefined ? {} : { [courseVariable]: root } })
  }

  /** What is kept of a course's decks, pages and diagrams under .cache/, so that its next build is a cold one. */
  forget(root: string): void {
    const built = join(houseRoot, '.cache/built')
    for (const name of existsSync(built) ? readdirSync(built) : []) if (name === 'pages' || name.startsWith(courseKey(root))) rmSync(join(built, name), { recursive: true })
    for (const name of ['diagrams', 'built-sites']) rmSync(join(houseRoot, '.cache', name), { recursive: true, force: true })
  }

  /** Works as if nothing had been kept in this folder of .cache/, and brings it back afterwards. */
  async without<T>(name: string, work: () => Promise<T>): Promise<T> {
    const folder = join(houseRoot, '.cache', name)
    const aside = this.folder(`${name}-aside`)
    if (existsSync(folder)) renameSync(folder, aside)
    try { return await work() }
    finally {
      if (existsSync(aside)) cpSync(aside, folder, { recursive: true, force: false })
      rmSync(aside, { recursive: true, force: true })
    }
  }

  /** The built site of the copy. */
  site(): Promise<string> {
    return this.#site ??= (async () => {
      this.said('the site')
      const out = this.folder('site')
      await this.build(this.own, out)
      return out
    })()
  }

  /** The ordinary deck beside one of ours ("sco.en"), with the words that each slide of the built one shows. */
  ordinaryDeck(deck: string): Promise<string> {
    return once(this.#ordinary, deck, async () => {
      const site = await this.site()
      this.said(`the ordinary deck beside ${deck}`)
      const page = await this.page()
      await page.goto(`${await this.serve(site)}/slides/${deck}/`, { waitUntil: 'networkidle' })
      const [title, slides] = [await page.title(), await wordsOf(page)]
      await page.context().close()
      fetchHanFonts(this.folder('ordinary'))
      return writeOrdinary({ folder: this.folder(`ordinary/${deck}`), title, lang: languages.find(lang => deck.endsWith(`.${lang}`))!, slides })
    })
  }

  /** `slidev build` of it. */
  ordinarySite(deck: string): Promise<string> {
    return once(this.#ordinarySites, deck, async () => {
      const path = await this.ordinaryDeck(deck)
      this.said(`the ordinary deck beside ${deck}, built`)
      const out = this.folder(`ordinary-site/${deck}`)
      await this.slidevBuild([path], out)
      return out
    })
  }

  /** The address of a folder, served as any server does, until `close()`. */
  async serve(folder: string): Promise<string> {
    const server = siteServer(folder)
    const port = await freePort()
    await new Promise<void>((resolve) => { server.listen(port, 'localhost', resolve) })
    this.#servers.push(server)
    return `http://localhost:${port}`
  }

  browser(): Promise<Browser> { return this.#browser ??= launchOptions().then(options => chromium.launch(options)) }

  /** A page in a context of its own: nothing in its cache, nothing stored. */
  async page(): Promise<Page> {
    const context = await (await this.browser()).newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' })
    // tsx keeps the names of functions with a helper that a page does not have.
    await context.addInitScript('globalThis.__name = value => value')
    return context.newPage()
  }

  slidev(deck: string, port: number): string[] { return [slidev, deck, '--port', String(port), '--log', 'warn'] }

  async close(): Promise<void> {
    await (await this.#browser?.catch(() => undefined))?.close()
    for (const server of this.#servers) {
      server.close()
      server.closeAllConnections()
    }
  }
}

/** What was made before for this name, or is made now. */
function once<T>(kept: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const made = kept.get(name) ?? make()
  kept.set(name, made)
  return made
}

/** The slide that is seen, in our decks and in ordinary ones. */
export const shownSlide = '.slidev-page:not([style*="display: none"])'

/** What each slide shows, from the first to the last, one string a slide; goes through the deck as a lecturer does. */
export async function wordsOf(page: Page): Promise<string[]> {
  const slides: string[] = []
  const shown = () => page.evaluate(selector => document.querySelector<HTMLElement>(selector)?.className ?? '', shownSlide)
  await page.waitForSelector(shownSlide)
  // From here on all slides are there: Slidev mounts the others three seconds after the first.
  await page.waitForTimeout(4000)
  for (let before = ''; before !== await shown();) {
    before = await shown()
    slides.push(await page.evaluate(selector => document.querySelector<HTMLElement>(selector)!.innerText, shownSlide))
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(([selector, name]) => document.querySelector(selector!)?.className !== name, [shownSlide, before], { timeout: 2000 }).catch(() => {})
  }
  return slides
}

/** Takes samples of several ways in turn, A B A B; each gives one number or several. */
export async function inTurn<Name extends string>(times: number, ways: Record<Name, () => Promise<number | number[]>>): Promise<Record<Name, number[]>> {
  const samples = Object.fromEntries(Object.keys(ways).map(name => [name, []])) as unknown as Record<Name, number[]>
  for (let round = 0; round < times; round++) for (const [name, way] of Object.entries(ways) as [Name, () => Promise<number | number[]>][]) samples[name].push(...[await way()].flat())
  return samples
}

/** A number, or an error where there is none. */
export function there(value: number | undefined, otherwise: string): number {
  if (value === undefined || !Number.isFinite(value)) throw new Error(otherwise)
  return value
}

/** One bench: rows that are measured together. */
export interface Bench {
  name: string
  /** Some have a row for each finished lecture. */
  rows: (lectures: readonly string[]) => RowPlan[]
  /** Samples of each row by its id, or why it has none. */
  measure: (workshop: Workshop) => Promise<Found>
}

export type Found = Record<string, Samples | string>
