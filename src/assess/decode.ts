import { decodedAs, encodingOf } from './encodings.ts'
import { fieldsByLine } from './fields.ts'
import type { SubmissionProblem } from './problem.ts'

/** Of a file written by hand so much is read: a parser of YAML can be kept busy with more for very long. */
export const submissionLimitBytes = 1_000_000
/** Of a practice page's export: all that was ever answered stands in it, and JSON is read fast. */
export const exportLimitBytes = 10_000_000

/** Bytes as text, with what has to be said of them; "" and `isText: false` for what is no text at all. */
export function decoded(bytes: Uint8Array, problems: SubmissionProblem[]): { text: string, isText: boolean } {
  return textOf(cut(bytes, problems), problems)
}

/** Does it begin as JSON does? Marks and blanks before the brace do not count. */
const beginsAsJson = (bytes: Uint8Array) => /^[\s\uFEFF]*\{/.test(new TextDecoder().decode(bytes.subarray(0, 40)))

function cut(bytes: Uint8Array, problems: SubmissionProblem[]): Uint8Array {
  if (bytes.length <= submissionLimitBytes) return bytes
  const limit = beginsAsJson(bytes) ? exportLimitBytes : submissionLimitBytes
  if (bytes.length <= limit) return bytes
  const head = bytes.subarray(0, limit)
  const end = head.lastIndexOf(0x0A)
  const kept = end > 0 ? head.subarray(0, end + 1) : head
  const line = kept.reduce((lines, byte) => byte === 0x0A ? lines + 1 : lines, 1)
  problems.push({ line, field: '', message: {
    en: `the file is larger than ${limit / 1e6} MB; it was read up to this line and no further`,
    zh: `文件超过 ${limit / 1e6} MB；只读到这一行为止`,
  } })
  return kept
}

function textOf(bytes: Uint8Array, problems: SubmissionProblem[]): { text: string, isText: boolean } {
  const remark = (line: number, en: string, zh: string) => problems.push({ line, field: '', message: { en, zh }, isRemark: true })
  const complain = (line: number, field: string, en: string, zh: string) => problems.push({ line, field, message: { en, zh } })
  const looks = otherKinds.find(({ begins }) => startsWith(bytes, begins))
  const wide = looks ? undefined : wideEncoding(bytes)
  if (wide) {
    remark(1, `the file is in ${wide.toUpperCase()}; it was read, but save it as UTF-8`, `文件编码为 ${wide.toUpperCase()}；已读取，请另存为 UTF-8`)
    return { text: new TextDecoder(wide).decode(bytes), isText: true }
  }
  if (bytes.includes(0) || looks) {
    complain(1, '', `this is no text file. ${looks ? `It looks like ${looks.en}. ` : ''}Expected a plain text file in UTF-8`, `这不是文本文件。${looks ? `看来是${looks.zh}。` : ''}应为 UTF-8 纯文本`)
    return { text: '', isText: false }
  }
  const strict = new TextDecoder('utf-8', { fatal: true })
  try { return { text: strict.decode(bytes), isText: true } }
  catch { /* the lines are looked at one by one */ }

  const lines = linesOf(bytes)
  const isSound = (line: Uint8Array) => { try { strict.decode(line); return true } catch { return false } }
  const sound = lines.map(isSound)
  const bad = sound.flatMap((isGood, index) => isGood ? [] : [index])
  // A short line of Chinese may pass for UTF-8 by accident, most do not.
  const goodHan = lines.filter((line, index) => sound[index] && line.some(byte => byte > 0x7F)).length
  if (bad.length > goodHan) {
    const { encoding, isSure } = encodingOf(bytes)
    const text = encoding && decodedAs(encoding, bytes)
    if (text !== undefined) {
      const name = { gb18030: 'GB18030 (GBK)', big5: 'Big5', shift_jis: 'Shift-JIS' }[encoding!]
      const nameZh = name.replace(' (GBK)', '（GBK）')
      if (isSure) remark(bad[0]! + 1, `the file is not in UTF-8, it was read as ${name}; save it as UTF-8`, `文件不是 UTF-8，已按 ${nameZh}读取；请另存为 UTF-8`)
      else complain(bad[0]! + 1, '', `the file is not in UTF-8, and too little is written to tell its encoding; it was read as ${name}. Look at the words in it, and save it as UTF-8`, `文件不是 UTF-8，字数太少，无法断定编码；已按 ${nameZh}读取。请核对其中的文字，并另存为 UTF-8`)
      return { text, isText: true }
    }
    complain(bad[0]! + 1, '', 'the file is not in UTF-8, and its encoding is not known: ids were read, words were not. Save it as UTF-8', '文件不是 UTF-8，编码无法识别：编号已读取，文字未能读出。请另存为 UTF-8')
    return { text: new TextDecoder('utf-8').decode(bytes), isText: true }
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  const where = fieldsByLine(text)
  for (const index of bad.slice(0, 20)) complain(index + 1, where(index + 1), 'bytes on this line are not UTF-8; they were read as "\uFFFD"', '此行有非 UTF-8 字节，已读作 "\uFFFD"')
  if (bad.length > 20) complain(bad[20]! + 1, '', `${bad.length - 20} more lines are not UTF-8`, `另有 ${bad.length - 20} 行不是 UTF-8`)
  return { text, isText: true }
}

/** What students hand in instead, by its first bytes. */
const otherKinds = [
  { begins: 'PK\u0003\u0004', en: 'a Word document or a ZIP archive', zh: ' Word 文档或 ZIP 压缩包' },
  { begins: '%PDF', en: 'a PDF', zh: ' PDF' },
  { begins: 'Rar!', en: 'a RAR archive', zh: ' RAR 压缩包' },
  { begins: '7z\u00BC\u00AF', en: 'a 7z archive', zh: ' 7z 压缩包' },
  { begins: '\u00D0\u00CF\u0011\u00E0', en: 'an old Word or Excel document', zh: '旧版 Word 或 Excel 文档' },
  { begins: '\u00FF\u00D8\u00FF', en: 'a picture', zh: '图片' },
  { begins: '\u0089PNG', en: 'a picture', zh: '图片' },
  { begins: '{\\rtf', en: 'a document in Rich Text Format', zh: ' RTF 文档' },
]

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xFF && bytes[1] === 0xFE) return 'utf-16le'
  if (bytes[0] === 0xFE && bytes[1] === 0xFF) return 'utf-16be'
  if (!bytes.includes(0)) return undefined
  // Without a mark: in Latin text every other byte is zero. 一 (4E 00) and a few others have theirs on the other side.
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, index) => { if (byte === 0) zeros[index % 2]!++ })
  if (sample.length < 8) return undefined
  if (zeros[1]! > sample.length * 0.1 && zeros[1]! > 3 * zeros[0]!) return 'utf-16le'
  if (zeros[0]! > sample.length * 0.1 && zeros[0]! > 3 * zeros[1]!) return 'utf-16be'
  return undefined
}

const startsWith = (bytes: Uint8Array, word: string) => [...word].every((letter, index) => bytes[index] === letter.charCodeAt(0))

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(0x0A); end >= 0; end = bytes.indexOf(0x0A, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...lines, bytes.subarray(start)]
}
