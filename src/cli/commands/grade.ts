import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { defineCommand } from 'citty'
import { NoLecture, Roster, assessor, nameFrom, type Assess } from '#assess'
import { readCourse } from '#course/disk'
import { draftExercises, finishedExercises } from '#course/lecture'
import { courseRoot } from '#course/roots'
import { languages, type Language } from '#schema'
import { CannotRun, chooseFrom, fine, fromHere, leftOut, print, printJson, problemsFound, progress, say } from '../console.ts'
import { csv, csvHead } from '../grade/csv.ts'
import { countIn, find, firstBytes, handedIn, type Found } from '../grade/files.ts'
import { gradedLines, listed, unreadLines, type Unread } from '../grade/listed.ts'
import { printed } from '../grade/printed.ts'
import { template } from '../grade/template.ts'

export const grade = defineCommand({
  meta: { name: 'npm run grade --', description: [
    'Grades answer files as the slides do, or writes one to fill in (--template corridor).',
    'One file: points, what was wrong, feedback, what to reread. Several files, folders, patterns or ZIP archives, of one lecture or more, YAML and what practice pages export, mixed:',
    'a table of marks a lecture, how each exercise went, what each student had wrong, and what could not be read.',
    'Names come from the file, else from what it is called. Two files of one name stay two rows; the later one is marked with * and alone counts in the means (by the date of the export, else of the file).',
    'Two names from one browser are marked with ‡: a shared computer, and both count, unless the names are near each other: then it is one person, and the later file counts.',
    'A file that breaks off is marked with †: what is in it is graded, and it does not count in the means.',
    'Exit code: 0 all was read, 1 something could not be read, 2 nothing could be done.',
  ].join(' ') },
  args: {
    files: { type: 'positional', description: 'answer files, folders, patterns such as "class/*.yaml", ZIP archives', required: false, valueHint: 'FILE…' },
    template: { type: 'string', description: 'write an answer file for this lecture instead', valueHint: 'LECTURE' },
    lang: { type: 'string', description: 'en or zh: language of the answer file, or of the report (default: the first file\'s own)', valueHint: 'en|zh' },
    out: { type: 'string', description: 'where to write the answer file (default: LECTURE.LANG.answers.yaml; - is standard output)', valueHint: 'FILE' },
    csv: { type: 'string', description: 'the marks as a table for Excel (- is standard output)', valueHint: 'FILE' },
    json: { type: 'boolean', description: 'all of it as data', default: false },
  },
  run({ args }) {
    const lang = args.lang === undefined ? undefined : chooseFrom('language', args.lang, languages) as Language
    const asked = args._.map(String)
    if (args.template !== undefined && asked.length) throw new CannotRun('--template writes a file, ANSWERS.yaml grades one: one of the two, please.')
    if (args.template !== undefined) return writeTemplate(args.template, lang ?? 'en', args.out)
    if (args.out !== undefined) throw new CannotRun('--out says where --template writes to. For the marks of a class: --csv marks.csv')
    if (asked.length === 0) throw new CannotRun('Which files? npm run grade -- class/, or answers.yaml; to get one to fill in: npm run grade -- --template corridor --lang en')
    if (args.csv !== undefined && args.csv !== '-') refuseOthersFile(args.csv)
    if (args.csv === '-' && args.json) throw new CannotRun('--csv - and --json both write to standard output: one of the two, please, or --csv FILE.')

    const found = find(asked, fromHere('.'))
    if (found.sources.length === 0) throw new CannotRun(nothingIn(asked, found))
    const assess = assessor(readCourse(courseRoot()))
    const [only] = found.sources
    const isOne = asked.length === 1 && found.sources.length === 1 && !only!.isArchive && args.csv === undefined && !statSync(fromHere(asked[0]!), { throwIfNoEntry: false })?.isDirectory()
    return isOne ? gradeOne(assess, only!.path, asked[0]!, { lang, json: args.json }) : gradeAll(assess, found, { lang, json: args.json, csvTo: args.csv })
  },
})

function writeTemplate(asked: string, lang: Language, out: string | undefined) {
  const course = readCourse(courseRoot())
  const lectures = Object.keys(course.syllabus.lectures).filter(lecture => finishedExercises(course, lecture).length > 0)
  const lecture = chooseFrom('lecture with exercises', asked, lectures)
  const text = template(course, lecture, lang)
  const left = leftOut(draftExercises(course, lecture))
  if (left) say(left)
  if (out === '-') { print(text.trimEnd()); return fine }
  const file = out ?? `${lecture}.${lang}.answers.yaml`
  const path = fromHere(file)
  if (existsSync(path)) throw new CannotRun(`${file} is there already, perhaps with answers in it. Choose another name with --out, or take it away first.`)
  writeFileSync(path, text)
  say(`Written: ${file}. When it is filled in: npm run grade -- ${/\s/.test(file) ? `"${file}"` : file}`)
  return fine
}

function gradeOne(assess: Assess, path: string, shown: string, { lang, json }: { lang: Language | undefined, json: boolean }) {
  try {
    const report = assess(firstBytes(path), { lang })
    if (json) printJson(report)
    else print(...printed(report, shown))
    return report.problems.length ? problemsFound : fine
  }
  catch (error) {
    if (!(error instanceof NoLecture)) throw error
    const [first] = error.problems
    throw new CannotRun(first ? `${shown}:${first.line}: ${first.message}` : `${shown}: ${error.message}`)
  }
}

/** At most so many things are said of one file: a hostile one must not fill the report of a class. */
const shownOfOne = 20

function gradeAll(assess: Assess, { sources, missing, passedOver }: Found, { lang: asked, json, csvTo }: { lang: Language | undefined, json: boolean, csvTo: string | undefined }) {
  const roster = new Roster()
  const unread: Unread[] = []
  /** Files without a row in any table. */
  const withoutMarks: string[] = []
  let lang = asked
  let graded = 0
  const step = progress('files', sources.reduce((sum, source) => sum + countIn(source), 0))
  if (json) print('{ "students": [')
  for (const source of sources) for (const { shown, modified, bytes, problem } of handedIn(source)) {
    step(shown)
    if (!bytes) { withoutMarks.push(shown); unread.push({ file: shown, message: problem?.[lang ?? 'en'] ?? '' }); continue }
    try {
      const report = assess(bytes, { lang })
      lang ??= report.lang
      const name = report.name?.trim() || nameFrom(shown)
      roster.add(report, { file: shown, name, modified })
      const { problems } = report
      unread.push(...problems.slice(0, shownOfOne).map(each => ({ file: shown, ...each })))
      if (problems.length > shownOfOne) unread.push({ file: shown, message: { en: `… and ${problems.length - shownOfOne} more`, zh: `……另有 ${problems.length - shownOfOne} 处` }[lang] })
      if (json) print(`${graded ? ', ' : '  '}${JSON.stringify({ ...report, name, file: shown })}`)
      graded++
    }
    catch (error) {
      if (!(error instanceof NoLecture)) throw error
      withoutMarks.push(shown)
      const [first] = error.problems
      unread.push({ file: shown, ...first ?? { message: error.message } })
    }
  }
  step.done()
  const said = lang ?? 'en'
  for (const each of missing) unread.push({ file: each, message: { en: 'there is no such file or folder', zh: '没有这个文件或文件夹' }[said] })
  const tables = roster.tables(said)
  if (json) print(`], "lectures": ${JSON.stringify(tables.map(({ lecture, exercises, statistics }) => ({ lecture, exercises, statistics })))}, "unread": ${JSON.stringify(unread)} }`)
  if (csvTo === '-') process.stdout.write(csv(tables))
  else if (csvTo !== undefined) writeFileSync(fromHere(csvTo), csv(tables))
  const tell = csvTo === '-' || json ? say : print
  tell(...gradedLines(graded, withoutMarks, said))
  if (csvTo === undefined && !json) print(...listed(tables, said))
  tell(...unreadLines(unread, said))
  if (passedOver.length) say(`Passed over, as no answer files: ${passedOver.join(', ')}`)
  if (csvTo !== undefined && csvTo !== '-') say(`Written: ${csvTo}, ${graded} ${graded === 1 ? 'row' : 'rows'}.`)
  return unread.length ? problemsFound : fine
}

function nothingIn(asked: string[], { missing, passedOver }: Found): string {
  if (missing.length) return `There is no file ${missing.join(', ')}.`
  return passedOver.length ? `${passedOver.join(', ')}: a table is no answer file.` : `${asked.join(', ')}: no file in it; expected answer files.`
}

/** `--csv class/*.yaml`, where the shell puts a student's file in the place of the table. */
function refuseOthersFile(file: string): void {
  const path = fromHere(file)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return
  if (!stat.isFile()) throw new CannotRun(`--csv ${file}: is a folder; expected the name of a file.`)
  if (stat.size && !readFileSync(path, 'utf8').startsWith(`\uFEFF${csvHead.join(',')}`)) throw new CannotRun(`--csv ${file}: there is another file of this name already, and it is no table of ours. Choose another name.`)
}
