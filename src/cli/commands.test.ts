import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCourse } from '#course/disk'
import { courseVariable, houseRoot } from '#course/roots'
import { handout } from '#handout'
import { draftsOnPaper, wantedHandouts } from './commands/handouts.ts'
import { commands, main, refuseUnknownOptions } from './commands.ts'

const args = { lecture: { type: 'string' }, lang: { type: 'string', alias: 'l' }, json: { type: 'boolean' }, file: { type: 'positional' } } as const

describe('options', () => {
  it.each([
    ['nothing', []],
    ['a value after a space', ['--lecture', 'corridor']],
    ['a value after =', ['--lecture=corridor', '--json']],
    ['an alias', ['-l', 'en']],
    ['a no', ['--no-json']],
    ['one file', ['answers.yaml']],
    ['standard input', ['-']],
  ])('%s is taken', (_, given) => expect(() => refuseUnknownOptions(given, args)).not.toThrow())
  it.each([
    ['a slip', ['--lectur', 'corridor'], 'There is no option "--lectur". There is: --lecture, --lang, -l, --json. Did you mean "lecture"?'],
    ['no value', ['--lecture'], 'Option --lecture wants a value after it.'],
    ['an option for a value', ['--lecture', '--json'], 'Option --lecture wants a value after it.'],
    ['a second file', ['a.yaml', 'b.yaml'], '"b.yaml" is not expected here.'],
  ])('%s is a letter', (_, given, letter) => expect(() => refuseUnknownOptions(given, args)).toThrow(letter))
})

describe('the front door', () => {
  let said = ''
  beforeEach(() => {
    said = ''
    vi.spyOn(console, 'log').mockImplementation(line => { said += `${line}\n` })
    vi.spyOn(console, 'error').mockImplementation(line => { said += `${line}\n` })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    delete process.env[courseVariable]
  })

  it.each([
    ['nothing', [], 2, 'npm run <command>'],
    ['help', ['--help'], 0, 'verify'],
    ['an unknown command', ['verfy'], 2, 'Did you mean "verify"?'],
    ['an unknown option', ['build', '--ot', 'x'], 2, 'There is no option "--ot"'],
    ['an unknown lecture', ['start', '--lecture', 'coridor', '--no-open'], 2, 'Did you mean "corridor"?'],
    ['an unknown language', ['start', '--lang', 'fr', '--no-open'], 2, 'There is no language "fr". There is: en, zh'],
    ['an unknown step', ['test', '--only', 'unt'], 2, 'Did you mean "unit"?'],
    ['a course that is none', ['verify', '--course', 'tests'], 2, '--course: read "tests", expected a folder with a course'],
    ['another course', ['verify', '--course', 'tests/tiny-course', '--rule', 'ids'], 0, '0 problems'],
    ['a port that is none', ['start', '--port', 'http', '--no-open'], 2, 'expected a number from 1 to 65535'],
    ['a site that is not built', ['preview', '--dir', 'tests/nothing-here'], 2, 'First: npm run build'],
  ])('%s', async (_, given, code, words) => {
    expect(await main(given)).toBe(code)
    expect(said).toContain(words)
  })

  it.each(Object.keys(commands))('npm run %s -- --help', async name => {
    expect(await main([name, '--help']), said).toBe(0)
    expect(said).toContain('OPTIONS')
  })
})

it('handouts says which exercises are still being written, where they would have stood on paper', () => {
  const course = readCourse(join(houseRoot, 'tests/fixture-course'))
  const second = handout(course, 'salt', 'en', 'key').contents[1]!
  const begun = { ...course, exerciseFiles: { ...course.exerciseFiles, [second]: { ...course.exerciseFiles[second]!, draft: true as const } } }
  const said = (kind: string) => draftsOnPaper(begun, wantedHandouts(begun, { lecture: 'salt', kind }))
  expect([said('worksheet'), said('key'), said('slides,digest')]).toEqual([[second], [second], []])
})
