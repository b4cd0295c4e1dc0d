// What a student does beside answering: stops half way, works by touch, prints, has colours of her own, opens another copy.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import type { Exercise, Kind } from '#schema'
import { storageKeys } from '#progress'
import { answer, check, rightAnswer, said, wrongAnswer } from './answering.ts'
import { asked, dist, expect, fixture, oneOfEach, test, words } from './site.ts'

const { langs, openPractice, practiceAt, slideAt, onSlides } = fixture
const of = <K extends Kind>(kind: K, among: Exercise[] = oneOfEach) => {
  const found = among.find(({ item }) => item.kind === kind)
  if (!found) throw new Error(`no exercise of kind ${kind} here`)
  return found
}
const gridOf = (exercise: Exercise) => rightAnswer(exercise, 'en') as Record<string, Record<string, string>>

test.describe('unchecked work', () => {
  test('survives a reload and the other language, and is no answer', async ({ page }) => {
    const [matrix, cloze] = [of('matrix'), of('cloze')]
    await openPractice(page, 'en', matrix.item.id)
    const scope = asked(page, matrix, 'en')
    await scope.getByRole('radiogroup').first().locator('label').first().click()
    const field = asked(page, cloze, 'en').getByRole('textbox').first()
    await field.fill('half a wo')
    await page.reload()
    await expect(scope.getByRole('radio', { checked: true })).toHaveCount(1)
    await expect(field).toHaveValue('half a wo')
    await page.goto(practiceAt('zh'))
    await expect(asked(page, matrix, 'zh').getByRole('radio', { checked: true })).toHaveCount(1)
    await expect(asked(page, cloze, 'zh').getByRole('textbox').first()).toHaveValue('half a wo')
    await expect(page.getByRole('status').filter({ hasText: words.zh.page.none })).toBeVisible()
    expect(Object.keys(gridOf(matrix)).length, 'the grid has more than what was filled').toBeGreaterThan(1)
  })

  test('of the practice page is there on the slide, until it is checked', async ({ page }) => {
    const exercise = of('choice', onSlides)
    await openPractice(page, 'en', exercise.item.id)
    await answer(asked(page, exercise, 'en'), exercise, rightAnswer(exercise, 'en'), 'en', 'mouse')
    await page.goto(slideAt('en', fixture.slideOf(exercise.item.id)!.id))
    const onSlide = asked(page, exercise, 'en')
    await expect(onSlide.getByRole('radio', { checked: true })).toHaveCount(1)
    await check(onSlide, 'en', 'mouse')
    expect(await page.evaluate(key => localStorage.getItem(key), storageKeys({ folder: '/', hasKeys: true }).drafts)).toBeNull()
  })
})

test('one lecture is cleared with what is unfinished, and the focus is not lost', async ({ page }) => {
  const [number, choice] = [of('number'), of('choice')]
  const say = words.en.page
  await openPractice(page, 'en', choice.item.id)
  const scope = asked(page, choice, 'en')
  await answer(scope, choice, wrongAnswer(choice), 'en', 'mouse')
  await check(scope, 'en', 'mouse')
  await asked(page, number, 'en').getByRole('textbox').fill('12')
  await page.getByRole('button', { name: say.clear }).press('Enter')
  await expect(page.getByRole('button', { name: say.clearYes.lecture })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(say.cleared.lecture)).toBeVisible()
  await expect(page.getByRole('button', { name: say.clear })).toBeFocused()
  await expect(asked(page, number, 'en').getByRole('textbox')).toHaveValue('')
  await expect(scope.getByRole('radio', { checked: true })).toHaveCount(0)
})

test('what is written and cannot be read is said', async ({ page }) => {
  const number = of('number')
  for (const lang of langs) {
    await openPractice(page, lang, number.item.id)
    const scope = asked(page, number, lang)
    await scope.getByRole('textbox').fill('约80')
    await expect(said(scope)).toContainText(words[lang].exercise.notNumber('约80', '80'))
    await scope.getByRole('textbox').fill('79,9')
    await expect(said(scope)).not.toContainText('79,9')
    await scope.getByRole('textbox').fill('')
    await expect(said(scope)).toContainText(words[lang].exercise.first.number)
  }
})

test.describe('by touch, 360 wide', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('places are put on the map one after the other, near enough to be exact', async ({ page }) => {
    const place = of('place')
    await openPractice(page, 'en', place.item.id)
    const scope = asked(page, place, 'en')
    const say = words.en.map
    await expect(scope).toContainText(say.putByTouch)
    const chosen = scope.getByRole('button', { pressed: true })
    const first = await chosen.innerText()
    const map = scope.locator('.blank-map .sheet')
    const names = scope.locator('.things')
    expect((await map.boundingBox())!.y, 'the map stands before the list').toBeLessThan((await names.boundingBox())!.y)
    expect((await map.boundingBox())!.width).toBeGreaterThanOrEqual(340)
    await map.tap({ position: { x: 100, y: 60 } })
    expect(await chosen.innerText()).not.toBe(first)
    const before = (await map.boundingBox())!.width
    await scope.getByRole('button', { name: say.zoomIn }).tap()
    await expect.poll(async () => (await map.boundingBox())!.width / before).toBeGreaterThan(1.8)
    await expect(scope.getByRole('button', { name: say.farther })).toHaveAttribute('aria-disabled', 'false')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('a gap shows the whole of its name', async ({ page }) => {
    const cloze = of('cloze')
    for (const lang of langs) {
      await openPractice(page, lang, cloze.item.id)
      const gaps = asked(page, cloze, lang).getByRole('textbox')
      expect(await gaps.count()).toBeGreaterThan(0)
      const cut = await gaps.evaluateAll(all => all.filter((gap) => {
        const field = gap as HTMLInputElement
        field.value = field.placeholder
        return field.scrollWidth > field.clientWidth + 1
      }).map(gap => (gap as HTMLInputElement).placeholder))
      expect(cut).toEqual([])
    }
  })

  test('the letters of a triad are explained before they are asked for', async ({ page }) => {
    const signs = of('signs')
    await openPractice(page, 'en', signs.item.id)
    const scope = asked(page, signs, 'en')
    const bottom = await scope.locator('.passages').evaluate(element => element.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThanOrEqual(await scope.getByRole('radiogroup').first().evaluate(element => element.getBoundingClientRect().top))
  })
})

test.describe('printed from the browser', () => {
  test.use({ colorScheme: 'dark' })

  test('the page is light, nothing to press is on it, and no exercise breaks over two sheets', async ({ page }) => {
    const choice = of('choice')
    await openPractice(page, 'en', choice.item.id)
    const scope = asked(page, choice, 'en')
    await answer(scope, choice, wrongAnswer(choice), 'en', 'mouse')
    await check(scope, 'en', 'mouse')
    const groundOf = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(await groundOf()).not.toBe('rgb(255, 255, 255)')
    await page.emulateMedia({ media: 'print' })
    expect(await groundOf()).toBe('rgb(255, 255, 255)')
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.locator('.exercise').getByRole('button').filter({ visible: true }).filter({ hasNot: page.locator('.cite') }).filter({ hasText: words.en.exercise.check })).toHaveCount(0)
    await expect(scope.getByRole('button', { name: words.en.exercise.again })).toBeHidden()
    await expect(said(scope), 'what came of it stays').toBeVisible()
    expect(await page.locator('.exercise').evaluateAll(all => [...new Set(all.map(each => getComputedStyle(each).breakInside))])).toEqual(['avoid'])
  })

  test('the worksheet is a link away', async ({ page }) => {
    await openPractice(page, 'en')
    await page.getByRole('link', { name: words.en.page.toPrint }).click()
    await expect(page.locator('html[data-handout=worksheet]')).toBeVisible()
    await expect(page.getByText(words.en.paper.name, { exact: true })).toBeVisible()
  })
})

test.describe('in a reader’s own colours', () => {
  test.use({ forcedColors: 'active' })

  test('what is picked, right and wrong is drawn, and Check has a frame', async ({ page }) => {
    const judge = of('judge')
    await openPractice(page, 'en', judge.item.id)
    const scope = asked(page, judge, 'en')
    await answer(scope, judge, wrongAnswer(judge), 'en', 'mouse')
    const dot = scope.locator('label:has(:checked) .box').first()
    expect(await dot.evaluate(box => parseFloat(getComputedStyle(box, '::after').borderTopWidth)), 'the dot is a border').toBeGreaterThanOrEqual(3)
    const button = scope.getByRole('button', { name: words.en.exercise.check, exact: true })
    expect(await button.evaluate(element => getComputedStyle(element).borderTopStyle)).toBe('solid')
    await check(scope, 'en', 'mouse')
    const mark = scope.locator('.room :is(.mark-wrong, .mark-right)').first()
    const [ink, ground] = await mark.evaluate(element => [getComputedStyle(element).backgroundColor, getComputedStyle(document.body).backgroundColor])
    expect(ink, 'a mark is seen on its ground').not.toBe(ground)
  })
})

test('two copies on one host know nothing of each other', async ({ page, troubles }) => {
  const files = sirv(dist, { dev: true })
  const server = createServer((request, response) => {
    const [, copy] = /^(\/(?:a|b))\//.exec(request.url!) ?? []
    request.url = copy ? request.url!.slice(copy.length) : request.url!
    files(request, response, () => { response.statusCode = 404; response.end() })
  })
  await new Promise<void>(resolve => { server.listen(0, resolve) })
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  try {
    const choice = of('choice')
    await page.goto(`${origin}/a/${practiceAt('en', choice.item.id)}`)
    const scope = asked(page, choice, 'en')
    await answer(scope, choice, rightAnswer(choice, 'en'), 'en', 'mouse')
    await check(scope, 'en', 'mouse')
    await page.goto(`${origin}/b/${practiceAt('en', choice.item.id)}`)
    await expect(page.getByText(words.en.page.none)).toBeVisible()
    await page.goto(`${origin}/a/${practiceAt('en', choice.item.id)}`)
    await expect(said(scope)).toContainText(words.en.exercise.verdict.right)
    expect(troubles).toEqual([])
  }
  finally {
    server.closeAllConnections()
    server.close()
  }
})
