import type { Paragraph } from './paragraphs.ts'

/**
 * A text as evidence is looked for in it: note marks gone (before width folding, which would make ① a 1),
 * full width made half, quotation marks gone, no space beside Han; a comma that belongs to no number is made "、".
 * "签订 “ＡＢＣ 协议”^①，共 1,700 字" => "签订ABC协议、共1,700字"
 */
export function fold(text: string): string {
  return text
    .replace(/\^?[①-⑳]/gu, '')
    .replace(/\*/gu, '')
    .replace(/，|(?<!\d),|,(?!\d)/gu, '、')
    .normalize('NFKC')
    .replace(/["'“”„‟‘’‚«»‹›「」『』]/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([\p{Script=Han};:!?()、。《》〈〉【】]) ?/gu, '$1')
    .trim()
}

/** The folded text of a paragraph: hundreds of claims are looked for in it, and it is folded once. */
export function folded(paragraph: Paragraph): string {
  const known = foldedOnce.get(paragraph) ?? fold(paragraph.text)
  foldedOnce.set(paragraph, known)
  return known
}
const foldedOnce = new WeakMap<Paragraph, string>()

/** Is this string in the text? A figure is there only as itself: "25年" is not in "2025年", nor "9.8" in "9.88" or "1,9.8". */
export function occurs(evidence: string, text: string | Paragraph): boolean {
  return occursFolded(fold(evidence), typeof text === 'string' ? fold(text) : folded(text))
}

/** Paragraphs of the article's own text that hold all of the evidence; a claim wants exactly one. */
export function holders(evidence: string[], all: Paragraph[]): Paragraph[] {
  const wanted = evidence.map(fold)
  return all.filter(paragraph => (paragraph.kind === 'text' || paragraph.kind === 'table-row') && wanted.length > 0
    && wanted.every(string => occursFolded(string, folded(paragraph))))
}

function occursFolded(wanted: string, text: string): boolean {
  if (!wanted) return false
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (!goesOnBefore(wanted, text.slice(Math.max(0, at - 2), at)) && !goesOnAfter(wanted, text.slice(end, end + 2))) return true
  }
  return false
}

/** A digit, or a point or comma that belongs to a number, before the first digit of the evidence. */
const goesOnBefore = (wanted: string, before: string) => /^\d/.test(wanted) && /\d[.,]?$/.test(before)
const goesOnAfter = (wanted: string, after: string) => /\d$/.test(wanted) && /^[.,]?\d/.test(after)
