import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'vite'
import type { Course } from '#course'
import { builtTags, contentOf, pageHtml, pagesOf, toRoot } from './page-html.ts'
import { type Files, filesInHtml } from './data.ts'
import { type Kept, cacheOf, hashOf, hashOfFiles, namesIn } from './kept.ts'
import { inputsVariable } from './plugins/record-inputs.ts'
import { share, write } from './share.ts'

/** The application of the start and practice pages, built unless the cache has it as it is: it is the same for every course. */
export async function buildPages(house: string): Promise<Kept & { isNew: boolean }> {
  const whole = ['package.json', 'package-lock.json', 'src/cli/build/plugins', 'src/course/plugin.ts', 'src/course/roots.ts', 'pages/vite.config.ts', 'pages/public']
  const cache = cacheOf(house, 'pages', hashOf(JSON.stringify(namesIn(join(house, 'pages'))), hashOfFiles(house, whole)))
  const found = cache.find()
  if (found) return { ...found, isNew: false }
  const workshop = cache.workshop()
  const asked = process.env.NODE_ENV
  // Vue's compiler goes by it, and whoever runs tests has set it otherwise.
  Object.assign(process.env, { [inputsVariable]: workshop, NODE_ENV: 'production' })
  try { await build({ configFile: join(house, 'pages/vite.config.ts'), build: { outDir: join(workshop, 'files') }, logLevel: 'warn' }) }
  finally {
    delete process.env[inputsVariable]
    if (asked === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = asked
  }
  const list = join(workshop, 'files.json')
  const made = JSON.parse(readFileSync(list, 'utf8')) as string[]
  rmSync(list)
  return { ...cache.keep(workshop, made), isNew: true }
}

/** Every page of the course with its scripts, and the list of the files it may fetch. */
export function writePages(course: Course, built: Kept, site: string, files: Files): void {
  share(built.folder, site)
  const template = readFileSync(join(built.folder, 'page.html'), 'utf8')
  for (const page of pagesOf(course)) {
    const up = toRoot(page.address)
    const head = [filesInHtml(files, `${page.lecture ?? 'overview'}.${page.lang}`, up), builtTags(template, up)].join('\n')
    write(join(site, page.address, 'index.html'), pageHtml(page, head, contentOf(page, course)))
  }
}
