/** What was once found out about a text and takes long to find out again, kept by a hash of the text. */
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeWhole } from '#files'
import { hash } from './hash.ts'

export interface Kept {
  /** `kept.find('mermaid 12.3.0', diagram)`: what `keep` was given for it, in this run or an earlier one. */
  find: <T>(what: string, text: string) => T | undefined
  keep: (what: string, text: string, value: unknown) => void
  /** Writes it down. What this run did not ask for is kept too, until there is too much of it. */
  save: () => void
}

/** In one file; without a file, for this run alone. A file that cannot be read or written is a run that remembers nothing. */
export function keptIn(file?: string): Kept {
  let before: Record<string, unknown> = {}
  try { if (file) before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown> }
  catch (error) { if (!(error instanceof SyntaxError) && !isRefusal(error)) throw error }
  const now: Record<string, unknown> = {}
  const key = (what: string, text: string) => `${what} ${hash(text)}`
  return {
    find<T>(what: string, text: string) {
      const at = key(what, text)
      const value = now[at] ?? before[at]
      if (value !== undefined) now[at] = value
      return value as T | undefined
    },
    keep(what, text, value) { now[key(what, text)] = value },
    save() {
      if (!file || Object.keys(now).every(at => at in before)) return
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeWhole(file, JSON.stringify({ ...Object.keys(before).length > most ? {} : before, ...now }))
      }
      catch (error) { if (!isRefusal(error)) throw error }
    },
  }
}

const most = 20_000

const isRefusal = (error: unknown) => ['ENOENT', 'EACCES', 'EROFS', 'ENOSPC', 'EPERM', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')
