import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { readCourse } from '#course/disk'
import { diskFolder, readOnce } from '#course/folder'
import { houseRoot } from '#course/roots'
import type { Problem } from '#course'
import { rules, verify } from '#verify'
import { openContext } from '#verify/disk'
import { keptIn } from '#verify/kept'

/** What an author must know at once, since a page or slide says little of it or nothing. The rest is for `npm run verify`. */
const atOnce = rules.filter(({ name }) => ['shape', 'ids', 'tags', 'proof'].includes(name))
const kept = keptIn()

/** What cannot be read or shown, or names nothing, as `verify` says it. */
export async function troublesOf(root: string, house = houseRoot): Promise<Problem[]> {
  const folder = readOnce(diskFolder(root))
  const results = await verify(readCourse(folder), openContext({ root: folder, house, kept }), { only: atOnce })
  return results.flatMap(({ problems }) => problems)
}

/** "slides/x.en.md:386 <Exercise> is not closed; …" */
const lineFor = ({ path, line, message }: Problem) => `${path}:${line} ${message}`

/**
 * Tells them now, and after each change the ones that are new; and that all are gone, when they are.
 * The first look waits for `begins`: it takes a processor for seconds. `problems` are those of the last look; while a change is being looked at, those of that look.
 */
export function watchTroubles(root: string, { tell, house = houseRoot, settleMilliseconds = 300, begins = Promise.resolve() }: { tell: (lines: string[]) => void, house?: string, settleMilliseconds?: number, begins?: Promise<unknown> }): { problems: () => Promise<Problem[]>, close: () => void } {
  let told: string[] = []
  let found: Problem[] = []
  let isLooking = true
  const waiting: ((problems: Problem[]) => void)[] = []
  let timer: NodeJS.Timeout | undefined
  let turn = 0
  const look = async () => {
    const mine = ++turn
    try {
      const problems = await troublesOf(root, house)
      if (mine !== turn) return
      found = problems
      const now = problems.map(lineFor)
      const fresh = now.filter(line => !told.includes(line))
      if (fresh.length > 0) tell(fresh)
      else if (now.length === 0 && told.length > 0) tell(['All of it can be read and shown again.'])
      told = now
    }
    catch (error) { tell([error instanceof Error ? error.stack ?? error.message : String(error)]) }
    if (mine !== turn) return
    isLooking = false
    for (const answer of waiting.splice(0)) answer(found)
  }
  const soon = () => {
    isLooking = true
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
  void begins.then(() => { if (turn === 0) void look() })
  return {
    problems: () => isLooking ? new Promise((resolve) => { waiting.push(resolve) }) : Promise.resolve(found),
    close() {
      turn++
      for (const answer of waiting.splice(0)) answer(found)
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}
