// What is wrong with a slide or a practice page as it is laid out: measured as `npm run look` measures, in light and dark.
import type { Page } from '@playwright/test'
import { type MeasureOptions, measure } from '../../src/cli/look/measure.ts'
import { currentSlide, expect, settledOn, tooWide } from './site.ts'

/** The slide that was measured last. */
export const measuredSlide = '#slide-measured'
/** In px of the 980 canvas, and of a page. */
const onSlide: MeasureOptions = { root: measuredSlide, is: 'slide', least: 18, leastCited: 14 }
const onPage: MeasureOptions = { root: 'body', is: 'page', least: 16, leastCited: 14 }

/**
 * Sent to the page as text: what is found in light, then in dark. Here a theme is one class and nothing else, so it is put on and taken off
 * in one go, without a frame in between; that the reader's own setting leads to this class is tested where themes are.
 */
function inBothThemes(measureOne: typeof measure, options: MeasureOptions): { theme: string, message: string }[] {
  const { classList } = document.documentElement
  const wasDark = classList.contains('dark')
  const found = (['light', 'dark'] as const).flatMap((theme) => {
    classList.toggle('dark', theme === 'dark')
    return measureOne(options).map(({ message }) => ({ theme, message }))
  })
  classList.toggle('dark', wasDark)
  return found
}

const measured = (page: Page, options: MeasureOptions): Promise<ReturnType<typeof inBothThemes>> =>
  page.evaluate(`(${inBothThemes})(${measure}, ${JSON.stringify(options)})`)

/** What is found on the slide that the audience sees. */
export async function foundOnSlide(page: Page, where: string): Promise<string[]> {
  await settledOn(page)
  await currentSlide(page).evaluate((slide) => {
    document.getElementById('slide-measured')?.removeAttribute('id')
    slide.id = 'slide-measured'
  })
  return (await measured(page, onSlide)).map(({ theme, message }) => `${where}, ${theme}: ${message}`)
}

/** Every figure of a practice page, wherever its reader is: what paper asks for. Others come when one is near. */
export async function allFigures(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.locator('.near-figure:not(.is-there)')).toHaveCount(0)
}

/** What is found on a practice page, on a screen of 980 and on a telephone of 360. */
export async function foundOnPage(page: Page, state: string): Promise<string[]> {
  const letters: string[] = []
  await allFigures(page)
  for (const width of [980, 360]) {
    await page.setViewportSize({ width, height: 900 })
    await settledOn(page)
    letters.push(...(await measured(page, onPage)).map(({ theme, message }) => `${state} at ${width} px, ${theme}: ${message}`))
    letters.push(...(await page.evaluate(tooWide)).map(part => `${state} at ${width} px, wider than the page: ${part}`))
  }
  return letters
}
