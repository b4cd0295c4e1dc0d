// Each practice page once: every exercise and figure is there; open and answered it is measured at 980 and 360 px in light and dark, holds
// what axe asks of content, scrolls nowhere sideways; and its links lead to slides that are there.
import type { Page } from '@playwright/test'
import { figureTags } from '#course/tags'
import type { Language } from '#schema'
import { beyondSlides } from '../../../pages/beyond.ts'
import { withNames } from '../../../src/cli/look/slides.ts'
import { brokenRules } from '../axe.ts'
import { foundOnPage } from '../measuring.ts'
import { wrongAnswer } from './answering.ts'
import { notOfContent } from './content-rules.ts'
import { answersKey, asked, course, currentSlide, expect, type Lecture, lectures, test, words } from './site.ts'

async function found(page: Page, state: string): Promise<string[]> {
  const letters = await foundOnPage(page, state)
  const broken = await brokenRules(page, { withoutRules: Object.keys(notOfContent) })
  return [...letters, ...broken.map(letter => `${state}: ${letter}`)]
}

async function linksLead(page: Page, { id, deckIn, onSlides, slideOf, data }: Lecture, lang: Language) {
  for (const { item } of onSlides) {
    const slide = data().slides.find(({ id }) => id === slideOf(item.id)!.id)!
    await expect(page.locator(`[id="${item.id}"]`).getByRole('link', { name: words[lang].page.onSlide(slide.number), exact: true })).toHaveAttribute('href', new RegExp(`${id}\\.${lang}/#/${slide.id}$`))
  }
  const aliases = deckIn(lang).slides.map(({ id }) => id)
  const links = await page.getByRole('link').evaluateAll(all => all.map(link => link.getAttribute('href') ?? '').filter(href => href.includes('#/')))
  expect(links.length).toBeGreaterThan(onSlides.length)
  expect(links.filter(href => !aliases.includes(href.split('#/')[1]!)), 'links to slides that are not there').toEqual([])
}

for (const lecture of lectures) for (const { lang, slides } of lecture.decks) {
  test(`${lecture.id}.${lang}`, async ({ page }) => {
    test.setTimeout(300_000)
    await withNames(page.context())
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 980, height: 900 })
    await lecture.openPractice(page, lang)
    for (const exercise of lecture.exercises) await expect(asked(page, exercise, lang)).toBeVisible()
    await expect(page.locator('[data-exercise]')).toHaveCount(lecture.exercises.length)
    const figures = slides.flatMap(({ tags }) => tags).filter(({ name }) => (figureTags as readonly string[]).includes(name))
    // and what no slide shows, and the map of all its routes, where the lecture has any
    const hasRoutes = Object.keys(course.routes).some(id => id.startsWith(`${lecture.id}/`))
    await expect(page.locator('[data-figure]'), 'figures of the slides').toHaveCount(figures.length + beyondSlides(lecture.data(), lang).length + Number(hasRoutes))
    await expect(page.locator('[data-framework]'), 'frameworks that mermaid draws').toHaveCount(lecture.data().frameworksDrawn.length)
    await linksLead(page, lecture, lang)
    const letters = await found(page, 'open')

    const answers = lecture.exercises.map(exercise => ({ exercise: exercise.item.id, revision: exercise.item.revision, response: wrongAnswer(exercise), at: '2026-02-01T00:00:00.000Z', lang }))
    await page.evaluate(([key, lines]) => localStorage.setItem(key!, lines!), [answersKey, answers.map(one => JSON.stringify(one)).join('\n')])
    await page.reload()
    await expect(page.locator('[data-verdict]')).toHaveCount(lecture.exercises.length)
    letters.push(...await found(page, 'answered wrongly'))
    expect(letters).toEqual([])

    const last = lecture.onSlides.at(-1)!
    await page.locator(`[id="${last.item.id}"]`).getByRole('link', { name: words[lang].page.onSlide(data(lecture, last.item.id)), exact: true }).click()
    await expect(currentSlide(page)).toBeVisible()
    await expect(asked(page, last, lang)).toBeVisible()
  })
}

/** The number of the slide on which an exercise stands. */
const data = ({ data, slideOf }: Lecture, exercise: string) => data().slides.find(({ id }) => id === slideOf(exercise)!.id)!.number
