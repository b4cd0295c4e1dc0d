import { readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { type Page, chromium } from 'playwright-core'
import type { Course, Problem } from '#course'
import { drawingId } from '#course'
import { type Drawing, drawingName, drawingsOf } from '#course/drawings'
import { drawnIn } from '#course/drawn'
import { mermaidLook } from '#models'
import type { Language } from '#schema'
import { launchOptions } from '../../browser.ts'

/** What the decks show and nobody has drawn yet. */
export function undrawn(course: Course): Drawing[] {
  const drawn = drawnIn(course.root)
  return course.decks.flatMap(({ lecture, lang }) => drawingsOf(course, lecture, lang)).filter(({ text }) => drawn.find(text) === undefined)
}

/** Draws it, in one page of a browser without a window, and keeps it under `.cache/diagrams/`. Throws a letter where there is no browser. */
export async function drawUndrawn(course: Course, drawings: readonly Drawing[] = undrawn(course)): Promise<Problem[]> {
  if (!drawings.length) return []
  const drawn = drawnIn(course.root)
  const problems: Problem[] = []
  await withPage(course.root, async (page) => {
    for (const drawing of drawings) {
      try { drawn.keep(drawing.text, await drawOne(page, drawing.text, drawing.lang)) }
      catch (error) { problems.push({ ...course.place('frameworks', drawing.framework), message: `mermaid does not draw ${drawingName(drawing)}: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}` }) }
    }
  })
  return problems
}

const types: Record<string, string> = { '.css': 'text/css', '.mjs': 'text/javascript', '.woff2': 'font/woff2' }
const origin = 'http://course.invalid'

/** A page with the course's tokens and fonts, and mermaid as its packages have it; it asks the network for nothing. */
export async function withPage<T>(root: string, use: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(await launchOptions())
  try {
    const page = await browser.newPage({ viewport: { width: 980, height: 551 } })
    await page.addInitScript('globalThis.__name = value => value')
    await page.route('**/*', (route) => {
      const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname)).replaceAll('\\', '/')
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/styles/tokens.css"><link rel="stylesheet" href="/styles/fonts.css"><body>' })
      if (!/^\/(styles|node_modules\/mermaid\/dist)\//.test(path)) return route.abort()
      return route.fulfill({ contentType: types[extname(path)] ?? 'application/octet-stream', body: readFileSync(join(root, path)) })
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
  return page.evaluate(async ({ look, text, id, from }) => {
    const { default: mermaid } = await import(from) as { default: { initialize: (look: unknown) => void, render: (id: string, text: string) => Promise<{ svg: string }> } }
    mermaid.initialize(look)
    return (await mermaid.render(id, text)).svg
  }, { look: mermaidLook(fontFamily, name => tokens[name] ?? ''), text, id: drawingId, from: '/node_modules/mermaid/dist/mermaid.esm.min.mjs' })
}
