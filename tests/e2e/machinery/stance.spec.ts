// A stance as its users have it: a student with a mouse, a lecturer who counts hands, a student alone with a telephone.
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { languages, type Language } from '#schema'
import { brokenRules } from '../axe.ts'
import { fixture, course, currentSlide, expect, plain, test, words } from './site.ts'

const [id, stance] = Object.entries(course.stances)[0]!
const slide = fixture.deckIn('en').slides.find(({ tags }) => tags.some(({ name, attributes }) => name === 'Stance' && attributes['id'] === id))!
const { places } = stance.scale

const onSlide = (page: Page, lang: Language) => currentSlide(page).getByRole('region', { name: words[lang].stance.name })
const onPage = (page: Page, lang: Language) => page.getByRole('region', { name: words[lang].stance.name })

function hand(tag: Locator, lang: Language) {
  const say = words[lang].stance
  return {
    place: (at: number) => tag.getByRole('radio', { name: say.place(at, places, '').trim(), exact: false }).first(),
    sure: (sure: number) => tag.getByRole('radio', { name: say.percent(sure) }),
    side: (holds: boolean) => tag.getByRole('radio', { name: holds ? say.does : say.doesNot, exact: true }),
    next: (step: keyof typeof say.next) => tag.getByRole('button', { name: say.next[step], exact: true }),
  }
}
async function through(tag: Locator, lang: Language, press: 'click' | 'tap' = 'click') {
  const { place, sure, side, next } = hand(tag, lang)
  await place(3)[press]()
  await sure(70)[press]()
  await next('before')[press]()
  await side(!stance.bet.holds)[press]()
  await sure(80)[press]()
  await next('bet')[press]()
  for (const { says } of stance.pair) await expect(tag).toContainText(plain(says[lang]))
  await next('read')[press]()
  await place(5)[press]()
  await sure(60)[press]()
  await next('after')[press]()
}

for (const lang of languages) {
  const say = words[lang].stance

  test(`${lang}: one's own by mouse on a slide: the pair settles the bet, and the clicker goes on turning slides`, async ({ page }) => {
    await fixture.openSlide(page, lang, slide.id)
    const tag = onSlide(page, lang)
    await expect(tag).not.toContainText(plain(stance.pair[0].says[lang]))
    await expect(hand(tag, lang).next('before')).toHaveAttribute('aria-disabled', 'true')
    await through(tag, lang)
    const said = tag.getByRole('status')
    await expect(said).toContainText(say.moved(2, places))
    await expect(said).toContainText(say.settled(stance.bet.holds))
    await expect(said).toContainText(say.yours(!stance.bet.holds, 80, false))
    await expect(said).toContainText(plain(stance.bet.because[lang]))
    await expect(said).toContainText(say.brier('0.64', 1))
    await expect(tag.getByRole('img')).toHaveAccessibleName(new RegExp(say.toldOwn(5, places, 60).replace(/[()]/g, '\\$&')))
    // All of it is on the slide, over nothing of the foot.
    const room = (await currentSlide(page).locator('.foot').boundingBox())!
    await expect(said.locator('p')).not.toHaveCount(0)
    for (const part of await said.locator('p').all()) {
      const box = (await part.boundingBox())!
      expect(box.y + box.height).toBeLessThanOrEqual(room.y + 2)
    }
    await page.keyboard.press('ArrowRight')
    await expect(page).not.toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })

  test(`${lang}: hands of a class, by keys alone`, async ({ page }) => {
    await fixture.openSlide(page, lang, slide.id)
    const tag = onSlide(page, lang)
    await tag.getByRole('radio', { name: say.own }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(tag.getByRole('radio', { name: say.hands })).toBeChecked()
    const count = async (hands: number[]) => {
      await tag.getByRole('textbox').first().focus()
      for (const each of hands) {
        await page.keyboard.type(String(each))
        await page.keyboard.press('Enter')
      }
      await expect(tag.getByRole('status')).toHaveText(say.sum(hands.reduce((sum, each) => sum + each, 0)))
    }
    const press = async (step: keyof typeof say.next) => {
      await tag.getByRole('button', { name: say.nextHands[step], exact: true }).focus()
      await page.keyboard.press('Enter')
    }
    await count([3, 5, 6, 8, 2, 1, 0])
    await press('before')
    await tag.getByRole('textbox').first().focus()
    await page.keyboard.type('18')
    await page.keyboard.press('Tab')
    await page.keyboard.type('7')
    await press('bet')
    await press('read')
    await count([1, 2, 5, 6, 7, 3, 1])
    await press('after')
    const said = tag.getByRole('status')
    await expect(said).toContainText(say.median(say.at([3]), say.at([4])))
    await expect(said).toContainText(say.movers(0, 8, places))
    await expect(said).toContainText(say.classBet(stance.bet.holds ? 18 : 7, 25))
    await expect(page).toHaveURL(new RegExp(`/${slide.id}(\\?|$)`))
  })
}

for (const theme of ['light', 'dark'] as const) {
  test(`every step stands up to axe, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await fixture.openSlide(page, 'en', slide.id)
    const violations = () => brokenRules(page, { within: '#slide-content [data-stance]', withoutRules: ['region'] })
    const { place, sure, side, next } = hand(onSlide(page, 'en'), 'en')
    expect(await violations()).toEqual([])
    await place(3).click()
    await sure(70).click()
    await next('before').click()
    await side(true).click()
    await sure(80).click()
    expect(await violations()).toEqual([])
    await next('bet').click()
    expect(await violations()).toEqual([])
    await next('read').click()
    await place(5).click()
    await sure(60).click()
    await next('after').click()
    await expect(onSlide(page, 'en').getByRole('status')).toContainText(words.en.stance.settled(stance.bet.holds))
    expect(await violations()).toEqual([])
    await onSlide(page, 'en').getByRole('radio', { name: words.en.stance.hands }).check({ force: true })
    await onSlide(page, 'en').getByRole('button', { name: `1 ${words.en.stance.steps.before}` }).click()
    expect(await violations()).toEqual([])
  })
}

test('what was said outlives a reload, is in the exported file, and is counted among no exercises', async ({ page }) => {
  await fixture.openPractice(page, 'en', 'figures')
  await through(onPage(page, 'en'), 'en')
  await expect(onPage(page, 'en').getByRole('status')).toContainText(words.en.stance.settled(stance.bet.holds))
  await page.reload()
  await expect(onPage(page, 'en')).toHaveAttribute('data-step', 'compare')
  await expect(onPage(page, 'en').getByRole('status')).toContainText(words.en.stance.moved(2, places))
  await expect(page.getByText(words.en.page.none)).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.en.page.export }).click()])
  const { answers } = JSON.parse(readFileSync(await file.path(), 'utf8')) as { answers: { exercise: string, response: unknown }[] }
  expect(answers.at(-1)).toMatchObject({ exercise: `stances/${id}`, response: { before: { place: 3, sure: 70 }, bet: { holds: !stance.bet.holds, sure: 80 }, after: { place: 5, sure: 60 }, held: stance.bet.holds } })
  // The other language has the same answer: it was one.
  await fixture.openSlide(page, 'zh', slide.id)
  await expect(onSlide(page, 'zh').getByRole('status')).toContainText(words.zh.stance.moved(2, places))
})

test('where the keys cannot be had, the bet is not settled, and it says so', async ({ page, troubles }) => {
  await fixture.openPractice(page, 'en', 'figures')
  await expect(onPage(page, 'en')).toBeVisible()
  await page.context().setOffline(true)
  await through(onPage(page, 'en'), 'en')
  await expect(onPage(page, 'en').getByRole('status')).toContainText(words.en.stance.notLoaded)
  await page.context().setOffline(false)
  troubles.length = 0
})

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('it is tapped through, and nothing is too small to hit', async ({ page }) => {
    await fixture.openPractice(page, 'zh', 'figures')
    const tag = onPage(page, 'zh')
    for (const part of [hand(tag, 'zh').place(3), hand(tag, 'zh').sure(70), hand(tag, 'zh').next('before')]) expect((await part.boundingBox())!.height).toBeGreaterThanOrEqual(48)
    await through(tag, 'zh', 'tap')
    await expect(tag.getByRole('status')).toContainText(words.zh.stance.settled(stance.bet.holds))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
