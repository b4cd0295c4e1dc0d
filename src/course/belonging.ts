// Apart from lecture.ts, which brings the renderer along: pages ask for these in a browser.
import type { Course } from './course.ts'
import { recordsNamed, type TagRecords } from './tags.ts'

/** Lectures with a deck that does not say `draft: true`, in the order of the syllabus. What is promised is promised of these. */
export function finishedLectures({ syllabus, decks }: Pick<Course, 'syllabus' | 'decks'>): string[] {
  return Object.keys(syllabus.lectures).filter(lecture => decks.some(deck => deck.lecture === lecture && !deck.draft))
}

/** Where an exercise has its place in a lecture: on a slide, or at the slide that teaches what it asks; without one, nowhere. */
export interface ExercisePlace { id: string, slide: string | undefined, isOn: boolean }

/**
 * Exercises of a lecture, those in its folder and those its slides borrow from another, in the order in which the lecture
 * comes to them. What stands on no slide comes after the slide that it names (`after`), or else after the one that teaches
 * most of what it asks; what no slide teaches, after the other exercises of its outcome. In one place the outcomes of the syllabus decide, then the difficulty, then the name.
 */
export function exercisePlaces(course: Course, lecture: string): ExercisePlace[] {
  const slides = course.decks.find(deck => deck.lecture === lecture)?.slides ?? []
  const onSlide = new Map<string, number>()
  for (const [at, { tags }] of slides.entries()) for (const { name, attributes } of tags) {
    if (name === 'Exercise' && attributes['id'] && !onSlide.has(attributes['id'])) onSlide.set(attributes['id'], at)
  }
  const own = Object.keys(course.exercises).filter(id => id.startsWith(`${lecture}/`))
  const ids = [...new Set([...onSlide.keys(), ...own])].filter(id => id in course.exercises)

  // References cite everything and teach nothing; an opening and a puzzle only ask.
  const teaches = (layout: string) => !['references', 'opening', 'question'].includes(layout)
  const cited = slides.map(({ layout, tags }) => !teaches(layout) ? [] : tags.flatMap(({ name, attributes }) => name === 'Cite' ? [attributes['claim']] : []))
  const shown = slides.map(({ layout, tags }, at) => !teaches(layout) ? [] : [...cited[at]!, ...tags.flatMap(tag => recordsNamed(tag, lecture)).flatMap(({ records, id }) => teaching.includes(records) ? claimsIn((course[records] as Record<string, unknown>)[id], course) : [])])
  const outcomes = Object.keys(course.syllabus.lectures[lecture]?.outcomes ?? {})
  const fileOf = (id: string) => course.exerciseFiles[id]
  const outcomeOf = (id: string) => outcomes.indexOf(fileOf(id)?.outcome ?? '')

  const placed = ids.map((id) => {
    const at = onSlide.get(id)
    const { claims, partClaims } = course.exercises[id]!.key
    const parts = Object.values(partClaims).flat()
    const named = slides.findIndex(slide => slide.id === fileOf(id)?.after)
    const taught = at ?? (named >= 0 ? named : undefined) ?? mostOf(claims, cited) ?? mostOf(claims, shown) ?? mostOf(parts, cited) ?? mostOf(parts, shown)
    return { id, at: taught, isOn: at !== undefined }
  })
  const lastOf = (outcome: number) => Math.max(-1, ...placed.filter(({ id, at }) => at !== undefined && outcomeOf(id) === outcome).map(({ at }) => at!))
  const rankOf = ({ id, at, isOn }: (typeof placed)[number]) => [
    at ?? (lastOf(outcomeOf(id)) >= 0 ? lastOf(outcomeOf(id)) : slides.length),
    isOn ? 0 : at !== undefined ? 1 : 2,
    isOn ? slides[at!]!.tags.findIndex(({ name, attributes }) => name === 'Exercise' && attributes['id'] === id) : outcomeOf(id),
    fileOf(id)?.difficulty ?? 0,
  ]
  const ranks = new Map(placed.map(each => [each.id, rankOf(each)]))
  return placed
    .sort((one, other) => {
      const [mine, theirs] = [ranks.get(one.id)!, ranks.get(other.id)!]
      return mine.map((rank, index) => rank - theirs[index]!).find(Boolean) ?? (one.id < other.id ? -1 : 1)
    })
    .map(({ id, at, isOn }) => ({ id, slide: at === undefined ? undefined : slides[at]!.id, isOn }))
}

/** Exercises of a lecture in its order: on the practice page, on paper, in an answer file. */
export const exerciseIds = (course: Course, lecture: string): string[] => exercisePlaces(course, lecture).map(({ id }) => id)

/** Those of them that say `draft: true`: on no worksheet, in no key, in no answer file. None in a lecture that is itself a draft, all of which is still being written. */
export function draftExercises(course: Course, lecture: string): string[] {
  const decks = course.decks.filter(deck => deck.lecture === lecture)
  return decks.length && decks.every(({ draft }) => draft) ? [] : exerciseIds(course, lecture).filter(id => course.exerciseFiles[id]?.draft)
}

/** Exercises of a lecture in its order without its drafts: numbered as on the site that is built. */
export function finishedExercises(course: Course, lecture: string): string[] {
  const drafts = draftExercises(course, lecture)
  return exerciseIds(course, lecture).filter(id => !drafts.includes(id))
}

/** The slide that has most of these claims, the first of several: `mostOf(['a', 'b'], [['a'], [], ['a', 'b']])` => 2 */
function mostOf(claims: readonly string[], bySlide: readonly (readonly (string | undefined)[])[]): number | undefined {
  const counts = bySlide.map(there => claims.filter(claim => there.includes(claim)).length)
  const most = Math.max(0, ...counts)
  return most > 0 ? counts.indexOf(most) : undefined
}

/** What a tag may show that teaches the claims behind it. */
const teaching: readonly TagRecords[] = ['series', 'frameworks', 'tensions', 'terms', 'arguments', 'stances']

function claimsIn(value: unknown, course: Pick<Course, 'claims'>): string[] {
  if (typeof value === 'string') return value in course.claims ? [value] : []
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(inner => claimsIn(inner, course))
}
