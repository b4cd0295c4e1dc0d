import type { Projection, ShownUnit } from '#models'
import type { Actor, Argument, Claim, Deck, Event, Exercise, ExerciseFile, Extent, Framework, Language, Model, Place as MapPlace, Route, Series, Source, Stance, StanceItem, Style, Syllabus, Tension, Term, Text, Theme, Unit } from '#schema'
import type { FigureTag } from './tags.ts'

/** A letter to the author: where, what was read, what was expected. */
export interface Problem { path: string, line: number, message: string }

/** Where a record stands. */
export interface Place { path: string, line: number }

/** Where in its article a claim stands, as readers are told: "§3.1, paragraph 4". */
export interface Locator { section: string, paragraph: number }

/** What `verify` saw when it last had the article: kept in corpus/evidence/<source>.lock.json. */
export interface Lock {
  /** claim slug -> */
  claims: Record<string, { claim: string, text: string, section: string, paragraph: number }>
}

/** The whole course as one value. Records are keyed by full id: `zhang-zeming-2026/minsk-closed`. */
export interface Course {
  /** Folder that paths are relative to. */
  root: string
  syllabus: Syllabus
  sources: Record<string, Source>
  /** Who acts, and by which mark: corpus/actors.yaml. */
  actors: Record<string, Actor>
  /** What texts count and measure in: corpus/units.yaml. */
  units: Record<string, Unit>
  /** How we write, and what stands all the same: corpus/style.yaml. */
  style: Style
  claims: Record<string, Claim>
  series: Record<string, Series>
  frameworks: Record<string, Framework>
  events: Record<string, Event>
  /** What events are sorted by: corpus/themes/. */
  themes: Record<string, Theme>
  terms: Record<string, Term>
  tensions: Record<string, Tension>
  /** What `<Explorer>` draws: corpus/models/. */
  models: Record<string, Model>
  arguments: Record<string, Argument>
  stances: Record<string, Stance>
  /** What part of the world a map shows: corpus/maps.yaml, in its order. */
  extents: Record<string, Extent>
  /** What `<CorridorMap>` draws: corpus/routes/. */
  places: Record<string, MapPlace>
  routes: Record<string, Route>
  exerciseFiles: Record<string, ExerciseFile>
  exercises: Record<string, Exercise>
  decks: Deck[]
  locks: Record<string, Lock>
  /** Files that say `draft: true`. */
  drafts: string[]
  /** Everything that could not be read; the rest is here all the same. */
  problems: Problem[]
  /** Files of which nothing could be read, each with its problem: what names something in them is not to blame. */
  unread: string[]
  /** Is there something under this id in a file, whether it could be read or not? */
  stands: (room: Room, id: string) => boolean
  /** `place('claims', 'zhang-zeming-2026/minsk-closed')`, or a field of it: `place('claims', id, ['at', 'line'])`. */
  place: (room: Room, id: string, field?: (string | number)[]) => Place
  /** What stands on this line: the id of a slide, an exercise, a claim, a source or another record. */
  idAt: (path: string, line: number) => string | undefined
}

export type Room = 'sources' | 'actors' | 'units' | 'style' | 'claims' | 'series' | 'frameworks' | 'events' | 'themes' | 'glossary' | 'tensions' | 'models' | 'arguments' | 'stances' | 'extents' | 'places' | 'routes' | 'exercises' | 'lectures'

/**
 * What one lecture needs in a browser: no key, no note, no proof. Every Text in it is HTML already
 * (rendered from inline Markdown by `src/course/inline.ts`); of the syllabus it has its own lecture alone.
 * A page gets it in one language: `src/course/served.ts`.
 */
export interface LectureData extends Pick<Course, 'syllabus' | 'sources' | 'actors' | 'claims' | 'series' | 'frameworks' | 'events' | 'themes' | 'terms' | 'tensions' | 'models' | 'arguments' | 'places' | 'routes'> {
  lecture: string
  /** Those that figures of its series are printed in, and how English readers see them. */
  units: Record<string, ShownUnit>
  /** 1-based, on the route line, … */
  number: number
  /** … which has so many stops. */
  total: number
  /** How many texts the course reads. */
  texts: number
  /** In which there is a deck of it. */
  languages: Language[]
  /** In the order in which the lecture comes to them: see belonging.ts. */
  items: Record<string, Exercise['item']>
  /** Those of them that are still being written: on no paper. Empty on a published site. */
  draftItems: string[]
  /** Exercise that stands on no slide -> the slide that teaches what it asks. */
  taught: Record<string, string>
  /** Without what settles their bets. */
  stances: Record<string, StanceItem>
  /** claim id -> where a reader finds it; missing for outside sources. */
  locators: Record<string, Locator>
  slides: SlideEntry[]
  /** Those that mermaid draws on its practice page: see frameworks-drawn.ts. */
  frameworksDrawn: string[]
  /** Sources that speak on its slides, as the running head has them: "Zhang Zeming argues". */
  speakers: Record<string, Text>
  /** The extents that its slides and exercises show, drawn at build time. */
  maps: Record<string, DrawnMap>
  /** Which of them a map shows where its tag names none: it holds all routes of the lecture. */
  extent?: string
}

/** What the start page shows of the course, in one language, as plain words. */
export interface CourseOverview extends Pick<Syllabus, 'tagline' | 'about' | 'use' | 'standpoint' | 'cite'> {
  name: Text
  lectures: { id: string, title: Text, question: Text, outcomes: Text[], isReady: boolean, /** Of the whole, and of what is left when time is short; the questions that are not counted; where there is a deck. */ minutes?: { all: number, shortest: number, asks: number } }[]
}

/** Where each place stands on a map, and what turns a click into degrees. Its ground comes by itself, when a map is shown. */
export interface DrawnMap {
  /** What it shows: "from the Black Sea to China". */
  name: Text
  /** Degrees that an arrow key moves what is put on it. */
  step: number
  width: number
  height: number
  projection: Projection
  at: Record<string, [x: number, y: number]>
  routeNames: Record<string, [x: number, y: number]>
}

/** What lies under a map: path data of the land, and of the lines between countries. */
export interface Ground { land: string, borders: string }

/** A slide as an address: what is on it, so that others can link to it. */
export interface SlideEntry {
  id: string
  number: number
  layout: string
  headline: Record<Language, string>
  /** What it takes, computed: src/course/time.ts. */
  minutes: Record<Language, number>
  /** May be skipped when time is short. */
  optional?: true
  /** Its note has something to ask the class, which the minutes do not count. */
  asks?: true
  claims: string[]
  exercises: string[]
  /** What there is to look at or to push on, with what each language's slide gives to the tag. */
  figures: Record<Language, { tag: FigureTag, attributes: Record<string, string> }[]>
}
