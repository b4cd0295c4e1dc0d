import { effectScope, watchEffect } from 'vue'

/** A piece of what a tag shows, as JSON both ways; `read` is reactive. */
export interface Mirrored { read: () => unknown, write: (value: unknown) => void }

/** Name -> state as JSON text: what one window tells the others. */
export type States = Record<string, string>

/**
 * What the lecturer does in one window is seen in the others: each tag shares its state under a name that all windows know.
 *
 *     mirror.share('argument/corridor/road', { read: () => argued, write: value => Object.assign(argued, value) })
 */
export interface Mirror {
  share: (name: string, state: Mirrored) => void
  /** Called with what the leading window told. */
  heard: (states: States) => void
  /** All that a window which has just been opened must know. */
  all: () => States
  /** Everything as it was at first. */
  reset: () => void
}

interface Options {
  /** This window tells, and listens to none; all others listen. */
  leads: () => boolean
  tell: (states: States) => void
}

export function createMirror({ leads, tell }: Options): Mirror {
  const states = new Map<string, Mirrored>()
  const atFirst = new Map<string, string>()
  /** As it is here, or as it was last heard: a state may be told before its slide is there. */
  const known = new Map<string, string>()
  const scope = effectScope(true)

  function put(name: string, text: string) {
    known.set(name, text)
    states.get(name)?.write(JSON.parse(text))
  }

  return {
    share(name, state) {
      const text = JSON.stringify(state.read())
      const heard = known.get(name)
      states.set(name, state)
      atFirst.set(name, text)
      if (leads() || heard === undefined) known.set(name, text)
      else state.write(JSON.parse(heard))
      if (leads()) tell({ [name]: text })
      scope.run(() => watchEffect(() => {
        const now = JSON.stringify(state.read())
        if (known.get(name) === now) return
        known.set(name, now)
        if (leads()) tell({ [name]: now })
      }))
    },
    heard(told) {
      if (leads()) return
      for (const [name, text] of Object.entries(told)) if (known.get(name) !== text) put(name, text)
    },
    all: () => Object.fromEntries(known),
    reset() {
      known.clear()
      for (const [name, text] of atFirst) put(name, text)
      if (leads()) tell(Object.fromEntries(known))
    },
  }
}

/** Where a page stands alone: nothing is told to anybody. */
export const alone: Mirror = { share() {}, heard() {}, all: () => ({}), reset() {} }
