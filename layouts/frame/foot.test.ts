import { describe, expect, it } from 'vitest'
import { type Citation, lineOf, type Piece, placesOf, spoken, unitsOf } from './foot.ts'

const room = { width: 844, join: ', ', between: ', ', apart: '; ', more: (count: number) => `and ${count} more` }
const text = (words: string): Piece => ({ is: 'text', text: words })
const term = (words: string): Piece => ({ is: 'node', text: words, node: {} as never, isTerm: true })
const cite = (claim: string, place: string, more: Partial<Citation> = {}): Piece => ({ is: 'cite', cite: { claim, source: 'varga', name: 'Varga 2031', place, ...more } })
const almanac = { source: 'almanac', name: 'Almanac 2030' }
/** A line as it is read: "Words. | Varga 2031, §1, §2 | and 2 more" */
function read(pieces: Piece[], width = 844): string {
  const line = lineOf(pieces, { ...room, width })
  if (line.is === 'authored') return line.pieces.map(piece => 'claims' in piece ? piece.text : piece.is === 'cite' ? '' : piece.text).join('')
  return [...line.words.map(spoken), line.places.map(places => places.map(place => place.text).join(', ')).join('; '), line.isWhole ? '' : room.more(line.hidden)].filter(Boolean).join(' | ')
}

describe('what an author wrote in a foot, taken apart', () => {
  const told = (pieces: Piece[]) => unitsOf(pieces).map(unit => unit.is === 'words' ? spoken(unit.pieces) : `${spoken(unit.label)}: ${unit.cites.map(({ claim }) => claim).join('+')}`)
  it.each<[string, Piece[], string[]]>([
    ['a label for each', [text('The lease: '), cite('a', '§1'), text('; no lease: '), cite('b', '§2')], ['The lease: a', 'no lease: b']],
    ['two for one label', [text('Law: '), cite('a', '§1'), text(', '), cite('b', '§2')], ['Law: a+b']],
    ['none after a semicolon', [text('Law: '), cite('a', '§1'), text('; '), cite('b', '§2')], ['Law: a', ': b']],
    ['a sentence before', [text('By reports. Law: '), cite('a', '§1')], ['By reports.', 'Law: a']],
    ['a sentence after', [cite('a', '§1'), text('. '), { is: 'node', text: 'We infer it.', node: {} as never }], [': a', 'We infer it.']],
    ['a word of the glossary as label', [text('By reports. '), term('consortium'), text(': '), cite('a', '§1')], ['By reports.', 'consortium: a']],
    ['words of the glossary by themselves', [term('lock-in'), text(' · Signed: '), cite('a', '§1')], ['lock-in', 'Signed: a']],
    ['a number is no end of a sentence', [text('Studies 2026, no. 2, pp. 5–23. None alone: '), cite('a', '§1')], ['Studies 2026, no. 2, pp. 5–23.', 'None alone: a']],
    ['Chinese', [text('据报道。法律：'), cite('a', '§1'), text('；监督：'), cite('b', '§2'), text('、'), cite('c', '§3'), text('。由本课推断。')], ['据报道。', '法律: a', '监督: b+c', '由本课推断。']],
  ])('%s', (_, pieces, units) => expect(told(pieces)).toEqual(units))
})

describe('places', () => {
  it('stand once each, under one name of their source, in the order of first use', () => {
    const cites = [cite('a', '§2'), cite('x', 'page 7', almanac), cite('b', '§1'), cite('c', '§2')].flatMap(piece => piece.is === 'cite' ? [piece.cite] : [])
    expect(placesOf(cites, ', ')).toEqual([
      [{ claims: ['a', 'c'], as: 'full', text: 'Varga 2031, §2' }, { claims: ['b'], as: 'place', text: '§1' }],
      [{ claims: ['x'], as: 'full', text: 'Almanac 2030, page 7' }],
    ])
  })
  it('a source that is cited by its name alone, and with a place, has its name once', () => {
    const cites: Citation[] = [{ claim: 'x', place: 'as the press quotes it', as: 'source', ...almanac }, { claim: 'y', place: 'page 7', ...almanac }]
    expect(placesOf(cites, ', ')).toEqual([[{ claims: ['y', 'x'], as: 'full', text: 'Almanac 2030, page 7' }]])
    expect(placesOf(cites.slice(0, 1), ', ')).toEqual([[{ claims: ['x'], as: 'source', text: 'Almanac 2030' }]])
  })
})

describe('the line', () => {
  const long = 'Land and borders: Natural Earth, indicative; conic conformal.'
  it.each<[string, Piece[], string]>([
    ['as written, when it is short enough', [text('The lease: '), cite('a', '§1 ¶2'), text('; no lease: '), cite('b', '§3')], 'The lease: Varga 2031, §1 ¶2; no lease: §3'],
    ['two claims at one place, side by side', [text('Law: '), cite('a', '§2.4 ¶3'), text(', '), cite('b', '§2.4 ¶3'), text('; toll: '), cite('c', '§2.5')], 'Law: Varga 2031, §2.4 ¶3; toll: §2.5'],
    ['nothing', [text(' '), text('')], ''],
    ['words alone', [text('All after Varga 2031')], 'All after Varga 2031'],
    ['a place that is written twice stands once', [text('Law: '), cite('a', '§2.4 ¶3'), text('; toll: '), cite('b', '§2.4 ¶3')], 'Varga 2031, §2.4 ¶3 | and 0 more'],
    ['with no label, nothing is left out then', [cite('a', '§2.4 ¶3'), text('; '), cite('b', '§2.4 ¶3')], 'Varga 2031, §2.4 ¶3'],
    ['what has no room is counted, the first place stays', [text(`${long} The gap: `), cite('gap', '§2'), ...Array.from({ length: 9 }, (_, index) => [text('; a label: '), cite(`a${index}`, `§3.${index} ¶${index}`)]).flat()], `Land and borders: Natural Earth, indicative; conic conformal. | Varga 2031, §2, §3.0 ¶0, §3.1 ¶1 | and 7 more`],
    ['a sentence without room is left to the list', [text('A sentence that is so long that it fills the whole of the line, and then some more of it, so that nothing else would have any room. '), cite('a', '§1'), text(', '), cite('b', '§2')], 'Varga 2031, §1, §2 | and 0 more'],
  ])('%s', (_, pieces, words) => expect(read(pieces)).toBe(words))

  it('a narrow line still has its first place', () => expect(read([cite('a', '§1 ¶2'), text(', '), cite('b', '§3.4 ¶5')], 180)).toBe('Varga 2031, §1 ¶2 | and 1 more'))
})
