import type { ParagraphException, Source } from '#schema'

export interface Paragraph {
  /** 1-based lines of the text file: `{ first: 12, last: 18, lines: [12, 18] }` was cut by a page break. */
  first: number
  last: number
  lines: number[]
  text: string
  kind: 'text' | 'note' | 'heading' | 'table-row'
  /** Number of the section it stands in, from the outline: "3.1". Empty before the first heading. */
  section: string
  /** 1-based within its section; 0 for a heading. Rows of a table share the number of the caption above them; a note has that of the paragraph it interrupts. */
  paragraph: number
}

/** "① Smith", "^② Smith", "* Funded by": how a footnote begins. */
const note = /^(?:\^?[①-⑳]|\*{1,2}\s)/u
/** "…done.", "……完成。”^①", "……吗？）": a sentence that is over, closing marks and note marks behind it. */
const over = /[。！？…!?.]["'”’»」』）)\]]*(?:\^?[①-⑳]|\*)*$/u

/**
 * Rebuilds the paragraphs of one source from the lines of its text file. One line is one block; a page break cuts a
 * paragraph in two blocks with footnotes between them. So: a text block that follows an unfinished sentence goes on with
 * it; headings of the outline, footnotes and rows of a table (tab-separated) stand alone. What this rule gets wrong in a
 * text is listed with that source, as exceptions.
 */
export function paragraphs(lines: string[], source: Pick<Source, 'text' | 'outline' | 'exceptions'>): Paragraph[] {
  if (!source.text) return []
  const headings = new Map(source.outline.map(entry => [entry.line, entry.number]))
  const exceptions = new Map(source.exceptions.map(exception => [exception.line, exception.is]))
  const found: Paragraph[] = []
  /** The text paragraph that the next block may go on with. */
  let open: Paragraph | undefined
  let section = ''
  let count = 0

  for (let line = source.text.first; line <= source.text.last; line++) {
    const block = (lines[line - 1] ?? '').trim()
    const exception = exceptions.get(line)
    if (!block || exception === 'drop') continue
    const begin = (kind: Paragraph['kind'], paragraph: number): Paragraph => {
      const begun: Paragraph = { first: line, last: line, lines: [line], text: block, kind, section, paragraph }
      found.push(begun)
      return begun
    }

    const heading = headings.get(line)
    if (heading !== undefined) {
      section = heading
      count = 0
      open = undefined
      begin('heading', 0)
    }
    else if (exception === 'note' || (note.test(block) && exception !== 'text')) {
      begin('note', count)
    }
    else if (block.includes('\t')) {
      open = undefined
      begin('table-row', count)
    }
    else if (open && exception !== 'split' && (exception === 'join' || !over.test(open.text))) {
      open.text = joined(open.text, block)
      open.last = line
      open.lines.push(line)
    }
    else {
      count += 1
      open = begin('text', count)
    }
  }
  return found
}

/** The exceptions without which the text would be read just the same: each is a problem. */
export function needlessExceptions(lines: string[], source: Pick<Source, 'text' | 'outline' | 'exceptions'>): ParagraphException[] {
  const read = JSON.stringify(paragraphs(lines, source))
  return source.exceptions.filter(exception =>
    JSON.stringify(paragraphs(lines, { ...source, exceptions: source.exceptions.filter(other => other !== exception) })) === read)
}

/** The paragraph that a line belongs to; none for an empty line, a dropped one, or one outside the text. */
export function paragraphAt(all: Paragraph[], line: number): Paragraph | undefined {
  const known = byLine.get(all) ?? new Map(all.flatMap(paragraph => paragraph.lines.map(each => [each, paragraph] as const)))
  byLine.set(all, known)
  return known.get(line)
}
const byLine = new WeakMap<Paragraph[], Map<number, Paragraph>>()

/** ("the long", "road") => "the long road"; ("走", "廊") => "走廊" */
function joined(before: string, after: string): string {
  return /[\p{Script=Latin}\p{Script=Cyrillic},;]$/u.test(before) && /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(after) ? `${before} ${after}` : before + after
}
