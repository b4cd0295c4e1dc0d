// What a deck owes to those who read it: its keys, its words for who hears or selects them, paper, a browser that stores nothing.
import type { Page } from '@playwright/test'
import { deckWords } from '../../../src/hosts/slidev/words.ts'
import { nameOf } from '#course'
import type { Exercise } from '#schema'
import { answer, rightAnswer, wrongAnswer } from './answering.ts'
import { alias, asked, fixture, course, currentSlide, expect, lectures, plain, test, words } from './site.ts'

const { deckIn, langs, onSlides, openSlide, slideOf } = fixture
const lang = langs[0]!
const { slides } = deckIn(lang)
const exercisesOnSlides = lectures.flatMap(lecture => lecture.onSlides.map(one => ({ lecture, one, slide: lecture.slideOf(one.item.id)!.id })))
const written = exercisesOnSlides.find(({ one }) => one.item.kind === 'number') ?? exercisesOnSlides.find(({ one }) => one.item.kind === 'text')!
const choice = onSlides.find(({ item }) => item.kind === 'choice')!

/** A slide of words alone, with another before and behind. */
const quiet = slides.find(({ tags, number }) => number > 2 && number < slides.length && tags.every(({ name }) => name === 'Cite'))!

test.describe('keys', () => {
  for (const [name, given] of [['right', (one: Exercise) => rightAnswer(one, lang)], ['wrong', wrongAnswer]] as const) {
    test(`after Enter has graded a ${name} answer they are the slide’s again`, async ({ page }) => {
      await written.lecture.openSlide(page, lang, written.slide)
      const scope = asked(page, written.one, lang)
      await answer(scope, written.one, given(written.one), lang, 'keyboard')
      await scope.getByRole('textbox').first().press('Enter')
      await expect(scope.getByRole('button', { name: words[lang].exercise.again })).toBeVisible()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => alias(page)).not.toBe(written.slide)
    })
  }

  for (const key of ['PageDown', 'PageUp']) {
    test(`${key} turns from a field of one line, and from a button`, async ({ page }) => {
      for (const role of ['textbox', 'button'] as const) {
        await written.lecture.openSlide(page, lang, written.slide)
        await asked(page, written.one, lang).getByRole(role).first().focus()
        await page.keyboard.press(key)
        await expect.poll(() => alias(page), { message: role }).not.toBe(written.slide)
      }
    })
  }

  test('after a click on Slidev’s bar they are the slide’s, while the mouse still rests there', async ({ page }) => {
    await openSlide(page, lang, slides[2]!.id)
    await page.mouse.move(200, 718)
    const dark = page.getByRole('button', { name: /dark mode/ })
    await dark.click()
    await expect(page.locator('html')).toHaveClass(/dark/)
    await page.keyboard.press('Space')
    await expect.poll(() => alias(page)).not.toBe(slides[2]!.id)
    await expect(page.locator('html')).toHaveClass(/dark/)
  })

  test('? lists them, in the language of the deck', async ({ page }) => {
    for (const lang of langs) {
      await openSlide(page, lang, slides[2]!.id)
      await page.keyboard.press('?')
      const list = page.getByRole('dialog', { name: deckWords[lang].keys.title })
      await expect(list).toBeVisible()
      for (const [keys, does] of deckWords[lang].keys.rows) await expect(list, keys).toContainText(does)
      await page.keyboard.press('Escape')
      await expect(list).toHaveCount(0)
      expect(alias(page)).toBe(slides[2]!.id)
    }
  })
})

test.describe('who hears the slides', () => {
  for (const lang of langs) {
    test(`is told which one it is, and the window is called after it, ${lang}`, async ({ page }) => {
      const title = plain(nameOf(course.syllabus, lang))
      const name = (number: number) => plain(deckIn(lang).slides[number - 1]!.headline)
      await openSlide(page, lang, slides[0]!.id)
      await expect(page).toHaveTitle(`1/${slides.length} ${name(1)} – ${title}`)
      const told = page.locator('.around-deck').getByRole('status')
      await expect(told).toHaveText('')
      while (alias(page) !== slides[1]!.id) await page.keyboard.press('PageDown')
      await expect(told).toHaveText(deckWords[lang].slide(2, slides.length, name(2)))
      await expect(page).toHaveTitle(`2/${slides.length} ${name(2)} – ${title}`)
      const { lecture, one, slide } = exercisesOnSlides[0]!
      await lecture.openSlide(page, lang, slide)
      await expect(page, 'the slide of an exercise is called by its question').toHaveTitle(new RegExp(`^\\d+/\\d+ ${plain(one.item.prompt[lang]).replace(/[^\p{L}\p{N} ]/gu, '.')}`, 'u'))
    })
  }
})

test('an address that is no slide’s is put right', async ({ page }) => {
  for (const [asked, shown] of [['99', slides.at(-1)!], ['no-such-slide', slides[0]!]] as const) {
    await page.goto(`slides/${fixture.id}.${lang}/#/${asked}`)
    await expect(currentSlide(page).getByRole('heading', { level: 1 })).toContainText(plain(shown.headline).slice(0, 10))
    await expect.poll(() => alias(page)).toBe(String(shown.number))
    await page.goto('about:blank')
  }
})

test('words can be selected, and a drag over them turns nothing', async ({ page }) => {
  await openSlide(page, lang, quiet.id)
  const headline = currentSlide(page).getByRole('heading', { level: 1 })
  const box = (await headline.boundingBox())!
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 2, box.y + box.height / 2, { steps: 8 })
  await page.mouse.up()
  const selected = await page.evaluate(() => getSelection()!.toString().trim())
  expect(selected.length).toBeGreaterThan(5)
  expect(plain(quiet.headline)).toContain(selected.split('\n')[0]!.trim())
  expect(alias(page)).toBe(quiet.id)
})

test.describe('where the browser forbids to store anything', () => {
  const forbid = (page: Page) => page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException('The operation is insecure.', 'SecurityError') } })
    Object.defineProperty(window, 'BroadcastChannel', { configurable: true, writable: true, value: class { constructor() { throw new DOMException('The operation is insecure.', 'SecurityError') } } })
  })

  test('a deck shows, turns, grades, and says that nothing is kept', async ({ page }) => {
    await forbid(page)
    await openSlide(page, lang, slideOf(choice.item.id)!.id)
    await expect(currentSlide(page).locator('.running').getByRole('status')).toBeVisible()
    const scope = asked(page, choice, lang)
    await answer(scope, choice, rightAnswer(choice, lang), lang, 'mouse')
    await scope.getByRole('button', { name: words[lang].exercise.check }).click()
    await expect(scope.getByRole('status').first()).toContainText(words[lang].exercise.verdict.right)
    await page.keyboard.press('PageDown')
    await expect.poll(() => alias(page)).not.toBe(slideOf(choice.item.id)!.id)
    await expect(currentSlide(page).getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test.describe('Ctrl+P', () => {
  for (const theme of ['light', 'dark'] as const) {
    test(`prints the slide that is shown, once, whole, on white, from ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await openSlide(page, lang, quiet.id)
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      // As the printer sees it: as wide as paper of either make, A4 or letter, within its margins.
      await page.setViewportSize({ width: 980, height: 680 })
      await page.emulateMedia({ media: 'print', colorScheme: theme })
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      expect(await currentSlide(page).boundingBox()).toEqual({ x: 0, y: 0, width: 980, height: 551 })
      expect(await currentSlide(page).evaluate(slide => getComputedStyle(slide).backgroundColor)).toBe('rgb(255, 255, 255)')
      await expect(page.getByRole('navigation')).toBeHidden()
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      await expect(page.locator('html')).not.toHaveClass(/\bprint\b/)
    })
  }
})

test.describe('on a projector', () => {
  for (const [width, height] of [[1280, 720], [1024, 768], [1280, 1024], [1920, 1200]] as const) for (const theme of ['light', 'dark'] as const) {
    test(`of ${width} by ${height} the bar is out of sight, and can be read where it is called, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize({ width, height })
      await openSlide(page, lang, quiet.id)
      await page.mouse.move(width / 2, height / 3)
      const bar = page.getByRole('navigation').filter({ has: page.getByRole('link', { name: words[lang].page.practise }) })
      const seen = () => bar.evaluate((nav) => {
        let opacity = 1
        for (let one: Element | null = nav; one; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity)
        const { color, backgroundColor } = getComputedStyle(nav.firstElementChild!)
        const light = (colour: string) => { const [r = 0, g = 0, b = 0] = colour.match(/[\d.]+/g)!.map(Number); return (r + g + b) / 3 }
        return { opacity, contrast: Math.abs(light(color) - light(backgroundColor)) }
      })
      await expect.poll(async () => (await seen()).opacity).toBe(0)
      await page.mouse.move(200, height - 3)
      await expect.poll(async () => (await seen()).opacity).toBe(1)
      expect((await seen()).contrast).toBeGreaterThan(120)
    })
  }
})

test('until its first slide is there, the window says that the deck is on its way', async ({ page }) => {
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => { letThrough = resolve })
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(fixture.slideAt(lang, slides[0]!.id), { waitUntil: 'commit' })
  const onItsWay = page.getByRole('status', { name: '幻灯片正在载入' })
  await expect(onItsWay).toBeVisible()
  letThrough()
  await expect(currentSlide(page)).toBeVisible()
  await expect(onItsWay).toHaveCount(0)
})
