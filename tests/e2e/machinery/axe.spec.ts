// Accessibility by machine: every type of slide, every state of every kind of exercise, start and practice pages, light and dark.
import type { Page } from '@playwright/test'
import { layouts, type Exercise, type Language } from '#schema'
import { broken, brokenRules } from '../axe.ts'
import { allFigures } from '../measuring.ts'
import { answer, press, rightAnswer, wrongAnswer } from './answering.ts'
import { type Lecture, answersKey, asked, fixture, currentSlide, expect, lectures, oneOfEach, test, words } from './site.ts'

/** What Slidev's own client violates, found nowhere in ours; each with its reason. */
const slidevs = {
  rules: {
    'region': 'Slidev puts slides in no landmark; every slide of ours is a named region of its own.',
  } as Record<string, string>,
  parts: {
    '#slide-container nav': 'Slidev’s bar: a button that opens a menu is inside a button of its own (nested-interactive). Everything in it has a key or stands elsewhere too.',
  } as Record<string, string>,
}
const themes = ['light', 'dark'] as const

async function violations(page: Page, where: 'slide' | 'page'): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  return brokenRules(page, where === 'page' ? {} : { except: Object.keys(slidevs.parts), withoutRules: Object.keys(slidevs.rules) })
}

/** Nothing may move under the reader's eye while colours are measured. */
async function still(page: Page, theme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
}

for (const theme of themes) {
  /** Chinese in the one theme, English in the other: words and faces differ, colours do not. */
  const lang: Language = theme === 'dark' ? 'zh' : 'en'
  for (const lecture of lectures) {
    const { id, exercises, onSlides, slideOf, deckIn, openSlide, openPractice } = lecture
    test(`${id}: every layout, ${lang}, ${theme}`, async ({ page }) => {
      await still(page, theme)
      for (const layout of layouts) {
        await openSlide(page, lang, deckIn(lang).slides.find(one => one.layout === layout)!.id)
        await expect(currentSlide(page).locator('[aria-busy=true]')).toHaveCount(0)
        expect(await violations(page, 'slide'), layout).toEqual([])
      }
    })

    test.describe(`${id}: every state of every exercise, ${lang}, ${theme}`, () => {
      const states = {
        open: allFigures,
        chosen: async page => { for (const exercise of oneOfEach.filter(one => exercises.includes(one))) await answer(asked(page, exercise, lang), exercise, wrongAnswer(exercise), lang, 'mouse') },
        wrong: page => stored(page, lecture, lang, wrongAnswer),
        right: page => stored(page, lecture, lang, exercise => rightAnswer(exercise, lang)),
        shown: async page => {
          // What is written freely has no answer to show; its model answer is open where it is "right".
          const keyed = exercises.filter(({ item }) => item.kind !== 'essay')
          for (const exercise of keyed) await press(asked(page, exercise, lang).getByRole('button', { name: words[lang].exercise.showAnswer }), 'mouse')
          await expect(page.locator('.outcome[data-tone=right]')).toHaveCount(keyed.length)
        },
      } satisfies Record<string, (page: Page) => Promise<void>>
      for (const [state, reach] of Object.entries(states) as [string, (page: Page) => Promise<void>][]) {
        test(`practice page: ${state}`, async ({ page }) => {
          test.setTimeout(90_000)
          await still(page, theme)
          await openPractice(page, lang)
          await reach(page)
          expect(await violations(page, 'page')).toEqual([])
        })
      }
      // Every state is looked at in both themes on the practice page; a slide lays the same body out anew.
      for (const state of [theme === 'light' ? 'wrong' : 'right'] as const) {
        test(`slides: ${state}`, async ({ page }) => {
          test.setTimeout(240_000)
          await still(page, theme)
          await openPractice(page, lang)
          await stored(page, lecture, lang, state === 'wrong' ? wrongAnswer : exercise => rightAnswer(exercise, lang))
          for (const { item } of onSlides) {
            await openSlide(page, lang, slideOf(item.id)!.id)
            await expect(currentSlide(page).locator('[data-verdict]')).toBeVisible()
            expect(await violations(page, 'slide'), item.id).toEqual([])
          }
        })
      }
    })
  }

  test(`a citation that is open, ${theme}`, async ({ page }) => {
    await still(page, theme)
    const slide = fixture.decks[0]!.slides.find(({ layout, tags }) => layout === 'source-check' && tags.some(({ name }) => name === 'Cite'))!
    await fixture.openSlide(page, 'en', slide.id)
    await currentSlide(page).locator('.cite button').first().click()
    await expect(currentSlide(page).locator('.cite').getByRole('group')).toBeVisible()
    expect(await violations(page, 'slide')).toEqual([])
  })

  test(`start page, ${lang}, ${theme}`, async ({ page }) => {
    await still(page, theme)
    await page.goto(`${lang}/`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await violations(page, 'page')).toEqual([])
  })
}

async function stored(page: Page, { exercises }: Lecture, lang: Language, response: (exercise: Exercise) => unknown) {
  const answers = exercises.map(exercise => ({ exercise: exercise.item.id, revision: exercise.item.revision, response: response(exercise), at: '2026-02-01T00:00:00.000Z', lang }))
  await page.evaluate(([key, lines]) => localStorage.setItem(key!, lines!), [answersKey, answers.map(one => JSON.stringify(one)).join('\n')])
  await page.reload()
  await expect(page.locator('[data-verdict]')).toHaveCount(exercises.length)
}

test('what Slidev violates is still there: an exception that is no longer needed is a problem', async ({ page }) => {
  await fixture.openSlide(page, 'en', fixture.decks[0]!.slides[1]!.id)
  const rules = (await broken(page)).map(({ rule }) => rule)
  expect(rules).toEqual(expect.arrayContaining(Object.keys(slidevs.rules)))
  for (const part of Object.keys(slidevs.parts)) expect(await broken(page, { within: part }), part).not.toEqual([])
})
