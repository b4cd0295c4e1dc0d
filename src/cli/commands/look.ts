import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { defineCommand } from 'citty'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { drawable, pointsOf } from '#fonts'
import { courseRoot, houseRoot, madeOf } from '../../course/roots.ts'
import { launchOptions } from '../../browser.ts'
import { fontCache } from '../build/fonts.ts'
import { openPaperSite } from '../build/paper.ts'
import { CannotRun, chooseFrom, cyan, dim, duration, fine, print, printJson, problemsFound, progress, red, say } from '../console.ts'
import { type DeckAddress, decksIn } from '../decks.ts'
import { measure, type Finding, type MeasureOptions } from '../look/measure.ts'
import { pdfPages } from '../look/pdf.ts'
import { contactSheet, inPieces, type Picture, settled } from '../look/pictures.ts'
import { canvas, shotsOf, withNames } from '../look/slides.ts'

const parts = ['slides', 'practice', 'pdf'] as const
const themes = ['light', 'dark'] as const

interface Letter extends Finding { where: string }

export const look = defineCommand({
  meta: { name: 'npm run look --', description: 'Draw every slide, practice page and handout page into look/, and say what lies outside, overlaps, is too small, has no glyph or is empty.' },
  args: {
    lecture: { type: 'string', description: 'one lecture; all that have a deck when left out' },
    lang: { type: 'string', description: 'en or zh; both when left out' },
    only: { type: 'string', description: `one of ${parts.join(', ')}; all when left out` },
    slide: { type: 'string', description: 'one slide by its id, and nothing else' },
    json: { type: 'boolean', description: 'what was found, as data' },
  },
  async run({ args }) {
    const started = performance.now()
    const only = args.only === undefined ? undefined : chooseFrom('part', args.only, parts)
    const root = courseRoot()
    const out = madeOf('look', root)
    const decks = wantedDecks(decksIn(root), args.lecture, args.lang)
    const characters = await coveredCharacters()
    await mkdir(out, { recursive: true })

    const site = await openPaperSite(root, decks.map(({ name }) => name), 3230)
    const browser = await chromium.launch(await launchOptions())
    const letters: Letter[] = []
    const sheets: string[] = []
    const sheet = async (context: BrowserContext, name: string, title: string, pictures: Picture[], columns: number, width: number) => {
      const path = join(out, `${name}.png`)
      await contactSheet(context, path, title, pictures, columns, width)
      sheets.push(relative(houseRoot, path))
    }
    try {
      for (const deck of decks) {
        const locale = deck.lang === 'zh' ? 'zh-CN' : 'en-GB'
        const context = (colorScheme: typeof themes[number], viewport: { width: number, height: number }) =>
          browser.newContext({ viewport, colorScheme, locale, reducedMotion: 'reduce' }).then(async made => (await withNames(made), made))

        if (!only || only === 'slides') {
          for (const theme of themes) {
            const made = await context(theme, canvas)
            const step = progress(`${deck.name} ${theme}`, await slideCount(deck))
            const shots = await shotsOf(await made.newPage(), `${site.origin}slides/${deck.name}/`, characters, step, args.slide === undefined ? undefined : id => id === args.slide)
            step.done()
            if (!shots.length) throw new CannotRun(args.slide === undefined ? `${deck.path} has no slide.` : `${deck.path} has no slide "${args.slide}".`)
            const folder = join(out, `${deck.name}.${theme}`)
            if (args.slide === undefined) await rm(folder, { recursive: true, force: true })
            await mkdir(folder, { recursive: true })
            for (const { id, number, png, findings } of shots) {
              const path = join(folder, `${String(number).padStart(2, '0')}-${id}.png`)
              await writeFile(path, png)
              if (args.slide !== undefined) sheets.push(relative(houseRoot, path))
              letters.push(...findings.map(finding => ({ ...finding, where: `slides/${deck.name}.md ${id} (${theme})` })))
            }
            if (args.slide === undefined) await sheet(made, `${deck.name}.slides.${theme}`, `${deck.name} · ${theme}`, shots.map(({ id, number, png }) => ({ name: `${number} ${id}`, png })), 3, 640)
            await made.close()
          }
        }

        if ((!only && args.slide === undefined) || only === 'practice') {
          for (const theme of themes) for (const width of [1100, 360]) {
            const made = await context(theme, { width, height: 900 })
            const page = await made.newPage()
            // Figures come when a reader is near; this address has them all at once, and the top of the page is looked at as well.
            await page.goto(`${site.origin}practice/${deck.name}/#figures`)
            const findings = await drawn(page, { root: 'body', is: 'page', least: 16, leastCited: 14, characters })
            letters.push(...findings.map(finding => ({ ...finding, where: `practice/${deck.name} at ${width} px (${theme})` })))
            const pieces = await inPieces(page, 2400)
            await sheet(made, `${deck.name}.practice.${width}.${theme}`, `${deck.name} · practice · ${width} px · ${theme}`, pieces.map((png, index) => ({ name: String(index + 1), png })), Math.min(pieces.length, width < 500 ? 6 : 4), width < 500 ? 360 : 800)
            await made.close()
          }
        }
      }

      if ((!only && args.slide === undefined) || only === 'pdf') {
        const { handouts } = await import('./handouts.ts')
        const folder = join(out, 'pdf')
        const { runCommand } = await import('citty')
        // What `screen` prints are the slides that are drawn above.
        const rawArgs = ['--out', folder, '--kind', 'slides,lecturer,worksheet,key', ...args.lecture ? ['--lecture', args.lecture] : [], ...args.lang ? ['--lang', args.lang] : []]
        const { result } = await runCommand(handouts, { rawArgs })
        if (result !== fine) letters.push({ kind: 'empty', message: 'a handout could not be made, see above', where: 'npm run handouts' })
        const made = await browser.newContext()
        await withNames(made)
        for (const deck of decks) for (const kind of ['slides', 'lecturer', 'worksheet', 'key']) {
          const name = `${deck.name}.${kind}`
          const pdf = await readFile(join(folder, `${name}.pdf`)).catch(() => undefined)
          if (!pdf) continue
          const pages = await pdfPages(made, pdf)
          letters.push(...pages.flatMap(({ number, findings }) => findings.map(finding => ({ ...finding, where: `${name}.pdf page ${number}` }))))
          await sheet(made, `${name}.pdf`, `${name}.pdf`, pages.map(({ number, png }) => ({ name: `page ${number}`, png })), 4, 595)
        }
        await made.close()
      }
    }
    finally {
      await browser.close()
      site.close()
    }

    const merged = inBothThemes(letters)
    if (args.json) printJson({ sheets, findings: merged })
    else {
      print(...sheets)
      say(...shortList(merged).map(line => red(line)))
      print(`${merged.length ? red(`${merged.length} found`) : cyan('Nothing found')}. ${dim(duration(performance.now() - started))}`)
    }
    return merged.length ? problemsFound : fine
  },
})

/** The findings of a practice page once its exercises are there; a page that is reloaded meanwhile is measured again. */
async function drawn(page: Page, options: MeasureOptions): Promise<Finding[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      await page.waitForSelector('.exercise', { timeout: 60_000 })
      await page.waitForFunction(() => !document.querySelector('.near-figure:not(.is-there)'), undefined, { timeout: 30_000 }).catch(() => {})
      await settled(page)
      await page.waitForTimeout(500)
      await page.evaluate(() => { scrollTo(0, 0) })
      const absent = await page.locator('.near-figure:not(.is-there)').count()
      return [...await page.evaluate(measure, options), ...absent ? [{ kind: 'empty' as const, message: `${absent} figures of the page never came` }] : []]
    }
    catch (error) { if (attempt === 4 || !/context was destroyed|navigation/.test(String(error))) throw error }
  }
}

function wantedDecks(decks: DeckAddress[], lecture: string | undefined, lang: string | undefined): DeckAddress[] {
  if (!decks.length) throw new CannotRun('There is no deck in slides/ yet.')
  if (lecture !== undefined) chooseFrom('lecture', lecture, [...new Set(decks.map(deck => deck.lecture))])
  if (lang !== undefined) chooseFrom('language', lang, [...new Set(decks.map(deck => deck.lang))])
  return decks.filter(deck => (lecture ?? deck.lecture) === deck.lecture && (lang ?? deck.lang) === deck.lang)
}

/** "(light)" and "(dark)" of one letter become one line. */
function inBothThemes(letters: Letter[]): Letter[] {
  const merged = new Map<string, Letter>()
  for (const letter of letters) {
    const key = letter.where.replace(/ \((light|dark)\)$/, '') + letter.kind + letter.message
    const known = merged.get(key)
    merged.set(key, known ? { ...known, where: known.where.replace(/ \((light|dark)\)$/, '') } : letter)
  }
  return [...merged.values()]
}

/** One fault often shows in many pairs: the first few of a kind at a place say enough; `--json` has them all. */
function shortList(letters: Letter[], atMost = 6): string[] {
  const groups = new Map<string, Letter[]>()
  for (const letter of letters) groups.set(`${letter.where}: ${letter.kind}`, [...groups.get(`${letter.where}: ${letter.kind}`) ?? [], letter])
  return [...groups].flatMap(([head, group]) => [
    ...group.slice(0, atMost).map(({ message }) => `${head}: ${message}`),
    ...group.length > atMost ? [`${head}: and ${group.length - atMost} more`] : [],
  ])
}

const slideCount = async (deck: DeckAddress) => (await readFile(deck.path, 'utf8')).match(/^routeAlias:/gm)?.length ?? 0

async function coveredCharacters(): Promise<[number, number][]> {
  const pairs: [number, number][] = []
  for (const point of [...pointsOf((await drawable(fontCache)).text)].sort((a, b) => a - b)) {
    const last = pairs.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else pairs.push([point, point])
  }
  return pairs
}
