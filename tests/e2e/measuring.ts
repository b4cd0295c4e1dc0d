// What is wrong with a slide or a practice page as it is laid out: measured as `npm run look` measures, in light and dark. Colours are
// tokens: a theme is a class, and nothing is laid out anew.
import type { Page } from '@playwright/test'
import { type MeasureOptions, measure } from '../../src/cli/look/measure.ts'
import { currentSlide, expect, settledOn, tooWide } from './site.ts'

/** The slide that was measured last. */
export const measuredSlide = '#slide-measured'
/** In px of the 980 canvas, and of a page. */
const onSlide: MeasureOptions = { root: measuredSlide, is: 'slide', least: 18, leastCited: 14 }
const onPage: MeasureOptions = { root: 'body', is: 'page', least: 16, leastCited: 14 }

const themes = ['light', 'dark'] as const

/** What is found on the slide that the audience sees. */
export async function foundOnSlide(page: Page, where: string): Promise<string[]> {
  await settledOn(page)
  await currentSlide(page).evaluate((slide) => {
    document.getElementById('slide-measured')?.removeAttribute('id')
    slide.id = 'slide-measured'
  })
  const letters: string[] = []
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.locator('html')).toHaveClass(theme === 'light' ? /^(?!.*dark)/ : /dark/)
    letters.push(...(await page.evaluate(measure, onSlide)).map(({ message }) => `${where}, ${theme}: ${message}`))
  }
  return letters
}

/** What is found on a practice page, on a screen of 980 and on a telephone of 360. */
export async function foundOnPage(page: Page, state: string): Promise<string[]> {
  const letters: string[] = []
  for (const width of [980, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await settledOn(page)
      letters.push(...(await page.evaluate(measure, onPage)).map(({ message }) => `${state} at ${width} px, ${theme}: ${message}`))
    }
    letters.push(...(await page.evaluate(tooWide)).map(part => `${state} at ${width} px, wider than the page: ${part}`))
  }
  return letters
}
