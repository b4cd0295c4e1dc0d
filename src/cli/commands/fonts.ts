import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import { type CharacterPlace, characterName, type Coverage, missingCharacters, pointsOf, unicodeRange, usedCharacters } from '../../course/characters.ts'
import { readCourse } from '../../course/disk.ts'
import { courseRoot, houseRoot } from '../../course/roots.ts'
import { courseTexts } from '../../course/texts.ts'
import type { Syllabus } from '#schema'
import { CannotRun, cyan, dim, duration, fine, print, printJson, problemsFound, progress, red, say, table } from '../console.ts'
import { alwaysHan, alwaysLatin, type Face, faces } from '../fonts/faces.ts'
import { base, layersOf } from '../fonts/layers.ts'
import { charactersOf, subset } from '../fonts/subset.ts'
import { stylesheet } from '../fonts/stylesheet.ts'

const folder = join(houseRoot, 'styles/fonts')

export const fonts = defineCommand({
  meta: { name: 'fonts', description: 'Renew styles/fonts/ and styles/fonts.css from the characters the course uses; run it when a text has a character that verify misses.' },
  args: {
    check: { type: 'boolean', description: 'write nothing; exit code 1 when a character of the course is missing' },
    all: { type: 'boolean', description: 'make every file anew, without what is used no more' },
    json: { type: 'boolean', description: 'the result as data' },
  },
  async run({ args }) {
    const started = performance.now()
    // The fixture is looked at in browsers too: its characters are never dropped.
    const courses = [...new Set([houseRoot, join(houseRoot, 'tests/fixture-course'), courseRoot()])]
    const used = usedCharacters(courses.flatMap(root => courseTexts(root)))
    if (args.check) return report(used, readCoverage(), [], args.json, started)

    const sources = createRequire(import.meta.url)
    /** "@fontsource/source-sans-3/files/…" => "@fontsource/source-sans-3@5.3.1" */
    const packageVersion = (path: string) => {
      const name = path.split('/').slice(0, 2).join('/')
      return `${name}@${(JSON.parse(readFileSync(join(houseRoot, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version}`
    }
    const read = new Map<string, { source: Buffer, there: Set<number> }>()
    /** A package's file, read once for all its layers. */
    const sourceAt = async (path: string) => {
      const known = read.get(path)
      if (known) return known
      let source: Buffer
      try { source = readFileSync(sources.resolve(path)) }
      catch { throw new CannotRun(`${path} is not there: npm ci brings it.`) }
      const found = { source, there: await charactersOf(source) }
      read.set(path, found)
      return found
    }
    const before = existsSync(join(folder, 'coverage.json')) ? readCoverage() : undefined
    mkdirSync(folder, { recursive: true })
    const lectures = Object.assign({}, ...courses.map(root => readCourse(root).syllabus.lectures)) as Syllabus['lectures']
    const step = progress('faces', faces.length)
    const coverage: Coverage = { text: '', italic: '', faces: {} }
    const files: { file: string, bytes: number, characters: number, change: string }[] = []
    for (const face of faces) {
      const taken = new Set<number>()
      for (const { slice, path, wanted } of filesOf(face, used, before, lectures)) {
        const { source, there } = await sourceAt(path)
        const version = packageVersion(path)
        const characters = [...new Set(wanted)].filter(character => (!taken.has(character.codePointAt(0)!) || isMark(character.codePointAt(0)!)) && (face.only?.test(character) ?? true))
        const file = `${face.name}.${slice}.woff2`
        const old = before?.faces[file]
        const had = existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : undefined
        // A file that has all that is wanted stays as it is, with what is wanted no more: a subset rewritten for a word less is
        // a quarter of a megabyte in the history. --all drops what is not used.
        const would = characters.map(character => character.codePointAt(0)!).filter(point => there.has(point))
        if (would.every(isMark)) continue
        const held = pointsOf(old?.characters ?? '')
        const isEnough = had && old?.from === version && !args.all && would.every(point => held.has(point))
        const { woff2, points } = isEnough ? { woff2: had, points: held } : await subset(source, characters, face.axes)
        const own = [...points].filter(point => !taken.has(point) || isMark(point))
        if (own.every(isMark)) continue
        own.forEach(point => taken.add(point))
        const characterRange = unicodeRange(own)
        if (!had?.equals(woff2)) writeFileSync(join(folder, file), woff2)
        coverage.faces[file] = { family: face.family, weight: face.weight, style: face.style, from: version, characters: characterRange }
        files.push({ file, bytes: woff2.length, characters: own.length, change: !had ? 'new' : had.equals(woff2) ? '' : changed(old?.characters, own) })
      }
      step(face.name)
    }
    step.done()
    for (const file of readdirSync(folder))
      if (file.endsWith('.woff2') && !coverage.faces[file]) { rmSync(join(folder, file)); files.push({ file, bytes: 0, characters: 0, change: 'removed' }) }

    const at = (families: RegExp, weight: number, style = 'normal') => new Set(Object.values(coverage.faces)
      .filter(face => families.test(face.family) && face.weight === weight && face.style === style).flatMap(face => [...pointsOf(face.characters)]))
    const everyWeight = [at(/Course (Serif|Sans|Han)/, 400), at(/Course (Serif|Sans|Han)/, 600)]
    coverage.text = unicodeRange([...everyWeight[0]!].filter(point => everyWeight[1]!.has(point)))
    coverage.italic = unicodeRange(at(/Course Serif/, 400, 'italic'))
    writeFileSync(join(folder, 'coverage.json'), `${JSON.stringify(coverage, undefined, 2)}\n`)
    writeFileSync(join(houseRoot, 'styles/fonts.css'), stylesheet(coverage))
    return report(used, coverage, files, args.json, started)
  },
})

/** The files of a face, each with what is wanted of it: slices of a package, or layers of Han. */
function filesOf(face: Face, used: Map<number, CharacterPlace>, before: Coverage | undefined, lectures: Syllabus['lectures']): { slice: string, path: string, wanted: string }[] {
  if (face.script === 'latin') return Object.entries(face.slices).map(([slice, path]) => ({ slice, path, wanted: String.fromCodePoint(...used.keys()) + alwaysLatin }))
  const always = [...alwaysHan].map(character => [character.codePointAt(0)!, undefined] as const)
  const characters = new Map([...always, ...[...used].filter(([point]) => isHan(String.fromCodePoint(point)))])
  return [...layersOf(face.name, characters, before, lectures)].map(([slice, points]) => ({ slice, path: face.slices[base]!, wanted: String.fromCodePoint(...points) }))
}

/** A combining mark stands in every slice: beside its letter's own font it would not sit on the letter (е́). */
const isMark = (point: number) => point >= 0x300 && point <= 0x36F

/** Latin, Greek, Cyrillic and their marks come from Source; Noto is asked for the rest. */
const isHan = (character: string) => character.codePointAt(0)! >= 0x2000 || character === '·'

function readCoverage(): Coverage {
  const path = join(folder, 'coverage.json')
  if (!existsSync(path)) throw new CannotRun('styles/fonts/coverage.json is not there: npm run fonts makes it.')
  return JSON.parse(readFileSync(path, 'utf8')) as Coverage
}

function changed(before: string | undefined, now: number[]): string {
  const old = pointsOf(before ?? '')
  const added = now.filter(point => !old.has(point)), lost = [...old].filter(point => !now.includes(point))
  const some = (points: number[]) => String.fromCodePoint(...points.slice(0, 12)) + (points.length > 12 ? '…' : '')
  return [added.length && `+${added.length} ${some(added)}`, lost.length && `-${lost.length} ${some(lost)}`].filter(Boolean).join(' ') || 'redrawn'
}

function report(used: Map<number, CharacterPlace>, coverage: Coverage, files: { file: string, bytes: number, characters: number, change: string }[], json: boolean | undefined, started: number) {
  const missing = missingCharacters(used, coverage)
  if (json) printJson({ used: used.size, files, missing: missing.map(({ point, place }) => ({ character: characterName(point), ...place })) })
  else {
    if (files.length) {
      print(table([['file', 'characters', 'kB', 'change'], ...files.map(({ file, characters, bytes, change }) => [file, String(characters), (bytes / 1000).toFixed(1), change])]))
      print(`${files.filter(({ change }) => change).length} of ${files.length} files changed; ${(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(0)} kB together.`)
    }
    for (const { point, place } of missing)
      say(red(`${place.path}:${place.line} ${characterName(point)} is in none of the fonts: write it otherwise, or draw it.`))
    print(`The course uses ${used.size} characters, ${missing.length ? red(`${missing.length} are missing`) : cyan('none is missing')}. ${dim(duration(performance.now() - started))}`)
  }
  return missing.length ? problemsFound : fine
}
