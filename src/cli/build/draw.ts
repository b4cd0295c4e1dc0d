import { readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { type LaunchOptions, type Page, chromium } from 'playwright-core'
import type { Course, Problem } from '#course'
import { drawingId } from '#course'
import { type Drawing, drawingName, drawingsOf } from '#course/drawings'
import { drawnIn } from '#course/drawn'
import { houseRoot } from '#course/roots'
import { mermaidLook } from '#models'
import type { Language } from '#schema'
import { fontsOf } from './fonts.ts'
import { browserArgs, type findBrowser, launchOptions } from '../../browser.ts'

/** What the decks show and nobody has drawn yet. */
export function undrawn(course: Course): Drawing[] {
  const drawn = drawnIn()
  return course.decks.flatMap(({ lecture, lang }) => drawingsOf(course, lecture, lang)).filter(({ text }) => drawn.find(text) === undefined)
}

/** Draws it, in one page of a browser without a window, and keeps it under `.cache/diagrams/`. Throws a letter where there is no browser. */
export async function drawUndrawn(course: Course, { drawings = undrawn(course), browser }: { drawings?: readonly Drawing[], browser?: typeof findBrowser } = {}): Promise<Problem[]> {
  if (!drawings.length) return []
  const drawn = drawnIn()
  const problems: Problem[] = []
  const launch = browser ? { executablePath: (await browser()).path, args: browserArgs } : await launchOptions()
  await withPage(course, async (page) => {
    for (const drawing of drawings) {
      try { drawn.keep(drawing.text, await drawOne(page, drawing.text, drawing.lang)) }
      catch (error) { problems.push({ ...course.place('frameworks', drawing.framework), message: `mermaid does not draw ${drawingName(drawing)}: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}` }) }
    }
  }, launch)
  return problems
}

const types: Record<string, string> = { '.css': 'text/css', '.mjs': 'text/javascript', '.woff2': 'font/woff2' }
const origin = 'http://course.invalid'

/** A page with the course's tokens and fonts, and mermaid as its packages have it; it asks the network for nothing. */
export async function withPage<T>(course: Course, use: (page: Page) => Promise<T>, launch?: LaunchOptions): Promise<T> {
  const fonts = await fontsOf(course)
  const fontAt = new Map(fonts.files.map(({ name, path }) => [`/fonts/${name}`, path]))
  const browser = await chromium.launch(launch ?? await launchOptions())
  try {
    const page = await browser.newPage({ viewport: { width: 980, height: 551 } })
    await page.addInitScript('globalThis.__name = value => value')
    await page.route('**/*', (route) => {
      const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname)).replaceAll('\\', '/')
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/styles/tokens.css"><link rel="stylesheet" href="/fonts/fonts.css"><script type="module">import mermaid from "/node_modules/mermaid/dist/mermaid.esm.min.mjs"; globalThis.mermaid = mermaid</script><body>' })
      if (path === '/fonts/fonts.css') return route.fulfill({ contentType: 'text/css', body: fonts.css })
      if (fontAt.has(path)) return route.fulfill({ contentType: 'font/woff2', body: readFileSync(fontAt.get(path)!) })
      if (!/^\/(styles|node_modules\/mermaid\/dist)\//.test(path)) return route.abort()
      return route.fulfill({ contentType: types[extname(path)] ?? 'application/octet-stream', body: readFileSync(join(houseRoot, path)) })
    })
    await page.goto(`${origin}/`)
    return await use(page)
  }
  finally { await browser.close() }
}

export async function drawOne(page: Page, text: string, lang: Language): Promise<string> {
  const { fontFamily, tokens } = await page.evaluate(async ({ lang, text }) => {
    document.documentElement.lang = lang
    const style = getComputedStyle(document.documentElement)
    const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
    const fontFamily = token('sans')
    await Promise.all(['400', '600'].map(weight => document.fonts.load(`${weight} 20px ${fontFamily}`, [...new Set(text)].join(''))))
    return { fontFamily, tokens: Object.fromEntries(['paper', 'slip', 'ink', 'task'].map(name => [name, token(name)])) }
  }, { lang: lang === 'zh' ? 'zh-CN' : 'en', text })
  return page.evaluate(async ({ look, text, id }) => {
    const { mermaid } = globalThis as unknown as { mermaid: { initialize: (look: unknown) => void, render: (id: string, text: string) => Promise<{ svg: string }> } }
    mermaid.initialize(look)
    const holder = document.createElement('div')
    holder.innerHTML = (await mermaid.render(id, text)).svg
    document.body.append(holder)
    // Mermaid gives every drawing all its marks and rules: those that nothing here uses are left out.
    const svg = holder.querySelector('svg')!
    const isUsed = (name: string) => svg.outerHTML.includes(`url(#${name})`)
    const style = svg.querySelector('style')!
    const rules = [...style.sheet!.cssRules].filter(rule => rule instanceof CSSStyleRule && document.querySelector(rule.selectorText)).map(rule => rule.cssText)
    style.textContent = rules.join('')
    for (const unused of [...svg.querySelectorAll('marker, filter, linearGradient')].filter(each => !isUsed(each.id))) unused.remove()
    for (const empty of svg.querySelectorAll('defs:empty, g:not([class]):empty')) empty.remove()
    holder.remove()
    return svg.outerHTML
  }, { look: mermaidLook(fontFamily, name => tokens[name] ?? ''), text, id: drawingId })
}
