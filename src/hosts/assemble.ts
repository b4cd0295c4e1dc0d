import { reactive, ref } from 'vue'
import type { LectureData, Problem } from '#course/course'
import { stanceName } from '#models'
import { lineName, state, storageName, type Drafts, type ExerciseState, type Store } from '#progress'
import type { Exercise, Key, Language, StanceKey } from '#schema'
import { createDesks } from './desk.ts'
import { NotFetched } from './fetched.ts'
import type { Checked, Desk, Host, Medium, Solved } from './host.ts'
import { alone, type Mirror } from './mirror.ts'
import { mirroredDesk } from './mirrored-desk.ts'

interface Parts {
  lang: Language
  medium: Medium
  sheet?: Host['sheet']
  data: LectureData
  problems?: readonly Problem[]
  /** Fetched once, at the first check; `null` when this build has none. */
  loadKeys: () => Promise<Record<string, Key | StanceKey> | null>
  hasKeys: boolean
  store: Store
  /** Made here, so that the page can say when they are refused. */
  keepDrafts: (onRefused: () => void) => Drafts
  /** Calls when another window's unchecked work is to be shown here: while nobody sees this one. */
  hearDrafts?: (listener: () => void) => void
  isPrinting?: () => boolean
  isDark: () => boolean
  draw: Host['draw']
  ground: Host['ground']
  toSlide: Host['toSlide']
  toPractice: Host['toPractice']
  /** The address of the lecture's digest: "../../read/corridor.en/" */
  digest: string
  pauseKeys: Host['pauseKeys']
  /** Missing where a page stands alone. */
  mirror?: Mirror
  isLed?: () => boolean
}

/** What all hosts have in common: they grade, keep and look up in the same way, and differ in what they are given. */
export function assembleHost({
  data, problems = [], loadKeys, store, keepDrafts, hearDrafts, isPrinting = () => false, isDark, mirror = alone, isLed = () => false, digest, ...given
}: Parts): Host {
  let keys: ReturnType<typeof loadKeys> | undefined
  const key = async (id: string): Promise<Key | StanceKey | null> => {
    keys ??= loadKeys().catch((error: unknown) => {
      keys = undefined // the next check asks again
      throw error
    })
    return (await keys)?.[id] ?? null
  }
  const exercise = async (id: string): Promise<Exercise | null> => {
    const item = data.items[id]
    if (!item) throw new Error(`no exercise "${id}" in ${data.lecture}`)
    const found = await key(id)
    return found && { item, key: found } as Exercise
  }
  /** The graders and their dictionary travel with the keys, not with the first slide. */
  const grading = () => import('#grading').catch((error: unknown) => { throw new NotFetched(String(error), { cause: error }) })
  const checked = async (whole: Exercise, response: unknown): Promise<Checked> => {
    const result = (await grading()).grade(whole, response)
    const said = whole.key.feedback as Checked['feedback']
    return { grade: result, feedback: said.filter(({ id }) => result.feedback.includes(id)), ...result.verdict === 'right' || result.verdict === 'written' ? { why: whole.key.why } : {} }
  }

  const progress = reactive<Record<string, ExerciseState>>({})
  const known = Object.values(data.items)
  const derive = () => {
    const now = state(store.answers(), known)
    for (const id of Object.keys(progress)) if (!(id in now)) delete progress[id]
    Object.assign(progress, now)
  }
  derive()
  const isKept = ref(store.isKept())
  const drafts = keepDrafts(() => { isKept.value = false })

  const mirrored = new WeakSet<Desk>()
  const host: Host = {
    ...given,
    data,
    problems,
    store,
    drafts,
    progress,
    mirror,
    get isLed() { return isLed() },
    get isPrinting() { return isPrinting() },
    get isDark() { return isDark() },
    get isKept() { return isKept.value },
    toDigest: claim => data.syllabus.lectures[data.lecture]?.sources.includes(claim.split('/')[0]!) && data.locators[claim] ? `${digest}#${claim}` : undefined,
    desk(id) {
      const desk = desks.desk(id)
      if (!mirrored.has(desk)) {
        mirrored.add(desk)
        mirror.share(`exercise/${id}`, mirroredDesk(desk))
      }
      return desk
    },
    clear(what) {
      const mine = [...known, ...Object.keys(data.stances).map(id => ({ id: stanceName(id), formerly: [] })), { id: lineName(data.lecture), formerly: [] }]
      drafts.drop(what === 'lecture' ? [...known.map(({ id }) => id), lineName(data.lecture)] : undefined)
      store.clear(what === 'lecture' ? mine : undefined)
      desks.empty()
    },
    async grade(id, response) {
      const whole = await exercise(id)
      return whole && checked(whole, response)
    },
    async solution(id): Promise<Solved | null> {
      const whole = await exercise(id)
      if (!whole) return null
      const response = (await grading()).modelResponse(whole, given.lang)
      const { grade, feedback } = await checked(whole, response)
      return { response, feedback, key: whole.key, possible: grade.possible }
    },
    async settle(id) {
      if (!data.stances[id]) throw new Error(`no stance "${id}" in ${data.lecture}`)
      return await key(stanceName(id)) as StanceKey | null
    },
  }
  const desks = createDesks({
    items: data.items, lang: given.lang, store, drafts, progress, hasKeys: given.hasKeys,
    grade: host.grade, solution: host.solution, restores: given.medium !== 'paper' && !isPrinting(),
  })
  store.subscribe(() => {
    isKept.value = store.isKept()
    derive()
    desks.refresh()
  })
  hearDrafts?.(desks.takeUp)
  return host
}

/** The browser's storage, where it may be touched at all. */
export function browserShelf(): Storage | undefined {
  try {
    // What a deck puts in the place of a forbidden storage (index.html) keeps nothing.
    if (!(localStorage instanceof Storage)) return undefined
    const probe = `${storageName}/probe`
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return localStorage
  }
  catch {
    return undefined
  }
}

/** What other windows write is heard here; all of it at once by a page that comes back as it was left, by the Back button. */
export function hearOtherWindows(listener: (key: string | null) => void) {
  window.addEventListener('storage', event => { if (event.storageArea === localStorage) listener(event.key) })
  window.addEventListener('pageshow', event => { if (event.persisted) listener(null) })
}

/** The same of unchecked work, as long as nobody is at work here: two windows that are both seen do not write into each other. */
export const hearDraftsUnseen = (key: string) => (listener: () => void) =>
  hearOtherWindows((changed) => { if (changed === null || (changed === key && document.hidden)) listener() })

/** The folder in which the site stands, of a deck or a practice page: `/courses/2026/slides/<lecture>.en/` => `/courses/2026/` */
export const siteFolder = () => new URL('../../', location.href).pathname

