import type { Answer, Language } from '#schema'
import { languages } from '#schema/language'
import { exportFile } from './exported.ts'
import { storageKeys, storageName, type StorageKeys } from './keys.ts'
import type { Known } from './state.ts'

/** As much of the Web's Storage as is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface Store {
  /** In the order in which they were given. */
  answers: () => readonly Answer[]
  /** Appends; when the shelf refuses, the answer still counts until the window is closed. */
  record: (answer: Omit<Answer, 'at'>) => Answer
  /** False when nothing outlives this window: storage is switched off, forbidden or full. */
  isKept: () => boolean
  /** How many unreadable lines lie aside. */
  setAside: () => number
  /** Called after every change, another window's too. Returns how to stop. */
  subscribe: (listener: () => void) => () => void
  /** The answers to these exercises, under whatever name, as a file: JSON, readable, with the student's name if there is one. */
  exported: (exercises: readonly Pick<Known, 'id' | 'formerly'>[], lecture: string) => { fileName: string, text: string }
  /** Whose answers these are, as was last written; "" where nothing was. */
  name: () => string
  rename: (name: string) => void
  /** Of these exercises, under whatever name; of all, what lies aside and the name, when none are named. */
  clear: (exercises?: readonly Pick<Known, 'id' | 'formerly'>[]) => void
}

interface Options {
  /** Missing where the browser forbids it. */
  shelf: Shelf | undefined
  now: () => Date
  /** How to hear of changes made by another window: `listener(key)`; key is null when everything was cleared. */
  hear?: (listener: (key: string | null) => void) => void
  /** Those of a course at the root of its host, when left out. */
  keys?: StorageKeys
}

export function createStore({ shelf, now, hear, keys = storageKeys({ folder: '/', hasKeys: true }) }: Options): Store {
  let answers: Answer[] = []
  /** Given here and not yet on the shelf, since it refused them. */
  let waiting: Answer[] = []
  let kept = shelf !== undefined
  let ownName = ''
  const listeners = new Set<() => void>()
  const tell = () => { for (const listener of listeners) listener() }
  const attempt = <T>(work: (shelf: Shelf) => T): T | undefined => {
    if (!shelf) return undefined
    try {
      return work(shelf)
    }
    catch {
      kept = false
      return undefined
    }
  }

  function read() {
    const { good, bad } = parsed(attempt(shelf => shelf.getItem(keys.answers)) ?? '')
    answers = [...good, ...waiting]
    if (bad.length === 0) return
    attempt((shelf) => {
      shelf.setItem(keys.setAside, joined([shelf.getItem(keys.setAside) ?? '', ...bad]))
      shelf.setItem(keys.answers, good.map(answer => JSON.stringify(answer)).join('\n'))
    })
  }

  /** What stood under the former names comes first; it goes from there once it stands here. */
  function takeOver(former: NonNullable<StorageKeys['former']>) {
    for (const which of ['answers', 'setAside', 'name'] as const) attempt((shelf) => {
      const before = shelf.getItem(former[which])
      if (before === null) return
      const here = shelf.getItem(keys[which]) ?? ''
      shelf.removeItem(former[which]) // first, since a full shelf has no room for both
      try {
        shelf.setItem(keys[which], which === 'name' ? here || before : joined([before, here]))
      }
      catch (error) {
        shelf.setItem(former[which], before)
        throw error
      }
    })
  }

  if (keys.former) takeOver(keys.former)
  read()
  ownName = attempt(shelf => shelf.getItem(keys.name)) ?? ''
  hear?.((key) => {
    if (key !== null && key !== keys.answers) return
    read()
    tell()
  })

  return {
    answers: () => answers,
    record(given) {
      const answer: Answer = { ...given, at: now().toISOString() }
      // Another window may have written since: what stands on the shelf comes first, ours after it.
      const onShelf = attempt(shelf => shelf.getItem(keys.answers)) ?? ''
      waiting = [...waiting, answer]
      answers = [...parsed(onShelf).good, ...waiting]
      attempt((shelf) => {
        shelf.setItem(keys.answers, joined([onShelf, ...waiting.map(each => JSON.stringify(each))]))
        waiting = []
        kept = true
      })
      tell()
      return answer
    },
    isKept: () => kept,
    setAside: () => lines(attempt(shelf => shelf.getItem(keys.setAside)) ?? '').length,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    exported(exercises, lecture) {
      const names = new Set(exercises.flatMap(({ id, formerly }) => [id, ...formerly]))
      return exportFile(answers.filter(({ exercise }) => names.has(exercise)), { course: storageName, lecture, name: ownName, at: now() })
    },
    name: () => ownName,
    rename(name) {
      ownName = name
      attempt(shelf => name === '' ? shelf.removeItem(keys.name) : shelf.setItem(keys.name, name))
    },
    clear(exercises) {
      const names = exercises && new Set(exercises.flatMap(({ id, formerly }) => [id, ...formerly]))
      const stay = ({ exercise }: Answer) => names !== undefined && !names.has(exercise)
      const left = parsed(attempt(shelf => shelf.getItem(keys.answers)) ?? '').good.filter(stay)
      waiting = waiting.filter(stay)
      answers = [...left, ...waiting]
      if (!names) ownName = ''
      attempt((shelf) => {
        if (left.length) shelf.setItem(keys.answers, left.map(answer => JSON.stringify(answer)).join('\n'))
        else shelf.removeItem(keys.answers)
        if (names) return
        shelf.removeItem(keys.setAside)
        shelf.removeItem(keys.name)
      })
      tell()
    },
  }
}

const lines = (text: string) => text.split('\n').filter(line => line.trim() !== '')
const joined = (parts: string[]) => parts.filter(part => part !== '').join('\n')

function parsed(text: string): { good: Answer[], bad: string[] } {
  const good: Answer[] = []
  const bad: string[] = []
  for (const line of lines(text)) {
    const answer = answerIn(line)
    if (answer) good.push(answer)
    else bad.push(line)
  }
  return { good, bad }
}

/** The answer a line holds, or nothing: what stands in storage may be anybody's, or half written. */
function answerIn(line: string): Answer | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  }
  catch {
    return undefined
  }
  if (value === null || typeof value !== 'object') return undefined
  const { exercise, revision, response, at, lang } = value as Record<string, unknown>
  const isAnswer = typeof exercise === 'string' && typeof revision === 'string' && response !== undefined
    && typeof at === 'string' && !Number.isNaN(Date.parse(at)) && languages.includes(lang as Language)
  return isAnswer ? { exercise, revision, response, at, lang: lang as Language } : undefined
}
