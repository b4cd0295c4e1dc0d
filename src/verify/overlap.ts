/** What of a text stands in a source word for word. 16 Han characters or 12 words in a row are too much, and 20 Han characters with the pauses taken out. */

export const tooManyHan = 16
export const tooManyWords = 12
export const tooManyAcross = 20
/** A marked quotation may have this much, punctuation inside it or not. */
export const quotedHan = 15
export const quotedWords = 11

export interface Shared {
  /** Offset in the text. */
  at: number
  /** How many Han characters or words in a row. */
  length: number
  of: 'Han' | 'Han across pauses' | 'words'
  /** Where it stands in the sources: "article.txt:12". */
  source: string
  /** How it begins, short enough to be printed. */
  begins: string
}

/** Characters or words with nothing between them that ends a run: joined, and where each begins there and in the text. */
interface Run { joined: string, starts: number[], ats: number[] }

/** Words, or characters, `first` to `last`, the last not among them. */
const piece = ({ joined, starts }: Run, first: number, last: number, joint: string) => joined.slice(starts[first], last < starts.length ? starts[last]! - joint.length : undefined)

export interface SourceIndex {
  han: Map<string, string>
  words: Map<string, string>
  /** Han characters whatever pauses stand between them. */
  across: Map<string, string>
  /** All Han characters, and all words, of each file, without what stands between them: for quotations. */
  letters: { source: string, han: string, words: string }[]
}

/** Every 16 characters, 12 words, and 20 characters across pauses, of the sources: some 300,000 short strings. `blocks`: file -> [line, text]. */
export function indexOf(blocks: ReadonlyMap<string, readonly (readonly [line: number, text: string])[]>): SourceIndex {
  const index: SourceIndex = { han: new Map(), words: new Map(), across: new Map(), letters: [] }
  for (const [file, texts] of blocks) {
    const all = { han: [] as string[], words: [] as string[] }
    for (const [line, text] of texts) {
      for (const [runs, size, grams, kind] of [[hanRuns(text), tooManyHan, index.han, 'han'], [wordRuns(text), tooManyWords, index.words, 'words']] as const) {
        const joint = kind === 'han' ? '' : ' '
        for (const run of runs) {
          all[kind].push(run.joined)
          for (const gram of gramsOf(run, size, joint)) if (!grams.has(gram)) grams.set(gram, `${file}:${line}`)
        }
      }
      for (const run of hanRuns(text, { across: true }))
        for (const gram of gramsOf(run, tooManyAcross, '')) if (!index.across.has(gram)) index.across.set(gram, `${file}:${line}`)
    }
    index.letters.push({ source: file, han: all.han.join(''), words: ` ${all.words.join(' ')} ` })
  }
  return index
}

const gramsOf = (run: Run, size: number, joint: string): string[] =>
  Array.from({ length: Math.max(0, run.starts.length - size + 1) }, (_, first) => piece(run, first, first + size, joint))

/** The longest stretches that a text shares with the sources. */
export function sharedWith(index: SourceIndex, text: string): Shared[] {
  const found: Shared[] = []
  for (const [runs, size, grams, of] of [[hanRuns(text), tooManyHan, index.han, 'Han'], [wordRuns(text), tooManyWords, index.words, 'words'], [hanRuns(text, { across: true }), tooManyAcross, index.across, 'Han across pauses']] as const) {
    const joint = of === 'words' ? ' ' : ''
    for (const run of runs) {
      for (let first = 0; first + size <= run.starts.length; first++) {
        const source = grams.get(piece(run, first, first + size, joint))
        if (source === undefined) continue
        let last = first + size
        while (last < run.starts.length && grams.has(piece(run, last - size + 1, last + 1, joint))) last++
        const [at, end] = [run.ats[first]!, run.ats[last - 1]!]
        // What stands there without a pause is told as that, once.
        if (of !== 'Han across pauses' || !found.some(other => other.of === 'Han' && other.at >= at && other.at <= end))
          found.push({ at, length: last - first, of, source, begins: piece(run, first, first + (of === 'words' ? 5 : 8), joint) })
        first = last - 1
      }
    }
  }
  return found
}

const quotation = /“([^“”]{2,600})”|「([^「」]{2,600})」|«([^«»]{2,600})»/gu
/** Straight marks quote in prose; in code and YAML they are syntax. */
const straight = /(?<![\p{L}\d=(])"([^"\n]{20,600})"/gu

/** Marked quotations from a source that are longer than a quotation may be, pauses inside them or not. */
export function longQuotations(index: SourceIndex, text: string, { prose = false } = {}): Shared[] {
  const found: Shared[] = []
  for (const match of [...text.matchAll(quotation), ...(prose ? text.matchAll(straight) : [])]) {
    const quoted = match[1] ?? match[2] ?? match[3]!
    const tokens = (runs: Run[], joint: string) => runs.flatMap(run => run.starts.map((_, place) => piece(run, place, place + 1, joint)))
    const [han, words] = [tokens(hanRuns(quoted), ''), tokens(wordRuns(quoted), ' ')]
    const source = (han.length > quotedHan && index.letters.find(letters => letters.han.includes(han.join(''))))
      || (words.length > quotedWords && index.letters.find(letters => letters.words.includes(` ${words.join(' ')} `)))
    if (!source) continue
    const isHan = han.length > quotedHan
    found.push({ at: match.index, length: isHan ? han.length : words.length, of: isHan ? 'Han' : 'words', source: source.source, begins: isHan ? han.slice(0, 8).join('') : words.slice(0, 5).join(' ') })
  }
  return found
}

/** Marks that are not read: emphasis, note marks, tags. A line that was only wrapped goes on; an empty line ends a run. */
const unread = /\^?[①-⑳]|\*+|`+|<\/?(?:em|strong|b|i|span|br|sup|sub|a|p)\b[^>]*>/gu

/** `across`: commas, quotation marks and other pauses do not end a run; figures, letters and empty lines do. */
function hanRuns(text: string, { across = false } = {}): Run[] {
  // eslint-disable-next-line no-control-regex -- U+0002 stands where a mark was blanked
  return runs(text, /\p{Script=Han}/gu, '', across ? /^[\s\p{P}\p{S}\u0002]*$/u : undefined)
}

function wordRuns(text: string): Run[] {
  return runs(text, /(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:['’\-‑](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*/gu, ' ')
}

// eslint-disable-next-line no-control-regex -- U+0002 stands where a mark was blanked
function runs(text: string, token: RegExp, joint: string, goesOn = /^[\s\u0002]*$/u): Run[] {
  const clean = text.replace(unread, mark => '\u0002'.repeat(mark.length)).replace(/\n[ \t]*(?:\/\/|#|\*|>)?(?=[ \t]*\S)/g, wrap => ' '.repeat(wrap.length)).replace(/\n/g, '\u0003')
  const found: Run[] = []
  let run: Run = { joined: '', starts: [], ats: [] }
  let end = 0
  const close = () => {
    if (run.starts.length > 0) found.push(run)
    run = { joined: '', starts: [], ats: [] }
  }
  for (const match of clean.matchAll(token)) {
    if (match.index !== end && !goesOn.test(clean.slice(end, match.index))) close()
    if (run.starts.length > 0) run.joined += joint
    run.starts.push(run.joined.length)
    run.joined += match[0].toLowerCase().replace(/[’‑]/g, mark => mark === '’' ? '\'' : '-')
    run.ats.push(match.index)
    end = match.index + match[0].length
  }
  close()
  return found
}
