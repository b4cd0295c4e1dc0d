/**
 * Parts of a site that are built once and kept under `.cache/built/<name>/`, each beside a list of the files it was made of:
 *
 *     .cache/built/corridor.en/3f0a…-9b21…/inputs.json    {"slides/corridor.en.md": "sha256…", "components/Cite/Cite.vue": "…"}
 *     .cache/built/corridor.en/3f0a…-9b21…/files/         what was built
 *
 * The first half of the name is a hash of what no list of files can hold: options, versions, which files there are.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** A part as it lies in the cache. */
export interface Kept {
  /** Changes whenever what was built changes. */
  key: string
  folder: string
}

/** So many states of one part are kept: going back to an earlier text builds nothing. */
const kept = 4
const daysKept = 30

export function cacheOf(house: string, name: string, base: string) {
  const home = join(house, '.cache/built', name)
  const entries = () => existsSync(home) ? readdirSync(home).filter(entry => existsSync(join(home, entry, 'inputs.json'))) : []
  let began = 0
  const keptAt = (entry: string): Kept => ({ key: entry, folder: join(home, entry, 'files') })
  return {
    /** The part as it was built of just these files; undefined when it has to be built. */
    find(): Kept | undefined {
      const found = entries().filter(entry => entry.startsWith(`${base}-`)).find((entry) => {
        const inputs = JSON.parse(readFileSync(join(home, entry, 'inputs.json'), 'utf8')) as Record<string, string>
        return Object.entries(inputs).every(([path, digest]) => digestOf(join(house, path)) === digest)
      })
      if (!found) return undefined
      utimesSync(join(home, found, 'inputs.json'), new Date(), new Date())
      return keptAt(found)
    },
    /** Where to build into: a folder of this process alone. */
    workshop(): string {
      began = Date.now()
      const folder = join(home, `building-${process.pid}`)
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(join(folder, 'files'), { recursive: true })
      return folder
    },
    /** Takes what stands in `workshop()/files`, with what it was made of, paths from the house. */
    keep(workshop: string, made: readonly string[]): Kept {
      const inputs = Object.fromEntries([...made].sort().flatMap((path) => {
        const digest = digestOf(join(house, path))
        if (!digest) return [] // a page that stands in no file
        // Who saves while a deck is built has it built again: nobody knows which text went into it.
        return [[path, Math.floor(statSync(join(house, path)).mtimeMs) > began ? `changed while it was built: ${digest}` : digest]]
      }))
      writeFileSync(join(workshop, 'inputs.json'), JSON.stringify(inputs, undefined, 1))
      const entry = `${base}-${hashOf(JSON.stringify(inputs))}`
      rmSync(join(home, entry), { recursive: true, force: true })
      renameSync(workshop, join(home, entry))
      this.prune(entry)
      return keptAt(entry)
    },
    /** `newest` is older than nothing, whatever the clock of the disk says. */
    prune(newest?: string) {
      const age = (entry: string) => entry === newest ? -Infinity : Date.now() - statSync(join(home, entry, 'inputs.json')).mtimeMs
      const old = entries().sort((one, other) => age(one) - age(other)).filter((entry, index) => index >= kept || age(entry) > daysKept * 86_400_000)
      for (const entry of old) rmSync(join(home, entry), { recursive: true, force: true })
    },
  }
}

/** Parts that nobody has asked for in a month: decks that were renamed, other courses. */
export function pruneKept(house: string): void {
  const home = join(house, '.cache/built')
  if (!existsSync(home)) return
  for (const name of readdirSync(home)) {
    cacheOf(house, name, '').prune()
    if (readdirSync(join(home, name)).length === 0) rmSync(join(home, name), { recursive: true })
  }
}

const digests = new Map<string, { stamp: string, digest: string }>()

/** A hash of what a file holds; undefined where there is none. */
function digestOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile()) return undefined
  const stamp = `${stats.mtimeMs} ${stats.size}`
  const known = digests.get(path)
  if (known?.stamp === stamp) return known.digest
  const digest = hashOf(readFileSync(path))
  digests.set(path, { stamp, digest })
  return digest
}

/** Twenty hexadecimal digits. */
export const hashOf = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(String(part.length)).update(' ').update(part)
  return hash.digest('hex').slice(0, 20)
}

/** A hash of files and folders, by their names and what they hold. */
export function hashOfFiles(house: string, paths: readonly string[]): string {
  const parts = (path: string): string[] => {
    const stats = statSync(join(house, path), { throwIfNoEntry: false })
    if (!stats) return []
    if (stats.isFile()) return path.endsWith('.test.ts') ? [] : [path, digestOf(join(house, path))!]
    // Vite keeps its own there, beside the decks.
    return readdirSync(join(house, path)).sort().flatMap(name => name === 'node_modules' ? [] : parts(`${path}/${name}`))
  }
  return hashOf(...paths.flatMap(parts))
}

/** The names in a folder, at any depth. */
export const namesIn = (folder: string): string[] => existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).sort() : []
