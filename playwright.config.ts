import process from 'node:process'
import { defineConfig } from '@playwright/test'
import { launchOptions } from './src/browser.ts'

/** The built site: `npm test` builds it and names a port; `npx playwright test` by itself serves what is in dist/. */
const port = Number(process.env.COURSE_SITE_PORT ?? 4173)

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Two cores; a page of slides is heavy enough without a third.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Generous: the machine may be doing other things as well.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.COURSE_REPORT ? [['json', { outputFile: process.env.COURSE_REPORT }]] : [['list']],
  use: {
    baseURL: `http://localhost:${port}/`,
    launchOptions: await launchOptions(),
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    // A trace of every test costs more than the tests: COURSE_TRACE=1 npx playwright test -g 'the one that fails'
    trace: process.env.COURSE_TRACE ? 'on' : 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node bootstrap.mjs preview --port ${port}`,
    url: `http://localhost:${port}/en/`,
    reuseExistingServer: !process.env.COURSE_SITE_PORT,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
  },
})
