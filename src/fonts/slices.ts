import { type CourseText, isDrawn, shownText } from './characters.ts'

/**
 * The Han faces come in slices, so that a page fetches little: signs and Chinese punctuation; the few characters that
 * every door shows (中文); what stands on the first slides; names on English slides; what is common and what is usual
 * in the course; what several lectures share; then a slice for what one lecture alone uses.
 * A character stands in one slice, and every Han face is cut alike. A slice goes by a share of the files and not by
 * rank: one word more seldom moves a character, and a slice that stays is not made again.
 */
export interface Openings {
  /** Shown everywhere, in English too: the course's Chinese title, the name of the language. */
  door: string
  /** The first slides of all decks, by language. */
  en: string
  zh: string
}

export const signsSlice = 'signs'
/** A lecture that is hardly begun shares its few characters. */
const worthAFile = 24
/** In at least so much of the files that hold any Han. */
const frequent: [slice: string, share: number][] = [['common', 0.15], ['usual', 0.05]]

/** "slides/triad.zh.md", "exercises/triad/three.yaml", "corpus/claims/yang-2026.yaml" => "triad"; "pages/Start.vue" => undefined */
export function lectureOf(path: string, lectures: Record<string, { sources: string[] }>): string | undefined {
  const [, named] = /^(?:slides|exercises|corpus\/[a-z]+)\/([a-z0-9-]+)/.exec(path) ?? []
  if (!named) return undefined
  if (named in lectures) return named
  // A text of two lectures belongs to the one that reads fewest beside it.
  const [own] = Object.entries(lectures).filter(([, { sources }]) => sources.includes(named)).sort(([, a], [, b]) => a.sources.length - b.sources.length)
  return own?.[0]
}

/**
 * Slice -> code points, in the order in which the stylesheet names them. `texts` is all that readers see,
 * `always` what is kept for whoever writes next.
 */
export function slicesOf(
  texts: readonly CourseText[], openings: Openings, always: string, lectures: Record<string, { sources: string[] }>,
): Map<string, number[]> {
  const users = usersOf(texts, lectures)
  for (const character of [...openings.door, ...openings.en, ...openings.zh, ...always])
    if (isHan(character) && !users.has(character)) users.set(character, { files: 0, lectures: new Set() })
  const left = new Set([...users.keys()].sort())
  const slices = new Map<string, number[]>()
  const cut = (name: string, wanted: Iterable<string>) => {
    const points = [...new Set(wanted)].flatMap(character => left.delete(character) ? [character.codePointAt(0)!] : [])
    if (points.length) slices.set(name, points)
  }
  cut(signsSlice, [...left].filter(character => !isIdeograph(character)))
  cut('door', openings.door)
  cut('opening-en', openings.en)
  cut('opening-zh', openings.zh)
  cut('names', texts.filter(({ path }) => /^slides\/[^/]+\.en\.md$/.test(path)).flatMap(({ text }) => [...text]))
  const files = texts.filter(each => /\p{Script=Han}/u.test(shownText(each))).length
  for (const [name, share] of frequent) cut(name, [...left].filter(character => users.get(character)!.files >= share * files))
  const ownerOf = (character: string) => {
    const using = [...users.get(character)!.lectures]
    return using.length === 1 ? using[0]! : ''
  }
  for (const lecture of Object.keys(lectures)) {
    const own = [...left].filter(character => ownerOf(character) === lecture)
    if (own.length >= worthAFile) cut(lecture, own)
  }
  cut('shared', [...left])
  return slices
}

/** In how many files a character stands, and which lectures bring it; '' stands for what belongs to none. */
function usersOf(texts: readonly CourseText[], lectures: Record<string, { sources: string[] }>) {
  const users = new Map<string, { files: number, lectures: Set<string> }>()
  for (const each of texts) {
    const lecture = lectureOf(each.path, lectures) ?? ''
    for (const character of new Set(shownText(each))) {
      if (!isHan(character) || !isDrawn(character)) continue
      const user = users.get(character) ?? { files: 0, lectures: new Set() }
      users.set(character, user)
      user.files++
      user.lectures.add(lecture)
    }
  }
  return users
}

/** Latin, Greek, Cyrillic and their marks come from Source; Noto is asked for the rest. */
export const isHan = (character: string) => character.codePointAt(0)! >= 0x2000 || character === '·'
const isIdeograph = (character: string) => /\p{Script=Han}/u.test(character)
