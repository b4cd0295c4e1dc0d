import type { Problem } from '#course'
import { fold } from '#course/evidence'
import { didYouMean } from '#course/letter'
import { articleOf } from '../article.ts'
import { defineRule } from '../rule.ts'

export const absent = defineRule({
  name: 'absent',
  description: 'Where a key says "not stated", or a tension that no text documents something, words are listed, and none of them occurs in the article.',
  check(course, context) {
    const problems: Problem[] = []
    const unread = new Set<string>()
    let checked = 0
    const silence = (source: string, words: readonly string[], at: (index: number) => Problem) => {
      const article = articleOf(course, context, source)
      if (!article) { unread.add(source); return }
      const { first, last } = article.source.text!
      words.forEach((word, index) => {
        checked++
        for (let line = first; line <= last; line++) {
          if (!stands(word, article.lines[line - 1] ?? '') && !stands(word, cutAt(article.paragraphs, line))) continue
          problems.push({ ...at(index), message: `"${word}" does occur in ${source}, at line ${line}` })
          return
        }
      })
    }

    for (const [id, file] of Object.entries(course.exerciseFiles)) {
      if (file.kind !== 'judge') continue
      const at = (...field: (string | number)[]): Problem => ({ ...course.place('exercises', id, ['absent', ...field]), message: '' })
      for (const [statement, verdict] of Object.entries(file.key)) {
        const words = file.absent[statement]
        if (verdict === 'not-stated' && !words) problems.push({ ...course.place('exercises', id, ['key', statement]), message: `"${statement}" is keyed "not-stated": expected, under "absent", words that do not occur in ${file.source}` })
        if (verdict !== 'not-stated' && words) problems.push({ ...at(statement), message: `"${statement}" is keyed "${verdict}"; it needs no words here` })
        if (verdict === 'not-stated' && words) silence(file.source, words, index => at(statement, index))
      }
      for (const statement of Object.keys(file.absent))
        if (!(statement in file.key)) problems.push({ ...at(statement), message: `no statement "${statement}"${didYouMean(statement, Object.keys(file.key))}` })
    }

    for (const [id, tension] of Object.entries(course.tensions)) {
      tension.sides.forEach((side, index) => {
        const at = (...field: (string | number)[]): Problem => ({ ...course.place('tensions', id, ['sides', index, ...field]), message: '' })
        if (side.claims.length === 0 && !side.absent) problems.push({ ...at(), message: 'this side rests on nothing: expected claims, or "absent" with words that do not occur in the source' })
        if (side.absent) silence(side.absent.source, side.absent.words, word => at('absent', 'words', word))
      })
    }
    return { checked, problems, ...(unread.size > 0 ? { remark: `needs the text of ${[...unread].join(', ')}` } : {}) }
  },
})

/** A word that a page break cuts in two is looked for in the joined paragraph. */
const cutAt = (paragraphs: { lines: number[], text: string }[], line: number) =>
  paragraphs.find(paragraph => paragraph.lines[0] === line && paragraph.lines.length > 1)?.text ?? ''

/** Han anywhere; other words from their beginning, so that "lease" finds "leases" and "tax" not "syntax". */
function stands(word: string, text: string): boolean {
  const [wanted, inside] = [fold(word).toLowerCase(), fold(text).toLowerCase()]
  for (let at = inside.indexOf(wanted); at >= 0; at = inside.indexOf(wanted, at + 1))
    if (/^\p{Script=Han}/u.test(wanted) || !/[\p{L}\p{N}]$/u.test(inside.slice(0, at)) || /\p{Script=Han}$/u.test(inside.slice(0, at))) return true
  return false
}
