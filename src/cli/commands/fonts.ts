import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import { type CharacterPlace, characterName, drawable, missingCharacters, usedCharacters } from '#fonts'
import { readCourse } from '#course/disk'
import { courseRoot, houseRoot } from '#course/roots'
import { fontCache, fontRequest, fontsOf, keptFonts } from '../build/fonts.ts'
import { cyan, dim, duration, fine, print, printJson, problemsFound, progress, red, say, table } from '../console.ts'

interface Row { file: string, bytes: number, characters: number, change: '' | 'new' | 'removed' }

export const fonts = defineCommand({
  meta: {
    name: 'npm run fonts --',
    description: 'Puts the font files that the course wants now into styles/fonts/, so that nobody else has to make them. '
      + 'Not needed for anything to work: what is missing there is made, and kept under .cache/fonts.',
  },
  args: {
    check: { type: 'boolean', description: 'write nothing; exit code 1 when no font has a character of the course' },
    json: { type: 'boolean', description: 'the result as data' },
  },
  async run({ args }) {
    const started = performance.now()
    const course = readCourse(courseRoot())
    const used = usedCharacters(fontRequest(course).texts)
    const rows = args.check ? [] : await renew()
    const missing = missingCharacters(used, await drawable(fontCache))
    if (args.json) printJson({ used: used.size, files: rows, missing: missing.map(asData) })
    else {
      if (rows.length) print(table([['file', 'characters', 'kB', ''], ...rows.map(inRow)]), summary(rows))
      for (const { point, place } of missing)
        say(red(`${place.path}:${place.line} ${characterName(point)} is in none of the fonts: write it otherwise, or draw it.`))
      const lack = missing.length ? red(`${missing.length} are missing`) : cyan('none is missing')
      print(`The course uses ${used.size} characters, ${lack}. ${dim(duration(performance.now() - started))}`)
    }
    return missing.length ? problemsFound : fine

    async function renew(): Promise<Row[]> {
      let step: ReturnType<typeof progress> | undefined
      const { files } = await fontsOf(course, (name, toMake) => (step ??= progress('fonts', toMake))(name))
      step?.done()
      const folder = keptFonts
      const isOurs = course.root === houseRoot
      mkdirSync(folder, { recursive: true })
      const gone = !isOurs ? [] : readdirSync(folder).filter(file => file.endsWith('.woff2') && !files.some(({ name }) => name === file))
      const written = files.map(({ name, path, points }): Row => {
        const isNew = !existsSync(join(folder, name))
        if (isNew && isOurs) copyFileSync(path, join(folder, name))
        return { file: name, bytes: statSync(path).size, characters: points.length, change: isNew ? 'new' : '' }
      })
      for (const file of gone) rmSync(join(folder, file))
      return [...written, ...gone.map((file): Row => ({ file, bytes: 0, characters: 0, change: 'removed' }))]
    }
  },
})

const asData = ({ point, place }: { point: number, place: CharacterPlace }) => ({ character: characterName(point), ...place })
const inRow = ({ file, characters, bytes, change }: Row) => [file, String(characters), (bytes / 1000).toFixed(1), change]
const summary = (rows: Row[]) =>
  `${rows.filter(({ change }) => change).length} of ${rows.length} files changed; ${(rows.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(0)} kB together.`
