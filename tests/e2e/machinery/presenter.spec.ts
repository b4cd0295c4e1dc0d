// The lecturer's window: the clock and its plan, one row on a laptop, the deck's language all around.
import { plannedOf } from '../../../src/hosts/slidev/note.ts'
import { slidevWords } from '../../../src/hosts/slidev/slidev-words.ts'
import { deckWords } from '../../../src/hosts/slidev/words.ts'
import { expect, fixture, test, words } from './site.ts'

const { deckIn, data, langs, slideAt } = fixture
const presenterAt = (lang: 'en' | 'zh', slide: string) => slideAt(lang, slide).replace('#/', '#/presenter/')

for (const lang of langs) {
  const say = deckWords[lang]
  const { of, all, shortest, asks } = plannedOf(data(), lang)
  const optional = deckIn(lang).slides.find(slide => slide.optional)!.id

  test(`${lang}: the clock says what is planned for a slide and for all, and stays in one row on a laptop`, async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.goto(presenterAt(lang, optional))
    const clock = page.getByRole('group', { name: say.clock.name })
    const { from, to } = of(optional)!
    await expect(clock).toContainText(say.clock.planned(from, to))
    await expect(clock).toContainText(say.clock.whole(all, shortest, asks))
    expect(shortest).toBeLessThan(all)
    await clock.getByRole('button', { name: say.clock.start }).click()
    await expect(clock).toContainText(say.clock.soFar(-from))
    const bar = (await page.locator('.slidev-presenter .grid-section.bottom').boundingBox())!
    expect(bar.height).toBeLessThan(75)
    expect(bar.x + bar.width).toBeLessThanOrEqual(1366)
    const right = (await clock.boundingBox())!
    expect(right.x + right.width, 'nothing is pushed out').toBeLessThanOrEqual(1366)
  })

  test(`${lang}: what Slidev says around the slides is in the deck’s language and in our faces`, async ({ page }) => {
    const last = deckIn(lang).slides.at(-1)!.id
    await page.goto(presenterAt(lang, last))
    const presenter = page.locator('.slidev-presenter')
    for (const text of ['Current', 'Next', 'End of the presentation']) {
      const told = presenter.getByText(lang === 'zh' ? slidevWords[text]! : text, { exact: true }).first()
      await expect(told).toBeVisible()
      expect(await told.evaluate(element => getComputedStyle(element).fontFamily)).toMatch(/^"?Course Sans/)
    }
  })

  test(`${lang}: the start page says how long a lecture takes, and how long at least`, async ({ page }) => {
    await page.goto(`/${lang}/`)
    await expect(page.getByText(words[lang].page.takes(all, shortest, asks))).toBeVisible()
  })
}
