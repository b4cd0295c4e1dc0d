import type { Language } from '#schema'
import { decoded, submissionLimitBytes } from './decode.ts'
import { withoutHalfCharacter, withoutHalfLine } from './ending.ts'
import { readExport } from './exported.ts'
import { fieldsByLine, headFields } from './fields.ts'
import { inParts, parsed } from './parse.ts'
import type { SubmissionProblem } from './problem.ts'
import { tidied } from './tidy.ts'
import { Reader } from './written.ts'

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
  /** A practice page wrote it: of old it names no lecture, its answers do. */
  isExported: boolean
  /** When it was exported, as it says: ISO 8601. */
  exported: string | undefined
  /** The first answer in an export and when it was given: two exports that begin alike come from one browser. */
  origin: string | undefined
  /** It ends before its end: what is not in it may have been answered all the same. */
  breaksOff: boolean
  problems: SubmissionProblem[]
}

export interface Entry { value: string, line: number }

export interface SubmittedAnswer {
  exercise: string
  line: number
  revision: Entry | undefined
  /** Plain JSON: texts, lists, maps; `null` where nothing was written. */
  response: unknown
  /** The line of a part of the response: `lineOf(['salt', 'reason'])`; of the deepest that there is. */
  lineOf: (part: string[]) => number
}

/** More than any lecture has exercises. */
const partsLimit = 1000

/**
 * Reads the bytes of an answer file; never throws. Of a file above the limit only the beginning is read, up to the last
 * whole line. An answer that is no YAML costs itself and no other; so does a field of the head.
 */
export function readSubmission(bytes: Uint8Array): Submission {
  const problems: SubmissionProblem[] = []
  const submission: Submission = { lecture: undefined, lang: undefined, name: undefined, answers: [], isExported: false, exported: undefined, origin: undefined, breaksOff: false, problems }
  const { text, isText } = decoded(withoutHalfCharacter(bytes), problems)
  if (!isText) return submission
  if (!readExport(text, submission)) {
    // What is longer than anybody writes was cut by us, and that is said already.
    const whole = bytes.length > submissionLimitBytes ? { text, breaksOff: false } : withoutHalfLine(text, problems)
    submission.breaksOff = whole.breaksOff
    readWritten(tidied(whole.text, problems), submission)
  }
  if (submission.answers.length === 0 && problems.every(({ isRemark }) => isRemark)) problems.push({ line: 1, field: 'answers', message: { en: 'no answers; expected "answers:" with an exercise id on each line under it', zh: '没有答案；"answers:" 之下每行应为一个题目编号' } })
  problems.sort((a, b) => a.line - b.line)
  return submission
}

/** YAML, or JSON that somebody wrote by hand. */
function readWritten(plain: string, submission: Submission): void {
  const { problems } = submission
  if (plain.replace(/^\s*#.*$/gm, '').trim() === '' && problems.length === 0) {
    problems.push({ line: 1, field: '', message: { en: 'the file is empty; expected "lecture:" and "answers:". Write one with: npm run grade -- --template <lecture> --lang en', zh: '文件是空的；应有 "lecture:" 和 "answers:"。可用此命令生成：npm run grade -- --template <讲> --lang zh' } })
    return
  }
  const where = fieldsByLine(plain)
  const answered = new Set<string>()
  const whole = parsed(plain, 1, where)
  if (whole.problems.length === 0) { new Reader(submission, answered, whole).file(); return }
  // Somewhere it is no YAML. Each field and each answer by itself, so that one bad one spoils no other.
  let isSaid = false
  const parts = inParts(plain)
  if (parts.length > partsLimit) problems.push({ line: parts[partsLimit]!.line, field: '', message: { en: `more than ${partsLimit} answers in a file with errors; those from here on were passed over`, zh: `文件有错，且答案超过 ${partsLimit} 个；此行以后的未读取` } })
  for (const part of parts.slice(0, partsLimit)) {
    const alone = parsed(part.text, part.line, where)
    const reader = new Reader(submission, answered, alone)
    if (alone.problems.length === 0) part.isAnswer ? reader.answers(alone.root) : reader.file()
    // A name is what stands behind the colon, whatever marks are in it.
    else if (part.field && headFields.includes(part.field) && part.field !== 'answers') reader.head(part.field, behindColon(part.text), part.line)
    for (const problem of alone.problems) {
      isSaid = true
      if (part.field === 'name') continue
      const { en, zh } = problem.message
      problems.push(part.isAnswer ? { ...problem, message: { en: `${en}. This answer was not graded, the others were`, zh: `${zh}。此题未评分，其余照常` } } : problem)
    }
  }
  if (!isSaid) problems.push(...whole.problems)
}

/** `name: "Wang` => "Wang" */
function behindColon(part: string): string | null {
  const written = part.split('\n')[0]!.replace(/^[^:]*:/, '').trim().replace(/^["']|["']$/g, '')
  return written === '' ? null : written
}
