// Each deck once, from its first slide to its last, with nothing but keys: every slide shows its headline, names nothing that is not
// there, is measured at every click in light and dark, holds what axe asks of content; and the exercise on it is answered rightly.
import type { Page } from '@playwright/test'
import type { Language, Slide } from '#schema'
import { withNames } from '../../../src/cli/look/slides.ts'
import { brokenRules } from '../axe.ts'
import { foundOnSlide, measuredSlide } from '../measuring.ts'
import { answer, check, type Hand, isGraded, rightAnswer, said } from './answering.ts'
import { notOfContent } from './content-rules.ts'
import { alias, asked, clickOf, currentSlide, exercise, expect, lectures, plain, test, words } from './site.ts'

const asksOfSlides = { within: measuredSlide, withoutRules: Object.keys(notOfContent) }
const onwards = ['ArrowRight', 'PageDown', 'Space']

/** "one line, two" => /o\s*n\s*e\s*l…/: the same letters, however they are set. */
const loosely = (text: string) => new RegExp([...text.replace(/\s/g, '')].map(each => each.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('\\s*'))

async function looksAsWritten(page: Page, slide: Slide, lang: Language) {
  const shown = currentSlide(page)
  await expect(shown, slide.id).toHaveClass(new RegExp(`slide-${slide.layout}`))
  const asks = slide.tags.find(({ name }) => name === 'Exercise')?.attributes['id']
  const headline = asks ? plain(exercise(asks).item.prompt[lang]) : plain(slide.headline.replace(/<[^>]*>/g, ''))
  // As it is read: what breaks a line is as good as a space, and in Chinese is nothing.
  await expect(shown.getByRole('heading', { level: 1 }), slide.id).toContainText(loosely(headline), { useInnerText: true })
  await expect(shown.locator('.is-unknown, [role=alert]'), `${slide.id}: ids that are not there`).toHaveCount(0)
  for (const { attributes } of slide.tags.filter(({ name }) => name === 'Framework'))
    await expect(shown.locator('.framework svg:not(.hatching)').first(), `${slide.id}: ${attributes['id']}`).toBeVisible()
  // Slidev swallows a slide that throws: it stays blank, and nobody hears of it.
  const { letters, isDrawn } = await shown.locator('.body').evaluate(body => ({
    letters: (body as HTMLElement).innerText.replace(/\s/g, '').length,
    isDrawn: body.querySelector('svg') !== null,
  }))
  expect(letters, `${slide.id}: letters of its body`).toBeGreaterThan(isDrawn || lang === 'zh' ? 20 : 40)
}

async function answeredRightly(page: Page, id: string, lang: Language, hand: Hand) {
  const asksFor = exercise(id)
  const scope = asked(page, asksFor, lang)
  await answer(scope, asksFor, rightAnswer(asksFor, lang), lang, hand)
  await check(scope, lang, hand)
  await expect(said(scope), id).toContainText(words[lang].exercise.verdict[isGraded(asksFor) ? 'right' : 'written'])
  await page.keyboard.press('Escape')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}

for (const lecture of lectures) for (const { lang, slides } of lecture.decks) {
  test(`${lecture.id}.${lang}, walked`, async ({ page }) => {
    test.setTimeout(300_000)
    await withNames(page.context())
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await lecture.openSlide(page, lang, slides[0]!.id)
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${lang}`))
    const letters: string[] = []
    let presses = 0
    for (const slide of slides) {
      expect(alias(page), 'the slides come in the order of the deck').toBe(slide.id)
      await looksAsWritten(page, slide, lang)
      for (let isHere = true; isHere;) {
        const click = clickOf(page)
        letters.push(...await foundOnSlide(page, `${slide.id}, click ${click}`))
        if (click === 0) letters.push(...(await brokenRules(page, asksOfSlides)).map(letter => `${slide.id}: ${letter}`))
        const asks = slide.tags.find(({ name }) => name === 'Exercise')?.attributes['id']
        if (asks && click === 0) {
          await answeredRightly(page, asks, lang, lang === 'en' ? 'mouse' : 'keyboard')
          letters.push(...await foundOnSlide(page, `${slide.id}, answered`))
        }
        const before = page.url()
        await page.keyboard.press(onwards[presses++ % onwards.length]!)
        if (slide === slides.at(-1) && click === (Number(slide.frontmatter['clicks']) || 0)) break
        await expect.poll(() => page.url(), { message: `a key goes on from ${slide.id}` }).not.toBe(before)
        isHere = alias(page) === slide.id
      }
    }
    expect(alias(page), 'nothing comes after the last').toBe(slides.at(-1)!.id)
    expect(letters).toEqual([])
  })
}
