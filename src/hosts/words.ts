import type { Language } from '#schema'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

/** A string that one language has, every language has. */
export type Words = Widened<typeof en>

type Widened<T> = T extends string ? string
  : T extends (...args: infer Args) => infer Result ? (...args: Args) => Widened<Result>
    : { readonly [K in keyof T]: Widened<T[K]> }

export const words: Record<Language, Words> = { en, zh }
