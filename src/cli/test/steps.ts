import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { findBrowser } from '../../browser.ts'
import { withoutColours } from '../console.ts'
import { freePort } from '../server/listen.ts'
import { type Outcome, readPlaywright, readVitest } from './reports.ts'

/** One thing `npm test` does. It runs when the steps it needs have succeeded; where one has not, it counts as failed and says why. */
export interface Step {
  name: string
  needs?: string[]
  run: (context: Context) => Promise<Outcome>
}

export interface Context {
  root: string
  /** Reports and the second site: emptied before every run. */
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

/** Steps in an order in which two at a time never wait for long. */
export const steps: Step[] = [
  { name: 'browser', run: async ({ say }) => { await findBrowser(say); return { passed: 0, failed: 0, failures: [], skipped: [] } } },
  { name: 'build', run: context => asOne(context, [course(context), 'build']) },
  { name: 'types', run: context => asOne(context, [vueTsc(context), '--noEmit']) },
  { name: 'unit', run: context => withVitest(context, 'unit') },
  { name: 'lint', run: context => asOne(context, [eslint(context), '.', '--max-warnings', '0']) },
  { name: 'verify', run: context => asOne(context, [course(context), 'verify']) },
  { name: 'build without keys', run: context => asOne(context, [course(context), 'build', '--without-keys', '--out', siteWithoutKeys(context)]) },
  { name: 'browser tests', needs: ['browser', 'build'], run: withPlaywright },
  { name: 'site and PDF tests', needs: ['browser', 'build', 'build without keys'], run: context => withVitest(context, 'built') },
]

/** A command that is fine or not. */
async function asOne(context: Context, args: string[]): Promise<Outcome> {
  const { code, said } = await run(context, args)
  return code === 0 ? { passed: 1, failed: 0, failures: [], skipped: [] } : { passed: 0, failed: 1, failures: [said || `exit code ${code}, and not a word`], skipped: [] }
}

async function withVitest(context: Context, project: string): Promise<Outcome> {
  const report = join(context.workshop, `vitest-${project}.json`)
  const env = { COURSE_SITE: site(context), COURSE_SITE_WITHOUT_KEYS: siteWithoutKeys(context) }
  const { code, said } = await run(context, [vitest(context), 'run', '--project', project, '--reporter', 'json', '--outputFile', report], env)
  return counted(code, said, report, readVitest)
}

async function withPlaywright(context: Context): Promise<Outcome> {
  const report = join(context.workshop, 'playwright.json')
  const { code, said } = await run(context, [playwright(context), 'test'], { COURSE_SITE_PORT: String(await freePort()), COURSE_REPORT: report })
  return counted(code, said, report, readPlaywright)
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
