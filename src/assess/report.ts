import { distance } from 'fastest-levenshtein'
import type { Course } from '#course'
import { draftExercises, finishedExercises, locators } from '#course/lecture'
import { splitStance } from '#course/split'
import { didYouMean } from '#course/letter'
import { gradeAndMisread, type Misread } from '#grading'
import { isRecord, keeper } from '#grading/grader'
import { graderOf } from '#grading/graders'
import { unread } from '#grading/unread'
import { brier, stanceName } from '#models'
import { type Bet, lineName, type Position, readLine, readStance } from '#progress'
import type { Choice, Exercise, Grade, Language, ResponseOf, Text } from '#schema'
import { asIds } from './ids.ts'
import { plain } from './plain.ts'
import { shown } from './problem.ts'
import { sheetOf, type Sheet } from './sheet.ts'
import { readSubmission, type Submission, type SubmittedAnswer } from './submission.ts'

/** What `grade answers.yaml --json` prints. */
export interface Report {
  lecture: string
  lang: Language
  name: string | undefined
  /** When a practice page exported it, as the file says: ISO 8601. */
  exported?: string
  /** The first answer in an export and its time: two files with the same one come from one browser. */
  origin?: string
  earned: number
  possible: number
  /** The file ends before its end; so many exercises are in it. The others are graded as not answered, and may have been. */
  breaksOff?: { present: number }
  exercises: GradedExercise[]
  /** Positions and bets, as they were said: reported, never in the points. */
  stances: ReportedStance[]
  /** What was written on the lecture's question: told as it is, never in the points. */
  line?: string
  /** What could not be read, or not as it was meant. */
  problems: Remark[]
  /** What was read all the same, beyond doubt: a wide letter, an encoding. */
  remarks: Remark[]
}

export interface Remark { line: number, field: string, message: string }

/** `brier`: 0 (certain and right) to 1 (certain and wrong). */
export interface ReportedStance { id: string, places: number, before?: Position, after?: Position, bet?: Bet & { held: boolean, brier: number } }

export interface GradedExercise extends Pick<Grade, 'earned' | 'possible' | 'verdict' | 'marks'> {
  id: string
  /** What was wrong, part by part. */
  wrong: WrongPart[]
  feedback: { id: string, says: string }[]
  /** What was written freely: no program grades it. */
  written?: Written
  /** Why the answer is right, where it is, or was written: whoever guessed learns most from it. */
  why?: string
  /** Section and paragraph as readers count them, once `verify` has seen the claim in its article; an outside source has a place in words. */
  reread: Reread[]
}

/** `met`: the criteria that the student ticked, in words; `of`: how many there are. The text is as she wrote it. */
export interface Written { text: string, met: string[], of: number, model: string }

export interface Reread { claim: string, source: string, section?: string, paragraph?: number, place?: string }

/** `part` and `said` in words: "the right of use: lessee". What was only missed is counted, not named: that would be the answer. */
export interface WrongPart { part: string, said: string }

/** Thrown when there is nothing to grade against. */
export class NoLecture extends Error {
  override name = 'NoLecture'
  /** What had to be said of the file besides: that it is a PDF, for example. */
  readonly problems: Remark[]
  constructor(message: string, problems: Remark[]) {
    super(message)
    this.problems = problems
  }
}

/** Grades the bytes of one answer file. `lang`: of the report; else the file's own. */
export type Assess = (bytes: Uint8Array, asked?: { lang?: Language | undefined }) => Report

/**
 * `const assess = assessor(course); assess(bytes)`: grades answer files one after the other, every exercise of their lecture,
 * with the engine that the slides use. What a course has to be asked is asked once.
 * The function throws `NoLecture` when a file names no lecture with exercises and none can be guessed from its answers.
 */
export function assessor(course: Course): Assess {
  const lectures = Object.keys(course.syllabus.lectures).filter(lecture => finishedExercises(course, lecture).length > 0)
  const read = new Map(lectures.map(lecture => [lecture, lectureOf(course, lecture)]))
  const rereading = places(course)

  return (bytes, asked = {}) => {
    const submission = readSubmission(bytes)
    const lang = asked.lang ?? submission.lang ?? 'en'
    const problems: Remark[] = []
    const remarks: Remark[] = []
    const complain: Complain = (line, field, message, isRemark) => (isRemark ? remarks : problems).push({ line, field, message: message[lang] })
    for (const { line, field, message, isRemark } of submission.problems) complain(line, field, message, isRemark)

    const lecture = lectureNamed(submission, lectures, lang, complain, problems)
    const { ids, drafts, present, sheets } = read.get(lecture)!
    const given = new Map<string, SubmittedAnswer>()
    const stances: ReportedStance[] = []
    let line = ''
    for (const answer of submission.answers) {
      if (answer.exercise.startsWith(stanceName(''))) {
        const said = stanceSaid(course, answer, complain)
        if (said) stances.push(said)
        continue
      }
      if (answer.exercise === lineName(lecture)) {
        line = readLine(answer.response)
        if (!line && answer.response !== null && answer.response !== '') complain(answer.line, answer.exercise, {
          en: `read "${shown(JSON.stringify(answer.response))}", expected a line of words; passed over`,
          zh: `读到 "${shown(JSON.stringify(answer.response))}"，应为一句话；已略过`,
        })
        continue
      }
      const id = present.get(answer.exercise) ?? exerciseMeant(answer, present, complain)
      if (!id && drafts.includes(answer.exercise)) complain(answer.line, answer.exercise, { en: 'this exercise is still a draft; it was not graded', zh: '这道题仍是草稿，未评分' }, true)
      else if (!id) {
        const near = didYouMean(answer.exercise.slice(0, 80), ids)
        complain(answer.line, shown(answer.exercise), { en: `no such exercise in "${lecture}"${near}`, zh: `"${lecture}" 没有这道题${inChinese(near)}` })
      }
      else if (given.has(id)) complain(answer.line, answer.exercise, { en: `"${id}" was answered further up under its other name; the first answer counts`, zh: `"${id}" 前面已用另一名称作答；以第一次为准` })
      else given.set(id, answer)
    }

    const changed: Changed[] = []
    const exercises = ids.map((id): GradedExercise => {
      const exercise = course.exercises[id]!
      const answer = given.get(id)
      const { response, graded } = understood(exercise, sheets.get(id)!, answer, complain)
      if (answer?.revision && answer.revision.value !== exercise.item.revision) changed.push({ id, line: answer.revision.line, was: answer.revision.value, is: exercise.item.revision })
      const { earned, possible, verdict, marks, feedback, reread } = graded
      return {
        id, earned, possible, verdict, marks,
        wrong: verdict === 'right' || verdict === 'empty' || verdict === 'written' ? [] : wrongParts(sheets.get(id)!, marks, response, lang),
        ...verdict === 'written' ? { written: writtenIn(exercise, response, lang) } : {},
        ...verdict === 'right' || verdict === 'written' ? { why: plain(exercise.key.why, lang) } : {},
        feedback: feedback.map(name => ({ id: name, says: plain(exercise.key.feedback.find(({ id }) => id === name)!.says, lang) })),
        reread: reread.map(claim => rereading(claim, lang)),
      }
    })
    if (changed.length) complainOfRevisions(changed, complain)
    for (const list of [problems, remarks]) list.sort((a, b) => a.line - b.line)
    const sum = (of: 'earned' | 'possible') => Math.round(exercises.reduce((total, each) => total + each[of], 0) * 100) / 100
    return {
      lecture, lang, name: submission.name,
      ...submission.exported ? { exported: submission.exported } : {}, ...submission.origin ? { origin: submission.origin } : {},
      earned: sum('earned'), possible: sum('possible'), ...submission.breaksOff ? { breaksOff: { present: given.size } } : {}, exercises, stances, ...line ? { line } : {}, problems, remarks,
    }
  }
}

interface Changed { id: string, line: number, was: string, is: string }

/** One line for all of them: a file that was begun last term is old in every exercise. */
function complainOfRevisions(changed: readonly Changed[], complain: Complain): void {
  const [first, ...others] = changed as [Changed, ...Changed[]]
  const [named, more] = [changed.slice(0, 6).map(({ id }) => id), changed.length - 6]
  complain(first.line, others.length ? 'revision' : `${first.id} › revision`, others.length
    ? {
        en: `what these ${changed.length} exercises grade has changed since the file was written; they were graded as they are now: ${named.join(', ')}${more > 0 ? ` … and ${more} more` : ''}`,
        zh: `文件生成之后，这 ${changed.length} 题的评分内容有变，已按现在的评分：${named.join('、')}${more > 0 ? `……另有 ${more} 题` : ''}`,
      }
    : {
        en: `read "${shown(first.was)}", now "${first.is}": what this exercise grades has changed since the file was written; it was graded as it is now`,
        zh: `读到 "${shown(first.was)}"，现为 "${first.is}"：文件生成之后，此题的评分内容有变；已按现在的评分`,
      })
}

type Complain = (line: number, field: string, message: Text, isRemark?: boolean) => void
const inChinese = (near: string) => near.replace('; did you mean', '；是否想写').replace('?', '？')

/** What of a lecture every file is held against. */
function lectureOf(course: Course, lecture: string) {
  const ids = finishedExercises(course, lecture)
  return {
    ids,
    drafts: draftExercises(course, lecture),
    present: new Map(ids.flatMap(id => [...course.exercises[id]!.item.formerly, id].map(name => [name, id] as const))),
    sheets: new Map(ids.map(id => [id, sheetOf(course.exercises[id]!.item, course)])),
  }
}

function lectureNamed(submission: Submission, lectures: string[], lang: Language, complain: Complain, problems: Remark[]): string {
  const { lecture: written, answers, isExported } = submission
  const named = written && lectures.find(lecture => lecture === written.value)
  const ofAnswers = answers.map(({ exercise }) => alike(exercise).split('/')[0]!).filter(lecture => lectures.includes(lecture))
  const guessed = mostNamed(ofAnswers)
  if (named && (!guessed || ofAnswers.includes(named))) return named
  if (named && guessed) {
    complain(written.line, 'lecture', {
      en: `says "${named}", and every answer is to "${guessed}"; taken for "${guessed}"`,
      zh: `写的是 "${named}"，答案却都是 "${guessed}" 的；按 "${guessed}" 评分`,
    })
    return guessed
  }
  const lecture = (written && lectures.find(lecture => lecture === alike(written.value))) ?? guessed ?? nearLecture(written?.value, lectures) ?? (lectures.length === 1 ? lectures[0] : undefined)
  const there = { en: lectures.join(', '), zh: lectures.join('、') }
  if (!lecture) throw new NoLecture(written
    ? { en: `line ${written.line}, lecture: no lecture "${shown(written.value)}" with exercises; there is ${there.en}`, zh: `第 ${written.line} 行，lecture：没有带习题的讲 "${shown(written.value)}"；现有 ${there.zh}` }[lang]
    : { en: `the file names no lecture; expected "lecture:" with one of ${there.en}`, zh: `文件未注明哪一讲；应有 "lecture:"，可填 ${there.zh}` }[lang], problems)
  if (written && lecture === alike(written.value)) complain(written.line, 'lecture', readAs(written.value, lecture), true)
  else if (written) complain(written.line, 'lecture', {
    en: `no lecture "${shown(written.value)}"${didYouMean(written.value.slice(0, 60), lectures)} Taken for "${lecture}"`,
    zh: `没有 "${shown(written.value)}" 这一讲；按 "${lecture}" 评分`,
  })
  if (!written && answers.length && !isExported) complain(1, 'lecture', { en: `missing; taken for "${lecture}" from the answers`, zh: `缺此项；据答案按 "${lecture}" 评分` })
  return lecture
}

/** "coridor" => "corridor": two letters off at most, and no other lecture as near. */
function nearLecture(written: string | undefined, lectures: readonly string[]): string | undefined {
  if (written === undefined) return undefined
  const away = lectures.map(lecture => distance(alike(written).slice(0, 60), lecture))
  const least = Math.min(...away)
  return least <= 2 && away.filter(each => each === least).length === 1 ? lectures[away.indexOf(least)] : undefined
}

/** “Corridor/Three–Vertices” => "corridor/three-vertices" */
const alike = (written: string) => written.slice(0, 200).normalize('NFKC').toLowerCase().replace(/[\u2010-\u2015\u2212]/g, '-').replace(/["'“”‘’\s]/g, '')

const readAs = (read: string, id: string): Text => ({ en: `read "${shown(read)}" as "${id}"`, zh: `"${shown(read)}" 按 "${id}" 读取` })

/** An exercise whose id is written in capitals or wide letters. */
function exerciseMeant({ exercise, line }: SubmittedAnswer, present: Map<string, string>, complain: Complain): string | undefined {
  const id = present.get(alike(exercise))
  if (id) complain(line, id, readAs(exercise, id), true)
  return id
}

/** The response in ids, and its grade. Of what no id can be made of, a letter. */
function understood(exercise: Exercise, sheet: Sheet, answer: SubmittedAnswer | undefined, complain: Complain): { response: unknown, graded: Grade } {
  const { item } = exercise
  const asGiven = gradeAndMisread(exercise, answer?.response)
  // Most files come from a page, in ids.
  if (!answer || asGiven.misread.length === 0) return { response: answer?.response, graded: asGiven.grade }
  const { response, taken, writtenAt } = asIds(item, sheet, answer.response)
  const { grade: graded, misread } = gradeAndMisread(exercise, response)
  const say = (at: string[], message: Text, isRemark: boolean) =>
    complain(answer.lineOf(writtenAt(at)), [item.id, 'answer', ...writtenAt(at).map(shown)].join(' › '), message, isRemark)
  for (const { at, read, id } of taken) say(at, readAs(read, id), true)
  for (const wrong of misread) say(wrong.at, letterOf(wrong, sheet), false)
  return { response, graded }
}

/** The text and the ticks of what is written freely, and what to hold it against. */
function writtenIn({ item, key }: Exercise, response: unknown, lang: Language): Written {
  const { text = '', met = [] } = graderOf('essay').read(item, response).said as ResponseOf<'essay'>
  const criteria = item.kind === 'essay' ? item.criteria : []
  return {
    text, met: criteria.filter(({ id }) => met.includes(id)).map(criterion => plain(criterion.text, lang)), of: criteria.length,
    model: key.kind === 'essay' ? plain(key.solution, lang) : '',
  }
}

/** What was misread and what was expected; of ids also the nearest known one, and that letters will do. */
function letterOf(wrong: Misread, { options }: Sheet): Text {
  const { en, zh } = unread(wrong)
  const near = wrong.wants === 'id' && typeof wrong.read === 'string' ? didYouMean(wrong.read.slice(0, 60), wrong.known) : ''
  const isLettered = wrong.wants === 'id' && near === '' && options.length > 1 && options.some(({ id }) => wrong.known.includes(id))
  return { en: `${en}${isLettered ? ', or its letter' : ''}${near}`, zh: `${zh}${isLettered ? '，或其字母' : ''}${inChinese(near)}` }
}

/** Each part that is marked wrong, with what was said there, in words. */
function wrongParts({ options, rows, columns }: Sheet, marks: Grade['marks'], response: unknown, lang: Language): WrongPart[] {
  const wrong: WrongPart[] = []
  for (const path of Object.keys(marks)) {
    if (marks[path] !== 'wrong') continue
    if (rows.length === 0) { wrong.push({ part: '', said: named(options, path, lang) ?? inWords(response, options, lang) }); continue }
    const [row = '', column = ''] = path.split('/')
    const part = [named(rows, row, lang), column && (named(columns, column, lang) ?? column)].filter(Boolean).join(' · ')
    const said = Array.isArray(response) ? '' : inWords(valueAt(response, [row, column].filter(Boolean)), options, lang)
    wrong.push({ part: part || path, said })
  }
  return wrong
}

function named(choices: Choice[], id: string, lang: Language): string | undefined {
  const found = byId(choices).get(id)
  return found && shortly(found.text, lang)
}

const valueAt = (response: unknown, path: string[]): unknown =>
  path.reduce<unknown>((inner, step) => isRecord(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined, response)

function inWords(value: unknown, options: Choice[], lang: Language): string {
  if (value === undefined) return ''
  if (typeof value !== 'string' && typeof value !== 'number') return short(Array.isArray(value) ? value.join(', ') : JSON.stringify(value))
  return named(options, String(value), lang) ?? short(String(value))
}

const byId = keeper((choices: Choice[]) => new Map(choices.map(choice => [choice.id, choice])))

const shortWords = new WeakMap<Text, Partial<Record<Language, string>>>()
function shortly(text: Text, lang: Language): string {
  let kept = shortWords.get(text)
  if (!kept) shortWords.set(text, kept = {})
  return kept[lang] ??= short(plain(text, lang))
}

/** On one line, whole; what somebody wrote for a whole page is cut. */
const short = (text: string) => { const plain = text.replace(/\s+/g, ' ').trim(); return plain.length > 300 ? `${plain.slice(0, 298).trimEnd()}…` : plain }

/** Where to reread a claim, in words. */
function places(course: Course): (claim: string, lang: Language) => Reread {
  const seen = locators(course)
  const kept = { en: new Map<string, Reread>(), zh: new Map<string, Reread>() }
  const find = (claim: string, lang: Language): Reread => {
    const id = claim.split('/')[0]!
    const source = course.sources[id]
    const short = source ? plain(source.short, lang) : id
    const found = seen[claim]
    const at = course.claims[claim]?.at
    if (!found) return { claim, source: short, ...(at && 'place' in at ? { place: plain(at.place, lang) } : {}) }
    const number = found.section.replace(/^§\s*/, '')
    const title = source?.outline.find(part => part.number === found.section)?.title
    return { claim, source: short, section: /^\d/.test(number) ? `§${number}` : title ? plain(title, lang) : found.section, paragraph: found.paragraph }
  }
  return (claim, lang) => {
    const there = kept[lang].get(claim) ?? find(claim, lang)
    kept[lang].set(claim, there)
    return there
  }
}

/** A position has no key: it is told as it was taken. The bet is settled here as the slides settle it. */
function stanceSaid(course: Course, { exercise, line, revision, response }: SubmittedAnswer, complain: Complain): ReportedStance | undefined {
  const id = exercise.slice(stanceName('').length)
  const stance = Object.hasOwn(course.stances, id) ? course.stances[id] : undefined
  if (!stance) {
    const near = didYouMean(exercise.slice(0, 80), Object.keys(course.stances).map(stanceName))
    complain(line, shown(exercise), { en: `no such stance${near}`, zh: `没有这道立场题${inChinese(near)}` })
    return undefined
  }
  const { places } = stance.scale
  const { before, after, bet, hands } = readStance(response, places)
  // An empty answer is a new beginning; hands of a class are nobody's own.
  if (!before && !after && !bet) {
    if (!hands && response !== null && JSON.stringify(response) !== '{}') complain(line, exercise, {
      en: `read "${shown(JSON.stringify(response))}", expected before and after, each with place (1 to ${places}) and sure (50, 60 … 100), and bet with holds (true or false) and sure; passed over`,
      zh: `读到 "${shown(JSON.stringify(response))}"，应有 before 和 after（各含 place 1–${places}、sure 50、60……100）以及 bet（含 holds 为 true 或 false、sure）；已略过`,
    })
    return undefined
  }
  if (revision && revision.value !== splitStance(stance).item.revision) complain(revision.line, `${exercise} › revision`, {
    en: 'this question has changed since it was answered; it is reported as it was answered',
    zh: '作答之后，这道题有变；仍按作答时报告',
  })
  return { id, places, ...before ? { before } : {}, ...after ? { after } : {}, ...bet ? { bet: { ...bet, held: stance.bet.holds, brier: brier([{ sure: bet.sure, isRight: bet.holds === stance.bet.holds }]) } } : {} }
}

function mostNamed(names: string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
