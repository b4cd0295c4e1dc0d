// A lecture in several windows: what the lecturer does in hers is seen by the class, and nobody else turns the class's slide.
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { figureTags } from '#course/tags'
import { deckWords } from '../../../src/hosts/slidev/words.ts'
import { answer, check, said, wrongAnswer } from './answering.ts'
import { alias, asked, course, fixture, currentSlide, expect, lectures, plain, settledOn, test, words } from './site.ts'

const { deckIn, langs, onSlides, openSlide, practiceAt, slideAt, slideOf } = fixture
const [lang, other] = langs as ['en', 'zh']
const { slides } = deckIn(lang)
const choice = onSlides.find(({ item }) => item.kind === 'choice')!
const slideOfChoice = slideOf(choice.item.id)!.id
const say = words[lang].exercise

const presenterAt = (alias: string, lecture = fixture) => lecture.slideAt(lang, alias).replace('#/', '#/presenter/')

/** The lecturer's window at a slide; the class that begins with it has been said, and the word closed. */
async function present(context: BrowserContext, alias: string, lecture = fixture): Promise<Page> {
  const page = await context.newPage()
  await page.goto(presenterAt(alias, lecture))
  await expect(currentSlide(page)).toBeVisible()
  const close = page.getByRole('status').getByRole('button', { name: deckWords[lang].lesson.close })
  await close.click()
  return page
}

/** What a reader sees on the slide: its words, and its controls with their states. */
const controls = (page: Page) => currentSlide(page).locator('.body').evaluate(body => [(body as HTMLElement).innerText, ...[...body.querySelectorAll('button, input, summary, [aria-pressed]')].map((one) => {
  const { checked = '', value = '' } = one as HTMLInputElement
  return [one.textContent?.trim(), one.getAttribute('aria-pressed'), one.getAttribute('aria-expanded'), one.getAttribute('aria-disabled'), one.getAttribute('aria-label'), checked, value].join('|')
})])

/** Presses one control after the other until something on the slide has changed. */
async function pressUntilChanged(page: Page): Promise<void> {
  const before = await controls(page)
  const pressable: Locator = currentSlide(page).locator('.body').locator('button:visible:not([aria-disabled=true]):not(.locator):not([disabled]), summary:visible, label:visible')
  const count = await pressable.count()
  expect(count, 'there is something to press').toBeGreaterThan(0)
  for (let index = 0; index < count; index++) {
    await pressable.nth(index).click()
    if (JSON.stringify(await controls(page)) !== JSON.stringify(before)) return
  }
  throw new Error('whatever was pressed, nothing changed')
}

/** Every tag that a class can work, at the first slide that has it. */
const worked = lectures.flatMap(lecture => [...figureTags, 'Exercise'].flatMap((name) => {
  // Which of several things is to be placed next is each window's own: an exercise that is ticked shows what is shared.
  const isIt = (tag: { name: string, attributes: Record<string, string> }) =>
    tag.name === name && (name !== 'Exercise' || course.exercises[tag.attributes['id']!]?.item.kind === 'choice')
  const slide = lecture.deckIn(lang).slides.find(({ tags }) => tags.some(isIt))
  return slide ? [{ lecture, name, slide: slide.id }] : []
}))

test('there is much to work', () => expect(worked.length).toBeGreaterThan(5))

for (const { lecture, name, slide } of worked) {
  test(`what the lecturer does with <${name}> is seen by the class, ${lecture.id}`, async ({ page, context }) => {
    await lecture.openSlide(page, lang, slide)
    await settledOn(page)
    const presenter = await present(context, slide, lecture)
    await settledOn(presenter)
    expect(await controls(presenter)).toEqual(await controls(page))
    await pressUntilChanged(presenter)
    await expect.poll(() => controls(page)).toEqual(await controls(presenter))
  })
}

test.describe('in class', () => {
  test('a hint and a shown answer are seen too, and taken away again', async ({ page, context }) => {
    await openSlide(page, lang, slideOfChoice)
    const presenter = await present(context, slideOfChoice)
    const [here, there] = [asked(presenter, choice, lang), asked(page, choice, lang)]
    await here.getByRole('button', { name: say.orHint[1], exact: true }).click()
    await expect(there).toContainText(plain(choice.item.hint[lang]))
    await here.getByRole('button', { name: say.showAnswer }).click()
    await expect(said(there)).toContainText(say.answerShown)
    await here.getByRole('button', { name: say.again }).click()
    await expect(said(there)).not.toContainText(say.answerShown)
  })

  test('a citation opens and closes for the class', async ({ page, context }) => {
    const slide = slides.find(({ tags }) => tags.filter(({ name }) => name === 'Cite').length > 1)!
    const claim = slide.tags.filter(({ name }) => name === 'Cite').at(-1)!.attributes['claim']!
    await openSlide(page, lang, slide.id)
    const presenter = await present(context, slide.id)
    const cite = (window: Page) => currentSlide(window).locator(`.cite[data-claim="${claim}"]`).last()
    await cite(presenter).getByRole('button').first().click()
    await expect(cite(page).getByRole('group')).toBeVisible()
    await expect(currentSlide(page).getByRole('group', { name: await cite(page).getByRole('group').getAttribute('aria-label') ?? '' })).toHaveCount(1)
    await presenter.keyboard.press('Escape')
    await expect(cite(page).getByRole('group')).toHaveCount(0)
  })

  test('a window that is opened later shows what was done before', async ({ page, context }) => {
    const presenter = await present(context, slideOfChoice)
    await asked(presenter, choice, lang).getByRole('radio').nth(1).check({ force: true })
    await openSlide(page, lang, slideOfChoice)
    await expect(asked(page, choice, lang).getByRole('radio').nth(1)).toBeChecked()
  })

  for (const of of langs) {
    test(`a window that is opened late shows the slide the class is at, not the first, ${of}`, async ({ page, context }) => {
      const presenter = await present(context, slides[3]!.id)
      await presenter.keyboard.press('PageDown')
      await page.goto(slideAt(of, ''))
      await expect.poll(() => alias(page)).toBe(alias(presenter))
      await expect(currentSlide(page)).toBeVisible()
    })
  }

  test('the lecturer’s L takes the class along, and she still turns its slides', async ({ page, context }) => {
    const [one, two] = [slides[3]!.id, slides[4]!.id]
    await openSlide(page, lang, one)
    const presenter = await present(context, one)
    await presenter.keyboard.press('l')
    await presenter.waitForURL(`**/${fixture.id}.${other}/#/presenter/${one}`)
    await page.waitForURL(`**/${fixture.id}.${other}/#/${one}`)
    await expect(currentSlide(presenter)).toBeVisible()
    await expect(currentSlide(page)).toBeVisible()
    while (alias(presenter) !== two) await presenter.keyboard.press('PageDown')
    await expect.poll(() => alias(page)).toBe(two)
  })

  test('a class in the other language than its lecturer follows all the same', async ({ page, context }) => {
    const [one, two] = [slides[3]!.id, slides[4]!.id]
    await openSlide(page, other, one)
    const presenter = await present(context, one)
    while (alias(presenter) !== two) await presenter.keyboard.press('PageDown')
    await expect.poll(() => alias(page)).toBe(two)
    expect(page.url()).toContain(`${fixture.id}.${other}/`)
  })

  test('a third window turns nobody’s slide', async ({ page, context }) => {
    await openSlide(page, lang, slides[2]!.id)
    const presenter = await present(context, slides[2]!.id)
    const third = await context.newPage()
    await third.goto(slideAt(lang, slideOfChoice))
    await expect(currentSlide(third)).toBeVisible()
    await third.keyboard.press('PageDown')
    await expect.poll(() => alias(third)).not.toBe(slideOfChoice)
    expect([alias(page), alias(presenter)]).toEqual([slides[2]!.id, slides[2]!.id])
    while (alias(presenter) !== slides[3]!.id) await presenter.keyboard.press('PageDown')
    await expect.poll(() => alias(page), { message: 'the lecturer does' }).toBe(slides[3]!.id)
  })

  test('the rehearsal’s answers are not shown, and stay on the practice page', async ({ page, context }) => {
    await openSlide(page, lang, slideOfChoice)
    await answer(asked(page, choice, lang), choice, wrongAnswer(choice), lang, 'mouse')
    await check(asked(page, choice, lang), lang, 'mouse')
    await expect(said(asked(page, choice, lang))).toContainText(say.verdict.wrong)
    const presenter = await context.newPage()
    await presenter.goto(presenterAt(slideOfChoice))
    await expect(presenter.getByText(deckWords[lang].lesson.begun)).toBeVisible()
    for (const window of [presenter, page]) {
      await expect(asked(window, choice, lang).getByRole('radio').first()).toBeVisible()
      await expect(asked(window, choice, lang).getByRole('radio', { checked: true })).toHaveCount(0)
    }
    const practice = await context.newPage()
    await practice.goto(practiceAt(lang, choice.item.id))
    await expect(said(asked(practice, choice, lang))).toContainText(say.verdict.wrong)
    await presenter.reload()
    await expect(currentSlide(presenter)).toBeVisible()
    await expect(presenter.getByText(deckWords[lang].lesson.begun), 'a reload goes on with the class').toHaveCount(0)
  })

  test('N begins anew, and says how to get the answers back', async ({ page }) => {
    await openSlide(page, lang, slideOfChoice)
    const scope = asked(page, choice, lang)
    await answer(scope, choice, wrongAnswer(choice), lang, 'mouse')
    await check(scope, lang, 'mouse')
    await expect(said(scope)).toContainText(say.verdict.wrong)
    await page.keyboard.press('n')
    await expect(scope.getByRole('radio', { checked: true })).toHaveCount(0)
    await page.reload()
    await expect(scope.getByRole('radio').first()).toBeVisible()
    await expect(scope.getByRole('radio', { checked: true })).toHaveCount(0)
    await page.keyboard.press('n')
    await page.getByRole('button', { name: deckWords[lang].lesson.showAgain }).click()
    await expect(said(scope)).toContainText(say.verdict.wrong)
    await page.keyboard.press('n')
    await expect(page.getByText(deckWords[lang].lesson.begun)).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(page.getByText(deckWords[lang].lesson.begun), 'it does not stand in the way for the rest of the hour').toHaveCount(0)
  })

  test('the notice makes room for the field in which one types where to go', async ({ page, context }) => {
    const presenter = await context.newPage()
    await presenter.goto(presenterAt(slideOfChoice))
    await expect(presenter.getByText(deckWords[lang].lesson.begun)).toBeVisible()
    await presenter.keyboard.press('g')
    await expect(presenter.locator('#slidev-goto-input')).toBeFocused()
    await expect(presenter.getByText(deckWords[lang].lesson.begun)).toHaveCount(0)
    await page.close()
  })

  for (const [key, name] of [['.', deckWords[lang].cover.black], ['b', deckWords[lang].cover.black], ['w', deckWords[lang].cover.white]] as const) {
    test(`${key} covers the class’s slide until any key`, async ({ page, context }) => {
      await openSlide(page, lang, slides[2]!.id)
      const presenter = await present(context, slides[2]!.id)
      await presenter.keyboard.press(key)
      const cover = page.getByRole('button', { name })
      await expect(cover).toBeVisible()
      expect(await cover.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 720 })
      await expect(presenter.getByText(deckWords[lang].cover.told)).toBeVisible()
      await presenter.keyboard.press('PageDown')
      await expect(cover).toHaveCount(0)
      expect([alias(page), alias(presenter)], 'the key does nothing else').toEqual([slides[2]!.id, slides[2]!.id])
      await page.keyboard.press(key)
      await expect(cover).toBeVisible()
      await page.keyboard.press('x')
      await expect(cover).toHaveCount(0)
    })
  }

  test('the screen does not sleep while somebody presents, and may before', async ({ page, context }) => {
    await context.addInitScript(() => {
      const held = new Set()
      Object.assign(window, { held })
      Object.defineProperty(navigator, 'wakeLock', { value: { async request(kind: string) {
        held.add(kind)
        return Object.assign(new EventTarget(), { async release() { held.delete(kind) } })
      } } })
    })
    const held = (window: Page) => window.evaluate(() => (globalThis as unknown as { held: Set<string> }).held.size)
    await openSlide(page, lang, slides[2]!.id)
    expect(await held(page)).toBe(0)
    const presenter = await present(context, slides[2]!.id)
    await expect.poll(() => held(presenter)).toBe(1)
  })
})

test.describe('a published site', () => {
  test('says in the presenter’s view and the notes that notes are left out, and offers none to edit', async ({ page, context }) => {
    const presenter = await present(context, slides[2]!.id)
    await expect(presenter.getByText(deckWords[lang].notesLeftOut)).toBeVisible()
    await page.goto(slideAt(lang, 'notes'))
    await expect(page.getByText(deckWords[lang].notesLeftOut)).toBeVisible()
    await expect(page.getByTitle('Edit notes')).toBeHidden()
  })

  test('has a clock that is started by a button', async ({ context }) => {
    const presenter = await present(context, slides[2]!.id)
    const clock = presenter.getByRole('group', { name: deckWords[lang].clock.name })
    await expect(clock.getByRole('timer')).toHaveText('0:00')
    await clock.getByRole('button', { name: deckWords[lang].clock.start }).click()
    await expect(clock.getByRole('timer')).not.toHaveText('0:00')
    await clock.getByRole('button', { name: deckWords[lang].clock.reset }).click()
    await expect(clock.getByRole('timer')).toHaveText('0:00')
  })
})

