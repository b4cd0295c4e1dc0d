// The model of signed triads as its users have it: a class on a slide, a student alone with a telephone.
import { inSentence } from '#models'
import { languages } from '#schema'
import { course, currentSlide, expect, lectures, test, words } from './site.ts'

const triad = lectures.find(({ id }) => id === 'triad')!
const { title } = course.models['triad/triad']!
const framework = course.frameworks['triad/triad']!
const slide = triad.deckIn('en').slides.find(({ tags }) => tags.some(({ name }) => name === 'Explorer'))!

for (const lang of languages) {
  const say = words[lang].explorer.graph
  const actor = (called: string) => inSentence(called, course.actors, lang)
  const name = (node: string) => framework.nodes[node]!.names[lang]
  const between = (one: string, other: string) => words[lang].framework.pair(name(one), name(other))

  test(`${lang}: a slide's model is worked by mouse, and the clicker goes on turning slides`, async ({ page }) => {
    await triad.openSlide(page, lang, slide.id)
    const model = currentSlide(page).getByRole('region', { name: title[lang] })
    const verdict = model.getByRole('status')
    await expect(verdict).toContainText(say.camps(say.and([actor(name('china')), actor(name('russia'))]), actor(name('us'))))
    await expect(model).toHaveAttribute('data-balance', 'balanced')

    await model.getByRole('radiogroup', { name: between('russia', 'us') }).getByRole('radio', { name: /^\+/ }).click()
    await expect(model).toHaveAttribute('data-balance', 'unbalanced')
    await expect(verdict).toContainText(say.unbalanced(1))
    await expect(verdict).toContainText(say.oneOfTwo)

    await model.getByRole('radio', { name: framework.domains!['technology']![lang], exact: true }).click()
    await expect(model).toHaveAttribute('data-balance', 'undetermined')
    await model.getByRole('radio', { name: framework.domains!['security']![lang], exact: true }).click()
    await model.getByRole('button', { name: say.asWritten }).click()
    await expect(model).toHaveAttribute('data-balance', 'balanced')

    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })

  test(`${lang}: by keys alone, with a fourth actor of one's own`, async ({ page }) => {
    await triad.openPractice(page, lang, 'figures')
    const model = page.getByRole('region', { name: title[lang] })
    const field = model.getByRole('textbox', { name: say.fourth })
    await field.focus()
    await page.keyboard.type('Ankara')
    const withUs = model.getByRole('radiogroup', { name: words[lang].framework.pair(name('us'), 'Ankara') })
    await expect(model.getByRole('radiogroup')).toHaveCount(7) // the field, three sides of the article, three of one's own
    await withUs.getByRole('radio', { name: /^0/ }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(withUs.getByRole('radio', { name: /^−/ })).toBeChecked()
    await expect(model).toContainText(say.yours(words[lang].framework.pair(name('us'), 'Ankara')))
    await page.keyboard.press('Escape')
    await field.fill('')
    await expect(model.getByRole('radiogroup')).toHaveCount(4)
  })
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('a side is tapped, what the article says of it is there to read, and nothing is too small to hit', async ({ page }) => {
    await triad.openPractice(page, 'en', 'figures')
    const say = words.en.explorer.graph
    const model = page.getByRole('region', { name: title.en })
    const pair = model.getByRole('radiogroup', { name: 'China – United States' })
    const plus = pair.getByRole('radio', { name: /^\+/ })
    expect((await plus.boundingBox())!.height).toBeGreaterThanOrEqual(48)
    await plus.tap()
    await expect(model).toHaveAttribute('data-balance', 'unbalanced')
    const first = framework.edges['china-us-security']!.bears!.minus[0]!
    await expect(model).toContainText(say.article(course.sources['yang-2026']!.short.en, 'China – United States'))
    await expect(model).toContainText(course.claims[first]!.says.en.slice(0, 40))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
