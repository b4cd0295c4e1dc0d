/**
 * The course as the files that a site serves and a page fetches, each in one language and by a name:
 *
 *     data/corridor.en        what the lecture's slides and practice page show
 *     keys/corridor.en        solutions and feedback, fetched at the first check
 *     diagrams/corridor.en    its diagrams as they were drawn: see drawn.ts
 *     ground/region           land and borders of an extent of corpus/maps.yaml: of all lectures that show it, in both languages
 *     course/overview.en      what the start page shows
 */
import { landOf } from '#atlas'
import type { Text } from '#schema'
import { type Language, languages } from '#schema/language'
import { withCounts } from './counts.ts'
import type { Course, CourseOverview, LectureData } from './course.ts'
import { drawingKey } from './drawing.ts'
import { drawingName, drawingsOf } from './drawings.ts'
import type { Drawn } from './drawn.ts'
import { lectureData, lectureKeys, viewsOf } from './lecture.ts'
import { plan, timed } from './time.ts'

/** What can be fetched of a course, by name. */
export const servedNames = (course: Course): string[] => [
  ...languages.map(lang => `course/overview.${lang}`),
  ...course.decks.flatMap(({ lecture, lang }) => ['data', 'keys', 'diagrams'].map(kind => `${kind}/${lecture}.${lang}`)),
  ...extentsShown(course).map(extent => `ground/${extent}`),
]

/** The extents that any lecture shows, on a slide, in an exercise or on its practice page. */
function extentsShown(course: Course): string[] {
  const lectures = [...new Set(course.decks.map(({ lecture }) => lecture))]
  const shown = new Set(lectures.flatMap(lecture => viewsOf(course, lecture)))
  return Object.keys(course.extents).filter(extent => shown.has(extent))
}

/** What stands in the file of this name; undefined where the course has no such file. Throws where it cannot be made. */
export function served(course: Course, name: string, drawn: Drawn): unknown {
  const extent = course.extents[/^ground\/([a-z0-9-]+)$/.exec(name)?.[1] ?? '']
  if (extent) return landOf(extent)
  const [, kind, subject, lang] = /^(data|keys|diagrams|course)\/([a-z0-9-]+)\.(en|zh)$/.exec(name) as [string, string, string, Language] | null ?? []
  if (!kind || !subject || !lang) return undefined
  if (kind === 'course') return subject === 'overview' ? overview(course, lang) : undefined
  if (!course.decks.some(deck => deck.lecture === subject && deck.lang === lang)) return undefined
  if (kind === 'data') return lectureDataIn(course, subject, lang)
  if (kind === 'keys') return inLanguage(lectureKeys(course, subject), lang)
  const found = drawingsOf(course, subject, lang).map(({ text }) => [drawingKey(text), drawn.find(text)] as const)
  return Object.fromEntries(found.filter(([, svg]) => svg !== undefined))
}

/** Diagrams that nobody has drawn: a page in development draws them itself, a built one cannot. */
export const missingDrawings = (course: Course, drawn: Drawn): string[] => course.decks
  .flatMap(({ lecture, lang }) => drawingsOf(course, lecture, lang))
  .filter(({ text }) => drawn.find(text) === undefined).map(drawingName)

/** A lecture as a browser gets it. */
export function lectureDataIn(course: Course, lecture: string, lang: Language): LectureData {
  const whole = lectureData(course, lecture)
  const data = inLanguage(whole, lang)
  // An answer may name its unit in either language, whichever the page is in.
  for (const [id, item] of Object.entries(whole.items)) if (item.kind === 'number') data.items[id] = { ...data.items[id], unit: item.unit } as typeof item
  return data
}

function overview({ syllabus, decks }: Course, lang: Language): CourseOverview {
  const { title, name = title, tagline, about, use, standpoint, cite, lectures } = syllabus
  const counted = (text: Text | undefined) => text && { ...text, [lang]: withCounts(text[lang], syllabus, lang) }
  const isReady = (lecture: string) => decks.some(deck => deck.lecture === lecture && deck.lang === lang)
  const timeOf = (lecture: string) => {
    const deck = decks.find(deck => deck.lecture === lecture && deck.lang === lang)
    if (!deck) return {}
    const { all, shortest, asks } = plan(deck.slides.map(slide => timed(slide, lang)))
    return { minutes: { all, shortest, asks } }
  }
  return inLanguage({
    name, tagline, about: counted(about), use, standpoint: counted(standpoint), cite,
    lectures: Object.entries(lectures).map(([id, { title, question, outcomes }]) => ({ id, title, question, outcomes: Object.values(outcomes), isReady: isReady(id), ...timeOf(id) })),
  }, lang)
}

/**
 * The same value with one language of whatever is `{ en, zh }` and nothing else; names, which have three, stay whole.
 * `inLanguage({ says: { en: 'a', zh: '甲' } }, 'en')` => `{ says: { en: 'a' } }`
 */
export function inLanguage<T>(value: T, lang: Language): T {
  if (Array.isArray(value)) return value.map(inner => inLanguage(inner, lang)) as T
  if (value === null || typeof value !== 'object') return value
  const keys = Object.keys(value)
  const kept = keys.length === 2 && 'en' in value && 'zh' in value ? [lang] : keys
  return Object.fromEntries(kept.map(key => [key, inLanguage((value as Record<string, unknown>)[key], lang)])) as T
}
