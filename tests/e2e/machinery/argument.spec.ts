// Arguments as their users have them: a class on a slide, a student alone with a telephone.
import { languages } from '#schema'
import { brokenRules } from '../axe.ts'
import { course, currentSlide, expect, fixture, plain, test, words } from './site.ts'

const slide = fixture.deckIn('en').slides.find(({ tags }) => tags.some(({ name }) => name === 'Argument'))!
const id = slide.tags.find(({ name }) => name === 'Argument')!.attributes['id']!
const argument = course.arguments[id]!
/** Needed with others for one step of the main claim, which others bear too. */
const linked = Object.values(argument.inferences).find(({ from, premises }) => premises === 'linked' && from.length > 1)!
const [oneOfThem] = linked.from as [string]
/** Each of them bears the main claim by itself. */
const alone = Object.values(argument.inferences).find(({ premises }) => premises === 'convergent')!.from

for (const lang of languages) {
  const say = words[lang].argument

  test(`${lang}: it fits its boxes, and no box lies on another or out of the drawing, whatever is taken out`, async ({ page }) => {
      await fixture.openSlide(page, lang, slide.id)
      const map = currentSlide(page).getByRole('region', { name: say.name(plain(argument.title[lang])) })
      const boxes = map.locator('.box')
      await expect(boxes).toHaveCount(Object.keys(argument.statements).length)
      const measured = () => boxes.evaluateAll(all => all.map((box) => {
        const { left, top, right, bottom } = box.getBoundingClientRect()
        const words = [...box.querySelectorAll('.toggle, p.words, .qualifier')].map(each => each.getBoundingClientRect().bottom)
        const meta = box.querySelector('.meta')!
        const [places, state] = [meta.querySelector('.places')!.getBoundingClientRect(), meta.querySelector('.state')?.getBoundingClientRect()]
        return {
          id: (box as HTMLElement).dataset['statement'], left, top, right, bottom,
          isCut: meta.getBoundingClientRect().bottom > bottom || Math.max(...words) > meta.getBoundingClientRect().top + 3 || places.right > right || (state !== undefined && (state.right > right || state.left < places.right)),
        }
      }))
      const check = async () => {
        const all = await measured()
        expect(all.filter(({ isCut }) => isCut).map(({ id }) => id)).toEqual([])
        const overlaps = all.flatMap((one, index) => all.slice(index + 1).filter(other => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1).map(other => `${one.id} on ${other.id}`))
        expect(overlaps).toEqual([])
      }
      await check()
      for (const toggle of await map.locator('.toggle').all()) await toggle.click({ position: { x: 6, y: 6 } })
      await expect(map).toHaveAttribute('data-main', 'falls')
      await check()
      const foot = (await currentSlide(page).locator('.argument .below').boundingBox())!
      const body = (await map.boundingBox())!
      expect(foot.y + foot.height).toBeLessThanOrEqual(body.y + body.height + 1)
      expect((await measured()).filter(({ left, right }) => left < body.x - 1 || right > body.x + body.width + 1).map(({ id }) => id)).toEqual([])
    })

  test(`${lang}: a ground is taken out by mouse, and the clicker goes on turning slides`, async ({ page }) => {
    await fixture.openSlide(page, lang, slide.id)
    const map = currentSlide(page).getByRole('region', { name: say.name(plain(argument.title[lang])) })
    const name = (id: string) => say.quoted(plain(argument.statements[id]!.name[lang]))
    const box = (id: string) => map.getByRole('button', { name: plain(argument.statements[id]!.says[lang]) })
    await expect(map.getByRole('status')).toHaveText(say.start)
    await box(oneOfThem).click()
    await expect(box(oneOfThem)).toHaveAttribute('aria-pressed', 'true')
    await expect(map).toHaveAttribute('data-main', 'weakened')
    await expect(map.getByRole('status')).toContainText(say.claimIs.falls(name(linked.to), say.because.needs(name(oneOfThem))))
    for (const id of alone) await box(id).click()
    await expect(map).toHaveAttribute('data-main', 'falls')
    await map.getByRole('button', { name: say.reset }).click()
    await expect(map).toHaveAttribute('data-main', 'stands')
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
      for (const toggle of await currentSlide(page).locator('.argument .toggle').all()) await toggle.click({ position: { x: 6, y: 6 } })
      expect(await violations()).toEqual([])
    })
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('the outline is tapped, and nothing is too small to hit or wider than the screen', async ({ page }) => {
      await fixture.openPractice(page, 'en', 'figures')
      const say = words.en.argument
      const map = page.getByRole('region', { name: say.name(plain(argument.title.en)) })
      const grounds = Object.entries(argument.statements).filter(([, { is }]) => is === 'ground')
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
