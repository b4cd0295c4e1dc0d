import { withoutColours } from '../console.ts'

/** What a step came to. */
export interface Outcome {
  passed: number
  failed: number
  /** One text a failure: where, and what was said. */
  failures: string[]
  /** Tests that did not run, by name. */
  skipped: string[]
  /** How long each test took, by its name with the groups it stands in; what of a step belongs to which lecture is told by them. */
  took?: { name: string, seconds: number }[]
}

/**
 * What of the tests belongs to each lecture, in seconds: "salt.en › …", "the deck salt.zh". Tests that ran `atOnce` count for their share.
 */
export function byLecture({ took = [] }: Outcome, lectures: readonly string[], atOnce = 1): Record<string, number> {
  const sums = Object.fromEntries(lectures.map(lecture => [lecture, 0]))
  for (const { name, seconds } of took) {
    const lecture = lectures.find(id => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(name))
    if (lecture !== undefined) sums[lecture]! += seconds / atOnce
  }
  return sums
}

interface VitestReport {
  testResults: { name: string, status: string, message: string, assertionResults: { fullName: string, status: string, duration?: number | null, failureMessages: string[] | null }[] }[]
}

/** Vitest's JSON report. A file that could not even be read is one failure. */
export function readVitest(json: unknown): Outcome {
  const took: NonNullable<Outcome['took']> = []
  const outcome: Outcome = { passed: 0, failed: 0, failures: [], skipped: [], took }
  for (const file of (json as VitestReport).testResults) {
    for (const test of file.assertionResults) {
      took.push({ name: test.fullName, seconds: (test.duration ?? 0) / 1000 })
      if (test.status === 'passed') outcome.passed++
      else if (test.status === 'failed') fail(outcome, `${file.name}\n${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`)
      else outcome.skipped.push(test.fullName)
    }
    if (file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed')) fail(outcome, `${file.name}\n${file.message}`)
  }
  return outcome
}

interface PlaywrightSuite {
  title: string
  suites?: PlaywrightSuite[]
  specs?: { title: string, file: string, line: number, tests: { status: string, projectName: string, results: { duration?: number, error?: { message?: string, snippet?: string } }[] }[] }[]
}

/** Playwright's JSON report. */
export function readPlaywright(json: unknown): Outcome {
  const took: NonNullable<Outcome['took']> = []
  const outcome: Outcome = { passed: 0, failed: 0, failures: [], skipped: [], took }
  const { suites = [], errors = [] } = json as { suites?: PlaywrightSuite[], errors?: { message?: string }[] }
  const visit = (suite: PlaywrightSuite, path: string[]) => {
    for (const spec of suite.specs ?? []) {
      const name = [...path, spec.title].join(' › ')
      for (const test of spec.tests) {
        took.push({ name, seconds: test.results.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000 })
        if (test.status === 'expected') outcome.passed++
        else if (test.status === 'skipped') outcome.skipped.push(name)
        else fail(outcome, `tests/e2e/${spec.file}:${spec.line}\n${name}\n${test.results.map(result => [result.error?.message, result.error?.snippet].filter(Boolean).join('\n')).join('\n')}`)
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, [...path, inner.title])
  }
  for (const suite of suites) visit(suite, [])
  for (const error of errors) fail(outcome, error.message ?? 'an error without a message')
  return outcome
}

function fail(outcome: Outcome, text: string) {
  outcome.failed++
  outcome.failures.push(withoutColours(text).trim().split('\n').slice(0, 40).join('\n'))
}
