// The map as its users have it: a class on a slide, a student with a keyboard, another with a telephone.
import { numbersOf, size } from '#atlas'
import { kilometres } from '#grading/place'
import { onMap } from '#models'
import { languages, type LonLat } from '#schema'
import { answer, check, partlyRight, rightAnswer, said } from './answering.ts'
import { asked, fixture, course, currentSlide, expect, plain, test, words } from './site.ts'

const placing = fixture.exercises.find(({ item }) => item.kind === 'place')!
if (placing.item.kind !== 'place') throw new Error('the fixture lecture has no exercise of the kind "place"')
const { id, view, within, items } = placing.item
const slide = fixture.deckIn('en').slides.find(({ tags }) => tags.some(({ name }) => name === 'CorridorMap'))!
/** A place that has another name where it lies. */
const place = Object.keys(course.places).find(id => Object.keys(course.places[id]!.native).length)!

for (const lang of languages) {
  const say = words[lang].map
  const named = (place: string) => course.places[place]!.names[lang]

  test(`${lang}: on a slide a name is pressed, boundaries are switched off, and the clicker goes on turning slides`, async ({ page }) => {
    await fixture.openSlide(page, lang, slide.id)
    const map = currentSlide(page).getByRole('region', { name: say.name })
    await map.getByRole('button', { name: named(place) }).click()
    await expect(map.getByRole('status')).toContainText(Object.values(course.places[place]!.native)[0]!)
    await expect(map.locator('.border')).toHaveCount(1)
    await map.getByText(say.layers, { exact: true }).first().click()
    await map.getByRole('checkbox', { name: say.borders }).click()
    await expect(map.locator('.border')).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })

  test(`${lang}: the practice page has all routes of the lecture, none under another`, async ({ page }) => {
    await fixture.openPractice(page, lang, 'figures')
    const map = page.locator('#figures').getByRole('region', { name: say.name }).last()
    const routes = Object.keys(course.routes).filter(route => route.startsWith(`${fixture.id}/`))
    for (const route of routes) await expect(map.locator(`path.route[data-route="${route}"]`)).toBeVisible()
    for (const route of routes) await expect(map.locator('.drawn')).toContainText(course.routes[route]!.names[lang])
    const drawn = await map.locator('path.route').evaluateAll(paths => paths.map(path => path.getAttribute('d')))
    expect(new Set(drawn).size).toBe(routes.length)
  })

  test(`${lang}: places are put on the map with nothing but keys, and where they are is said`, async ({ page }) => {
    await fixture.openPractice(page, lang, id)
    const scope = asked(page, placing, lang)
    const right = rightAnswer(placing, lang) as Record<string, LonLat>
    const first = scope.getByRole('button', { name: plain(items[0]!.text[lang]) })
    await expect(first).toHaveAccessibleName(new RegExp(say.notPut))
    await answer(scope, placing, right, lang, 'keyboard')
    const put = (await first.getAttribute('data-at'))!.split(' ').map(Number) as LonLat
    expect(kilometres(put, right[items[0]!.id]!)).toBeLessThan(within)
    await expect(scope.locator('.placing [role=status]')).toContainText(plain(items.at(-1)!.text[lang]))
    await check(scope, lang, 'keyboard')
    await expect(said(scope)).toContainText(words[lang].exercise.verdict.right)
  })

  test(`${lang}: what it was taken for is told, and what is on the map stays to be moved`, async ({ page }) => {
    await fixture.openPractice(page, lang, id)
    const scope = asked(page, placing, lang)
    await answer(scope, placing, partlyRight(placing)!, lang, 'mouse')
    await check(scope, lang, 'mouse')
    await expect(said(scope)).toContainText(words[lang].exercise.verdict.partly)
    await scope.getByRole('button', { name: words[lang].exercise.again }).click()
    await expect(scope.locator('[data-pin]')).toHaveCount(items.length)
    await answer(scope, placing, rightAnswer(placing, lang), lang, 'mouse')
    await check(scope, lang, 'mouse')
    await expect(said(scope)).toContainText(words[lang].exercise.verdict.right)
    await scope.getByRole('checkbox', { name: say.borders }).click()
    await expect(scope.locator('.border')).toHaveCount(0)
  })
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('a place is tapped where it lies; a thumb\'s width counts; nothing runs out of the page', async ({ page }) => {
    await fixture.openPractice(page, 'en', id)
    const scope = asked(page, placing, 'en')
    const sheet = scope.locator('.sheet')
    const right = rightAnswer(placing, 'en') as Record<string, LonLat>
    for (const item of items) {
      const thing = scope.getByRole('button', { name: plain(item.text.en) })
      await thing.scrollIntoViewIfNeeded()
      expect((await thing.boundingBox())!.height).toBeGreaterThanOrEqual(48)
      await thing.tap()
      await sheet.scrollIntoViewIfNeeded()
      const box = (await sheet.boundingBox())!
      const [x, y] = onMap(numbersOf(course.extents[view]!), right[item.id]!)
      await sheet.tap({ position: { x: x / size.width * box.width + 6, y: y / size.height * box.height - 6 } })
    }
    await scope.getByRole('button', { name: words.en.exercise.check, exact: true }).tap()
    await expect(said(scope)).toContainText(words.en.exercise.verdict.right)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
