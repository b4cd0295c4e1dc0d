import type { Language } from '#schema'

/** A part is mentioned when a long word of its name is, or two characters in a row; a short name only whole. */
const pieces: Record<Language, (name: string) => string[]> = {
  en: name => [name, ...name.match(/[\p{L}-]{5,}/gu)?.map(word => word.slice(0, 6)) ?? []],
  zh: name => [name, ...[...name].slice(1).map((character, index) => [...name][index]! + character).filter(pair => /^\p{Script=Han}{2}$/u.test(pair))],
}

export const isMentioned = (name: string, told: string, lang: Language) => pieces[lang](name.toLowerCase()).some(piece => told.toLowerCase().includes(piece))
