import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import type { Finding } from './measure.ts'

const library = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'build')
const origin = 'http://look.invalid'

const opens = `<!doctype html><meta charset="utf-8"><title>PDF</title><script type="module">
import { getDocument, GlobalWorkerOptions } from '/pdf.mjs'
GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs'
window.openPdf = await getDocument({ url: '/file.pdf' }).promise
</script>`

export interface PdfPage { number: number, png: Buffer, findings: Finding[] }

/** Each page of a PDF as a picture, with what is wrong with it. Drawn by pdf.js in the browser that is open anyway; nothing is fetched. */
export async function pdfPages(context: BrowserContext, pdf: Buffer): Promise<PdfPage[]> {
  const page = await context.newPage()
  await page.route(`${origin}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '') return route.fulfill({ contentType: 'text/html', body: opens })
    if (name === 'file.pdf') return route.fulfill({ contentType: 'application/pdf', body: pdf })
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(join(library, name)) })
  })
  try {
    await page.goto(`${origin}/`)
    await page.waitForFunction(() => 'openPdf' in window, undefined, { timeout: 60_000 })
    const count = await page.evaluate(() => (window as unknown as { openPdf: { numPages: number } }).openPdf.numPages)
    const pages: PdfPage[] = []
    for (let number = 1; number <= count; number++) {
      const { picture, letters, outside, inked } = await page.evaluate(async (wanted) => {
        const one = await (window as unknown as { openPdf: { getPage: (number: number) => Promise<any> } }).openPdf.getPage(wanted) // eslint-disable-line @typescript-eslint/no-explicit-any -- pdf.js in the page
        const view = one.getViewport({ scale: 1 })
        const canvas = document.createElement('canvas')
        canvas.width = view.width
        canvas.height = view.height
        await one.render({ canvas, viewport: view }).promise
        const { items } = await one.getTextContent() as { items: { str: string, transform: number[], width: number }[] }
        const texts = items.filter(item => item.str?.trim())
        const data = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data
        let dark = 0
        for (let index = 0; index < data.length; index += 4) if (data[index]! + data[index + 1]! + data[index + 2]! < 600) dark++
        return {
          picture: canvas.toDataURL('image/png').split(',')[1]!,
          letters: texts.map(({ str }) => str).join('').length,
          outside: texts.filter(({ transform, width }) => transform[4]! < -1 || transform[5]! < -1 || transform[4]! + width > view.width + 1 || transform[5]! > view.height + 1).map(({ str }) => str),
          inked: dark,
        }
      }, number)
      pages.push({
        number, png: Buffer.from(picture, 'base64'),
        findings: [
          ...letters < 8 || inked < 50 ? [{ kind: 'empty' as const, message: 'the page is empty' }] : [],
          ...outside.map(text => ({ kind: 'outside' as const, message: `“${text}” is outside the page` })),
        ],
      })
    }
    return pages
  }
  finally { await page.close() }
}
