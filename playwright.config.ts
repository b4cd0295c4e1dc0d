import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { defineConfig } from '@playwright/test'
import { launchOptions } from './src/browser.ts'
import { courseRoot, houseRoot, madeOf } from './src/course/roots.ts'

/**
 * Two built sites, each the subject of a project: `npm test` builds them and names ports and folders; `npx playwright test --project
 * machinery` by itself serves what `npm run build -- --course tests/fixture-course` left.
 */
const sites = {
  /** Whatever belongs to a kind, a figure, a layout or a page: tried once, on the invented course. */
  machinery: { dir: process.env.COURSE_FIXTURE_SITE ?? madeOf('dist', join(houseRoot, 'tests/fixture-course')), port: Number(process.env.COURSE_FIXTURE_PORT ?? 4174) },
  /** What stands in a lecture's own files: walked, for each lecture. */
  lectures: { dir: process.env.COURSE_SITE ?? madeOf('dist', courseRoot()), port: Number(process.env.COURSE_SITE_PORT ?? 4173) },
}
const addressOf = (port: number) => `http://localhost:${port}/`

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  projects: Object.entries(sites).map(([name, { port }]) => ({ name, testDir: `tests/e2e/${name}`, use: { baseURL: addressOf(port) } })),
  // Two cores; a page of slides is heavy enough without a third.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Generous: the machine may be doing other things as well.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.COURSE_REPORT ? [['json', { outputFile: process.env.COURSE_REPORT }]] : [['list']],
  use: {
    launchOptions: await launchOptions(),
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    // A trace of every test costs more than the tests: COURSE_TRACE=1 npx playwright test -g 'the one that fails'
    trace: process.env.COURSE_TRACE ? 'on' : 'off',
    screenshot: 'only-on-failure',
  },
  // A site that was not built is served by nobody: the tests of its project then fail at their first address.
  webServer: Object.values(sites).filter(({ dir }) => existsSync(join(dir, 'index.html'))).map(({ dir, port }) => ({
    command: `node bootstrap.mjs preview --dir "${dir}" --port ${port}`,
    url: `${addressOf(port)}en/`,
    reuseExistingServer: !process.env.COURSE_REPORT,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 3000 },
  })),
})
