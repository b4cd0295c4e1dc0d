import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { languages } from '#schema'
import { filesIn, sizeOf } from '../build/site.ts'
import { fontsSaid } from './ordinary.ts'
import { needsProc } from './processes.ts'
import { type Bench, type Found, type Workshop, inTurn, there } from './workshop.ts'

const most = { en: { kilobytes: 400, ratio: 0.8 }, zh: { kilobytes: 750, ratio: 1.3 } }

/** What a browser fetches until it wants nothing more for half a second, in kB, each file by gzip -9 where that is less. */
async function fetched(workshop: Workshop, address: string): Promise<number> {
  const page = await workshop.page()
  try {
    const bodies: Promise<Buffer>[] = []
    const away: string[] = []
    page.on('response', response => { if (response.ok()) bodies.push(response.body()) })
    page.on('request', request => { if (!/^(http:\/\/localhost[:/]|data:|blob:)/.test(request.url())) away.push(request.url()) })
    await page.goto(address, { waitUntil: 'networkidle' })
    if (away.length) throw new Error(`${address} asks the network for ${away[0]}`)
    return (await Promise.all(bodies)).reduce((sum, body) => sum + Math.min(body.length, gzipSync(body, { level: 9 }).length), 0) / 1000
  }
  finally { await page.context().close() }
}

export const firstSlide: Bench = {
  name: 'first-slide',
  rows: lectures => lectures.flatMap(lecture => languages.map(lang => ({
    id: `first-slide/${lecture}.${lang}`, what: `first slide of ${lecture}.${lang}, all that is fetched, gzip`, unit: 'kB',
    how: `The built deck opened with an empty cache until the network is idle, each file by gzip -9; beside it a plain deck of the same words, built by slidev build: ${fontsSaid}.`,
    goals: [{ of: 'ours', most: most[lang].kilobytes }, { of: 'ratio', most: most[lang].ratio }],
  }))),
  async measure(workshop) {
    const site = await workshop.serve(await workshop.site())
    const found: Found = {}
    for (const lecture of workshop.lectures) for (const lang of languages) {
      const deck = `${lecture}.${lang}`
      const ordinarySite = await workshop.serve(await workshop.ordinarySite(deck))
      found[`first-slide/${deck}`] = await inTurn(workshop.samples, {
        ours: () => fetched(workshop, `${site}/slides/${deck}/`),
        ordinary: () => fetched(workshop, `${ordinarySite}/`),
      })
    }
    return found
  },
}

/** Hashes in file names: "chart-B6S6o5ax.js", "B6S6o5ax.css", "fonts.0f3a9c2b.css" */
const hashed = /(?<=[-./"'])[\w-]{8}(?=\.(?:js|css|woff2|svg)\b)|(?<=\.)[0-9a-f]{8,}(?=\.\w)/g

/** Kilobytes of files that stand there once more: byte for byte, or but for hashes in the names of the files they ask for. */
export function storedTwice(files: readonly { text: Buffer }[], butForNames: boolean): number {
  const seen = new Set<string>()
  let bytes = 0
  for (const { text } of files) {
    const hash = createHash('sha256').update(butForNames ? text.toString('latin1').replace(hashed, '') : text).digest('hex')
    if (seen.has(hash)) bytes += text.length
    seen.add(hash)
  }
  return bytes / 1000
}

export const site: Bench = {
  name: 'site',
  rows: () => [
    { id: 'site/size', what: 'site of the finished lectures', unit: 'MB', how: 'All files of the built site; beside it slidev build of the same decks.', goals: [] },
    { id: 'site/twice', what: '… stored twice', unit: 'kB', how: 'Files of the built site that are byte for byte the same as another.', goals: [{ of: 'ours', most: 0 }] },
    { id: 'site/twice-but-for-names', what: '… twice but for hashes in names', unit: 'kB', how: 'Files that are the same as another when the hashes in the names of files they ask for are taken out; those that are the same byte for byte count too.', goals: [{ of: 'ours', most: 0 }] },
  ],
  async measure(workshop) {
    const folder = await workshop.site()
    const out = workshop.folder('slidev-build')
    await workshop.slidevBuild(workshop.decksOf(workshop.own), out, workshop.own)
    const files = filesIn(folder).map(path => ({ text: readFileSync(path) }))
    return {
      'site/size': { ours: [sizeOf(folder) / 1e6], ordinary: [sizeOf(out) / 1e6] },
      'site/twice': { ours: [storedTwice(files, false)] },
      'site/twice-but-for-names': { ours: [storedTwice(files, true)] },
    }
  },
}

/** Another word on the second slide of a deck: its text after it. */
export const otherWord = (deck: string, word: string): string => deck.replace(/(\n---\n[\s\S]*?\n---\n[\s\S]*?\n# )[^\n]*/, (_, before: string) => `${before}${word}`)

let words = 0
/** Writes a word into a deck that it has never held. */
export function changeWord(path: string): void {
  const before = readFileSync(path, 'utf8')
  const after = otherWord(before, `Word ${++words} ${Date.now()}`)
  if (after === before) throw new Error(`${basename(path)} has no second slide with a headline`)
  writeFileSync(path, after)
}

const cpuSeconds = (ran: { cpu?: number | undefined }) => there(ran.cpu, needsProc)

export const build: Bench = {
  name: 'build',
  rows: () => [
    { id: 'build/cold', what: 'build of the finished lectures, nothing kept', unit: 'CPU s', how: 'npm run build with no built deck, page or diagram under .cache/, CPU seconds of all processes; beside it slidev build of the same decks in one process.', goals: [{ of: 'ratio', most: 1 }] },
    { id: 'build/same', what: 'build, nothing changed', unit: 'CPU s', how: 'The same once more; beside it the build with nothing kept.', goals: [{ of: 'ratio', most: 0.05 }] },
    { id: 'build/word', what: 'build, one word changed in one deck', unit: 'CPU s', how: 'The same after one headline was changed; beside it the build with nothing kept.', goals: [{ of: 'ratio', most: 0.2 }] },
    { id: 'build/word-beside-slidev', what: '… beside slidev build of that deck', unit: 'CPU s', how: 'The same after one headline was changed; beside it slidev build of that deck alone.', goals: [] },
  ],
  async measure(workshop) {
    const root = workshop.own
    const out = workshop.folder('site')
    const bare = workshop.folder('slidev-build')
    const decks = workshop.decksOf(root)
    const cpu = async (work: Promise<{ cpu?: number | undefined }>) => cpuSeconds(await work)
    const found = await inTurn(workshop.samples, {
      cold: () => { workshop.forget(root); workshop.said('build, nothing kept'); return cpu(workshop.build(root, out)) },
      slidev: () => { workshop.said('slidev build'); return cpu(workshop.slidevBuild(decks, bare, root)) },
      same: () => { workshop.said('build, nothing changed'); return cpu(workshop.build(root, out)) },
      word: () => { workshop.said('build, one word changed'); changeWord(decks[0]!); return cpu(workshop.build(root, out)) },
      slidevOne: () => cpu(workshop.slidevBuild(decks.slice(0, 1), bare, root)),
    })
    rmSync(bare, { recursive: true, force: true })
    return {
      'build/cold': { ours: found.cold, ordinary: found.slidev },
      'build/same': { ours: found.same, ordinary: found.cold },
      'build/word': { ours: found.word, ordinary: found.cold },
      'build/word-beside-slidev': { ours: found.word, ordinary: found.slidevOne },
    }
  },
}

const lectures = 11

export const buildMany: Bench = {
  name: 'build-many',
  rows: () => [
    { id: 'build-many/seconds', what: `build of ${lectures} lectures, ${2 * lectures} decks, nothing kept`, unit: 's', how: `npm run build of the finished lectures copied to ${lectures} under other ids, with nothing kept; once.`, goals: [{ of: 'ours', most: 300 }] },
    { id: 'build-many/memory', what: '… most memory', unit: 'MB', how: 'The most that all its processes held at a time, proportional set sizes, looked at every half second.', goals: [{ of: 'ours', most: 2000 }] },
    { id: 'build-many/size', what: '… site', unit: 'MB', how: 'All files of that site.', goals: [] },
    { id: 'build-many/twice', what: '… stored twice', unit: 'kB', how: 'Files of that site that are byte for byte the same as another; copies of a lecture say the same, so some are.', goals: [] },
  ],
  async measure(workshop) {
    const root = workshop.copy('many', lectures)
    const out = workshop.folder('many-site')
    workshop.forget(root)
    workshop.said(`build of ${lectures} lectures`)
    const { seconds, peak } = await workshop.build(root, out, true)
    const files = filesIn(out).map(path => ({ text: readFileSync(path) }))
    const size = sizeOf(out) / 1e6
    workshop.forget(root)
    rmSync(out, { recursive: true })
    return {
      'build-many/seconds': { ours: [seconds] },
      'build-many/memory': peak === undefined ? needsProc : { ours: [peak] },
      'build-many/size': { ours: [size] },
      'build-many/twice': { ours: [storedTwice(files, false)] },
    }
  },
}
