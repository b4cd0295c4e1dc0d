import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { courseVariable } from '#course/roots'
import { findBrowser } from '../../browser.ts'
import { withoutColours } from '../console.ts'
import { freePort } from '../server/listen.ts'
import { copyLecture } from './copied.ts'
import { type Outcome, readPlaywright, readVitest } from './reports.ts'

/** One thing `npm test` does. It runs when the steps it needs have succeeded; where one has not, it counts as failed and says why. */
export interface Step {
  name: string
  needs?: string[]
  /** Looks at what stands in the files of lectures: `--lecture` asks for these alone. */
  isOfLectures?: true
  /** So many of its tests run at a time: what one costs is its share. */
  atOnce?: number
  run: (context: Context) => Promise<Outcome>
}

export interface Context {
  root: string
  /** The one lecture that is asked for. */
  lecture?: string
  /** Reports and further sites: emptied before every run. */
  workshop: string
  say: (line: string) => void
}

const bin = (path: string) => ({ root }: Context) => join(root, 'node_modules', path)
const vueTsc = bin('vue-tsc/bin/vue-tsc.js')
const eslint = bin('eslint/bin/eslint.js')
const vitest = bin('vitest/vitest.mjs')
const playwright = bin('@playwright/test/cli.js')
const course = ({ root }: Context) => join(root, 'bootstrap.mjs')

const site = ({ root }: Context) => join(root, 'dist')
const siteWithoutKeys = ({ workshop }: Context) => join(workshop, 'without-keys')
const fixture = ({ root }: Context) => join(root, 'tests/fixture-course')
const fixtureSite = ({ workshop }: Context) => join(workshop, 'fixture-site')
/** Two folders below the house, as the fixture is: its decks name their addon by the way there. */
const copied = ({ root }: Context) => join(root, '.cache/copied-course')
const copiedSite = ({ workshop }: Context) => join(workshop, 'copied-site')
/** What the fixture's lecture is called a second time. */
const again = 'again'

/** What each lecture is held against in Vitest. */
const lectureTests = ['tests/lectures.test.ts', 'tests/exercises.test.ts']

/** Steps in an order in which two at a time never wait for long. */
export const steps: Step[] = [
  { name: 'browser', isOfLectures: true, run: async ({ say }) => { await findBrowser(say); return { passed: 0, failed: 0, failures: [], skipped: [] } } },
  { name: 'build', isOfLectures: true, run: context => asOne(context, [course(context), 'build']) },
  { name: 'types', run: context => asOne(context, [vueTsc(context), '--noEmit']) },
  { name: 'unit', run: context => withVitest(context, 'unit', [], lectureTests) },
  { name: 'lectures', isOfLectures: true, run: context => withVitest(context, 'unit', lectureTests) },
  { name: 'lint', run: context => asOne(context, [eslint(context), '.', '--max-warnings', '0']) },
  { name: 'verify', isOfLectures: true, run: context => asOne(context, [course(context), 'verify']) },
  { name: 'fixture build', run: context => asOne(context, [course(context), 'build', '--course', fixture(context), '--out', fixtureSite(context)]) },
  { name: 'build without keys', run: context => asOne(context, [course(context), 'build', '--without-keys', '--out', siteWithoutKeys(context)]) },
  { name: 'machinery', needs: ['browser', 'fixture build'], run: context => withPlaywright(context, 'machinery') },
  { name: 'walks', isOfLectures: true, atOnce: 2, needs: ['browser', 'build'], run: context => withPlaywright(context, 'lectures') },
  { name: 'site and PDF', isOfLectures: true, needs: ['browser', 'build', 'build without keys'], run: context => withVitest(context, 'built') },
  { name: 'a copied lecture', needs: ['browser', 'fixture build'], run: aCopiedLecture },
]

/** A command that is fine or not. */
async function asOne(context: Context, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const { code, said } = await run(context, args, env)
  return code === 0 ? { passed: 1, failed: 0, failures: [], skipped: [] } : { passed: 0, failed: 1, failures: [said || `exit code ${code}, and not a word`], skipped: [] }
}

const forLecture = ({ lecture }: Context): Record<string, string> => lecture === undefined ? {} : { COURSE_LECTURE: lecture }

async function withVitest(context: Context, project: string, files: string[] = [], without: string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
  const report = join(context.workshop, `vitest-${project}-${files.length}-${Object.keys(env).length}.json`)
  const sites = { COURSE_SITE: site(context), COURSE_SITE_WITHOUT_KEYS: siteWithoutKeys(context) }
  const excluded = without.flatMap(file => ['--exclude', file])
  const { code, said } = await run(context, [vitest(context), 'run', '--project', project, ...files, ...excluded, '--reporter', 'json', '--outputFile', report], { ...sites, ...forLecture(context), ...env })
  return counted(code, said, report, readVitest)
}

async function withPlaywright(context: Context, project: string, env: Record<string, string> = {}, files: string[] = []): Promise<Outcome> {
  const report = join(context.workshop, `playwright-${project}-${files.length}.json`)
  const sites = { COURSE_SITE: site(context), COURSE_FIXTURE_SITE: fixtureSite(context), COURSE_SITE_PORT: String(await freePort()), COURSE_FIXTURE_PORT: String(await freePort()) }
  const { code, said } = await run(context, [playwright(context), 'test', `--project=${project}`, ...files], { ...sites, ...forLecture(context), COURSE_REPORT: report, ...env })
  return counted(code, said, report, readPlaywright)
}

/**
 * The fixture with its lecture twice, the second time under another id: it verifies, its exercises are answered, it is built and walked, and
 * no other file was touched. The seconds are those of one further lecture: of what looks at both, half.
 */
async function aCopiedLecture(context: Context): Promise<Outcome> {
  copyLecture(fixture(context), copied(context), again)
  const env = { [courseVariable]: copied(context), COURSE_LECTURE: again, COURSE_SITE: copiedSite(context) }
  const parts: [name: string, lectures: number, run: () => Promise<Outcome>][] = [
    ['verify', 2, () => asOne(context, [course(context), 'verify', '--course', copied(context)])],
    ['exercises and promises', 1, () => withVitest(context, 'unit', lectureTests, [], env)],
    ['build', 2, () => asOne(context, [course(context), 'build', '--course', copied(context), '--out', copiedSite(context)])],
    ['walks', 1, () => withPlaywright(context, 'lectures', env, ['deck.spec.ts', 'practice.spec.ts'])],
  ]
  const whole: Outcome = { passed: 0, failed: 0, failures: [], skipped: [], took: [] }
  for (const [name, lectures, part] of parts) {
    const started = performance.now()
    const outcome = await part()
    whole.passed += outcome.passed
    whole.failed += outcome.failed
    whole.failures.push(...outcome.failures)
    whole.skipped.push(...outcome.skipped)
    whole.took!.push({ name, seconds: (performance.now() - started) / 1000 / lectures })
    if (outcome.failed) break
  }
  return whole
}

/** What the report counts; a run that ended badly without one failed test in its report has failed all the same. */
export function counted(code: number | null, said: string, report: string, read: (json: unknown) => Outcome): Outcome {
  const outcome = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, failures: [], skipped: [] }
  if (outcome.passed + outcome.failed === 0) return { ...outcome, failed: 1, failures: [`No test ran.\n${said}`] }
  if (code !== 0 && outcome.failed === 0) return { ...outcome, failed: 1, failures: [`No test failed, and the run ended with exit code ${code}:\n${said}`] }
  return outcome
}

function run({ root }: Context, args: string[], env: Record<string, string> = {}): Promise<{ code: number | null, said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const listen = (chunk: Buffer) => { said += chunk }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('close', code => resolve({ code, said: withoutColours(said).trim().split('\n').slice(-120).join('\n') }))
  })
}

/** Where reports and the second site are put. */
export function emptyWorkshop(root: string): string {
  const workshop = join(root, '.cache/test')
  rmSync(workshop, { recursive: true, force: true })
  mkdirSync(workshop, { recursive: true })
  return workshop
}
