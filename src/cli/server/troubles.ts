import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { readCourse } from '#course/disk'
import { diskFolder, readOnce } from '#course/folder'
import { houseRoot } from '#course/roots'
import { rules, verify } from '#verify'
import { openContext } from '#verify/disk'
import { keptIn } from '#verify/kept'

/** What an author must know at once, since a page or slide says little of it or nothing. The rest is for `npm run verify`. */
const atOnce = rules.filter(({ name }) => ['shape', 'ids', 'tags', 'proof'].includes(name))
const kept = keptIn()

/** What cannot be read or shown, or names nothing, as `verify` says it: "slides/x.en.md:386 <Exercise> is not closed; …". */
export async function troublesOf(root: string, house = houseRoot): Promise<string[]> {
  const folder = readOnce(diskFolder(root))
  const results = await verify(readCourse(folder), openContext({ root: folder, house, kept }), { only: atOnce })
  return results.flatMap(({ problems }) => problems.map(({ path, line, message }) => `${path}:${line} ${message}`))
}

/** Tells them now, and after each change the ones that are new; and that all are gone, when they are. */
export function watchTroubles(root: string, { tell, house = houseRoot, settleMilliseconds = 300 }: { tell: (lines: string[]) => void, house?: string, settleMilliseconds?: number }): { close: () => void } {
  let told: string[] = []
  let timer: NodeJS.Timeout | undefined
  let turn = 0
  const look = async () => {
    const mine = ++turn
    try {
      const now = await troublesOf(root, house)
      if (mine !== turn) return
      const fresh = now.filter(line => !told.includes(line))
      if (fresh.length > 0) tell(fresh)
      else if (now.length === 0 && told.length > 0) tell(['All of it can be read and shown again.'])
      told = now
    }
    catch (error) { tell([error instanceof Error ? error.stack ?? error.message : String(error)]) }
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => { void look() }, settleMilliseconds)
  }
  const watchers = ['corpus', 'exercises', 'slides'].flatMap((room): FSWatcher[] => {
    try { return [watch(join(root, room), { recursive: true }, soon).on('error', error => tell([error.message]))] }
    catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      return []
    }
  })
  void look()
  return {
    close() {
      turn++
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}
