import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import process from 'node:process'
import { houseRoot } from '#course/roots'
import { withoutColours } from '../console.ts'

/** Why a row has no CPU seconds or memory. */
export const needsProc = 'CPU seconds and memory of processes are read from /proc, which this system does not have'

/** Ticks of the kernel's clock in a second, as /proc counts: 100 on every Linux. */
const ticks = 100

export interface Stat { parent: number, childSeconds: number }

/** `/proc/<pid>/stat`: the parent, and the CPU seconds of all children that have ended, with theirs. A name may hold spaces and brackets. */
export function readStat(text: string): Stat {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number)
  return { parent: fields[1]!, childSeconds: (fields[13]! + fields[14]!) / ticks }
}

/** The process and all that it has started, from parents. */
export function familyOf(pid: number, parents: ReadonlyMap<number, number>): number[] {
  const children = [...parents].filter(([, parent]) => parent === pid).map(([child]) => child)
  return [pid, ...children.flatMap(child => familyOf(child, parents))]
}

/** `Pss:     123456 kB` => 123.456 (MB); shared pages are divided among those that share them. */
export const readPss = (rollup: string): number => Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024 / 1e6

const textOf = (path: string): string | undefined => {
  try { return readFileSync(path, 'utf8') }
  catch { return undefined } // it has ended meanwhile, or belongs to somebody else
}

/** CPU seconds of all processes that this one has started and that have ended; undefined where there is no /proc. */
export function secondsOfChildren(): number | undefined {
  const stat = textOf('/proc/self/stat')
  return stat === undefined ? undefined : readStat(stat).childSeconds
}

/** Megabytes of a process and all that it has started; undefined where there is no /proc. */
export function memoryOf(pid: number): number | undefined {
  if (textOf('/proc/self/stat') === undefined) return undefined
  const parents = new Map(readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap((name) => {
    const stat = textOf(`/proc/${name}/stat`)
    return stat === undefined ? [] : [[Number(name), readStat(stat).parent] as const]
  }))
  return familyOf(pid, parents).reduce((sum, each) => sum + readPss(textOf(`/proc/${each}/smaps_rollup`) ?? ''), 0)
}

export interface Ran { seconds: number, cpu?: number | undefined, peak?: number | undefined, said: string }

interface How { cwd?: string, env?: Record<string, string>, watched?: boolean, mayFind?: number }

/**
 * A Node process to its end: wall and CPU seconds, and the most memory (MB, looked at every half second) when `watched`.
 * Throws with what it said last when its exit code is not 0, or `mayFind`.
 */
export function run(args: readonly string[], { cwd = houseRoot, env = {}, watched = false, mayFind = 0 }: How = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const before = secondsOfChildren()
    const began = performance.now()
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let peak: number | undefined
    const look = () => {
      const memory = memoryOf(child.pid!)
      if (memory !== undefined) peak = Math.max(peak ?? 0, memory)
    }
    const watch = watched ? setInterval(look, 500) : undefined
    const hear = (chunk: Buffer) => { said = (said + chunk).slice(-20_000) }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      const seconds = (performance.now() - began) / 1000
      const after = secondsOfChildren()
      if (code !== 0 && code !== mayFind) reject(new Error(`${args.slice(0, 3).join(' ')} ended with exit code ${code}: ${withoutColours(said).trim().split('\n').slice(-6).join(' / ')}`))
      else resolve({ seconds, said: withoutColours(said), peak, cpu: before === undefined || after === undefined ? undefined : after - before })
    })
  })
}
