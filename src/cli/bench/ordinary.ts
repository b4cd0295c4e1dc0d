/**
 * The ordinary way: a plain Slidev deck, no theme, that shows the same words as a deck of ours, with one mermaid diagram and one
 * formula. Its fonts: `@fontsource/source-sans-3` and `@fontsource/noto-sans-sc`, imported as their pages say.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Language } from '#schema'

/** The one package of the ordinary way that the course does without. */
const hanFonts = '@fontsource/noto-sans-sc@5.3.0'
export const fontsSaid = `Source Sans 3 and Noto Sans SC as @fontsource has them (${hanFonts})`

/** Fetches it into `folder`, once. Throws, with what npm said, where no registry answers. */
export function fetchHanFonts(folder: string): void {
  if (existsSync(join(folder, 'node_modules/@fontsource/noto-sans-sc/400.css'))) return
  const { status, stderr } = spawnSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', hanFonts], { encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`the ordinary deck wants ${hanFonts}, and npm could not fetch it: ${stderr.trim().split('\n').at(-1)}`)
}

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

interface Ordinary { folder: string, title: string, lang: Language, slides: readonly string[] }

/** Writes one deck into `folder`, which is emptied first. Returns the path of the deck. */
export function writeOrdinary({ folder, title, lang, slides }: Ordinary): string {
  rmSync(folder, { recursive: true, force: true })
  const write = (path: string, text: string) => { mkdirSync(join(folder, path, '..'), { recursive: true }); writeFileSync(join(folder, path), text) }
  write('package.json', '{ "name": "ordinary-deck", "private": true, "type": "module" }\n')
  write('styles/index.ts', ['@fontsource/source-sans-3/400.css', '@fontsource/source-sans-3/600.css', '@fontsource/noto-sans-sc/400.css'].map(path => `import '${path}'\n`).join(''))
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
