import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Browser, type Page, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchOptions } from '../../browser.ts'
import { type Finding, measure } from './measure.ts'
import { pdfPages } from './pdf.ts'

const root = new URL('../../../', import.meta.url)
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  page = await (await browser.newContext({ viewport: { width: 980, height: 551 } })).newPage()
  // The course's own stylesheets and fonts, from disk.
  await page.route('http://look.invalid/**', async route => {
    const path = new URL(route.request().url()).pathname.slice(1)
    const body = await readFile(fileURLToPath(new URL(path, root))).catch(() => undefined)
    return body ? route.fulfill({ body, contentType: path.endsWith('.css') ? 'text/css' : 'font/woff2' }) : route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html>' })
  })
}, 60_000)
afterAll(() => browser.close())

/** What is found on a slide with this body: a whole slide of the course, head and foot included. */
async function found(body: string, lang = 'en', foot = 'Zhang Zeming 2026'): Promise<Finding[]> {
  await page.goto('http://look.invalid/')
  await page.setContent(`<!doctype html><html lang="${lang}"><meta charset="utf-8"><base href="http://look.invalid/">
    ${['tokens', 'fonts', 'base', 'quiz', 'slides'].map(name => `<link rel="stylesheet" href="styles/${name}.css">`).join('')}
    <style>body { margin: 0 }</style>
    <section class="slide"><div class="running"><p><b>Figure</b></p><p class="lecture">10 Corridor</p></div>
    <div class="body">${body}</div><div class="foot"><div class="source">${foot}</div><p class="page-number">5</p></div></section>`)
  // The stylesheets have come; laying out asks for the fonts of the words that are there.
  await page.waitForLoadState('load')
  await page.evaluate(async () => {
    document.body.getBoundingClientRect()
    await document.fonts.ready
  })
  return page.evaluate(measure, { root: '.slide', is: 'slide' as const, least: 18, leastCited: 14, characters: [[0x20, 0x17F], [0x2010, 0x2030], [0x4E00, 0x9F98]] as [number, number][] })
}

/** Two boxes and a third between them, laid by hand, with a line from the first to the last. */
const laidOut = (way: string, middle = 'Two') => `<figure class="framework"><div class="canvas" style="position: relative"><svg width="600" height="200"><g data-joins="one three"><path class="way" fill="none" stroke="#000" d="${way}" /></g>
  ${['one', 'two', 'three'].map((id, index) => `<rect data-box="${id}" x="${index * 220}" y="20" width="120" height="60" fill="none" />`).join('')}</svg>
  ${[['one', 'One'], ['two', middle], ['three', 'Three']].map(([id, words], index) => `<div data-of="${id}" style="position: absolute; left: ${index * 220}px; top: 20px; width: 120px; height: 60px; font: 20px/60px var(--sans); text-align: center; white-space: nowrap">${words}</div>`).join('')}
  <div data-label="leads" style="position: absolute; left: 200px; top: 140px; font: 20px/24px var(--sans)">leads to</div></div></figure>`
const roundabout = 'M60 80V176H500V80'

const sound = '<h1>Take away any one corner and the corridor fails in its own way</h1><p>A paragraph.</p>'

describe('a slide without a fault', () => {
  for (const [name, body] of Object.entries({
    'a headline and a paragraph': sound,
    'a citation of 14 px': `${sound}<p><span class="cite" style="font-size: 14px">Zhang Zeming 2026, §3</span></p>`,
    'a drawing alone': '<svg width="300" height="200"><circle cx="100" cy="100" r="80" /></svg>',
    'words for those who listen, of 1 px': `${sound}<p class="visually-hidden" style="font-size: 5px">to be heard</p>`,
    'boxes laid by hand, a line round the middle one': `${sound}${laidOut(roundabout)}`,
    'a corner that is not shown yet': `${sound}<svg width="300" height="100"><g style="display: none"><text x="10" y="50" font-size="9">S</text><text x="10" y="50" font-size="9">C</text></g></svg>`,
    'a chain whose line runs to the edges': `${sound}<ol class="chain"><li><b>1991</b> begins</li><li class="here"><b>2026</b> signed</li></ol>`,
    'two lines of one paragraph': `<p style="width: 300px">${'Some words that run over several lines. '.repeat(4)}</p>`,
    'a pin that a reader put on a name': `${sound}<p>A name on a map</p><b data-pin="a" style="display: block; margin-top: -24px">3</b>`,
  })) it(name, async () => expect(await found(body)).toEqual([]))
})

describe('what is too low on a slide, and a foot that is no line', () => {
  const line = '<p style="white-space: nowrap">Zhang Zeming 2026, §3.1 ¶2</p>'
  it.each([
    ['a foot of one line', sound, line, []],
    ['a foot of two', sound, '<p>Zhang Zeming 2026,<br>§3.1 ¶2</p>', [/“§3.1 ¶2” ends at y 5\d\d, below 535/, /the foot has a second line: “§3.1 ¶2”/]],
    ['a foot that is too long', sound, `<p style="white-space: nowrap">${'Zhang Zeming 2026, §3.1 ¶2, '.repeat(5)}</p>`, [/outside the canvas/, /lie on each other/, /the foot is \d+ px too long/]],
    ['a body that ends on the rule of the foot', `${sound}<p style="position: absolute; top: 398px; left: 500px">Too low</p>`, line, [/“Too low” ends at y 49\d, on the rule over the foot/]],
    ['the same with no note below', `${sound}<p style="position: absolute; top: 398px; left: 500px">Low enough</p>`, '<p></p>', []],
  ])('%s', async (_, body, foot, messages) => {
    const findings = (await found(body, 'en', foot)).map(({ message }) => message)
    expect(findings.length, findings.join('\n')).toBe(messages.length)
    for (const message of messages) expect(findings.join('\n')).toMatch(message)
  })
})

describe('a planted fault is found, and nothing else', () => {
  for (const [name, kind, message, body] of [
    ['text beyond the right edge', 'outside', /“A line that leaves.*” is \d+ px outside the canvas/, `${sound}<p style="margin-left: 830px; white-space: nowrap">A line that leaves</p>`],
    ['text below the lower edge', 'outside', /outside the canvas/, `${sound}<p style="position: absolute; top: 478px; left: 400px">Too low</p>`],
    ['a picture that leaves the canvas', 'outside', /<svg> is \d+ px outside/, `${sound}<svg width="900" height="100" style="margin-left: 300px"></svg>`],
    ['a box that hides a line', 'outside', /“Hidden” is cut off/, `${sound}<div style="height: 40px; overflow: hidden"><p>Shown</p><p>Hidden</p></div>`],
    ['two paragraphs on each other', 'overlap', /“One paragraph here” and “Another on top” lie on each other/, '<p>One paragraph here</p><p style="margin-top: -24px">Another on top</p>'],
    ['a paragraph on the foot', 'overlap', /“Zhang Zeming 2026”/, `${sound}<p style="position: absolute; top: 436px">A remark that is long enough</p>`],
    ['a text of 17 px', 'small', /“Fine print” is 17.0 px, the least is 18/, `${sound}<p style="font-size: 17px">Fine print</p>`],
    ['a citation of 13 px', 'small', /13.0 px, the least is 14/, `${sound}<p><span class="cite" style="font-size: 13px">Zhang 2026</span></p>`],
    ['a drawing made small, and its letters with it', 'small', /“Baku” is 12.0 px/, `${sound}<svg width="300" height="100" viewBox="0 0 600 200"><text x="10" y="100" font-size="24">Baku</text></svg>`],
    ['a character that no font has', 'glyph', /龘 \(U\+9F98\)|𪚥/u, `${sound}<p>𪚥</p>`],
    ['a face that is not the course’s', 'glyph', /is set in monospace/, `${sound}<p style="font-family: monospace">typed</p>`],
    ['a line behind a box it does not belong to', 'line', /the line between the box of “One” and the box of “Three” runs behind the box of “Two”/, `${sound}${laidOut('M120 50H440')}`],
    ['a line through the label of another', 'line', /runs through “leads to”/, `${sound}${laidOut('M60 80V145H500V80')}`],
    ['a name too long for the box laid for it', 'box', /“A long way round” is \d+ px too wide or high for its box/, `${sound}${laidOut(roundabout, 'A long way round')}`],
    ['words that leave their frame', 'box', /“Far too many words” is \d+ px too wide/, `${sound}<p style="width: 90px; border: 1px solid; white-space: nowrap">Far too many words</p>`],
    ['a slide with nothing on it', 'empty', /the slide is empty/, '<p> </p>'],
  ] as const) {
    it(name, async () => {
      const findings = await found(body)
      expect(findings.map(finding => finding.kind)).toEqual([kind])
      expect(findings[0]!.message).toMatch(message)
    })
  }
})

it('a page too wide for a phone is outside', async () => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.setContent('<!doctype html><style>body { font: 17px "Course Sans" }</style><p>Words</p><p style="width: 400px; background: #eee">A box of 400</p>')
  const findings = await page.evaluate(measure, { root: 'body', is: 'page' as const, least: 16, leastCited: 14, characters: [[0x20, 0x7E]] as [number, number][] })
  expect(findings.map(({ kind }) => kind)).toEqual(['outside'])
  await page.setViewportSize({ width: 980, height: 551 })
})

it('what sticks below a figure covers none of it where no window ends', async () => {
  const measured = async (top: number) => {
    await page.setContent(`<!doctype html><div style="height: ${top}px"></div><section><p>The first reason</p><div style="height: 300px"></div><p style="position: sticky; bottom: 0; background: #eee; margin: 0">It stands</p></section>`)
    return (await page.evaluate(measure, { root: 'body', is: 'page' as const, least: 16, leastCited: 14 })).map(({ message }) => message)
  }
  expect(await measured(2000)).toEqual([expect.stringMatching(/“The first reason” lies behind “It stands”/)])
  // In its window it lies at the window's edge, as it is meant to.
  expect(await measured(510)).toEqual([])
  expect(await measured(0)).toEqual([])
})

it('an empty PDF page and words beyond its edge are found', async () => {
  await page.setContent('<!doctype html><style>@page { size: A5; margin: 0 } div { position: relative; height: 190mm; break-after: page }</style><div>A page of several words. <svg width="40" height="40"><rect width="40" height="40"/></svg></div><div></div><div>Another page of words <svg width="40" height="40"><rect width="40" height="40"/></svg><p style="position: absolute; left: -20px">astray</p></div>')
  const pages = await pdfPages(page.context(), await page.pdf({ preferCSSPageSize: true }))
  expect(pages.slice(0, 3).map(({ findings }) => findings.map(({ kind }) => kind))).toEqual([[], ['empty'], ['outside']])
})
