import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { stringify } from 'yaml'
import { Roster, assessor } from '#assess'
import type { Course } from '#course'
import { exerciseIds } from '#course/lecture'
import { grade, modelResponse } from '#grading'
import { exportFile } from '#progress'
import { find, handedIn } from '../grade/files.ts'
import type { Samples } from './rows.ts'
import { type Bench, inTurn } from './workshop.ts'

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
    return [id, proofs[(student + index) % proofs.length]?.response ?? modelResponse(exercise)]
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

/** How many megabytes more are in use after the last three quarters of a class than after the first. */
function growth(course: Course, lecture: string): number {
  const inUse = () => { (globalThis as { gc?: () => void }).gc?.(); return process.memoryUsage().rss / 1e6 }
  return withClass(course, lecture, 'yaml', 1000, (folder) => {
    let after = 0
    gradeFolder(course, folder, (done) => { if (done === 250) after = inUse() })
    return inUse() - after
  })
}

/** Reader and engine of exports, and `JSON.parse` of the same files: seconds. */
function exportsBeside(course: Course, lecture: string): Beside {
  const files = Array.from({ length: 500 }, (_, student) => new TextEncoder().encode(fileOf(course, lecture, student, 'json').text))
  const assess = assessor(course)
  const decoder = new TextDecoder()
  return { ours: () => { for (const bytes of files) assess(bytes) }, ordinary: () => { for (const bytes of files) JSON.parse(decoder.decode(bytes)) } }
}

/** The engine alone, and `JSON.parse` of the same responses. */
function engineBeside(course: Course, lecture: string): Beside {
  const all = Array.from({ length: 1000 }, (_, student) => answersOf(course, lecture, student)).flat()
  const texts = all.map(([, response]) => JSON.stringify(response))
  return { ours: () => { for (const [id, response] of all) grade(course.exercises[id]!, response) }, ordinary: () => { for (const text of texts) JSON.parse(text) } }
}

interface Beside { ours: () => void, ordinary: () => void }

/** Seconds of both, in turn; each has run before, so that both are compiled. */
async function timed(times: number, { ours, ordinary }: Beside): Promise<Samples> {
  for (let warm = 0; warm < 3; warm++) { ours(); ordinary() }
  return inTurn(times, { ours: async () => seconds(ours), ordinary: async () => seconds(ordinary) })
}

export const grading: Bench = {
  name: 'grade',
  rows: () => [
    { id: 'grade/class', what: '1,000 answer files in YAML graded', unit: 's', how: 'What npm run grade does with a folder of an invented class of the first lecture, its course read before, in one process, without printing.', goals: [{ of: 'ours', most: 30 }] },
    { id: 'grade/memory', what: '… memory, from 250 to 1,000 files', unit: 'MB', how: 'Resident memory of that process after the last file less that after the 250th.', goals: [{ of: 'ours', most: 60 }] },
    { id: 'grade/exports', what: '500 exported files read and graded', unit: 's', how: 'Bytes of what a practice page exports, read, checked and graded in one process; beside it JSON.parse of the same bytes.', goals: [{ of: 'ratio', most: 10 }] },
    { id: 'grade/engine', what: 'grade() of 1,000 students’ responses', unit: 's', how: 'grade() of each response of an invented class, right and wrong, in one process; beside it JSON.parse of the same responses.', goals: [{ of: 'ratio', most: 10 }] },
  ],
  async measure({ course, first, samples, said }) {
    said('a class')
    // First: what other benches have left behind may be given back at any time.
    const memory = growth(course, first)
    const classes = await inTurn(samples, { ours: async () => withClass(course, first, 'yaml', 1000, folder => seconds(() => gradeFolder(course, folder))) })
    said('exports and engine')
    return {
      'grade/class': classes,
      'grade/memory': { ours: [memory] },
      'grade/exports': await timed(samples * 3, exportsBeside(course, first)),
      'grade/engine': await timed(samples * 3, engineBeside(course, first)),
    }
  },
}
