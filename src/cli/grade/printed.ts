import type { Language, Verdict } from '#schema'
import { bold, cyan, dim, green, red, table, widthOf } from '../console.ts'
import type { Report } from '#assess'

const words = {
  en: {
    head: ['exercise', 'points', 'of', ''],
    verdicts: { empty: 'not answered', wrong: 'wrong', partly: 'partly', right: 'right', written: 'written' } satisfies Record<Verdict, string>,
    text: 'text', ticked: 'ticked', none: 'nothing', model: 'model answer',
    breaksOff: (present: number, of: number) => `The file breaks off: ${present} of ${of} exercises are in it and were graded. The others count as not answered here, and may have been answered.`,
    total: 'total', wrong: 'wrong', feedback: 'feedback', why: 'why', reread: 'reread', paragraph: (number: number) => `paragraph ${number}`, join: ', ', pause: '; ',
    line: 'own line on the question', stances: 'opinions and predictions (no opinion is the correct one; no points for either)',
    position: (place: number, of: number, sure: number) => `place ${place} of ${of}, ${sure}% sure`, before: 'before', after: 'after', bet: 'prediction',
    said: (holds: boolean, sure: number, held: boolean, score: string) => `${holds ? 'true' : 'false'}, ${sure}% sure; it was ${held ? 'true' : 'false'}: Brier score ${score} (0 best, 1 worst)`,
    problems: (count: number) => `${count} ${count === 1 ? 'problem' : 'problems'} in the file:`, remarks: 'read all the same:', more: (count: number) => `… and ${count} more`,
  },
  zh: {
    head: ['题目', '得分', '满分', ''],
    verdicts: { empty: '未作答', wrong: '错', partly: '部分正确', right: '正确', written: '已写' } satisfies Record<Verdict, string>,
    text: '原文', ticked: '自评做到', none: '无', model: '参考答案',
    breaksOff: (present: number, of: number) => `文件中断：${of} 题中有 ${present} 题在内，已评分；其余在此按未作答计，但可能已作答。`,
    total: '合计', wrong: '错处', feedback: '反馈', why: '理由', reread: '重读', paragraph: (number: number) => `第 ${number} 段`, join: '，', pause: '；',
    line: '对本讲问题的一句话', stances: '看法与预判（看法没有标准答案，两者都不计分）',
    position: (place: number, of: number, sure: number) => `第 ${place} 格（共 ${of} 格），把握 ${sure}%`, before: '读前', after: '读后', bet: '预判',
    said: (holds: boolean, sure: number, held: boolean, score: string) => `预判${holds ? '正确' : '不正确'}，把握 ${sure}%；结果${held ? '正确' : '不正确'}：布赖尔分 ${score}（0 最好，1 最差）`,
    problems: (count: number) => `文件有 ${count} 处问题：`, remarks: '以下照样读取：', more: (count: number) => `……另有 ${count} 处`,
  },
} satisfies Record<Language, unknown>

/** Problems shown before the rest is only counted. */
const shownProblems = 40

/** The report as lines for a terminal: a row an exercise, feedback and places to reread under it. */
export function printed({ lang, name, earned, possible, exercises, stances, line, problems, remarks, lecture, breaksOff }: Report, path: string): string[] {
  const said = words[lang]
  const rows = table([
    said.head,
    ...exercises.map(({ id, earned, possible, verdict }) => [id, possible ? String(earned) : '—', possible ? String(possible) : '—', said.verdicts[verdict]]),
    [said.total, String(earned), String(possible), possible ? `${Math.round(earned / possible * 100)}%` : ''],
  ]).split('\n')
  const lines = [bold(name ? `${lecture} · ${name.replace(/\p{C}/gu, '�').slice(0, 80)}` : lecture), ...breaksOff ? [red(said.breaksOff(breaksOff.present, exercises.length))] : [], '', dim(rows[0]!)]
  exercises.forEach(({ verdict, wrong, feedback, written, why, reread }, index) => {
    const row = rows[index + 1]!
    lines.push(verdict === 'right' ? green(row) : verdict === 'wrong' ? red(row) : verdict === 'partly' ? cyan(row) : dim(row))
    const parts = wrong.map(({ part, said }) => [part, said].filter(Boolean).join(' → '))
    if (parts.length) lines.push(...hanging(said.wrong, parts.join(said.pause)))
    for (const { says } of feedback) lines.push(...hanging(said.feedback, says))
    if (written) {
      lines.push(...hanging(said.text, withoutControls(written.text)), ...hanging(said.ticked, written.met.join(said.pause) || said.none))
      lines.push(...hanging(said.model, written.model))
    }
    if (why) lines.push(...hanging(said.why, why))
    const places = [...new Set(reread.map(({ source, section, paragraph, place }) => [source, section, paragraph === undefined ? '' : said.paragraph(paragraph), place].filter(Boolean).join(said.join)))]
    if (places.length) lines.push(...hanging(said.reread, places.join(said.pause)))
  })
  lines.push(bold(rows.at(-1)!))
  if (line) lines.push('', ...hanging(said.line, line))
  if (stances.length) lines.push('', dim(said.stances))
  for (const { id, places, before, after, bet } of stances) {
    lines.push(id)
    for (const [label, position] of [[said.before, before], [said.after, after]] as const) if (position) lines.push(...hanging(label, said.position(position.place, places, position.sure)))
    if (bet) lines.push(...hanging(said.bet, said.said(bet.holds, bet.sure, bet.held, bet.brier.toFixed(2))))
  }
  const told = (all: Report['problems']) => {
    for (const { line, field, message } of all.slice(0, shownProblems)) lines.push(`${path}:${line}  ${field ? `${field}: ` : ''}${message}`)
    if (all.length > shownProblems) lines.push(said.more(all.length - shownProblems))
  }
  if (problems.length) {
    lines.push('', red(said.problems(problems.length)))
    told(problems)
  }
  if (remarks.length) {
    lines.push('', dim(said.remarks))
    told(remarks)
  }
  return lines
}

/** What a student wrote, for a terminal: its lines stay, what would move the cursor or turn the line round does not. */
export const withoutControls = (text: string) => text.split(/\r\n?|\n/).map(line => line.replaceAll('\t', ' ').replace(/\p{C}/gu, '�')).join('\n')

/** A label, then its text wrapped at 100 columns and kept under itself; its own lines begin lines. */
export function hanging(label: string, text: string): string[] {
  const indent = ' '.repeat(4 + widthOf(label) + 2)
  const lines = text.split('\n').flatMap(line => wrapped(line, 100 - indent.length))
  return lines.map((line, index) => index ? `${indent}${line}`.trimEnd() : `    ${dim(label)}  ${line}`)
}

function wrapped(text: string, width: number): string[] {
  const pieces = text.match(/[\p{Script=Han}\p{P}]|[^\s\p{Script=Han}\p{P}]+|\s+/gu) ?? []
  const lines = ['']
  for (const piece of pieces) {
    if (widthOf(lines.at(-1)!) + widthOf(piece) > width && /^[^\s\p{P}]|^[“‘（《]/u.test(piece) && /[\s\p{Script=Han}\p{P}]$/u.test(lines.at(-1)!) && !/[§“‘（《(]$/u.test(lines.at(-1)!)) lines.push(piece)
    else lines[lines.length - 1] += piece
  }
  return lines.map(line => line.trimEnd())
}
