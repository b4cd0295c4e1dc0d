// Arguments as their users have them: a class on a slide, a student alone with a telephone.
import { languages } from '#schema'
import type { Locator } from '@playwright/test'
import { brokenRules } from '../axe.ts'
import { course, currentSlide, expect, fixture, plain, test, words } from './site.ts'

const slide = fixture.deckIn('en').slides.find(({ tags }) => tags.some(({ name }) => name === 'Argument'))!
const id = slide.tags.find(({ name }) => name === 'Argument')!.attributes['id']!
const argument = course.arguments[id]!
/** Needed with others for one step of the main claim, which others bear too. */
const linked = Object.values(argument.inferences).find(({ from, premises }) => premises === 'linked' && from.length > 1)!
const [oneOfThem] = linked.from as [string]
/** What stands in the place of a reason only once it is opened. */
const hidden = [...linked.from, ...linked.warrant ? [linked.warrant] : [], ...linked.unless]
/** Each of them bears the main claim by itself. */
const alone = Object.values(argument.inferences).find(({ premises }) => premises === 'convergent')!.from

for (const lang of languages) {
  const say = words[lang].argument

  test(`${lang}: it has room on the slide, closed and open, whatever is taken out`, async ({ page }) => {
      await fixture.openSlide(page, lang, slide.id)
      const map = currentSlide(page).getByRole('region', { name: say.name(plain(argument.title[lang])) })
      const check = async () => {
        const all = await map.locator('.box:not(:has(.box))').evaluateAll(boxes => boxes.map((box) => {
          const { left, top, right, bottom } = box.getBoundingClientRect()
          return { id: (box as HTMLElement).dataset['statement'], left, top, right, bottom }
        }))
        const overlaps = all.flatMap((one, index) => all.slice(index + 1).filter(other => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1).map(other => `${one.id} on ${other.id}`))
        expect(overlaps).toEqual([])
        const body = (await map.boundingBox())!
        const below = (await map.locator('.below').boundingBox())!
        expect(below.y + below.height).toBeLessThanOrEqual(body.y + body.height + 1)
        expect(all.filter(({ left, top, right, bottom }) => left < body.x - 1 || right > body.x + body.width + 1 || top < body.y - 1 || bottom > below.y + 1).map(({ id }) => id)).toEqual([])
      }
      await check()
      await expect(map.locator('.box')).toHaveCount(Object.keys(argument.statements).length - hidden.length)
      await map.getByRole('button', { name: plain(argument.statements[linked.to]!.says[lang]) }).click()
      await expect(map.locator('.box')).toHaveCount(Object.keys(argument.statements).length)
      await check()
      for (const toggle of await map.locator('.toggle[aria-pressed]').all()) await toggle.click({ position: { x: 6, y: 6 } })
      await expect(map).toHaveAttribute('data-main', 'falls')
      await check()
      // Nor does where an objection is said, when one points at it, lie on the line below.
      const lowest = await map.locator('.conclusion > .steps .unless .places').evaluateAll(all => Math.max(...all.map(places => places.getBoundingClientRect().bottom)))
      expect(lowest).toBeLessThanOrEqual((await map.locator('.below').boundingBox())!.y)
    })

  test(`${lang}: where a statement stands is shown at the pointer and at the focus, and not before`, async ({ page }) => {
    await fixture.openSlide(page, lang, slide.id)
    const map = currentSlide(page).getByRole('region', { name: say.name(plain(argument.title[lang])) })
    const [first, second] = alone.map(id => map.locator(`[data-statement=${id}]`)) as [Locator, Locator]
    await expect(first.locator('.places')).toHaveCSS('opacity', '0')
    await first.hover()
    await expect(first.locator('.places')).toHaveCSS('opacity', '1')
    await second.getByRole('button').first().focus()
    await expect(second.locator('.places')).toHaveCSS('opacity', '1')
  })

  test(`${lang}: a ground is taken out by mouse, and the clicker goes on turning slides`, async ({ page }) => {
    await fixture.openSlide(page, lang, slide.id)
    const map = currentSlide(page).getByRole('region', { name: say.name(plain(argument.title[lang])) })
    const name = (id: string) => say.quoted(plain(argument.statements[id]!.name[lang]))
    const box = (id: string) => map.getByRole('button', { name: plain(argument.statements[id]!.says[lang]) })
    await expect(map.getByRole('status')).toHaveText(say.start)
    await box(linked.to).click()
    await box(oneOfThem).click()
    await expect(box(oneOfThem)).toHaveAttribute('aria-pressed', 'true')
    await expect(map).toHaveAttribute('data-main', 'weakened')
    await expect(map.getByRole('status')).toContainText(say.claimIs.falls(name(linked.to), say.because.needs(name(oneOfThem))))
    for (const id of alone) await box(id).click()
    await expect(map).toHaveAttribute('data-main', 'falls')
    await map.getByRole('button', { name: say.reset }).click()
    await expect(map).toHaveAttribute('data-main', 'stands')
    await map.locator(`[data-statement=${alone[0]}]`).hover()
    await map.locator(`[data-statement=${alone[0]}] .cite button`).click()
    await expect(map.locator('.cite').getByRole('group')).toBeVisible()
    await expect(map).toHaveAttribute('data-main', 'stands')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })

  test(`${lang}: by keys alone, on the practice page`, async ({ page }) => {
    await fixture.openPractice(page, lang, 'figures')
    const map = page.getByRole('region', { name: say.name(plain(argument.title[lang])) })
    await map.getByRole('button', { name: plain(argument.statements[linked.to]!.says[lang]) }).focus()
    await page.keyboard.press('Enter')
    await map.getByRole('button', { name: plain(argument.statements[oneOfThem]!.says[lang]) }).focus()
    await page.keyboard.press('Space')
    await expect(map).toHaveAttribute('data-main', 'weakened')
    await page.keyboard.press('Space')
    await expect(map).toHaveAttribute('data-main', 'stands')
    await page.keyboard.press('Escape')
    await expect(map.locator(':focus')).toHaveCount(0)
  })
}

for (const [theme, lang] of [['light', 'en'], ['dark', 'zh']] as const) {
  test(`axe: on a slide, as it stands and with much taken out, ${lang}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await fixture.openSlide(page, lang, slide.id)
      const violations = () => brokenRules(page, { within: '#slide-content .argument', withoutRules: ['region'] })
      expect(await violations()).toEqual([])
      await currentSlide(page).locator('.argument .toggle[aria-expanded]').click()
      for (const toggle of await currentSlide(page).locator('.argument .toggle[aria-pressed]').all()) await toggle.click({ position: { x: 6, y: 6 } })
      expect(await violations()).toEqual([])
    })
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('it is opened and tapped, and nothing is too small to hit or wider than the screen', async ({ page }) => {
      await fixture.openPractice(page, 'en', 'figures')
      const say = words.en.argument
      const map = page.getByRole('region', { name: say.name(plain(argument.title.en)) })
      const grounds = Object.entries(argument.statements).filter(([, { is }]) => is === 'ground')
      await map.getByRole('button', { name: plain(argument.statements[linked.to]!.says.en) }).tap()
      for (const [id, { says }] of grounds) {
        const toggle = map.getByRole('button', { name: plain(says.en) })
        expect((await map.locator(`[data-statement="${id}"]`).boundingBox())!.height).toBeGreaterThanOrEqual(48)
        await toggle.tap({ position: { x: 8, y: 8 } })
        await expect(toggle).toHaveAttribute('aria-pressed', 'true')
      }
      await expect(map).toHaveAttribute('data-main', 'falls')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    })
})
