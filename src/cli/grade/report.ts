import type { Course } from '#course'
import { plainMarkdown } from '#course/inline'
import { exerciseIds, locators } from '#course/lecture'
import { splitStance } from '#course/split'
import { didYouMean } from '#course/letter'
import { grade, misread, type Misread } from '#grading'
import { printable, unread } from '#grading/unread'
import { brier, stanceName } from '#models'
import { type Bet, type Position, readStance } from '#progress'
import { submissionLimitBytes, readSubmission, type SubmittedAnswer } from '#progress/submission'
import type { Grade, Language, Text } from '#schema'

/** What `grade answers.yaml --json` prints. */
export interface Report {
  lecture: string
  lang: Language
  name: string | undefined
  earned: number
  possible: number
  exercises: GradedExercise[]
  /** Positions and bets, as they were said: reported, never in the points. */
  stances: ReportedStance[]
  problems: { line: number, field: string, message: string }[]
}

/** `brier`: 0 (certain and right) to 1 (certain and wrong). */
export interface ReportedStance { id: string, places: number, before?: Position, after?: Position, bet?: Bet & { held: boolean, brier: number } }

export interface GradedExercise extends Pick<Grade, 'earned' | 'possible' | 'verdict' | 'marks'> {
  id: string
  feedback: { id: string, says: string }[]
  /** Section and paragraph as readers count them, once `verify` has seen the claim in its article; an outside source has a place in words. */
  reread: { claim: string, source: string, section?: string, paragraph?: number, place?: string }[]
}

/** Thrown when there is nothing to grade against. */
export class NoLecture extends Error {
  override name = 'NoLecture'
}

/**
 * Grades the bytes of an answer file, every exercise of its lecture, with the engine that the slides use.
 * Throws `NoLecture` when the file names no lecture with exercises and none can be guessed from its answers.
 */
export function report(course: Course, bytes: Uint8Array, asked: { lang?: Language | undefined } = {}): Report {
  const submission = readSubmission(bytes)
  const lang = asked.lang ?? submission.lang ?? 'en'
  const problems = submission.problems.map(({ line, field, message }) => ({ line, field, message: message[lang] }))
  const complain = (line: number, field: string, message: Text) => problems.push({ line, field, message: message[lang] })

  const lectures = Object.keys(course.syllabus.lectures).filter(lecture => exerciseIds(course, lecture).length > 0)
  const guessed = mostNamed(submission.answers.map(({ exercise }) => exercise.split('/')[0]!).filter(lecture => lectures.includes(lecture)))
  const named = submission.lecture && lectures.includes(submission.lecture.value) ? submission.lecture.value : undefined
  const lecture = named ?? guessed ?? (lectures.length === 1 ? lectures[0] : undefined)
  const there = { en: lectures.join(', '), zh: lectures.join('、') }
  if (!lecture) throw new NoLecture(submission.lecture
    ? { en: `line ${submission.lecture.line}, lecture: no lecture "${printable(submission.lecture.value)}" with exercises; there is ${there.en}`, zh: `第 ${submission.lecture.line} 行，lecture：没有带习题的讲 "${printable(submission.lecture.value)}"；现有 ${there.zh}` }[lang]
    : { en: `the file names no lecture; expected "lecture:" with one of ${there.en}`, zh: `文件未注明哪一讲；应有 "lecture:"，可填 ${there.zh}` }[lang])
  if (!named && submission.lecture) complain(submission.lecture.line, 'lecture', {
    en: `no lecture "${printable(submission.lecture.value)}"${didYouMean(submission.lecture.value.slice(0, 60), lectures)} Taken for "${lecture}"`,
    zh: `没有 "${printable(submission.lecture.value)}" 这一讲；按 "${lecture}" 评分`,
  })
  if (!submission.lecture && submission.answers.length && !submission.isExported) complain(1, 'lecture', { en: `missing; taken for "${lecture}" from the answers`, zh: `缺此项；据答案按 "${lecture}" 评分` })

  const ids = exerciseIds(course, lecture)
  const present = new Map(ids.flatMap(id => [...course.exercises[id]!.item.formerly, id].map(name => [name, id] as const)))
  const given = new Map<string, SubmittedAnswer>()
  const stances: ReportedStance[] = []
  for (const answer of submission.answers) {
    if (answer.exercise.startsWith(stanceName(''))) {
      const said = stanceSaid(course, answer, complain)
      if (said) stances.push(said)
      continue
    }
    const id = present.get(answer.exercise)
    if (!id) complain(answer.line, printable(answer.exercise), {
      en: `no such exercise in "${lecture}"${didYouMean(answer.exercise.slice(0, 80), ids)}`,
      zh: `"${lecture}" 没有这道题${didYouMean(answer.exercise.slice(0, 80), ids).replace('; did you mean', '；是否想写').replace('?', '？')}`,
    })
    else if (given.has(id)) complain(answer.line, answer.exercise, { en: `"${id}" was answered further up under its other name; the first answer counts`, zh: `"${id}" 前面已用另一名称作答；以第一次为准` })
    else given.set(id, answer)
  }

  const places = locators(course)
  const plain = (text: Text) => plainMarkdown(text[lang])
  const whereabouts = (claim: string) => {
    const id = claim.split('/')[0]!
    const source = course.sources[id]
    const short = source ? plain(source.short) : id
    const found = places[claim]
    const at = course.claims[claim]?.at
    if (!found) return { source: short, ...(at && 'place' in at ? { place: plain(at.place) } : {}) }
    const number = found.section.replace(/^§\s*/, '')
    const title = source?.outline.find(part => part.number === found.section)?.title
    return { source: short, section: /^\d/.test(number) ? `§${number}` : title ? plain(title) : found.section, paragraph: found.paragraph }
  }
  const exercises = ids.map((id): GradedExercise => {
    const exercise = course.exercises[id]!
    const answer = given.get(id)
    for (const wrong of answer ? misread(exercise.item, answer.response) : []) complain(answer!.lineOf(wrong.at), [id, 'answer', ...wrong.at.map(printable)].join(' › '), letter(wrong))
    if (answer?.revision && answer.revision.value !== exercise.item.revision) complain(answer.revision.line, `${id} › revision`, {
      en: `read "${printable(answer.revision.value)}", now "${exercise.item.revision}": what this exercise grades has changed since the file was written; it was graded as it is now`,
      zh: `读到 "${printable(answer.revision.value)}"，现为 "${exercise.item.revision}"：文件生成之后，此题的评分内容有变；已按现在的评分`,
    })
    const { earned, possible, verdict, marks, feedback, reread } = grade(exercise, answer?.response)
    return {
      id, earned, possible, verdict, marks,
      feedback: feedback.map(name => ({ id: name, says: plain(exercise.key.feedback.find(({ id }) => id === name)!.says) })),
      reread: reread.map(claim => ({ claim, ...whereabouts(claim) })),
    }
  })
  problems.sort((a, b) => a.line - b.line)
  const sum = (of: 'earned' | 'possible') => Math.round(exercises.reduce((total, each) => total + each[of], 0) * 100) / 100
  return { lecture, lang, name: submission.name, earned: sum('earned'), possible: sum('possible'), exercises, stances, problems }
}

/** A position has no key: it is told as it was taken. The bet is settled here as the slides settle it. */
function stanceSaid(course: Course, { exercise, line, revision, response }: SubmittedAnswer, complain: (line: number, field: string, message: Text) => void): ReportedStance | undefined {
  const id = exercise.slice(stanceName('').length)
  const stance = Object.hasOwn(course.stances, id) ? course.stances[id] : undefined
  if (!stance) {
    const near = didYouMean(exercise.slice(0, 80), Object.keys(course.stances).map(stanceName))
    complain(line, printable(exercise), { en: `no such stance${near}`, zh: `没有这道立场题${near.replace('; did you mean', '；是否想写').replace('?', '？')}` })
    return undefined
  }
  const { places } = stance.scale
  const { before, after, bet, hands } = readStance(response, places)
  // An empty answer is a new beginning; hands of a class are nobody's own.
  if (!before && !after && !bet) {
    if (!hands && response !== null && JSON.stringify(response) !== '{}') complain(line, exercise, {
      en: `read "${printable(JSON.stringify(response))}", expected before and after, each with place (1 to ${places}) and sure (50, 60 … 100), and bet with holds (true or false) and sure; passed over`,
      zh: `读到 "${printable(JSON.stringify(response))}"，应有 before 和 after（各含 place 1–${places}、sure 50、60……100）以及 bet（含 holds 为 true 或 false、sure）；已略过`,
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

/** What was misread and what was expected; of ids also the nearest known one. */
function letter(wrong: Misread): Text {
  const { en, zh } = unread(wrong)
  const near = wrong.wants === 'id' && typeof wrong.read === 'string' ? didYouMean(wrong.read.slice(0, 60), wrong.known) : ''
  return { en: `${en}${near}`, zh: `${zh}${near.replace('; did you mean', '；是否想写').replace('?', '？')}` }
}

export { submissionLimitBytes }
