import type { ExerciseOf, Grade, ItemOf, KeyOf, Kind, Language, ResponseOf, When } from '#schema'

/** Something in a response that is not about this exercise: an unknown id, a word where a list was wanted. */
export interface Misread {
  /** Where inside the response: `['salt', 'reason']`, `['2']`, or nothing for the whole. */
  at: string[]
  read: unknown
  wants: 'id' | 'ids' | 'map' | 'number' | 'point' | 'text' | 'once'
  /** The ids that would have been known there. */
  known: string[]
}

/** What a response says about this exercise, whatever JSON it was; the rest is misread and counts for nothing. */
export interface Reading<R> { said: R, misread: Misread[] }

export type Points = Pick<Grade, 'earned' | 'possible' | 'marks'>

/** "Ｂａｋｕ－Tbilisi" => "bakutbilisi"; given as an argument, so that the dictionary behind it travels with `grade` alone. */
export type Fold = (text: string) => string

/** What a kind of exercise has to know; one row a kind in graders.ts. */
export interface Grader<K extends Kind> {
  /** Never throws. A response that is nothing, or nothing we know, reads as the empty one. */
  read: (item: ItemOf<K>, response: unknown) => Reading<ResponseOf<K>>
  /** Is there an answer to everything that was asked? Nothing about whether it is right. */
  isComplete: (item: ItemOf<K>, said: ResponseOf<K>) => boolean
  /** A response that earns everything, in the reader's language where it has words. */
  model: (key: KeyOf<K>, lang: Language) => ResponseOf<K>
  /** The kind's rule for partial credit is written above its function. */
  points: (said: ResponseOf<K>, exercise: ExerciseOf<K>, fold: Fold) => Points
  fires: (when: When<K>, said: ResponseOf<K>, exercise: ExerciseOf<K>, fold: Fold) => boolean
}

export const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

/** Own properties only: a response may well ask for "constructor". */
export const at = <T>(record: Record<string, T>, name: string): T | undefined => Object.hasOwn(record, name) ? record[name] : undefined

/** Nothing said yet: "", null and {} where something could stand. */
const isNothing = (value: unknown) => value === undefined || value === null || value === '' || (typeof value === 'string' && value.trim() === '')

/** `const idsOf = keeper(parts => …)`: what is made of a part of an exercise is kept with it, since a class asks for it a thousand times. */
export function keeper<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const kept = new WeakMap<Of, Made>()
  return (of) => {
    let made = kept.get(of)
    if (made === undefined) kept.set(of, made = make(of))
    return made
  }
}

export const idsOf: (parts: readonly { id: string }[]) => string[] = keeper(parts => parts.map(({ id }) => id))

/** One id out of those there are. */
export function readId(response: unknown, known: string[]): Reading<string> {
  if (isNothing(response)) return { said: '', misread: [] }
  if (typeof response === 'string' && known.includes(response.trim())) return { said: response.trim(), misread: [] }
  return { said: '', misread: [{ at: [], read: response, wants: 'id', known }] }
}

/** A list of ids, each once. */
export function readIds(response: unknown, known: string[]): Reading<string[]> {
  if (isNothing(response)) return { said: [], misread: [] }
  if (!Array.isArray(response)) return { said: [], misread: [{ at: [], read: response, wants: 'ids', known }] }
  const said: string[] = []
  const misread: Misread[] = []
  response.forEach((each: unknown, index) => {
    const { said: id, misread: wrong } = readId(each, known)
    misread.push(...wrong.map(one => ({ ...one, at: [String(index)] })))
    if (id && said.includes(id)) misread.push({ at: [String(index)], read: each, wants: 'once', known })
    else if (id) said.push(id)
  })
  return { said, misread }
}

/** A map slot -> something; each slot is read by `inner`, what says nothing is left out. */
export function readSlots<R>(response: unknown, slots: string[], inner: (value: unknown, slot: string) => Reading<R>, isSaid: (said: R) => boolean): Reading<Record<string, R>> {
  if (isNothing(response)) return { said: {}, misread: [] }
  if (!isRecord(response)) return { said: {}, misread: [{ at: [], read: response, wants: 'map', known: slots }] }
  const misread: Misread[] = Object.keys(response).filter(name => !slots.includes(name)).map(name => ({ at: [name], read: name, wants: 'id', known: slots }))
  const said: [string, R][] = []
  for (const slot of slots) {
    const value = inner(at(response, slot), slot)
    misread.push(...value.misread.map(one => ({ ...one, at: [slot, ...one.at] })))
    if (isSaid(value.said)) said.push([slot, value.said])
  }
  return { said: Object.fromEntries(said), misread }
}

/** Words, as they were typed; what holds no letter and no digit says nothing. */
export function readText(response: unknown): Reading<string> {
  if (isNothing(response)) return { said: '', misread: [] }
  if (typeof response === 'number' && Number.isFinite(response)) return { said: String(response), misread: [] }
  if (typeof response !== 'string') return { said: '', misread: [{ at: [], read: response, wants: 'text', known: [] }] }
  return { said: /[\p{L}\p{N}]/u.test(response) ? response.trim() : '', misread: [] }
}

/** The accepted form to show a reader of this language: the first with Han for Chinese, the first without for English. */
export const formFor = (forms: readonly string[], lang: Language): string =>
  forms.find(form => /\p{Script=Han}/u.test(form) === (lang === 'zh')) ?? forms[0] ?? ''

/** The accepted forms as folded, kept while their exercise is: a class asks for them a thousand times. */
const foldedForms = new WeakMap<readonly string[], { fold: Fold, forms: Set<string> }>()

export function isOneOf(forms: readonly string[], said: string, fold: Fold): boolean {
  let kept = foldedForms.get(forms)
  if (kept?.fold !== fold) foldedForms.set(forms, kept = { fold, forms: new Set(forms.map(fold)) })
  return kept.forms.has(fold(said))
}
