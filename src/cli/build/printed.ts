import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** Sheets printed before, kept by what they were printed from. */
export interface PrintedBefore {
  find: () => Buffer | undefined
  keep: (pdf: Buffer) => void
}

const daysKept = 30

/**
 * `page` is the HTML that is printed: it names its scripts, styles, fonts and data by hashes of what they hold, so that another
 * word, colour or answer makes another page. `how` is all else that decides how the sheet looks: its kind, the printing code.
 */
export function printedBefore(folder: string, page: string, ...how: string[]): PrintedBefore {
  const hash = createHash('sha256').update(JSON.stringify(how)).update(page).digest('hex').slice(0, 32)
  const path = join(folder, `${hash}.pdf`)
  return {
    find() {
      if (!existsSync(path)) return undefined
      utimesSync(path, new Date(), new Date())
      return readFileSync(path)
    },
    keep(pdf) {
      mkdirSync(folder, { recursive: true })
      // Two commands at a time may print the same: a file under its name is always whole.
      writeFileSync(`${path}.${process.pid}`, pdf)
      renameSync(`${path}.${process.pid}`, path)
      for (const name of readdirSync(folder)) {
        const age = Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
        if (age > daysKept * 86_400_000) rmSync(join(folder, name), { force: true })
      }
    },
  }
}
