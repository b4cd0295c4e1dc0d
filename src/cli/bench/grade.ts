import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { stringify } from 'yaml'
import { Roster, assessor } from '#assess'
import type { Course } from '#course'
import { readCourse } from '#course/disk'
import { exerciseIds } from '#course/lecture'
import { courseRoot } from '#course/roots'
import { grade, modelResponse } from '#grading'
import { exportFile } from '#progress'
import { find, handedIn } from '../grade/files.ts'

/** One row of the bench: what is measured, in what unit, how little is wanted, and how it is measured. */
export interface Measure { name: string, unit: string, toReach: number, measure: () => number | Promise<number> }

/**
 * What one student of an invented class answers: right here, wrong there, as each exercise's own proofs do; by the student's
 * number, so that every class is the same one.
 */
export function answersOf(course: Course, lecture: string, student: number): [exercise: string, response: unknown][] {
  return exerciseIds(course, lecture).map((id, index) => {
    const exercise = course.exercises[id]!
    if ((student * 7 + index * 3) % 5 < 3) return [id, modelResponse(exercise, student % 2 ? 'zh' : 'en')]
    const { item } = exercise
    // Their proofs are written in the framework's ids, which no student sees.
    if (item.kind === 'edges') return [id, Object.fromEntries(item.edges.map((edge, at) => [edge.id, item.labels[(at + student) % item.labels.length]!.id]))]
    if (item.kind === 'signs') return [id, Object.fromEntries(item.edges.map((edge, at) => [edge.id, { sign: '+', passage: item.passages[(at + student) % item.passages.length]!.id }]))]
    const proofs = course.exerciseFiles[id]!.wrong
    return [id, proofs[(student + index) % proofs.length]!.response]
  })
}

const said = new Date(Date.UTC(2026, 2, 1, 9))

/** The same student's file, written by hand or exported by a practice page. */
export function fileOf(course: Course, lecture: string, student: number, kind: 'yaml' | 'json'): { name: string, text: string } {
  const answers = answersOf(course, lecture, student)
  const revision = (id: string) => course.exercises[id]!.item.revision
  const name = `${student % 2 ? '学生' : 'Student'} ${student}`
  if (kind === 'yaml') {
    const file = { lecture, lang: student % 2 ? 'zh' : 'en', name, answers: Object.fromEntries(answers.map(([id, answer]) => [id, { revision: revision(id), answer }])) }
    return { name: `${name}.yaml`, text: stringify(file) }
  }
  const given = answers.map(([exercise, response], index) => ({ exercise, revision: revision(exercise), response, at: new Date(said.getTime() + student * 1e6 + index * 1000).toISOString(), lang: 'en' as const }))
  const { fileName, text } = exportFile(given, { course: 'bench', lecture, name, at: said })
  return { name: fileName, text }
}

/** A folder with so many answer files in it, gone when the work is done. */
export function withClass<T>(course: Course, lecture: string, kind: 'yaml' | 'json', count: number, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'class-'))
  try {
    for (let student = 0; student < count; student++) {
      const { name, text } = fileOf(course, lecture, student, kind)
      writeFileSync(join(folder, name), text)
    }
    return work(folder)
  }
  finally { rmSync(folder, { recursive: true, force: true }) }
}

/** Grades a folder as the command does, without printing. */
export function gradeFolder(course: Course, folder: string, each: (done: number) => void = () => {}): Roster {
  const assess = assessor(course)
  const roster = new Roster()
  let done = 0
  for (const source of find([folder], '/').sources) for (const { shown, bytes, modified } of handedIn(source)) {
    roster.add(assess(bytes!), { file: shown, name: shown, modified })
    each(++done)
  }
  return roster
}

const seconds = (work: () => unknown) => { const start = performance.now(); work(); return (performance.now() - start) / 1000 }
const firstLecture = (course: Course) => Object.keys(course.syllabus.lectures).find(lecture => exerciseIds(course, lecture).length > 0)!
const readHere = () => { const course = readCourse(courseRoot()); return { course, lecture: firstLecture(course) } }

/** How many megabytes more are in use after the last three quarters of a class than after the first. */
function growth(course: Course, lecture: string): number {
  const inUse = () => { (globalThis as { gc?: () => void }).gc?.(); return process.memoryUsage().rss / 1e6 }
  return withClass(course, lecture, 'yaml', 1000, (folder) => {
    let after = 0
    gradeFolder(course, folder, (done) => { if (done === 250) after = inUse() })
    return inUse() - after
  })
}

/** Reader and engine of exports, against `JSON.parse` of the same files. */
function exportsRatio(course: Course, lecture: string): number {
  const files = Array.from({ length: 500 }, (_, student) => new TextEncoder().encode(fileOf(course, lecture, student, 'json').text))
  const assess = assessor(course)
  for (const bytes of files.slice(0, 100)) assess(bytes)
  const decoder = new TextDecoder()
  const parse = () => { for (const bytes of files) JSON.parse(decoder.decode(bytes)) }
  parse()
  const parsing = Math.min(...[1, 2, 3].map(() => seconds(parse)))
  return Math.min(...[1, 2, 3].map(() => seconds(() => { for (const bytes of files) assess(bytes) }))) / parsing
}

/** The engine alone, against `JSON.parse` of the same responses. */
function engineRatio(course: Course, lecture: string): number {
  const all = Array.from({ length: 1000 }, (_, student) => answersOf(course, lecture, student)).flat()
  const texts = all.map(([, response]) => JSON.stringify(response))
  const parse = () => { for (const text of texts) JSON.parse(text) }
  const work = () => { for (const [id, response] of all) grade(course.exercises[id]!, response) }
  parse(); work()
  return Math.min(...[1, 2, 3].map(() => seconds(work))) / Math.min(...[1, 2, 3].map(() => seconds(parse)))
}

export const measures: Measure[] = [
  { name: '1,000 answer files in YAML, course read before', unit: 's', toReach: 30, measure: () => { const { course, lecture } = readHere(); return withClass(course, lecture, 'yaml', 1000, folder => seconds(() => gradeFolder(course, folder))) } },
  { name: 'memory, from 250 to 1,000 answer files', unit: 'MB', toReach: 60, measure: () => { const { course, lecture } = readHere(); return growth(course, lecture) } },
  { name: 'exported files read and graded ÷ JSON.parse of them', unit: '×', toReach: 10, measure: () => { const { course, lecture } = readHere(); return exportsRatio(course, lecture) } },
  { name: 'grade() ÷ JSON.parse of the responses', unit: '×', toReach: 10, measure: () => { const { course, lecture } = readHere(); return engineRatio(course, lecture) } },
]
