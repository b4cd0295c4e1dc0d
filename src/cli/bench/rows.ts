/** What is to be reached: the value of ours, or ours ÷ the ordinary way, at most or at least so much. */
export interface Goal { of: 'ours' | 'ratio', most?: number, least?: number }

/** A row of bench.json before it is measured. */
export interface RowPlan {
  /** "first-slide/en": the bench that measures it, and its own name there. */
  id: string
  what: string
  unit: string
  /** In one sentence: what was run, and beside what. */
  how: string
  goals: Goal[]
  /** Which of the samples counts: the middle one, or the one that only a twentieth exceeds. */
  counts?: 'p95'
}

/** Ours and the ordinary way, measured in turn in one run; in the row's unit. */
export interface Samples { ours: number[], ordinary?: number[] }

export interface Side { value: number, samples: number[] }

/** Measured, or why it could not be. */
export interface Row extends RowPlan {
  date: string
  commit?: string
  ours?: Side
  ordinary?: Side
  ratio?: number
  /** Undefined where nothing is to be reached. */
  reached?: boolean
  why?: string
}

/** What stands in bench.json. */
export interface Results { date: string, versions: Record<string, string>, machine: Record<string, string | number>, rows: Row[] }

/** `percentile([3, 1, 2], 0.5)` => 2. Between two samples the upper one counts; NaN for none. */
export const percentile = (samples: readonly number[], part: number): number =>
  [...samples].sort((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(samples.length * part))] ?? NaN

/** The middle one, or the mean of the two in the middle. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const half = sorted.length / 2
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!
}

/** Three figures that count: 0.01234 => 0.0123, 1234.5 => 1235 */
export const rounded = (value: number): number => Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))

/** A row with its samples, judged; or with the reason why there are none. */
export function judged(plan: RowPlan, found: Samples | string, when: { date: string, commit?: string }): Row {
  if (typeof found === 'string') return { ...plan, ...when, why: found }
  const empty = !found.ours.length || found.ordinary?.length === 0
  if (empty || [...found.ours, ...found.ordinary ?? []].some(sample => !Number.isFinite(sample))) return { ...plan, ...when, why: 'a sample is missing' }
  const side = (samples: number[]): Side => ({ value: rounded(plan.counts === 'p95' ? percentile(samples, 0.95) : median(samples)), samples: samples.map(rounded) })
  const ours = side(found.ours)
  const ordinary = found.ordinary && side(found.ordinary)
  const ratio = ordinary && (ordinary.value === 0 ? undefined : rounded(ours.value / ordinary.value))
  const values = { ours: ours.value, ratio: ratio ?? NaN }
  return {
    ...plan, ...when, ours,
    ...ordinary && { ordinary },
    ...ratio !== undefined && { ratio },
    ...plan.goals.length && { reached: plan.goals.every(goal => isReached(goal, values[goal.of])) },
  }
}

/** NaN, a ratio to nothing, reaches nothing. */
const isReached = ({ most = Infinity, least = -Infinity }: Goal, value: number) => value <= most && value >= least

/** Rows measured now take the place of what stood there; the others stay, in the order of `order`, and rows that nobody measures any more go. */
export function merged(before: readonly Row[], now: readonly Row[], order: readonly string[]): Row[] {
  const rows = new Map([...before, ...now].map(row => [row.id, row]))
  return order.flatMap(id => rows.get(id) ?? [])
}

/** "≤ 400 kB, ≤ 0.8×" */
export const wanted = ({ goals, unit }: RowPlan): string =>
  goals.map(({ of, most, least }) => `${most === undefined ? `≥ ${least}` : `≤ ${most}`}${of === 'ratio' ? '×' : ` ${unit}`}`).join(', ')

/** Head and rows for `table()`; a row that could not be measured says why instead of its numbers. */
export function inTable(rows: readonly Row[]): string[][] {
  const shown = ({ unit }: Row, side?: Side) => side ? `${side.value} ${unit}` : ''
  return [
    ['', 'ours', 'ordinary', 'ratio', 'to reach', ''],
    ...rows.map(row => row.why !== undefined
      ? [row.what, `not measured: ${row.why}`]
      : [row.what, shown(row, row.ours), shown(row, row.ordinary), row.ratio === undefined ? '' : `${row.ratio}×`, wanted(row), row.reached === undefined ? '' : row.reached ? 'reached' : 'missed']),
  ]
}
