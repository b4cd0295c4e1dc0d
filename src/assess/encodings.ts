/**
 * Which encoding bytes are in that are not UTF-8. A decoder of Chinese takes nearly any bytes, so what it gives is
 * weighed: Han characters that people write speak for it, rare ones and private ones against it.
 */
export type Encoding = 'gb18030' | 'big5' | 'shift_jis'

const candidates: readonly Encoding[] = ['gb18030', 'big5', 'shift_jis']

/** From so large a share of common characters on, an encoding is believed. */
const believable = 0.85
/** Fewer characters than these prove nothing where two encodings give common ones. */
const enough = 12

/** `isSure` is false where two encodings fit, or where none does; then the nearest one, or none. */
export function encodingOf(bytes: Uint8Array): { encoding: Encoding | undefined, isSure: boolean } {
  const weighed = candidates.flatMap((encoding) => {
    const text = decodedAs(encoding, bytes)
    return text === undefined ? [] : [{ encoding, ...weigh(text) }]
  }).filter(({ share }) => share >= believable).sort((a, b) => b.share + b.frequent - a.share - a.frequent)
  const [best, next] = weighed
  if (!best) return { encoding: undefined, isSure: false }
  // Two or three characters are common ones in either; mainland China's is the likelier.
  const isClear = !next || best.count >= enough || best.share + best.frequent - next.share - next.frequent > 0.1
  return isClear ? { encoding: best.encoding, isSure: true } : { encoding: weighed.some(({ encoding }) => encoding === 'gb18030') ? 'gb18030' : best.encoding, isSure: false }
}

export function decodedAs(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try { return new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  catch { return undefined }
}

/** `share`: common characters among those that are common or odd; `frequent`: the hundred or so commonest among them. */
function weigh(text: string): { share: number, frequent: number, count: number } {
  const common = commonHan()
  let [good, odd, often] = [0, 0, 0]
  for (const character of text) {
    if (character <= '\u007F') continue
    if (commonest.has(character)) often++
    if (common.has(character) || kana.test(character)) good++
    else if (strange.test(character)) odd++
  }
  const count = good + odd
  return { share: count ? good / count : 0, frequent: count ? often / count : 0, count }
}

const kana = /[\u3041-\u30FA]/
/** Rare Han, private characters, half-width kana, control characters: what a wrong decoder makes of bytes. */
const strange = /[\p{Script=Han}\p{Co}\p{Cc}\uFF61-\uFF9F\uFFFD]/u
const commonest = new Set('的一是不了在有人我他这這中大来來上个個国國到说說们們为為子和你地出也时時年得就那要下以生会會自着去之过過家学學对對可里後后小么心多天而能好都然没日于起还還发發成事只作当當想看文无無所本见見经經头題题答案请請与與从從其')

let found: Set<string> | undefined
/** The characters that GB 2312 and Big5 each put first, as the common ones: some 7,500 in all. */
function commonHan(): Set<string> {
  if (found) return found
  found = new Set()
  for (const [encoding, leads, trails] of [
    ['gb18030', [0xB0, 0xD7], [[0xA1, 0xFE]]],
    ['big5', [0xA4, 0xC6], [[0x40, 0x7E], [0xA1, 0xFE]]],
  ] as const) {
    for (let lead: number = leads[0]; lead <= leads[1]; lead++) for (const [from, to] of trails) for (let trail: number = from; trail <= to; trail++) {
      const character = decodedAs(encoding, new Uint8Array([lead, trail]))
      if (character && /^\p{Script=Han}$/u.test(character)) found.add(character)
    }
  }
  return found
}
