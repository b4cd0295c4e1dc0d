// What is drawn, as a student gets it: measured line by line and box by box, at every click, in both languages and themes, on slides,
// on the practice page of a computer and of a telephone. Paper is measured by `npm run handouts` itself (tests/built/handouts.test.ts).
import type { Page } from '@playwright/test'
import { formOf } from '#models'
import { figureTags } from '#course/tags'
import type { Language, Slide } from '#schema'
import { withNames } from '../../../src/cli/look/slides.ts'
import { foundOnPage, foundOnSlide } from '../measuring.ts'
import { type Lecture, clickOf, course, currentSlide, expect, lectures, settledOn, test } from './site.ts'

/** What an answer of an exercise is drawn with stands beside the figures of the slides. */
const drawnTags = [...figureTags, 'Framework', 'Exercise'] as const
const tokens = ['paper', 'slip', 'ink', 'ink2', 'line', 'hair', 'on-ink', 'mark-square', 'mark-circle', 'mark-diamond', 'mark-letter']
const isDrawn = ({ name }: Slide['tags'][number]) => (drawnTags as readonly string[]).includes(name)
const isMermaid = ({ name, attributes }: Slide['tags'][number]) => name === 'Framework' && formOf(course.frameworks[attributes['id']!]!, attributes['as']) === 'mermaid'

async function foundAtEveryClick(page: Page, lecture: Lecture, lang: Language, slide: Slide): Promise<string[]> {
  const found: string[] = []
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await lecture.openSlide(page, lang, slide.id)
  for (let click = 0; ; click++) {
    found.push(...await foundOnSlide(page, `${slide.id}, click ${click}`))
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('ArrowRight')
    await settledOn(page)
    if (!page.url().includes(`#/${slide.id}`) || clickOf(page) <= click) return found
  }
}

for (const lecture of lectures) for (const { lang, slides } of lecture.decks) {
  const shown = slides.filter(slide => slide.tags.some(isDrawn))
  test(`${lecture.id}.${lang}: on each slide that draws, at each click, in light and dark, no word lies on another, leaves its box, is cut off or small, and no line runs behind a box`, async ({ page }) => {
    test.setTimeout(240_000)
    await withNames(page.context())
    const found: string[] = []
    expect(shown.length).toBeGreaterThan(10)
    for (const slide of shown) found.push(...await foundAtEveryClick(page, lecture, lang, slide))
    expect(found).toEqual([])
  })

  test(`${lecture.id}.${lang}: the same on the practice page, on a screen of 980 and on a telephone of 360`, async ({ page }) => {
    test.setTimeout(240_000)
    await withNames(page.context())
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 980, height: 900 })
    await lecture.openPractice(page, lang)
    const figures = slides.flatMap(({ tags }) => tags).filter(({ name }) => (figureTags as readonly string[]).includes(name))
    // and the map of all its routes, where the lecture has any
    const hasRoutes = Object.keys(course.routes).some(id => id.startsWith(`${lecture.id}/`))
    await expect(page.locator('[data-figure]'), 'figures of the slides').toHaveCount(figures.length + Number(hasRoutes))
    expect(await foundOnPage(page, 'the practice page')).toEqual([])
  })

  const byMermaid = slides.filter(slide => slide.tags.some(isMermaid))
  test(`${lecture.id}.${lang}: what mermaid drew takes the colours of light, dark and paper without being drawn again, and no mermaid comes along`, async ({ page }) => {
    await withNames(page.context())
    expect(byMermaid.length).toBeGreaterThan(0)
    for (const { id } of byMermaid) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await lecture.openSlide(page, lang, id)
      const svg = currentSlide(page).locator('.framework .diagram svg[id^="drawing-here-"]')
      await expect(svg, id).toBeVisible()
      const drawn = (await svg.getAttribute('id'))!
      for (const theme of ['light', 'dark', 'print'] as const) {
        if (theme === 'print') await page.evaluate(() => { document.documentElement.className = 'print' })
        else await page.emulateMedia({ colorScheme: theme })
        await expect(page.locator('html'), `${id} in ${theme}`).toHaveClass(new RegExp(theme === 'light' ? '^(?!.*dark)' : theme))
        expect(await svg.getAttribute('id'), `${id} is drawn anew for ${theme}`).toBe(drawn)
        const foreign = await svg.evaluate((svg, tokens) => {
          const probe = document.body.appendChild(document.createElement('i'))
          probe.style.transition = 'none'
          const allowed = new Set(['none', 'rgba(0, 0, 0, 0)', ...tokens.map((token) => { probe.style.color = `var(--${token})`; return getComputedStyle(probe).color })])
          probe.remove()
          const found = new Set<string>()
          for (const element of svg.querySelectorAll('.node > *, .node text, .node tspan, .edgeLabel text, .edgeLabel tspan, .flowchart-link, marker path, .composite')) {
            if (element.matches('g') || element.closest('.clear')) continue
            const { fill, stroke } = getComputedStyle(element)
            for (const colour of [fill, stroke]) if (!allowed.has(colour) && !colour.startsWith('url(')) found.add(`<${element.tagName} class="${element.getAttribute('class') ?? ''}">: ${colour}`)
          }
          return [...found]
        }, tokens)
        expect(foreign, `${id} in ${theme}: colours that are no token`).toEqual([])
      }
    }
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter(name => /mermaid|dagre|flowDiagram|blockDiagram|elk/i.test(name)))
    expect(loaded).toEqual([])
  })
}

test('what is drawn on some slide is found by walking the decks', () => {
  const there = new Set(lectures.flatMap(({ decks }) => decks).flatMap(({ slides }) => slides.flatMap(({ tags }) => tags.filter(isDrawn).map(({ name }) => name))))
  expect([...there]).toEqual(expect.arrayContaining(['Framework', 'Exercise', 'CorridorMap', 'Chart', 'Explorer']))
})
