import type { App, InjectionKey } from 'vue'
import { inject } from 'vue'
import type { Ground, LectureData, Problem } from '#course/course'
import type { Drafts, ExerciseState, Store } from '#progress'
import type { Grade, Key, Language, Response, StanceKey, Text } from '#schema'
import type { Mirror } from './mirror.ts'

/** Where a tag stands: on a 980 × 551 slide, on a page that scrolls, or on paper. */
export type Medium = 'slide' | 'page' | 'paper'

/** `when`: the answer that it is said to. */
interface Remark { id: string, says: Text, when?: unknown }

/** What a check tells: the grade, and the feedback that fired (its words come with the key). */
export interface Checked {
  grade: Grade
  feedback: Remark[]
  /** Why it is right, where it is. */
  why?: Text
}

/** What "show answer" shows: a response that earns everything, with the feedback it fires; on paper, the whole key. */
export interface Solved {
  response: Response
  feedback: Remark[]
  key: Key
  /** Points that it earns. */
  possible: number
}

/** One exercise as it lies before the student: one value, however often it is mounted (presenter, overview, print). */
export interface Desk {
  readonly response: unknown
  /** What the last check said; gone when the response changes. */
  readonly checked: Checked | undefined
  readonly solved: Solved | undefined
  /** Why the last check graded nothing, though the answer was kept: built without keys, or they did not load. */
  readonly trouble: 'no-keys' | 'not-loaded' | undefined
  readonly isBusy: boolean
  readonly isHintOpen: boolean
  change: (response: unknown) => void
  /** What is written freely is an answer once its writer turns to something else, opened or not; so are her ticks. */
  keep: () => void
  check: () => Promise<void>
  /** Takes the marks off, and what was wrong with them. */
  again: () => void
  showAnswer: () => Promise<void>
  toggleHint: () => void
}

/** What tags are given by the place they stand in; they know neither Slidev nor mermaid nor a page framework. */
export interface Host {
  readonly lang: Language
  readonly medium: Medium
  /** On paper: with room to write, or with the answers. */
  readonly sheet?: 'worksheet' | 'key'
  /** The slide is being printed: nothing can be opened, the last state must make sense alone. */
  readonly isPrinting: boolean
  /** Reactive. */
  readonly isDark: boolean
  readonly data: LectureData
  /** Reactive: what `verify` says of the course while an author is at work; empty on a published site. See problems.ts. */
  readonly problems: readonly Problem[]
  desk: (exercise: string) => Desk
  /** False in a copy built without its keys: answers are kept there, and nobody grades them. */
  readonly hasKeys: boolean
  /** `null` where the keys were left out of the build. Keys are fetched at the first call. */
  grade: (exercise: string, response: unknown) => Promise<Checked | null>
  solution: (exercise: string) => Promise<Solved | null>
  /** What settles the bet of a stance; `null` where the keys were left out of the build. */
  settle: (stance: string) => Promise<StanceKey | null>
  /** Mermaid text to an inline `<svg>`. Rejects when the text does not parse. */
  draw: (text: string) => Promise<string>
  /** Land and borders of an extent of the lecture's maps. Rejects when they cannot be fetched; then it may be asked again. */
  ground: (extent: string) => Promise<Ground>
  readonly store: Store
  /** Unchecked work. */
  readonly drafts: Drafts
  /** Reactive: false where nothing outlives this window. */
  readonly isKept: boolean
  /** Answers and unchecked work: of this lecture, its stances too; or of the whole course. */
  clear: (what: 'lecture' | 'course') => void
  /** Reactive: exercise id -> how it stands in the store. */
  readonly progress: Record<string, ExerciseState>
  /** Address of a slide by its `routeAlias`. */
  toSlide: (slide: string) => string
  toPractice: (exercise?: string) => string
  /** Where the article is told in our words, at this claim; undefined where no digest of this lecture has it. */
  toDigest: (claim: string) => string | undefined
  /** What is done in the lecturer's window is seen in the audience's. */
  readonly mirror: Mirror
  /** A lecturer's window leads this one. */
  readonly isLed: boolean
  /** Stops the host's own keys until the returned function is called. */
  pauseKeys: () => () => void
}

const hostKey: InjectionKey<Host> = Symbol('host')

export const provideHost = (app: App, host: Host) => app.provide(hostKey, host)

/** For tests that mount one tag: `mount(Cite, { global: { provide: provided(host) } })`. */
export const provided = (host: Host) => ({ [hostKey as symbol]: host })

export function useHost(): Host {
  const host = inject(hostKey)
  if (!host) throw new Error('a tag of the course stands where no host was provided: setup/main.ts (slides) or pages/ should call provideHost(app, host)')
  return host
}
