// The triangle to push on as its users have it: a class on a slide, a student alone with a telephone.
import type { Locator } from '@playwright/test'
import { type CardsCase, languages, type ModelOf, type Text } from '#schema'
import { course, currentSlide, expect, lectures, plain, test, words } from './site.ts'

const corridor = lectures.find(({ id }) => id === 'corridor')!
const framework = course.frameworks['corridor/triangle']!
const second = course.frameworks['corridor/shift']!
const record = course.models['corridor/triangle'] as ModelOf<'cards'>
const slide = corridor.deckIn('en').slides.find(({ tags }) => tags.some(({ name }) => name === 'Explorer'))!
const { lay: cards, place: places, withdraw } = record.tasks as Required<typeof record.tasks>
const caseOf = (id: string): CardsCase => cards.cases[id] ?? places.cases[id]!

for (const lang of languages) {
  const say = words[lang].explorer.cards
  const fill = (text: Text, values: Record<string, string>) => plain(text[lang]).replace(/\{(\w+)\}/g, (_, name: string) => values[name]!)
  const { rules, outcomes } = record
  const corner = (id: string) => framework.nodes[id]!.names[lang]
  const failure = (id: string) => framework.nodes[id]!.failure!.names[lang]
  const name = (id: string) => plain(caseOf(id).name[lang])
  const lay = (model: Locator, at: string, card: string) => model.getByRole('radiogroup', { name: say.cards(corner(at)) }).getByRole('radio', { name: card, exact: true }).click()

  test(`${lang}: on a slide cards are laid by mouse, and the clicker goes on turning slides`, async ({ page }) => {
    await corridor.openSlide(page, lang, slide.id)
    const model = currentSlide(page).getByRole('region', { name: record.title[lang] })
    const verdict = model.getByRole('status')
    await expect(verdict).toHaveText(say.start)
    for (const at of ['sovereignty', 'connectivity']) await lay(model, at, name('us'))
    await expect(verdict).toHaveText(say.wanting(1))
    await lay(model, 'security', name('us'))
    await expect(verdict).toHaveText(say.forked([fill(outcomes['complete']!.short, {}), fill(outcomes['open']!.short, { open: corner('security') })]))
    await lay(model, 'security', say.none)
    await expect(verdict).toHaveText(fill(rules['missing']!.says, { failures: failure('security') }))
    await expect(model.locator('.failure')).toHaveText([failure('security')])
    await lay(model, 'security', say.notStated)
    await expect(verdict).toHaveText(fill(rules['silent']!.says, { open: corner('security') }))
    await expect(model.locator('.failure')).toHaveCount(0)

    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })

  test(`${lang}: a corridor is marked and compared, a commitment withdrawn, by keys alone`, async ({ page }) => {
    await corridor.openPractice(page, lang, 'figures')
    const model = page.getByRole('region', { name: record.title[lang] })
    await model.getByRole('radio', { name: cards.name[lang], exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(model).toHaveAttribute('data-task', 'place')

    await model.getByRole('radio', { name: name('panama'), exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(model.getByRole('radio', { name: name('suez'), exact: true })).toBeChecked()
    await model.getByRole('radiogroup', { name: say.marks(corner('connectivity')) }).getByRole('radio', { name: places.states['not-stated'][lang], exact: true }).focus()
    await page.keyboard.press('Space')
    await model.getByRole('button', { name: say.compare }).focus()
    await page.keyboard.press('Enter')
    await expect(model.getByRole('status')).toContainText(say.agree(1, 1))
    await expect(model).toContainText(plain(caseOf('suez').outcome.says[lang]))
    await expect(model).toContainText(plain(caseOf('suez').corners['sovereignty']!.but!.says[lang]))

    await model.getByRole('radio', { name: withdraw.name[lang], exact: true }).focus()
    await page.keyboard.press('Space')
    await expect(model.getByRole('status')).toContainText(plain(withdraw.nothing[lang]))
    await model.getByRole('checkbox', { name: withdraw.commitments['security']!.name[lang], exact: true }).focus()
    await page.keyboard.press('Space')
    await expect(model.getByRole('status')).toContainText(say.conditions([say.read(second.nodes['capacity-falls']!.names[lang])]))
    const next = model.getByRole('button', { name: say.next })
    await next.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(model.locator('[data-step]')).toHaveCount(3)
    await expect(next).toHaveCount(0)
    await page.keyboard.press('Escape')
    await model.getByRole('button', { name: words[lang].explorer.reset }).click()
    await expect(model.getByRole('status')).toContainText(plain(withdraw.nothing[lang]))
  })
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('a card is tapped, what follows is there to read, and nothing is too small to hit', async ({ page }) => {
    await corridor.openPractice(page, 'en', 'figures')
    const say = words.en.explorer.cards
    const model = page.getByRole('region', { name: record.title.en })
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
