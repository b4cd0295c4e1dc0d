import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { dropUnused, writeWhole } from '#files'

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
      writeWhole(path, pdf)
      dropUnused(folder, daysKept, new Date())
    },
  }
}
