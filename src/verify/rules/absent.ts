import type { Problem } from '#course'
import { fold, folded } from '#course/evidence'
import { paragraphAt } from '#course/paragraphs'
import { didYouMean } from '#course/letter'
import { type Article, articleOf } from '../article.ts'
import { readingsIn } from '../models/readings.ts'
import { defineRule } from '../rule.ts'

export const absent = defineRule({
  name: 'absent',
  description: 'Where a key or a model says "not stated", or a tension that no text documents something, words are listed, and none of them occurs in the article, or in the paragraphs named.',
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
          const found = told.find(({ paragraph }) => paragraph && standsIn(folded(paragraph).toLowerCase(), fold(word).toLowerCase()))
          if (found) problems.push({ ...at(index), message: `"${word}" does occur in ${source}, in the paragraph of line ${found.line}` })
        })
        return
      }
      words.forEach((word, index) => {
        checked++
        const wanted = fold(word).toLowerCase()
        const found = readable(article).find(({ text }) => standsIn(text, wanted))
        if (found) problems.push({ ...at(index), message: `"${word}" does occur in ${source}, at line ${found.line}` })
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
    for (const [id, model] of Object.entries(course.models)) {
      for (const { reading, field } of readingsIn(model)) {
        const at = (...inner: (string | number)[]): Problem => ({ ...course.place('models', id, [...field, ...inner]), message: '' })
        const input = field.filter(step => step !== 'but').at(-1)
        if (reading.is === 'not-stated') {
          if (!reading.absent) problems.push({ ...at('is'), message: `"${input}" is not stated: expected, under "absent", words that do not occur` })
          else silence(reading.absent.source, reading.absent.words, word => at('absent', 'words', word), reading.absent.at)
        }
        else {
          if (reading.claims.length === 0) problems.push({ ...at('is'), message: `"${input}" is ${reading.is}: expected the claims that say so` })
          if (reading.absent) problems.push({ ...at('absent'), message: `"${input}" is ${reading.is}; it needs no words here` })
        }
      }
    }
    return { checked, problems, ...(unread.size > 0 ? { remark: `needs the text of ${[...unread].join(', ')}` } : {}) }
  },
})

/** Every line of the article, folded; a word that a page break cuts in two is looked for in the joined paragraph as well. */
function readable(article: Article): { line: number, text: string }[] {
  const known = readOnce.get(article)
  if (known) return known
  const { first, last } = article.source.text!
  const cut = new Map(article.paragraphs.filter(({ lines }) => lines.length > 1).map(paragraph => [paragraph.first, paragraph]))
  const read: { line: number, text: string }[] = []
  for (let line = first; line <= last; line++) {
    const joined = cut.get(line)
    for (const text of [fold(article.lines[line - 1] ?? ''), joined ? folded(joined) : '']) if (text) read.push({ line, text: text.toLowerCase() })
  }
  readOnce.set(article, read)
  return read
}
const readOnce = new WeakMap<Article, { line: number, text: string }[]>()

/** Han anywhere; other words from their beginning, so that "lease" finds "leases" and "tax" not "syntax". Both are folded, in small letters. */
function standsIn(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
    if (/^\p{Script=Han}/u.test(wanted) || !/[\p{L}\p{N}]/u.test(before) || /\p{Script=Han}/u.test(before)) return true
  }
  return false
}
