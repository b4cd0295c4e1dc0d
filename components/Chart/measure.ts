import type { Language } from '#schema'

/** What is drawn in ink; the rest is quiet. A line is told with its points. */
export const isTold = (told: readonly string[], ...ids: string[]) => told.length === 0 || ids.some(id => told.includes(id))

/** Wide enough: Han characters are as wide as they are high. */
export const widthOf = (words: string, size: number) => [...words].reduce((sum, character) => sum + (han.test(character) ? 1.06 : /[ .,]/.test(character) ? 0.3 : /[%≠]/.test(character) ? 0.85 : 0.56), 0) * size
const han = /[\u2E80-\u9FFF\uFF00-\uFF60]/

/** `wrapped('Emerging economies', 90, 18)` => ['Emerging', 'economies'] */
export function wrapped(words: string, width: number, size: number): string[] {
  const lines = ['']
  for (const piece of words.match(/[\u2E80-\u9FFF][，、；：。]?|[^\s\u2E80-\u9FFF]+\s*|\s+/gu) ?? []) {
    const last = lines.length - 1
    if (lines[last] && widthOf((lines[last] + piece).trimEnd(), size) > width) lines.push(piece)
    else lines[last] += piece
  }
  return lines.map(each => each.trim())
}

/** `1e10` => "10 billion", "100亿" */
export function sayNumber(value: number, lang: Language): string {
  const options: Intl.NumberFormatOptions = Math.abs(value) >= 1e5 ? { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 } : { useGrouping: false, maximumFractionDigits: 6 }
  return new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en', options).format(value).replace('-', '−')
}
