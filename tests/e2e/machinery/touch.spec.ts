// A deck under a finger: a telephone upright and across, a tablet both ways.
import { type Page, devices } from '@playwright/test'
import { figureTags } from '#course/tags'
import { deckWords } from '../../../src/hosts/slidev/words.ts'
import { alias, fixture, currentSlide, expect, lectures, test, words } from './site.ts'

const { deckIn, langs, openSlide, practiceAt, slideOf, onSlides } = fixture
const lang = langs[0]!
const { slides } = deckIn(lang)
const [first, second] = [slides[1]!, slides[2]!]
const say = deckWords[lang].touch

const { userAgent } = devices['Pixel 7']
const sizes = { 'a telephone upright': [360, 740], 'a telephone across': [740, 360], 'a tablet upright': [768, 1024], 'a tablet across': [1024, 768] } as const

/** A finger that goes from one point to another. */
async function swipe(page: Page, from: { x: number, y: number }, to: { x: number, y: number }) {
  const client = await page.context().newCDPSession(page)
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  for (let step = 1; step <= 6; step++) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from.x + (to.x - from.x) * step / 6, y: from.y + (to.y - from.y) * step / 6 }] })
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

for (const [name, [width, height]] of Object.entries(sizes)) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, hasTouch: true, isMobile: true, userAgent })
    const bar = (page: Page) => page.getByRole('navigation', { name: say.bar })

    for (const theme of ['light', 'dark'] as const) {
      test(`shows a way on and the ways out, ${theme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme })
        await openSlide(page, lang, first.id)
        const next = bar(page).getByRole('button', { name: say.next })
        await expect(next).toBeVisible()
        const { width: wide, height: high } = (await next.boundingBox())!
        expect(Math.min(wide, high), 'large enough for a finger').toBeGreaterThanOrEqual(44)
        await next.tap()
        await expect.poll(() => alias(page)).toBe(second.id)
        await expect(bar(page)).toContainText(say.number(second.number, slides.length))
        await bar(page).getByRole('button', { name: say.before }).tap()
        await expect.poll(() => alias(page)).toBe(first.id)
        await expect(bar(page).getByRole('link', { name: words[lang].read.name }), 'where the letters of a slide are too small').toHaveAttribute('href', new RegExp(`/read/${fixture.id}\\.${lang}/$`))
        await expect(bar(page).getByRole('link', { name: words[lang].page.practise })).toHaveAttribute('href', new RegExp(`${practiceAt(lang)}$`))
        await expect(bar(page).getByRole('link', { name: words[lang].page.other })).toBeVisible()
        await expect(bar(page).getByRole('link', { name: words[lang].page.home })).toBeVisible()
        const { color, backgroundColor } = await bar(page).evaluate(nav => ({ color: getComputedStyle(nav).color, backgroundColor: getComputedStyle(nav).backgroundColor }))
        const light = (colour: string) => colour.match(/[\d.]+/g)!.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3
        expect(Math.abs(light(color) - light(backgroundColor))).toBeGreaterThan(120)
        await expect(page.getByRole('button', { name: 'Go to next slide' }), 'Slidev’s own bar is not there').toBeHidden()
      })
    }

    test('a swipe over words turns the slide', async ({ page }) => {
      await openSlide(page, lang, first.id)
      const { x, y, width: wide } = (await currentSlide(page).getByRole('heading', { level: 1 }).boundingBox())!
      await swipe(page, { x: x + wide * 0.9, y: y + 8 }, { x: x + wide * 0.2, y: y + 8 })
      await expect.poll(() => alias(page)).toBe(second.id)
    })
  })
}

test.describe('a telephone across', () => {
  test.use({ viewport: { width: 740, height: 360 }, hasTouch: true, isMobile: true, userAgent })
  test('a tap on the slide puts the ways out away, another brings them back; the arrows stay', async ({ page }) => {
    await openSlide(page, lang, first.id)
    const practice = page.getByRole('navigation', { name: say.bar }).getByRole('link', { name: words[lang].page.practise })
    await expect(practice).toBeVisible()
    const headline = currentSlide(page).getByRole('heading', { level: 1 })
    await headline.tap()
    await expect(practice).toBeHidden()
    await expect(page.getByRole('button', { name: say.next })).toBeVisible()
    await headline.tap()
    await expect(practice).toBeVisible()
    expect(alias(page)).toBe(first.id)
  })
})

for (const [width, height] of [[740, 360], [667, 375], [568, 320], [932, 430], [1024, 768], [1180, 820]] as const) {
  test.describe(`across, ${width} by ${height}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true, isMobile: true, userAgent })
    test('the bar covers nothing of the slide, and gives its room back', async ({ page }) => {
      await openSlide(page, lang, first.id)
      const bar = page.getByRole('navigation', { name: say.bar })
      const foot = async () => { const { y, height } = (await currentSlide(page).boundingBox())!; return y + height }
      await expect(bar).toBeVisible()
      await expect.poll(async () => await foot() - (await bar.boundingBox())!.y).toBeLessThanOrEqual(0.5)
      const before = (await currentSlide(page).boundingBox())!.height
      await currentSlide(page).getByRole('heading', { level: 1 }).tap()
      if (!await bar.getByRole('link', { name: words[lang].page.practise }).isVisible()) await expect.poll(async () => (await currentSlide(page).boundingBox())!.height).toBeGreaterThan(before)
    })
  })
}

test.describe('a telephone upright', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, userAgent })
  test('says to turn it, and leads from the slide of an exercise to the exercise', async ({ page }) => {
    const one = onSlides[0]!
    await openSlide(page, lang, slideOf(one.item.id)!.id)
    const bar = page.getByRole('navigation', { name: say.bar })
    await expect(bar.getByText(say.hint)).toBeVisible()
    const [slide, ways] = [(await currentSlide(page).boundingBox())!, (await bar.boundingBox())!]
    expect(slide.y + slide.height, 'the slide stands above').toBeLessThanOrEqual(ways.y)
    expect(slide.y).toBeLessThan(40)
    await bar.getByRole('link', { name: say.exercise }).tap()
    await page.waitForURL(`**/${practiceAt(lang, one.item.id)}`)
  })
})

test.describe('what has a gesture of its own', () => {
  test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true, userAgent })
  const own = lectures.flatMap(lecture => figureTags.flatMap((tag) => {
    const slide = lecture.deckIn(lang).slides.find(({ tags }) => tags.some(({ name }) => name === tag))
    return slide ? [{ lecture, tag, slide: slide.id }] : []
  }))
  test('is there', () => expect(own.length).toBeGreaterThan(4))
  for (const { lecture, tag, slide } of own) {
    test(`a drag that begins in <${tag}> does not turn the slide, ${lecture.id}`, async ({ page }) => {
      await lecture.openSlide(page, lang, slide)
      const part = currentSlide(page).locator('.body').locator('figure, .frame, .timeline, .model, .stance, .argument').filter({ visible: true }).first()
      const { x, y, width, height } = (await part.boundingBox())!
      await swipe(page, { x: x + width * 0.8, y: y + height / 2 }, { x: x + width * 0.1, y: y + height / 2 })
      // A turn, where there is one, shows in the address at once.
      await page.waitForTimeout(600)
      expect(alias(page)).toBe(slide)
    })
  }
})
