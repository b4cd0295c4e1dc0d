import type { VNode } from 'vue'
import { widthOf } from '#models'

/** A citation in a foot, as its tag gives it and as readers see it. */
export interface Citation { claim: string, as?: 'source' | 'place', source: string, name: string, place: string }
/** What an author wrote in a foot, in order: words, a tag or a formatted word, a citation. */
export type Piece = { is: 'text', text: string } | { is: 'node', text: string, node: VNode, isTerm?: boolean } | { is: 'cite', cite: Citation }
/** A sentence, or citations with the words that say what they are for: "law: §3.1 ¶4, §3.2 ¶5" */
export type Unit = { is: 'words', pieces: Piece[] } | { is: 'cited', label: Piece[], cites: Citation[] }
/** One place on the line: the claims that stand there, and how it is printed. */
export interface Place { claims: string[], as: 'source' | 'place' | 'full', text: string }

/** All of a foot as its author wrote it, or what of it fits; `hidden` counts the places that do not, `isWhole` says that nothing at all is left out. */
export type Line = { is: 'authored', pieces: (Piece | Place)[] } | { is: 'gathered', words: Piece[][], places: Place[][], hidden: number, isWhole: boolean }

/** What stands between: "one; another", "Term · Term", the end of a sentence; "no. 2" is none. */
const boundary = /(\s*[;；]\s*|\s+[·・]\s*|[·・]\s+|(?<=[\p{Ll}\d)”’]\.)\s+(?=[\p{Lu}“‘]|$)|(?<=[。！？!?])\s*)/u
const before = /^[\s.。,，;；:：、·・)）]+/u
const after = /[\s,，;；、·・(（]+$/u
const afterLabel = /[\s,，;；、·・(（:：]+$/u

const textOf = (piece: Piece) => piece.is === 'cite' ? '' : piece.text
export const spoken = (pieces: readonly Piece[]): string => pieces.map(textOf).join('')

/** ["; the ", <Term>, ": "] => ["the ", <Term>] */
function trimmed(pieces: readonly Piece[], end: RegExp, start = before): Piece[] {
  const kept = [...pieces]
  for (const [at, edge] of [[0, start], [-1, end]] as const) {
    for (let piece = kept.at(at); piece?.is === 'text'; piece = kept.at(at)) {
      const text = piece.text.replace(edge, '')
      kept.splice(at, 1, ...text ? [{ ...piece, text }] : [])
      if (text) break
    }
  }
  return kept
}

/** What stands between two parts of a line: after the end of a sentence nothing but, in English, a space. */
export const seam = (one: string, other: string): string => /[.!?]$/.test(one) ? ' ' : /[。！？]$/.test(one) || !one || !other ? '' : ' · '
const joinedWords = (parts: string[]) => parts.reduce((all, part) => all + seam(all, part) + part, '')

/** What an author wrote in a foot, taken apart: sentences, and labels with their citations. */
export function unitsOf(pieces: readonly Piece[]): Unit[] {
  const units: Unit[] = []
  let current: Piece[] = []
  let isApart = true
  /** How the words before were ended: "indicative; conic" is one sentence, as long as no citation follows. */
  let ended = ''
  const close = (by: string) => {
    const words = trimmed(current, after)
    const last = units.at(-1)
    if (spoken(words) && /[;；]/.test(ended) && last?.is === 'words') last.pieces.push({ is: 'text', text: ended }, ...words)
    else if (spoken(words)) units.push({ is: 'words', pieces: words })
    current = []
    isApart = true
    ended = by
  }
  for (const piece of pieces) {
    if (piece.is === 'node') current.push(piece)
    else if (piece.is === 'text') {
      for (const [index, text] of piece.text.split(boundary).entries()) {
        if (index % 2) close(text)
        else if (text) current.push({ is: 'text', text })
      }
    } else {
      const label = trimmed(current, afterLabel)
      const last = units.at(-1)
      if (!spoken(label) && !isApart && last?.is === 'cited') last.cites.push(piece.cite)
      else units.push({ is: 'cited', label, cites: [piece.cite] })
      current = []
      isApart = false
    }
  }
  close('')
  return units
}

const placed = ({ source, place, as }: Citation) => as === 'source' || !place ? source : `${source} ${place}`

/** The places of a foot by their sources, each once, in the order of first use; only the first of a source names it. */
export function placesOf(cites: readonly Citation[], join: string): Place[][] {
  const sources = new Map<string, { name: string, places: Map<string, string[]> }>()
  for (const cite of cites) {
    const { places } = sources.get(cite.source) ?? sources.set(cite.source, { name: cite.name, places: new Map() }).get(cite.source)!
    const place = cite.as === 'source' ? '' : cite.place
    const claims = places.get(place) ?? places.set(place, []).get(place)!
    if (!claims.includes(cite.claim)) claims.push(cite.claim)
  }
  return [...sources.values()].map(({ name, places }) => {
    // A text named without a place, and with one: the name stands before the place already.
    const bare = places.get('') ?? []
    if (places.size > 1) places.delete('')
    return [...places].map(([place, claims], index) => ({
      claims: index || places.has('') ? claims : [...claims, ...bare],
      as: index ? 'place' : place ? 'full' : 'source',
      text: index ? place : [name, place].filter(Boolean).join(join),
    }))
  })
}

/** A foot as it was written; a source is named where it is cited first, and where it is to be cited by its name. Of two claims at one place, side by side, the place stands once. */
export function authored(pieces: readonly Piece[], join: string): (Piece | Place)[] {
  const named = new Set<string>()
  const all: (Piece | Place)[] = []
  let last: { place: string, at: number } | undefined
  for (const piece of trimmed(pieces, /\s+$/, /^\s+/)) {
    if (piece.is !== 'cite') {
      if (spoken([piece]).replace(/[\s,，、;；]/g, '')) last = undefined
      all.push(piece)
      continue
    }
    const { claim, as, source, name, place } = piece.cite
    const before = last && last.place === placed(piece.cite) ? all[last.at] : undefined
    if (before && 'claims' in before) {
      before.claims.push(claim)
      all.splice(last!.at + 1)
      continue
    }
    const isPlace = place !== '' && (as === 'place' || (as !== 'source' && named.has(source)))
    named.add(source)
    last = { place: placed(piece.cite), at: all.length }
    all.push({ claims: [claim], as: as === 'source' || !place ? 'source' : isPlace ? 'place' : 'full', text: isPlace ? place : as === 'source' ? name : [name, place].filter(Boolean).join(join) })
  }
  return all
}

export interface Room {
  /** How wide the line is, in px at 18. */
  width: number
  /** Between source and place, between places of one source, between sources, and between what else stands there. */
  join: string, between: string, apart: string
  /** What the control says: "and 4 more"; "in detail" where no place is missing. */
  more: (count: number) => string
}

/** widthOf is meant for names that must not touch; a whole line of Latin letters is about a tenth narrower. */
const widthOfLine = (text: string) => widthOf(text, 18 * (/\p{Script=Han}/u.test(text) ? 0.98 : 0.91))

/**
 * What of a foot stands on its one line. Nothing is measured, since all slides are laid out before they are seen: a line that as
 * written is short enough, and says no place twice, stands as it is; else the sentences, then the places, as far as there is room.
 */
export function lineOf(pieces: readonly Piece[], { width, join, between, apart, more }: Room): Line {
  const fits = (text: string) => widthOfLine(text) <= width
  const cites = pieces.flatMap(piece => piece.is === 'cite' ? [piece.cite] : [])
  const asWritten = authored(pieces, join)
  const isTwice = new Set(cites.map(placed)).size < asWritten.filter(piece => 'claims' in piece).length
  if (!isTwice && fits(asWritten.map(piece => 'claims' in piece ? piece.text : textOf(piece)).join('').trim())) return { is: 'authored', pieces: asWritten }

  const units = unitsOf(pieces)
  const all = placesOf(cites, join)
  const count = all.flat().length
  const shown = all.map(() => 0)
  const isShown = new Set<Unit>()
  const saying = () => joinedWords([
    ...units.flatMap(unit => unit.is === 'words' && isShown.has(unit) ? [spoken(unit.pieces)] : []),
    all.flatMap((places, index) => shown[index] ? [places.slice(0, shown[index]).map(({ text }) => text).join(between)] : []).join(apart),
    more(count),
  ])
  const isTermOnly = ({ pieces: inside }: { pieces: Piece[] }) => inside.every(piece => piece.is === 'node' ? piece.isTerm : !textOf(piece).trim())
  /** Takes it if there is room for it. */
  const take = (unit: Unit) => {
    isShown.add(unit)
    if (fits(saying())) return true
    isShown.delete(unit)
    return false
  }
  if (all.length > 0) shown[0] = 1
  const words = units.flatMap(unit => unit.is === 'words' ? [unit] : [])
  for (const unit of words) if (!isTermOnly(unit)) take(unit)
  filling: for (const [index, places] of all.entries()) {
    while (shown[index]! < places.length) {
      shown[index]!++
      if (fits(saying())) continue
      shown[index]!--
      break filling
    }
  }
  for (const unit of words) if (isTermOnly(unit)) take(unit)
  const hidden = count - shown.reduce((sum, each) => sum + each, 0)
  return {
    is: 'gathered',
    words: words.filter(unit => isShown.has(unit)).map(unit => unit.pieces),
    places: all.flatMap((places, index) => shown[index] ? [places.slice(0, shown[index])] : []),
    hidden,
    isWhole: hidden === 0 && words.every(unit => isShown.has(unit)) && units.every(unit => unit.is === 'words' || !spoken(unit.label)),
  }
}
