import type { z } from 'zod'
import type { Exercise, ExerciseFile } from '#schema'
import { Actor, Argument, Claim, Event, ExerciseFile as ExerciseSchema, Extent, Framework, Model, Place as MapPlace, Route, Series, Slug, SourceFile, Stance, Style, Syllabus, Tension, Term, Theme, Unit, drafted } from '#schema'
import type { Course, Lock, Place, Problem, Room } from './course.ts'
import { readDeck, UnreadableDeck } from './deck.ts'
import { diskFolder, type Folder } from './folder.ts'
import { didYouMean, letters } from './letter.ts'
import { deckName } from './names.ts'
import { split, Unresolved } from './split.ts'
import { readYaml, type YamlFile } from './yaml.ts'

const rooms = { claims: Claim, series: Series, frameworks: Framework, events: Event, glossary: Term, tensions: Tension, models: Model, arguments: Argument, stances: Stance } as const

/**
 * Reads a whole course folder (slides, exercises, corpus). Never throws on bad content: what cannot be read
 * is a problem with its line, and everything else is in the course.
 */
export function readCourse(where: string | Folder): Course {
  const folder = typeof where === 'string' ? diskFolder(where) : where
  const { root } = folder
  const problems: Problem[] = []
  const drafts: string[] = []
  const files = new Map<string, YamlFile>()
  /** "claims zhang-zeming-2026/minsk-closed" -> file and the field where the record begins. */
  const places = new Map<string, { path: string, field: string[] }>()

  /** The value of a file; undefined where it cannot be read, which is said then, and nothing else about it. */
  const yamlAt = (path: string): unknown => {
    const { file, problems: unreadable } = readYaml(folder.text(path) ?? '', path)
    if (unreadable.length > 0) unread.push(path)
    problems.push(...unreadable)
    files.set(path, file)
    return file.value
  }
  const unread: string[] = []
  const lineOf = (path: string) => (field: (string | number)[]) => files.get(path)?.lineOf(field) ?? 1

  /** A file of records: each is read by itself, so that one bad record costs only itself. */
  function records<T>(room: Room, path: string, schema: z.ZodType<T>, into: Record<string, T>, idOf: (slug: string) => string, under: string[] = []) {
    const file = files.get(path)?.value ?? yamlAt(path)
    if (unread.includes(path)) return
    const value = under.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | null)?.[step], file)
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      problems.push({ path, line: lineOf(path)(under), message: `${under.length ? `${under.join('.')}: ` : ''}read ${Array.isArray(value) ? 'a list' : value === null || value === undefined ? 'nothing' : String(value)}, expected a map of records, each under its name` })
      return
    }
    for (const [slug, record] of Object.entries(value)) {
      if (slug === drafted && under.length === 0) {
        if (record === true) drafts.push(path)
        else problems.push({ path, line: lineOf(path)([slug]), message: `draft: read ${JSON.stringify(record)}, expected true or no such line` })
        continue
      }
      if (!Slug.safeParse(slug).success) problems.push({ path, line: lineOf(path)([...under, slug]), message: `"${slug}": expected a slug such as "three-vertices", which begins with a letter` })
      const id = idOf(slug)
      const first = places.get(`${room} ${id}`)
      if (first && first.path !== path && room !== 'themes') {
        problems.push({ path, line: lineOf(path)([...under, slug]), message: `"${slug}" stands at ${first.path}:${lineOf(first.path)(first.field)} already` })
        continue
      }
      places.set(`${room} ${id}`, { path, field: [...under, slug] })
      const parsed = schema.safeParse(record)
      if (parsed.success) into[id] = parsed.data
      else problems.push(...letters(parsed.error, record, path, lineOf(path), [...under, slug], schema))
    }
  }

  const course: Course = {
    root,
    syllabus: { title: { en: '', zh: '' }, version: '0', cite: { en: '', zh: '' }, lectures: {} },
    sources: {}, actors: {}, units: {}, style: { words: [], names: [], known: [], activities: [], exceptions: [] }, claims: {}, series: {}, frameworks: {}, events: {}, themes: {}, terms: {}, tensions: {}, models: {}, arguments: {}, stances: {}, extents: {}, places: {}, routes: {},
    exerciseFiles: {}, exercises: {}, decks: [], locks: {}, drafts, problems, unread,
    stands: (room, id) => places.has(`${room} ${id}`),
    place: (room, id, field = []): Place => {
      const place = places.get(`${room} ${id}`)
      return place ? { path: place.path, line: lineOf(place.path)([...place.field, ...field]) } : { path: `${room}/${id}`, line: 1 }
    },
    idAt: (path, line) => {
      const slides = course.decks.find(deck => deck.path === path)?.slides.map(({ id, line }) => ({ id, line }))
      const standing = slides ?? [...places].filter(([, place]) => place.path === path)
        .map(([key, place]) => ({ id: key.slice(key.indexOf(' ') + 1), line: lineOf(path)(place.field) }))
      return standing.filter(each => each.line <= line).sort((a, b) => a.line - b.line).at(-1)?.id
    },
  }

  const syllabusPath = 'corpus/course.yaml'
  if (folder.text(syllabusPath) !== undefined) {
    const value = yamlAt(syllabusPath)
    const parsed = Syllabus.safeParse(value)
    if (parsed.success) course.syllabus = parsed.data
    else if (!unread.includes(syllabusPath)) {
      unread.push(syllabusPath)
      problems.push(...letters(parsed.error, value, syllabusPath, lineOf(syllabusPath), [], Syllabus))
    }
    for (const lecture of Object.keys(course.syllabus.lectures)) places.set(`lectures ${lecture}`, { path: syllabusPath, field: ['lectures', lecture] })
  }
  else {
    unread.push(syllabusPath)
    problems.push({ path: syllabusPath, line: 1, message: 'this file is missing; expected the title of the course and its lectures in order' })
  }

  for (const name of listed(folder, 'corpus/sources', '.yaml')) {
    const path = `corpus/sources/${name}.yaml`
    if (!Slug.safeParse(name).success) problems.push({ path, line: 1, message: `"${name}": expected a slug such as "hansen-2026", which begins with a letter` })
    places.set(`sources ${name}`, { path, field: [] })
    const value = yamlAt(path)
    if (unread.includes(path)) continue
    const parsed = SourceFile.safeParse(value)
    if (!parsed.success) { problems.push(...letters(parsed.error, value, path, lineOf(path), [], SourceFile)); continue }
    const { draft, ...source } = parsed.data
    course.sources[name] = source
    if (draft) drafts.push(path)
  }
  if (Object.keys(course.sources).length === 0) problems.push({ path: 'corpus/sources', line: 1, message: 'expected a folder with a file for each source' })

  if (folder.text('corpus/actors.yaml') !== undefined) records('actors', 'corpus/actors.yaml', Actor, course.actors, slug => slug)
  if (folder.text('corpus/units.yaml') !== undefined) records('units', 'corpus/units.yaml', Unit, course.units, slug => slug)
  const stylePath = 'corpus/style.yaml'
  if (folder.text(stylePath) !== undefined) {
    const value = yamlAt(stylePath)
    const parsed = Style.safeParse(value)
    for (const part of ['words', 'names', 'exceptions']) places.set(`style ${part}`, { path: stylePath, field: [part] })
    if (parsed.success) course.style = parsed.data
    else if (!unread.includes(stylePath)) problems.push(...letters(parsed.error, value, stylePath, lineOf(stylePath), [], Style))
  }
  if (folder.text('corpus/maps.yaml') !== undefined) records('extents', 'corpus/maps.yaml', Extent, course.extents, slug => slug)

  for (const name of listed(folder, 'corpus/themes', '.yaml')) {
    const path = `corpus/themes/${name}.yaml`
    const here: Record<string, Theme> = {}
    const before = new Map(Object.keys(course.themes).map(slug => [slug, course.place('themes', slug)]))
    records('themes', path, Theme, here, slug => slug)
    for (const slug of Object.keys(here)) {
      const first = before.get(slug)
      if (first) problems.push({ path, line: lineOf(path)([slug]), message: `the theme "${slug}" stands at ${first.path}:${first.line} already; themes are the same in every lecture` })
    }
    Object.assign(course.themes, here)
  }

  const into: { [R in keyof typeof rooms]: Record<string, z.infer<(typeof rooms)[R]>> } = {
    claims: course.claims, series: course.series, frameworks: course.frameworks, events: course.events, glossary: course.terms, tensions: course.tensions, models: course.models, arguments: course.arguments, stances: course.stances,
  }
  for (const room of Object.keys(rooms) as (keyof typeof rooms)[]) {
    for (const name of listed(folder, `corpus/${room}`, '.yaml'))
      records(room, `corpus/${room}/${name}.yaml`, rooms[room] as z.ZodType, into[room], slug => `${name.replace(/\.draft$/, '')}/${slug}`)
  }

  for (const name of listed(folder, 'corpus/routes', '.yaml')) {
    const path = `corpus/routes/${name}.yaml`
    const value = yamlAt(path)
    if (unread.includes(path)) continue
    if (value === null || typeof value !== 'object' || Array.isArray(value)) { problems.push({ path, line: 1, message: 'expected places and routes' }); continue }
    for (const key of Object.keys(value))
      if (![drafted, 'places', 'routes'].includes(key)) problems.push({ path, line: lineOf(path)([key]), message: `unknown field "${key}"; expected places and routes${didYouMean(key, ['places', 'routes'])}` })
    if (drafted in value && value.draft === true) drafts.push(path)
    if ('places' in value) records('places', path, MapPlace, course.places, slug => `${name}/${slug}`, ['places'])
    if ('routes' in value) records('routes', path, Route, course.routes, slug => `${name}/${slug}`, ['routes'])
  }

  for (const lecture of folders(folder, 'exercises')) {
    for (const slug of listed(folder, `exercises/${lecture}`, '.yaml')) {
      const id = `${lecture}/${slug}`
      const path = `exercises/${id}.yaml`
      places.set(`exercises ${id}`, { path, field: [] })
      const value = yamlAt(path)
      if (unread.includes(path)) continue
      const parsed = ExerciseSchema.safeParse(value)
      if (!parsed.success) { problems.push(...letters(parsed.error, value, path, lineOf(path), [], ExerciseSchema)); continue }
      course.exerciseFiles[id] = parsed.data as ExerciseFile
      if (parsed.data.draft) drafts.push(path)
    }
  }
  for (const [id, file] of Object.entries(course.exerciseFiles)) {
    try { course.exercises[id] = split(id, file, course) as Exercise }
    catch (error) {
      if (!(error instanceof Unresolved)) throw error
      problems.push({ ...course.place('exercises', id, error.field), message: error.message })
    }
  }

  for (const name of listed(folder, 'slides', '.md')) {
    const path = `slides/${name}.md`
    const deck = deckName(path)
    if (!deck) { problems.push({ path, line: 1, message: `read "${name}.md", expected <lecture>.en.md or <lecture>.zh.md` }); continue }
    if (!unread.includes(syllabusPath) && !(deck.lecture in course.syllabus.lectures))
      problems.push({ path, line: 1, message: `no lecture "${deck.lecture}" in corpus/course.yaml${didYouMean(deck.lecture, Object.keys(course.syllabus.lectures))}` })
    try {
      const read = readDeck(folder.text(path)!, path)
      course.decks.push(read)
      if (read.draft) drafts.push(path)
    }
    catch (error) {
      if (!(error instanceof UnreadableDeck)) throw error
      problems.push({ path, line: 1, message: `Slidev's parser cannot read this deck: ${error.message}` })
    }
  }

  for (const file of listed(folder, 'corpus/evidence', '.lock.json')) {
    const path = `corpus/evidence/${file}.lock.json`
    try {
      const read = JSON.parse(folder.text(path)!) as Partial<Lock> | null
      if (read?.claims !== null && typeof read?.claims === 'object') course.locks[file] = read as Lock
      else problems.push({ path, line: 1, message: 'expected { "claims": { … } }; write it anew with: npm run verify -- --lock' })
    }
    catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      problems.push({ path, line: 1, message: `not JSON: ${error.message}; write it anew with: npm run verify -- --lock` })
    }
  }
  return course
}

/** Names of the files in a folder, without their ending, in order; none where there is no folder. */
const listed = (folder: Folder, path: string, ending: string): string[] =>
  folder.list(path).filter(name => name.endsWith(ending) && !name.startsWith('.')).map(name => name.slice(0, -ending.length)).sort()

const folders = (folder: Folder, path: string): string[] => folder.list(path).filter(name => name.endsWith('/')).map(name => name.slice(0, -1))
