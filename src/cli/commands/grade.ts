import { closeSync, existsSync, openSync, readSync, statSync, writeFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { readCourse } from '#course/disk'
import { exerciseIds } from '#course/lecture'
import { courseRoot } from '#course/roots'
import { languages, type Language } from '#schema'
import { CannotRun, chooseFrom, fine, fromHere, print, printJson, problemsFound, say } from '../console.ts'
import { printed } from '../grade/printed.ts'
import { NoLecture, report, submissionLimitBytes } from '../grade/report.ts'
import { template } from '../grade/template.ts'

export const grade = defineCommand({
  meta: { name: 'npm run grade --', description: 'Writes an answer file to fill in (--template corridor), or grades one (answers.yaml) as the slides do: points, feedback, what to reread.' },
  args: {
    file: { type: 'positional', description: 'the answer file to grade', required: false, valueHint: 'ANSWERS.yaml' },
    template: { type: 'string', description: 'write an answer file for this lecture instead', valueHint: 'LECTURE' },
    lang: { type: 'string', description: 'en or zh: language of the answer file, or of the report (default: the file\'s own)', valueHint: 'en|zh' },
    out: { type: 'string', description: 'where to write the answer file (default: standard output)', valueHint: 'FILE' },
    json: { type: 'boolean', description: 'the report as data', default: false },
  },
  run({ args }) {
    const lang = args.lang === undefined ? undefined : chooseFrom('language', args.lang, languages) as Language
    if (args.template !== undefined && args.file !== undefined) throw new CannotRun('--template writes a file, ANSWERS.yaml grades one: one of the two, please.')
    const course = readCourse(courseRoot())

    if (args.template !== undefined) {
      const lectures = Object.keys(course.syllabus.lectures).filter(lecture => exerciseIds(course, lecture).length > 0)
      const lecture = chooseFrom('lecture with exercises', args.template, lectures)
      const text = template(course, lecture, lang ?? 'en')
      if (args.out === undefined) { print(text.trimEnd()); return fine }
      const path = fromHere(args.out)
      if (existsSync(path)) throw new CannotRun(`${args.out} is there already, perhaps with answers in it. Choose another name, or take it away first.`)
      writeFileSync(path, text)
      say(`Written: ${args.out}. When it is filled in: npm run grade -- ${args.out}`)
      return fine
    }

    if (args.file === undefined) throw new CannotRun('Which file? npm run grade -- answers.yaml; or, to get one: npm run grade -- --template corridor --lang en --out answers.yaml')
    const bytes = firstBytes(fromHere(args.file), args.file)
    try {
      const graded = report(course, bytes, { lang })
      if (args.json) printJson(graded)
      else print(...printed(graded, args.file))
      return graded.problems.length ? problemsFound : fine
    }
    catch (error) {
      if (error instanceof NoLecture) throw new CannotRun(`${args.file}: ${error.message}`)
      throw error
    }
  },
})

/** As much of the file as will be read, and a byte more to show that there is more. */
function firstBytes(path: string, name: string): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new CannotRun(`There is no file ${name}.`)
  if (!stat.isFile()) throw new CannotRun(`${name} is ${stat.isDirectory() ? 'a folder' : 'no plain file'}; expected an answer file.`)
  const bytes = new Uint8Array(Math.min(stat.size, submissionLimitBytes + 1))
  const file = openSync(path, 'r')
  try { return bytes.subarray(0, readSync(file, bytes)) }
  finally { closeSync(file) }
}
