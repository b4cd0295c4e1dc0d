import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import { houseRoot } from '#course/roots'
import { benches } from '../bench/benches.ts'
import { measuring } from '../bench/measuring.ts'
import { type Results, inTable, merged } from '../bench/rows.ts'
import { Workshop } from '../bench/workshop.ts'
import { CannotRun, chooseFrom, dim, duration, fine, fromHere, print, printJson, problemsFound, say, table } from '../console.ts'

export const bench = defineCommand({
  meta: { name: 'npm run bench --', description: 'Measures the course beside the ordinary way of doing the same, in turn in one run. Up to 20 minutes on two quiet cores. One font package, for the ordinary way, is fetched by npm.' },
  args: {
    only: { type: 'string', description: `just these: ${benches.map(({ name }) => name).join(', ')}`, valueHint: 'site,build' },
    out: { type: 'string', description: 'the file with the results; rows that are not measured now stay in it (default: bench.json)', valueHint: 'FILE' },
    samples: { type: 'string', description: 'how often ours and the ordinary way are measured in turn', default: '3' },
    json: { type: 'boolean', description: 'say the rows as data' },
  },
  async run({ args }) {
    const started = performance.now()
    const names = benches.map(({ name }) => name)
    const chosen = args.only === undefined ? names : args.only.split(',').map(name => chooseFrom('bench', name.trim(), names))
    const samples = Number(args.samples)
    if (!Number.isInteger(samples) || samples < 1) throw new CannotRun(`--samples: read "${args.samples}", expected a whole number from 1 on.`)
    const out = args.out === undefined ? join(houseRoot, 'bench.json') : fromHere(args.out)
    const before = existsSync(out) ? resultsIn(out) : undefined
    const said = (part: string) => say(dim(`  ${duration(performance.now() - started).padStart(11)}  ${part}`))
    const workshop = new Workshop(samples, part => said(`  ${part}`))
    const order = benches.flatMap(({ rows }) => rows(workshop.lectures).map(({ id }) => id))
    const { rows, versions, machine } = await measuring(workshop, benches.filter(({ name }) => chosen.includes(name)), {
      said,
      // Whoever stops it keeps what is measured.
      measured: (now, about) => { writeFileSync(out, `${JSON.stringify({ date: new Date().toISOString(), ...about, rows: merged(before?.rows ?? [], now, order) } satisfies Results, undefined, 1)}\n`) },
    })
    if (args.json) printJson({ versions, machine, rows })
    else print('', table(inTable(rows)), '', `Written to ${out}. ${dim(duration(performance.now() - started))}`)
    return rows.some(({ reached, why }) => reached === false || why !== undefined) ? problemsFound : fine
  },
})

/** What an earlier run wrote; a letter where that cannot be read, for it would be lost. */
function resultsIn(path: string): Results {
  try {
    const results = JSON.parse(readFileSync(path, 'utf8')) as Results
    if (!Array.isArray(results.rows)) throw new Error('it has no "rows"')
    return results
  }
  catch (error) {
    throw new CannotRun(`${path} is not what an earlier bench wrote (${(error as Error).message}). Take it away, or name another file: --out FILE`)
  }
}
