import { plainText } from '#course'
import type { Words } from '#hosts'
import { noPassage } from '#schema/verdict'
import type { Choice, Item, Key, Language, Text } from '#schema'

/** So much of a part's name tells it from the others, in characters. */
const known: Record<Language, number> = { en: 28, zh: 12 }
const shortened = (text: string, lang: Language) => text.length <= known[lang] ? text : `${text.slice(0, known[lang]).replace(lang === 'en' ? /[\s,;:]+\S*$/ : /[，、；：]$/, '')}…`

/**
 * Which part of an exercise a feedback is about: a row by its number as drawn or counted, all else by its name. `undefined` where the exercise
 * has but one part, and where a name would say what is missing: `{item: 'meghri', nearer: 'yerevan'}` => "1", `{gap: 'year', is: [...]}` => "Year"
 */
export function partOf(item: Item, when: Key['feedback'][number]['when'], lang: Language): string | undefined {
  const is = when as Record<string, string>
  const number = (parts: { id: string }[], id: string | undefined) => { const at = parts.findIndex(part => part.id === id); return at < 0 ? undefined : String(at + 1) }
  const name = (parts: Choice[], id: string | undefined) => { const part = parts.find(each => each.id === id); return part && shortened(plainText(part.text[lang]), lang) }
  switch (item.kind) {
    case 'judge': return number(item.statements, is['statement'])
    case 'place': return number(item.items, is['item'])
    case 'edges': case 'signs': return number(item.edges, is['edge'])
    case 'cloze': { const gap = item.gaps.find(({ id }) => id === is['gap']); return gap && shortened(plainText(gap.name[lang]), lang) }
    case 'match': return name(item.left, is['left'])
    case 'sort': return name(item.items, is['item'])
    case 'matrix': return name(item.rows, is['row'])
    case 'choices': return name(item.options, is['option'])
    case 'choice': case 'number': case 'text': case 'order': case 'cells': case 'essay': return undefined
  }
}

/**
 * What a student answered for a feedback to fire, in words, as the printed key lists it; `nameOf` names an edge or a place of the corpus:
 * `{option: 'fragility'}` => “Institutional fragility”; `{missed: 'disorder'}` => “Security disorder”, if missed.
 */
export function whenWords(item: Item, when: Key['feedback'][number]['when'], lang: Language, words: Words, nameOf: (id: string) => string = id => id): string {
  const { quote, list, exercise: say } = words
  const plain = (text: Text | undefined, id: string) => text ? plainText(text[lang]) : id
  const named = (parts: Choice[], id: string) => quote(plain(parts.find(part => part.id === id)?.text, id))
  const is = when as Record<string, string> & { is?: string[], inverted?: [string, string], near?: number, below?: number, above?: number }
  switch (item.kind) {
    // Nothing fires where no program reads.
    case 'essay':
      return ''
    case 'choice':
    case 'choices':
      return is['missed'] ? `${named(item.options, is['missed'])} (${say.whenMissed})` : named(item.options, is['option']!)
    case 'judge':
      return `${named(item.statements, is['statement']!)}: ${words.exercise.judged[is['as'] as 'supported'] ?? is['as']}`
    case 'number':
      return is.near !== undefined ? say.whenNear(String(is.near)) : is.below !== undefined ? say.whenBelow(String(is.below)) : say.whenAbove(String(is.above))
    case 'text':
      return list((is.is ?? []).map(quote))
    case 'cloze':
      return `${plain(item.gaps.find(gap => gap.id === is['gap'])?.name, is['gap']!)}: ${list((is.is ?? []).map(quote))}`
    case 'match':
      return `${named(item.left, is['left']!)}: ${named(item.targets, is['target']!)}`
    case 'order':
      return say.whenOrder(plain(item.items.find(each => each.id === is.inverted?.[0])?.text, is.inverted?.[0] ?? ''), plain(item.items.find(each => each.id === is.inverted?.[1])?.text, is.inverted?.[1] ?? ''))
    case 'sort':
      return `${named(item.items, is['item']!)}: ${named(item.bins, is['bin']!)}`
    case 'matrix':
      return `${named(item.rows, is['row']!)}, ${named(item.columns, is['column']!)}: ${named(item.options, is['option']!)}`
    case 'edges':
      return `${nameOf(is['edge']!)}: ${named(item.labels, is['label']!)}`
    case 'signs':
      return `${nameOf(is['edge']!)}: ${is['sign'] ? say.signs[is['sign'] as '+'] : is['passage'] === noPassage ? say.noPassage : named(item.passages, is['passage']!)}`
    case 'place':
      return words.map.nowAt(plain(item.items.find(({ id }) => id === is['item'])?.text, is['item']!), is['nearer'] ? words.map.nearer(nameOf(is['nearer'])) : words.map.beyond(String(is['beyond'])))
    case 'cells': {
      const path = is['cell'] ?? is['missed'] ?? ''
      const [row, column] = path.split('/')
      const cell = `${plain(item.rows.find(each => each.id === row)?.text, row ?? '')}, ${plain(item.columns.find(each => each.id === column)?.text, column ?? '')}`
      return is['missed'] ? `${cell} (${say.whenMissed})` : cell
    }
  }
}
