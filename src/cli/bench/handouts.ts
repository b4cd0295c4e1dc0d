import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { changeWord } from './built.ts'
import { needsProc, run } from './processes.ts'
import { type Bench, type Workshop, inTurn } from './workshop.ts'

/** Pages of a PDF. */
async function pagesOf(path: string): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  try { return pdf.numPages }
  finally { await pdf.destroy() }
}

interface Printed { seconds: number, peak?: number | undefined, pages: number }

/** `npm run handouts` of the copy with nothing printed before. */
async function handouts(workshop: Workshop, options: string[], watched = false): Promise<Printed> {
  const out = workshop.folder('handouts')
  rmSync(out, { recursive: true, force: true })
  // A deck whose word was changed for a bench may have more words on a slide than fit: it is printed all the same.
  const { seconds, peak } = await workshop.without('handouts', () => run(['bootstrap.mjs', 'handouts', '--course', workshop.own, '--out', out, ...options], { watched }))
  let pages = 0
  for (const name of readdirSync(out)) pages += await pagesOf(join(out, name))
  return { seconds, peak, pages }
}

export const paper: Bench = {
  name: 'handouts',
  rows: () => [
    { id: 'handouts/slides', what: 'handout of the slides, slides a second', unit: '/s', how: 'npm run handouts --kind slides of the first lecture in English, its paper built before and nothing printed, slides by seconds; beside it slidev export of the same deck into one PDF, run with a package that stands for playwright-chromium and our browser.', goals: [{ of: 'ratio', least: 3 }] },
    { id: 'handouts/slides-word', what: '… after one word was changed in the deck', unit: '/s', how: 'The same, the deck being built again with another headline.', goals: [] },
    { id: 'handouts/all-pages', what: 'all handouts of one lecture, pages a second', unit: '/s', how: 'npm run handouts of the first lecture, both languages, its paper built before and nothing printed; beside it the pages (slides) a second of slidev export.', goals: [{ of: 'ratio', least: 3 }] },
    { id: 'handouts/all-seconds', what: 'all handouts of one lecture', unit: 's', how: 'The same, seconds.', goals: [{ of: 'ours', most: 30 }] },
    { id: 'handouts/memory', what: 'all handouts of all finished lectures, most memory', unit: 'MB', how: 'The most that all processes held at a time, browser included, proportional set sizes, looked at every half second.', goals: [{ of: 'ours', most: 3000 }] },
    { id: 'handouts/growth', what: '… beside those of one lecture', unit: 'MB', how: 'The most memory with all finished lectures, beside the most with one.', goals: [{ of: 'ratio', most: 1.1 }] },
  ],
  async measure(workshop) {
    const { first, own } = workshop
    const deck = join(own, 'slides', `${first}.en.md`)
    const pdf = join(workshop.folder('export'), 'slides.pdf')
    const slides = ['--lecture', first, '--lang', 'en', '--kind', 'slides']
    workshop.said('the paper, built')
    await handouts(workshop, [])
    await workshop.slidevExport(deck, pdf, own)
    const count = await pagesOf(pdf)
    const found = await inTurn(workshop.samples, {
      ours: async () => { workshop.said('handout of the slides'); return count / (await handouts(workshop, slides)).seconds },
      exported: async () => { workshop.said('slidev export'); return count / (await workshop.slidevExport(deck, pdf, own)).seconds },
    })
    const ofOne: Printed[] = []
    const ofAll: Printed[] = []
    await inTurn(Math.min(workshop.samples, 2), {
      one: async () => { workshop.said('all handouts of one lecture'); return ofOne.push(await handouts(workshop, ['--lecture', first], true)) },
      all: async () => { workshop.said('all handouts'); return ofAll.push(await handouts(workshop, [], true)) },
    })
    const word = await inTurn(Math.min(workshop.samples, 2), { ours: async () => { workshop.said('handout after one word was changed'); changeWord(deck); return count / (await handouts(workshop, slides)).seconds } })
    const peaks = (all: Printed[]) => all.flatMap(({ peak }) => peak ?? [])
    const memory = peaks(ofOne).length && peaks(ofAll).length
    return {
      'handouts/slides': { ours: found.ours, ordinary: found.exported },
      'handouts/slides-word': { ours: word.ours, ordinary: found.exported },
      'handouts/all-pages': { ours: ofOne.map(({ pages, seconds }) => pages / seconds), ordinary: found.exported },
      'handouts/all-seconds': { ours: ofOne.map(({ seconds }) => seconds) },
      'handouts/memory': memory ? { ours: peaks(ofAll) } : needsProc,
      'handouts/growth': !memory ? needsProc : workshop.lectures.length < 2 ? 'the course has one finished lecture' : { ours: peaks(ofAll), ordinary: peaks(ofOne) },
    }
  },
}
