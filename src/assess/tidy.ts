import { answerFields, answerLine, fieldsByLine, headFields } from './fields.ts'
import type { SubmissionProblem } from './problem.ts'

/** Longer than a whole answer file on one line; a parser can be kept busy with such a line for very long. */
const lineLimit = 20_000

/**
 * What word processors, Chinese keyboards and npm do to an answer file, undone line for line, so that a machine's grammar
 * reads what a person wrote. Words in quotes stay as they are.
 *
 *     　　answer：［lease，commission］   =>       answer: [lease, commission]
 *     Answer:clash                       =>   answer: clash
 *     name: @wang                        =>   name: "@wang"
 */
export function tidied(text: string, problems: SubmissionProblem[]): string {
  const lines = withoutLongLines(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').split('\n'), problems)
  // JSON written by a program has no such marks, and its own rules for the lines.
  const isJson = /^\uFEFF?\s*\{/.test(text)
  return withoutTabs(isJson ? lines : tidiedLines(withoutBanner(lines)), problems).join('\n')
}

const beginsText = /^(\s*)text\s*[:：]\s*[|>][-+\d]*\s*$/
/** What stands under a text: `met:`, the next exercise or its comment, a field of the head. */
const endsText = new RegExp(`^(?:\\s*met\\s*[:：]|\\s{0,3}[#＃]|(?:${headFields.join('|')})\\s*[:：])`)

/**
 * What is written freely stays as it was written, whatever marks are in it; but its lines are set in, so that a paragraph may
 * begin with two blanks, or at the edge of the file.
 */
function tidiedLines(lines: string[]): string[] {
  let depth: number | undefined
  return lines.map((line) => {
    if (depth !== undefined && !endsText.test(line) && !answerLine.test(line)) return `${' '.repeat(depth + 2)}${line.trim()}`
    const plain = tidiedLine(line)
    depth = beginsText.exec(plain)?.[1]?.length
    return plain
  })
}

/** `npm run grade -- --template … > mine.yaml` begins with what npm says: "> corridors-and-great-powers@0.1.0 grade". */
function withoutBanner(lines: string[]): string[] {
  const end = lines.findIndex(line => !/^\uFEFF?\s*(?:>\s.*)?$/.test(line))
  return lines.map((line, index) => index < end ? '' : line)
}

function withoutLongLines(lines: string[], problems: SubmissionProblem[]): string[] {
  if (lines.every(line => line.length <= lineLimit)) return lines
  const where = fieldsByLine(lines.join('\n'))
  let dropped = 0
  return lines.map((line, index) => {
    if (line.length <= lineLimit) return line
    if (dropped++ < 5) problems.push({ line: index + 1, field: where(index + 1), message: { en: `a line of ${line.length} characters is no answer of ours; it was passed over`, zh: `此行有 ${line.length} 个字符，不是答案，已略过` } })
    return ''
  })
}

function withoutTabs(lines: string[], problems: SubmissionProblem[]): string[] {
  const tabbed = lines.flatMap((line, index) => /^ *\t[ \t]*[^\s#]/.test(line) ? [index + 1] : [])
  if (tabbed.length === 0) return lines
  const where = fieldsByLine(lines.join('\n'))
  for (const line of tabbed.slice(0, 5)) problems.push({ line, field: where(line), message: { en: 'a tab at the beginning of the line was read as two spaces; indent with spaces', zh: '行首的制表符按两个空格读取；请用空格缩进' }, isRemark: true })
  if (tabbed.length > 5) problems.push({ line: tabbed[5]!, field: '', message: { en: `${tabbed.length - 5} more lines begin with a tab`, zh: `另有 ${tabbed.length - 5} 行以制表符开头` }, isRemark: true })
  return lines.map((line, index) => tabbed.includes(index + 1) ? line.replace(/^[ \t]+/, space => space.replaceAll('\t', '  ')) : line)
}

const zeroWidth = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g
const known = new Set([...headFields, ...answerFields])
/** `  corridor/x：lease`, `  - “year”: 1880`: indentation, key, colon, value. */
const keyed = /^( *(?:- +)*)(["'“”‘’]?)([^\s"'“”‘’:：#[\]{}［］｛｝【】,，]+)(["'“”‘’]?) *([:：])(?!\/\/) *(.*)$/

function tidiedLine(line: string): string {
  // Most lines are as the template has them.
  if (/^[\x20-\x7E]*$/.test(line) && /^ *(?:#.*|(?!name)[a-z0-9/-]+:(?: *| +[[{a-z0-9][^:@`%]*))$/.test(line) && !/[+-]\s*[,}]/.test(line)) return line
  const plain = line.replace(zeroWidth, '')
    .replace(/^[\t\p{Zs}]+/u, blanks => blanks.replaceAll('\u3000', '  ').replace(/\p{Zs}/gu, ' '))
    .replace(/^( *)＃/, '$1#').replace(/^( *)[–•·●]\s+/, '$1- ')
  if (/^\s*(?:#|$)/.test(plain)) return plain
  const match = keyed.exec(plain)
  if (!match) return /^\s*[[{［｛【]/.test(plain) ? flow(plain) : plain
  const [, indent = '', , written = '', , , value = ''] = match
  const key = written.normalize('NFKC').replace(dashes, '-')
  // Words with a colon behind them that are no key: a sentence that goes on.
  if (!/^[\w/-]+$/.test(key)) return plain
  const name = known.has(key.toLowerCase()) ? key.toLowerCase() : key
  return `${indent}${name}:${value.trim() === '' ? '' : ` ${tidiedValue(name, value)}`}`
}

function tidiedValue(key: string, value: string): string {
  if (/^\s*[[{［｛【]/.test(value) && key !== 'name') return flow(value)
  const [, said = '', comment = ''] = /^(.*?)((?:\s+#.*)?)$/.exec(value.replace(/[\u00A0\u3000]/g, ' ').trim())!
  // A sign by itself is the beginning of a list, or of nothing.
  if (/^[+\-−–—＋－]$/.test(said)) return `"${said}"${comment}`
  if (/^["“”][^"“”]*[”“]$/.test(said) || /^“[^"“”]*["”“]$/.test(said)) return quoted(said.slice(1, -1)) + comment
  const isOpen = /^[@`%]/.test(said) || ((key === 'name' || key === 'answer' || key === 'text') && /^[^"'[{&*!|>#]/.test(said) && /:(?:\s|$)/.test(said)) || (key === 'name' && /^[[{&*!|>-]/.test(said))
  return (isOpen ? quoted(said) : said) + comment
}

const quoted = (text: string) => JSON.stringify(text)

/** Brackets, commas and colons of a Chinese keyboard, inside a list or a map on one line; words in quotes stay. */
const flow = (text: string) => text.split(/("(?:[^"\\]|\\.)*"|(?<=[\s,，、[{:：])'(?:[^']|'')*')/).map((piece, index) => index % 2 ? piece : piece
  .replace(/\p{Zs}/gu, ' ').replace(/[［【]/g, '[').replace(/[］】]/g, ']').replaceAll('｛', '{').replaceAll('｝', '}')
  .replace(/[，、；]/g, ', ').replaceAll('：', ': ')
  .replace(/(:\s*)([+\-−–＋－])(?=\s*[,}])/g, '$1"$2"')).join('')
