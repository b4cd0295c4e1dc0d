import type { Cell, Series, Text } from '#schema'
import { figure, type Figure } from './figure.ts'
import { agrees, type Figures, recompute } from './recompute.ts'

/** What a program finds where a source prints a result, rounded as the source rounds. */
export interface Checked {
  text: string
  /** In single things, not in hundred millions: as long as it is drawn. */
  value: number
  holds: boolean
  fails: Text | undefined
}

const printedOf = (cell: Cell | undefined) => cell && 'printed' in cell ? cell.printed : undefined

/** `ru/2022` -> what is recomputed there. */
export function checkedCells(series: Series, date: Figures['date']): Record<string, Checked> {
  const cell = (path: string) => {
    const [row, column] = path.split('/') as [string, string]
    return printedOf(series.rows[row]?.cells[column])
  }
  return Object.fromEntries(Object.values(series.computed).flatMap(({ of, printed, fails }) => {
    const text = cell(printed)
    if (text === undefined) return []
    const read = figure(text)
    const result = recompute(of, { cell, date })
    const scale = (read?.scale ?? 1) === 1 ? 1 : result.scale / read!.scale
    return [[printed, { text: (result.value * scale).toFixed(read?.decimals ?? 0).replace('-', '−'), value: result.value * scale * (read?.scale ?? 1), holds: agrees(result, text), fails }]]
  }))
}

/** One figure: a bar, a column, or a point of a line. */
export interface Bar {
  /** The row where a column is drawn, the column where a row is. */
  id: string
  path: string
  name: Text
  /** As printed; or, in our words, why there is nothing to draw ("not stated"). */
  printed: string | undefined
  words: Text | undefined
  value: number | undefined
  ours: Checked | undefined
  /** On a line: its year. */
  year: number | undefined
  /** Nested: in which other bar it lies, for certain or perhaps; announced only. */
  within: { row: string, is: 'stated' | 'perhaps' } | undefined
  open: boolean
}

/** Bars lie, columns stand, lines join what has an order in time; nested bars lie one inside the other. */
export const chartForms = ['bars', 'columns', 'lines', 'nested'] as const
export type ChartForm = (typeof chartForms)[number]

export interface Chart {
  form: ChartForm
  /** All that is drawn, in order; of lines, one after the other. */
  bars: Bar[]
  /** The rows or columns that are drawn: one, or up to three as lines. */
  drawn: { id: string, name: Text, bars: Bar[] }[]
  unit: Text | undefined
  /** What the shares are shares of, on the axis; none for a level. */
  whole: number | undefined
  /** The axis. Zero is always on it, unless these are lines and the author has said where it begins. */
  from: number
  to: number
  /** Nested: what the bars that are told come to, without counting anything twice. */
  range: Range | undefined
}

/** What figures come to that may overlap: `low`, what binds; `high`, all that is announced; `highIfInside`, the same where whatever may lie in another does. */
export interface Range { low: number, high: number, highIfInside: number }

/**
 * A range for figures that must not simply be added. At the low end counts what is not `open`, unless the figure that it lies in counts there
 * too; at the high end everything that is not stated to lie in another. `rangeOf` of 100 (open), 35 (open, perhaps in it), 8 (perhaps in
 * that), 17 (open) and 4 (stated to be in 17) => { low: 12, high: 160, highIfInside: 117 }
 */
export function rangeOf(bars: readonly Pick<Bar, 'id' | 'value' | 'within' | 'open'>[]): Range {
  const there = bars.filter(bar => bar.value !== undefined)
  const outer = (bar: (typeof there)[number]) => there.find(({ id }) => id === bar.within?.row)
  const sum = (counts: (bar: (typeof there)[number]) => boolean) => there.filter(counts).reduce((all, { value }) => all + value!, 0)
  const isInsideFirm = (bar: (typeof there)[number]): boolean => {
    const other = outer(bar)
    return other !== undefined && (!other.open || isInsideFirm(other))
  }
  return {
    low: sum(bar => !bar.open && !isInsideFirm(bar)),
    high: sum(bar => !outer(bar) || bar.within!.is === 'perhaps'),
    highIfInside: sum(bar => !outer(bar)),
  }
}

/** As an author types it: `column="share"`, `row="china, us" as="lines"`, and which bars or points of it, in which order. */
export interface Drawn { column?: string, row?: string, only?: string, told?: string, as?: string, base?: string }

/** A series' column or row on one axis. Throws a letter where one axis would not be honest. */
export function chartOf(series: Series, { column, row, only, told, as = 'bars', base }: Drawn, date: Figures['date'] = () => undefined): Chart {
  if (!isForm(as)) throw new RangeError(`as: read "${as}"; there is ${chartForms.join(', ')}`)
  if (column !== undefined && row !== undefined) throw new RangeError('expected a column or a row, read both')
  const side = row === undefined ? 'column' : 'row'
  const [across, along] = row === undefined ? [series.columns, series.rows] : [series.rows, series.columns]
  const nameOf = (record: Text | { name: Text }) => 'name' in record ? record.name : record
  const there = Object.keys(across)
  const wanted = listed(row ?? column) ?? (there.length === 1 ? there : [])
  if (!wanted.length) throw new RangeError(`which column="…" or row="…" is drawn? There are the columns ${Object.keys(series.columns).join(', ')} and the rows ${Object.keys(series.rows).join(', ')}`)
  const unknown = wanted.find(id => !there.includes(id))
  if (unknown !== undefined) throw new RangeError(`no ${side} "${unknown}"; there is ${there.join(', ')}`)
  if (wanted.length > 1 && as !== 'lines') throw new RangeError(`${side}="${wanted.join(', ')}": ${as} show one ${side}; draw lines, or a chart each`)
  if (wanted.length > 3) throw new RangeError(`${wanted.length} lines: three can be told apart without colour; draw fewer, or another chart`)
  const names = Object.keys(along)
  const places = listed(only) ?? names
  const lost = places.find(id => !names.includes(id))
  if (lost !== undefined) throw new RangeError(`only: no ${side === 'row' ? 'column' : 'row'} "${lost}"; there is ${names.join(', ')}`)
  const untold = listed(told)?.find(id => !places.includes(id) && !wanted.includes(id))
  if (untold !== undefined) throw new RangeError(`told: "${untold}" is not drawn; there is ${(wanted.length > 1 ? wanted : places).join(', ')}`)
  if (as !== 'lines' && base !== undefined) throw new RangeError(`${as} begin at zero, or their lengths say nothing; base="${base}" is for lines`)

  const checked = checkedCells(series, date)
  const units = new Map<string, { name: Text | undefined, whole: number | undefined, id: string }>()
  const drawn = wanted.map(line => ({ id: line, name: nameOf(across[line]!), bars: places.map((id): Bar => {
    const [r, c] = side === 'row' ? [line, id] : [id, line]
    const cell = series.rows[r]!.cells[c]
    const printed = printedOf(cell)
    const read = printed === undefined ? undefined : figure(printed)
    const unit = series.units?.[c] ?? series.units?.[r] ?? { name: series.unit, whole: undefined }
    units.set(JSON.stringify([unit.name, unit.whole]), { name: unit.name, whole: unit.whole, id: wanted.length > 1 ? line : id })
    const name = nameOf(along[id]!)
    const { within, open } = series.rows[id] ?? {}
    return { id, path: `${r}/${c}`, printed, ours: checked[`${r}/${c}`], name, words: cell && !('printed' in cell) ? cell : undefined, value: read && amount(read), year: as === 'lines' ? yearOf(name) : undefined, within, open: open === true }
  }) }))
  const bars = drawn.flatMap(line => line.bars)
  if (units.size > 1) throw new RangeError(`one axis has one unit and one base; here are ${[...units.values()].map(({ id, name, whole }) => `"${name?.en ?? 'none'}"${whole ? ` of ${whole}` : ''} (${id})`).join(' and ')}. Draw a chart each`)
  const { name: unit, whole } = [...units.values()][0]!
  const figures = bars.filter(bar => bar.value !== undefined)
  if (figures.length === 0) throw new RangeError('no figure to draw here: no cell prints just one')
  if (!unit) throw new RangeError('an axis names its unit: give the series a unit, or units for this column or row')
  const isPercent = (bar: Bar) => /[%％]|per ?cent/i.test(bar.printed!)
  const other = figures.find(bar => isPercent(bar) !== isPercent(figures[0]!))
  if (other) throw new RangeError(`one axis has one unit; "${figures[0]!.printed}" (${figures[0]!.id}) and "${other.printed}" (${other.id}) have not. Say under units what each is`)
  const over = figures.find(bar => whole !== undefined && (bar.value! > whole || bar.value! < 0))
  if (over) throw new RangeError(`"${over.printed}" (${over.id}) is no share of ${whole}`)
  if (as === 'lines') inTime(drawn[0]!.bars)
  if (as === 'nested') oneInAnother(figures)
  const isTold = listed(told)
  const range = as === 'nested' ? rangeOf(bars.filter(({ id }) => !isTold || isTold.includes(id))) : undefined
  const ends = figures.flatMap(bar => [bar.value!, ...bar.ours ? [bar.ours.value] : []])
  const least = Math.min(...ends)
  const begins = base === undefined ? undefined : figure(base)
  if (base !== undefined && !(begins && amount(begins) <= least)) throw new RangeError(`base: read "${base}", expected a figure not above the least of these, ${least}`)
  const from = begins ? amount(begins) : Math.min(0, least)
  return { form: as, bars, drawn, unit, whole: base === undefined ? whole : undefined, from, to: (base === undefined ? whole : undefined) ?? Math.max(0, ...ends, ...range ? [range.high] : []), range }
}

/** A bar lies in one that is drawn, before it, and not shorter. */
function oneInAnother(bars: Bar[]): void {
  for (const [index, bar] of bars.entries()) {
    if (!bar.within) continue
    const other = bars.slice(0, index).find(({ id }) => id === bar.within!.row)
    if (!other) throw new RangeError(`"${bar.id}" lies within "${bar.within.row}", which is not drawn before it`)
    if (other.value! < bar.value!) throw new RangeError(`"${bar.printed}" (${bar.id}) cannot lie within "${other.printed}" (${other.id})`)
  }
}

/** A line says that one thing comes after the other; between "salt" and "wool" there is nothing to join. */
function inTime(points: Bar[]): void {
  const timeless = points.find(({ year }) => year === undefined)
  if (timeless) throw new RangeError(`a line joins years; "${timeless.name.en}" (${timeless.id}) names none, or several. Draw columns`)
  const late = points.findIndex(({ year }, index) => index > 0 && year! <= points[index - 1]!.year!)
  if (late > 0) throw new RangeError(`a line runs forward in time; ${points[late]!.name.en} stands after ${points[late - 1]!.name.en}`)
  if (points.length < 2) throw new RangeError('a line has two points at least')
}

/** "2022 (estimate)" => 2022 */
function yearOf({ en }: Text): number | undefined {
  const years = en.match(/(?<!\d)\d{4}(?!\d)/g) ?? []
  return years.length === 1 ? Number(years[0]) : undefined
}

const isForm = (as: string): as is ChartForm => (chartForms as readonly string[]).includes(as)
/** "china, us" => ["china", "us"] */
const listed = (ids: string | undefined) => ids?.split(',').map(id => id.trim()).filter(Boolean)
const amount = ({ value, scale }: Figure) => value * scale
