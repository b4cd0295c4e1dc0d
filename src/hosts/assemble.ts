import { reactive, ref } from 'vue'
import type { LectureData } from '#course/course'
import { stanceName } from '#models'
import { state, storageName, type ExerciseState, type Store } from '#progress'
import type { Exercise, Key, Language, StanceKey } from '#schema'
import { createDesks } from './desk.ts'
import type { Checked, Host, Medium, Solved } from './host.ts'

interface Parts {
  lang: Language
  medium: Medium
  sheet?: Host['sheet']
  data: LectureData
  /** Fetched once, at the first check; `null` when this build has none. */
  loadKeys: () => Promise<Record<string, Key | StanceKey> | null>
  store: Store
  isPrinting?: () => boolean
  isDark: () => boolean
  draw: Host['draw']
  toSlide: Host['toSlide']
  toPractice: Host['toPractice']
  pauseKeys: Host['pauseKeys']
}

/** What all hosts have in common: they grade, keep and look up in the same way, and differ in what they are given. */
export function assembleHost({ data, loadKeys, store, isPrinting = () => false, isDark, ...given }: Parts): Host {
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
  const grading = () => import('#grading')
  const checked = async (whole: Exercise, response: unknown): Promise<Checked> => {
    const result = (await grading()).grade(whole, response)
    const said = whole.key.feedback as { id: string, says: Checked['feedback'][number]['says'] }[]
    return { grade: result, feedback: said.filter(({ id }) => result.feedback.includes(id)).map(({ id, says }) => ({ id, says })) }
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

  const host: Host = {
    ...given,
    data,
    store,
    progress,
    get isPrinting() { return isPrinting() },
    get isDark() { return isDark() },
    get isKept() { return isKept.value },
    desk: id => desks.desk(id),
    async grade(id, response) {
      const whole = await exercise(id)
      return whole && checked(whole, response)
    },
    async solution(id): Promise<Solved | null> {
      const whole = await exercise(id)
      if (!whole) return null
      const response = (await grading()).modelResponse(whole, given.lang)
      return { response, feedback: (await checked(whole, response)).feedback, key: whole.key }
    },
    async settle(id) {
      if (!data.stances[id]) throw new Error(`no stance "${id}" in ${data.lecture}`)
      return await key(stanceName(id)) as StanceKey | null
    },
  }
  const desks = createDesks({
    items: data.items, lang: given.lang, store, progress,
    grade: host.grade, solution: host.solution, restores: given.medium !== 'paper' && !isPrinting(),
  })
  store.subscribe(() => {
    isKept.value = store.isKept()
    derive()
    desks.refresh()
  })
  return host
}

/** The browser's storage, where it may be touched at all. */
export function browserShelf(): Storage | undefined {
  try {
    const probe = `${storageName}/probe`
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return localStorage
  }
  catch {
    return undefined
  }
}

/** What other windows write is heard here. */
export const hearOtherWindows = (listener: (key: string | null) => void) =>
  window.addEventListener('storage', event => { if (event.storageArea === localStorage) listener(event.key) })

