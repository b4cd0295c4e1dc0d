import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import process from 'node:process'
import { type ArgsDef, type CommandDef, parseArgs, renderUsage, runCommand } from 'citty'
import { courseVariable } from '#course/roots'
import { CannotRun, cannotRun, chooseFrom, didYouMean, fine, fromHere, isColoured, print, red, refusedByDisk, say, withoutColours } from './console.ts'

/** Each is the name of its file in commands/, read only when it is asked for. */
export const commands: Record<string, string> = {
  start: 'present the lectures and practise, in a browser',
  test: 'prove that all of it is right',
  verify: 'check the course against its sources',
  new: 'start a lecture, a claim, an exercise or a tension',
  grade: 'grade answer files, or a whole class',
  handouts: 'make the PDF handouts',
  build: 'make a site that can be put anywhere',
  preview: 'serve that site',
  fonts: 'renew the font subsets',
  look: 'make contact sheets of every slide and page',
  bench: 'measure it beside the ordinary way',
}

/** Every command works on the course in this repository, or on another one. */
const courseOption = {
  course: { type: 'string', description: 'the folder of another course: corpus/, exercises/, slides/ (default: this one)', valueHint: 'DIR' },
} as const satisfies ArgsDef

/** Exit code of `course start --lecture corridor`. */
export async function main(rawArgs: string[]): Promise<number> {
  const [name, ...rest] = rawArgs
  if (!name || name === '--help' || name === '-h') {
    print('npm run <command> -- [options]', '', ...Object.entries(commands).map(([command, says]) => `  ${command.padEnd(10)}${says}`), '', 'npm run <command> -- --help says more.')
    return name ? fine : cannotRun
  }
  try {
    const known = await load(chooseFrom('command', name, Object.keys(commands)))
    const args: ArgsDef = { ...await settled(known.args), ...courseOption }
    const command: CommandDef = { ...known, args }
    if (rest.some(arg => arg === '--help' || arg === '-h')) {
      const usage = await renderUsage(command)
      // citty colours it even where nobody sees colours.
      print(isColoured ? usage : withoutColours(usage))
      return fine
    }
    refuseUnknownOptions(rest, args)
    const { course } = parseArgs<typeof courseOption>(rest, courseOption)
    if (course !== undefined) process.env[courseVariable] = courseAt(course)
    const { result } = await runCommand(command, { rawArgs: rest })
    return typeof result === 'number' ? result : Number(process.exitCode ?? fine)
  }
  catch (error) {
    // citty's own complaints (a missing argument, a value that is not in the list) are letters as well.
    const isLetter = error instanceof CannotRun || (error instanceof Error && error.name === 'CLIError')
    say(red(isLetter ? error.message : refusedByDisk(error) ?? (error instanceof Error ? error.stack ?? error.message : String(error))))
    return cannotRun
  }
}

/** `--course tests/fixture-course` => its whole path; a letter where no course is there. */
function courseAt(given: string): string {
  const folder = fromHere(given)
  if (!existsSync(join(folder, 'corpus/course.yaml'))) throw new CannotRun(`--course: read "${given}", expected a folder with a course; there is no file ${join(folder, 'corpus/course.yaml')}.`)
  return folder
}

async function load(name: string): Promise<CommandDef> {
  const file = new URL(`./commands/${name}.ts`, import.meta.url)
  if (!existsSync(file)) throw new CannotRun(`"${name}" is not built yet: ${fileURLToPath(file)} is missing.`)
  const module = await import(file.href) as Record<string, unknown>
  const command = Object.values(module).find(isCommand)
  if (!command) throw new CannotRun(`${fileURLToPath(file)} exports no command: expected \`export const ${name} = defineCommand({ meta, args, run })\`.`)
  return command
}

const isCommand = (value: unknown): value is CommandDef => typeof value === 'object' && value !== null && 'run' in value
const settled = async <T>(value: T | Promise<T> | (() => T | Promise<T>) | undefined) => typeof value === 'function' ? (value as () => T | Promise<T>)() : value

/** `--lectur corridor` would be dropped in silence otherwise. */
export function refuseUnknownOptions(rawArgs: readonly string[], known: ArgsDef): void {
  const names = Object.entries(known).filter(([, arg]) => arg.type !== 'positional').flatMap(([name, arg]) => [name, ...[(arg as { alias?: string | string[] }).alias ?? []].flat()])
  const listed = names.map(name => name.length === 1 ? `-${name}` : `--${name}`).join(', ')
  const positionals = Object.values(known).filter(arg => arg.type === 'positional')
  /** `valueHint: 'FILE…'` takes as many as there are. */
  const most = positionals.some(arg => arg.valueHint?.endsWith('…')) ? Infinity : positionals.length
  let given = 0
  for (let index = 0; index < rawArgs.length; index++) {
    const arg = rawArgs[index]!
    if (arg === '--') continue
    if (!arg.startsWith('-') || arg === '-') {
      if (++given > most && !('_' in known)) throw new CannotRun(`"${arg}" is not expected here. Options are written --name value; there is: ${listed}.`)
      continue
    }
    const [written = '', value] = arg.replace(/^-+/, '').split(/=(.*)/s)
    const name = names.includes(written) ? written : written.replace(/^no-/, '')
    if (!names.includes(name)) throw new CannotRun([`There is no option "${arg}".`, `There is: ${listed}.`, didYouMean(written, names)].filter(Boolean).join(' '))
    const definition = known[name] ?? Object.values(known).find(arg => [(arg as { alias?: string | string[] }).alias ?? []].flat().includes(name))
    if (definition?.type !== 'boolean' && value === undefined) {
      const next = rawArgs[++index]
      if (next === undefined || (next.startsWith('-') && next !== '-')) throw new CannotRun(`Option --${name} wants a value after it.`)
    }
  }
}
