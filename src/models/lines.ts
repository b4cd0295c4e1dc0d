/** About how wide a text is, in its own size: a Han character is as wide as it is high, others half of that. */
export const ems = (text: string) => [...text].reduce((sum, character) => sum + (/[\p{Script=Han}，：；、（）？！。“”]/u.test(character) ? 1 : .52), 0)

/**
 * A text in as few lines as fit, none much longer than another; it breaks at spaces and at Chinese punctuation.
 *
 *     lines('more room of its own', 9)    => ['more room', 'of its own']
 *     lines('政治地理、区域治理研究', 9)     => ['政治地理、', '区域治理研究']
 */
export function lines(text: string, most: number): string[] {
  const pieces = text.trim().split(/\s+|(?<=[，、：；？！）”])(?![，、：；？！）”]|$)|(?<!^)(?=[（“])/u).flatMap(piece => ems(piece) <= most || !/\p{Script=Han}/u.test(piece) ? [piece] : halves(piece, most))
  const join = (from: number, to: number) => pieces.slice(from, to).reduce((line, piece) => line && /[\p{Script=Han}，、：；？！）“”]$/u.test(line) && /^[\p{Script=Han}“”（]/u.test(piece) ? line + piece : `${line} ${piece}`.trim(), '')
  // As few lines as possible, as even as possible: small enough to try all.
  let best: string[] | undefined
  const uneven = (of: string[]) => of.reduce((sum, line) => sum + ems(line) ** 2, 0)
  const tooWide = (of: string[]) => of.filter(line => ems(line) > most).length
  const isBetter = (one: string[], other: string[]) => tooWide(one) - tooWide(other) || one.length - other.length || uneven(one) - uneven(other)
  const attempt = (from: number, before: string[]) => {
    if (from === pieces.length) {
      if (!best || isBetter(before, best) < 0) best = before
      return
    }
    for (let to = from + 1; to <= pieces.length; to++) {
      const line = join(from, to)
      if (ems(line) > most && to > from + 1) break
      attempt(to, [...before, line])
    }
  }
  attempt(0, [])
  return best ?? []
}

/** A run of Han characters without a mark to break at, in equal parts. */
function halves(piece: string, most: number): string[] {
  const parts = Math.ceil(ems(piece) / most)
  const characters = [...piece]
  const size = Math.ceil(characters.length / parts)
  return Array.from({ length: parts }, (_, part) => characters.slice(part * size, (part + 1) * size).join('')).filter(Boolean)
}

/** Where each line of a text stands that is set about the height `middle`, a line `high` px; 7 px bring the middle of its letters there. `about(['a', 'b'], 100)` => y 94 and 120. */
export const about = (text: readonly string[], middle: number, high = 26): { line: string, y: number }[] =>
  text.map((line, index) => ({ line, y: middle + 7 + (index - (text.length - 1) / 2) * high }))
