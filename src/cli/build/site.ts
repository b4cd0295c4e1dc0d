import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import type { Problem } from '#course'
import { readCourse } from '#course/disk'
import { drawnIn } from '#course/drawn'
import { houseRoot, isInside } from '#course/roots'
import { CannotRun } from '../console.ts'
import { decksIn } from '../decks.ts'
import { type Files, filesInHtml, writeData } from './data.ts'
import { type DeckBuilt, buildDecks, deckProblems } from './decks.ts'
import { drawUndrawn, undrawn } from './draw.ts'
import { fontsOf, installFonts } from './fonts.ts'
import { published } from './drafts.ts'
import { pruneKept } from './kept.ts'
import { unless } from './page-html.ts'
import { buildPages, writePages } from './pages.ts'
import { mappedIn, placed, share, write } from './share.ts'
import { madeOfNow, siteKept } from './unchanged.ts'

interface Options {
  /** The course's folder. */
  root: string
  /** Where pages and packages are; a test has one of its own. */
  house?: string
  out: string
  withoutKeys?: boolean
  /** Decks and exercises that say `draft: true` too. */
  drafts?: boolean
  /** With the notes and the page /handout: what handouts are printed from, never to be published. */
  forPaper?: boolean
  /** These decks alone; all when left out. */
  decks?: readonly string[]
  /** Called as each part begins. */
  said?: (part: string) => void
}

/** What a site was made of, for whoever makes something of it: both change whenever what they stand for does. */
export interface Site {
  problems: Problem[]
  /** The files the pages fetch: "data/corridor.en" -> "data/corridor.en.0f3a9c2b1d.json" */
  files: Files
  /** Deck -> the key of what was built. */
  decks: Record<string, string>
}

const notBuilt = (problems: Problem[]): Site => ({ problems, files: {}, decks: {} })

/**
 * The whole site as files that work from any folder of any server: `index.html`, `en/`, `zh/`, `practice/<lecture>.<lang>/`,
 * `slides/<lecture>.<lang>/` and, for all of them, `assets/`, `data/`, `keys/`, `diagrams/`, `ground/`, `course/`. It is put together in
 * .cache/ and moved to `out` when nothing is wrong with it. Parts that have not changed are taken from .cache/built/.
 */
export async function buildSite({ root, house = houseRoot, out, withoutKeys = false, drafts = false, forPaper = false, decks: only, said = () => {} }: Options): Promise<Site> {
  const there = decksIn(root)
  if (!there.length) throw new CannotRun('There is no deck to build: slides/ holds no <lecture>.en.md or <lecture>.zh.md.')
  if (!isInside(root, house)) throw new CannotRun(`A course is built where it finds its packages: read ${root}, expected a folder in ${house}.`)
  if (!existsSync(join(house, 'pages/vite.config.ts'))) throw new CannotRun('The start and practice pages are missing: there is no pages/vite.config.ts.')
  const madeNow = () => madeOfNow(root, house, { withoutKeys, drafts, only })
  // A site for paper is gone as soon as it is printed.
  const made = forPaper ? undefined : madeNow()
  const asItWas = made && siteKept(house, out).find(made)
  if (asItWas) {
    said('nothing has changed since it was built')
    return asItWas
  }
  said('reading the course')
  const whole = readCourse(root)
  const { course, problems: unpublished } = drafts ? { course: whole, problems: [] } : published(whole)
  const decks = there.filter(({ name, lecture, lang }) => (!only || only.includes(name)) && course.decks.some(deck => deck.lecture === lecture && deck.lang === lang))
  if (!decks.length) throw new CannotRun('Every deck says `draft: true`. To build them all the same: npm run build -- --drafts')
  const before = [...unpublished, ...(await Promise.all(decks.map(deck => deckProblems(root, deck, house)))).flat()]
  if (before.length) return notBuilt(before)
  const drawings = undrawn(course)
  if (drawings.length) {
    said(`diagrams: ${drawings.length} to draw`)
    const refused = await drawUndrawn(course, { drawings }).catch((error: unknown) => { throw new CannotRun(`The diagrams of a deck are drawn by a browser before it is built. ${error instanceof Error ? error.message : String(error)}`) })
    if (refused.length) return notBuilt(refused)
  }

  said(`decks: ${decks.map(deck => deck.name).join(', ')}`)
  const built = await buildDecks(root, house, decks, { forPaper }, ({ name }, isNew) => said(isNew ? `  ${name}` : `  ${name}, as it was`))
  const refused = built.flatMap(each => 'problems' in each ? each.problems : [])
  if (refused.length) return notBuilt(refused)
  said('start and practice pages')
  const pages = await buildPages(house)

  const staging = join(house, '.cache', `building-${process.pid}`)
  try {
    mkdirSync(staging, { recursive: true })
    said('putting it together')
    const files = writeData(course, drawnIn(), staging, { withoutKeys })
    writePages(course, pages, staging, files)
    const keys = Object.fromEntries(built.flatMap(each => 'kept' in each ? [[each.deck.name, placeDeck(each, staging, files)]] : []))
    said('fonts')
    installFonts(staging, await fontsOf(course))
    const absolute = absoluteLinks(staging)
    if (absolute.length) return notBuilt(absolute)
    rmSync(out, { recursive: true, force: true })
    mkdirSync(dirname(out), { recursive: true })
    move(staging, out)
    pruneKept(house)
    const site: Site = { problems: [], files, decks: keys }
    // Who saves while a site is built has it looked at again the next time.
    if (made && madeNow() === made) siteKept(house, out).keep(made, site)
    return site
  }
  finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** A deck of the site: what it shares with the others at the root, its page in `slides/<deck>/`. Returns its key. */
function placeDeck({ deck, kept }: Extract<DeckBuilt, { kept: unknown }>, site: string, files: Files): string {
  const built = readFileSync(join(kept.folder, 'index.html'), 'utf8')
  const shared = share(kept.folder, site, mappedIn(built))
  const html = placed([...shared].reduce((text, [own, other]) => text.replaceAll(own, other), built), '../../')
    .replace('</head>', () => `${filesInHtml(files, deck.name, '../../')}\n</head>`)
    .replace(/<div id="app"><\/div>/, () => `<div id="app">${unless.inside}</div>\n${unless.after}`)
  write(join(site, 'slides', deck.name, 'index.html'), html)
  return kept.key
}

function move(from: string, to: string) {
  try {
    renameSync(from, to)
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    cpSync(from, to, { recursive: true }) // another disk
  }
}

/** `<script src="/assets/x.js">` breaks as soon as the site stands in a folder. */
export function absoluteLinks(site: string): Problem[] {
  return filesIn(site).filter(path => path.endsWith('.html')).flatMap(path => readFileSync(path, 'utf8').split('\n').flatMap((line, index) =>
    [...line.matchAll(/\s(?:src|href)="(\/[^"]*)"/g)].map(([, address]) => ({ path: relative(site, path), line: index + 1, message: `read "${address}", expected a relative address` }))))
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)])
}

export const sizeOf = (folder: string) => filesIn(folder).reduce((bytes, path) => bytes + statSync(path).size, 0)
