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
}

export interface Chart {
  bars: Bar[]
  /** What is drawn along its rows or columns. */
  across: Text
  unit: Text | undefined
  /** What the shares are shares of, on the axis; none for a level. */
  whole: number | undefined
  /** The axis; zero is always on it. */
  from: number
  to: number
}

/** `column="share"`, `row="trade"`, and which bars of it, in which order. */
export interface Drawn { column?: string, row?: string, only?: string }

/** A series' column or row as bars on one axis. Throws a letter where one axis would not be honest. */
export function chartOf(series: Series, { column, row, only }: Drawn, date: Figures['date'] = () => undefined): Chart {
  const columns = Object.keys(series.columns)
  const rows = Object.keys(series.rows)
  if (column !== undefined && row !== undefined) throw new RangeError('expected a column or a row, read both')
  if (row !== undefined && !rows.includes(row)) throw new RangeError(`no row "${row}"; there is ${rows.join(', ')}`)
  if (column !== undefined && !columns.includes(column)) throw new RangeError(`no column "${column}"; there is ${columns.join(', ')}`)
  const drawn = row === undefined ? column ?? (columns.length === 1 ? columns[0] : undefined) : undefined
  if (row === undefined && drawn === undefined) throw new RangeError(`which column="…" or row="…" is drawn? There are the columns ${columns.join(', ')} and the rows ${rows.join(', ')}`)
  const there = row === undefined ? rows : columns
  const wanted = only === undefined ? there : only.split(',').map(id => id.trim())
  const lost = wanted.find(id => !there.includes(id))
  if (lost !== undefined) throw new RangeError(`only: no ${row === undefined ? 'row' : 'column'} "${lost}"; there is ${there.join(', ')}`)

  const checked = checkedCells(series, date)
  const units = new Map<string, { name: Text | undefined, whole: number | undefined, id: string }>()
  const bars = wanted.map((id): Bar => {
    const [r, c] = row === undefined ? [id, drawn!] : [row, id]
    const cell = series.rows[r]!.cells[c]
    const printed = printedOf(cell)
    const read = printed === undefined ? undefined : figure(printed)
    const unit = series.units?.[c] ?? series.units?.[r] ?? { name: series.unit, whole: undefined }
    units.set(JSON.stringify([unit.name?.en, unit.whole]), { name: unit.name, whole: unit.whole, id })
    return {
      id, path: `${r}/${c}`, printed, ours: checked[`${r}/${c}`],
      name: row === undefined ? series.rows[id]!.name : series.columns[id]!,
      words: cell && !('printed' in cell) ? cell : undefined,
      value: read && amount(read),
    }
  })
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
  const ends = figures.flatMap(bar => [bar.value!, ...bar.ours ? [bar.ours.value] : []])
  return {
    bars, unit, whole,
    across: row === undefined ? series.columns[drawn!]! : series.rows[row]!.name,
    from: Math.min(0, ...ends), to: whole ?? Math.max(0, ...ends),
  }
}

const amount = ({ value, scale }: Figure) => value * scale
