import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { costs, further, inTurn } from '../commands/test.ts'
import { type Outcome, byLecture, readPlaywright, readVitest } from './reports.ts'
import { type Step, counted } from './steps.ts'

const passing: Outcome = { passed: 1, failed: 0, failures: [], skipped: [] }
const failing: Outcome = { passed: 0, failed: 1, failures: ['x'], skipped: [] }
const step = (name: string, outcome: Outcome | Error = passing, needs?: string[]): Step => ({ name, ...(needs ? { needs } : {}), run: async () => { if (outcome instanceof Error) throw outcome; return outcome } })
const run = (one: Step) => one.run({ root: '', workshop: '', say: () => {} })
const sums = async (steps: Step[]) => (await inTurn(steps, 2, run)).map(({ passed, failed }) => [passed, failed])

describe('the steps in turn', () => {
  it.each([
    ['all fine', [step('a'), step('b')], [[1, 0], [1, 0]]],
    ['one failed, the other still ran', [step('a', failing), step('b')], [[0, 1], [1, 0]]],
    ['one that breaks has failed', [step('a', new Error('no such file'))], [[0, 1]]],
    ['what needs a failed one has failed, and is not left out in silence', [step('build', failing), step('browser tests', passing, ['build'])], [[0, 1], [0, 1]]],
    ['what needs one that was not asked for runs', [step('browser tests', passing, ['build'])], [[1, 0]]],
  ])('%s', async (_, steps, expected) => expect(await sums(steps)).toEqual(expected))
  it('says which needed step failed', async () => {
    const [, late] = await inTurn([step('build', failing), step('browser tests', passing, ['build'])], 2, run)
    expect(late?.failures).toEqual(['Not run: build failed.'])
  })
})

describe('counting', () => {
  let folder: string
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'reports-')) })
  afterAll(() => rmSync(folder, { recursive: true }))
  const vitest = (statuses: string[], file = 'passed') => ({ testResults: [{ name: 'a.test.ts', status: file, message: 'it broke', assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status, failureMessages: status === 'failed' ? ['expected 1'] : null })) }] })
  const playwright = (statuses: string[], errors: object[] = []) => ({ errors, suites: [{ title: 'a.spec.ts', suites: [{ title: 'group', specs: statuses.map(status => ({ title: 'does it', file: 'a.spec.ts', line: 3, tests: [{ status, projectName: '', results: [{ error: { message: '\u001B[31mexpected 1\u001B[39m' } }] }] })) }] }] })

  it.each([
    ['vitest: two and a failure', readVitest(vitest(['passed', 'passed', 'failed'], 'failed')), [2, 1, 0]],
    ['vitest: a file that cannot be read', readVitest(vitest([], 'failed')), [0, 1, 0]],
    ['vitest: skipped ones are named', readVitest(vitest(['passed', 'pending', 'todo'])), [1, 0, 2]],
    ['playwright: two and a failure', readPlaywright(playwright(['expected', 'expected', 'unexpected'])), [2, 1, 0]],
    ['playwright: one that passes at the second try has failed', readPlaywright(playwright(['flaky'])), [0, 1, 0]],
    ['playwright: skipped ones are named', readPlaywright(playwright(['skipped'])), [0, 0, 1]],
    ['playwright: a file that cannot be read', readPlaywright({ suites: [], errors: [{ message: 'SyntaxError' }] }), [0, 1, 0]],
  ])('%s', (_, outcome, expected) => expect([outcome.passed, outcome.failed, outcome.skipped.length]).toEqual(expected))

  it('a failure says where and what', () => expect(readPlaywright(playwright(['unexpected'])).failures).toEqual(['tests/e2e/a.spec.ts:3\ngroup › does it\nexpected 1']))

  it.each([
    ['a report that was never written is a failure', 1, undefined, [0, 1]],
    ['a report without a test is a failure', 0, vitest([]), [0, 1]],
    ['a bad end without a failed test is a failure', 1, vitest(['passed']), [1, 1]],
    ['a bad end with its failed test counts once', 1, vitest(['passed', 'failed'], 'failed'), [1, 1]],
    ['a good end', 0, vitest(['passed', 'passed']), [2, 0]],
  ])('%s', (name, code, json, expected) => {
    const report = join(folder, `${name.length}-${code}.json`)
    if (json) writeFileSync(report, JSON.stringify(json))
    const { passed, failed } = counted(code, 'said', report, readVitest)
    expect([passed, failed]).toEqual(expected)
  })
})

describe('what a lecture costs', () => {
  const took = [{ name: 'salt.en, walked', seconds: 12 }, { name: 'the deck salt.zh › opens with a question', seconds: 1 }, { name: 'saltmarsh.en, walked', seconds: 7 }, { name: 'nothing imports in a circle', seconds: 5 }]
  const outcome: Outcome = { ...passing, took }

  it.each([
    ['tests that ran one after the other', undefined, { salt: 13, saltmarsh: 7, mint: 0 }],
    ['tests that ran two at a time', 2, { salt: 6.5, saltmarsh: 3.5, mint: 0 }],
  ])('%s', (_, atOnce, expected) => expect(byLecture(outcome, ['salt', 'saltmarsh', 'mint'], atOnce)).toEqual(expected))

  it('is read out of the reports', () => {
    const vitest = { testResults: [{ name: 'a.test.ts', status: 'passed', message: '', assertionResults: [{ fullName: 'salt.en it', status: 'passed', duration: 1500, failureMessages: null }] }] }
    const playwright = { suites: [{ title: 'deck.spec.ts', specs: [{ title: 'salt.en, walked', file: 'deck.spec.ts', line: 1, tests: [{ status: 'expected', projectName: '', results: [{ duration: 500 }] }] }] }] }
    expect(readVitest(vitest).took).toEqual([{ name: 'salt.en it', seconds: 1.5 }])
    expect(readPlaywright(playwright).took).toEqual([{ name: 'salt.en, walked', seconds: 0.5 }])
  })

  it('stands in a table, a column a lecture; what a step does not know stays empty', () => {
    const timed = [{ step: { ...step('walks'), isOfLectures: true as const, atOnce: 2 }, outcome, seconds: 14 }, { step: step('lint'), outcome: passing, seconds: 3.21 }]
    expect(costs(timed, ['salt', 'mint'])).toEqual([['step', 'seconds', 'salt', 'mint'], ['walks', '14.0', '6.5', ''], ['lint', '3.2', '', '']])
  })

  it('is summed up for a further one, as the copied lecture showed', () => {
    const copied = { step: step('a copied lecture'), outcome: { ...passing, took: [{ name: 'verify', seconds: 2 }, { name: 'walks', seconds: 30.26 }] }, seconds: 60 }
    expect(further([copied])).toEqual(['A further lecture costs 32 s: verify 2.0, walks 30.3.'])
    expect(further([])).toEqual([])
  })
})
