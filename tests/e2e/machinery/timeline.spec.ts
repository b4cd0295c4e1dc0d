// The line of time as its users have it: a class on a slide, a student alone with a telephone.
import { languages } from '#schema'
import { fixture, course, currentSlide, expect, test, words } from './site.ts'

const slide = fixture.deckIn('en').slides.find(({ tags }) => tags.some(({ name }) => name === 'Timeline'))!
/** One that two texts date differently. */
const contested = Object.values(course.events).find(({ otherwise }) => otherwise.length)!

for (const lang of languages) {
  const say = words[lang].timeline
  const name = new RegExp(`^${say.name}`)

  test(`${lang}: a slide's line is worked by mouse, and the clicker goes on turning slides`, async ({ page }) => {
    await fixture.openSlide(page, lang, slide.id)
    const line = currentSlide(page).getByRole('region', { name })
    const axis = line.locator('.axis')
    const before = (await axis.boundingBox())!
    await line.getByRole('button', { name: new RegExp((contested.short ?? contested.name)[lang]) }).click()
    await expect(line.locator('.telling')).toContainText(contested.name[lang])
    await expect(line.locator('.telling .cite')).toHaveCount(2)

    const window = line.locator('.window b')
    const given = await window.textContent()
    await line.getByRole('button', { name: say.nearer }).click()
    await expect(window).not.toHaveText(given!)
    await line.getByRole('radio', { name: say.by.source }).click()
    await expect(line.locator('.lane').last()).toHaveText(say.outside)
    await expect(line.locator('.join')).not.toHaveCount(0)
    // Nothing jumps: what lies under the lanes stays where it was.
    expect((await axis.boundingBox())!.y).toBeCloseTo(before.y, 0)
    await line.getByRole('button', { name: say.asGiven }).click()
    await expect(window).toHaveText(given!)

    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })

  test(`${lang}: by keys alone, and names never lie on one another`, async ({ page }) => {
    await fixture.openSlide(page, lang, slide.id)
    const line = currentSlide(page).getByRole('region', { name })
    const window = line.locator('.window b')
    const given = await window.textContent()
    await line.getByRole('button', { name: say.nearer }).focus()
    const overlapping = () => line.evaluate((element) => {
      const boxes = [...element.querySelectorAll('.event:not(.at-none)')].map(event => ({ name: event.textContent, box: event.getBoundingClientRect() }))
      return boxes.flatMap((one, index) => boxes.slice(index + 1).filter(({ box }) => one.box.left < box.right - 1 && box.left < one.box.right - 1 && one.box.top < box.bottom - 2 && box.top < one.box.bottom - 2).map(other => `${one.name} / ${other.name}`))
    })
    for (const key of ['-', '-', '-', '-', '-', '-', '0', '+', 'ArrowRight', '+', 'ArrowLeft', '0']) {
      await page.keyboard.press(key)
      expect(await overlapping(), key).toEqual([])
      expect(await line.evaluate(element => [...element.querySelectorAll('.event:not(.at-none)')].filter(event => event.getBoundingClientRect().right > element.getBoundingClientRect().right + 2).map(event => event.textContent)), key).toEqual([])
    }
    await expect(window).toHaveText(given!)
    await expect(page, 'its arrows turn no slide').toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('it is a list by date, and buttons make it shorter and longer', async ({ page }) => {
    await fixture.openPractice(page, 'zh', 'figures')
    const say = words.zh.timeline
    const line = page.getByRole('region', { name: new RegExp(`^${say.name}`) })
    await expect(line.locator('.drawing')).toBeHidden()
    const entries = line.locator('.drawn li')
    // Counted when it has come: a figure of the page is fetched as its reader comes near.
    await expect(entries.filter({ hasText: contested.name.zh })).toContainText(say.contested)
    const given = await entries.count()
    const farther = line.getByRole('button', { name: say.farther })
    expect((await farther.boundingBox())!.height).toBeGreaterThanOrEqual(48)
    for (let turn = 0; turn < 8; turn++) await farther.tap()
    await expect(entries).toHaveCount(Object.keys(course.events).filter(id => id.startsWith(`${fixture.id}/`)).length)
    await line.getByRole('button', { name: say.asGiven }).tap()
    await expect(entries).toHaveCount(given)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
