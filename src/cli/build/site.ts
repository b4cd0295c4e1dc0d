import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { build as viteBuild } from 'vite'
import type { Problem } from '#course'
import { readCourse } from '#course/disk'
import { courseVariable, houseRoot, isInside } from '#course/roots'
import { CannotRun } from '../console.ts'
import { decksIn } from '../decks.ts'
import { buildDecks, deckProblems } from './decks.ts'
import { drawUndrawn, undrawn } from './draw.ts'
import { fontsOf, installFonts } from './fonts.ts'
import { shareAssets } from './share.ts'

interface Options {
  /** The course's folder. */
  root: string
  /** Where pages and packages are; a test has one of its own. */
  house?: string
  out: string
  withoutKeys?: boolean
  /** Called as each part begins. */
  said?: (part: string) => void
}

/**
 * The whole site as files that work from any folder of any server: `index.html`, `en/`, `zh/`, `practice/<lecture>.<lang>/`,
 * `slides/<lecture>.<lang>/`. It is built in .cache/ and put into `out` when nothing is wrong with it.
 */
export async function buildSite({ root, house = houseRoot, out, withoutKeys = false, said = () => {} }: Options): Promise<Problem[]> {
  const decks = decksIn(root)
  if (!decks.length) throw new CannotRun('There is no deck to build: slides/ holds no <lecture>.en.md or <lecture>.zh.md.')
  if (!isInside(root, house)) throw new CannotRun(`A course is built where it finds its packages: read ${root}, expected a folder in ${house}.`)
  const pages = join(house, 'pages/vite.config.ts')
  if (!existsSync(pages)) throw new CannotRun('The start and practice pages are missing: there is no pages/vite.config.ts.')
  said('reading the decks')
  const before = (await Promise.all(decks.map(deck => deckProblems(root, deck, house)))).flat()
  if (before.length) return before
  const course = readCourse(root)
  const drawings = undrawn(course)
  if (drawings.length) {
    said(`diagrams: ${drawings.length} to draw`)
    const refused = await drawUndrawn(course, { drawings }).catch((error: unknown) => { throw new CannotRun(`The diagrams of a deck are drawn by a browser before it is built. ${error instanceof Error ? error.message : String(error)}`) })
    if (refused.length) return refused
  }

  const staging = join(house, '.cache', `building-${process.pid}`)
  try {
    mkdirSync(staging, { recursive: true })
    said(`decks: ${decks.map(deck => deck.name).join(', ')}`)
    const problems = await buildDecks(root, decks, join(staging, 'slides'), { withoutKeys })
    if (problems.length) return problems
    shareAssets(join(staging, 'slides'))
    said('start and practice pages')
    await buildPages(pages, staging, { [courseVariable]: root, COURSE_WITHOUT_KEYS: withoutKeys ? '1' : undefined })
    said('fonts')
    installFonts(staging, await fontsOf(course))
    const absolute = absoluteLinks(staging)
    if (absolute.length) return absolute
    rmSync(out, { recursive: true, force: true })
    mkdirSync(dirname(out), { recursive: true })
    move(staging, out)
    return []
  }
  finally {
    rmSync(staging, { recursive: true, force: true })
  }
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

async function buildPages(configFile: string, outDir: string, env: Record<string, string | undefined>) {
  const before = Object.fromEntries(Object.keys(env).map(name => [name, process.env[name]]))
  setVariables(env)
  try {
    await viteBuild({ configFile, base: './', build: { outDir, emptyOutDir: false }, logLevel: 'warn' })
  }
  finally { setVariables(before) }
}

function setVariables(env: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
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
