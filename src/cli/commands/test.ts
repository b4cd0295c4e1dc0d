import { defineCommand } from 'citty'
import { houseRoot } from '#course/roots'
import { CannotRun, chooseFrom, dim, duration, fine, green, print, problemsFound, red, say } from '../console.ts'
import type { Outcome } from '../test/reports.ts'
import { type Step, emptyWorkshop, steps } from '../test/steps.ts'

export const test = defineCommand({
  meta: { name: 'npm test --', description: 'Proves that all of it is right: types, lint, unit tests, verify, build, browser tests, tests of the site and its PDFs.' },
  args: {
    only: { type: 'string', description: `just these steps: ${steps.map(step => step.name).join(', ')}`, valueHint: 'unit,lint' },
  },
  async run({ args }) {
    const started = performance.now()
    const root = houseRoot
    const names = steps.map(step => step.name)
    const chosen = args.only === undefined ? names : args.only.split(',').map(name => chooseFrom('step', name.trim(), names))
    if (!chosen.length) throw new CannotRun('--only names no step.')
    const context = { root, workshop: emptyWorkshop(root), say }
    const outcomes = await inTurn(steps.filter(step => chosen.includes(step.name)), 2, step => step.run(context), show)
    const left = names.filter(name => !chosen.includes(name))
    if (left.length) print(dim(`  not asked for: ${left.join(', ')}`))
    print(dim(`  ${duration(performance.now() - started)} in all`))
    const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
    const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
    print(`${passed} passed, ${failed} failed`)
    return failed ? problemsFound : fine
  },
})

/** Runs steps in order, `atOnce` at a time, each when what it needs is done; browser and PDF steps come last and alone. */
export async function inTurn(
  all: readonly Step[], atOnce: number, run: (step: Step) => Promise<Outcome>, shown: (step: Step, outcome: Outcome, milliseconds: number) => void = () => {},
): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>()
  const one = async (step: Step) => {
    const started = performance.now()
    const lacking = step.needs?.filter(name => outcomes.get(name)?.failed)
    const outcome = lacking?.length
      ? failedWith(`Not run: ${lacking.join(' and ')} failed.`)
      : await run(step).catch((error: unknown) => failedWith(error instanceof Error ? error.message : String(error)))
    outcomes.set(step.name, outcome)
    shown(step, outcome, performance.now() - started)
  }
  const queue = all.filter(step => !step.needs)
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let step = queue.shift(); step; step = queue.shift()) await one(step)
  }))
  for (const step of all.filter(step => step.needs)) await one(step)
  return all.map(step => outcomes.get(step.name)!)
}

const failedWith = (failure: string): Outcome => ({ passed: 0, failed: 1, failures: [failure], skipped: [] })

function show(step: Step, outcome: Outcome, milliseconds: number) {
  const counts = outcome.passed + outcome.failed > 1 ? `  ${outcome.passed} passed${outcome.failed ? `, ${outcome.failed} failed` : ''}` : ''
  const skipped = outcome.skipped.length ? `  ${outcome.skipped.length} skipped` : ''
  print(`${outcome.failed ? red('✗') : green('✓')} ${step.name.padEnd(20)}${duration(milliseconds).padStart(12)}${counts}${skipped}`)
  for (const name of outcome.skipped) print(dim(`    skipped: ${name}`))
  for (const failure of outcome.failures) print(failure.replace(/^/gm, '    '), '')
}
