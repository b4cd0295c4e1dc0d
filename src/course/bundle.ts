/** The course's door in a browser: lectures and keys as chunks of their own. */
import { data, decks, drawings, keys, syllabus } from 'virtual:course'
import type { Key, Language, StanceKey } from '#schema'
import type { LectureData } from './course.ts'

export { decks, syllabus }

/** A lecture with its texts as HTML. Throws, naming the lectures there are, when it is none of them. */
export async function loadLecture(lecture: string): Promise<LectureData> {
  const load = data[lecture]
  if (!load) throw new Error(`no lecture "${lecture}"; there are ${Object.keys(data).join(', ')}`)
  return (await load()).default
}

/** The keys of a lecture: loaded at the first check; `null` in a build made without keys. */
export async function loadKeys(lecture: string): Promise<Record<string, Key | StanceKey> | null> {
  return (await keys[lecture]?.())?.default ?? null
}

/** The drawings of a lecture's deck by the key of their text: loaded when the first is asked for. */
export async function loadDrawings(lecture: string, lang: Language): Promise<Record<string, string>> {
  return (await drawings[`${lecture}.${lang}`]?.())?.default ?? {}
}
