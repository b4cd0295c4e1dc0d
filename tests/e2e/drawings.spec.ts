// Diagrams as a student gets them: drawn when the course was built, measured box by box, in the colours of each theme and of paper.
import { measureDrawing } from '../../src/cli/look/drawing.ts'
import { currentSlide, expect, lectures, test } from './site.ts'

/** In px of the 980 canvas. */
const least = 18
const tokens = ['paper', 'slip', 'ink', 'ink2', 'line', 'hair', 'on-ink', 'corner-s', 'corner-c', 'corner-g', 'corner-letter']

for (const lecture of lectures) for (const { lang, slides } of lecture.decks) {
  const shown = slides.filter(slide => slide.tags.some(({ name, attributes }) => name === 'Framework' && attributes['as'] !== 'triangle'))
  if (shown.length) test(`drawings of ${lecture.id}.${lang}: measured, in light, dark and on paper, without mermaid`, async ({ page }) => {
    await page.context().addInitScript('globalThis.__name = value => value')
    for (const { id } of shown) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await lecture.openSlide(page, lang, id)
      const svg = currentSlide(page).locator('.framework .diagram svg[id^="drawing-here-"]')
      await expect(svg, id).toBeVisible()
      const drawn = (await svg.getAttribute('id'))!
      const scale = await currentSlide(page).evaluate(slide => slide.getBoundingClientRect().width / 980)
      for (const theme of ['light', 'dark', 'print'] as const) {
        if (theme === 'print') await page.evaluate(() => { document.documentElement.className = 'print' })
        else await page.emulateMedia({ colorScheme: theme })
        await expect(page.locator('html'), `${id} in ${theme}`).toHaveClass(new RegExp(theme === 'light' ? '^(?!.*dark)' : theme))
        expect(await svg.getAttribute('id'), `${id} is drawn anew for ${theme}`).toBe(drawn)
        expect(await page.evaluate(measureDrawing, { svg: `#${drawn}`, least: least * scale }), `${id} in ${theme}`).toEqual([])
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
