// Figures of the practice page come when their reader is near: not before, without a jump, and again where they did not.
import type { Page } from '@playwright/test'
import { expect, fixture, test, words } from './site.ts'

/** Which tags stand there, and which are drawn. */
const tags = (page: Page, which: 'all' | 'there') => page.locator('.figure-here').filter({ has: page.locator(which === 'there' ? '.near-figure.is-there' : '.near-figure') })
/** What comes near is seen by the browser a frame later: whoever asks before that finds all at rest. */
async function isSettled(page: Page) {
  await page.evaluate(() => new Promise((seen) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen))) }))
  await expect(page.locator('.practice .is-far, main [aria-busy=true]')).toHaveCount(0)
}

test('none is fetched before its reader is near, then each in its room: nothing jumps, on the way down or up', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(request.url()) })
  await fixture.openPractice(page, 'en')
  await isSettled(page)
  const all = await tags(page, 'all').count()
  expect(all).toBeGreaterThan(8)
  await expect(tags(page, 'there')).toHaveCount(0)
  const before = scripts.length
  await page.evaluate(() => {
    const jumps: string[] = []
    Object.assign(globalThis, { jumps })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number, sources: { node: Node | null }[] })[])
        if (entry.value > 0.02) jumps.push(`${entry.value.toFixed(3)}: ${entry.sources.map(({ node }) => (node as Element | null)?.className ?? node?.nodeName).join(', ')}`)
    }).observe({ type: 'layout-shift' })
  })

  // To the end at once; up, a little at a time.
  await page.evaluate(() => { scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }) })
  await expect(tags(page, 'all').last().locator('.near-figure')).toHaveClass(/is-there/)
  await isSettled(page)
  expect(await tags(page, 'there').count(), 'those far above wait').toBeLessThan(all)
  for (let left = 100; left > 0 && await tags(page, 'there').count() < all; left--) {
    await page.evaluate(() => { scrollBy({ top: -innerHeight / 2, behavior: 'instant' }) })
    await isSettled(page)
  }
  await expect(tags(page, 'there')).toHaveCount(all)
  expect(scripts.length).toBeGreaterThan(before)
  expect(await page.evaluate(() => (globalThis as unknown as { jumps: string[] }).jumps)).toEqual([])
})

test('without a connection it says so in its place, and comes when asked again; what a browser was refused, with the page', async ({ page, context, troubles }) => {
  await fixture.openPractice(page, 'zh')
  await isSettled(page)
  const missing = (tag: string) => {
    const model = page.locator(`.figure-here[data-figure=${tag}]`).first()
    const letter = model.getByRole('alert').filter({ hasText: words.zh.page.figure.missing })
    return { model, letter, again: letter.getByRole('button', { name: words.zh.page.figure.again }) }
  }
  const { model, letter, again } = missing('Explorer')
  await context.setOffline(true)
  await model.scrollIntoViewIfNeeded()
  await expect(letter).toBeVisible()
  await again.focus()
  await page.keyboard.press('Enter')
  await expect(model.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(again).toBeFocused()
  await context.setOffline(false)
  await page.keyboard.press('Enter')
  await expect(model.getByRole('region')).toBeVisible()
  await expect(letter).toHaveCount(0)
  await expect(model.locator('.near-figure'), 'the focus stays in its place').toBeFocused()
  await expect(model.locator('.top').first(), 'drawn as its stylesheet has it').toHaveCSS('display', 'flex')

  const refused = missing('Stance')
  await page.route(/\/assets\//, route => route.abort())
  await refused.model.scrollIntoViewIfNeeded()
  await expect(refused.letter).toBeVisible()
  await page.unroute(/\/assets\//)
  await Promise.all([page.waitForEvent('load'), refused.again.click()])
  // What lies above is laid out anew: whoever is carried away by it scrolls there again.
  await isSettled(page)
  await expect(async () => {
    await refused.model.scrollIntoViewIfNeeded()
    await expect(refused.model.getByRole('region')).toBeVisible({ timeout: 2000 })
  }).toPass()
  troubles.length = 0
})
