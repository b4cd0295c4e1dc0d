import type { CourseOverview, Ground, LectureData } from '#course/course'
import type { Key, Language, StanceKey } from '#schema'

/**
 * The course as a page fetches it: files under `data/`, `keys/`, `diagrams/`, `ground/` and `course/` at the root of the site. A built page
 * says in itself how those it may ask for are called, with a hash of what they hold:
 *
 *     <script type="application/json" id="course-files">{"data/corridor.en": "data/corridor.en.0f3a9c2b1d.json"}</script>
 *
 * While an author is at work there is no such list: the server makes `data/corridor.en.json` when it is asked for.
 */
const listed = (): Record<string, string> | undefined => {
  const list = document.getElementById('course-files')
  return list ? JSON.parse(list.textContent ?? '') as Record<string, string> : undefined
}

/** A file of the site that did not come: no network, or a server that has it no more. Asked again, it may. */
export class NotFetched extends Error { override name = 'NotFetched' }

/** For whoever says so to the reader: undefined where a file did not come; what nobody expects goes to the console as well. */
export function notFetched(error: unknown): undefined {
  // eslint-disable-next-line no-console -- the reader sees that it did not work; why, whoever mends it wants to know
  if (!(error instanceof NotFetched)) console.error(error)
}

/** `toRoot` is the way from the page to the root of the site: "../../". Undefined where the site was built without this file. */
async function fetched<T>(toRoot: string, name: string): Promise<T | undefined> {
  const files = listed()
  const path = files ? files[name] : `${name}.json`
  if (path === undefined) return undefined
  const response = await fetch(new URL(toRoot + path, document.baseURI)).catch((error: unknown) => { throw new NotFetched(`${path}: ${String(error)}`, { cause: error }) })
  if (!response.ok) throw new NotFetched(`${path}: ${response.status} ${await response.text()}`.slice(0, 1000))
  return await response.json() as T
}

/** Decks stand at /slides/<lecture>.<lang>/, practice pages at /practice/<lecture>.<lang>/, under whatever folder. */
const toRoot = '../../'

/** A lecture in one language, its texts as HTML. */
export async function fetchLecture(lecture: string, lang: Language): Promise<LectureData> {
  return await fetched<LectureData>(toRoot, `data/${lecture}.${lang}`) ?? notThere(`data/${lecture}.${lang}`)
}

/** The keys of a lecture, fetched at the first check; `null` in a site built without keys. */
export async function fetchKeys(lecture: string, lang: Language): Promise<Record<string, Key | StanceKey> | null> {
  return await fetched<Record<string, Key | StanceKey>>(toRoot, `keys/${lecture}.${lang}`) ?? null
}

/** Is there somebody to grade? Not in a site built without keys. */
export const isGraded = (lecture: string, lang: Language): boolean => listed()?.[`keys/${lecture}.${lang}`] !== undefined || listed() === undefined

/** The drawings of a lecture by the key of their text, fetched when the first is asked for. */
export async function fetchDrawings(lecture: string, lang: Language): Promise<Record<string, string>> {
  return await fetched<Record<string, string>>(toRoot, `diagrams/${lecture}.${lang}`) ?? {}
}

/** Land and borders of a map, fetched when the first that shows them is drawn. */
export async function fetchGround(extent: string): Promise<Ground> {
  return await fetched<Ground>(toRoot, `ground/${extent}`) ?? notThere(`ground/${extent}`)
}

/** What the start page shows. It stands one folder higher than the others. */
export async function fetchOverview(lang: Language): Promise<CourseOverview> {
  return await fetched<CourseOverview>('../', `course/overview.${lang}`) ?? notThere(`course/overview.${lang}`)
}

function notThere(name: string): never { throw new Error(`this page names no file for ${name}`) }
