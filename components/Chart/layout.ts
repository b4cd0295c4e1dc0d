import { plainText } from '#course'
import { type Bar, type Chart, type ChartForm, printedFor, type ShownUnit } from '#models'
import type { Language } from '#schema'

/** What can be said before anything is drawn: whether columns have room to stand, and how high the drawing will be. */
export interface Layout {
  /** Columns that would stand too close lie down. */
  form: ChartForm
  width: number
  height: number
  /** Of names and ticks; printed figures are set larger. */
  size: number
  figureSize: number
  lang: Language
  printed: (bar: Bar) => string
  /** "23.87", without its sign. */
  ours: (bar: Bar) => string
  /** Bars that lie: one, its name, and its figure above it where there is too little room beside. */
  band: { nameLine: number, figureLine: number, bar: number }
  /** How far a bar's figure reaches, with what we recompute. */
  labelWidth: (bar: Bar) => number
  /** Columns: names in as many lines as they need. */
  names: string[][]
  line: number
  /** What stands above the ink and below it. */
  above: number
  below: number
}

export const gap = 10
/** A frame round a figure that does not hold stands off by so much. */
export const frame = 7

export function layoutOf(chart: Chart, { lang, units, width, size }: { lang: Language, units: Record<string, ShownUnit>, width: number, size: number }): Layout {
  const figureSize = Math.round(size * 4 / 3)
  const line = Math.round(size * 1.35)
  const printed = (bar: Bar) => printedFor(bar.printed ?? '', lang, units)
  const ours = (bar: Bar) => bar.ours?.text ?? ''
  const { bars } = chart
  const hasOurs = bars.some(bar => bar.ours)
  const pitch = width / bars.length
  const names = bars.map(bar => wrapped(plainText(bar.name[lang]), pitch - 8, size))
  const stands = names.every(lines => lines.length <= 3 && lines.every(words => widthOf(words, size) <= pitch - 6))
    && bars.every(bar => Math.max(widthOf(printed(bar), figureSize) + (bar.ours?.holds === false ? 2 * frame : 0), bar.ours ? widthOf(`≠ ${ours(bar)}`, size + 2) : 0) <= pitch - 4)
  const form = chart.form === 'columns' && !stands ? 'bars' : chart.form

  const tickLine = Math.round(size * 1.6)
  const above = figureSize + 14 + (hasOurs ? size + 12 : 0)
  // A bar that stands alone is named by its caption.
  const labelWidth = (bar: Bar) => widthOf(printed(bar), figureSize) + (bar.ours?.holds === false ? 2 * frame : 0) + (bar.ours ? gap + widthOf(`≠ ${ours(bar)}`, size + 2) : 0)
  const isWide = chart.whole === undefined && bars.some(bar => bar.value !== undefined && labelWidth(bar) + gap > width * 0.6)
  const band = { nameLine: bars.length > 1 ? Math.round(size * 1.6) : 6, figureLine: isWide ? Math.round(figureSize * 1.35) : 0, bar: Math.round(size * (isWide ? 1.2 : 1.9)) }
  const plot = Math.round(Math.min(Math.max(width * 0.42, 130), 220))
  const below = form === 'columns' ? Math.max(...names.map(lines => lines.length)) * line + 10 + (chart.from < 0 ? above : 0) : tickLine
  const height = form === 'bars' ? bars.length * (band.nameLine + band.figureLine + band.bar + gap) + tickLine : above + plot + below
  return { form, width, height, size, figureSize, lang, printed, ours, band, labelWidth, names, line, above, below }
}

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
