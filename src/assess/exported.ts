import { languages } from '#schema'
import { breakOff } from './ending.ts'
import { shown } from './problem.ts'
import type { Submission, SubmittedAnswer } from './submission.ts'
import { depthLimit, noExercise, tooDeep } from './written.ts'

type Fields = Record<string, unknown>

/**
 * Reads what a practice page exported, by `JSON.parse`: many times faster than YAML. False where the text is no such file;
 * then it is YAML's, which reads JSON written by hand as well. Of a file that breaks off, the whole answers are read.
 */
export function readExport(text: string, into: Submission): boolean {
  if (!/^\s*\{/.test(text)) return false
  let file: Fields
  try { file = JSON.parse(text) as Fields }
  catch {
    const rest = brokenExport(text, into)
    if (rest === undefined) return false
    file = rest
  }
  if (!Array.isArray(file['answers']) || !('exported' in file || 'course' in file)) return false
  into.isExported = true
  const word = (name: string) => typeof file[name] === 'string' && file[name] !== '' ? file[name] as string : undefined
  const [lecture, name, exported] = [word('lecture'), word('name'), word('exported')]
  const lines = linesOfAnswers(text)
  if (lecture !== undefined) into.lecture = { value: lecture, line: 1 }
  if (name !== undefined) into.name = name
  if (exported !== undefined) into.exported = exported

  const last = new Map<string, { answer: SubmittedAnswer, at: string }>()
  file['answers'].forEach((item: unknown, index: number) => {
    const { exercise, revision, response, at, lang } = (item !== null && typeof item === 'object' ? item : {}) as Fields
    const line = () => lines(index)
    if (typeof exercise !== 'string' || exercise === '') {
      into.problems.push({ line: line(), field: 'answers', message: { en: noExercise[0], zh: noExercise[1] } })
      return
    }
    const isDeep = tooDeepIn(response, depthLimit)
    if (isDeep) into.problems.push({ line: line(), field: `${shown(exercise)} › response`, message: { en: tooDeep[0], zh: tooDeep[1] } })
    const given = typeof at === 'string' ? at : ''
    into.origin ??= given && `${exercise} ${given}`
    into.lang = languages.find(each => each === lang) ?? into.lang
    const before = last.get(exercise)
    // As on the page: the later one counts, whatever window wrote first.
    if (before && before.at > given) return
    last.delete(exercise)
    last.set(exercise, { at: given, answer: new ExportedAnswer(exercise, isDeep ? null : response ?? null, typeof revision === 'string' ? revision : undefined, line) })
  })
  for (const { answer } of last.values()) into.answers.push(answer)
  return true
}

/** Its line is looked for only when something has to be said of it. */
class ExportedAnswer implements SubmittedAnswer {
  constructor(readonly exercise: string, readonly response: unknown, private readonly version: string | undefined, readonly lineOf: () => number) {}
  get line() { return this.lineOf() }
  get revision() { return this.version === undefined ? undefined : new LaterEntry(this.version, this.lineOf) }
}
class LaterEntry {
  constructor(readonly value: string, private readonly find: () => number) {}
  get line() { return this.find() }
}

/** Where each answer begins; found only when something has to be said of one. */
function linesOfAnswers(text: string): (index: number) => number {
  let starts: number[] | undefined
  return (index) => {
    starts ??= [...text.matchAll(/"exercise"\s*:/g)].map(match => match.index)
    const start = starts[index] ?? 0
    let line = 1
    for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) line++
    return line
  }
}

function tooDeepIn(value: unknown, left: number): boolean {
  if (value === null || typeof value !== 'object') return false
  if (left < 0) return true
  for (const name in value) if (tooDeepIn((value as Record<string, unknown>)[name], left - 1)) return true
  return false
}

/** An export that breaks off, or was damaged in one place: each answer that is whole in itself. */
function brokenExport(text: string, into: Submission): Fields | undefined {
  // Whatever its first field is, and however early it ends: with a list of answers in it, or with nothing but its head.
  if (!/^\s*\{\s*"(?:course|lecture|name|exported)"\s*:/.test(text)) return undefined
  const head = text.slice(0, Math.max(0, text.search(/"answers"\s*:/)))
  const word = (name: string): string | undefined => {
    const written = new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(head)?.[1]
    try { return written && JSON.parse(written) as string }
    catch { return undefined }
  }
  // A list and a file that are closed were damaged in between; else the rest is missing.
  into.breaksOff = !/\]\s*\}\s*$/.test(text)
  const starts = [...text.matchAll(/\{\s*"exercise"\s*:/g)].map(match => match.index)
  const answers = starts.flatMap((start, index): unknown[] => {
    const piece = text.slice(start, starts[index + 1] ?? text.length)
    const end = piece.lastIndexOf('}')
    // Behind the last answer the list and the file end too: up to three braces belong to others.
    for (let at = end, tries = 0; at > 0 && tries < 3; at = piece.lastIndexOf('}', at - 1), tries++) {
      try { return [JSON.parse(piece.slice(0, at + 1)) as unknown] }
      catch { /* perhaps one brace less */ }
    }
    if (into.breaksOff && index === starts.length - 1) return []
    into.problems.push({ line: lineAt(text, start), field: 'answers', message: { en: 'this answer is damaged and was not graded, the others were', zh: '此题答案已损坏，未评分，其余照常' } })
    return []
  })
  if (into.breaksOff) into.problems.push(breakOff(lineAt(text, text.length)))
  else if (into.problems.length === 0) into.problems.push({ line: lineAt(text, text.length), field: '', message: { en: 'the file is damaged; the answers in it were read as far as they are whole', zh: '文件已损坏；其中完整的答案已读取' } })
  return { exported: word('exported') ?? '', lecture: word('lecture'), name: word('name'), answers }
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length
