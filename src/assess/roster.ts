import { distance } from 'fastest-levenshtein'
import { fold } from '#grading/fold'
import type { Language } from '#schema'
import type { Report, WrongPart, Written } from './report.ts'

/** What is kept of each file of a class; the file itself is not. */
export interface Row {
  file: string
  name: string
  /** Points by exercise, in the lecture's order; `undefined` where nothing was answered, `written` where no program grades. */
  points: (number | 'written' | undefined)[]
  /** What was written freely. */
  written: (Omit<Written, 'model'> & { exercise: string })[]
  earned: number
  possible: number
  wrong: (WrongPart & { exercise: string })[]
  /** ISO 8601: when it was exported, or else when the file was last written; `undefined` where nobody knows. */
  date: string | undefined
  /** Others of this person in the same lecture: is this the latest of them? `undefined` where it is the only one, or nobody knows. */
  isNewest: boolean | undefined
  /** How many files of this lecture have this name. */
  alike: number
  /** Files of this lecture from the same browser, where they have more than one name. */
  browser?: { files: number, names: number }
  /** Something in this file could not be read. */
  problems: number
  /** So many exercises are in it, then it breaks off. */
  breaksOff?: { present: number }
}

/** How an exercise went. */
export interface Statistic {
  exercise: string
  possible: number
  /** Share of all points, 0 to 1; not answered counts as none. Missing where the program gives no points. */
  facility?: number
  answered: number
  of: number
  /** The wrong answers that came most often, the commonest first. */
  wrong: (WrongPart & { count: number })[]
}

export interface LectureTable { lecture: string, exercises: { id: string, possible: number }[], rows: Row[], statistics: Statistic[] }

interface Kept extends Row { origin: string | undefined }

/**
 * The files of a class, one after the other: `const roster = new Roster(); roster.add(report, {file, name, modified}); roster.tables('en')`.
 * Two files of one name in a lecture stay two rows; the later one is marked, and it alone counts in the statistics; a file that breaks off does not.
 * Two names from one browser are two people who share it, and both count, unless the names are near each other.
 */
export class Roster {
  private readonly lectures = new Map<string, { exercises: LectureTable['exercises'], rows: Kept[] }>()

  add(report: Report, { file, name, modified }: { file: string, name: string, modified?: Date | undefined }): void {
    let lecture = this.lectures.get(report.lecture)
    if (!lecture) this.lectures.set(report.lecture, lecture = { exercises: report.exercises.map(({ id, possible }) => ({ id, possible })), rows: [] })
    const exported = report.exported && !Number.isNaN(Date.parse(report.exported)) ? new Date(report.exported) : undefined
    lecture.rows.push({
      file, name, earned: report.earned, possible: report.possible,
      points: report.exercises.map(({ verdict, earned }) => verdict === 'empty' ? undefined : verdict === 'written' ? verdict : earned),
      written: report.exercises.flatMap(({ id, written }) => written ? [{ exercise: id, text: written.text, met: written.met, of: written.of }] : []),
      wrong: report.exercises.flatMap(({ id, wrong }) => wrong.map(part => ({ ...part, exercise: id }))),
      date: (exported ?? modified)?.toISOString(), origin: report.origin,
      isNewest: undefined, alike: 1, problems: report.problems.length, ...report.breaksOff ? { breaksOff: report.breaksOff } : {},
    })
  }

  tables(lang: Language): LectureTable[] {
    const collator = new Intl.Collator(lang === 'zh' ? 'zh-CN-u-kn' : 'en-u-kn')
    return [...this.lectures].map(([lecture, { exercises, rows }]) => {
      tellApart(rows)
      const sorted = [...rows].sort((a, b) => collator.compare(a.name, b.name) || (a.date ?? '').localeCompare(b.date ?? '') || collator.compare(a.file, b.file))
      return { lecture, exercises, rows: sorted, statistics: statistics(exercises, sorted.filter(counts)) }
    })
  }
}

/** One person's name in several files, one browser in several: how many, and which of a person's is the latest. */
function tellApart(rows: Kept[]): void {
  for (const row of rows) {
    row.alike = rows.filter(other => nameOf(other.name) === nameOf(row.name)).length
    const shared = row.origin === undefined ? [] : rows.filter(({ origin }) => origin === row.origin)
    const names = new Set(shared.map(({ name }) => nameOf(name))).size
    if (names > 1) row.browser = { files: shared.length, names }
  }
  const isOne = (one: Kept, other: Kept) => nameOf(one.name) === nameOf(other.name) || (one.origin !== undefined && one.origin === other.origin && areNear(one.name, other.name))
  let people: Kept[][] = []
  for (const row of rows) {
    const same = people.filter(group => group.some(other => isOne(row, other)))
    people = [...people.filter(group => !same.includes(group)), [...same.flat(), row]]
  }
  for (const group of people) {
    // One that breaks off does not put a whole one out, however late it came.
    const whole = group.filter(({ breaksOff }) => !breaksOff)
    const among = whole.length ? whole : group
    const dates = among.map(({ date }) => date)
    const latest = dates.every(date => date !== undefined) && new Set(dates).size === dates.length ? [...dates].sort().at(-1) : undefined
    for (const row of group) {
      row.isNewest = group.length > 1 && latest !== undefined && among.includes(row) ? row.date === latest : undefined
    }
  }
}

const nameOf = (name: string) => fold(name) || name

/**
 * Is the second name the first one mended? A slip or two of the keys, its words in another order, or one that goes on where the other ends:
 * "Wnag" and "Wang", "Lan Wang" and "Wang Lan", "Aida" and "Aida P." So short a name as 王兰 has no slip: 王芳 is somebody else,
 * and so is another number.
 */
export function areNear(one: string, other: string): boolean {
  const [mine, theirs] = [[...nameOf(one)], [...nameOf(other)]]
  const [number, another] = [one.replace(/\D/g, ''), other.replace(/\D/g, '')]
  if (number && another && number !== another) return false
  const shorter = Math.min(mine.length, theirs.length)
  if (shorter >= 2 && (nameOf(one).startsWith(nameOf(other)) || nameOf(other).startsWith(nameOf(one)))) return true
  const sorted = (name: string) => name.split(/[\s,，·]+/).map(word => fold(word)).sort().join('')
  if (sorted(one) === sorted(other)) return true
  const slips = distance(nameOf(one).slice(0, 60), nameOf(other).slice(0, 60))
  // Two neighbours that changed places are one slip, and two steps of the distance.
  const swapped = slips === 2 && [...mine].sort().join('') === [...theirs].sort().join('') ? 1 : 0
  return slips - swapped <= (shorter < 4 ? 0 : shorter < 8 ? 1 : 2)
}

/** Neither an older file of one name nor one that breaks off says how the class did. */
export const counts = ({ isNewest, breaksOff }: Pick<Row, 'isNewest' | 'breaksOff'>) => isNewest !== false && !breaksOff

/** What counts of a row or a column: `sumOf([2, undefined, 'written'])` => 2 */
export const sumOf = (points: Row['points']) => points.reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), 0)

/** At most so many of the wrong answers to an exercise are told. */
const shownWrong = 3

function statistics(exercises: LectureTable['exercises'], rows: readonly Row[]): Statistic[] {
  return exercises.map(({ id, possible }, index) => {
    const points = rows.map(row => row.points[index])
    const counts = new Map<string, WrongPart & { count: number }>()
    for (const row of rows) for (const { exercise, part, said } of row.wrong) {
      if (exercise !== id) continue
      const key = `${part}\n${fold(said) || said}`
      const seen = counts.get(key)
      if (seen) seen.count++
      else counts.set(key, { part, said, count: 1 })
    }
    return {
      exercise: id, possible, answered: points.filter(each => each !== undefined).length, of: rows.length,
      ...possible ? { facility: rows.length ? sumOf(points) / (possible * rows.length) : 0 } : {},
      wrong: [...counts.values()].sort((a, b) => b.count - a.count).slice(0, shownWrong),
    }
  })
}
