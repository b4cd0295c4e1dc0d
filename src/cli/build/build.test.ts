import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deckProblems } from './decks.ts'
import { shareAssets } from './share.ts'
import { absoluteLinks, buildSite } from './site.ts'
import { placeOf, unknownTags } from './unknown-tags.ts'

let root: string
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'build-')) })
afterEach(() => rmSync(root, { recursive: true, force: true }))
function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

describe('what Slidev swallows is a letter before it builds', () => {
  const head = `---\naddons: ['./']\nlayout: opening\n---\n\n# First\n`
  it.each([
    ['nothing', head, []],
    ['an unknown layout', `${head}\n---\nlayout: figre\n---\n\n# Second\n`, [['slides/corridor.en.md', 8, 'layout: read "figre", expected one of figure, opening. Did you mean "figure"?']]],
    ['no layout', `${head}\n---\nrouteAlias: second\n---\n\n# Second\n`, [['slides/corridor.en.md', 8, 'layout: none given, expected one of figure, opening']]],
    ['a missing file', `${head}\n---\nsrc: ./nowhere.md\n---\n`, [['slides/corridor.en.md', 8, 'Imported markdown file not found: ./slides/nowhere.md']]],
    ['no addons', `---\nlayout: opening\n---\n\n# First\n`, [['slides/corridor.en.md', 1, `addons: read undefined, expected ['./']: without it every tag and layout of ours is dropped`]]],
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
  it('and a known one does not', () => expect(parsed('import Cite from "/components/Cite/Cite.vue"')).not.toThrow())
})

describe('assets that decks share', () => {
  const deck = (name: string, own: string) => {
    write(`slides/${name}/index.html`, '<script src="./assets/index-1.js"></script>')
    write(`slides/${name}/404.html`, '')
    write(`slides/${name}/favicon.svg`, '<svg/>')
    write(`slides/${name}/assets/modules/vue-abc.js`, 'vue')
    write(`slides/${name}/assets/index-${name}.js`, own)
  }
  it('move up, once each, and the page finds them', () => {
    deck('corridor.en', 'a')
    deck('corridor.zh', 'b')
    shareAssets(join(root, 'slides'))
    for (const path of ['assets/modules/vue-abc.js', 'assets/index-corridor.en.js', 'assets/index-corridor.zh.js', 'corridor.en/favicon.svg']) expect(existsSync(join(root, 'slides', path)), path).toBe(true)
    for (const path of ['corridor.en/assets', 'corridor.zh/assets', 'corridor.en/404.html']) expect(existsSync(join(root, 'slides', path)), path).toBe(false)
    expect(readFileSync(join(root, 'slides/corridor.en/index.html'), 'utf8')).toBe('<script src="../assets/index-1.js"></script>')
  })
  it('refuse two files of one name that differ', () => {
    deck('corridor.en', 'a')
    deck('corridor.zh', 'b')
    write('slides/corridor.zh/assets/modules/vue-abc.js', 'another vue')
    expect(() => shareAssets(join(root, 'slides'))).toThrow('have one name and differ')
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
