/** Which characters the course uses, and whether our font packages have them. Pure; the files come from texts.ts. */

/** A text of the course: a file's path from the root, and what stands in it. */
export interface CourseText { path: string, text: string }

/** Where a character first occurs. */
export interface CharacterPlace { path: string, line: number }

/** What the font packages can draw: see sources.ts. */
export interface Coverage {
  /** Characters that text may use at 400 and at 600, upright: a unicode-range. */
  text: string
  /** Characters of the italic (Latin and Cyrillic titles only). */
  italic: string
}

/** Drawn by no font: line breaks, joiners, variation selectors, the byte order mark, the replacement character, private letters. */
const invisible = /[\u{FFFD}\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u{FE00}-\u{FE0F}]/u

export const isDrawn = (character: string): boolean => !invisible.test(character)

/** "a路a" => Map { 97 => …, 36335 => … }: each character that must be drawn, with the first place it stands at. */
export function usedCharacters(texts: Iterable<CourseText>): Map<number, CharacterPlace> {
  const used = new Map<number, CharacterPlace>()
  for (const { path, text } of texts) {
    let line = 1
    const shown = shownText({ path, text })
    for (let at = 0; at < shown.length; at++) {
      const point = shown.codePointAt(at)!
      if (point > 0xFFFF) at++ // its second half
      if (point === 0x0A) line++
      else if (!used.has(point) && isDrawn(String.fromCodePoint(point))) used.set(point, { path, line })
    }
  }
  return used
}

/** Comments of code are never shown; blanked rather than cut, so that line numbers hold. */
export function shownText({ path, text }: CourseText): string {
  if (!/\.(ts|vue|css)$/.test(path)) return text
  return text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/[^\n]*/g, comment => comment.replace(/[^\n]/gu, ' '))
}

/** [32, 33, 34, 126] => "U+20-22, U+7E" */
export function unicodeRange(points: Iterable<number>): string {
  const sorted = [...new Set(points)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let start = 0; start < sorted.length;) {
    let end = start
    while (sorted[end + 1] === sorted[end]! + 1) end++
    const hex = (index: number) => sorted[index]!.toString(16).toUpperCase()
    parts.push(start === end ? `U+${hex(start)}` : `U+${hex(start)}-${hex(end)}`)
    start = end + 1
  }
  return parts.join(', ')
}

/** "U+20-22, U+7E" => Set { 32, 33, 34, 126 }. Throws on anything else. */
export function pointsOf(range: string): Set<number> {
  const points = new Set<number>()
  for (const part of range.split(',').map(piece => piece.trim()).filter(Boolean)) {
    const [, from, to] = /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/i.exec(part) ?? []
    if (!from) throw new Error(`expected a piece of a unicode-range such as "U+4E00-9FFF", read "${part}"`)
    for (let point = parseInt(from, 16), last = parseInt(to ?? from, 16); point <= last; point++) points.add(point)
  }
  return points
}

/** The characters no font of ours can draw, with the place of each. */
export function missingCharacters(used: Map<number, CharacterPlace>, coverage: Coverage): { point: number, place: CharacterPlace }[] {
  const covered = pointsIn.get(coverage) ?? pointsOf(coverage.text)
  pointsIn.set(coverage, covered)
  return [...used].filter(([point]) => !covered.has(point)).map(([point, place]) => ({ point, place }))
}

/** Sixty thousand points, read from their range once. */
const pointsIn = new WeakMap<Coverage, Set<number>>()

/** 0x259 => "ə (U+0259)" */
export function characterName(point: number): string {
  return `${String.fromCodePoint(point)} (U+${point.toString(16).toUpperCase().padStart(4, '0')})`
}
