import { defineCommand } from 'citty'
import { readCourse } from '#course/disk'
import { finishedLectures } from '#course/lecture'
import { courseRoot, houseRoot } from '#course/roots'
import { CannotRun, chooseFrom, dim, duration, fine, green, print, problemsFound, red, say, table } from '../console.ts'
import { type Outcome, byLecture } from '../test/reports.ts'
import { type Step, emptyWorkshop, steps } from '../test/steps.ts'

export const test = defineCommand({
  meta: { name: 'npm test --', description: 'Proves that all of it is right: types, lint, unit tests, verify, build, browser tests, tests of the site and its PDFs.' },
  args: {
    lecture: { type: 'string', description: 'just what looks at this lecture: its proofs, promises, exercises, walks and handouts', valueHint: 'LECTURE' },
    only: { type: 'string', description: `just these steps: ${steps.map(step => step.name).join(', ')}`, valueHint: 'unit,lint' },
  },
  async run({ args }) {
    const started = performance.now()
    const root = houseRoot
    const names = steps.map(step => step.name)
    const lectures = finishedLectures(readCourse(courseRoot()))
    const lecture = args.lecture === undefined ? undefined : chooseFrom('finished lecture', args.lecture, lectures)
    const ofLectures = steps.filter(step => step.isOfLectures).map(step => step.name)
    const chosen = args.only === undefined ? (lecture === undefined ? names : ofLectures) : args.only.split(',').map(name => chooseFrom('step', name.trim(), names))
    if (!chosen.length) throw new CannotRun('--only names no step.')
    const context = { root, workshop: emptyWorkshop(root), say, ...(lecture === undefined ? {} : { lecture }) }
    const timed: Timed[] = []
    const outcomes = await inTurn(steps.filter(step => chosen.includes(step.name)), 2, step => step.run(context), (step, outcome, milliseconds) => {
      show(step, outcome, milliseconds)
      timed.push({ step, outcome, seconds: milliseconds / 1000 })
    })
    print('', table(costs(timed, lectures)), ...further(timed))
    const left = names.filter(name => !chosen.includes(name))
    if (left.length) print(dim(`  not asked for: ${left.join(', ')}`))
    print(dim(`  ${duration(performance.now() - started)} in all`))
    const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
    const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
    print(`${passed} passed, ${failed} failed`)
    return failed ? problemsFound : fine
  },
})

interface Timed { step: Step, outcome: Outcome, seconds: number }

/** What each step took, and what of it belongs to which lecture; nothing stands where a step does not know. */
export function costs(timed: readonly Timed[], lectures: readonly string[]): string[][] {
  const rows = timed.map(({ step, outcome, seconds }) => {
    const parts = step.isOfLectures ? byLecture(outcome, lectures, step.atOnce) : {}
    return [step.name, seconds.toFixed(1), ...lectures.map(lecture => parts[lecture] ? parts[lecture].toFixed(1) : '')]
  })
  return [['step', 'seconds', ...lectures], ...rows]
}

/** "A further lecture costs 41 s: verify 2.1, …", as the copied one did. */
export function further(timed: readonly Timed[]): string[] {
  const took = timed.find(({ step }) => step.name === 'a copied lecture')?.outcome.took ?? []
  if (!took.length) return []
  const parts = took.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)}`).join(', ')
  return [`A further lecture costs ${took.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(0)} s: ${parts}.`]
}

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
