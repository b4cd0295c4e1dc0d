import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `slides/<deck>/assets/*` become `slides/assets/*`: their names hold a hash of what they hold, so that decks share
 * Vue, fonts and the browser's cache. Afterwards a deck is its index.html and its public files.
 */
export function shareAssets(slides: string): void {
  const shared = join(slides, 'assets')
  for (const deck of readdirSync(slides)) {
    const folder = join(slides, deck)
    const page = join(folder, 'index.html')
    if (deck === 'assets' || !existsSync(page)) continue
    if (existsSync(join(folder, 'assets'))) moveInto(join(folder, 'assets'), shared)
    rmSync(join(folder, 'assets'), { recursive: true, force: true })
    writeFileSync(page, readFileSync(page, 'utf8').replaceAll('"./assets/', '"../assets/'))
    for (const unused of ['404.html', '_redirects']) rmSync(join(folder, unused), { force: true })
  }
}

function moveInto(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) moveInto(source, target)
    else if (!existsSync(target)) renameSync(source, target)
    else if (digest(source) !== digest(target)) throw new Error(`${source} and ${target} have one name and differ: the name's hash does not cover what the file holds`)
    else rmSync(source)
  }
}

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
