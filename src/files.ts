/** What every cache under `.cache/` does with its files. Node only. */
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** Two processes may write the same file: under its name it is always whole. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const own = `${path}.${process.pid}`
  writeFileSync(own, content)
  renameSync(own, path)
}

/** Takes away what was not used since so many days: `now` less the time of a file's last change. */
export function dropUnused(folder: string, days: number, now: Date): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const used = statSync(path, { throwIfNoEntry: false })?.mtime ?? now
    if (now.getTime() - used.getTime() > days * 86_400_000) rmSync(path, { recursive: true, force: true })
  }
}
