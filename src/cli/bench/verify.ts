import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { courseRoot, houseRoot, usualSources } from '#course/roots'
import { CannotRun } from '../console.ts'
import { multiplied } from './multiplied.ts'

/** A row of bench.json: `measure` gives one number in `unit`, which is to be at most `toReach`. */
export interface Bench { name: string, unit: string, toReach: number, measure: () => number | Promise<number> }

const lectures = 11
/** Whole processes, in turn, the median of three: seconds. */
function timed(): { plain: number, fresh: number, kept: number } {
  const from = courseRoot()
  const into = join(houseRoot, '.cache/bench/eleven-lectures')
  const sources = usualSources(from).find(folder => existsSync(folder))
  if (!sources) throw new CannotRun('The bench of verify wants the source texts beside the course.')
  multiplied({ from, into, sources, house: houseRoot, lectures })
  const seconds = (args: string[]) => {
    const began = performance.now()
    const { status, stderr, error } = spawnSync(process.execPath, args, { cwd: houseRoot, encoding: 'utf8' })
    if (error ?? status === 2) throw error ?? new CannotRun(`${args.join(' ')}: ${stderr}`)
    return (performance.now() - began) / 1000
  }
  const verify = ['bootstrap.mjs', 'verify', '--course', into, '--sources', sources]
  const times = Array.from({ length: 3 }, () => ({
    plain: seconds([join(houseRoot, 'src/cli/bench/plain-search.mjs'), into, sources]),
    fresh: seconds([...verify, '--fresh']),
    kept: seconds(verify),
  }))
  const median = (name: 'plain' | 'fresh' | 'kept') => times.map(time => time[name]).sort((a, b) => a - b)[1]!
  return { plain: median('plain'), fresh: median('fresh'), kept: median('kept') }
}
let once: ReturnType<typeof timed> | undefined
const times = () => once ??= timed()

/** `npm run verify` over eleven lectures' worth of claims, beside reading all files and searching each evidence once in the same run. */
export const verifyBenches: Bench[] = [
  { name: `verify, ${lectures} lectures, checked before`, unit: 's', toReach: 10, measure: () => times().kept },
  { name: `verify, ${lectures} lectures, nothing kept`, unit: 's', toReach: 10, measure: () => times().fresh },
  { name: `verify, ${lectures} lectures, checked before, beside reading all files and searching each evidence once`, unit: '×', toReach: 5, measure: () => times().kept / times().plain },
]
