import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Course } from '#course'
import { baseOf, deckProblems } from './decks.ts'
import { published } from './drafts.ts'
import { cacheOf } from './kept.ts'
import { fileOf } from './plugins/record-inputs.ts'
import { mappedIn, placed, share } from './share.ts'
import { absoluteLinks, buildSite, filesIn } from './site.ts'
import { placeOf, unknownTags, unknownTagsShown } from './plugins/unknown-tags.ts'
import { madeOfNow, siteKept } from './unchanged.ts'

let root: string
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'build-')) })
afterEach(() => rmSync(root, { recursive: true, force: true }))
function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

describe('what Slidev swallows is a letter before it builds', () => {
  const head = `---\ntheme: ../theme\naddons: ['./']\nlayout: opening\n---\n\n# First\n`
  it.each([
    ['nothing', head, []],
    ['an unknown layout', `${head}\n---\nlayout: figre\n---\n\n# Second\n`, [['slides/corridor.en.md', 9, 'layout: read "figre", expected one of figure, opening. Did you mean "figure"?']]],
    ['a directive that a built deck has not', `${head}\n---\nlayout: figure\n---\n\n# Second\n\n<b v-mark.red>x</b>\n`, [['slides/corridor.en.md', 9, 'read v-mark, expected v-click: a built deck leaves out what Slidev needs for v-mark']]],
    ['no layout', `${head}\n---\nrouteAlias: second\n---\n\n# Second\n`, [['slides/corridor.en.md', 9, 'layout: none given, expected one of figure, opening']]],
    ['a missing file', `${head}\n---\nsrc: ./nowhere.md\n---\n`, [['slides/corridor.en.md', 9, 'Imported markdown file not found: ./slides/nowhere.md']]],
    ['no theme', `---\naddons: ['./']\nlayout: opening\n---\n\n# First\n`, [['slides/corridor.en.md', 1, 'theme: read undefined, expected ../theme: without it Slidev does as it likes with addresses, fonts, size and drawings']]],
    ['no addons', `---\ntheme: ../theme\nlayout: opening\n---\n\n# First\n`, [['slides/corridor.en.md', 1, `addons: read undefined, expected ['./']: without it every tag and layout of ours is dropped`]]],
  ])('%s', async (_, deck, expected) => {
    write('slides/corridor.en.md', deck)
    for (const layout of ['opening', 'figure']) write(`layouts/${layout}.vue`, '<template><slot /></template>')
    const problems = await deckProblems(root, { name: 'corridor.en', lecture: 'corridor', lang: 'en', path: join(root, 'slides/corridor.en.md') }, root)
    expect(problems.map(({ path, line, message }) => [path, line, message])).toEqual(expected)
  })
})

describe('tags that are no component', () => {
  it.each([
    ['/course/slides/corridor.en.md__slidev_29.md', 'corridor.en.md, slide 29'],
    ['/course/components/Cite/Cite.vue', 'components/Cite/Cite.vue'],
    ['/course/pages/Start.vue', 'pages/Start.vue'],
    ['/course/node_modules/@slidev/client/components/X.vue', undefined],
    ['/course/src/hosts/host.ts', undefined],
  ])('%s is %s', (id, place) => expect(placeOf(id)).toBe(place))

  const parsed = (code: string) => {
    const plugin = unknownTags() as unknown as { moduleParsed: (module: { id: string, code: string }) => void, buildEnd: (this: { error: (letter: string) => never }) => void }
    plugin.moduleParsed({ id: '/course/slides/corridor.en.md__slidev_2.md', code })
    return () => plugin.buildEnd.call({ error: letter => { throw new Error(letter) } })
  }
  it('stop the build', () => expect(parsed('const _component_Nonsense = _resolveComponent("Nonsense")')).toThrow('corridor.en.md, slide 2: <Nonsense> is no component'))
  it('are shown on the slide while an author is at work', () => {
    const plugin = unknownTagsShown() as unknown as { configResolved: (config: { base: string }) => void, transform: { handler: (code: string, id: string) => { code: string } | undefined } }
    plugin.configResolved({ base: '/slides/corridor.en/' })
    const shown = plugin.transform.handler('const _component_Nonsense = _resolveComponent("Nonsense")', '/course/slides/corridor.en.md__slidev_2.md')!.code
    expect(shown).toContain('const _component_Nonsense = __missingTag("Nonsense", "corridor.en.md")')
    expect(shown).toMatch(/^import \{ missingTag as __missingTag \} from "\/slides\/corridor\.en\/@fs\/.+\/src\/hosts\/slidev\/missing-tag\.ts";/)
    expect(plugin.transform.handler('import Cite from "/components/Cite/Cite.vue"', '/course/slides/corridor.en.md__slidev_2.md')).toBeUndefined()
    expect(plugin.transform.handler('_resolveComponent("Nonsense")', '/course/components/Cite/Cite.vue')).toBeUndefined()
  })
  it('and a known one does not', () => expect(parsed('import Cite from "/components/Cite/Cite.vue"')).not.toThrow())
})

describe('what decks share', () => {
  const deck = (name: string, entry: string) => {
    write(`${name}/index.html`, '<script src="./assets/index-1.js"></script>')
    write(`${name}/favicon.svg`, '<svg/>')
    write(`${name}/assets/modules/vue-abc.js`, 'vue')
    write(`${name}/assets/index-${name}.js`, entry)
    share(join(root, name), join(root, 'site'))
  }
  it('stands once at the root of the site, without their pages', () => {
    deck('corridor.en', 'a')
    deck('corridor.zh', 'b')
    expect(filesIn(join(root, 'site')).map(path => relative(join(root, 'site'), path)).sort()).toEqual(['assets/index-corridor.en.js', 'assets/index-corridor.zh.js', 'assets/modules/vue-abc.js', 'favicon.svg'])
  })
  it('a script that only the import map of a page names is not stored again under another name', () => {
    const map = (name: string) => `<script type="importmap">{"imports":{"./assets/index-logical1.js":"./assets/index-${name}.js","./assets/index-logical1.css":"./assets/a.css"}}</script>`
    for (const [name, text] of [['aaaaaaaa', 'one'], ['bbbbbbbb', 'one'], ['cccccccc', 'two']]) write(`${name}/assets/index-${name}.js`, text!)
    const shared = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'].map(name => [...share(join(root, name), join(root, 'site'), mappedIn(map(name)))])
    expect(shared).toEqual([[], [['index-bbbbbbbb.js', 'index-aaaaaaaa.js']], []])
    expect(filesIn(join(root, 'site/assets')).map(path => basename(path)).sort()).toEqual(['index-aaaaaaaa.js', 'index-cccccccc.js'])
    // What a script of another page imports by this name stays.
    write('dddddddd/assets/index-dddddddd.js', 'one')
    expect([...share(join(root, 'dddddddd'), join(root, 'site'))]).toEqual([])
  })
  it('refuse two files of one name that differ', () => {
    deck('corridor.en', 'a')
    write('corridor.zh/assets/modules/vue-abc.js', 'another vue')
    expect(() => share(join(root, 'corridor.zh'), join(root, 'site'))).toThrow('have one name and differ')
  })
  it.each([
    ['<script src="./assets/x.js">', '<script src="../../assets/x.js">'],
    ['<link rel="icon" href="./favicon.svg">', '<link rel="icon" href="../../favicon.svg">'],
    ['<a href="#/2">', '<a href="#/2">'],
    [
      '<script type="importmap">{"imports":{"./assets/x.js":"./assets/x-1.js"}}</script><p>"./assets/x.js"</p>',
      '<script type="importmap">{"imports":{"../../assets/x.js":"../../assets/x-1.js"}}</script><p>"./assets/x.js"</p>',
    ],
  ])('%s in a deck becomes %s', (html, expected) => expect(placed(html, '../../')).toBe(expected))
})

// No list of a deck's inputs holds these: Slidev finds them by their names.
it.each(['index.html', 'custom-nav-controls.vue', 'theme/package.json', 'slides/public/favicon.svg', 'layouts/figure.vue', 'package-lock.json'])('a deck is built again when %s is there, or another', (path) => {
  for (const needed of ['components', 'layouts', 'setup', 'snippets', 'styles']) mkdirSync(join(root, needed), { recursive: true })
  const base = () => baseOf(root, { name: 'corridor.en', lecture: 'corridor', lang: 'en', path: join(root, 'slides/corridor.en.md') }, {})
  const without = base()
  write(path, 'one')
  const one = base()
  expect(one).not.toBe(without)
  // A layout that is there is among the deck's inputs, once it uses it.
  if (path.startsWith('layouts/')) return
  write(path, 'another')
  expect(base()).not.toBe(one)
})

describe('a part that is kept', () => {
  const cache = (base = 'base') => cacheOf(root, 'corridor.en', base)
  const build = (base?: string) => {
    const one = cache(base)
    const workshop = one.workshop()
    writeFileSync(join(workshop, 'files/index.html'), 'built')
    return one.keep(workshop, ['slides/corridor.en.md', 'components/Cite.vue', 'pages/page.html'])
  }
  beforeEach(() => {
    write('slides/corridor.en.md', 'a deck')
    write('components/Cite.vue', 'a tag')
    write('components/Term.vue', 'a tag that the deck does not use')
  })
  it.each<[string, () => void, boolean]>([
    ['nothing changed', () => {}, true],
    ['a file it was not made of changed', () => write('components/Term.vue', 'another tag'), true],
    ['its text changed', () => write('slides/corridor.en.md', 'another deck'), false],
    ['a component it uses changed', () => write('components/Cite.vue', 'another tag'), false],
    ['a component it uses is gone', () => rmSync(join(root, 'components/Cite.vue')), false],
  ])('%s: found is %3$s', (_, change, isFound) => {
    build()
    change()
    expect(cache().find() !== undefined).toBe(isFound)
  })
  it('is built again when a file was saved while it was built', () => {
    const one = cache()
    const workshop = one.workshop()
    const later = new Date(Date.now() + 5000)
    utimesSync(join(root, 'components/Cite.vue'), later, later)
    one.keep(workshop, ['slides/corridor.en.md', 'components/Cite.vue'])
    expect(cache().find()).toBeUndefined()
  })
  it('is not found for other options or versions', () => {
    build()
    expect(cache('another').find()).toBeUndefined()
  })
  it('is found again when its text goes back to what it was, and has the key it had', () => {
    const { key } = build()
    write('slides/corridor.en.md', 'another deck')
    expect(build().key).not.toBe(key)
    write('slides/corridor.en.md', 'a deck')
    expect(cache().find()?.key).toBe(key)
  })
  it('is kept in at most four states', () => {
    for (let state = 1; state <= 6; state++) {
      write('slides/corridor.en.md', `a deck ${state}`)
      build()
    }
    expect(readdirSync(join(root, '.cache/built/corridor.en'))).toHaveLength(4)
    expect(cache().find()).toBeDefined()
  })
})

it.each([
  ['/course/slides/corridor.en.md__slidev_29.md', 'slides/corridor.en.md'],
  ['/course/components/Cite/Cite.vue?vue&type=style&index=0', 'components/Cite/Cite.vue'],
  ['/course/node_modules/vue/index.js', undefined],
  ['/elsewhere/x.ts', undefined],
  ['\0plugin-vue:export-helper', undefined],
])('the module %j is the file %s', (id, file) => expect(fileOf(id, '/course')).toBe(file))

describe('drafts', () => {
  const deck = (lecture: string, draft: boolean, ...exercises: string[]) => ({ lecture, lang: 'en', draft, path: `slides/${lecture}.en.md`, slides: [{ tags: exercises.map(id => ({ name: 'Exercise', attributes: { id }, line: 7 })) }] })
  const course = (...decks: ReturnType<typeof deck>[]) => ({ decks, exercises: { 'salt/a': {}, 'salt/b': {} }, exerciseFiles: { 'salt/a': {}, 'salt/b': { draft: true } } }) as unknown as Course
  it('are not published: no deck, no exercise', () => {
    const { course: left, problems } = published(course(deck('salt', false, 'salt/a'), deck('sea', true, 'salt/b')))
    expect(problems).toEqual([])
    expect(left.decks.map(({ lecture }) => lecture)).toEqual(['salt'])
    expect(Object.keys({ ...left.exercises, ...left.exerciseFiles })).toEqual(['salt/a'])
  })
  it('an exercise on a finished slide is a letter', () => {
    expect(published(course(deck('salt', false, 'salt/b'))).problems).toEqual([{ path: 'slides/salt.en.md', line: 7, message: expect.stringContaining('exercise "salt/b" says `draft: true`') as string }])
  })
})

it.each([
  ['<a href="./zh/">', []],
  ['<a href="https://doi.org/10.1">', []],
  ['<a href="//elsewhere">', [{ path: 'en/index.html', line: 1, message: 'read "//elsewhere", expected a relative address' }]],
  ['<p>\n<img src="/x.png">', [{ path: 'en/index.html', line: 2, message: 'read "/x.png", expected a relative address' }]],
])('addresses in %j', (html, problems) => {
  write('en/index.html', html)
  expect(absoluteLinks(root)).toEqual(problems)
})

it.each([
  ['no deck', [], 'There is no deck to build'],
  ['no pages', ['slides/corridor.zh.md'], 'there is no pages/vite.config.ts'],
])('a course with %s cannot be built, and says so', async (_, files, letter) => {
  for (const file of files) write(file, '# A deck\n')
  await expect(buildSite({ root, house: root, out: join(root, 'dist') })).rejects.toThrow(letter)
  expect(existsSync(join(root, 'dist'))).toBe(false)
})

describe('a site that stands as it was built', () => {
  const site = { problems: [], files: { 'data/salt.en': 'data/salt.en.0f.json' }, decks: { 'salt.en': 'one' } }
  const out = () => join(root, 'dist')
  const asked = { withoutKeys: false }
  beforeEach(() => {
    for (const path of ['corpus/course.yaml', 'components/Cite.vue', 'package-lock.json', 'tests/some.test.ts', 'dist/index.html', 'dist/data/one.json']) write(path, path)
    siteKept(root, out()).keep(madeOfNow(root, root, asked), site)
  })
  const found = (options: object = asked) => siteKept(root, out()).find(madeOfNow(root, root, options))

  it('is found', () => expect(found()).toEqual(site))
  it('also when only a test has changed, or what Vite keeps', () => {
    write('tests/some.test.ts', 'other')
    write('components/node_modules/.vite/deps.json', '{}')
    expect(found()).toEqual(site)
  })
  it.each(['corpus/course.yaml', 'components/Cite.vue', 'package-lock.json', 'a-new-folder/file.ts', 'dist/index.html', 'dist/data/another.json'])('is not, when %s is written', (path) => {
    write(path, 'something else')
    expect(found()).toBeUndefined()
  })
  it('is not, when a file of it is gone', () => {
    rmSync(join(out(), 'data/one.json'))
    expect(found()).toBeUndefined()
  })
  it('is not, for other options or another folder', () => {
    expect(found({ withoutKeys: true })).toBeUndefined()
    expect(siteKept(root, join(root, 'elsewhere')).find(madeOfNow(root, root, asked))).toBeUndefined()
  })
  it('is of one course', () => {
    write('tests/fixture-course/corpus/course.yaml', 'one')
    const course = join(root, 'tests/fixture-course')
    const before = madeOfNow(course, root, asked)
    write('tests/fixture-course/corpus/course.yaml', 'two')
    expect(madeOfNow(course, root, asked)).not.toBe(before)
  })
})
