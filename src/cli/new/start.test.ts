import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { courseTexts } from '#course/texts'
import { drawable, missingCharacters, usedCharacters } from '#fonts'
import { readCourse } from '#course/disk'
import { occurs } from '#course/evidence'
import { kindNames, views } from '#schema'
import { verify } from '#verify'
import { openContext } from '#verify/disk'
import { start } from './start.ts'

const house = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'new-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) }, 60_000)
vi.setConfig({ testTimeout: 60_000 })

let root = ''
let copies = 0
beforeEach(() => {
  root = join(folder, String(copies++))
  cpSync(join(house, 'tests/tiny-course'), root, { recursive: true })
})
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const edit = (path: string, from: string, to: string) => {
  expect(read(path)).toContain(from)
  writeFileSync(join(root, path), read(path).replace(from, to))
}
const make = (what: string, id: string, more: { kind?: string, line?: string } = {}, sources: string | undefined = join(root, 'sources')) => start(root, sources, { what, id, ...more })
/** Everything that verify says, and which files are drafts. */
async function verified() {
  const course = readCourse(root)
  const results = await verify(course, openContext({ root, house, sources: join(root, 'sources') }))
  return { problems: results.flatMap(({ name, problems }) => problems.map(({ path, line, message }) => `${name} ${path}:${line} ${message}`)), drafts: course.drafts }
}
/** A lecture that has no deck yet, on a source that has no claims yet, and on one that has. */
const secondLecture = () => {
  edit('corpus/course.yaml', 'lectures:', 'lectures:\n  bridge:\n    title: { en: Bridge, zh: 桥 }\n    short: { en: Bridge, zh: 桥 }\n    question: { en: "Bridge: who pays?", zh: 桥由谁出钱？ }\n    sources: [lin-du-2027, lin-du-2026]\n    outcomes: { explain: { en: Explain., zh: 说明。 } }')
  writeFileSync(join(root, 'corpus/sources/lin-du-2027.yaml'), 'type: webpage\nauthor: []\nissued: "2027"\ntitle: {}\nlicence: { en: Invented., zh: 虚构。 }\nstandpoint: { en: Invented., zh: 虚构。 }\nshort: { en: Lin Du 2027, zh: 林渡 2027 }\n')
}

describe('what was started verifies', () => {
  it.each(kindNames)('an exercise of the kind %s', async (kind) => {
    const { files } = make('exercise', 'ferry/once-more', { kind })
    expect(files.map(({ path }) => path)).toEqual(['exercises/ferry/once-more.yaml'])
    expect(await verified()).toEqual({ problems: [], drafts: ['exercises/ferry/once-more.yaml'] })
  })

  it.each(views)('a model with the view %s, beside the others', async (view) => {
    expect(make('model', 'ferry/once-more', { kind: view }).files.map(({ path }) => path)).toEqual(['corpus/models/ferry.draft.yaml'])
    expect(await verified()).toEqual({ problems: [], drafts: ['corpus/models/ferry.draft.yaml'] })
    expect(readCourse(root).models['ferry/once-more']!.view).toBe(view)
  })

  it('a claim, in the paragraph of its line', async () => {
    const finished = read('corpus/claims/lin-du-2026.yaml')
    const { says } = make('claim', 'lin-du-2026/lamp-above-all', { line: '23' })
    expect(says[0]).toMatch(/^Line 23 stands in §1 Where the line came from, paragraph 2 \(lines 17–23\), which begins “/)
    expect(await verified()).toEqual({ problems: [], drafts: ['corpus/claims/lin-du-2026.draft.yaml'] })
    expect(says.at(-1)).toBe('corpus/claims/lin-du-2026.yaml is finished and stays so; when all of corpus/claims/lin-du-2026.draft.yaml is written, move it there.')
    expect(read('corpus/claims/lin-du-2026.yaml'), 'what is finished is not touched').toBe(finished)
    expect(read('corpus/claims/lin-du-2026.draft.yaml')).toMatch(/^# .*\ndraft: true\n\nlamp-above-all:\n/)
    const { evidence } = readCourse(root).claims['lin-du-2026/lamp-above-all']!
    expect(evidence.length).toBeGreaterThan(0)
    expect(evidence.join('').match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThanOrEqual(15)
    expect(evidence.every(string => occurs(string, read('sources/island-journal.txt')))).toBe(true)
  })

  it.each(['15', '27', '29', '37', '41', '47'])('a claim at line %s', async (line) => {
    make('claim', 'lin-du-2026/another', { line })
    expect((await verified()).problems).toEqual([])
  })

  it('two claims, one after the other', async () => {
    make('claim', 'lin-du-2026/another', { line: '15' })
    expect(make('claim', 'lin-du-2026/one-more', { line: '15' }).files.map(({ path }) => path)).toEqual(['corpus/claims/lin-du-2026.draft.yaml'])
    expect(read('corpus/claims/lin-du-2026.draft.yaml').match(/^draft: true$/gm)).toHaveLength(1)
    expect((await verified()).problems).toEqual([])
  })

  it('a claim of an outside source, at a place in words', async () => {
    make('claim', 'harbour-office-2025/bridge-soon')
    expect(await verified()).toEqual({ problems: [], drafts: ['corpus/claims/harbour-office-2025.draft.yaml'] })
  })

  it('a tension, beside the others', async () => {
    make('tension', 'ferry/who-keeps')
    expect(await verified()).toEqual({ problems: [], drafts: ['corpus/tensions/ferry.draft.yaml'] })
    expect(Object.keys(readCourse(root).tensions)).toEqual(['ferry/how-long', 'ferry/who-keeps'])
  })

  it('a lecture, its first claim, its first tension', async () => {
    secondLecture()
    expect(make('lecture', 'bridge').files.map(({ path }) => path)).toEqual(['slides/bridge.en.md', 'slides/bridge.zh.md', 'corpus/claims/lin-du-2027.yaml'])
    expect(await verified()).toEqual({ problems: [], drafts: ['corpus/claims/lin-du-2027.yaml', 'slides/bridge.en.md', 'slides/bridge.zh.md'] })
    expect(readCourse(root).decks.find(deck => deck.path === 'slides/bridge.en.md')!.slides.map(({ id }) => id)).toEqual(['opening', 'puzzle', 'before', 'check', 'discuss', 'answer', 'task', 'references'])
    make('claim', 'lin-du-2027/toll')
    make('tension', 'bridge/toll-or-ticket')
    expect((await verified()).problems).toEqual([])
    expect(readCourse(root).tensions['bridge/toll-or-ticket']!.sides.map(({ claims }) => claims)).toEqual([['lin-du-2027/toll'], ['lin-du-2026/line-opened']])
  })
})

it('in this course too, by the words that it holds its authors to: an exercise of every kind, and a lecture', async () => {
  rmSync(root, { recursive: true })
  for (const part of ['corpus', 'exercises', 'slides']) cpSync(join(house, part), join(root, part), { recursive: true })
  const { lectures } = readCourse(root).syllabus
  const begun = readCourse(root).decks[0]!.lecture
  const next = Object.keys(lectures).find(id => !readCourse(root).decks.some(({ lecture }) => lecture === id))
  for (const kind of kindNames) make('exercise', `${begun}/once-more-${kind}`, { kind }, undefined)
  if (next) make('lecture', next, {}, undefined)
  expect((await verified()).problems).toEqual([])
})

it('a draft beside a finished file leaves the finished claims held: they are to be used and locked', async () => {
  make('claim', 'lin-du-2026/another', { line: '15' })
  edit('slides/ferry.en.md', ' <Cite claim="lin-du-2026/takings-grew" />', '')
  edit('slides/ferry.zh.md', ' <Cite claim="lin-du-2026/takings-grew" />', '')
  expect((await verified()).problems).toEqual([expect.stringMatching(/^used corpus\/claims\/lin-du-2026\.yaml:\d+ "lin-du-2026\/takings-grew" is used nowhere/)])
})

it('a record that stands in both files is a problem', () => {
  make('claim', 'lin-du-2026/another', { line: '15' })
  edit('corpus/claims/lin-du-2026.draft.yaml', 'another:', 'line-opened:')
  expect(readCourse(root).problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([expect.stringMatching(/^corpus\/claims\/lin-du-2026\.draft\.yaml: "line-opened" stands at corpus\/claims\/lin-du-2026\.yaml:\d+ already$/)])
})

it('in a clone whose lines end with \\r\\n a piece is started as in any other', async () => {
  for (const path of ['corpus/claims/lin-du-2026.yaml', 'corpus/course.yaml', 'slides/ferry.en.md', 'slides/ferry.zh.md']) writeFileSync(join(root, path), read(path).replaceAll('\n', '\r\n'))
  make('claim', 'lin-du-2026/another', { line: '15' })
  make('claim', 'lin-du-2026/one-more', { line: '15' })
  expect(read('corpus/claims/lin-du-2026.draft.yaml')).toMatch(/^# .*\ndraft: true\n\nanother:/)
  expect(await verified()).toEqual({ problems: [], drafts: ['corpus/claims/lin-du-2026.draft.yaml'] })
})

it('a finished file may hold nothing of it', async () => {
  make('exercise', 'ferry/once-more', { kind: 'sort' })
  edit('exercises/ferry/once-more.yaml', 'draft: true\n', '')
  expect((await verified()).problems.every(problem => /^written exercises\/ferry\/once-more\.yaml:\d+ "(?:TODO|todo|【待写】)" is still to be replaced/.test(problem))).toBe(true)
})

it('the fonts can draw what is written for an author', async () => {
  const words = courseTexts(house).filter(({ path }) => path.startsWith('src/cli/new/'))
  expect(words.length).toBeGreaterThan(3)
  expect(missingCharacters(usedCharacters(words), await drawable(join(house, '.cache/fonts')))).toEqual([])
})

describe('what cannot be started is a letter, and nothing is written', () => {
  it.each([
    ['a slide', ['slide', 'ferry/another'], {}, 'A slide is no file: write it into both decks, slides/<lecture>.en.md and .zh.md. What to type for each layout stands in layouts/README.md.'],
    ['an unknown piece', ['lectur', 'ferry'], {}, 'There is no piece of a course "lectur". There is: lecture, claim, exercise, model, tension. Did you mean "lecture"?'],
    ['an unknown lecture', ['lecture', 'fery'], {}, 'There is no lecture "fery". There is: ferry. Did you mean "ferry"? A lecture stands in corpus/course.yaml first'],
    ['a lecture that is there', ['lecture', 'ferry'], {}, 'slides/ferry.en.md is there already'],
    ['an exercise that is there', ['exercise', 'ferry/who-pays'], { kind: 'sort' }, 'exercises/ferry/who-pays.yaml is there already'],
    ['an exercise of an unknown lecture', ['exercise', 'fery/x'], { kind: 'sort' }, 'There is no lecture "fery"'],
    ['an unknown kind', ['exercise', 'ferry/x'], { kind: 'sorts' }, 'Did you mean "sort"?'],
    ['a model without a view', ['model', 'ferry/x'], {}, 'Which view? --kind cards, '],
    ['a model with an unknown view', ['model', 'ferry/x'], { kind: 'decision-tabel' }, 'Did you mean "decision-table"?'],
    ['a model that is there', ['model', 'ferry/supports'], { kind: 'game' }, '"supports" stands in corpus/models/ferry.yaml already'],
    ['no kind', ['exercise', 'ferry/x'], {}, 'Which kind? --kind choice, '],
    ['a bad slug', ['exercise', 'ferry/Who_Pays'], { kind: 'sort' }, 'read "ferry/Who_Pays", expected <lecture>/<slug>'],
    ['a way out of the folder', ['exercise', '../x'], { kind: 'sort' }, 'There is no lecture ".."'],
    ['no slug', ['tension', 'ferry'], {}, 'read "ferry", expected <lecture>/<slug>'],
    ['a tension that is there', ['tension', 'ferry/how-long'], {}, '"how-long" stands in corpus/tensions/ferry.yaml already'],
    ['a claim that is there', ['claim', 'lin-du-2026/no-term'], { line: '23' }, '"no-term" stands in corpus/claims/lin-du-2026.yaml already'],
    ['a claim of an unknown source', ['claim', 'lin-du-2062/x'], { line: '23' }, 'Did you mean "lin-du-2026"?'],
    ['a line outside the text', ['claim', 'lin-du-2026/x'], { line: '400' }, '--line: read 400, expected a line with text between 1 and 47; the nearest paragraph begins at 47'],
    ['an empty line', ['claim', 'lin-du-2026/x'], { line: '46' }, 'the nearest paragraph begins at 47'],
    ['a footnote', ['claim', 'lin-du-2026/x'], { line: '19' }, 'line 19 is a footnote'],
    ['a heading', ['claim', 'lin-du-2026/x'], { line: '25' }, 'line 25 is a heading'],
    ['a line in words', ['claim', 'lin-du-2026/x'], { line: 'first' }, '--line: read "first", expected a line of its paragraph in island-journal.txt, between 1 and 47'],
    ['no line', ['claim', 'lin-du-2026/x'], {}, '--line: read nothing'],
    ['a line of an outside source', ['claim', 'harbour-office-2025/x'], { line: '3' }, 'leave --line out'],
    ['an option of another piece', ['tension', 'ferry/x'], { kind: 'sort' }, 'A tension takes no --kind.'],
  ] as [string, [string, string], { kind?: string, line?: string }, string][])('%s', (_, [what, id], more, letter) => {
    const before = openContext({ root }).files
    expect(() => make(what, id, more)).toThrow(letter)
    expect(openContext({ root }).files).toEqual(before)
  })

  it('a claim without the article at hand', () => {
    expect(() => start(root, undefined, { what: 'claim', id: 'lin-du-2026/x', line: '23' })).toThrow('island-journal.txt is not at hand')
  })

  it('a lecture without claims, and kinds without what they need', () => {
    secondLecture()
    edit('corpus/course.yaml', '[lin-du-2027, lin-du-2026]', '[lin-du-2027]')
    expect(() => make('exercise', 'bridge/x', { kind: 'sort' })).toThrow('No source of "bridge" (lin-du-2027) has a claim yet. First: npm run new -- claim lin-du-2027/<slug>')
    make('claim', 'lin-du-2027/toll')
    expect(() => make('exercise', 'bridge/x', { kind: 'edges' })).toThrow('An exercise of the kind "edges" wants a framework with edges in corpus/frameworks/bridge.yaml.')
    expect(() => make('exercise', 'bridge/x', { kind: 'cells' })).toThrow('wants a table of two cells or more in corpus/series/bridge.yaml')
    expect(() => make('exercise', 'bridge/x', { kind: 'number' })).toThrow('wants a figure in the evidence of a claim, and lin-du-2027 has none yet')
  })

  it('a file that cannot be read is not added to', () => {
    edit('corpus/tensions/ferry.yaml', 'reader:', 'raeder:')
    expect(() => make('tension', 'ferry/x')).toThrow(/corpus\/tensions\/ferry\.yaml:\d+ .*Mend this first/)
  })
})
