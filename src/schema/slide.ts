import type { Language } from './language.ts'

export const layouts = ['opening', 'question', 'figure', 'comparison', 'framework', 'source-check', 'exercise', 'discussion', 'before', 'answer', 'references'] as const
export type Layout = (typeof layouts)[number]

export const noteParts = ['say', 'ask', 'expect', 'next'] as const
export type NotePart = (typeof noteParts)[number]

/** Who speaks on a slide where it is no source: the course itself, or nobody yet, because it is a question. */
export const ownSpeakers = ['course', 'open'] as const
export type OwnSpeaker = (typeof ownSpeakers)[number]
export const isOwnSpeaker = (speaker: string): speaker is OwnSpeaker => ownSpeakers.includes(speaker as OwnSpeaker)

/** A tag of ours on a slide: `<Cite claim="zhang-zeming-2026/minsk-closed" />`. */
export interface Tag { name: string, attributes: Record<string, string>, line: number }

export interface Slide {
  /** `routeAlias`: the same in both languages, and the slide's address. */
  id: string
  /** 1-based, as the audience counts. */
  number: number
  layout: string
  headline: string
  /** Markdown without front matter and note. */
  content: string
  frontmatter: Record<string, unknown>
  /** `speaker:` the id of a source, `course` or `open`. */
  speaker?: string
  /** `optional: true`: skipped when time is short. */
  optional?: true
  /** `do:` what the class does: "In pairs · 8 minutes". */
  does?: string
  tags: Tag[]
  note: Partial<Record<NotePart, string>>
  /** First line of the slide in its file, 1-based. */
  line: number
  src?: string
}

/** slides/<lecture>.<lang>.md */
export interface Deck {
  lecture: string
  lang: Language
  path: string
  headmatter: Record<string, unknown>
  draft: boolean
  slides: Slide[]
}
