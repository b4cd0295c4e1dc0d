/**
 * The ordinary way: a plain Slidev deck, no theme, that shows the same words as a deck of ours, with one mermaid diagram and one
 * formula. Its fonts: `@fontsource/source-sans-3` imported as its page says, and Noto Sans SC in pieces.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Language } from '#schema'
import { hashOf } from '../build/kept.ts'

/** How the ordinary deck comes to its Han characters; part of the sentence of every row that it stands beside. */
export const fontsSaid = 'Source Sans 3 as @fontsource has it, Noto Sans SC 400 cut from @expo-google-fonts into pieces of 100 characters, the most frequent of this course first (@fontsource/noto-sans-sc, cut by the frequency on the web, is not installed)'

const piece = 100

/** Letters that Markdown, Vue or Slidev would read as something else. */
const escaped = (line: string) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/[\\`*_[\]{}#|~$>:]/g, sign => `&#${sign.codePointAt(0)};`).replace(/^([-+=]|\d+[.)])/, sign => `&#${sign.codePointAt(0)};${sign.slice(1)}`)

/** A deck of Slidev in which each slide shows these words: the first line as its title. */
export function plainDeck(title: string, lang: Language, slides: readonly string[]): string {
  const head = ['---', `title: ${JSON.stringify(title)}`, 'theme: none', 'mcp: false', 'routerMode: hash', 'favicon: /favicon.svg', 'fonts:', '  sans: Source Sans 3, Noto Sans SC', '  provider: none', 'htmlAttrs:', `  lang: ${lang}`, '---', '']
  const pages = slides.map((words) => {
    const [first = '', ...rest] = words.split('\n').map(line => line.trim()).filter(Boolean)
    return [`# ${escaped(first)}`, ...rest.map(escaped)].join('\n\n')
  })
  const further = ['```mermaid\nflowchart LR\n  A --> B --> C\n  A --> C\n```', '$$\n\\sum_{i=1}^{n} w_i x_i \\geq \\frac{1}{2}\n$$']
  pages[pages.length - 1] = [pages.at(-1), ...further].join('\n\n')
  return [...head, pages.join('\n\n---\n\n'), ''].join('\n')
}

/** Han characters and their signs, the most frequent first, in pieces. */
export function inPieces(texts: readonly string[], size = piece): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) for (const character of text.match(/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/g) ?? []) counts.set(character, (counts.get(character) ?? 0) + 1)
  const characters = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([character]) => character)
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) => characters.slice(index * size, (index + 1) * size).join(''))
}

/** "U+4e2d,U+56fd" */
const range = (characters: string) => [...characters].map(character => `U+${character.codePointAt(0)!.toString(16)}`).join(',')

interface Ordinary { folder: string, title: string, lang: Language, slides: readonly string[], texts: readonly string[], pieces: string }

/** Writes one deck into `folder`, which is emptied first; `pieces` is where cut fonts are kept. Returns the path of the deck. */
export async function writeOrdinary({ folder, title, lang, slides, texts, pieces: kept }: Ordinary): Promise<string> {
  mkdirSync(kept, { recursive: true })
  rmSync(folder, { recursive: true, force: true })
  const write = (path: string, text: string | Buffer) => { mkdirSync(join(folder, path, '..'), { recursive: true }); writeFileSync(join(folder, path), text) }
  const package_ = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json')
  let whole: Buffer | undefined
  const faces: string[] = []
  for (const characters of inPieces(texts)) {
    const name = `${hashOf(characters)}.woff2`
    if (!existsSync(join(kept, name))) {
      whole ??= readFileSync(join(package_, '../400Regular/NotoSansSC_400Regular.ttf'))
      writeFileSync(join(kept, name), await subsetFont(whole, characters, { targetFormat: 'woff2' }))
    }
    write(`styles/pieces/${name}`, readFileSync(join(kept, name)))
    faces.push(`@font-face { font-family: 'Noto Sans SC'; font-weight: 400; font-display: swap; src: url('./pieces/${name}') format('woff2'); unicode-range: ${range(characters)}; }`)
  }
  write('package.json', '{ "name": "ordinary-deck", "private": true, "type": "module" }\n')
  write('styles/han.css', `${faces.join('\n')}\n`)
  write('styles/index.ts', '@fontsource/source-sans-3/400.css @fontsource/source-sans-3/600.css ./han.css'.split(' ').map(path => `import '${path}'\n`).join(''))
  write('public/favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n')
  write('plain.md', plainDeck(title, lang, slides))
  return join(folder, 'plain.md')
}

/**
 * `slidev export` asks for the package playwright-chromium, which fetches a browser when it is installed. In `folder` a package of
 * that name stands for playwright-core; the browser is named on the command line.
 */
export function standInForPlaywright(folder: string): void {
  const home = join(folder, 'node_modules/playwright-chromium')
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "name": "playwright-chromium", "version": "0.0.0", "type": "module", "main": "index.mjs" }\n')
  writeFileSync(join(home, 'index.mjs'), 'export { chromium } from \'playwright-core\'\n')
}
