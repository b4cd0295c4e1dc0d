// The triangle to push on as its users have it: a class on a slide, a student alone with a telephone.
import { type Locator } from '@playwright/test'
import { type Case, languages } from '#schema'
import { corridor, course, currentSlide, expect, plain, test, words } from './site.ts'

const framework = course.frameworks['corridor/triangle']!
const second = course.frameworks['corridor/shift']!
const slide = corridor.deckIn('en').slides.find(({ tags }) => tags.some(({ name }) => name === 'TriangleExplorer'))!
const tag = slide.tags.find(({ name }) => name === 'TriangleExplorer')!
const caseOf = (id: string): Case => course.cases[`corridor/${id}`]!

for (const lang of languages) {
  const say = words[lang].triangle
  const corner = (id: string) => framework.nodes[id]!.names[lang]
  const failure = (id: string) => framework.nodes[id]!.failure!.names[lang]
  const name = (id: string) => plain(caseOf(id).name[lang])
  const lay = (model: Locator, at: string, card: string) => model.getByRole('radiogroup', { name: say.cards(corner(at)) }).getByRole('radio', { name: card, exact: true }).click()

  test(`${lang}: on a slide cards are laid by mouse, and the clicker goes on turning slides`, async ({ page }) => {
    await corridor.openSlide(page, lang, slide.id)
    const model = currentSlide(page).getByRole('region', { name: say.name })
    const verdict = model.getByRole('status')
    await expect(verdict).toHaveText(say.start)
    for (const at of ['sovereignty', 'connectivity']) await lay(model, at, name('us'))
    await expect(verdict).toHaveText(say.wanting(1))
    await lay(model, 'security', name('us'))
    await expect(verdict).toHaveText(say.forked([say.short.complete(), say.short.open(corner('security'))]))
    await lay(model, 'security', say.none)
    await expect(verdict).toHaveText(say.atRisk(failure('security'), false))
    await expect(model.locator('.failure')).toHaveText([failure('security')])
    await lay(model, 'security', say.notStated)
    await expect(verdict).toHaveText(say.open(corner('security')))
    await expect(model.locator('.failure')).toHaveCount(0)

    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })

  test(`${lang}: a corridor is marked and compared, a commitment withdrawn, by keys alone`, async ({ page }) => {
    await corridor.openPractice(page, lang)
    const model = page.getByRole('region', { name: say.name })
    await model.getByRole('radio', { name: say.modes.cards, exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(model).toHaveAttribute('data-mode', 'corridors')

    await model.getByRole('radio', { name: name('panama'), exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(model.getByRole('radio', { name: name('suez'), exact: true })).toBeChecked()
    await model.getByRole('radiogroup', { name: say.marks(corner('connectivity')) }).getByRole('radio', { name: say.states['not-stated'], exact: true }).focus()
    await page.keyboard.press('Space')
    await model.getByRole('button', { name: say.compare }).focus()
    await page.keyboard.press('Enter')
    await expect(model.getByRole('status')).toContainText(say.agree(1, 1))
    await expect(model).toContainText(plain(caseOf('suez').outcome.says[lang]))
    await expect(model).toContainText(plain(caseOf('suez').corners['sovereignty']!.but!.says[lang]))

    await model.getByRole('radio', { name: say.modes.withdraw, exact: true }).focus()
    await page.keyboard.press('Space')
    await expect(model.getByRole('status')).toContainText(say.nothing)
    await model.getByRole('checkbox', { name: say.commitments.security, exact: true }).focus()
    await page.keyboard.press('Space')
    await expect(model.getByRole('status')).toContainText(say.doors([say.read(second.nodes['capacity-falls']!.names[lang])]))
    const next = model.getByRole('button', { name: say.next })
    await next.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(model.locator('[data-step]')).toHaveCount(3)
    await expect(next).toHaveCount(0)
    await page.keyboard.press('Escape')
    await model.getByRole('button', { name: say.reset }).click()
    await expect(model.getByRole('status')).toContainText(say.nothing)
  })
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('a card is tapped, what follows is there to read, and nothing is too small to hit', async ({ page }) => {
    await corridor.openPractice(page, 'en')
    const say = words.en.triangle
    const model = page.getByRole('region', { name: say.name })
    const group = (at: string) => model.getByRole('radiogroup', { name: say.cards(framework.nodes[at]!.names.en) })
    const first = group('sovereignty').getByRole('radio', { name: 'EU', exact: true })
    const box = (await first.boundingBox())!
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(48)
    await first.tap()
    for (const at of ['connectivity', 'security']) await group(at).getByRole('radio', { name: 'US', exact: true }).tap()
    await expect(model.getByRole('status')).toContainText(framework.nodes['sovereignty']!.failure!.names.en)
    await model.getByRole('button', { name: new RegExp(words.en.cite.place('3.2', '6')) }).first().tap()
    await expect(page.getByRole('group', { name: /Zhang Zeming 2026/ })).toContainText(plain(course.claims['zhang-zeming-2026/eu-excluded']!.says.en).slice(0, 40))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})

test('the tag names the second hypothesis too', () => expect(tag.attributes).toMatchObject({ id: 'corridor/triangle', shift: 'corridor/shift' }))
