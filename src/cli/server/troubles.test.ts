import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchTroubles } from './troubles.ts'

const house = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'troubles-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) }, 60_000)
vi.setConfig({ testTimeout: 60_000 })

let root = ''
let copies = 0
let said: string[] = []
let watching: ReturnType<typeof watchTroubles>
beforeEach(() => {
  root = join(folder, String(copies++))
  cpSync(join(house, 'tests/tiny-course'), root, { recursive: true })
  said = []
  watching = watchTroubles(root, { tell: lines => said.push(...lines), house, settleMilliseconds: 20 })
})
afterEach(() => watching.close())
const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(join(root, path), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(root, path), text.replace(from, to))
}
/** 1-based, in the course as it stands. */
const lineOf = (path: string, words: string) => readFileSync(join(house, 'tests/tiny-course', path), 'utf8').split('\n').findIndex(line => line.includes(words)) + 1
const until = (expected: RegExp) => vi.waitFor(() => expect(said.join('\n')).toMatch(expected), { timeout: 50_000, interval: 50 })

describe('while the course is shown, the terminal says what an edit broke', () => {
  it.each<[string, [path: string, from: string, to: string], RegExp]>([
    ['a tag that is not closed', ['slides/ferry.en.md', '<Series id="ferry/takings" />', '<Series id="ferry/takings" >'], new RegExp(`^slides/ferry\\.en\\.md:${lineOf('slides/ferry.en.md', '<Series id="ferry/takings" />')} <Series> is not closed; write <Series … />`, 'm')],
    ['a tag misspelt', ['slides/ferry.zh.md', '<Series id', '<Sereis id'], /^slides\/ferry\.zh\.md:\d+ no component <Sereis>; did you mean "Series"\?/m],
    ['a tab in an exercise', ['exercises/ferry/who-pays.yaml', 'hint: {', '\thint: {'], /^exercises\/ferry\/who-pays\.yaml:8 cannot be read as YAML: /m],
    ['a key that is no option', ['exercises/ferry/who-pays.yaml', 'key: by-sales', 'key: by-sale'], /^exercises\/ferry\/who-pays\.yaml:14 key: no "by-sale" here; did you mean "by-sales"\?/m],
  ])('%s', async (_what, [path, from, to], expected) => {
    edit(path, from, to)
    await until(expected)
    // A page that asks now gets what the terminal said.
    expect((await watching.problems()).map(({ path, line, message }) => `${path}:${line} ${message}`).join('\n')).toMatch(expected)
    edit(path, to, from)
    await until(/^All of it can be read and shown again\.$/m)
    expect(await watching.problems()).toEqual([])
  })
})

it('the first look waits for what it would take the processor from, and a page that asks waits with it', async () => {
  edit('exercises/ferry/who-pays.yaml', 'key: by-sales', 'key: by-sale')
  let isReady = () => {}
  const later = watchTroubles(root, { tell: () => {}, house, begins: new Promise<void>((resolve) => { isReady = resolve }) })
  try {
    let isAnswered = false
    const answer = later.problems().then((problems) => { isAnswered = true; return problems })
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(isAnswered).toBe(false)
    isReady()
    expect((await answer).map(({ message }) => message).join('\n')).toContain('no "by-sale" here')
  }
  finally { later.close() }
})
