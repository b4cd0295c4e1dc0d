// Every drawing of every deck, measured at the width a slide gives it; a browser draws and measures.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCourse } from '#course/disk'
import { drawingsOf } from '#course/drawings'
import { drawnIn } from '#course/drawn'
import { frameworksDrawn } from '#course/frameworks-drawn'
import { formOf } from '#models'
import type { Language } from '#schema'
import { measure } from '../look/measure.ts'
import { drawOne, drawUndrawn, undrawn, withPage } from './draw.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const course = readCourse(root)
const style = /<style>([\s\S]*)<\/style>/.exec(readFileSync(`${root}components/Framework/Framework.vue`, 'utf8'))![1]!

let page: Page
let end = () => {}
let closed: Promise<void>
beforeAll(async () => {
  expect(await drawUndrawn(course)).toEqual([])
  await new Promise<void>((ready, failed) => {
    closed = withPage(course, (opened) => {
      page = opened
      ready()
      return new Promise<void>(resolve => { end = resolve })
    })
    closed.catch(failed)
  })
}, 120_000)
afterAll(async () => { end(); await closed })

/** What is found when the drawing stands on a slide, 888 px wide. */
async function found(svg: string, lang: Language): Promise<string[]> {
  await page.evaluate(async ({ svg, style, lang }) => {
    document.documentElement.lang = lang
    document.body.innerHTML = `<style>${style}</style><div class="slide" style="inline-size: 980px; block-size: 551px"><figure class="framework as-mermaid" style="inline-size: 888px; margin: 60px 46px"><div class="diagram">${svg}</div></figure></div>`
    await Promise.all(['400', '600'].map(weight => document.fonts.load(`${weight} 20px ${getComputedStyle(document.documentElement).getPropertyValue('--sans')}`, document.body.textContent ?? '')))
  }, { svg, style, lang: lang === 'zh' ? 'zh-CN' : 'en' })
  return (await page.evaluate(measure, { root: '.slide', is: 'slide' as const, least: 18, leastCited: 18 })).map(({ message }) => message)
}

describe('a drawing', () => {
  const drawings = course.decks.flatMap(({ lecture, lang }) => drawingsOf(course, lecture, lang))
  it('is kept for every framework that a deck shows as mermaid, or that its practice page has', () => {
    expect(undrawn(course)).toEqual([])
    const onPages = (of: typeof course) => [...new Set(of.decks.flatMap(({ lecture }) => frameworksDrawn(of, lecture)))]
    const onSlides = ({ decks, frameworks }: typeof course) => decks.flatMap(deck => deck.slides.flatMap(slide => slide.tags)).filter(({ name, attributes }) => name === 'Framework' && formOf(frameworks[attributes['id']!]!, attributes['as']) === 'mermaid').map(({ attributes }) => attributes['id'])
    const shownIn = (of: typeof course) => new Set([...onSlides(of), ...onPages(of)])
    const keptFor = (of: typeof course) => new Set(of.decks.flatMap(({ lecture, lang }) => drawingsOf(of, lecture, lang)).map(({ framework }) => framework))
    expect(keptFor(course)).toEqual(shownIn(course))
    // A lecture may have all its frameworks laid by hand; the invented one has not.
    const invented = readCourse(`${root}tests/fixture-course`)
    expect(onSlides(invented).length).toBeGreaterThan(0)
    expect(onPages(invented)).toEqual(['salt/bargain', 'salt/ending', 'salt/watches'])
    expect(keptFor(invented)).toEqual(shownIn(invented))
  })
  it.each(drawings.map(({ framework, lang, step, domain, text }) => [[framework, lang, domain, step].filter(Boolean).join(' '), text, lang] as const))('%s: no text leaves its box, nothing overlaps, nothing is cut off, nothing is small', async (_, text, lang) => {
    expect(await found(drawnIn(root).find(text)!, lang)).toEqual([])
  })
})

describe('a planted fault is found', () => {
  const flow = (name: string) => `flowchart LR\nnode1["${name}"]\nnode2["Short"]\nnode1 -->|"leads to"| node2`
  it('is none at first', async () => expect(await found(await drawOne(page, flow('Middle'), 'en'), 'en')).toEqual([]))
  it('names so long that the whole is drawn small', async () => {
    const text = `${flow('An institutional arrangement')}\nnode2 -->|"an institutional arrangement"| node3["An institutional arrangement"] -->|"a security guarantee"| node4["An institutional arrangement"]`
    expect(await found(await drawOne(page, text, 'en'), 'en')).toEqual(expect.arrayContaining([expect.stringMatching(/“Short” is 1\d\.\d px, the least is 18/)]))
  })
  it.each([['en', 'Middle', 'A middle far too long'], ['zh', '中间', '中间走廊治理三角']] as const)('a name that outgrew its box (%s)', async (lang, name, longer) => {
    const svg = await drawOne(page, flow(name), lang)
    expect(svg).toContain(`>${name}<`)
    expect(await found(svg.replace(`>${name}<`, `>${longer}<`), lang)).toEqual(expect.arrayContaining([expect.stringMatching(/too wide or high for its box/)]))
  })
  it('a label on a box', async () => {
    const text = 'block-beta\ncolumns 3\nnode1["One"] space node2["Two"]\nnode1 -- "a label that is far wider than the room between" --- node2'
    expect(await found(await drawOne(page, text, 'en'), 'en')).toEqual(expect.arrayContaining([expect.stringMatching(/the box of “One” and “a label.*lie on each other/)]))
  })
  it('a line behind a box it does not belong to', async () => {
    const svg = await drawOne(page, 'flowchart LR\nnode1["One"] --> node2["Two"] --> node3["Three"]\nnode1 --> node3', 'en')
    // dagre leads it round the second box; straightened, it runs behind
    const straight = svg.replace(/d="[^"]*"( id="[^"]*L_node1_node3)/, 'd="M160,40L428,40"$1')
    expect(straight).not.toBe(svg)
    expect(await found(svg, 'en')).toEqual([])
    expect(await found(straight, 'en')).toEqual(expect.arrayContaining([expect.stringMatching(/runs behind the box of “Two”/)]))
  })
  it('a text that mermaid refuses', async () => {
    await expect(drawOne(page, 'flowchart LR\na["b" -->', 'en')).rejects.toThrow(/Parse error/)
  })
})
