import { writeFileSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import process from 'node:process'
import type { Plugin } from 'vite'

/**
 * The variable that names the folder in which a build writes down what it was made of. One process may build several decks in turn:
 * what was built into `…/corridor.en` has its list in `corridor.en.json`.
 */
export const inputsVariable = 'COURSE_INPUTS'

/** Writes a list of the files of the house that went into a build, paths from the house. Packages are in the lock file. */
export function recordInputs(house: string): Plugin {
  const folder = process.env[inputsVariable]
  let out = ''
  return {
    name: 'course:record-inputs',
    apply: () => folder !== undefined,
    configResolved({ build }) { out = basename(build.outDir) },
    buildEnd(error) {
      if (error || folder === undefined) return
      const files = new Set([...this.getModuleIds()].flatMap(id => fileOf(id, house) ?? []))
      writeFileSync(join(folder, `${out}.json`), JSON.stringify([...files].sort()))
    },
  }
}

/** "/house/slides/corridor.en.md__slidev_2.md" => "slides/corridor.en.md"; nothing for packages and what stands in no file. */
export function fileOf(id: string, house: string): string | undefined {
  const path = relative(house, resolve(house, id.replace(/\?.*$/, '').replace(/^\/@fs/, '').replace(/__slidev_\d+\.\w+$/, '')))
  return id.startsWith('\0') || path.startsWith('..') || path.split(sep)[0] === '.cache' || path.split(sep).includes('node_modules') ? undefined : path.split(sep).join('/')
}
