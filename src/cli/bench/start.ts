import { type ChildProcess, spawn } from 'node:child_process'
import { dirname, relative } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import { courseRoot, houseRoot } from '#course/roots'
import { freePort } from '../server/listen.ts'
import { memoryOf, needsProc } from './processes.ts'
import { type Bench, type Workshop, inTurn, shownSlide } from './workshop.ts'

/** Seconds after which nothing is waited for any longer. */
const patience = 180

interface Started { answers: number, painted: number, memory?: number | undefined, otherLanguage?: number, otherLecture?: number, memoryOfTwo?: number | undefined }

/** A server from its start until its first slide is painted; `then` goes on with it. All in seconds and MB. */
async function started(workshop: Workshop, args: string[], address: (port: number) => string, then: (page: Page, server: ChildProcess, found: Started) => Promise<void> = async () => {}, cwd = houseRoot): Promise<Started> {
  const port = await freePort()
  const page = await workshop.page()
  const began = performance.now()
  const since = () => (performance.now() - began) / 1000
  const server = spawn(process.execPath, args.map(arg => arg.replace('PORT', String(port))), { cwd, env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => { said = (said + chunk).slice(-2000) })
  try {
    const url = address(port)
    const [answers, painted] = await Promise.all([untilDeck(url, since, server), slideIn(page, url, since, server)])
    const found: Started = { answers, painted, memory: memoryOf(server.pid!) }
    await then(page, server, found)
    return found
  }
  catch (error) {
    throw new Error(`${args.slice(0, 2).map(arg => relative(houseRoot, arg) || arg).join(' ')}: ${(error as Error).message}. It said: ${said.trim().split('\n').slice(-4).join(' / ')}`)
  }
  finally {
    await page.context().close()
    await new Promise<void>((resolve) => {
      if (server.exitCode !== null || server.signalCode !== null) return resolve()
      server.on('exit', () => resolve())
      server.kill('SIGTERM')
      setTimeout(() => server.kill('SIGKILL'), 5000).unref()
    })
  }
}

/** Seconds until the address answers 200 with a deck; our server says "starting" at it before. */
async function untilDeck(url: string, since: () => number, server: ChildProcess): Promise<number> {
  while (since() < patience && server.exitCode === null) {
    const text = await fetch(url, { headers: { accept: 'text/html' } }).then(answer => answer.ok ? answer.text() : '', () => '')
    if (/id="app"/.test(text)) return since()
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`no deck answered at ${url} within ${patience} s`)
}

/** Seconds until a slide with words on it is painted in `page`. */
async function slideIn(page: Page, url: string, since: () => number, server: ChildProcess): Promise<number> {
  // A page that asked again and again would take from the server what it measures.
  while (since() < patience && server.exitCode === null && !await fetch(url).then(() => true, () => false)) await new Promise(resolve => setTimeout(resolve, 100))
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(selector => (document.querySelector<HTMLElement>(`${selector} h1`)?.innerText.length ?? 0) > 0, shownSlide, { timeout: (patience - since()) * 1000, polling: 'raf' })
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => { setTimeout(resolve) })))
  return since()
}

export const start: Bench = {
  name: 'start',
  rows: () => [
    { id: 'start/answers', what: 'npm start, warm: the deck answers 200', unit: 's', how: 'From the start of npm start, packages prepared by a start before, until the address of the first lecture gives its deck; beside it npx slidev with the plain deck of the same words.', goals: [{ of: 'ratio', most: 1.2 }] },
    { id: 'start/painted', what: 'npm start, warm: first slide painted', unit: 's', how: 'The same, until a browser that opens the address as soon as it can has painted its headline.', goals: [{ of: 'ratio', most: 1.2 }] },
    { id: 'start/memory', what: 'npm start, memory, one deck', unit: 'MB', how: 'Proportional set sizes of all its processes, at the moment when the first slide is painted; beside it those of npx slidev.', goals: [{ of: 'ratio', most: 1.2 }] },
    { id: 'start/other-language', what: 'the deck in the other language, opened 30 s later', unit: 's', how: 'In the same npm start, from opening its address to its first slide painted.', goals: [{ of: 'ours', most: 5 }] },
    { id: 'start/memory-two', what: 'npm start, memory, two decks', unit: 'MB', how: 'Proportional set sizes of all its processes, with the deck in both languages.', goals: [] },
    { id: 'start/other-lecture', what: 'a deck of another lecture, opened then', unit: 's', how: 'In the same npm start, from opening its address to its first slide painted; nothing of it was made ready.', goals: [{ of: 'ours', most: 5 }] },
  ],
  async measure(workshop) {
    const [lecture, other] = workshop.lectures as [string, string?]
    const plain = await workshop.ordinaryDeck(`${lecture}.en`)
    const at = (deck: string) => (port: number) => `http://localhost:${port}/slides/${deck}/`
    const opened = async (page: Page, deck: string, server: ChildProcess) => {
      const began = performance.now()
      return slideIn(page, new URL(`../${deck}/`, page.url().replace(/#.*/, '')).href, () => (performance.now() - began) / 1000, server)
    }
    const ours = (whole: boolean) => started(workshop, ['bootstrap.mjs', 'start', ...courseRoot() === houseRoot ? [] : ['--course', courseRoot()], '--lecture', lecture, '--lang', 'en', '--no-open', '--port', 'PORT'], at(`${lecture}.en`), async (page, server, found) => {
      if (!whole) return
      await page.waitForTimeout(30_000)
      found.otherLanguage = await opened(page, `${lecture}.zh`, server)
      found.memoryOfTwo = memoryOf(server.pid!)
      if (other !== undefined) found.otherLecture = await opened(page, `${other}.en`, server)
    })
    const ordinary = () => started(workshop, workshop.slidev(plain, 0).map(arg => arg === '0' ? 'PORT' : arg), port => `http://localhost:${port}/`, undefined, dirname(plain))
    workshop.said('each once, so that its packages are prepared')
    await ours(true)
    await ordinary()
    const [mine, theirs]: [Started[], Started[]] = [[], []]
    await inTurn(workshop.samples, {
      // Half a minute of waiting: the further decks are opened once.
      ours: async () => { workshop.said('npm start'); return mine.push(await ours(mine.length === 0)) },
      ordinary: async () => { workshop.said('npx slidev'); return theirs.push(await ordinary()) },
    })
    const of = (all: Started[], name: keyof Started) => all.flatMap(one => one[name] ?? [])
    const memory = mine[0]!.memory !== undefined
    return {
      'start/answers': { ours: of(mine, 'answers'), ordinary: of(theirs, 'answers') },
      'start/painted': { ours: of(mine, 'painted'), ordinary: of(theirs, 'painted') },
      'start/memory': memory ? { ours: of(mine, 'memory'), ordinary: of(theirs, 'memory') } : needsProc,
      'start/other-language': { ours: of(mine, 'otherLanguage') },
      'start/memory-two': memory ? { ours: of(mine, 'memoryOfTwo') } : needsProc,
      'start/other-lecture': other === undefined ? 'the course has one finished lecture' : { ours: of(mine, 'otherLecture') },
    }
  },
}
