/**
 * A site that was built of just these files with these options, and stands where it was put: nothing is read, built or written.
 *
 *     .cache/built-sites/dist-3f0a….json    {"made": "<hash of all that could go into it>", "stands": "<hash of names, sizes and times>", "site": {…}}
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import process from 'node:process'
import { dropUnused, writeWhole } from '#files'
import { hashOf, hashOfFiles } from './kept.ts'
import type { Site } from './site.ts'

/** What stands in the house and goes into no site; all else counts, so that a new folder is not forgotten. */
const notOfASite = new Set(['.git', '.github', '.ci', '.cache', '.browser', '.vitest', '.vscode', 'node_modules', 'dist', 'handouts', 'look', 'test-results', 'playwright-report', 'tests', 'docs'])

/** The hash of everything a site could be made of: text, code, styles, packages, the version of Node, and what was asked for. */
export function madeOfNow(root: string, house: string, asked: object): string {
  const ours = readdirSync(house).filter(name => !notOfASite.has(name) && !name.endsWith('.log') && !name.startsWith('dist')).sort()
  const course = relative(house, root)
  return hashOf(JSON.stringify([process.version, process.platform, course, asked]), hashOfFiles(house, [...ours, 'node_modules/.package-lock.json', ...course ? [course] : []]))
}

export function siteKept(house: string, out: string) {
  const path = join(house, '.cache/built-sites', `${basename(out)}-${hashOf(out)}.json`)
  return {
    /** The site as it was, when it was made of this and nobody has touched it since. */
    find(made: string): Site | undefined {
      if (!existsSync(path) || !existsSync(out)) return undefined
      const kept = JSON.parse(readFileSync(path, 'utf8')) as { made: string, stands: string, site: Site }
      return kept.made === made && kept.stands === standing(out) ? kept.site : undefined
    },
    keep(made: string, site: Site): void {
      mkdirSync(join(house, '.cache/built-sites'), { recursive: true })
      dropUnused(join(house, '.cache/built-sites'), 30, new Date())
      writeWhole(path, JSON.stringify({ made, stands: standing(out), site }))
    },
  }
}

/** A hash of what stands in a folder: names, sizes and when each was last changed. */
function standing(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)).sort()
  return hashOf(...entries.flatMap((path) => {
    const { size, mtimeMs } = statSync(path)
    return [relative(folder, path), `${size} ${mtimeMs}`]
  }))
}
