// An exercise that stands before what it asks is taught says so, once, wherever it is met.
import { asked, currentSlide, expect, fixture, test, words } from './site.ts'

const { langs, onSlides, openPractice, openSlide, practiceAt, slideOf } = fixture
const guess = onSlides.find(({ item }) => item.before)!
const other = onSlides.find(({ item }) => !item.before)!

for (const lang of langs) {
  const say = words[lang].exercise.before

  test(`"guess before you see", on its slide and on no other, ${lang}`, async ({ page }) => {
    await openSlide(page, lang, slideOf(guess.item.id)!.id)
    await expect(currentSlide(page).getByText(say)).toHaveCount(1)
    await expect(currentSlide(page).getByText(say)).toBeVisible()
    await openSlide(page, lang, slideOf(other.item.id)!.id)
    await expect(currentSlide(page).getByText(say)).toHaveCount(0)
  })

  test(`on the practice page and on paper, ${lang}`, async ({ page }) => {
    await openPractice(page, lang)
    await expect(asked(page, guess, lang).getByText(say)).toHaveCount(1)
    await expect(page.getByText(say)).toHaveCount(onSlides.filter(({ item }) => item.before).length)
    for (const sheet of ['worksheet', 'key']) {
      await page.goto(`${practiceAt(lang)}?print=${sheet}`)
      await expect(asked(page, guess, lang).getByText(say)).toHaveCount(1)
    }
  })
}
