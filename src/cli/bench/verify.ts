import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { houseRoot, usualSources } from '#course/roots'
import { type Ran, run } from './processes.ts'
import type { Samples } from './rows.ts'
import { type Bench, inTurn } from './workshop.ts'

const lectures = 11

/** Whole processes in turn, seconds: checked before, with nothing kept, and what anybody would write first. */
async function timed(samples: number, course: string, sources: string): Promise<Record<'kept' | 'fresh' | 'plain', number[]>> {
  const seconds = async (work: Promise<Ran>) => (await work).seconds
  // Exit code 1 says that it found problems, which takes no less time.
  const verify = ['bootstrap.mjs', 'verify', '--course', course, '--sources', sources]
  return inTurn(samples, {
    plain: () => seconds(run([join(houseRoot, 'src/cli/bench/plain-search.mjs'), course, sources])),
    fresh: () => seconds(run([...verify, '--fresh'], { mayFind: 1 })),
    kept: () => seconds(run(verify, { mayFind: 1 })),
  })
}

/** `npm run verify`, beside reading all files and searching each evidence once in the same run. */
export const verifying: Bench = {
  name: 'verify',
  rows: () => ([[undefined, 'the finished lectures', 5], [lectures, `${lectures} lectures`, undefined]] as const).flatMap(([count, whose, most]) => {
    const id = count === undefined ? 'verify' : `verify/${count}`
    const of = count === undefined ? 'the course' : `the finished lectures copied to ${count} under other ids`
    const goals = [...most === undefined ? [] : [{ of: 'ratio' as const, most }], ...count === undefined ? [] : [{ of: 'ours' as const, most: 10 }]]
    return [
      { id: `${id}/kept`, what: `verify, ${whose}, checked before`, unit: 's', how: `npm run verify of ${of}, the whole process, nothing changed since the last; beside it a script that reads all files and searches each evidence once.`, goals },
      { id: `${id}/fresh`, what: `verify, ${whose}, nothing kept`, unit: 's', how: `npm run verify -- --fresh of ${of}; beside it the same script.`, goals: count === undefined ? [] : goals },
    ]
  }),
  async measure(workshop) {
    const sources = usualSources(workshop.root).find(folder => existsSync(folder))
    if (!sources) throw new Error('it wants the source texts beside the course')
    const rows = (id: string, { kept, fresh, plain }: Awaited<ReturnType<typeof timed>>): Record<string, Samples> => ({ [`${id}/kept`]: { ours: kept, ordinary: plain }, [`${id}/fresh`]: { ours: fresh, ordinary: plain } })
    workshop.said('verify, the finished lectures')
    const own = await timed(workshop.samples, workshop.copy('verified'), sources)
    workshop.said(`verify, ${lectures} lectures`)
    return { ...rows('verify', own), ...rows(`verify/${lectures}`, await timed(workshop.samples, workshop.copy('eleven-lectures', lectures), sources)) }
  },
}
