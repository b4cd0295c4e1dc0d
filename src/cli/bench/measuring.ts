import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { houseRoot } from '#course/roots'
import { type Results, type Row, judged } from './rows.ts'
import type { Bench, Workshop } from './workshop.ts'

type About = Pick<Results, 'versions' | 'machine'>

interface How {
  said: (part: string) => void
  /** Called after each bench with all rows so far. */
  measured: (rows: Row[], about: About) => void
}

/** Measures the benches one after the other. One that fails says why in its rows; the others are measured all the same. */
export async function measuring(workshop: Workshop, benches: readonly Bench[], { said, measured }: How): Promise<About & { rows: Row[] }> {
  const rows: Row[] = []
  try {
    const about = { versions: await versionsOf(workshop), machine: { cores: cpus().length, memoryGB: Math.round(totalmem() / 1e9), cpu: cpus()[0]?.model.trim() ?? 'unknown', system: `${process.platform} ${process.arch}` } }
    const commit = about.versions['ours']
    for (const bench of benches) {
      said(bench.name)
      const found = await bench.measure(workshop).catch((error: unknown) => error instanceof Error ? error.message : String(error))
      const when = { date: new Date().toISOString(), ...commit === undefined ? {} : { commit } }
      rows.push(...bench.rows(workshop.lectures).map(plan => judged(plan, typeof found === 'string' ? found : found[plan.id] ?? 'its bench gave no sample', when)))
      measured(rows, about)
    }
    return { ...about, rows }
  }
  finally { await workshop.close() }
}

async function versionsOf(workshop: Workshop): Promise<Record<string, string>> {
  const version = (name: string) => (JSON.parse(readFileSync(join(houseRoot, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version
  const commit = commitOf()
  return {
    ...commit === undefined ? {} : { ours: commit },
    node: process.versions.node,
    ...Object.fromEntries(['@slidev/cli', 'vite', 'vue', 'playwright-core', 'mermaid', 'katex'].map(name => [name, version(name)])),
    browser: await workshop.browser().then(browser => browser.version(), (error: unknown) => `none: ${(error as Error).message.split('\n')[0]}`),
  }
}

/** "3f0a9c2, and changes"; undefined where the course is no repository. */
function commitOf(): string | undefined {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: houseRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try { return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') ? ', and changes' : ''}` }
  catch { return undefined }
}
