// `npm start` itself, as a lecturer has it: Slidev's own server behind the course's, the invented course, one deck.
import { spawn, type ChildProcess } from 'node:child_process'
import process from 'node:process'
import { type Browser, type Page, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { houseRoot } from '#course/roots'
import { launchOptions } from '../../src/browser.ts'
import { freePort } from '../../src/cli/server/listen.ts'

let started: ChildProcess
let browser: Browser
let page: Page
let origin: string

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}/`
  const args = ['bootstrap.mjs', 'start', '--course', 'tests/fixture-course', '--lecture', 'salt', '--lang', 'zh', '--port', String(port), '--no-open']
  started = spawn(process.execPath, args, { cwd: houseRoot, stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    started.stdout!.on('data', (chunk: Buffer) => { if (chunk.includes('Ready in')) resolve() })
    started.on('close', code => reject(new Error(`npm start ended with exit code ${code}`)))
  })
  browser = await chromium.launch(await launchOptions())
  page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await page.goto(`${origin}slides/salt.zh/#/presenter/opening`)
  await page.locator('#slide-content section.slide:visible').first().waitFor({ timeout: 120_000 })
})
afterAll(async () => {
  await browser?.close()
  started?.kill()
})

/** What a Chinese text is set in: its signs and figures, and its Han. */
const ours = ['Course Serif zh', 'Course Sans zh', 'Course Han Serif', 'Course Han Sans']
/** Families of which a face has come. */
const faces = () => page.evaluate(async () => {
  await document.fonts.ready
  return [...new Set([...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replace(/["']/g, '')))]
})

it('sets a slide in the fonts of the course', async () => {
  await expect.poll(faces, { timeout: 30_000 }).toEqual(expect.arrayContaining(ours))
})

it('shows the lecturer the note in its parts', async () => {
  const parts = ['讲述', '提问', '预期回答', '过渡']
  for (const part of parts) await page.getByText(part, { exact: true }).first().waitFor()
})

it('sets the practice page in them too', async () => {
  await page.goto(`${origin}practice/salt.zh/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(faces, { timeout: 30_000 }).toEqual(expect.arrayContaining(ours))
})
