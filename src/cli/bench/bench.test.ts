import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { load } from '@slidev/parser/fs'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '../commands.ts'
import { benches } from './benches.ts'
import { otherWord, storedTwice } from './built.ts'
import { plainDeck } from './ordinary.ts'
import { familyOf, memoryOf, readPss, readStat, run, secondsOfChildren } from './processes.ts'
import { inTurn } from './workshop.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

describe('an ordinary deck', () => {
  it('has a slide for each of ours, with its words as they are, a diagram and a formula', async () => {
    const slides = ['A headline\nwith <Tag /> and {{ braces }}\n- 3 * 4 | `code` $x$', '第二页\n文字\n\n1. one\n---\n# no headline']
    const path = join(folder, 'plain.md')
    writeFileSync(path, plainDeck('A: title', 'en', slides))
    const deck = await load({ userRoot: folder, roots: [folder] }, path)
    expect(deck.slides.map(({ title }) => title)).toHaveLength(2)
    expect(deck.headmatter).toMatchObject({ title: 'A: title', theme: 'none' })
    const [first, second] = deck.slides.map(({ content }) => content)
    expect(first).toMatch(/^# A headline\n\nwith &lt;Tag \/&#62;/)
    expect(first).not.toMatch(/[{`*$]/)
    expect(second).toContain('```mermaid')
    expect(second).toContain('\\sum')
  })
})

describe('/proc', () => {
  it('a name with brackets and spaces does not shift the fields', () => {
    expect(readStat('4711 (node (a b) c) S 42 4711 4711 0 -1 4194304 1 2 3 4 50 60 700 80 20 0 11 0')).toEqual({ parent: 42, childSeconds: 7.8 })
  })
  it('a family is all that was started, and nobody else', () => {
    expect(familyOf(2, new Map([[1, 0], [2, 1], [3, 2], [4, 3], [5, 1]]))).toEqual([2, 3, 4])
  })
  it.each([['Rss: 9 kB\nPss:     1000 kB\nPss_Anon: 5 kB', 1.024], ['', 0]])('%j => %f MB', (rollup, expected) => expect(readPss(rollup)).toBeCloseTo(expected))
})

describe('a process', () => {
  const onLinux = process.platform === 'linux'
  it('its time, its CPU seconds and its memory are measured, with those it started', async () => {
    const inner = 'const a=Buffer.alloc(120e6,1);const t=Date.now();while(Date.now()-t<1500);'
    const ran = await run(['-e', `require('child_process').spawnSync(process.execPath,['-e',${JSON.stringify(inner)}])`], { watched: true })
    expect(ran.seconds).toBeGreaterThan(1.5)
    if (!onLinux) return expect([ran.cpu, ran.peak, memoryOf(process.pid), secondsOfChildren()]).toEqual([undefined, undefined, undefined, undefined])
    expect(ran.cpu).toBeGreaterThan(0.5)
    expect(ran.peak).toBeGreaterThan(120)
  })
  it('one that fails says so; one that only finds something does not', async () => {
    await expect(run(['-e', 'console.error("the wall"); process.exit(3)'])).rejects.toThrow(/exit code 3: the wall/)
    await expect(run(['-e', 'process.exit(1)'], { mayFind: 1 })).resolves.toMatchObject({ said: '' })
  })
})

it('samples are taken in turn', async () => {
  const order: string[] = []
  const way = (name: string) => async () => { order.push(name); return [order.length] }
  expect(await inTurn(2, { a: way('a'), b: way('b') })).toEqual({ a: [1, 3], b: [2, 4] })
  expect(order).toEqual(['a', 'b', 'a', 'b'])
})

describe('stored twice', () => {
  const files = (...texts: string[]) => texts.map(text => ({ text: Buffer.from(text) }))
  it.each([
    ['nothing', files('a', 'b'), false, 0],
    ['byte for byte', files('a'.repeat(2000), 'b', 'a'.repeat(2000)), false, 2],
    ['but for hashes, looked at byte for byte', files('import"./vue-DrYuvdLR.js"', 'import"./vue-Di6jgWaM.js"'), false, 0],
    ['but for hashes', files('import"./vue-DrYuvdLR.js"', 'import"./vue-Di6jgWaM.js"'), true, 0.025],
    ['but for hashes that are the whole name', files('url(./B6S6o5ax.css)', 'url(./B8Pc0M1B.css)'), true, 0.019],
    ['another name is another file', files('import"./vue-DrYuvdLR.js"', 'import"./app-Di6jgWaM.js"'), true, 0],
  ])('%s', (_, given, butForNames, kilobytes) => expect(storedTwice(given, butForNames)).toBeCloseTo(kilobytes))
})

it('one headline of a deck is another, and nothing else', () => {
  const deck = readFileSync(new URL('../../../tests/fixture-course/slides/salt.en.md', import.meta.url), 'utf8')
  const [before, after] = [deck, otherWord(deck, 'Word 7')].map(text => text.split('\n'))
  const changed = after!.filter((line, index) => line !== before![index])
  expect(after).toHaveLength(before!.length)
  expect(changed).toEqual(['# Word 7'])
})

describe('benches', () => {
  const rows = benches.flatMap(bench => bench.rows(['sco', 'salt']).map(row => ({ ...row, bench: bench.name })))
  it('each row has its own id, in its bench', () => {
    expect(rows.length).toBeGreaterThan(30)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows.filter(({ id, bench }) => !id.startsWith(`${bench}/`))).toEqual([])
  })
  it('what is to be reached is one bound', () => {
    expect(rows.flatMap(({ goals }) => goals).filter(({ most, least }) => (most === undefined) === (least === undefined))).toEqual([])
  })
  it.each([
    ['an unknown bench', ['--only', 'sites']],
    ['no number', ['--samples', 'many']],
    ['a file that is no bench', ['--only', 'site', '--out', join(folder, 'plain.md')]],
  ])('%s is a letter', async (_, args) => { expect(await main(['bench', ...args])).toBe(2) })
})
