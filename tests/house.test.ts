// Which way imports go. Rooms and floors are data; the rest reads every file against them.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))

/** An import goes to a lower floor, or stays in its room. */
const floors: Record<string, number> = {
  'setup': 7, 'layouts': 7, 'pages': 7, // what Slidev and Vite mount
  'components': 6, 'src/cli': 6,
  'src/hosts': 5, 'src/browser.ts': 5,
  'src/assess': 4, 'src/handout': 4, 'src/verify': 4,
  'src/course': 3, 'src/grading': 3, 'src/progress': 3,
  'src/fonts': 2,
  'src/files.ts': 1,
  'src/models': 2, 'src/atlas': 2.5, // the map's projection is a model, its land is not
  'src/schema': 1,
  'styles': 0,
}

/** Imports that go sideways all the same. */
const exceptions: { file: string, to: string, because: string }[] = [
  { file: 'src/grading/prove.ts', to: 'src/course', because: 'a proof splits an exercise file and grades its responses: it needs both' },
]

/** What a room may not import, and why. */
const closed: { rooms: string[], to: RegExp, because: string }[] = [
  { rooms: ['components'], to: /^(@slidev\/|mermaid|vue-router|vite$|node:)/, because: 'a tag works on a slide, on a page, in print and in a test: its host tells it such things' },
  { rooms: ['src/schema', 'src/models', 'src/grading', 'src/progress'], to: /^(node:|vue|@slidev\/|mermaid|vite)/, because: 'pure: runs in a browser, in Node and in a test alike' },
  { rooms: ['components', 'src/hosts', 'src/handout', 'pages', 'layouts', 'setup'], to: /^(#atlas|d3-geo|topojson-client|world-atlas)/, because: 'the map is drawn at build time: no atlas goes to a browser' },
  { rooms: ['components', 'src/hosts', 'src/models', 'src/grading', 'pages', 'layouts', 'setup'], to: /^#schema(\/(corpus|exercise|text|index))?$/, because: 'a value of it brings the schema library into a browser; types do not, and #schema/verdict, /slide and /language need none' },
  { rooms: ['src/handout', 'pages', 'layouts'], to: /^#course\/(inline|lecture|disk)$/, because: 'a page would carry the Markdown renderer: texts are HTML already' },
  { rooms: ['src/assess', 'src/course', 'src/handout', 'src/verify'], to: /^(node:fs|vue$|@slidev\/client|mermaid$|vite$)/, because: 'disk and DOM are arguments' },
]

/** Files that stand at a door: the one place where their room meets the outside. Type-only imports need no door. */
const doors: { file: string, opens: RegExp, because: string }[] = [
  { file: 'src/course/folder.ts', opens: /^node:fs$/, because: 'reads the texts of a folder' },
  { file: 'src/course/served-now.ts', opens: /^node:fs$/, because: 'sees whether a file of the course has changed' },
  { file: 'src/course/drawn.ts', opens: /^node:fs$/, because: 'keeps what was drawn under .cache/' },
  { file: 'src/verify/kept.ts', opens: /^node:fs$/, because: 'keeps under .cache/ what was found out' },
  { file: 'src/verify/mermaid.ts', opens: /^mermaid$/, because: 'a diagram is right when mermaid itself can parse it' },
]

/** Clock, dice, network, storage and DOM are arguments below the hosts. */
const outside = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|(?<![.\w])fetch\(|\b(?:local|session)Storage\b|(?<![.\w])(?:window|document)\.(?:body|fonts|location|querySelector|createElement|addEventListener)/

interface Import { to: string, isType: boolean }

const files = ['src', 'components', 'layouts', 'setup', 'pages'].flatMap(folder => under(join(root, folder))).filter(path => /\.(ts|vue)$/.test(path) && !path.endsWith('.d.ts'))
const isTest = (path: string) => /\.test\.ts$|\/examples\//.test(path)
const code = new Map(files.map(path => [path, scriptOf(path)]))
const imports = new Map(files.map(path => [path, importsOf(code.get(path)!)]))

describe('an import goes down', () => {
  it.each(Object.entries(roomsIn(files)))('%s', (room, inRoom) => {
    expect(floors, `${room} has no floor: give it one in tests/house.test.ts`).toHaveProperty([room])
    const wrong = inRoom.flatMap(path => imports.get(path)!.flatMap(({ to }) => {
      const other = roomOf(resolved(path, to))
      if (other === undefined || other === room) return []
      const may = floors[other]! < floors[room]! || (isTest(path) && floors[other] === floors[room]) // a test may look sideways, never up
      if (exceptions.some(exception => exception.file === path && exception.to === other)) return []
      return may ? [] : [`${path} imports ${to}: from floor ${floors[room]} to ${other} on floor ${floors[other]}`]
    }))
    expect(wrong).toEqual([])
  })
  it.each(exceptions.map(exception => [exception.file, exception] as const))('the exception for %s is still needed', (_, { file, to }) => {
    expect(imports.get(file)?.some(one => roomOf(resolved(file, one.to)) === to)).toBe(true)
  })
})

describe('closed to a room', () => {
  it.each(closed.map(rule => [rule.rooms.join(', '), rule] as const))('%s', (_, { rooms, to: forbidden, because }) => {
    const wrong = files.filter(path => rooms.includes(roomOf(path) ?? '') && !isTest(path)).flatMap(path => imports.get(path)!
      .filter(({ to, isType }) => !isType && forbidden.test(to) && !doors.some(door => door.file === path && door.opens.test(to)))
      .map(({ to }) => `${path} imports ${to}: ${because}`))
    expect(wrong).toEqual([])
  })
  it.each(doors.map(door => [door.file, door] as const))('the door %s is still needed', (_, { file, opens }) => {
    expect(imports.get(file)?.some(({ to }) => opens.test(to))).toBe(true)
  })
})

it('clock, dice, network, storage and DOM are arguments below the hosts', () => {
  const low = files.filter(path => (floors[roomOf(path) ?? ''] ?? 9) < floors['src/hosts']! && !isTest(path))
  expect(low.length).toBeGreaterThan(30)
  expect(low.flatMap(path => code.get(path)!.split('\n').flatMap((line, index) => outside.test(line) ? [`${path}:${index + 1}  ${line.trim()}`] : []))).toEqual([])
})

// A build may keep it; the tag then has two roots, and what its user gives it (class, aria-hidden) falls off without a word.
it('no comment stands beside the root of a component', () => {
  const components = files.filter(path => path.endsWith('.vue'))
  expect(components.length).toBeGreaterThan(30)
  expect(components.filter(path => /^ {2}<!--/m.test(/^<template>\n([\s\S]*?)^<\/template>/m.exec(readFileSync(join(root, path), 'utf8'))?.[1] ?? ''))).toEqual([])
})

it('nothing imports in a circle', () => {
  expect(circles()).toEqual([])
})

it('rooms are named for what they do', () => {
  expect(under(root).filter(path => /(^|\/)(utils?|lib|helpers?|common|misc)(\/|\.(ts|vue|mjs)$)/.test(path) && !path.startsWith('tests/tiny-course'))).toEqual([])
})

/** Where code still names a piece of the content, and why; a name that is gone takes its line along. */
const naming: { file: string, names: string[], because: string }[] = [
  { file: 'components/fixture.ts', names: ['south-caucasus'], because: 'a drawn map of that extent' },
  { file: 'src/schema/exercise.ts', names: ['reading'], because: 'what an exercise asks for, no lecture' },
  { file: 'src/schema/text.ts', names: ['zhang-zeming-2026'], because: 'a message shows how an id looks' },
  { file: 'src/cli/commands/start.ts', names: ['corridor'], because: 'the help shows how an option looks' },
  { file: 'src/cli/commands/new.ts', names: ['yang-2026', 'triad/'], because: 'the help shows how an option looks' },
  { file: 'src/models/stance.ts', names: ['brier-1950'], because: 'the score that bets are kept in, as its author has it' },
]

describe('code names no lecture, no source and no exercise of the course', () => {
  const lectures = Object.keys((parse(readFileSync(join(root, 'corpus/course.yaml'), 'utf8')) as { lectures: object }).lectures)
  const sources = readdirSync(join(root, 'corpus/sources')).map(file => file.replace(/\.yaml$/, ''))
  /** "corridor/stages", "corridor.en", 'corridor', zhang-zeming-2026 */
  const content = new RegExp(`(?<![\\w-])(?:(${lectures.join('|')})(?:/(?=[a-z])|\\.(?:en|zh)\\b)|(${sources.join('|')})(?![\\w-]))|'(${lectures.join('|')})'`, 'g')
  const namesIn = (text: string) => [...new Set([...withoutComments(text).matchAll(content)].map(([whole, path, source, quoted]) => source ?? quoted ?? (whole.endsWith('/') ? whole : path!)))]
  const machinery = [...files.filter(path => !isTest(path)), ...under(join(root, 'tests/e2e/machinery')).filter(path => path.endsWith('.ts'))]
  const allowed = (file: string) => naming.find(exception => exception.file === file)?.names ?? []

  it('but for these exceptions', () => {
    expect(lectures.length * sources.length).toBeGreaterThan(0)
    expect(machinery.length).toBeGreaterThan(100)
    const wrong = machinery.flatMap(path => namesIn(readFileSync(join(root, path), 'utf8')).filter(name => !allowed(path).includes(name)).map(name => `${path} names ${name}`))
    expect(wrong, 'what a lecture says belongs into its own files; machinery is tried on tests/fixture-course').toEqual([])
  })
  it.each(naming.map(exception => [exception.file, exception] as const))('the exception for %s is still needed', (file, { names }) => {
    const there = existsSync(join(root, file)) ? namesIn(readFileSync(join(root, file), 'utf8')) : []
    expect(names.filter(name => !there.includes(name)), 'these are named no more: take them out of the list').toEqual([])
  })
  it.each([
    [`const id = 'corridor'`, ['corridor']],
    ['<Cite claim="zhang-zeming-2026/x" />', ['zhang-zeming-2026']],
    [`load('corridor/stages')`, ['corridor/']],
    ['open(`slides/corridor.en/`)', ['corridor']],
    ['// corridor/stages', []],
    ['<!-- zhang-zeming-2026 -->', []],
    ['class CorridorMap {}', []],
  ])('%s', (text, expected) => expect(namesIn(text)).toEqual(expected))
})

describe('code says nothing that is the course’s to say', () => {
  const course = parse(readFileSync(join(root, 'corpus/course.yaml'), 'utf8')) as Record<string, unknown> & { lectures: Record<string, { title: object, question: object }> }
  const texts = [...['title', 'name', 'tagline', 'about', 'use', 'standpoint', 'cite'].map(field => course[field]), ...Object.values(course.lectures).flatMap(({ title, question }) => [title, question])]
  const sentences = texts.flatMap(text => Object.values(text ?? {}) as string[])
  /** How many lectures or texts there are is counted, from what `{Lectures}` and `{texts}` stand for. */
  const counted = /\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:lectures|articles|texts)\b|[三四五六七八九十][一二两]?[讲篇]/iu
  const told = (text: string) => sentences.some(sentence => sentence.length > 3 && withoutComments(text).includes(sentence)) || counted.test(withoutComments(text))
  it('its title, its lectures, where its texts stand, how many there are', () => {
    expect(sentences.length).toBeGreaterThan(20)
    expect(files.filter(path => !isTest(path) && path !== 'components/fixture.ts' && told(readFileSync(join(root, path), 'utf8')))).toEqual([])
  })
  it.each([
    ['its title', `title: '${sentences[0]}'`, true],
    ['how many lectures', `route: 'The eleven lectures'`, true],
    ['in Chinese', `route: '十一讲'`, true],
    ['a number that is an argument', 'exercises: (count: number) => `${count} lectures`', false],
    ['a comment', `// The eleven lectures`, false],
  ])('finds %s', (_, text, expected) => expect(told(text)).toBe(expected))
})

function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
}

describe('the reader of imports itself', () => {
  it.each([
    ['a value', `import { a } from './a.ts'`, [{ to: './a.ts', isType: false }]],
    ['a type', `import type { A } from '#schema'`, [{ to: '#schema', isType: true }]],
    ['passed on', `export * from './b.ts'`, [{ to: './b.ts', isType: false }]],
    ['on demand', `const page = () => import('./Page.vue')`, [{ to: './Page.vue', isType: false }]],
    ['in a comment', `// import { a } from './a.ts'`, []],
  ])('%s', (_, text, expected) => expect(importsOf(text)).toEqual(expected))
  it.each([
    ['components/Cite/Cite.vue', '#hosts', 'src/hosts'],
    ['src/cli/main.ts', './console.ts', 'src/cli'],
    ['pages/main.ts', '../styles/tokens.css', 'styles'],
    ['src/cli/commands/start.ts', '../../browser.ts', 'src/browser.ts'],
    ['src/cli/main.ts', 'citty', undefined],
  ])('%s: %s stands in %s', (path, to, room) => expect(roomOf(resolved(path, to))).toBe(room))
})

function under(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.') || ['dist', 'handouts', 'look'].includes(relative(root, join(folder, entry.name)))) return []
    return entry.isDirectory() ? under(join(folder, entry.name)) : [relative(root, join(folder, entry.name)).split(sep).join('/')]
  })
}

/** The script of a component, line for line where it stands; any other file as it is. Comments are blanked. */
function scriptOf(path: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  const script = path.endsWith('.vue') ? text.replace(/[\s\S]*?(<script[^>]*>)([\s\S]*?)<\/script>|[\s\S]+$/g, (all, open?: string, body?: string) => body === undefined ? all.replace(/[^\n]/g, '') : all.slice(0, all.indexOf(open!)).replace(/[^\n]/g, '') + body) : text
  return script.replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '$1')
}

function importsOf(text: string): Import[] {
  const found: Import[] = []
  const visit = (node: ts.Node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = ts.isImportDeclaration(node) ? node.importClause : undefined
      const named = clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : undefined
      const isType = ts.isExportDeclaration(node) ? node.isTypeOnly : Boolean(clause?.isTypeOnly || (named && !clause?.name && named.length > 0 && named.every(one => one.isTypeOnly)))
      found.push({ to: node.moduleSpecifier.text, isType })
    }
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] && ts.isStringLiteral(node.arguments[0])) {
      found.push({ to: node.arguments[0].text, isType: false })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest))
  return found
}

/** The file that an import means, from the root; nothing for a package. */
function resolved(from: string, to: string): string | undefined {
  if (to.startsWith('.')) return normalize(join(dirname(from), to)).split(sep).join('/')
  if (!to.startsWith('#')) return undefined
  const { imports: names } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> }
  for (const [name, target] of Object.entries(names)) {
    const [before, after] = name.split('*')
    if (after === undefined ? to === name : to.startsWith(before!)) return target.replace('./', '').replace('*', to.slice(before!.length))
  }
  throw new Error(`${from} imports ${to}: package.json names no such import`)
}

/** "src/cli/main.ts" => "src/cli"; a file right under src/ is a room of its own. */
function roomOf(path: string | undefined): string | undefined {
  if (path === undefined || path.startsWith('..')) return undefined
  const [first, second] = path.split('/')
  return first === 'src' ? `src/${second}` : path.includes('/') ? first : undefined
}

function roomsIn(paths: string[]): Record<string, string[]> {
  const rooms: Record<string, string[]> = {}
  for (const path of paths) (rooms[roomOf(path)!] ??= []).push(path)
  return rooms
}

/** Every circle of value imports, named once. */
function circles(): string[] {
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const walk = (path: string, trail: string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    state.set(path, 'open')
    for (const { to, isType } of imports.get(path) ?? []) {
      const next = isType ? undefined : resolved(path, to)
      if (next !== undefined && imports.has(next)) walk(next, [...trail, path])
    }
    state.set(path, 'done')
  }
  for (const path of imports.keys()) walk(path, [])
  return found
}
