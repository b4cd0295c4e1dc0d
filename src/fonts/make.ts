/** The course's own cuts of the font packages, made when a text needs them and kept by what they hold. Node only. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { dropUnused, writeWhole } from '#files'
import { type CourseText, usedCharacters } from './characters.ts'
import { alwaysHan, alwaysLatin, type Face, faces, features } from './faces.ts'
import { type Openings, slicesOf } from './slices.ts'
import { charactersBySource, fileOf, packageOf } from './sources.ts'
import { type FontFile, stylesheet } from './stylesheet.ts'
import { subset } from './subset.ts'

/** What the fonts are made for: all that readers see, and which lectures there are. */
export interface FontRequest {
  texts: readonly CourseText[]
  openings: Openings
  lectures: Record<string, { sources: string[] }>
}

export interface CourseFonts {
  /** The stylesheet; it names the files beside it: `url('./han-sans-400.door.1f2e3d4c.woff2')`. */
  css: string
  /** Absolute paths under the cache, in the order of the stylesheet. */
  files: (FontFile & { path: string })[]
}

/** Which files the course wants, without making them. */
export async function planFonts({ texts, openings, lectures }: FontRequest, cache: string): Promise<CourseFonts> {
  const bySource = await charactersBySource(cache)
  const used = usedCharacters(texts)
  const han = slicesOf(texts, openings, alwaysHan, lectures)
  const latinWanted = new Set([...used.keys(), ...[...alwaysLatin].map(character => character.codePointAt(0)!)])
  const latin = faces.filter(({ script }) => script === 'latin').flatMap(face => latinFiles(face, latinWanted, bySource))
  const hanFaces = faces.filter(({ script }) => script === 'han')
  const sliced = [...han].flatMap(([slice, points]) => hanFaces.map(face =>
    fileFor(face, slice, points.filter(point => bySource.get(sourceOf(face))!.has(point)))))
  const files = [...latin, ...sliced].filter(({ points }) => points.some(point => !isMark(point)))
    .map(file => ({ ...file, path: join(cache, file.name) }))
  return { css: stylesheet(files), files }
}

/** The files of a Latin face: a character in two slices of a package comes from the first. */
function latinFiles(face: Face, wanted: ReadonlySet<number>, bySource: Map<string, Set<number>>): FontFile[] {
  const taken = new Set<number>()
  return Object.entries(face.slices).map(([slice, path]) => {
    const points = [...wanted].filter(point => bySource.get(path)!.has(point)
      && (!taken.has(point) || isMark(point)) && (face.only?.test(String.fromCodePoint(point)) ?? true))
    for (const point of points) taken.add(point)
    return fileFor(face, slice, points)
  })
}

function fileFor(face: Face, slice: string, points: number[]): FontFile {
  const sorted = [...points].sort((a, b) => a - b)
  const made = JSON.stringify([packageOf(sourceOf(face, slice)), face.name, face.axes, features, sorted])
  const hash = createHash('sha256').update(made).digest('hex').slice(0, 8)
  return { face, slice, name: `${face.name}.${slice}.${hash}.woff2`, points: sorted }
}

const sourceOf = (face: Face, slice?: string): string => face.slices[slice ?? ''] ?? Object.values(face.slices)[0]!

interface Making {
  /** Where files are kept by what they hold. */
  cache: string
  /** A folder of the repository with files that need not be made. */
  kept: string
  now: Date
  /** Told the name of each file made, and how many there are to make. */
  onMade?: ((name: string, toMake: number) => void) | undefined
}

/**
 * Makes what is neither in `cache` nor in `kept`; drops from the cache what no course has asked for in two weeks.
 */
export async function makeFonts(request: FontRequest, { cache, kept, now, onMade }: Making): Promise<CourseFonts> {
  const fonts = await planFonts(request, cache)
  mkdirSync(cache, { recursive: true })
  for (const { path, name } of fonts.files)
    if (!existsSync(path) && existsSync(join(kept, name))) writeWhole(path, readFileSync(join(kept, name)))
  const missing = fonts.files.filter(({ path }) => !existsSync(path))
  for (const face of new Set(missing.map(file => file.face))) {
    const files = missing.filter(file => file.face === face)
    // Noto's ten megabytes are cut once for all its slices.
    const all = face.script === 'han' && files.length > 1
      ? await subset(fileOf(sourceOf(face)), files.flatMap(({ points }) => points), face.axes, 'truetype')
      : undefined
    for (const { path, slice, points, name } of files) {
      writeWhole(path, await subset(all ?? fileOf(sourceOf(face, slice)), points, face.axes, 'woff2'))
      onMade?.(name, missing.length)
    }
  }
  for (const { path } of fonts.files) utimesSync(path, now, now)
  dropUnused(cache, keptDays, now)
  return fonts
}

const keptDays = 14

/** A combining mark stands in every slice: beside its letter's own font it would not sit on the letter (е́). */
const isMark = (point: number) => point >= 0x300 && point <= 0x36F
