import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Course } from '#course'
import type { Drawn } from '#course/drawn'
import { served, servedNames } from '#course/served'

/** Name of a file of the course -> its path from the root of the site: "data/corridor.en" -> "data/corridor.en.0f3a9c2b1d.json" */
export type Files = Record<string, string>

/** Writes what pages fetch (see served.ts) into `out`, each under a name with a hash of what it holds. */
export function writeData(course: Course, drawn: Drawn, out: string, { withoutKeys = false } = {}): Files {
  const names = servedNames(course).filter(name => !(withoutKeys && name.startsWith('keys/')))
  return Object.fromEntries(names.map((name) => {
    const text = JSON.stringify(served(course, name, drawn))
    const path = `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), text)
    return [name, path]
  }))
}

/** What a page of this lecture, or the start page ("overview.en"), may ask for. */
export const filesFor = (files: Files, subject: string): Files => Object.fromEntries(Object.entries(files)
  .filter(([name]) => name.split('/')[1] === subject || (name.startsWith('ground/') && `data/${subject}` in files)))

/** The list of these files as it stands in a page, and the one file that is wanted at once: it comes beside the scripts, not after them. */
export function filesInHtml(files: Files, subject: string, toRoot: string): string {
  const own = filesFor(files, subject)
  const first = own[`data/${subject}`] ?? own[`course/${subject}`]
  return `<script type="application/json" id="course-files">${JSON.stringify(own)}</script>${first ? `\n<link rel="preload" as="fetch" crossorigin href="${toRoot}${first}">` : ''}`
}
