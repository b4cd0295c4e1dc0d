import { zipSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unzipped } from './archive.ts'
import { isLeftover, isTable, nameFrom } from './names.ts'

function* pieces(bytes: Uint8Array, size = 700) { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) }
const entries = (bytes: Uint8Array, isWanted: (path: string) => boolean = () => true) => [...unzipped(pieces(bytes), isWanted)]
const texts = (bytes: Uint8Array) => entries(bytes).map(({ path, bytes, problem }) => [path, bytes ? new TextDecoder().decode(bytes) : problem!.en])

/** A name as a Chinese Windows writes it: GBK, without the mark of UTF-8. */
function inGbk(zip: Uint8Array, placeholder: string, gbk: number[]): Uint8Array {
  const bytes = new Uint8Array(zip)
  for (let at = 0; at + placeholder.length <= bytes.length; at++)
    if ([...placeholder].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))) bytes.set(gbk, at)
  return bytes
}

describe('a ZIP archive', () => {
  it('gives its files one after the other, packed or not, in whatever folders', () => {
    const zip = zipSync({ 'class/a.yaml': strToU8('lecture: salt\n'.repeat(500)), 'class/late/王兰.json': [strToU8('{}'), { level: 0 }], 'empty.yaml': strToU8('') })
    expect(texts(zip)).toEqual([['class/a.yaml', 'lecture: salt\n'.repeat(500)], ['class/late/王兰.json', '{}'], ['empty.yaml', '']])
  })

  it('has names in GBK, or in UTF-8 that says nothing of it', () => {
    expect(texts(inGbk(zipSync({ 'XXXX.yaml': strToU8('a') }), 'XXXX', [0xCD, 0xF5, 0xC0, 0xBC]))).toEqual([['王兰.yaml', 'a']])
    expect(texts(inGbk(zipSync({ 'XXXXXX.yaml': strToU8('a') }), 'XXXXXX', [0xE7, 0x8E, 0x8B, 0xE5, 0x85, 0xB0]))).toEqual([['王兰.yaml', 'a']])
  })

  it('may hold archives, as a learning platform packs them; not without end', () => {
    const inner = zipSync({ 'a.yaml': strToU8('a') })
    expect(texts(zipSync({ 'wang.zip': inner, 'b.yaml': strToU8('b') }))).toEqual([['wang.zip/a.yaml', 'a'], ['b.yaml', 'b']])
    const deep = [1, 2, 3, 4].reduce(zip => zipSync({ 'more.zip': zip }), inner)
    expect(texts(deep)).toEqual([['more.zip/more.zip/more.zip', 'an archive in an archive in an archive was not unpacked']])
  })

  it('that unpacks to more than an answer file holds is refused by size, and the rest is read', () => {
    const zip = zipSync({ 'bomb.yaml': new Uint8Array(12_000_000), 'b.yaml': strToU8('b') })
    expect(zip.length).toBeLessThan(50_000)
    expect(texts(zip)).toEqual([['bomb.yaml', expect.stringMatching(/^unpacks to more than 10 MB; no answer file is so large/)], ['b.yaml', 'b']])
  })

  it('whose head says less than comes out is refused while it unpacks', () => {
    const zip = zipSync({ 'bomb.yaml': new Uint8Array(12_000_000) })
    const lying = new Uint8Array(zip)
    new DataView(lying.buffer).setUint32(22, 100, true)
    expect(texts(lying)).toEqual([['bomb.yaml', expect.stringMatching(/^unpacks to more than 10 MB/)]])
  })

  it('that breaks off says so, and gives what came before', () => {
    const zip = zipSync({ 'a.yaml': strToU8('a'), 'b.yaml': [crypto.getRandomValues(new Uint8Array(5000)), { level: 0 }] })
    const got = texts(zip.subarray(0, 3000))
    expect(got[0]).toEqual(['a.yaml', 'a'])
    expect(got.at(-1)![1]).toMatch(/breaks off|damaged/)
  })

  it('gives nothing that is not wanted', () => expect(entries(zipSync({ 'a.yaml': strToU8('a'), '.hidden': strToU8('b') }), path => !isLeftover(path)).map(({ path }) => path)).toEqual(['a.yaml']))
})

describe('what no student handed in', () => {
  it.each(['__MACOSX/a.yaml', 'class/.DS_Store', '.git/config', 'class/~$a.docx', 'Thumbs.db', 'a/desktop.ini'])('%s', path => expect(isLeftover(path)).toBe(true))
  it.each(['a.yaml', './a.yaml', '../class/a.yaml', 'class.2026/王兰.json'])('but %s', path => expect(isLeftover(path)).toBe(false))
  it.each<[string, boolean]>([['marks.csv', true], ['marks.XLSX', true], ['a.yaml', false], ['csv', false]])('%s is a table: %s', (path, expected) => expect(isTable(path)).toBe(expected))
})

describe('whose file it is', () => {
  it.each([
    ['answers.salt.王兰.2026-11-29.json', '王兰'],
    ['answers.salt.王兰.2026-11-29 (1).json', '王兰'],
    ['class/wang-lan.yaml', 'wang-lan'],
    ['mail.zip/Wang Lan_48213_assignsubmission_file/answers.salt.json', 'Wang Lan'],
    ['class/Wang Lan/answers.salt.json', 'Wang Lan'],
    ['class/Wang Lan/salt.en.answers.yaml', 'Wang Lan'],
    ['answers.salt.json', 'answers.salt'],
    ['李雷（二班）.yaml', '李雷（二班）'],
  ])('%s: %s', (path, name) => expect(nameFrom(path)).toBe(name))
})
