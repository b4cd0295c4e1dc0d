// Charts as their users have them: on a slide before a class, and alone with a telephone.
import type { Locator, Page } from '@playwright/test'
import { chartOf, printedFor } from '#models'
import { type Language, languages } from '#schema'
import { course, currentSlide, expect, fixture, test, words } from './site.ts'

const lecture = fixture
const tagsIn = (lang: Language) => lecture.deckIn(lang).slides.flatMap(slide => slide.tags.filter(({ name }) => name === 'Chart').map(({ attributes }) => ({ slide, attributes })))
const chartNamed = (within: Page | Locator, label: string) => within.getByRole('figure', { name: label, exact: true })
const drawnBy = ({ series, column, row, only, as, base }: Record<string, string>) => chartOf(course.series[series!]!, { column, row, only, as, base })

/** Where everything on the slide stands. */
const boxes = (slide: Locator) => slide.evaluate(element => [...element.querySelectorAll('h1, p, figure, .chart-pane, .turn')].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect()
  return [x, y, width, height].map(Math.round).join(' ')
}))

for (const lang of languages) {
  const say = words[lang].chart
  const [{ slide, attributes }] = tagsIn(lang) as [ReturnType<typeof tagsIn>[number]]

  test(`${lang}: each chart draws what its series prints, from zero, and tells it in a table`, async ({ page }) => {
    for (const { slide: { id }, attributes: tag } of tagsIn(lang)) {
      await lecture.openSlide(page, lang, id)
      const chart = chartNamed(currentSlide(page), tag['label']!)
      await expect(chart).toHaveAttribute('aria-busy', 'false')
      for (const bar of drawnBy(tag).bars.filter(({ value }) => value !== undefined)) {
        await expect(chart.locator('.chart-printed text').getByText(printedFor(bar.printed!, lang, course.units), { exact: true })).toBeVisible()
        await expect(chart.getByRole('table').getByText(printedFor(bar.printed!, lang, course.units), { exact: true })).toHaveCount(1)
      }
      const { unit } = drawnBy(tag)
      await expect(chart.locator('figcaption')).toContainText(unit![lang].replace(/\*/g, ''))
    }
  })

  test(`${lang}: its figures are one press away, nothing jumps, and the clicker goes on turning slides`, async ({ page }) => {
    await lecture.openSlide(page, lang, slide.id)
    const chart = chartNamed(currentSlide(page), attributes['label']!)
    await expect(chart).toHaveAttribute('aria-busy', 'false')
    const before = await boxes(currentSlide(page))
    await chart.getByRole('button', { name: say.figures, exact: true }).click()
    await expect(chart.locator('.chart-figures')).toHaveCSS('opacity', '1')
    await expect(chart.locator('svg')).toBeHidden()
    expect(await boxes(currentSlide(page))).toEqual(before)
    // What opened stays within its chart.
    const outer = (await chart.boundingBox())!
    const inner = (await chart.locator('table').boundingBox())!
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height)
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 1)
    await page.keyboard.press('Escape')
    await expect(chart.locator('svg')).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
    await chart.getByRole('button', { name: say.figures, exact: true }).click()
    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })

  test(`${lang}: it is turned over by the keyboard, and Esc turns it back`, async ({ page }) => {
    await lecture.openSlide(page, lang, slide.id)
    const chart = chartNamed(currentSlide(page), attributes['label']!)
    await expect(chart).toHaveAttribute('aria-busy', 'false')
    await chart.getByRole('button', { name: say.figures, exact: true }).focus()
    await page.keyboard.press('Enter')
    const back = chart.getByRole('button', { name: say.drawing, exact: true })
    await expect(back).toBeFocused()
    await expect(chart.locator('svg')).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(chart.locator('svg')).toBeVisible()
    await expect(chart.getByRole('button', { name: say.figures, exact: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  for (const lang of languages) {
    test(`${lang}: every chart is drawn within the page, its figures a tap away`, async ({ page }) => {
      await lecture.openPractice(page, lang, 'figures')
      for (const { attributes } of tagsIn(lang)) {
        const chart = chartNamed(page.locator('#figures'), attributes['label']!)
        await chart.scrollIntoViewIfNeeded()
        await expect(chart).toHaveAttribute('aria-busy', 'false')
        await expect(chart.locator('figcaption')).toContainText(course.series[attributes['series']!]!.title[lang].slice(0, 6))
        await expect(chart.locator('svg text')).not.toHaveCount(0)
        for (const text of await chart.locator('svg text').all()) {
          const box = (await text.boundingBox())!
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(360)
        }
        await chart.getByRole('button', { name: words[lang].chart.figures, exact: true }).tap()
        await expect(chart.locator('svg')).toBeHidden()
        await chart.getByRole('button', { name: words[lang].chart.drawing, exact: true }).tap()
        await expect(chart.locator('svg')).toBeVisible()
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    })
  }
})
