// import { expect, test } from './course.ts': every test also proves that nothing was asked of another machine and nothing went wrong in the console.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, type Page, test as base } from '@playwright/test'
import { decksIn } from '../../src/cli/decks.ts'
import { readDeck } from '../../src/course/deck.ts'

export { expect } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every deck with its slides, read from the sources: what the built site must show. */
export const decks = decksIn(root).map(deck => ({ ...deck, slides: readDeck(readFileSync(deck.path, 'utf8'), deck.path).slides }))

/** The folder `npm run build` wrote. */
export const dist = join(root, 'dist')
if (!existsSync(join(dist, 'index.html'))) throw new Error('There is no built site in dist/. First: npm run build')

interface Watched {
  /** What went wrong so far; a test that provokes an error empties it. */
  troubles: string[]
}

export const test = base.extend<Watched>({
  troubles: [async ({ context, baseURL }, use) => {
    const troubles: string[] = []
    watch(context, new URL(baseURL!).hostname, troubles)
    await use(troubles)
    base.expect(troubles, 'errors in the console, requests to other machines, answers that failed').toEqual([])
  }, { auto: true }],
})

function watch(context: BrowserContext, host: string, troubles: string[]) {
  context.on('console', message => { if (['error', 'warning'].includes(message.type()) && !isKnown(message.text())) troubles.push(`${message.type()}: ${message.text()}`) })
  context.on('weberror', error => troubles.push(`uncaught: ${error.error().message}`))
  context.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (!['data:', 'blob:'].includes(protocol) && hostname !== host) troubles.push(`asked another machine: ${request.url()}`)
  })
  context.on('response', response => { if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`) })
}

/** What a browser without a graphics card says of itself. */
const isKnown = (text: string) => /GPU stall|WebGL|swiftshader/i.test(text)

/** Opens a slide by its id, and waits until it is the one that is shown. */
export async function openSlide(page: Page, deck: string, id: string) {
  await page.goto(`slides/${deck}/#/${id}`)
  await page.locator(shownSlide).first().waitFor()
}

/** The slide before the audience; the others are in the page as well, ready and hidden. */
export const shownSlide = '.slidev-page:not([style*="display: none"]) .slide'
