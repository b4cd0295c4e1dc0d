// What can be proved by reading every file of a built site: no answer key where none should be, no presenter notes, no absolute address.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawingKey } from '#course'
import { readCourse } from '#course/disk'
import { drawingsOf } from '#course/drawings'
import { finishedLectures } from '#course/lecture'
import { absoluteLinks, filesIn } from '../../src/cli/build/site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const withKeys = process.env.COURSE_SITE ?? join(root, 'dist')
const withoutKeys = process.env.COURSE_SITE_WITHOUT_KEYS ?? join(root, '.cache/test/without-keys')
const course = readCourse(root)
/** What is being written has no door on the site. */
const finished = finishedLectures(course)

/** Runs of plain words and Han characters that a build cannot change: no quotation mark, no figure, no Markdown. */
function fragments(text: string): string[] {
  return (text.match(/[\p{Script=Han}]{8,}|[A-Za-z]+(?: [A-Za-z]+){4,}/gu) ?? []).slice(0, 2)
}

/** Words that stand in feedback and nowhere else in the course: who finds them in a site has found a key. */
function wordsOfKeys(): string[] {
  const shown = JSON.stringify([Object.values(course.exercises).map(exercise => exercise.item), course.claims, course.tensions, course.terms, course.series, course.frameworks, course.syllabus, course.decks])
  return Object.entries(course.exercises).filter(([id]) => finished.includes(id.split('/')[0]!)).flatMap(([, exercise]) => exercise.key.feedback.flatMap(({ says }) => [says.en, says.zh]).flatMap(fragments)).filter(words => !shown.includes(words))
}

function wordsOfNotes(): string[] {
  const shown = JSON.stringify([course.decks.map(deck => deck.slides.map(slide => [slide.content, slide.frontmatter])), course.exerciseFiles, course.claims, course.tensions, course.terms, course.series, course.frameworks, course.arguments, course.events, course.models, course.syllabus])
  return course.decks.flatMap(deck => deck.slides.flatMap(slide => Object.values(slide.note).flatMap(part => fragments(String(part))))).filter(words => !shown.includes(words))
}

const textOf = (site: string) => new Map(filesIn(site).filter(path => /\.(html|js|css|json|svg|txt|webmanifest)$/.test(path)).map(path => [relative(site, path), readFileSync(path, 'utf8')]))
const found = (words: readonly string[], files: Map<string, string>) => words.flatMap(one => [...files].filter(([, text]) => text.includes(one)).map(([path]) => `${path}: ${one}`))

/** The files a page names in an attribute: what a browser fetches before any script asks for anything. */
const loadedBy = (html: string) => [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => basename(address!))

/**
 * Files that hold the same, or the same but for the names of files that hold the same in their turn; and how many there are that differ.
 * Two decks of as many slides begin alike, but what they load does not.
 */
function storedTwice(paths: readonly string[]): [string[][], number] {
  const all = paths.filter(each => statSync(each).size > 100)
  const byName = new Map(all.map(path => [basename(path), path]))
  const hash = (held: string | Buffer) => createHash('sha256').update(held).digest('hex')
  const loads = new Map(all.filter(path => /\.(?:js|css)$/.test(path)).map(path => [path, readFileSync(path, 'utf8')]))
  const rest = new Map(all.filter(path => !loads.has(path)).map(path => [path, hash(readFileSync(path))]))
  // Files load each other in circles, so each round looks one file farther.
  let known = rest
  for (let round = 0; round < 3; round++) {
    const before = known
    const called = (name: string) => before.get(byName.get(basename(name)) ?? '') ?? ''
    known = new Map([...rest, ...[...loads].map(([path, text]) => [path, hash(text.replace(/(["'`])([^"'`\s]*\.(?:js|css))\1/g, (_, mark: string, name: string) => mark + called(name) + mark))] as const)])
  }
  const byContent = new Map<string, string[]>()
  for (const [path, digest] of known) byContent.set(digest, [...byContent.get(digest) ?? [], path])
  return [[...byContent.values()].filter(same => same.length > 1), byContent.size]
}

let published: Map<string, string>
beforeAll(() => {
  if (!existsSync(join(withKeys, 'index.html'))) throw new Error(`${withKeys} holds no built site. First: npm run build`)
  published = textOf(withKeys)
})

/** Words of mermaid's own code: of its front door, of its parser, of dagre, which lays its diagrams out. */
const wordsOfMermaid = ['No diagram type detected matching given configuration', 'acyclicer', 'registerLayoutLoaders']

describe('the published site', () => {
  it('has its diagrams drawn, and nothing that could draw one', () => {
    const mermaid = join(root, 'node_modules/mermaid/dist')
    const own = filesIn(mermaid).filter(path => path.endsWith('.min.mjs') || /chunks.mermaid\.esm\.min/.test(path)).filter(path => path.endsWith('.mjs')).map(path => readFileSync(path, 'utf8'))
    for (const word of wordsOfMermaid) expect(own.some(text => text.includes(word)), `"${word}" is in mermaid no more: the search below would prove nothing`).toBe(true)
    expect(found(wordsOfMermaid, published)).toEqual([])
    for (const { lecture, lang } of course.decks.filter(({ lecture }) => finished.includes(lecture))) {
      const drawings = drawingsOf(course, lecture, lang)
      if (!drawings.length) continue
      const holders = [...published].filter(([, text]) => drawings.every(drawing => text.includes(drawingKey(drawing.text))))
      expect(holders.map(([path]) => path), `${lecture}.${lang}: its ${drawings.length} drawings in one file`).not.toEqual([])
      for (const [path] of holders) for (const [page, text] of published) if (page.endsWith('.html')) expect(loadedBy(text), `${page} loads the drawings at once`).not.toContain(basename(path))
    }
  })
  it('has no address that only works at the root of a server', () => expect(absoluteLinks(withKeys)).toEqual([]))
  it('has one folder for scripts and styles, one for fonts, and nothing twice', () => {
    const all = filesIn(withKeys)
    expect(all.map(path => relative(withKeys, path)).filter(path => /\.(js|css|woff2)$/.test(path) && !/^(assets|fonts)\//.test(path))).toEqual([])
    const [alike, kinds] = storedTwice(all)
    expect(kinds).toBeGreaterThan(50)
    expect(alike.map(paths => paths.map(path => relative(withKeys, path)))).toEqual([])
  })
  it.each([
    ['a copy', (text: string) => text],
    ['a copy that imports a copy', (text: string) => text.replace(/"\.\/[^"]*\.js"/, '"./elsewhere-1a2b3c4d.js"')],
  ])('would be found to have %s of a script', (_, copied) => {
    const scripts = filesIn(join(withKeys, 'assets')).filter(path => path.endsWith('.js'))
    const script = scripts.find(path => /^import.*?"\.\//.test(readFileSync(path, 'utf8')))!
    const text = readFileSync(script, 'utf8')
    const imported = scripts.find(path => basename(path) === basename(/"(\.\/[^"]*\.js)"/.exec(text)![1]!))!
    const folder = mkdtempSync(join(tmpdir(), 'copy-'))
    try {
      const copy = join(folder, 'copy.js')
      const elsewhere = join(folder, 'elsewhere-1a2b3c4d.js')
      writeFileSync(copy, copied(text))
      writeFileSync(elsewhere, readFileSync(imported))
      expect(storedTwice([...scripts, copy, elsewhere])[0]).toContainEqual([script, copy])
    }
    finally { rmSync(folder, { recursive: true }) }
  })
  it('has no schema library in any script', () => {
    const zod = readFileSync(join(root, 'node_modules/zod/v4/core/schemas.js'), 'utf8')
    const words = ['$ZodType', 'unrecognized_keys', 'invalid_union']
    for (const word of words) expect(zod, `"${word}" is in zod no more: the search below would prove nothing`).toContain(word)
    expect(found(words, published)).toEqual([])
  })
  it('has no font that no browser fetches, and nothing to compile templates or float tooltips with', () => {
    expect(filesIn(withKeys).filter(path => /\.(ttf|woff)$|logo/.test(path)).map(path => relative(withKeys, path))).toEqual([])
    expect(found(['Failed to patch FloatingVue', 'decodeEntities'], published)).toEqual([])
  })
  it('names in every page what it may fetch, and each of these files is there', () => {
    const pages = [...published].filter(([path]) => path.endsWith('.html') && path !== 'index.html')
    expect(pages.length).toBeGreaterThan(course.decks.filter(({ draft }) => !draft).length * 2)
    for (const [path, html] of pages) {
      const files = Object.values(JSON.parse(/<script type="application\/json" id="course-files">(.*?)<\/script>/.exec(html)![1]!) as Record<string, string>)
      expect(files.length, path).toBeGreaterThan(0)
      for (const file of files) expect(existsSync(join(withKeys, file)), `${path} names ${file}`).toBe(true)
    }
  })
  it('says in every page, in both languages, what it needs where scripts do not run; a digest needs none', () => {
    for (const [path, html] of published) if (path.endsWith('.html') && path !== 'index.html') expect(html, path).toMatch(path.startsWith('read/') ? /<main id="content" class="read"[\s\S]*class="claim"/ : /<noscript>.*needs JavaScript.*需要启用 JavaScript.*<\/noscript>/)
  })
  it('has no presenter notes', () => {
    const words = wordsOfNotes()
    expect(words.length, 'words to look for').toBeGreaterThan(course.decks.length * 20)
    expect(found(words, published)).toEqual([])
  })
  it('has the keys in a file of their own', () => {
    const words = wordsOfKeys()
    expect(words.length, 'words to look for').toBeGreaterThan(finished.length * 12)
    const places = words.map(one => [...published].filter(([, text]) => text.includes(one)).map(([path]) => path))
    expect(places.filter(paths => paths.length === 0), 'words of keys that the site lacks: the search below would prove nothing').toEqual([])
    const files = new Set(places.flat())
    for (const path of files) expect(published.get(path), `${path} holds answers and is loaded with the page`).not.toMatch(/createApp|\.mount\(/)
    expect([...files].filter(path => !path.startsWith('keys/'))).toEqual([])
    for (const [path, text] of published) if (path.endsWith('.html')) for (const file of files) expect(loadedBy(text), `${path} loads the keys at once`).not.toContain(basename(file))
  })
})

describe('the site built without keys', () => {
  it('holds no answer in any of its files', () => {
    const files = textOf(withoutKeys)
    expect([...published.keys()].filter(path => !files.has(path) && !path.startsWith('keys/') && !path.endsWith('.html'))).toEqual([])
    expect([...files.keys()].filter(path => path.startsWith('keys/'))).toEqual([])
    expect(found(wordsOfKeys(), files)).toEqual([])
    expect([...files].filter(([, text]) => /\\?"partClaims\\?":\s*\{/.test(text)).map(([path]) => path)).toEqual([])
  })
})
