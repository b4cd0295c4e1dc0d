import { stringify } from 'csv-stringify/sync'
import type { LectureTable } from '#assess'

/** By its head our own table is known again, before it is written over. */
export const csvHead = ['name', 'file', 'lecture', 'total', 'possible', 'percent', 'note'] as const

/**
 * The marks of a class for a spreadsheet: a row a file, a column an exercise, of all lectures. With the mark of UTF-8 and
 * Windows line ends, so that Excel shows Chinese; what would be a formula there begins with an apostrophe.
 */
export function csv(tables: readonly LectureTable[]): string {
  const columns = tables.flatMap(({ exercises }) => exercises.map(({ id }) => id))
  const rows = tables.flatMap(({ lecture, exercises, rows }) => rows.map((row) => {
    const points = new Map(exercises.map(({ id }, index) => [id, row.points[index]]))
    const percent = row.possible ? Math.round(row.earned / row.possible * 1000) / 10 : ''
    return [row.name, row.file, lecture, row.earned, row.possible, percent, noteOf(row), ...columns.map(id => points.get(id) ?? '')]
  }))
  return stringify([[...csvHead, ...columns], ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}

/** In English: a spreadsheet filters by it, in whatever language the files are. */
const noteOf = ({ isNewest, alike, browser, problems, breaksOff, points }: LectureTable['rows'][number]) => [
  breaksOff ? `file breaks off: ${breaksOff.present} of ${points.length} exercises in it` : '',
  alike > 1 ? `${alike} files of this name` : '',
  browser ? `${browser.files} files from one browser, under ${browser.names} names` : '',
  isNewest === undefined ? '' : isNewest ? 'newest' : 'older',
  problems ? `${problems} not read` : '',
].filter(Boolean).join('; ')
