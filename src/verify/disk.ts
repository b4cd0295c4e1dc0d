import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { courseTexts } from '#course/texts'
import type { Coverage } from '#course/characters'
import { addonOf } from '#course/roots'
import { refusal } from './mermaid.ts'
import type { Context, House } from './rule.ts'
import { schemasFolder } from './schemas.ts'

/** Made by programs, or by others. */
const notOurs = new Set(['node_modules', 'dist', 'handouts', 'look', 'test-results', 'playwright-report', 'package-lock.json'])
const worded = /\.(?:md|ya?ml|ts|mts|js|mjs|vue|css|html|svg|json|txt)$/

/**
 * Reads what the rules look at. `root` is the course's folder; `sources` holds the source texts, where they are at hand;
 * `house` is the folder with components, layouts and fonts, where that is another one (a course in a test).
 */
export function openContext({ root, sources, house = root }: { root: string, sources?: string | undefined, house?: string }): Context {
  const texts = sources && existsSync(sources) ? readdirSync(sources).filter(name => name.endsWith('.txt')).sort() : []
  return {
    files: ourFiles(root, sources ? [resolve(sources)] : []),
    sources: new Map(texts.map(name => [name, readFileSync(join(sources!, name), 'utf8').split(/\r?\n/)])),
    house: openHouse(root, house),
    refusal,
  }
}

function openHouse(root: string, house: string): House {
  const coverage = [join(root, 'styles/fonts/coverage.json'), join(house, 'styles/fonts/coverage.json')].find(path => existsSync(path))
  const components = join(house, 'components')
  return {
    components: new Map(listed(components).flatMap((name) => {
      const path = [join(components, name, `${name}.vue`), join(components, name)].find(each => each.endsWith('.vue') && existsSync(each))
      return path ? [[name.replace(/\.vue$/, ''), readFileSync(path, 'utf8')] as const] : []
    })),
    layouts: new Map(listed(join(house, 'layouts')).filter(name => name.endsWith('.vue')).map(name => [name.replace(/\.vue$/, ''), readFileSync(join(house, 'layouts', name), 'utf8')])),
    addon: addonOf(root, house),
    served: walk(join(root, 'slides/public')).map(path => `/${path}`),
    beside: walk(join(root, 'slides')),
    shown: courseTexts(root),
    ...(coverage ? { coverage: JSON.parse(readFileSync(coverage, 'utf8')) as Coverage } : {}),
    schemas: new Map(listed(join(root, schemasFolder)).filter(name => name.endsWith('.schema.json')).map(name => [name, readFileSync(join(root, schemasFolder, name), 'utf8')])),
  }
}

/** Every file of ours with words in it; folders whose names begin with a dot, and the sources themselves, are left out. */
function ourFiles(root: string, leftOut: string[]): Map<string, string> {
  return new Map(walk(root, leftOut).filter(path => worded.test(path)).map(path => [path, readFileSync(join(root, path), 'utf8')]))
}

function walk(root: string, leftOut: string[] = []): string[] {
  const read = (folder: string): string[] => listed(folder).flatMap((name) => {
    const path = join(folder, name)
    if (name.startsWith('.') || notOurs.has(name) || leftOut.includes(resolve(path))) return []
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return read(path)
    return statSync(path, { throwIfNoEntry: false }) ? [relative(root, path).split(sep).join('/')] : []
  })
  return read(root)
}

const listed = (folder: string) => existsSync(folder) ? readdirSync(folder).sort() : []
