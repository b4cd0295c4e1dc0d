declare module 'virtual:course' {
  import type { Key, Language, StanceKey, Syllabus } from '#schema'
  import type { LectureData } from '#course'

  export const data: Record<string, () => Promise<{ default: LectureData }>>
  export const keys: Record<string, () => Promise<{ default: Record<string, Key | StanceKey> | null }>>
  /** `corridor.en` -> the key of a diagram's text -> its SVG. */
  export const drawings: Record<string, () => Promise<{ default: Record<string, string> }>>
  export const decks: { lecture: string, lang: Language, draft: boolean }[]
  export const syllabus: Syllabus
}
