import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml'
import { closest, distance } from 'fastest-levenshtein'
import type { Language, Text } from '#schema'
import { languages } from '#schema'

/**
 * An answer file, as a student fills it in:
 *
 *     lecture: corridor
 *     lang: en
 *     answers:
 *       corridor/three-vertices:
 *         revision: 3f2a9c41
 *         answer: [sovereignty, security]
 *
 * Or the JSON that a practice page exports: there "answers" is a list in the order in which they were given, and the last one counts.
 *
 * It may come from anybody. Whatever it holds, this gives back what could be read and a letter for everything else.
 */
export interface Submission {
  lecture: Entry | undefined
  lang: Language | undefined
  name: string | undefined
  answers: SubmittedAnswer[]
  /** A practice page wrote it: it names no lecture, its answers do. */
  isExported: boolean
  problems: SubmissionProblem[]
}

interface Entry { value: string, line: number }

export interface SubmittedAnswer {
  exercise: string
  line: number
  revision: Entry | undefined
  /** Plain JSON: texts, lists, maps; `null` where nothing was written. */
  response: unknown
  /** The line of a part of the response: `lineOf(['salt', 'reason'])`; of the deepest that there is. */
  lineOf: (part: string[]) => number
}

export interface SubmissionProblem {
  line: number
  /** "corridor/three-vertices › answer › 2"; "" for the file as a whole. */
  field: string
  message: Text
}

export const submissionLimitBytes = 1_000_000

/**
 * Reads the bytes of an answer file; never throws. Of a file above the limit only the first million bytes are read, up
 * to the last whole line. An answer that is no YAML costs itself and no other.
 */
export function readSubmission(bytes: Uint8Array): Submission {
  const problems: SubmissionProblem[] = []
  const { text, isText } = decoded(cut(bytes, problems), problems)
  const submission: Submission = { lecture: undefined, lang: undefined, name: undefined, answers: [], isExported: false, problems }
  if (!isText) return submission
  const plain = withoutTabs(withoutLongLines(text.replace(/\r\n?/g, '\n'), problems), problems)
  if (plain.replace(/^\s*#.*$/gm, '').trim() === '' && problems.length === 0) {
    problems.push({ line: 1, field: '', message: { en: 'the file is empty; expected "lecture:" and "answers:". Write one with: npm run grade -- --template <lecture> --lang en', zh: '文件是空的；应有 "lecture:" 和 "answers:"。可用此命令生成：npm run grade -- --template <讲> --lang zh' } })
    return submission
  }
  const where = fieldsByLine(plain)
  const answered = new Set<string>()
  const whole = parsed(plain, 1, where)
  if (whole.problems.length === 0) new Reader(submission, answered, whole).file()
  else {
    // Somewhere it is no YAML. Each answer by itself, so that one bad one spoils no other.
    const parts = inParts(plain)
    if (parts.length > partsLimit) problems.push({ line: parts[partsLimit]!.line, field: '', message: { en: `more than ${partsLimit} answers in a file with errors; those from here on were passed over`, zh: `文件有错，且答案超过 ${partsLimit} 个；此行以后的未读取` } })
    for (const part of parts.slice(0, partsLimit)) {
      const alone = parsed(part.text, part.line, where)
      if (alone.problems.length === 0) part.isAnswer ? new Reader(submission, answered, alone).answers(alone.root) : new Reader(submission, answered, alone).file()
      for (const problem of alone.problems) {
        const { en, zh } = problem.message
        problems.push(part.isAnswer ? { ...problem, message: { en: `${en}. This answer was not graded, the others were`, zh: `${zh}。此题未评分，其余照常` } } : problem)
      }
    }
    if (problems.length === 0) problems.push(...whole.problems)
  }
  if (submission.answers.length === 0 && problems.length === 0) problems.push({ line: 1, field: 'answers', message: { en: 'no answers; expected "answers:" with an exercise id on each line under it', zh: '没有答案；"answers:" 之下每行应为一个题目编号' } })
  problems.sort((a, b) => a.line - b.line)
  return submission
}

// Bytes ------------------------------------------------------------------------------------------------------------

function cut(bytes: Uint8Array, problems: SubmissionProblem[]): Uint8Array {
  if (bytes.length <= submissionLimitBytes) return bytes
  const head = bytes.subarray(0, submissionLimitBytes)
  const end = head.lastIndexOf(0x0A)
  const kept = end > 0 ? head.subarray(0, end + 1) : head
  const line = kept.reduce((lines, byte) => byte === 0x0A ? lines + 1 : lines, 1)
  problems.push({ line, field: '', message: { en: `the file is larger than ${submissionLimitBytes / 1e6} MB; it was read up to this line and no further`, zh: `文件超过 ${submissionLimitBytes / 1e6} MB；只读到这一行为止` } })
  return kept
}

function decoded(bytes: Uint8Array, problems: SubmissionProblem[]): { text: string, isText: boolean } {
  const complain = (line: number, field: string, en: string, zh: string) => problems.push({ line, field, message: { en, zh } })
  const wide = wideEncoding(bytes)
  if (wide) {
    complain(1, '', `the file is in ${wide.toUpperCase()}; it was read, but save it as UTF-8`, `文件编码为 ${wide.toUpperCase()}；已读取，请另存为 UTF-8`)
    return { text: new TextDecoder(wide).decode(bytes), isText: true }
  }
  if (bytes.includes(0)) {
    const looks = startsWith(bytes, 'PK') ? { en: 'It looks like a Word document or a ZIP archive. ', zh: '看来是 Word 文档或 ZIP 压缩包。' } : startsWith(bytes, '%PDF') ? { en: 'It looks like a PDF. ', zh: '看来是 PDF。' } : { en: '', zh: '' }
    complain(1, '', `this is no text file. ${looks.en}Expected a plain text file in UTF-8`, `这不是文本文件。${looks.zh}应为 UTF-8 纯文本`)
    return { text: '', isText: false }
  }
  const strict = new TextDecoder('utf-8', { fatal: true })
  try { return { text: strict.decode(bytes), isText: true } }
  catch { /* the lines are looked at one by one */ }

  const lines = linesOf(bytes)
  const isSound = (line: Uint8Array) => { try { strict.decode(line); return true } catch { return false } }
  const sound = lines.map(isSound)
  const bad = sound.flatMap((isGood, index) => isGood ? [] : [index])
  // A short line of GB18030 may pass for UTF-8 by accident, most do not.
  const goodHan = lines.filter((line, index) => sound[index] && line.some(byte => byte > 0x7F)).length
  if (bad.length > goodHan) {
    try {
      const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
      complain(bad[0]! + 1, '', 'the file is not in UTF-8, it was read as GB18030 (GBK); save it as UTF-8', '文件不是 UTF-8，已按 GB18030（GBK）读取；请另存为 UTF-8')
      return { text, isText: true }
    }
    catch { /* neither */ }
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  const where = fieldsByLine(text)
  for (const index of bad.slice(0, 20)) complain(index + 1, where(index + 1), 'bytes on this line are not UTF-8; they were read as "\uFFFD"', '此行有非 UTF-8 字节，已读作 "\uFFFD"')
  if (bad.length > 20) complain(bad[20]! + 1, '', `${bad.length - 20} more lines are not UTF-8`, `另有 ${bad.length - 20} 行不是 UTF-8`)
  return { text, isText: true }
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xFF && bytes[1] === 0xFE) return 'utf-16le'
  if (bytes[0] === 0xFE && bytes[1] === 0xFF) return 'utf-16be'
  // Without a mark: in Latin text every other byte is zero.
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, index) => { if (byte === 0) zeros[index % 2]!++ })
  if (sample.length < 8) return undefined
  if (zeros[1]! > sample.length * 0.2 && zeros[0] === 0) return 'utf-16le'
  if (zeros[0]! > sample.length * 0.2 && zeros[1] === 0) return 'utf-16be'
  return undefined
}

const startsWith = (bytes: Uint8Array, word: string) => [...word].every((letter, index) => bytes[index] === letter.charCodeAt(0))

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(0x0A); end >= 0; end = bytes.indexOf(0x0A, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...lines, bytes.subarray(start)]
}

// Text -------------------------------------------------------------------------------------------------------------

const answerLine = /^([ \t]*)(["']?)([\w-]+(?:\/[\w-]+)+)\2[ \t]*:(?:[ \t]|$)/
const fieldLine = /^[ \t]*(["']?)([\w-]+)\1[ \t]*:(?:[ \t]|$)/

/** Which field a line belongs to, without parsing: what a broken file still tells. */
function fieldsByLine(text: string): (line: number) => string {
  const lines = text.split('\n')
  return (line) => {
    let field = ''
    for (let index = Math.min(line, lines.length) - 1; index >= 0; index--) {
      const entry = answerLine.exec(lines[index]!)
      if (entry) return field ? `${entry[3]} › ${field}` : entry[3]!
      const named = fieldLine.exec(lines[index]!)
      if (named && !field) field = named[2]!
      if (named && !/^[ \t]/.test(lines[index]!)) return named[2]!
    }
    return field
  }
}

/** Longer than a whole answer file on one line; a parser can be kept busy with such a line for very long. */
const lineLimit = 20_000
/** More than any lecture has exercises. */
const partsLimit = 1000

function withoutLongLines(text: string, problems: SubmissionProblem[]): string {
  const where = fieldsByLine(text)
  let dropped = 0
  const short = text.split('\n').map((line, index) => {
    if (line.length <= lineLimit) return line
    if (dropped++ < 5) problems.push({ line: index + 1, field: where(index + 1), message: { en: `a line of ${line.length} characters is no answer of ours; it was passed over`, zh: `此行有 ${line.length} 个字符，不是答案，已略过` } })
    return ''
  })
  return short.join('\n')
}

function withoutTabs(text: string, problems: SubmissionProblem[]): string {
  const where = fieldsByLine(text)
  const tabbed: number[] = []
  const plain = text.split('\n').map((line, index) => {
    if (!/^ *\t[ \t]*[^\s#]/.test(line)) return line
    tabbed.push(index + 1)
    return line.replace(/^[ \t]+/, space => space.replaceAll('\t', '  '))
  }).join('\n')
  for (const line of tabbed.slice(0, 5)) problems.push({ line, field: where(line), message: { en: 'a tab at the beginning of the line was read as two spaces; indent with spaces', zh: '行首的制表符按两个空格读取；请用空格缩进' } })
  if (tabbed.length > 5) problems.push({ line: tabbed[5]!, field: '', message: { en: `${tabbed.length - 5} more lines begin with a tab`, zh: `另有 ${tabbed.length - 5} 行以制表符开头` } })
  return plain
}

/** The head of the file, then each answer from its id to the next, or to where the indentation ends. */
function inParts(text: string): { text: string, line: number, isAnswer: boolean }[] {
  const parts: { text: string, line: number, isAnswer: boolean }[] = [{ text: '', line: 1, isAnswer: false }]
  const lines: string[][] = [[]]
  text.split('\n').forEach((line, index) => {
    const isAnswer = answerLine.test(line)
    const leaves = parts.at(-1)!.isAnswer && /^\s/.test(lines.at(-1)![0]!) && /^[^\s#]/.test(line)
    if (isAnswer || leaves) {
      parts.push({ text: '', line: index + 1, isAnswer })
      lines.push([])
    }
    lines.at(-1)!.push(line)
  })
  return parts.map((part, index) => ({ ...part, text: lines[index]!.join('\n') }))
}

// YAML -------------------------------------------------------------------------------------------------------------

interface Parsed { root: Node | null, lineAt: (offset: number) => number, problems: SubmissionProblem[] }

function parsed(text: string, firstLine: number, where: (line: number) => string): Parsed {
  const counter = new LineCounter()
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  try {
    // "failsafe": every scalar is a text. `1880` in a gap is what was written, and no tag makes anything of it.
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, lineCounter: counter })
    // The first error; those after it are mostly its consequences.
    const problems = document.errors.slice(0, 1).map((error): SubmissionProblem => {
      const line = lineAt(error.pos[0])
      return { line, field: where(line), message: { en: `cannot be read as YAML: ${error.message}`, zh: `不合 YAML 格式：${error.message}` } }
    })
    return { root: document.contents, lineAt, problems }
  }
  catch (error) {
    return { root: null, lineAt, problems: [{ line: firstLine, field: where(firstLine), message: { en: `cannot be read as YAML: ${(error as Error).message}`, zh: `不合 YAML 格式：${(error as Error).message}` } }] }
  }
}

/** Deeper than any answer of ours. */
const depthLimit = 6
const headFields = ['lecture', 'lang', 'name', 'answers']
/** What an exported file says of itself besides. */
const exportedFields = ['course', 'exported']
const answerFields = ['answer', 'revision']

/** Walks the parsed file. Aliases are never followed, so that nothing grows; keys are own properties, so that none is magic. */
class Reader {
  constructor(private readonly into: Submission, private readonly answered: Set<string>, private readonly from: Parsed) {}

  file(): void {
    for (const { name, value, line } of this.pairs(this.from.root, [])) {
      if (exportedFields.includes(name)) this.into.isExported = true
      else if (!headFields.includes(name)) this.complain(line, [name], ...noField(name, headFields))
      else if (name === 'answers') this.answers(value)
      else {
        const text = this.plain(value, [name], () => {})
        if (text === null) continue
        if (typeof text !== 'string') this.complain(line, [name], ...wanted(text, 'a single word', '一个词'))
        else if (name === 'lecture') this.into.lecture = { value: text, line }
        else if (name === 'name') this.into.name = text
        else if ((languages as readonly string[]).includes(text)) this.into.lang = text as Language
        else this.complain(line, [name], `read "${shown(text)}", expected "en" or "zh"`, `读到 "${shown(text)}"，应为 "en" 或 "zh"`)
      }
    }
  }

  /** `[{exercise, revision, response, at, lang}]`, as a store holds them. */
  private listed(items: readonly unknown[]): void {
    for (const item of items) {
      const fields = new Map([...this.pairs(item, ['answers'])].map(({ name, value, line }) => [name, { value, line }]))
      const text = (name: string) => { const value = fields.get(name)?.value; return isScalar(value) && !isBlank(value) ? String(value.value) : undefined }
      const [exercise, revision] = [text('exercise'), text('revision')]
      const line = fields.get('exercise')?.line ?? this.lineOf(item)
      if (exercise === undefined) { this.complain(line, ['answers'], 'expected "exercise" with the id of what was answered', '应有 "exercise"，写明所答题目的编号'); continue }
      const lines = new Map<string, number>()
      const given = fields.get('response')
      const at = this.into.answers.findIndex(answer => answer.exercise === exercise)
      if (at >= 0) this.into.answers.splice(at, 1)
      this.into.answers.push({
        exercise, line,
        revision: revision === undefined ? undefined : { value: revision, line: fields.get('revision')!.line },
        response: given ? this.plain(given.value, [exercise, 'response'], (part, where) => lines.set(part.join('\n'), where)) : null,
        lineOf(part) {
          for (let length = part.length; length >= 0; length--) {
            const found = lines.get(part.slice(0, length).join('\n'))
            if (found !== undefined) return found
          }
          return given?.line ?? line
        },
      })
    }
  }

  answers(node: unknown): void {
    if (isSeq(node) && this.into.isExported) { this.listed(node.items); return }
    for (const { name: exercise, value, line } of this.pairs(node, ['answers'])) {
      if (this.answered.has(exercise)) {
        this.complain(line, [exercise], 'this exercise was answered further up; the first answer counts', '此题前面已经作答；以第一次为准')
        continue
      }
      this.answered.add(exercise)
      const lines = new Map<string, number>()
      const answer: SubmittedAnswer = {
        exercise, line, revision: undefined, response: null,
        lineOf(part) {
          for (let length = part.length; length >= 0; length--) {
            const found = lines.get(part.slice(0, length).join('\n'))
            if (found !== undefined) return found
          }
          return line
        },
      }
      this.into.answers.push(answer)
      const respond = (given: unknown, at: number) => {
        lines.set('', at)
        answer.response = this.plain(given, [exercise, 'answer'], (part, where) => lines.set(part.join('\n'), where))
      }
      // `corridor/x: lease` is understood as well.
      if (!isMap(value)) { respond(value, line); continue }
      for (const field of this.pairs(value, [exercise])) {
        if (field.name === 'answer') respond(field.value, field.line)
        else if (field.name === 'revision') {
          const revision = this.plain(field.value, [exercise, 'revision'], () => {})
          if (typeof revision === 'string') answer.revision = { value: revision, line: field.line }
        }
        else this.complain(field.line, [exercise, field.name], ...noField(field.name, answerFields))
      }
    }
  }

  /** The pairs of a map with their lines; what is no map, or no plain key, is complained of. */
  private *pairs(node: unknown, path: string[]): Generator<{ name: string, value: unknown, line: number }> {
    if (node === null || node === undefined || (isScalar(node) && isBlank(node))) return
    const line = this.lineOf(node)
    if (isAlias(node)) { this.refuseAlias(line, path); return }
    if (!isMap(node)) {
      this.complain(line, path, 'expected "name: value" on each line here', '此处每行应为 "名称: 值"')
      return
    }
    this.refuseTag(node, path)
    const seen = new Set<string>()
    for (const { key, value } of node.items) {
      const at = this.lineOf(key)
      if (!isScalar(key)) { this.complain(at, path, 'expected a plain word before the colon', '冒号之前应为一个普通的词'); continue }
      const name = String(key.value)
      // An exercise answered twice gets its own letter.
      if (seen.has(name) && path[0] !== 'answers') { this.complain(at, [...path, name], 'is there twice; the first one counts', '重复出现；以第一个为准'); continue }
      seen.add(name)
      yield { name, value, line: at }
    }
  }

  /** A node as plain JSON. */
  private plain(node: unknown, path: string[], note: (part: string[], line: number) => void, part: string[] = []): unknown {
    const line = this.lineOf(node)
    if (isAlias(node)) { this.refuseAlias(line, [...path, ...part]); return null }
    if (part.length > depthLimit) { this.complain(line, [...path, ...part.slice(0, depthLimit)], 'lies deeper than any answer does', '嵌套过深，没有这样的答案'); return null }
    if (isScalar(node)) {
      this.refuseTag(node, [...path, ...part])
      return isBlank(node) ? null : String(node.value)
    }
    if (isSeq(node)) {
      this.refuseTag(node, [...path, ...part])
      return node.items.map((item, index) => {
        note([...part, String(index)], this.lineOf(item))
        return this.plain(item, path, note, [...part, String(index)])
      })
    }
    if (isMap(node)) {
      return Object.fromEntries([...this.pairs(node, [...path, ...part])].map(({ name, value, line: at }) => {
        note([...part, name], at)
        return [name, this.plain(value, path, note, [...part, name])]
      }))
    }
    return null
  }

  private lineOf = (node: unknown): number => this.from.lineAt((node as Node | null)?.range?.[0] ?? 0)

  private complain(line: number, path: string[], en: string, zh: string): void {
    this.into.problems.push({ line, field: path.filter(step => step !== 'answers' || path.length === 1).map(shown).join(' › '), message: { en, zh } })
  }

  private refuseAlias = (line: number, path: string[]) =>
    this.complain(line, path, 'an alias (*name) stands for something written elsewhere; here it was not followed, write the answer itself', '别名（*名称）指代别处的内容，此处不予展开；请直接写出答案')

  private refuseTag(node: Node, path: string[]): void {
    if (node.tag && !/^tag:yaml\.org,2002:(?:str|seq|map|int|float|bool|null)$/.test(node.tag))
      this.complain(this.lineOf(node), path, `the tag !${shown(node.tag.replace('tag:yaml.org,2002:', '!').replace(/^!/, ''))} means nothing here and was passed over`, '类型标签在此没有意义，已忽略')
  }
}

/** Nothing written, or a plain `null` or `~`; quoted they would be words. */
const isBlank = (node: { value: unknown, type?: string | undefined }) => node.value === '' || node.value === null || (node.type === 'PLAIN' && (node.value === 'null' || node.value === '~'))

const shown = (text: string) => {
  // eslint-disable-next-line no-control-regex -- a hostile file must not write to the terminal
  const plain = text.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '�')
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain
}

function noField(name: string, known: string[]): [en: string, zh: string] {
  const near = closest(name.slice(0, 60), known)
  const isNear = distance(name.slice(0, 60), near) <= 3
  return [
    `unknown field; there is ${known.join(', ')}${isNear ? `; did you mean "${near}"?` : ''}`,
    `没有这一项；可用的有 ${known.join('、')}${isNear ? `；是否想写 "${near}"？` : ''}`,
  ]
}

const wanted = (read: unknown, en: string, zh: string): [en: string, zh: string] => [`read ${shown(JSON.stringify(read))}, expected ${en}`, `读到 ${shown(JSON.stringify(read))}，应为${zh}`]
