import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { load } from '@slidev/parser/fs'
import type { Problem } from '#course'
import { addonOf, courseKey, courseVariable, houseRoot } from '#course/roots'
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

/**
 * Builds the decks, two at a time, each in a process of its own, unless the cache has them as they are: a deck is built of its
 * own text, the components it uses and what Slidev takes of the house, never of the corpus. `told` is called as each is there.
 */
export async function buildDecks(
  root: string, house: string, decks: readonly DeckAddress[], options: DeckOptions = {}, told: (deck: DeckAddress, isNew: boolean) => void = () => {},
): Promise<DeckBuilt[]> {
  const built: DeckBuilt[] = []
  const waiting = [...decks.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, deck] = next
      const cache = cacheOf(house, [...root === house ? [] : [courseKey(root)], deck.name, ...options.forPaper ? ['paper'] : []].join('-'), baseOf(house, deck, options))
      const found = cache.find()
      built[index] = found ? { deck, kept: found } : await buildDeck(root, house, deck, options, cache)
      told(deck, !found)
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
  return built
}

/** Options, versions, and the names of all that Slidev finds by its name. */
function baseOf(house: string, deck: DeckAddress, options: DeckOptions): string {
  const found = ['components', 'layouts', 'setup', 'snippets', 'styles'].flatMap(folder => namesIn(join(house, folder)).filter(name => !/\.test\.ts$|^fonts/.test(name)))
  const top = readdirSync(house).filter(name => /\.(vue|ts)$/.test(name) && !/^(vitest|playwright)\./.test(name)).sort()
  const whole = [...top, 'package.json', 'package-lock.json', 'src/cli/build/plugins', 'src/course/plugin.ts', 'src/course/roots.ts', relative(house, join(dirname(deck.path), 'public'))]
  return hashOf(JSON.stringify([relative(house, deck.path), options, found]), hashOfFiles(house, whole))
}

async function buildDeck(root: string, house: string, deck: DeckAddress, options: DeckOptions, cache: ReturnType<typeof cacheOf>): Promise<DeckBuilt> {
  const path = relative(root, deck.path)
  const workshop = cache.workshop()
  try {
    const [files, list] = [join(workshop, 'files'), join(workshop, 'made-of.json')]
    const args = [join(house, 'node_modules/@slidev/cli/bin/slidev.mjs'), 'build', deck.path, '--base', './', '--router-mode', 'hash', '--out', files, ...(options.forPaper ? [] : ['--without-notes'])]
    const { code, said } = await run(args, house, { [courseVariable]: root, [inputsVariable]: list, ...(options.forPaper ? { COURSE_PAPER: '1' } : {}) })
    const problems: Problem[] = [...said.matchAll(/Unknown layout "([^"]+)"/g)].map(([, layout]) => ({ path, line: 1, message: `Slidev knows no layout "${layout}"` }))
    if (code !== 0) problems.push({ path, line: 1, message: `slidev build ended with exit code ${code}:\n${said.trim().split('\n').slice(-25).join('\n')}` })
    else if (!existsSync(join(files, 'index.html')) || !existsSync(list)) problems.push({ path, line: 1, message: `slidev build said it was done and wrote no deck:\n${said.trim().split('\n').slice(-25).join('\n')}` })
    if (problems.length) return { deck, problems }
    for (const unused of ['404.html', '_redirects']) rmSync(join(files, unused), { force: true })
    const made = JSON.parse(readFileSync(list, 'utf8')) as string[]
    rmSync(list)
    return { deck, kept: cache.keep(workshop, [...new Set([...await writtenIn(root, house, deck), ...made])]) }
  }
  finally { rmSync(workshop, { recursive: true, force: true }) }
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
