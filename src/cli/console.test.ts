import { spawn } from 'node:child_process'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { chooseFrom, coloursWanted, didYouMean, duration, leftOut, refusedByDisk, table, widthOf } from './console.ts'

describe('choosing from what there is', () => {
  it('what is there is taken', () => expect(chooseFrom('lecture', 'corridor', ['corridor', 'reading'])).toBe('corridor'))
  it.each([
    ['a slip of the finger', 'coridor', ['corridor'], 'There is no lecture "coridor". There is: corridor. Did you mean "corridor"?'],
    ['something else', 'minsk', ['corridor'], 'There is no lecture "minsk". There is: corridor.'],
    ['nothing there', 'corridor', [], 'There is no lecture "corridor". There is none yet.'],
    ['an empty word', '', ['corridor'], 'There is no lecture "". There is: corridor.'],
  ])('%s', (_, given, known, letter) => expect(() => chooseFrom('lecture', given, known)).toThrow(letter))
  it.each([['--lectur', ['lecture', 'lang'], undefined], ['lectur', ['lecture', 'lang'], 'Did you mean "lecture"?'], ['x', [], undefined]])('%s among %j', (given, known, said) => expect(didYouMean(given, known)).toBe(said))
})

it.each<[string[], string | undefined]>([
  [['triad/x'], 'Left out: triad/x is a draft; to have it in, take `draft: true` out of the file.'],
  [['triad/x', 'triad/y'], 'Left out: triad/x, triad/y are drafts; to have them in, take `draft: true` out of the file.'],
  [[], undefined],
])('of drafts %j is said: %s', (drafts, said) => expect(leftOut(drafts)).toBe(said))

describe('what the file system refuses is told without a stack', () => {
  const error = (code: string, syscall: string, path?: string) => Object.assign(new Error(`${code}: …, ${syscall}`), { code, syscall, ...(path ? { path } : {}) })
  it.each<[string, unknown, string | undefined]>([
    ['no right to write', error('EACCES', 'open', '/srv/a.yaml'), '/srv/a.yaml cannot be written: you have no right to (EACCES). Copy the course into a folder of your own, or name another place with --out where a command has it.'],
    ['a read-only disk', error('EROFS', 'mkdir', '/srv/dist'), '/srv/dist cannot be written: the disk is read-only (EROFS). Copy the course into a folder of your own, or name another place with --out where a command has it.'],
    ['a full disk', error('ENOSPC', 'write'), 'A file cannot be written: the disk is full (ENOSPC). Make room on it.'],
    ['no right to read', error('EACCES', 'scandir', '/srv/x'), '/srv/x cannot be read: you have no right to (EACCES). Give yourself that right.'],
    ['behind another error', new Error('config could not be loaded', { cause: error('EROFS', 'open', '/srv/b') }), '/srv/b cannot be written: the disk is read-only (EROFS). Copy the course into a folder of your own, or name another place with --out where a command has it.'],
    ['a port', error('EACCES', 'listen'), undefined],
    ['a slip of ours', new TypeError('x is not a function'), undefined],
    ['no error', 'x', undefined],
  ])('%s', (_what, given, said) => expect(refusedByDisk(given)).toBe(said))
})

it.each([[0, '0.0 s'], [449, '0.4 s'], [9949, '9.9 s'], [12_400, '12 s'], [59_600, '1 min 00 s'], [125_000, '2 min 05 s']])('%i ms is %s', (milliseconds, said) => expect(duration(milliseconds)).toBe(said))

it.each([['corridor', 8], ['走廊', 4], ['走廊 TRIPP', 10], ['\u001B[31mred\u001B[39m', 3], ['Ма\u0301', 2], ['“走廊”', 6]])('%s is %i columns wide', (text, width) => expect(widthOf(text)).toBe(width))

it('a table is aligned, figures to the right', () => {
  expect(table([['rule', 'checked', 'what'], ['evidence', '71', '主张'], ['ids', '1240', 'x']])).toBe([
    'rule      checked  what',
    'evidence       71  主张',
    'ids          1240  x',
  ].join('\n'))
})

it.each([
  ['a terminal', {}, true, true],
  ['a file', {}, false, false],
  ['a terminal that wants none', { NO_COLOR: '1' }, true, false],
  ['a file that wants them', { FORCE_COLOR: '1' }, false, true],
  ['forced off', { FORCE_COLOR: '0' }, true, false],
  ['both: none wins', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
])('colours: %s', (_, env, isTerminal, wanted) => expect(coloursWanted(env, isTerminal)).toBe(wanted))

it('ends quietly where nobody reads on: npm run … | head', async () => {
  const program = `import { print } from ${JSON.stringify(new URL('./console.ts', import.meta.url).href)}\nfor (let line = 0; line < 3000; line++) print('x'.repeat(1000))\nsetTimeout(() => { print('still here') }, 3000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program])
  let complaint = ''
  child.stderr.on('data', (text) => { complaint += String(text) })
  child.stdout.once('data', () => { child.stdout.destroy() })
  const code = await new Promise(resolve => child.on('close', resolve))
  expect([code, complaint]).toEqual([0, ''])
})
