import type { ComputedRef, InjectionKey } from 'vue'
import type { Judged } from '#models'
import type { Argument } from '#schema'

/** What the parts of one picture share: the argument, what has become of it, and what its buttons do. */
export interface ArguedHere {
  argument: ComputedRef<Argument | undefined>
  judged: ComputedRef<Judged>
  touched: ComputedRef<readonly string[]>
  isStatic: ComputedRef<boolean>
  /** Whether the reasons of a claim are shown in its place. */
  isOpen: (id: string) => boolean
  toggle: (id: string) => void
  open: (id: string) => void
}

export const arguedHere: InjectionKey<ArguedHere> = Symbol('argued')
