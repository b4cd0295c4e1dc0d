import type { BrowserContext, Page } from 'playwright-core'
import { measure, type Finding, type MeasureOptions } from './measure.ts'
import { settled } from './pictures.ts'

export interface Shot { id: string, number: number, png: Buffer, findings: Finding[] }

/** The deck's own navigation, which Slidev's development server shows. */
interface Slidev { nav: { total: number, currentSlideNo: number, clicks: number, clicksTotal: number, clicksContext: { isMounted: boolean }, slides: { no: number, meta: { slide: { frontmatter: Record<string, unknown> } } }[], go: (number: number, clicks?: number) => Promise<void> } }
type Window = { __slidev__?: Slidev }

export const canvas = { width: 980, height: 551 }
export const measureSlide = (number: number, characters: [number, number][]): MeasureOptions =>
  ({ root: `.slidev-page-${number} .slide`, is: 'slide', least: 18, leastCited: 14, characters })

/** tsx keeps the names of functions with a helper that a page does not have. */
export const withNames = (context: BrowserContext) => context.addInitScript('globalThis.__name = value => value')

/** Every slide of the deck at `address` after its last click, measured and drawn. */
export async function shotsOf(page: Page, address: string, characters: [number, number][], told: (id: string) => void = () => {}, only?: (id: string) => boolean): Promise<Shot[]> {
  await page.goto(address)
  await ready(page)
  const slides = await page.evaluate(() => (window as Window).__slidev__!.nav.slides.map(({ no, meta }) => ({ number: no, id: String(meta.slide.frontmatter['routeAlias'] ?? no) })))
  const shots: Shot[] = []
  for (const { number, id } of slides) {
    if (only && !only(id)) continue
    shots.push(await evenWhenReloaded(page, () => shotOf(page, id, number, characters)))
    told(id)
  }
  return shots
}

async function shotOf(page: Page, id: string, number: number, characters: [number, number][]): Promise<Shot> {
  await page.evaluate(wanted => (window as Window).__slidev__!.nav.go(wanted, 0), number)
  // A layout is fetched when it is first shown; one that never comes is found as an empty slide.
  await page.waitForSelector(measureSlide(number, characters).root, { timeout: 60_000 }).then(() => lastClick(page, number), unlessLate)
  await settled(page)
  // The last step fades in.
  await page.waitForTimeout(250)
  const options = measureSlide(number, characters)
  const [findings, png] = [await page.evaluate(measure, options), await page.screenshot()]
  return { id, number, findings: [...findings, ...await whereNothingIsTrimmed(page, options, findings)], png }
}

/**
 * Chromium sets 。 or “ at half its width where it begins a line or meets another; Safari and Firefox set it in full. A Chinese slide
 * that is full to its last line in the one runs into its foot in the others: what is found only then.
 */
async function whereNothingIsTrimmed(page: Page, options: MeasureOptions, before: readonly Finding[]): Promise<Finding[]> {
  if (!await page.evaluate(() => document.documentElement.lang.startsWith('zh'))) return []
  const style = await page.addStyleTag({ content: '.slide, .slide * { text-spacing-trim: space-all !important }' })
  const found = await page.evaluate(measure, options)
  await style.evaluate((element) => { (element as Element).remove() })
  const known = new Set(before.map(({ message }) => message))
  return found.filter(({ message }) => !known.has(message)).map(finding => ({ ...finding, message: `${finding.message} (where a browser trims no Chinese punctuation, as Safari)` }))
}

/** Clicks are counted once the slide's tags are mounted, whenever that is; then all of them are made. */
async function lastClick(page: Page, number: number): Promise<void> {
  await page.waitForFunction((wanted) => {
    const { nav } = (window as Window).__slidev__!
    if (nav.currentSlideNo !== wanted || !nav.clicksContext.isMounted) return false
    if (nav.clicks === nav.clicksTotal) return true
    void nav.go(wanted, nav.clicksTotal)
    return false
  }, number, { timeout: 30_000, polling: 100 }).catch(unlessLate)
}

/** What does not come in time shows in the picture. */
const unlessLate = (error: Error) => { if (error.name !== 'TimeoutError') throw error }

/** An author who saves while the pictures are made reloads the page: the slide is taken again. */
async function evenWhenReloaded<T>(page: Page, take: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try { return await take() }
    catch (error) {
      if (attempt === 4 || !/context was destroyed|navigation|__slidev__/.test(String(error))) throw error
      await ready(page)
    }
  }
}

const ready = (page: Page) =>
  page.waitForFunction(() => ((window as Window).__slidev__?.nav.total ?? 0) > 0 && document.querySelector('.slide, .slidev-layout'), undefined, { timeout: 120_000 })
