import { closeSync, existsSync, openSync, readSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { exportLimitBytes, isArchive, isLeftover, isTable, unzipped } from '#assess'
import type { Text } from '#schema'

/** A file or an archive on the disk. */
export interface Source { path: string, shown: string, modified: Date, isArchive: boolean }

/** A file handed in, read only when its turn comes; or why it cannot be read. */
export interface HandedIn { shown: string, modified?: Date, bytes?: Uint8Array, problem?: Text }

export interface Found {
  sources: Source[]
  /** What was asked for and is not there. */
  missing: string[]
  /** Tables and the like that are no answer files. */
  passedOver: string[]
}

/**
 * Everything that files, folders and patterns name, each once: `find(['class', 'late/*.yaml', 'mail.zip'], '/home/li')`.
 * Folders are walked to their ground; hidden files and what systems leave beside them are passed over.
 */
export function find(asked: readonly string[], from: string): Found {
  const found: Found = { sources: [], missing: [], passedOver: [] }
  const seen = new Set<string>()
  const once = (path: string) => { const real = realpathSync(path); return !seen.has(real) && Boolean(seen.add(real)) }

  const take = (path: string, isNamed: boolean) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat || !once(path)) return
    const shown = nearer(path, from)
    if (stat.isDirectory()) {
      const names = readdirSync(path).sort(new Intl.Collator('en-u-kn').compare)
      for (const name of names) if (!isLeftover(name)) take(join(path, name), false)
    }
    else if (!stat.isFile()) return
    else if (isTable(path)) found.passedOver.push(shown)
    else if (isNamed || !isLeftover(basename(path))) found.sources.push({ path, shown, modified: stat.mtime, isArchive: isArchive(path) && beginsAsArchive(path) })
  }

  for (const each of asked) {
    const path = resolve(from, each)
    if (existsSync(path)) { take(path, true); continue }
    const pattern = each.split(sep).join('/')
    const matches = isDynamicPattern(pattern) ? globSync(pattern, { cwd: from, absolute: true, onlyFiles: false, expandDirectories: false }) : []
    if (matches.length === 0) found.missing.push(each)
    for (const match of matches.sort(new Intl.Collator('en-u-kn').compare)) take(resolve(match), true)
  }
  return found
}

/** How many files a source holds: the names alone are read of an archive. */
export function countIn(source: Source): number {
  if (!source.isArchive) return 1
  let count = 0
  for (const { path } of unzipped(piecesOf(source.path), (name) => { if (isWanted(name)) count++; return false })) void path
  return count
}

/** The files of a source, one after the other; none is kept. */
export function* handedIn(source: Source): Generator<HandedIn> {
  if (!source.isArchive) {
    yield { shown: source.shown, modified: source.modified, bytes: firstBytes(source.path) }
    return
  }
  let isEmpty = true
  for (const { path, ...entry } of unzipped(piecesOf(source.path), isWanted)) {
    isEmpty = false
    yield { ...entry, shown: path ? `${source.shown}/${path}` : source.shown }
  }
  if (isEmpty) yield { shown: source.shown, problem: { en: 'no answer file is in this archive', zh: '压缩包里没有答案文件' } }
}

const isWanted = (path: string) => !isLeftover(path) && !isTable(path) && !path.endsWith('/')

/** As a reader of the report would type it: relative where that is shorter. */
function nearer(path: string, from: string): string {
  const way = relative(from, path)
  return (way.startsWith('..') ? path : way || path).split(sep).join('/')
}

function beginsAsArchive(path: string): boolean {
  const [first] = piecesOf(path, 4)
  return first !== undefined && first[0] === 0x50 && first[1] === 0x4B
}

/** A file piece by piece; so large that an archive is read fast, so small that a bomb in it has no room. */
function* piecesOf(path: string, size = 16_384): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const piece = new Uint8Array(size)
      const length = readSync(file, piece)
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  }
  finally { closeSync(file) }
}

/** As much of the file as will be read, and a byte more to show that there is more. */
export function firstBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(Math.min(statSync(path).size, exportLimitBytes + 1))
  const file = openSync(path, 'r')
  try {
    let length = 0
    for (let more = -1; length < bytes.length && more !== 0; length += more) more = readSync(file, bytes, length, bytes.length - length, null)
    return bytes.subarray(0, length)
  }
  finally { closeSync(file) }
}
