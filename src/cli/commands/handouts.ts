import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { chromium, type Browser, type Page } from 'playwright-core'
import { draftExercises } from '#course/belonging'
import { readCourse } from '#course/disk'
import { courseRoot, houseRoot, madeOf } from '#course/roots'
import type { Course } from '#course'
import { type Handout, type HandoutKind, handout, handoutKinds } from '#handout'
import { languages, type Language } from '#schema'
import { launchOptions } from '../../browser.ts'
import { openPaperSite } from '../build/paper.ts'
import { printedBefore } from '../build/printed.ts'
import { CannotRun, chooseFrom, dim, fine, fromHere, leftOut, print, printJson, problemsFound, progress, say } from '../console.ts'
import { measure } from '../look/measure.ts'

/** Where sheets that were printed before are kept. */
const kept = join(houseRoot, '.cache/handouts')
/** What prints and measures: another way of doing it makes other sheets. */
const printingCode = ['commands/handouts.ts', 'look/measure.ts'].map(path => readFileSync(join(houseRoot, 'src/cli', path), 'utf8')).join()

interface Written { path: string, title: string, bytes: number, isNew: boolean }

/** "slides/corridor.en/#/handout?kind=slides", "practice/corridor.en/?print=key" => "corridor.en" */
const deckOf = ({ address }: Handout): string => address.split('/')[1]!

export const handouts = defineCommand({
  meta: { name: 'npm run handouts --', description: 'Make the PDF handouts: slides for students, the lecturer’s notes, a worksheet, its key.' },
  args: {
    lecture: { type: 'string', description: 'one lecture; all that have a deck when left out' },
    lang: { type: 'string', description: 'en or zh; both when left out' },
    kind: { type: 'string', description: `${handoutKinds.join(', ')}, one or several with commas; all when left out` },
    out: { type: 'string', description: 'the folder to write into', default: 'handouts' },
    json: { type: 'boolean', description: 'say what was written as JSON' },
  },
  async run({ args }) {
    const root = courseRoot()
    const course = readCourse(root)
    const wanted = wantedHandouts(course, args)
    const out = args.out === 'handouts' ? madeOf('handouts', root) : fromHere(args.out)
    await mkdir(out, { recursive: true })
    const decks = [...new Set(wanted.map(one => deckOf(one)))]
    const site = await openPaperSite(root, decks, 3130)
    const step = progress('handouts', wanted.length)
    const written: Written[] = []
    const failed: { file: string, message: string }[] = []
    let browser: Promise<Browser> | undefined
    const opened = () => browser ??= launchOptions().then(options => chromium.launch(options))
    const make = async (one: Handout) => {
      const html = readFileSync(join(site.folder, one.address.replace(/[#?].*$/, ''), 'index.html'), 'utf8')
      const before = printedBefore(kept, html, one.address, one.title, printingCode)
      let pdf = before.find()
      const isNew = !pdf
      if (!pdf) {
        const { pdf: made, faults } = await printed(await opened(), site.origin, one)
        failed.push(...faults.map(message => ({ file: one.file, message })))
        if (!faults.length) before.keep(made)
        pdf = made
      }
      const path = join(out, one.file)
      await writeFile(path, pdf)
      written.push({ path: relative(process.cwd(), path), title: one.title, bytes: pdf.byteLength, isNew })
    }
    try {
      const waiting = [...wanted]
      const work = async () => {
        for (let one = waiting.shift(); one; one = waiting.shift()) {
          await make(one).catch((error: unknown) => { failed.push({ file: one.file, message: (error as Error).message }) })
          step(one.file)
        }
      }
      await Promise.all([work(), work()])
      step.done()
    }
    finally {
      await (await browser)?.close()
      site.close()
    }
    const inOrder = (file: string) => wanted.findIndex(one => file.endsWith(one.file))
    written.sort((a, b) => inOrder(a.path) - inOrder(b.path))
    failed.sort((a, b) => inOrder(a.file) - inOrder(b.file))
    if (args.json) printJson({ written, failed })
    else print(...written.map(one => `${one.path}  ${Math.ceil(one.bytes / 1024)} kB${one.isNew ? '' : dim('  as it was')}`))
    const left = leftOut(draftsOnPaper(course, wanted))
    if (left) say(left)
    say(...failed.map(one => `${one.file}: ${one.message}`))
    return failed.length ? problemsFound : fine
  },
})

/** Exercises that are still being written, of the lectures of which a worksheet or a key is asked for. */
export function draftsOnPaper(course: Course, wanted: readonly Handout[]): string[] {
  const lectures = wanted.filter(({ address }) => /\?print=(?:worksheet|key)$/.test(address)).map(one => deckOf(one).replace(/\.\w+$/, ''))
  return [...new Set(lectures)].flatMap(lecture => draftExercises(course, lecture))
}

/** Every handout asked for; a letter when the lecture, language or kind is none that there is. */
export function wantedHandouts(course: Course, asked: { lecture?: string | undefined, lang?: string | undefined, kind?: string | undefined }): Handout[] {
  const lectures = [...new Set(course.decks.map(deck => deck.lecture))]
  const lecture = asked.lecture && chooseFrom('lecture', asked.lecture, lectures)
  const lang = asked.lang && chooseFrom('language', asked.lang, languages) as Language
  const kinds = asked.kind?.split(',').map(kind => chooseFrom('kind', kind.trim(), handoutKinds) as HandoutKind) ?? handoutKinds
  if (!lectures.length) throw new CannotRun('There is no deck in slides/ yet.')
  return course.decks.filter(deck => (!lecture || deck.lecture === lecture) && (!lang || deck.lang === lang))
    .flatMap(deck => kinds.map(one => handout(course, deck.lecture, deck.lang, one)))
}

/**
 * One handout as PDF: tagged, with an outline; and what is wrong with its words: on each other, out of their box, cut off.
 * Throws when the page shows an error or never becomes ready.
 */
async function printed(browser: Browser, origin: string, one: Handout): Promise<{ pdf: Buffer, faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 }, locale: one.lang === 'zh' ? 'zh-CN' : 'en-GB', colorScheme: 'light', reducedMotion: 'reduce' })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  try {
    await page.goto(new URL(one.address, origin).href)
    await page.waitForFunction(() => document.documentElement.dataset['handout'] !== undefined, undefined, { timeout: 120_000 })
    // Diagrams say that they are being drawn; fonts are fetched as they are met.
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, { timeout: 60_000 })
    await page.evaluate(async () => {
      await document.fonts.ready
      await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
    })
    const undrawn = await page.locator('[data-broken]').count()
    if (undrawn) errors.push(`${undrawn} diagrams could not be drawn`)
    if (errors.length) throw new Error(`the page ${one.address} failed: ${errors[0]}`)
    const faults = await faultsOnPaper(page)
    return { pdf: await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }), faults }
  }
  finally { await page.close() }
}

/** Slides in their frames, or the sheet as a whole, measured as they are printed. */
async function faultsOnPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  // tsx keeps the names of functions with a helper that a page does not have.
  await page.evaluate('globalThis.__name = value => value')
  const slides = await page.evaluate(() => [...document.querySelectorAll('.handout .picture .slide')].map((slide, index) => {
    slide.setAttribute('data-printed', String(index + 1))
    return slide.closest('.entry')?.querySelector('.caption')?.textContent?.trim().replace(/\s+/g, ' ') ?? String(index + 1)
  }))
  const found = slides.length
    ? await Promise.all(slides.map(async (name, index) => (await page.evaluate(measure, { root: `[data-printed="${index + 1}"]`, is: 'slide' as const, least: 18, leastCited: 14 })).map(({ message }) => `${name}: ${message}`)))
    : [(await page.evaluate(measure, { root: 'body', is: 'page' as const, least: 10, leastCited: 10 })).map(({ message }) => message)]
  // What is wider than the sheet makes a browser print all of it smaller.
  const wider = await page.evaluate(() => [...document.querySelectorAll('main.sheet')].map(sheet => sheet.scrollWidth - sheet.clientWidth).find(over => over > 1))
  await page.emulateMedia({ media: null })
  return [...found.flat(), ...wider ? [`something is ${wider} px wider than the sheet`] : []]
}
