// What a lecture can promise, and how it is counted. Each tests/lectures/<lecture>.ts says what its lecture does.
import type { Course } from '#course'
import { askingTags } from '#course/tags'
import { languages, type Language, type Layout, type Slide } from '#schema'

/** What tests/lectures/<lecture>.ts exports. */
export interface Promises {
  /** In numbers; they count from the day the decks are no drafts. */
  promises: Promised[]
  /** What no number says: tests that register themselves. */
  also?: (course: Course) => void
}

/** What is counted of one lecture. */
export function partsOf(all: Course, lecture: string) {
  const of = <T>(records: Record<string, T>, file = lecture) => Object.entries(records).filter(([id]) => id.startsWith(`${file}/`)).map(([, record]) => record)
  const deck = (lang: Language): Slide[] => all.decks.find(one => one.lecture === lecture && one.lang === lang)?.slides ?? []
  const exercises = of(all.exerciseFiles)
  return {
    exercises,
    /** Of each exercise, the sources of the claims it rests on. */
    sourcesOfExercises: of(all.exercises).map(({ key }) => new Set([...key.claims, ...Object.values(key.partClaims).flat()].map(sourceOf))),
    claims: (source: string) => of(all.claims, source),
    frameworks: of(all.frameworks),
    events: of(all.events),
    series: of(all.series),
    tensions: of(all.tensions),
    terms: of(all.terms),
    termsElsewhere: Object.entries(all.terms).filter(([id]) => !id.startsWith(`${lecture}/`)).map(([, term]) => term),
    decks: languages.map(lang => [lang, deck(lang)] as const),
    outcomes: Object.keys(all.syllabus.lectures[lecture]?.outcomes ?? {}).length,
    kinds: new Set(exercises.map(({ kind }) => kind as string)),
    texts: Object.entries(all.sources).filter(([, source]) => !source.outside).map(([id]) => id),
  }
}
export type Parts = ReturnType<typeof partsOf>

/** Tags with which the students do something. */
export const doing = askingTags

export const sourceOf = (claim: string) => claim.split('/')[0]!
export const withLayout = (parts: Parts, layout: Layout) => Math.min(...parts.decks.map(([, slides]) => slides.filter(slide => slide.layout === layout).length))
export const sidesRestOn = (parts: Parts) => parts.tensions.map(({ sides }) => new Set(sides.flatMap(({ claims }) => claims).map(sourceOf)))

/** One promise: what is counted, and between what bounds it must lie. */
export interface Promised { what: string, count: (parts: Parts) => number, least: number, most?: number }

export const slides = (least: number, most: number): Promised[] => languages.map(lang => ({ what: `slides, ${lang}`, count: ({ decks }) => decks.find(([one]) => one === lang)![1].length, least, most }))
export const kinds = (...names: string[]): Promised[] => names.map(name => ({ what: `kind ${name}`, count: ({ kinds }) => Number(kinds.has(name)), least: 1 }))

export const isKept = (all: Course, lecture: string, { count, least, most = Infinity }: Promised) => {
  const counted = count(partsOf(all, lecture))
  return counted >= least && counted <= most
}

/** Slides from one on which something is `there` to the next, the ends included. */
export function longestWait(slides: Slide[], there: (slide: Slide) => boolean): number {
  const at = [0, ...slides.flatMap((slide, index) => there(slide) ? [index + 1] : []), slides.length + 1]
  return Math.max(...at.slice(1).map((place, index) => place - at[index]!))
}
