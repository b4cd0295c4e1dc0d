/** The font packages: which versions are installed, and which characters each of their files can draw. Node only. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { writeWhole } from '#files'
import { type Coverage, pointsOf, unicodeRange } from './characters.ts'
import { type Face, faces, features } from './faces.ts'
import { charactersOf } from './subset.ts'

const { resolve } = createRequire(import.meta.url)

/** "@fontsource/source-sans-3/files/…" => "@fontsource/source-sans-3@5.3.1" */
export function packageOf(path: string): string {
  const parts = path.split('/')
  const name = parts.slice(0, 2).join('/')
  const manifest = join(readable(path), ...parts.slice(2).map(() => '..'), 'package.json')
  return `${name}@${(JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version}`
}

/** Throws, saying what brings it, where a package's file is not installed. */
export const fileOf = (path: string): Buffer => readFileSync(readable(path))

function readable(path: string): string {
  try { return resolve(path) }
  catch { throw new Error(`${path} is not there: npm ci brings it`) }
}

/** Changes when a package, a face or what is kept of a font changes; a drawing measured with other fonts is another. */
export function fontIdentity(): string {
  const hash = createHash('sha256').update(JSON.stringify([faces, features], (_, value: unknown) => value instanceof RegExp ? value.source : value))
  for (const path of new Set(faces.flatMap(({ slices }) => Object.values(slices)))) hash.update(packageOf(path))
  return hash.digest('hex').slice(0, 16)
}

/** Package file -> the code points it can draw; read from the fonts once and kept in `cache`. */
export async function charactersBySource(cache: string): Promise<Map<string, Set<number>>> {
  const kept = join(cache, `drawable.${fontIdentity()}.json`)
  if (existsSync(kept)) {
    const ranges = JSON.parse(readFileSync(kept, 'utf8')) as Record<string, string>
    return new Map(Object.entries(ranges).map(([path, range]) => [path, pointsOf(range)]))
  }
  const found = new Map<string, Set<number>>()
  for (const path of new Set(faces.flatMap(({ slices }) => Object.values(slices)))) found.set(path, await charactersOf(fileOf(path)))
  mkdirSync(cache, { recursive: true })
  writeWhole(kept, JSON.stringify(Object.fromEntries([...found].map(([path, points]) => [path, unicodeRange(points)]))))
  return found
}

/** What text may use: drawn at both weights; and what the italic has. What is installed stays as it is while a program runs. */
export function drawable(cache: string): Promise<Coverage> {
  const found = drawableAt.get(cache) ?? findDrawable(cache)
  drawableAt.set(cache, found)
  found.catch(() => drawableAt.delete(cache))
  return found
}
const drawableAt = new Map<string, Promise<Coverage>>()

async function findDrawable(cache: string): Promise<Coverage> {
  const bySource = await charactersBySource(cache)
  const at = (wanted: (face: Face) => boolean) => new Set(faces.filter(wanted).flatMap(({ slices, only }) =>
    Object.values(slices).flatMap(path => [...bySource.get(path)!].filter(point => only?.test(String.fromCodePoint(point)) ?? true))))
  const upright = (weight: number) => at(face =>
    /^Course (?:Serif|Sans|Han)/.test(face.family) && face.weight === weight && face.style === 'normal')
  const bold = upright(600)
  return {
    text: unicodeRange([...upright(400)].filter(point => bold.has(point))),
    italic: unicodeRange(at(({ family, style }) => family === 'Course Serif' && style === 'italic')),
  }
}
