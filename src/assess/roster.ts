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
  /** Others of this name in the same lecture: is this the latest of them? `undefined` where it is the only one, or nobody knows. */
  isNewest: boolean | undefined
  /** How many files of this lecture have this name. */
  alike: number
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

/** One name, or one browser, in several files: which of them is the latest. */
function tellApart(rows: Kept[]): void {
  const groups = new Map<string, Kept[]>()
  for (const row of rows) {
    const name = fold(row.name) || row.name
    // A second name in one browser: a typing mistake mended. Then all are of the group of the first.
    const key = row.origin ? [...groups].find(([, group]) => group.some(other => other.origin === row.origin))?.[0] ?? name : name
    groups.set(key, [...groups.get(key) ?? [], row])
  }
  for (const group of groups.values()) {
    // One that breaks off does not put a whole one out, however late it came.
    const whole = group.filter(({ breaksOff }) => !breaksOff)
    const among = whole.length ? whole : group
    const dates = among.map(({ date }) => date)
    const latest = dates.every(date => date !== undefined) && new Set(dates).size === dates.length ? [...dates].sort().at(-1) : undefined
    for (const row of group) {
      row.alike = group.length
      row.isNewest = group.length > 1 && latest !== undefined && among.includes(row) ? row.date === latest : undefined
    }
  }
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
