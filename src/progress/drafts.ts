import type { Shelf } from './store.ts'

/** Work on an exercise that nobody has checked yet. */
export interface Draft { revision: string, response: unknown }

/** Unchecked work, by exercise: it survives a reload, another language, a dropped tab. It is no answer: counted and exported nowhere. */
export interface Drafts {
  of: (exercise: string) => Draft | undefined
  /** Writes nothing when the same stands there already, so that two windows with the same work are quiet. */
  keep: (exercise: string, draft: Draft) => void
  /** Of these exercises, or of all. */
  drop: (exercises?: readonly string[]) => void
}

interface Options {
  /** Missing where the browser forbids it. */
  shelf: Shelf | undefined
  key: string
  /** Called when the shelf refuses. */
  onRefused?: () => void
}

/** What is longer is no answer to any exercise, and takes the room of answers: characters of JSON. */
const most = 10_000

export function createDrafts({ shelf, key, onRefused = () => {} }: Options): Drafts {
  const attempt = (work: (shelf: Shelf) => void) => {
    try {
      if (shelf) work(shelf)
    }
    catch {
      onRefused()
    }
  }
  /** As they stand on the shelf now: another window may have written. */
  const read = (): Record<string, Draft> => {
    let found: Record<string, Draft> = {}
    attempt((shelf) => { found = parsed(shelf.getItem(key)) })
    return found
  }
  const write = (drafts: Record<string, Draft>) => attempt((shelf) => {
    if (Object.keys(drafts).length) shelf.setItem(key, JSON.stringify(drafts))
    else shelf.removeItem(key)
  })
  return {
    of: exercise => own(read(), exercise),
    keep(exercise, draft) {
      const drafts = read()
      const text = JSON.stringify(draft)
      if (text.length > most || JSON.stringify(own(drafts, exercise)) === text) return
      write({ ...drafts, [exercise]: draft })
    },
    drop(exercises) {
      const drafts = read()
      const gone = exercises ?? Object.keys(drafts)
      if (gone.some(exercise => Object.hasOwn(drafts, exercise))) write(Object.fromEntries(Object.entries(drafts).filter(([exercise]) => !gone.includes(exercise))))
    },
  }
}

const own = (drafts: Record<string, Draft>, exercise: string) => Object.hasOwn(drafts, exercise) ? drafts[exercise] : undefined

/** What can be read of it; the rest was no answer and is dropped. */
function parsed(text: string | null): Record<string, Draft> {
  let value: unknown
  try {
    value = JSON.parse(text ?? '{}')
  }
  catch {
    return {}
  }
  if (value === null || typeof value !== 'object') return {}
  return Object.fromEntries(Object.entries(value).flatMap(([exercise, draft]: [string, unknown]) => {
    if (draft === null || typeof draft !== 'object') return []
    const { revision, response } = draft as Record<string, unknown>
    return typeof revision === 'string' && response !== undefined ? [[exercise, { revision, response }]] : []
  }))
}
