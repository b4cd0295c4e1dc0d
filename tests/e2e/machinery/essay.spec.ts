// What is written freely: its text belongs to the field and to nobody else, the model answer opens beside it, and ticks are kept.
import type { Locator, Page } from '@playwright/test'
import type { ExerciseOf } from '#schema'
import { brokenRules } from '../axe.ts'
import { foundOnPage, foundOnSlide, measuredSlide } from '../measuring.ts'
import { againButton, answer, check, checkButton, rightAnswer, said } from './answering.ts'
import { alias, answersKey, asked, expect, fixture, plain, test, tooWide, words } from './site.ts'

const { langs, onSlides, openPractice, openSlide, practiceAt, slideAt, slideOf } = fixture
const essay = onSlides.find(({ item }) => item.kind === 'essay') as ExerciseOf<'essay'>
const { item, key } = essay
const slide = slideOf(item.id)!.id
const say = words.en.exercise.essay

const field = (scope: Locator) => scope.getByRole('textbox')
const tickOf = (scope: Locator, index: number) => scope.getByRole('checkbox', { name: plain(item.criteria[index]!.text.en), exact: true })
const stored = (page: Page) => page.evaluate(key => (localStorage.getItem(key) ?? '').split('\n').filter(Boolean).map(line => (JSON.parse(line) as { response: unknown }).response), answersKey)

test('a clicker’s keys go into the text while it is written; once the mouse has left it they turn the slide', async ({ page }) => {
  await openSlide(page, 'en', slide)
  const scope = asked(page, essay, 'en')
  await field(scope).click()
  await page.keyboard.type('Keep b. ')
  for (const key of ['ArrowRight', 'PageDown', 'Space', 'Enter', 'PageUp', 'ArrowLeft', 'n', 'o', '.']) await page.keyboard.press(key)
  expect(alias(page)).toBe(slide)
  expect((await field(scope).inputValue()).replace(/\s/g, '')).toHaveLength('Keepb.no.'.length)
  await scope.getByRole('heading').click()
  await page.keyboard.press('PageDown')
  await expect.poll(() => alias(page)).not.toBe(slide)
  await page.keyboard.press('PageUp')
  await expect.poll(() => alias(page)).toBe(slide)
  expect(await stored(page), 'what was left is kept').toHaveLength(1)
  await field(scope).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('PageDown')
  await expect.poll(() => alias(page), { message: 'Esc leaves the text as well' }).not.toBe(slide)
})

test('a tick with the mouse leaves the keys with the slide', async ({ page }) => {
  await openSlide(page, 'en', slide)
  const scope = asked(page, essay, 'en')
  await answer(scope, essay, rightAnswer(essay, 'en'), 'en', 'mouse')
  await check(scope, 'en', 'mouse')
  await scope.locator('label.pick').first().click()
  await expect(tickOf(scope, 0)).toBeChecked()
  await page.keyboard.press('PageDown')
  await expect.poll(() => alias(page)).not.toBe(slide)
})

test('with keys alone: written, opened, ticked; and all of it there again after a reload', async ({ page }) => {
  await openPractice(page, 'en', item.id)
  const scope = asked(page, essay, 'en')
  await answer(scope, essay, { text: 'Keep the key.' }, 'en', 'keyboard')
  await check(scope, 'en', 'keyboard')
  await expect(scope).toContainText(plain(key.solution.en))
  await tickOf(scope, 1).focus()
  await page.keyboard.press('Space')
  await expect(tickOf(scope, 1)).toBeChecked()
  await expect(scope, 'nothing is right and nothing wrong').not.toContainText(new RegExp(`${words.en.exercise.verdict.right}|${words.en.exercise.verdict.wrong}|\\bpoint`))
  expect((await stored(page)).at(-1)).toEqual({ text: 'Keep the key.', met: [item.criteria[1]!.id] })
  await page.reload()
  await expect(field(scope)).toHaveValue('Keep the key.')
  await expect(tickOf(scope, 1)).toBeChecked()
  await expect(page.getByRole('status').filter({ hasText: words.en.page.answered(1, fixture.exercises.length) })).toBeVisible()
  await expect(page.locator(`.stops [href="#${item.id}"]`)).toContainText(words.en.page.states.written)
  await expect(said(scope).getByRole('link').first(), 'where to read up on it').toHaveAttribute('href', /\/read\//)
  await againButton(scope, 'en').click()
  await expect(scope).not.toContainText(plain(key.solution.en))
  await expect(field(scope)).toBeEditable()
})

test('the text is kept without a press, as soon as something else is done', async ({ page }) => {
  await openPractice(page, 'en', item.id)
  await field(asked(page, essay, 'en')).fill('Keep the key.')
  await page.reload()
  await expect(field(asked(page, essay, 'en')), 'a reload in the middle of it').toHaveValue('Keep the key.')
  await field(asked(page, essay, 'en')).press('End')
  await page.keyboard.type(' Now.')
  await page.keyboard.press('Tab')
  expect(await stored(page)).toEqual([{ text: 'Keep the key. Now.' }])
})

test('what the lecturer writes and ticks is seen by the class', async ({ page, context }) => {
  await openSlide(page, 'en', slide)
  const lecturer = await context.newPage()
  await lecturer.goto(slideAt('en', slide).replace('#/', '#/presenter/'))
  const hers = lecturer.locator('#slide-content').getByRole('region', { name: plain(item.prompt.en), exact: true })
  const theirs = asked(page, essay, 'en')
  await field(hers).fill('Keep the key.')
  await expect(field(theirs)).toHaveValue('Keep the key.')
  await checkButton(hers, 'en').click()
  await expect(theirs).toContainText(plain(key.solution.en))
  await hers.locator('label.pick').first().click()
  await expect(tickOf(theirs, 0)).toBeChecked()
  await expect(theirs).toContainText(plain(key.solution.en))
  await againButton(hers, 'en').click()
  await expect(theirs).not.toContainText(plain(key.solution.en))
})

for (const lang of langs) test(`nothing overlaps, is cut off or small, ${lang}`, async ({ page }) => {
  const long = { text: Array.from({ length: 12 }, () => key.solution[lang]).join('\n') }
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSlide(page, lang, slide)
  const scope = asked(page, essay, lang)
  const letters = await foundOnSlide(page, 'blank')
  await answer(scope, essay, long, lang, 'mouse')
  await check(scope, lang, 'mouse')
  letters.push(...await foundOnSlide(page, 'open'), ...await brokenRules(page, { within: measuredSlide }))
  await page.setViewportSize({ width: 360, height: 740 })
  await openPractice(page, lang, item.id)
  await expect(scope).toContainText(plain(key.solution[lang]))
  letters.push(...await foundOnPage(page, 'open, 360 px'), ...await page.evaluate(tooWide))
  expect(letters).toEqual([])
  const { clientHeight, scrollHeight } = await field(scope).evaluate(({ clientHeight, scrollHeight }) => ({ clientHeight, scrollHeight }))
  expect(clientHeight, 'the field grows with its text').toBeGreaterThanOrEqual(scrollHeight - 1)
})

test('a page that is printed has the whole text; a worksheet room to write', async ({ page }) => {
  await openPractice(page, 'en', item.id)
  const scope = asked(page, essay, 'en')
  const text = Array.from({ length: 30 }, (_, line) => `Line ${line + 1}.`).join('\n')
  await field(scope).fill(text)
  await page.emulateMedia({ media: 'print' })
  const { clientHeight, scrollHeight } = await field(scope).evaluate(({ clientHeight, scrollHeight }) => ({ clientHeight, scrollHeight }))
  expect(clientHeight).toBeGreaterThanOrEqual(scrollHeight - 1)
  await expect(scope.getByRole('button')).toHaveCount(0)
  await page.goto(`${practiceAt('en')}?print=worksheet`)
  await expect(asked(page, essay, 'en').locator('.rules .blank').nth(5)).toBeVisible()
  await expect(page.locator('body')).not.toContainText(text.slice(0, 20))
  await page.goto(`${practiceAt('en')}?print=key`)
  await expect(asked(page, essay, 'en')).toContainText(say.model)
  await expect(asked(page, essay, 'en').locator('.for-marks')).toHaveCount(item.criteria.length)
})
