import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { characterName, missingCharacters, usedCharacters } from './characters.ts'
import { type CourseFonts, type FontRequest, makeFonts } from './make.ts'
import { drawable } from './sources.ts'
import { charactersOf } from './subset.ts'

const folder = mkdtempSync(join(tmpdir(), 'fonts-'))
const cache = join(folder, 'cache')
const kept = join(folder, 'kept')
afterAll(() => rmSync(folder, { recursive: true }))

const request = (text: string): FontRequest => ({
  texts: [{ path: 'slides/salt.zh.md', text }, { path: 'slides/salt.en.md', text: 'Salt, е\u0301' }],
  openings: { door: '中文', en: '', zh: '' }, lectures: { salt: { sources: [] } },
})

describe('what the packages can draw', () => {
  const missing = async (text: string) =>
    missingCharacters(usedCharacters([{ path: 'slides/a.md', text }]), await drawable(cache)).map(({ point, place }) => `${characterName(point)} in line ${place.line}`)
  it.each([
    ['Azerbaijani and Turkish', 'əƏğĞşŞıİçÇöÖüÜ'],
    ['Russian with a stress mark', 'АБВЯабвяёЁ\u0301'],
    ['pinyin with its tones', 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'],
    ['Chinese punctuation', '，。、；：？！“”‘’（）《》……——·'],
    ['signs of the source checks', '=≠≈÷×−–'],
    ['Armenian and Georgian names', 'Երևանთბილისი'],
  ])('%s', async (_, characters) => expect(await missing(characters)).toEqual([]))
  it('a character that nobody writes, and where it stands', async () => expect(await missing('走\n𪚥')).toEqual(['𪚥 (U+2A6A5) in line 2']))
})

describe('the files of a course', () => {
  let fonts: CourseFonts
  const made: string[] = []
  beforeAll(async () => { fonts = await makeFonts(request('盐路→'), { cache, kept, now: new Date(), onMade: name => made.push(name) }) }, 120_000)

  it('are made, each with just the characters that its rule names', async () => {
    const file = fonts.files.find(({ face, slice }) => face.name === 'han-sans-400' && slice === 'door')!
    expect(await charactersOf(readFileSync(file.path))).toEqual(new Set([...'中文'].map(character => character.codePointAt(0)!)))
    expect(fonts.css).toContain(`url('./${file.name}') format('woff2'); unicode-range: U+4E2D, U+6587 }`)
  })
  it('are static: no rule names a range of weights, which a PDF would draw as Type 3', () => {
    expect(fonts.css.match(/@font-face/g)!.length).toBeGreaterThan(fonts.files.length)
    expect(fonts.css).not.toMatch(/font-weight: \d+ \d+/)
  })
  it('of Latin have a twin for Chinese text without the punctuation that is Chinese there', () => {
    const [twin] = /'Course Sans zh'; font-weight: 400.*/.exec(fonts.css)!
    expect(twin).toContain('size-adjust: 106%')
    expect(twin).not.toMatch(/U\+201C|U\+2014|U\+2026/)
  })
  it('are not made twice', async () => {
    const again: string[] = []
    expect((await makeFonts(request('盐路→'), { cache, kept, now: new Date(), onMade: name => again.push(name) })).css).toBe(fonts.css)
    expect(made.length).toBeGreaterThan(20)
    expect(again).toEqual([])
  })
  it('come from the repository where it has them', async () => {
    const fresh = join(folder, 'fresh')
    const own = join(folder, 'own')
    const again: string[] = []
    await makeFonts(request('盐路→'), { cache: fresh, kept: cache, now: new Date(), onMade: name => again.push(name) })
    expect(again).toEqual([])
    expect(readdirSync(fresh).filter(name => name.endsWith('.woff2')).sort()).toEqual(fonts.files.map(({ name }) => name).sort())
    await expect(makeFonts(request('盐路→'), { cache: own, kept, now: new Date(), onMade: name => { throw new Error(`made ${name}`) } })).rejects.toThrow(/^made /)
  }, 60_000)
  it('that a text no longer wants are dropped after a while, those in use are kept', async () => {
    const old = join(cache, 'han-sans-400.gone.00000000.woff2')
    writeFileSync(old, '')
    utimesSync(old, new Date(0), new Date(0))
    await makeFonts(request('盐路→'), { cache, kept, now: new Date() })
    const left = readdirSync(cache)
    expect(left).not.toContain('han-sans-400.gone.00000000.woff2')
    for (const { name } of fonts.files) expect(left).toContain(name)
  })
})
