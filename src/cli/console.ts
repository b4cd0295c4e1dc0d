import { resolve } from 'node:path'
import process from 'node:process'
import { closest, distance } from 'fastest-levenshtein'

/** What a command's `run` returns: fine, problems found, cannot run. */
export const fine = 0
export const problemsFound = 1
export const cannotRun = 2
export type ExitCode = typeof fine | typeof problemsFound | typeof cannotRun

/** Thrown where a command cannot do its work at all: the message is shown without a stack, exit code 2. */
export class CannotRun extends Error {
  override name = 'CannotRun'
}

const refusals: Record<string, string> = {
  EACCES: 'you have no right to', EPERM: 'you have no right to', EROFS: 'the disk is read-only', ENOSPC: 'the disk is full', EDQUOT: 'the disk is full', EMFILE: 'too many files are open', EBUSY: 'another program holds it',
}

/**
 * What the file system refused, without a stack: `/srv/course/dist cannot be written: the disk is read-only (EROFS). …`;
 * nothing for any other error. Looks for it in what an error was caused by as well.
 */
export function refusedByDisk(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '', path, syscall, cause } = error as NodeJS.ErrnoException & { cause?: unknown }
  const why = Object.hasOwn(refusals, code) ? refusals[code] : undefined
  if (!why || !syscall || ['listen', 'bind', 'connect'].includes(syscall)) return refusedByDisk(cause)
  const reads = ['read', 'scandir', 'stat', 'lstat', 'access'].includes(syscall)
  const advice = code === 'ENOSPC' || code === 'EDQUOT' ? 'Make room on it.' : code === 'EMFILE' || code === 'EBUSY' ? 'Try again.' : reads ? 'Give yourself that right.' : 'Copy the course into a folder of your own, or name another place with --out where a command has it.'
  return `${path ?? 'A file'} cannot be ${reads ? 'read' : 'written'}: ${why} (${code}). ${advice}`
}

/**
 * `chooseFrom('lecture', 'coridor', ['corridor'])` throws
 * `There is no lecture "coridor". There is: corridor. Did you mean "corridor"?`
 */
export function chooseFrom(what: string, given: string, known: readonly string[]): string {
  if (known.includes(given)) return given
  const there = known.length ? `There is: ${known.join(', ')}.` : 'There is none yet.'
  throw new CannotRun([`There is no ${what} "${given}".`, there, didYouMean(given, known)].filter(Boolean).join(' '))
}

/** `Did you mean "corridor"?`, or nothing where nothing is near. */
export function didYouMean(given: string, known: readonly string[]): string | undefined {
  if (!known.length) return undefined
  const near = closest(given, known)
  return distance(given, near) <= Math.max(2, given.length / 3) ? `Did you mean "${near}"?` : undefined
}

/** A path as the user typed it means the folder they stand in; `npm run` itself moves to the package's. */
export const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path)

/** `0.4 s`, `12 s`, `2 min 05 s`; milliseconds in. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (Math.round(seconds) < 60) return `${Math.round(seconds)} s`
  return `${Math.floor(Math.round(seconds) / 60)} min ${String(Math.round(seconds) % 60).padStart(2, '0')} s`
}

/** `NO_COLOR=1`, `FORCE_COLOR=0` and a file see none; `FORCE_COLOR=1` sees them anywhere. */
export const coloursWanted = (env: NodeJS.ProcessEnv, isTerminal: boolean) => env.NO_COLOR ? false : env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : isTerminal
export const isColoured = coloursWanted(process.env, process.stdout.isTTY)
const paint = (open: number, close: number) => (text: string) => isColoured ? `\u001B[${open}m${text}\u001B[${close}m` : text
export const bold = paint(1, 22)
export const dim = paint(2, 22)
export const red = paint(31, 39)
export const green = paint(32, 39)
export const cyan = paint(36, 39)

// eslint-disable-next-line no-control-regex -- colours begin with the escape character
export const withoutColours = (text: string) => text.replace(/\u001B\[[\d;]*m/g, '')

/** Columns a terminal gives a text: a Han character takes two, a colour none. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of withoutColours(text)) {
    if (/\p{M}/u.test(character)) continue
    width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(character) ? 2 : 1
  }
  return width
}

/**
 * Rows as aligned columns; cells that are all figures are set to the right.
 * `table([['rule', 'checked'], ['evidence', '71']])`
 */
export function table(rows: readonly (readonly string[])[]): string {
  const [head, ...body] = rows
  if (!head) return ''
  const widths = head.map((_, column) => Math.max(...rows.map(row => widthOf(row[column] ?? ''))))
  const toTheRight = head.map((_, column) => body.length > 0 && body.every(row => /^[\d.,%]*$/.test(row[column] ?? '')))
  return rows.map(row => row.map((cell, column) => {
    const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell))
    return toTheRight[column] ? space + cell : cell + space
  }).join('  ').trimEnd()).join('\n')
}

/** `npm run grade -- class/ | head`: nobody reads on, which is no error. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

/** Results go to standard output, everything said meanwhile to standard error: `--json` stays readable by a program. */
export const say = (...lines: string[]) => { for (const line of lines) console.error(line) }
export const print = (...lines: string[]) => { for (const line of lines) console.log(line) }
/** What is not printed, as it is still being written: `leftOut(['triad/x'])`; nothing where there is none. */
export const leftOut = (drafts: readonly string[]): string | undefined =>
  drafts.length ? `Left out: ${drafts.join(', ')} ${drafts.length === 1 ? 'is a draft' : 'are drafts'}; to have ${drafts.length === 1 ? 'it' : 'them'} in, take \`draft: true\` out of the file.` : undefined
export const printJson = (value: unknown) => console.log(JSON.stringify(value, undefined, 2))

/**
 * Progress of long work: one line that is rewritten on a terminal, a line every so often elsewhere.
 * `const step = progress('slides', 24); step('corridor/minsk-closed'); step.done()`
 */
export function progress(what: string, total: number, { everySeconds = 5, now = () => performance.now() } = {}) {
  const started = now()
  let done = 0
  let lastSaid = started
  const live = process.stderr.isTTY
  const step = (name = '') => {
    done++
    const line = `  ${what} ${done}/${total}${name && ` ${name}`}`
    if (live) process.stderr.write(`\r\u001B[K${line}`)
    else if (now() - lastSaid >= everySeconds * 1000) {
      lastSaid = now()
      say(line)
    }
  }
  step.done = () => {
    if (live) process.stderr.write('\r\u001B[K')
    say(dim(`  ${what}: ${done} in ${duration(now() - started)}`))
  }
  return step
}
