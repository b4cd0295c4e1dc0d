import { languages, type Language } from '#schema'
import { shown, type SubmissionProblem } from './problem.ts'

/** The last line of an answer file that `grade --template` writes; its head says that there is one. */
export const lastLine: Record<Language, string> = { en: 'End of the answer file', zh: '作答文件到此结束' }

/**
 * Of a file whose head promises a last line, and which has none, what is whole; its last line, unless it was ended, is half
 * a line: `answer: frag` would be graded as what nobody meant. As many lines as before, so that they keep their numbers.
 */
export function withoutHalfLine(text: string, problems: SubmissionProblem[]): { text: string, breaksOff: boolean } {
  const has = (before: string) => languages.some(lang => new RegExp(`^[ \\t]*[#＃]${before}${lastLine[lang]}`, 'mi').test(text))
  if (!has('.*[“"]') || has('[ \\t]*')) return { text, breaksOff: false }
  const lines = text.split(/\r\n?|\n/)
  const half = lines.at(-1)!.trim()
  const isLost = half !== '' && !/^[#＃]/.test(half)
  const line = half === '' ? Math.max(1, lines.length - 1) : lines.length
  problems.push(breakOff(line, isLost ? half : ''))
  return { text: isLost ? [...lines.slice(0, -1), ''].join('\n') : text, breaksOff: true }
}

/** `half`: what was passed over, as it may be half of what was meant. */
export const breakOff = (line: number, half = ''): SubmissionProblem => ({ line, field: '', message: {
  en: `the file breaks off here${half ? `: "${shown(half)}" may be half of what was meant, and was passed over` : ''}. What stands before was graded; ask for the file again`,
  zh: `文件在此中断${half ? `："${shown(half)}" 可能只是半行，已略过` : ''}。此前的已评分；请让对方重新交一份`,
} })

/** Without the first bytes of a character whose others are gone; where the rest is UTF-8, or it is another encoding's. */
export function withoutHalfCharacter(bytes: Uint8Array): Uint8Array {
  const lead = bytes.findLastIndex((byte, index) => byte >= 0xC0 || index < bytes.length - 3)
  const needed = bytes[lead]! >= 0xF0 ? 4 : bytes[lead]! >= 0xE0 ? 3 : bytes[lead]! >= 0xC0 ? 2 : 1
  if (lead < 0 || needed === 1 || bytes.length - lead >= needed) return bytes
  const rest = bytes.subarray(0, lead)
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(rest)
    return rest
  }
  catch { return bytes }
}
