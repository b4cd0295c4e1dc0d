// A lecture as it is given: by arrows, keys and clicker; citations; what a click on an answer leaves behind.
import type { Locator } from '@playwright/test'
import { answer, check, press, rightAnswer, said, wrongAnswer } from './answering.ts'
import { words as frameWords } from '../../../layouts/frame/words.ts'
import { alias, asked, fixture, course, currentSlide, expect, htmlLang, oneOfEachOnSlides, plain, test, words } from './site.ts'

const { deckIn, langs, onSlides, openPractice, openSlide, practiceAt, slideAt, slideOf } = fixture

const choice = onSlides.find(({ item }) => item.kind === 'choice')!
const first = onSlides.find(other => other !== choice)!
const slideOfFirst = slideOf(first.item.id)!.id
const slideOfChoice = slideOf(choice.item.id)!.id

test('a citation of a text that is not the lecture’s own opens too', async ({ page }) => {
  const own = course.syllabus.lectures[fixture.id]!.sources
  const cited = deckIn('en').slides.flatMap(slide => slide.tags.flatMap(({ name, attributes }) => name === 'Cite' ? [{ slide: slide.id, claim: attributes['claim']! }] : []))
  const borrowed = cited.find(({ claim }) => !own.includes(claim.split('/')[0]!))!
  await openSlide(page, 'en', borrowed.slide)
  const cite = currentSlide(page).locator(`.cite[data-claim="${borrowed.claim}"]`).first()
  await cite.getByRole('button').first().click()
  await expect(cite.getByRole('group')).toContainText(plain(course.claims[borrowed.claim]!.says.en).slice(0, 30))
  await expect(cite.locator('.is-unknown')).toHaveCount(0)
})

// The slide of the fixture whose foot cites most: more than a line has room for.
const citedIn = (content: string) => content.split('::foot::')[1]?.match(/(?<=<Cite claim=")[^"]+/g) ?? []
const crowded = deckIn('en').slides.reduce((most, slide) => citedIn(slide.content).length > citedIn(most.content).length ? slide : most).id

for (const lang of langs) for (const hand of ['mouse', 'keyboard'] as const) {
  test(`a foot is one line, each place once; what has no room opens by ${hand}, ${lang}`, async ({ page }) => {
    await openSlide(page, lang, crowded)
    const foot = currentSlide(page).locator('.foot .source')
    const line = foot.locator('p')
    const box = (await line.boundingBox())!
    const high = await line.evaluate(element => parseFloat(getComputedStyle(element).lineHeight) * element.getBoundingClientRect().height / (element as HTMLElement).offsetHeight)
    expect(box.height).toBeLessThan(high * 1.5)
    const places = await line.getByRole('button').allTextContents()
    expect(new Set(places).size).toBe(places.length)
    const cited = citedIn(deckIn(lang).slides.find(({ id }) => id === crowded)!.content)
    await expect(line.locator('.cite').first(), 'the first citation is what the headline rests on').toHaveAttribute('data-claim', cited[0]!)
    const more = line.locator('button.more')
    if (hand === 'mouse') await more.click()
    else {
      await more.focus()
      await page.keyboard.press('Enter')
    }
    const list = foot.getByRole('group', { name: frameWords[lang].foot.all })
    await expect(list).toBeVisible()
    expect(await isInside(list, currentSlide(page)), 'it lies on the slide').toBe(true)
    for (const claim of cited) await expect(list.locator(`.cite[data-claim~="${claim}"]`), claim).toHaveCount(1)
    // A citation in the list opens, and Esc closes it before the list.
    const last = list.locator('.cite').last()
    await last.getByRole('button').first().press('Enter')
    await expect(last.getByRole('group')).toBeVisible()
    expect(await isInside(last.getByRole('group'), currentSlide(page)), 'it lies on the slide').toBe(true)
    await page.keyboard.press('Escape')
    await expect(last.getByRole('group')).toHaveCount(0)
    await expect(list).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    if (hand === 'keyboard') return
    await more.click()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => alias(page), { message: 'the click gave the focus back' }).not.toBe(crowded)
  })
}

for (const lang of langs) {
  const { slides } = deckIn(lang)

  test.describe(`from slide to slide, ${lang}`, () => {
    test('backwards, and by address', async ({ page }) => {
      const [one, two] = [slides[4]!, slides[5]!]
      await openSlide(page, lang, two.id)
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => alias(page)).toBe(one.id)
      await page.goto(slideAt(lang, slides.at(-1)!.id))
      await expect(currentSlide(page)).toHaveClass(/slide-references/)
    })

    test('a citation says who, what kind, what status; Esc closes it', async ({ page }) => {
      const say = words[lang].cite
      const slide = slides.find(({ tags }) => tags.some(({ name }) => name === 'Cite'))!
      const id = slide.tags.find(({ name }) => name === 'Cite')!.attributes['claim']!
      const claim = fixture.data().claims[id]!
      await openSlide(page, lang, slide.id)
      const cite = currentSlide(page).locator(`.cite[data-claim="${id}"]`).first()
      const button = cite.getByRole('button').first()
      await button.click()
      const opened = cite.getByRole('group')
      await expect(opened).toBeVisible()
      await expect(opened).toContainText(plain(claim.says[lang]).slice(0, 30))
      for (const label of [say.who, say.kind, say.kinds[claim.kind], say.status]) await expect(opened).toContainText(label)
      expect(await isInside(opened, currentSlide(page)), 'it lies on the slide').toBe(true)
      await page.keyboard.press('Escape')
      await expect(opened).toHaveCount(0)
      expect(alias(page)).toBe(slide.id)
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.url(), { message: 'the click gave the focus back' }).not.toMatch(new RegExp(`#/${slide.id}$`))
      await openSlide(page, lang, slide.id)
      await button.focus()
      await page.keyboard.press('Enter')
      await expect(opened).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(opened).toHaveCount(0)
    })
  })
}

const isInside = async (inner: Locator, outer: Locator) => {
  const [a, b] = [(await inner.boundingBox())!, (await outer.boundingBox())!]
  return a.x >= b.x - 1 && a.y >= b.y - 1 && a.x + a.width <= b.x + b.width + 1 && a.y + a.height <= b.y + b.height + 1
}

test.describe('answering and moving on', () => {
  test('after clicks of a mouse on any kind the keys are the slide’s again', async ({ page }) => {
    for (const one of oneOfEachOnSlides) {
      await test.step(one.item.kind, async () => {
        const slide = slideOf(one.item.id)!.id
        await openSlide(page, 'en', slide)
        const scope = asked(page, one, 'en')
        // A written answer has nothing to click but its check.
        if (['number', 'text', 'cloze', 'essay'].includes(one.item.kind)) {
          await answer(scope, one, rightAnswer(one, 'en'), 'en', 'mouse')
          await check(scope, 'en', 'mouse')
        }
        else await scope.locator('.room').locator('label.pick, .moves button:not([aria-disabled=true]), button.thing').first().click()
        expect(alias(page)).toBe(slide)
        expect(await page.evaluate(() => document.activeElement === document.body), 'nothing has the focus').toBe(true)
        await page.keyboard.press('PageDown')
        await expect.poll(() => alias(page)).not.toBe(slide)
        await page.keyboard.press('ArrowLeft')
        await expect.poll(() => alias(page)).toBe(slide)
      })
    }
  })

  test('keys in a field are the field’s; Esc leaves it, then the arrows move the slide', async ({ page }) => {
    await openSlide(page, 'en', slideOfChoice)
    const scope = asked(page, choice, 'en')
    const radio = scope.getByRole('radio').first()
    await radio.focus()
    await page.keyboard.press('Space')
    await expect(radio).toBeChecked()
    await page.keyboard.press('ArrowRight')
    expect(alias(page), 'an arrow chooses, it does not turn the page').toBe(slideOfChoice)
    await expect(scope.getByRole('radio').nth(1)).toBeChecked()
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => alias(page)).not.toBe(slideOfChoice)
  })

  test('Esc leaves a button too', async ({ page }) => {
    await openSlide(page, 'en', slideOfChoice)
    await asked(page, choice, 'en').getByRole('button', { name: words.en.exercise.showAnswer }).focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('PageDown')
    await expect.poll(() => alias(page)).not.toBe(slideOfChoice)
  })

  test('an answer on the slide is on the practice page, with its verdict, and the other way round', async ({ page, context }) => {
    const say = words.en.exercise
    await openSlide(page, 'en', slideOfFirst)
    await answer(asked(page, first, 'en'), first, rightAnswer(first, 'en'), 'en', 'mouse')
    await check(asked(page, first, 'en'), 'en', 'mouse')
    const other = await context.newPage()
    await openPractice(other, 'en')
    await expect(said(asked(other, first, 'en'))).toContainText(say.verdict.right)
    // A second window hears of it without a reload.
    await answer(asked(other, choice, 'en'), choice, wrongAnswer(choice), 'en', 'mouse')
    await check(asked(other, choice, 'en'), 'en', 'mouse')
    await page.goto(slideAt('en', slideOfChoice))
    await expect(said(asked(page, choice, 'en'))).toContainText(say.verdict.wrong)
    await press(asked(other, choice, 'en').getByRole('button', { name: say.again }), 'mouse')
    await answer(asked(other, choice, 'en'), choice, rightAnswer(choice, 'en'), 'en', 'mouse')
    await check(asked(other, choice, 'en'), 'en', 'mouse')
    await expect(said(asked(page, choice, 'en'))).toContainText(say.verdict.right)
  })

  test('a reload keeps the answer', async ({ page }) => {
    await openSlide(page, 'en', slideOfChoice)
    await answer(asked(page, choice, 'en'), choice, wrongAnswer(choice), 'en', 'mouse')
    await check(asked(page, choice, 'en'), 'en', 'mouse')
    await page.reload()
    await expect(said(asked(page, choice, 'en'))).toContainText(words.en.exercise.verdict.wrong)
    await expect(asked(page, choice, 'en').getByRole('radio', { checked: true })).toHaveCount(1)
  })
})

test('where nothing can be stored, the slide of an exercise says so, and no other', async ({ page, troubles }) => {
  await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } })
  await openSlide(page, 'en', slideOfChoice)
  await expect(currentSlide(page).locator('.running').getByRole('status')).toHaveText('Answers are not kept')
  const keepsNothing = deckIn('en').slides.find(({ tags }) => tags.length > 0 && !tags.some(({ name }) => ['Exercise', 'YourLine', 'Stance'].includes(name)))!
  await openSlide(page, 'en', keepsNothing.id)
  await expect(currentSlide(page).locator('.running').getByRole('status')).toHaveCount(0)
  // What others on the page cannot store, they say on the console.
  expect(troubles.filter(trouble => !trouble.includes('QuotaExceededError'))).toEqual([])
  troubles.length = 0
})

test.describe('the doors in the bar', () => {
  for (const lang of langs) {
    const other = lang === 'en' ? 'zh' : 'en'
    test(`${lang}: the other language, the practice page, all lectures`, async ({ page }) => {
      const slide = deckIn(lang).slides[7]!.id
      await openSlide(page, lang, slide)
      const bar = page.getByRole('navigation').filter({ has: page.getByRole('link', { name: words[lang].page.practise }) })
      await expect(bar.getByRole('link', { name: words[lang].page.practise })).toHaveAttribute('href', new RegExp(`${practiceAt(lang)}$`))
      await expect(bar.getByRole('link', { name: words[lang].page.home })).toHaveAttribute('href', new RegExp(`/${lang}/$`))
      if (!langs.includes(other)) return
      // The bar comes up when the pointer reaches the lowest edge.
      await page.mouse.move(200, 716)
      await bar.getByRole('link', { name: words[lang].page.other }).click()
      await page.waitForURL(`**/${slideAt(other, slide)}`)
      await expect(currentSlide(page)).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${other}`))
      expect(await currentSlide(page).getAttribute('lang')).toBe(htmlLang(other))
    })
  }
})

test.describe('light and dark', () => {
  const ground = (scope: Locator) => scope.evaluate(element => getComputedStyle(element).backgroundColor)
  const isDarkColour = (colour: string) => { const [r = 255, g = 255, b = 255] = colour.match(/[\d.]+/g)!.map(Number); return r + g + b < 3 * 128 }

  test('D switches, a reload and the practice page keep it', async ({ page, context }) => {
    await openSlide(page, 'en', 'puzzle')
    expect(isDarkColour(await ground(currentSlide(page)))).toBe(false)
    await page.keyboard.press('d')
    await expect(page.locator('html')).toHaveClass(/dark/)
    expect(isDarkColour(await ground(currentSlide(page)))).toBe(true)
    await page.reload()
    await expect(page.locator('html')).toHaveClass(/dark/)
    const practice = await context.newPage()
    await openPractice(practice, 'en')
    await expect(practice.locator('html')).toHaveClass(/dark/)
    await practice.getByRole('button', { name: words.en.page.themeHint.toLight }).click()
    await expect(practice.locator('html')).not.toHaveClass(/dark/)
  })

  test('who asks the system for dark gets dark', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await openSlide(page, 'en', 'puzzle')
    expect(isDarkColour(await ground(currentSlide(page)))).toBe(true)
  })
})

test.describe('less motion', () => {
  /** The longest transition or animation of anything of ours that is now shown. */
  const longest = (scope: Locator) => scope.evaluate(element => Math.max(...[element, ...element.querySelectorAll('*')].flatMap((one) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(one)
    const seconds = (list: string) => list.split(',').map(each => parseFloat(each) * (each.trim().endsWith('ms') ? 0.001 : 1))
    return [...seconds(transitionDuration), ...(animationName === 'none' ? [] : seconds(animationDuration))]
  })))
  const moving = 'take-one-away'

  test('is granted to whoever asks for it', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const slide of [moving, 'puzzle', slideOfChoice]) {
      await openSlide(page, 'en', slide)
      await page.keyboard.press('ArrowRight')
      expect(await longest(currentSlide(page)), slide).toBeLessThanOrEqual(0.01)
    }
  })
  test('there is some to be granted', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await openSlide(page, 'en', moving)
    await page.keyboard.press('ArrowRight')
    expect(await longest(currentSlide(page))).toBeGreaterThan(0.05)
  })
})
