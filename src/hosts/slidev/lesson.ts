import type { Drafts, Store } from '#progress'

/** As much of the Web's Storage as is used. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A class that was begun this long ago is over. */
const hours = 12

/**
 * A class begins with blank exercises: what was answered before, in a rehearsal or with the last group, is not shown on the slides.
 * Nothing is deleted: the practice page has it all.
 */
export interface Lesson {
  /** ISO time; nothing where all answers are shown. */
  since: () => string | undefined
  begin: () => void
  /** All answers are shown again. */
  end: () => void
  /** Begins one, unless this tab is in it already: a reload or the other language goes on with it. */
  enter: () => boolean
}

interface Options {
  key: string
  /** What all windows share. */
  shelf: Shelf
  /** What this tab alone has. */
  tab: Shelf
  now: () => Date
}

export function createLesson({ key, shelf, tab, now }: Options): Lesson {
  const since = () => {
    const begun = shelf.getItem(key)
    const age = begun === null ? NaN : now().getTime() - Date.parse(begun)
    return begun !== null && age >= 0 && age < hours * 3_600_000 ? begun : undefined
  }
  const begin = () => {
    const begun = now().toISOString()
    shelf.setItem(key, begun)
    tab.setItem(key, begun)
  }
  return {
    since,
    begin,
    end() {
      shelf.removeItem(key)
      tab.setItem(key, 'ended')
    },
    enter() {
      const mine = tab.getItem(key)
      if (mine !== null && mine === (since() ?? 'ended')) return false
      begin()
      return true
    },
  }
}

/** The store as a slide sees it: without what was answered before the class. `changed` tells that another class has begun. */
export function storeOfLesson(store: Store, since: () => string | undefined): { store: Store, changed: () => void } {
  const listeners = new Set<() => void>()
  return {
    store: {
      ...store,
      answers() {
        const begun = since()
        return begun === undefined ? store.answers() : store.answers().filter(({ at }) => at >= begun)
      },
      subscribe(listener) {
        listeners.add(listener)
        const stop = store.subscribe(listener)
        return () => {
          listeners.delete(listener)
          stop()
        }
      },
    },
    changed: () => { for (const listener of listeners) listener() },
  }
}

/** Unchecked work as a slide sees it: in a class what somebody tried out before is not shown, and stays as she left it. */
export const draftsOfLesson = (drafts: Drafts, since: () => string | undefined): Drafts => ({
  of: exercise => since() === undefined ? drafts.of(exercise) : undefined,
  keep: (exercise, draft) => { if (since() === undefined) drafts.keep(exercise, draft) },
  drop: (exercises) => { if (since() === undefined) drafts.drop(exercises) },
})
