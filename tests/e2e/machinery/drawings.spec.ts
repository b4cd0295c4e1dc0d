// What is drawn, as a student gets it: measured line by line and box by box, at every click, in both languages and themes, on slides,
// on the practice page of a computer and of a telephone. Paper is measured by `npm run handouts` itself (tests/built/handouts.test.ts).
import type { Page } from '@playwright/test'
import { formOf } from '#models'
import { figureTags, type Language, type Slide } from '#schema'
import { type MeasureOptions, measure } from '../../../src/cli/look/measure.ts'
import { type Lecture, course, currentSlide, expect, layOutWhole, lectures, test } from './site.ts'

/** In px of the 980 canvas, and of a page. */
const least = { slide: 18, page: 16 }
/** What an answer of an exercise is drawn with stands beside the figures of the slides. */
const drawnTags = [...figureTags, 'Framework', 'Exercise'] as const
const tokens = ['paper', 'slip', 'ink', 'ink2', 'line', 'hair', 'on-ink', 'corner-s', 'corner-c', 'corner-g', 'corner-letter']
const isDrawn = ({ name }: Slide['tags'][number]) => (drawnTags as readonly string[]).includes(name)
const isMermaid = ({ name, attributes }: Slide['tags'][number]) => name === 'Framework' && formOf(course.frameworks[attributes['id']!]!, attributes['as']) === 'mermaid'

/** Everything that is still coming: drawings, charts, fonts; then two quiet frames. */
async function settled(page: Page) {
  await expect(page.locator('#slide-content section.slide:visible [aria-busy=true], main [aria-busy=true]')).toHaveCount(0)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** What is found in the slide that the audience sees, in each theme. Colours are tokens: a theme is a class, and nothing is laid out anew. */
async function foundOnSlide(page: Page, where: string): Promise<string[]> {
  await settled(page)
  await currentSlide(page).evaluate((slide) => { slide.id = 'slide-measured' })
  const options: MeasureOptions = { root: '#slide-measured', is: 'slide', least: least.slide, leastCited: 14 }
  const found: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.locator('html')).toHaveClass(theme === 'light' ? /^(?!.*dark)/ : /dark/)
    found.push(...(await page.evaluate(measure, options)).map(({ message }) => `${where}, ${theme}: ${message}`))
  }
  await page.evaluate(() => document.getElementById('slide-measured')?.removeAttribute('id'))
  return found
}

/** The step that Slidev is at, and whether there is another. */
const clicksOf = (page: Page) => page.evaluate(() => Number(new URLSearchParams(location.hash.split('?')[1] ?? '').get('clicks') ?? 0))

async function foundAtEveryClick(page: Page, lecture: Lecture, lang: Language, slide: Slide): Promise<string[]> {
  const found: string[] = []
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await lecture.openSlide(page, lang, slide.id)
  for (let click = 0; ; click++) {
    found.push(...await foundOnSlide(page, `${slide.id}, click ${click}`))
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('ArrowRight')
    await settled(page)
    if (!page.url().includes(`#/${slide.id}`) || await clicksOf(page) <= click) return found
  }
}

for (const lecture of lectures) for (const { lang, slides } of lecture.decks) {
  const shown = slides.filter(slide => slide.tags.some(isDrawn))
  test(`${lecture.id}.${lang}: on each slide that draws, at each click, in light and dark, no word lies on another, leaves its box, is cut off or small, and no line runs behind a box`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.context().addInitScript('globalThis.__name = value => value')
    const found: string[] = []
    expect(shown.length).toBeGreaterThan(10)
    for (const slide of shown) found.push(...await foundAtEveryClick(page, lecture, lang, slide))
    expect(found).toEqual([])
  })

  test(`${lecture.id}.${lang}: the same on the practice page, on a screen of 980 and on a telephone of 360`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.context().addInitScript('globalThis.__name = value => value')
    const found: string[] = []
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 980, height: 900 })
    await lecture.openPractice(page, lang)
    await layOutWhole(page)
    const figures = slides.flatMap(({ tags }) => tags).filter(({ name }) => (figureTags as readonly string[]).includes(name))
    // and the map of all its routes, where the lecture has any
    const hasRoutes = Object.keys(course.routes).some(id => id.startsWith(`${lecture.id}/`))
    await expect(page.locator('[data-figure]'), 'figures of the slides').toHaveCount(figures.length + Number(hasRoutes))
    for (const width of [980, 360]) {
      await page.setViewportSize({ width, height: 900 })
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        await settled(page)
        const options: MeasureOptions = { root: 'body', is: 'page', least: least.page, leastCited: 14 }
        found.push(...(await page.evaluate(measure, options)).map(({ message }) => `at ${width} px, ${theme}: ${message}`))
      }
    }
    expect(found).toEqual([])
  })

  const byMermaid = slides.filter(slide => slide.tags.some(isMermaid))
  test(`${lecture.id}.${lang}: what mermaid drew takes the colours of light, dark and paper without being drawn again, and no mermaid comes along`, async ({ page }) => {
    await page.context().addInitScript('globalThis.__name = value => value')
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
