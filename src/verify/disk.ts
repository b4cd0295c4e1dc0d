import { join, relative, sep } from 'node:path'
import { diskFolder, type Folder, within } from '#course/folder'
import { addonOf, themeOf } from '#course/roots'
import { courseTexts } from '#course/texts'
import { drawable } from '#fonts'
import { hash } from './hash.ts'
import { type Kept, keptIn } from './kept.ts'
import { refusal } from './mermaid.ts'
import type { Context, House } from './rule.ts'
import { schemasFolder } from './schemas.ts'

/** Made by programs, or by others. */
const notOurs = new Set(['node_modules', 'dist', 'handouts', 'look', 'test-results', 'playwright-report', 'package-lock.json'])
const worded = /\.(?:md|ya?ml|ts|mts|js|mjs|vue|css|html|svg|json|txt)$/

/**
 * Reads what the rules look at. `root` is the course's folder; `sources` holds the source texts, where they are at hand;
 * `house` is the folder with components, layouts and fonts, where that is another one (a course in a test).
 * `kept` remembers what earlier runs have found out.
 */
export function openContext(where: { root: string | Folder, sources?: string | Folder | undefined, house?: string | Folder, kept?: Kept }): Context {
  const [root, sources, house] = [where.root, where.sources, where.house ?? where.root].map(folder => typeof folder === 'string' ? diskFolder(folder) : folder) as [Folder, Folder | undefined, Folder]
  const kept = where.kept ?? keptIn()
  const texts = sources?.list('').filter(name => name.endsWith('.txt')) ?? []
  return {
    files: ourFiles(root, sources && relative(root.root, sources.root).split(sep).join('/')),
    sources: new Map(texts.map(name => [name, linesOf(sources!.text(name)!)])),
    house: openHouse(root, house),
    refusal: refusalKept(kept, house.text('node_modules/mermaid/package.json') ?? ''),
    kept,
  }
}

function openHouse(root: Folder, house: Folder): House {
  const vue = (folder: Folder) => folder.list('').filter(name => name.endsWith('.vue')).map(name => [name.slice(0, -'.vue'.length), folder.text(name)!] as const)
  const components = within(house, 'components')
  const schemas = within(root, schemasFolder)
  return {
    components: new Map([...vue(components), ...components.list('').filter(name => name.endsWith('/')).flatMap((name) => {
      const text = components.text(`${name}${name.slice(0, -1)}.vue`)
      return text === undefined ? [] : [[name.slice(0, -1), text] as const]
    })]),
    addon: addonOf(root.root, house.root),
    theme: { path: themeOf(root.root, house.root), defaults: defaultsIn(house.text('theme/package.json')) },
    layouts: new Map(vue(within(house, 'layouts'))),
    served: walk(within(root, 'slides/public')).map(path => `/${path}`),
    beside: walk(within(root, 'slides')),
    shown: courseTexts(root, house),
    drawable: () => drawable(join(house.root, '.cache/fonts')),
    schemas: new Map(schemas.list('').filter(name => name.endsWith('.schema.json')).map(name => [name, schemas.text(name)!])),
  }
}

/** What a theme says for its decks: `slidev.defaults` of its package.json. Nothing where it has none. */
function defaultsIn(package_: string | undefined): Record<string, unknown> {
  return (JSON.parse(package_ ?? '{}') as { slidev?: { defaults?: Record<string, unknown> } }).slidev?.defaults ?? {}
}

/** A diagram that this mermaid has read is not read again; why it does not read one is asked each time. */
const refusalKept = (kept: Kept, mermaid: string) => async (diagram: string) => {
  if (kept.find(`read by mermaid ${hash(mermaid)}`, diagram)) return undefined
  const why = await refusal(diagram)
  if (why === undefined) kept.keep(`read by mermaid ${hash(mermaid)}`, diagram, true)
  return why
}

/** The same lines for the same text: what is told of them is found out once, however often a course is read. */
function linesOf(text: string): string[] {
  const lines = lastLines.get(text) ?? text.split('\n')
  if (lastLines.size > 50) lastLines.clear()
  lastLines.set(text, lines)
  return lines
}
const lastLines = new Map<string, string[]>()

/** Every file of ours with words in it; folders whose names begin with a dot, and the sources themselves, are left out. */
function ourFiles(root: Folder, leftOut: string | undefined): Map<string, string> {
  return new Map(walk(root, leftOut).filter(path => worded.test(path)).flatMap((path) => {
    const text = root.text(path)
    return text === undefined ? [] : [[path, text] as const]
  }))
}

/** A site that was built into the course, under whatever name, is made of it: nobody writes there. */
const namesOfOurs = (names: readonly string[], folder: string): readonly string[] => folder !== '' && names.includes('index.html') && names.includes('assets/') ? [] : names

function walk(root: Folder, leftOut?: string): string[] {
  const read = (folder: string): string[] => namesOfOurs(root.list(folder), folder).flatMap((name) => {
    const isFolder = name.endsWith('/')
    const plain = isFolder ? name.slice(0, -1) : name
    const path = folder === '' ? plain : `${folder}/${plain}`
    if (plain.startsWith('.') || notOurs.has(plain) || path === leftOut) return []
    return isFolder ? read(path) : [path]
  })
  return read('')
}
