import type { Problem } from '#course'
import { fold } from '#course/evidence'
import { paragraphAt } from '#course/paragraphs'
import { didYouMean } from '#course/letter'
import { articleOf } from '../article.ts'
import { defineRule } from '../rule.ts'

export const absent = defineRule({
  name: 'absent',
  description: 'Where a key or a case says "not stated", or a tension that no text documents something, words are listed, and none of them occurs in the article, or in the paragraphs named.',
  check(course, context) {
    const problems: Problem[] = []
    const unread = new Set<string>()
    let checked = 0
    const silence = (source: string, words: readonly string[], at: (index: number) => Problem, only?: readonly number[]) => {
      const article = articleOf(course, context, source)
      if (!article) { unread.add(source); return }
      if (only) {
        const told = only.map(line => ({ line, paragraph: paragraphAt(article.paragraphs, line) }))
        for (const { line, paragraph } of told) if (!paragraph) problems.push({ ...at(0), message: `line ${line} is no line of a paragraph of ${source}` })
        words.forEach((word, index) => {
          checked++
          const found = told.find(({ paragraph }) => paragraph && stands(word, paragraph.text))
          if (found) problems.push({ ...at(index), message: `"${word}" does occur in ${source}, in the paragraph of line ${found.line}` })
        })
        return
      }
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
        if (side.absent) silence(side.absent.source, side.absent.words, word => at('absent', 'words', word), side.absent.at)
      })
    }
    for (const [id, { corners }] of Object.entries(course.cases)) {
      for (const [corner, { but, ...first }] of Object.entries(corners)) {
        for (const [reading, ...within] of [[first], ...but ? [[but, 'but'] as const] : []] as const) {
          const at = (...field: (string | number)[]): Problem => ({ ...course.place('cases', id, ['corners', corner, ...within, ...field]), message: '' })
          if (reading.is === 'not-stated') {
            if (!reading.absent) problems.push({ ...at('is'), message: `"${corner}" is not stated: expected, under "absent", words that do not occur` })
            else silence(reading.absent.source, reading.absent.words, word => at('absent', 'words', word), reading.absent.at)
          }
          else {
            if (reading.claims.length === 0) problems.push({ ...at('is'), message: `"${corner}" is ${reading.is}: expected the claims that say so` })
            if (reading.absent) problems.push({ ...at('absent'), message: `"${corner}" is ${reading.is}; it needs no words here` })
          }
        }
      }
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
