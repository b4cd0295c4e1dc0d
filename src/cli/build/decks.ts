import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { load } from '@slidev/parser/fs'
import type { Problem } from '#course'
import { addonOf, themeOf, courseKey, courseVariable, houseRoot } from '#course/roots'
import { didYouMean, withoutColours } from '../console.ts'
import type { DeckAddress } from '../decks.ts'
import { type Kept, cacheOf, hashOf, hashOfFiles, namesIn } from './kept.ts'
import { inputsVariable } from './plugins/record-inputs.ts'

/** What Slidev swallows, exit code 0: a missing `src:` file, an unknown layout, a deck without our tags; and a diagram in a fence. Read before building. */
export async function deckProblems(root: string, deck: DeckAddress, house = houseRoot): Promise<Problem[]> {
  const path = relative(root, deck.path)
  const { slides, entry, headmatter } = await load({ userRoot: join(root, 'slides'), roots: [root] }, deck.path)
  const layouts = readdirSync(join(house, 'layouts')).filter(file => file.endsWith('.vue')).map(file => file.slice(0, -4))
  const problems: Problem[] = (entry.errors ?? []).map(({ row, message }) => ({ path, line: row + 1, message: message.replace(root, '.') }))
  const addon = addonOf(root, house)
  if (!(Array.isArray(headmatter.addons) && headmatter.addons.includes(addon))) {
    problems.push({ path, line: 1, message: `addons: read ${JSON.stringify(headmatter.addons)}, expected ['${addon}']: without it every tag and layout of ours is dropped` })
  }
  const theme = themeOf(root, house)
  if (headmatter.theme !== theme) problems.push({ path, line: 1, message: `theme: read ${JSON.stringify(headmatter.theme)}, expected ${theme}: without it Slidev does as it likes with addresses, fonts, size and drawings` })
  for (const { frontmatter, source, content } of slides) {
    const missed = /\sv-(?:mark|motion)\b/.exec(content)?.[0].trim()
    if (missed) problems.push({ path: relative(root, source.filepath), line: source.start + 1, message: `read ${missed}, expected v-click: a built deck leaves out what Slidev needs for ${missed}` })
    if (/^\s*(`{3,}|~{3,})\s*mermaid\b/m.test(content)) problems.push({ path: relative(root, source.filepath), line: source.start + 1, message: 'read a fence of mermaid, expected <Framework id="…" />: a built deck has nothing to draw a fence with; what it shows belongs into corpus/frameworks/' })
    const layout = frontmatter.layout === undefined ? undefined : String(frontmatter.layout)
    const message = layout === undefined ? `layout: none given, expected one of ${layouts.join(', ')}` : `layout: read "${layout}", expected one of ${layouts.join(', ')}. ${didYouMean(layout, layouts) ?? ''}`.trim()
    if (layout === undefined || !layouts.includes(layout)) problems.push({ path: relative(root, source.filepath), line: source.start + 1, message })
  }
  return problems
}

/** How a deck is built: for the site, or to print handouts from, with the notes and the page /handout. */
export interface DeckOptions { forPaper?: boolean }

/** A deck as it was built: index.html, assets/ and what slides/public/ holds; or why it could not be. */
export type DeckBuilt = { deck: DeckAddress, kept: Kept } | { deck: DeckAddress, problems: Problem[] }

interface Task { deck: DeckAddress, cache: ReturnType<typeof cacheOf> }

/**
 * So many decks are built in turn by one process: a further one costs half of what the first costs, which loads Slidev; and more
 * of them would hold what was read for all.
 */
const inTurn = 4

/** What a process may keep for later, in MB. Four decks in turn, measured: 0.85 GB with 640 and 1.3 without. */
const sparing = ['--max-old-space-size=640']

/**
 * Builds the decks, two processes at a time, unless the cache has them as they are: a deck is built of its own text, the
 * components it uses and what Slidev takes of the house, never of the corpus. `told` is called as each is there.
 */
export async function buildDecks(
  root: string, house: string, decks: readonly DeckAddress[], options: DeckOptions = {}, told: (deck: DeckAddress, isNew: boolean) => void = () => {},
): Promise<DeckBuilt[]> {
  const built = new Map<DeckAddress, DeckBuilt>()
  const waiting: Task[] = []
  for (const deck of decks) {
    const name = [...root === house ? [] : [courseKey(root)], deck.name, ...options.forPaper ? ['paper'] : []].join('-')
    const cache = cacheOf(house, name, baseOf(house, deck, options))
    const kept = cache.find()
    if (!kept) {
      waiting.push({ deck, cache })
      continue
    }
    built.set(deck, { deck, kept })
    told(deck, false)
  }
  const processes = Math.min(2, availableParallelism())
  const share = Math.min(inTurn, Math.ceil(waiting.length / processes))
  const work = async () => {
    for (let tasks = waiting.splice(0, share); tasks.length; tasks = waiting.splice(0, share)) {
      for (const each of await buildInTurn(root, house, tasks, options)) {
        built.set(each.deck, each)
        told(each.deck, true)
      }
    }
  }
  await Promise.all(Array.from({ length: processes }, work))
  return decks.map(deck => built.get(deck)!)
}

/** Options, versions, and the names of all that Slidev finds by its name. */
export function baseOf(house: string, deck: DeckAddress, options: DeckOptions): string {
  const found = ['components', 'layouts', 'setup', 'snippets', 'styles'].flatMap(folder => namesIn(join(house, folder)).filter(name => !/\.test\.ts$|^fonts/.test(name)))
  const top = readdirSync(house).filter(name => /\.(vue|ts)$|^index\.html$/.test(name) && !/^(vitest|playwright)\./.test(name)).sort()
  const whole = [...top, 'theme', 'package.json', 'package-lock.json', 'src/cli/build/plugins', 'src/cli/build/decks.ts', 'src/course/plugin.ts', 'src/course/roots.ts', relative(house, join(dirname(deck.path), 'public'))]
  return hashOf(JSON.stringify([relative(house, deck.path), options, found]), hashOfFiles(house, whole))
}

/** Builds decks one after the other in one process. If it does not end well, each is built alone: so it is known which it is. */
async function buildInTurn(root: string, house: string, tasks: readonly Task[], options: DeckOptions): Promise<DeckBuilt[]> {
  const out = join(house, '.cache', `building-${tasks.map(({ deck }) => deck.name).join('+')}-${process.pid}`)
  const workshops = tasks.map(({ cache }) => cache.workshop())
  try {
    mkdirSync(out, { recursive: true })
    // Of several decks, Slidev builds each into the folder of its name.
    const to = tasks.length > 1 ? out : join(out, tasks[0]!.deck.name)
    const args = [...sparing, join(house, 'node_modules/@slidev/cli/bin/slidev.mjs'), 'build', ...tasks.map(({ deck }) => deck.path), '--base', './', '--router-mode', 'hash', '--out', to, ...(options.forPaper ? [] : ['--without-notes'])]
    const { code, said } = await run(args, house, { [courseVariable]: root, [inputsVariable]: out, ...(options.forPaper ? { COURSE_PAPER: '1' } : {}) })
    const unknown = [...said.matchAll(/Unknown layout "([^"]+)"/g)].map(([, layout]) => `Slidev knows no layout "${layout}"`)
    const isThere = tasks.every(({ deck: { name } }) => existsSync(join(out, name, 'index.html')) && existsSync(join(out, `${name}.json`)))
    if (code !== 0 || !isThere || unknown.length) {
      if (tasks.length > 1) {
        const alone: DeckBuilt[] = []
        for (const task of tasks) alone.push(...await buildInTurn(root, house, [task], options))
        return alone
      }
      const end = said.trim().split('\n').slice(-25).join('\n')
      const messages = code !== 0 ? [...unknown, `slidev build ended with exit code ${code}:\n${end}`] : unknown.length ? unknown : [`slidev build said it was done and wrote no deck:\n${end}`]
      const [{ deck }] = tasks as [Task]
      return [{ deck, problems: messages.map(message => ({ path: relative(root, deck.path), line: 1, message })) }]
    }
    return await Promise.all(tasks.map(async ({ deck, cache }, index): Promise<DeckBuilt> => {
      const files = join(workshops[index]!, 'files')
      rmSync(files, { recursive: true })
      renameSync(join(out, deck.name), files)
      for (const unused of ['404.html', '_redirects', 'importmap.json']) rmSync(join(files, unused), { force: true })
      const made = JSON.parse(readFileSync(join(out, `${deck.name}.json`), 'utf8')) as string[]
      return { deck, kept: cache.keep(workshops[index]!, [...new Set([...await writtenIn(root, house, deck), ...made])]) }
    }))
  }
  finally { for (const folder of [out, ...workshops]) rmSync(folder, { recursive: true, force: true }) }
}

/** The files of Markdown that a deck is written in: its own, and those a slide takes in with `src:`. */
async function writtenIn(root: string, house: string, deck: DeckAddress): Promise<string[]> {
  const { slides } = await load({ userRoot: join(root, 'slides'), roots: [root] }, deck.path)
  return [deck.path, ...slides.map(({ source }) => source.filepath)].map(path => relative(house, path))
}

function run(args: string[], cwd: string, env: Record<string, string>): Promise<{ code: number | null, said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, NODE_ENV: 'production', ...env, NO_COLOR: '1', FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const listen = (chunk: Buffer) => { said += chunk }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('close', code => resolve({ code, said: withoutColours(said) }))
  })
}
