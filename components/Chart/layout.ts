import { plainText } from '#course'
import { type Bar, type Chart, type ChartForm, printedFor, type ShownUnit } from '#models'
import type { Language } from '#schema'
import { widthOf, wrapped } from './measure.ts'
import { nestedOf } from './nested.ts'

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
  const height = form === 'nested' ? nestedOf(chart, { lang, width, size, printed, told: [] }).height : form === 'bars' ? bars.length * (band.nameLine + band.figureLine + band.bar + gap) + tickLine : above + plot + below
  return { form, width, height, size, figureSize, lang, printed, ours, band, labelWidth, names, line, above, below }
}
