import { counts, sumOf, type LectureTable, type Row, type Statistic } from '#assess'
import type { Language } from '#schema'
import { bold, cyan, dim, red, table, widthOf } from '../console.ts'
import { hanging, withoutControls } from './printed.ts'

/** Something that could not be read: `class/a.yaml:12  corridor/x: read "C", expected …`. */
export interface Unread { file: string, line?: number, field?: string, message: string }

const words = {
  en: {
    files: (count: number) => `${count} ${count === 1 ? 'file' : 'files'}`, name: 'name', total: 'total', share: '%', of: 'of', mean: 'mean',
    exercises: 'exercises, the hardest first: share of points, answered by, most frequent wrong answers', answered: (count: number, of: number) => `${count}/${of}`,
    students: 'students: what was wrong', points: (earned: string, possible: string) => `${earned} of ${possible}`, nothing: 'nothing wrong', open: 'not answered',
    written: 'written freely: the text, and what its writer ticked; no program gives points', text: 'text', ticked: (met: number, of: number) => `ticked ${met} of ${of}`,
    newest: 'the newest', older: 'an older one', alike: (count: number) => `one of ${count} of this name`,
    browser: (files: number, names: number) => `one of ${files} from one browser, under ${names} names`, shared: '‡ one browser, several names: all count, but of names near each other the latest alone',
    breaksOff: (present: number, of: number) => `the file breaks off: ${present} of ${of} exercises are in it, the others may have been answered`, lost: 'not answered, or lost', broken: '† the file breaks off; it does not count in the means',
    graded: (graded: number, of: number, others: string) => `${graded} of ${of} files graded; not graded: ${others}`,
    unread: (count: number) => `${count} ${count === 1 ? 'thing' : 'things'} could not be read:`, times: '×', pause: '; ', colon: ': ',
  },
  zh: {
    files: (count: number) => `${count} 份`, name: '姓名', total: '合计', share: '%', of: '满分', mean: '平均',
    exercises: '题目（最难的在前）：得分率、作答人数、最常见的错答', answered: (count: number, of: number) => `${count}/${of}`,
    students: '各人错在哪里', points: (earned: string, possible: string) => `${earned} / ${possible}`, nothing: '没有错', open: '未作答',
    written: '自由作答：原文与作者自评做到的要点（不由程序评分）', text: '原文', ticked: (met: number, of: number) => `自评做到 ${met} / ${of}`,
    newest: '最新的一份', older: '较旧的一份', alike: (count: number) => `${count} 份同名文件之一`,
    browser: (files: number, names: number) => `同一浏览器的 ${files} 份文件之一，署有 ${names} 个姓名`, shared: '‡ 同一浏览器、不同姓名：都计入平均；姓名相近的，只计最新一份',
    breaksOff: (present: number, of: number) => `文件中断：${of} 题中有 ${present} 题在内，其余可能已作答`, lost: '未作答或已丢失', broken: '† 文件中断，不计入平均',
    graded: (graded: number, of: number, others: string) => `${of} 份文件，评了 ${graded} 份；未评：${others}`,
    unread: (count: number) => `有 ${count} 处未能读取：`, times: ' 次', pause: '；', colon: '：',
  },
} satisfies Record<Language, unknown>

/** The marks of a class as lines for a terminal: a table a lecture, then how exercises went, then each student. */
export function listed(tables: readonly LectureTable[], lang: Language): string[] {
  return tables.flatMap(each => [...marks(each, lang), '', ...exercises(each, lang), '', ...students(each, lang), '', ...written(each, lang)])
}

/** Before all tables: which files have no row in any of them. Nothing where every file has one. */
export function gradedLines(graded: number, withoutMarks: readonly string[], lang: Language): string[] {
  if (withoutMarks.length === 0) return []
  return [red(words[lang].graded(graded, graded + withoutMarks.length, withoutMarks.map(file => printable(file, 120)).join(lang === 'zh' ? '、' : ', '))), '']
}

/** All that could not be read, in the order of the files. */
export function unreadLines(unread: readonly Unread[], lang: Language): string[] {
  if (unread.length === 0) return []
  return [red(words[lang].unread(unread.length)), ...unread.map(({ file, line, field, message }) => `${printable(file, 200)}${line === undefined ? '' : `:${line}`}  ${field ? `${field}: ` : ''}${message}`)]
}

function marks({ lecture, exercises, rows }: LectureTable, lang: Language): string[] {
  const say = words[lang]
  const percent = (earned: number, possible: number) => possible ? `${Math.round(earned / possible * 100)}%` : ''
  const possible = exercises.reduce((sum, each) => sum + each.possible, 0)
  const counted = rows.filter(counts)
  const mean = counted.length ? counted.reduce((sum, { earned }) => sum + earned, 0) / counted.length : 0
  const lines = table([
    [say.name, ...exercises.map((_, index) => String(index + 1)), say.total, say.share],
    ...rows.map(row => [called(row, 24), ...row.points.map(each => each === undefined ? '' : each === 'written' ? '—' : figure(each)), figure(row.earned), percent(row.earned, row.possible)]),
    [say.mean, ...exercises.map(({ possible }, index) => possible ? figure(sumOf(counted.map(row => row.points[index])) / Math.max(1, counted.length)) : ''), figure(mean), percent(mean, possible)],
    [say.of, ...exercises.map(each => each.possible ? figure(each.possible) : '—'), figure(possible), ''],
  ]).split('\n')
  const notes = [...rows.some(({ breaksOff }) => breaksOff) ? [red(say.broken)] : [], ...rows.some(({ browser }) => browser) ? [cyan(say.shared)] : []]
  return [bold(`${lecture} · ${say.files(rows.length)}`), '', dim(lines[0]!), ...lines.slice(1, -2), ...lines.slice(-2).map(dim), ...notes.length ? ['', ...notes] : []]
}

function exercises({ exercises, statistics }: LectureTable, lang: Language): string[] {
  const say = words[lang]
  const numbers = new Map(exercises.map(({ id }, index) => [id, index + 1]))
  const rows = [...statistics].sort((a, b) => (a.facility ?? 2) - (b.facility ?? 2) || numbers.get(a.exercise)! - numbers.get(b.exercise)!)
  const wrong = ({ wrong }: Statistic) => wrong.map(({ part, said, count }) => `${[part, said].filter(Boolean).map(known).join(' → ')} (${count}${say.times})`).join(say.pause)
  const lines = table([['', '', '', ''], ...rows.map(each => [String(numbers.get(each.exercise)), each.exercise, each.facility === undefined ? '—' : `${Math.round(each.facility * 100)}%`, say.answered(each.answered, each.of)])]).split('\n').slice(1)
  const width = Math.max(0, ...lines.map(widthOf))
  return [dim(say.exercises), ...lines.map((line, index) => `${line}${' '.repeat(width - widthOf(line))}  ${dim(wrong(rows[index]!))}`.trimEnd())]
}

function students({ exercises, rows }: LectureTable, lang: Language): string[] {
  const say = words[lang]
  return [dim(say.students), ...rows.flatMap((row) => {
    const note = [
      row.alike > 1 ? say.alike(row.alike) : '',
      row.browser ? say.browser(row.browser.files, row.browser.names) : '',
      row.isNewest === undefined ? '' : row.isNewest ? say.newest : say.older,
    ].filter(Boolean).join(say.pause)
    const head = `${bold(called(row, 60))}  ${printable(row.file, 120)}  ${say.points(figure(row.earned), figure(row.possible))}${note ? `  ${cyan(note)}` : ''}${row.breaksOff ? `  ${red(say.breaksOff(row.breaksOff.present, exercises.length))}` : ''}`
    const open = exercises.filter((_, index) => row.points[index] === undefined).length
    const lost = exercises.flatMap(({ id, possible }, index) => {
      const points = row.points[index]
      if (typeof points !== 'number' || points >= possible) return []
      const parts = row.wrong.filter(({ exercise }) => exercise === id).map(({ part, said }) => [part, said].filter(Boolean).map(known).join(' → '))
      return [`  ${index + 1} ${id}  ${figure(points)}/${figure(possible)}${parts.length ? `${say.colon}${parts.join(say.pause)}` : ''}`]
    })
    return [head, ...lost, ...open ? [dim(`  ${row.breaksOff ? say.lost : say.open}${say.colon}${open}`)] : [], ...lost.length || open ? [] : [dim(`  ${say.nothing}`)]]
  })]
}

/** To be read, and marked by the guide of the printed key: exercise by exercise, the whole text of everybody. */
function written({ exercises, rows }: LectureTable, lang: Language): string[] {
  const say = words[lang]
  const lines = exercises.flatMap(({ id, possible }, index) => {
    const texts = possible ? [] : rows.flatMap(row => row.written.filter(({ exercise }) => exercise === id).map(text => ({ ...text, row })))
    return texts.length === 0 ? [] : [`${index + 1} ${id}`, ...texts.flatMap(({ text, met, of, row }) => [
      `  ${bold(called(row, 60))}  ${dim(say.ticked(met.length, of))}`,
      ...hanging(say.text, withoutControls(text)),
      ...met.map(criterion => `    ✓ ${criterion}`),
    ])]
  })
  return lines.length ? [dim(say.written), ...lines, ''] : []
}

/** Two of one name are told apart by a star, and by their files in the list below; † is a file that breaks off, ‡ one of several names from one browser. */
const called = ({ name, browser, isNewest, breaksOff }: Row, width: number) => `${printable(name, width)}${breaksOff ? ' †' : ''}${browser ? ' ‡' : ''}${isNewest === undefined ? '' : isNewest ? ' *' : ' (old)'}`

/** In a table of many, long enough to know it again. */
const known = (text: string) => text.length > 40 ? `${text.slice(0, 38).trimEnd()}…` : text

/** 2.6666 => "2.67", 3 => "3" */
const figure = (value: number) => String(Math.round(value * 100) / 100)

/** Names and files are other people's: no colours, no line ends, and an end. */
const printable = (text: string, most: number) => {
  const plain = text.replace(/\p{C}/gu, '�')
  return [...plain].length > most ? `${[...plain].slice(0, most - 1).join('')}…` : plain
}
