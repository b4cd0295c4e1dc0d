import { fold } from '#grading/fold'
import { letter } from '#grading/letters'
import { languages, type Choice, type Item } from '#schema'
import { noPassage } from '#schema/verdict'
import { plain } from './plain.ts'
import type { Sheet } from './sheet.ts'

/** Read as an id that was not written so, beyond doubt: `at` inside the response. */
export interface Taken { at: string[], read: string, id: string }

export interface AsIds {
  /** As a page would have sent it, as far as it could be understood; the rest as it was written. */
  response: unknown
  taken: Taken[]
  /** Where a part of that response stands in what was written: `['guild-valley']` => `['1']`. */
  writtenAt: (part: string[]) => string[]
}

/**
 * An answer as it was written, with the ids of what it means: the letters and numbers of the worksheet, the words printed
 * there, and ids in capitals, wide letters, other dashes or quotation marks. What means nothing stays as it is.
 *
 *     asIds(choice, sheet, 'ｂ')                      => 'fragility'
 *     asIds(choices, sheet, 'A、C')                   => ['lease', 'watch']
 *     asIds(edges, sheet, { 1: 'C', 2: 'a' })         => { 'guild-valley': 'label-4k2z', … }
 *     asIds(order, sheet, [2, 1, 3])                  => the numbers in the boxes, from top to bottom
 */
export function asIds(item: Item, { options, rows, columns }: Sheet, response: unknown): AsIds {
  const taken: Taken[] = []
  const renamed = new Map<string, string>()
  const one = (choices: Choice[], by: By) => (value: unknown, at: string[]): unknown => {
    const found = typeof value === 'string' || typeof value === 'number' ? meant(String(value), choices, by) : undefined
    if (!found) return value
    if (found.isRemark) taken.push({ at, read: String(value), id: found.id })
    return found.id
  }
  const list = (choices: Choice[], by: By, inner = one(choices, by)) => (value: unknown, at: string[]): unknown => {
    const pieces = Array.isArray(value) ? value as unknown[] : typeof value === 'string' ? inList(value, choices, by) : undefined
    return pieces ? pieces.map((each, index) => inner(each, [...at, String(index)])) : value
  }
  const slots = (choices: Choice[], inner: (value: unknown, at: string[]) => unknown) => (value: unknown, at: string[]): unknown => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    const result: [string, unknown][] = []
    const names = new Set(Object.keys(value))
    for (const [written, given] of Object.entries(value)) {
      const found = choices.some(({ id }) => id === written) ? undefined : meant(written, choices, byNumber)
      // A row that is there under its own name as well: which of the two is meant, nobody knows.
      const id = found && !names.has(found.id) ? found.id : written
      if (id !== written) {
        names.add(id)
        renamed.set([...at, id].join('\n'), written)
        if (found!.isRemark) taken.push({ at: [...at, id], read: written, id })
      }
      result.push([id, inner(given, [...at, id])])
    }
    return Object.fromEntries(result)
  }
  const asWritten = (value: unknown) => value
  const read = ((): (value: unknown, at: string[]) => unknown => {
    switch (item.kind) {
      case 'choice': return one(options, byLetter)
      case 'choices': return list(options, byLetter)
      case 'order': return (value, at) => ordered(value, rows) ?? list(rows, byName)(value, at)
      case 'cells': return list(rows, byName, value => cellPath(value, rows, columns))
      case 'judge': case 'match': case 'sort': case 'edges': return slots(rows, one(options, byLetter))
      case 'matrix': return slots(rows, slots(columns, one(options, byLetter)))
      case 'signs': return slots(rows, (side, at) => slots(columns, (value, inner) => inner.at(-1) === 'passage' ? one(options, byLetter)(value === '无' ? noPassage : value, inner) : value)(signAndPassage(side), at))
      case 'cloze': return slots(rows, asWritten)
      case 'place': return slots(rows, point)
      case 'essay': return essay(list(options, byLetter))
      case 'number': case 'text': return asWritten
    }
  })()
  return {
    response: response === null || response === undefined ? response : read(response, []),
    taken,
    writtenAt: part => part.map((step, index) => renamed.get(part.slice(0, index + 1).join('\n')) ?? step),
  }
}

/** The text stays as it is; what is ticked is ids. `met: none` and a lone text are how people leave it out. */
const essay = (ticks: (value: unknown, at: string[]) => unknown) => (value: unknown, at: string[]): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, 'met')) return value
  const { met } = value as { met: unknown }
  return { ...value, met: met === '' || met === null ? [] : ticks(met, [...at, 'met']) }
}

/** What may stand for a choice, besides its id and its words. */
interface By { letters?: true, numbers?: true }
const byLetter: By = { letters: true }
const byNumber: By = { numbers: true }
const byName: By = {}

/** The choice that is meant; `isRemark`: by an id that is written otherwise. */
function meant(written: string, choices: Choice[], { letters, numbers }: By): { id: string, isRemark: boolean } | undefined {
  const said = written.trim()
  if (said === '' || said.length > 400) return undefined
  const exact = choices.find(({ id }) => id === said)
  if (exact) return { id: exact.id, isRemark: false }
  const word = bare(said)
  if (letters && /^[a-z]$/.test(word)) {
    const index = choices.findIndex((_, index) => letter(index).toLowerCase() === word)
    if (index >= 0) return { id: choices[index]!.id, isRemark: false }
  }
  if (numbers && /^\d{1,2}$/.test(word)) {
    const choice = choices[Number(word) - 1]
    if (choice) return { id: choice.id, isRemark: false }
  }
  const alike = choices.filter(({ id }) => id === word.replace(/[\s_]+/g, '-'))
  if (alike.length === 1) return { id: alike[0]!.id, isRemark: true }
  const folded = fold(said)
  const same = folded === '' ? [] : choices.filter(choice => wordsOf(choice).includes(folded))
  return same.length === 1 ? { id: same[0]!.id, isRemark: false } : undefined
}

/** “Ｄisorder”。 => "disorder", B) => "b", (not–stated) => "not-stated" */
const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\u2010-\u2015\u2212]/g, '-')
  .replace(/["'`“”‘’«»„「」『』]/g, '').trim().replace(/^[([（【]+|[)\].,;:。，；、：）】]+$/g, '').trim()

/** A choice as it is printed, folded; both languages. "B  On the north bank" as the sheet has it is read by its words. */
const foldedWords = new WeakMap<Choice, string[]>()
function wordsOf(choice: Choice): string[] {
  let words = foldedWords.get(choice)
  if (!words) foldedWords.set(choice, words = languages.map(lang => fold(plain(choice.text, lang))))
  return words
}

/** "A, C" or "AC" or "lease、watch" => the pieces; one word is a list of one. */
function inList(written: string, choices: Choice[], by: By): string[] {
  const text = written.trim()
  if (meant(text, choices, by)) return [text]
  const letters = by.letters && /^[a-z]{2,}$/.test(bare(text)) ? [...bare(text)] : []
  if (letters.length && letters.every(each => meant(each, choices, by))) return letters
  const pieces = text.replace(/^[([{（【［]+|[)\]}）】］]+$/g, '').split(/[,，、;；]+|\s+and\s+|\s+&\s+/).map(piece => piece.trim()).filter(Boolean)
  if (pieces.length > 1) return pieces
  const words = text.split(/\s+/)
  return words.every(word => meant(word, choices, by)) ? words : pieces
}

/** The numbers of the boxes, from top to bottom, or each at its item: [2, 1, 3] or { lease: 2, treaty: 1 }. */
function ordered(value: unknown, rows: Choice[]): string[] | undefined {
  const numbered = (pairs: [Choice, unknown][]) => {
    const places = pairs.map(([row, place]) => ({ id: row.id, place: /^\s*\d{1,2}\s*[.。)]?\s*$/.test(String(place)) ? Number.parseInt(String(place).normalize('NFKC'), 10) : NaN }))
    const isOrder = places.every(({ place }) => place >= 1 && place <= rows.length) && new Set(places.map(({ place }) => place)).size === places.length
    return isOrder && places.length > 0 ? places.sort((a, b) => a.place - b.place).map(({ id }) => id) : undefined
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const pairs = Object.entries(value).flatMap(([name, place]): [Choice, unknown][] => {
      const found = meant(name, rows, byName)
      return place === null || place === '' ? [] : [[rows.find(({ id }) => id === found?.id) ?? { id: name, text: { en: '', zh: '' } }, place]]
    })
    return pairs.every(([row]) => rows.includes(row)) ? numbered(pairs) : undefined
  }
  const list = Array.isArray(value) ? value as unknown[] : typeof value === 'string' ? inList(value, rows, byName) : []
  if (list.length !== rows.length || !list.every(each => typeof each === 'string' || typeof each === 'number')) return undefined
  // An exercise about years may have ids that are figures: those are ids.
  if (list.some(each => rows.some(({ id }) => id === String(each)))) return undefined
  return numbered(rows.map((row, index) => [row, String(list[index]).normalize('NFKC')]))
}

/** "Russia / Result", "2/3" => "russia/result": row and column as they are printed, or as they are counted. */
function cellPath(value: unknown, rows: Choice[], columns: Choice[]): unknown {
  if (typeof value !== 'string') return value
  const steps = value.split(/\s*[/／]\s*/)
  const [row, column] = [meant(steps[0] ?? '', rows, byNumber), meant(steps.slice(1).join('/'), columns, byNumber)]
  return row && column ? `${row.id}/${column.id}` : value
}

/** "+ A", "− C" => { sign: '+', passage: 'A' } */
function signAndPassage(side: unknown): unknown {
  const [, sign, passage] = typeof side === 'string' ? /^\s*([-+0−–＋－])\s*[,，、/]?\s*(.*)$/u.exec(side) ?? [] : []
  return sign === undefined ? side : { sign: sign.normalize('NFKC'), ...passage ? { passage } : {} }
}

/** "45.4, 39.2" => ["45.4", "39.2"] */
function point(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const pieces = value.replace(/^[[(（]|[\])）]$/g, '').split(/\s*[;；、]\s*|\s*[,，]\s+|\s+/).filter(Boolean)
  return pieces.length === 2 ? pieces : value.split(/[,，]/).length === 2 ? value.split(/[,，]/).map(piece => piece.trim()) : value
}
