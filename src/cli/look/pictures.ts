import { writeFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'

export interface Picture { name: string, png: Buffer }

/** Pictures side by side with their names, as one file; long ones are cut by whoever made them. */
export async function contactSheet(context: BrowserContext, path: string, title: string, pictures: Picture[], columns: number, width: number): Promise<void> {
  const page = await context.newPage()
  try {
    await page.setViewportSize({ width: columns * (width + 12) + 12, height: 600 })
    const figures = pictures.map(({ name, png }) => `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`)
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>
      body { margin: 0; padding: 12px; background: #8b9297; font: 14px/20px sans-serif; display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: 12px; align-items: start }
      h1 { grid-column: 1 / -1; margin: 0; font-size: 18px } figure { margin: 0 } img { display: block; width: 100% }
    </style><h1>${title}</h1>${figures.join('')}`)
    await page.evaluate(() => Promise.all([...document.images].map(image => image.decode())))
    await writeFile(path, await page.screenshot({ fullPage: true }))
  }
  finally { await page.close() }
}

/** A page of any height, in pieces of at most `high` px: a browser draws no picture of more than 16384. */
export async function inPieces(page: Page, high: number): Promise<Buffer[]> {
  const { width, height } = await page.evaluate(() => ({ width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight }))
  const pieces: Buffer[] = []
  for (let y = 0; y < height; y += high)
    pieces.push(await page.screenshot({ fullPage: true, clip: { x: 0, y, width, height: Math.min(high, height - y) } }))
  return pieces
}

/** Everything that is still coming: fonts, diagrams being drawn, what a practice page lays out when it is idle, pictures; then two quiet frames. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .practice .is-far'), undefined, { timeout: 20_000 }).catch(() => {})
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await document.fonts.ready
  })
}
