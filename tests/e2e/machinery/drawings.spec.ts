// What mermaid has drawn, as a student gets it. That words keep apart and in their boxes, at every click, in both languages and themes, on
// slides and on the practice page, is measured where the decks are walked (tests/e2e/lectures): the invented lecture's too, under another
// id, in the step "a copied lecture". Paper is measured by `npm run handouts` itself (tests/built/handouts.test.ts).
import { formOf } from '#models'
import { figureTags } from '#course/tags'
import type { Slide } from '#schema'
import { withNames } from '../../../src/cli/look/slides.ts'
import { course, currentSlide, expect, lectures, test } from './site.ts'

/** What an answer of an exercise is drawn with stands beside the figures of the slides. */
const drawnTags = [...figureTags, 'Framework', 'Exercise'] as const
const tokens = ['paper', 'slip', 'ink', 'ink2', 'line', 'hair', 'on-ink', 'mark-square', 'mark-circle', 'mark-diamond', 'mark-letter']
const isDrawn = ({ name }: Slide['tags'][number]) => (drawnTags as readonly string[]).includes(name)
const isMermaid = ({ name, attributes }: Slide['tags'][number]) => name === 'Framework' && formOf(course.frameworks[attributes['id']!]!, attributes['as']) === 'mermaid'

for (const lecture of lectures) for (const { lang, slides } of lecture.decks) {
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
