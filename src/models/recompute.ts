import type { Computation } from '#schema'
import { figure, type Figure } from './figure.ts'

/** A result with everything that the rounding of the printed figures allows: growth of 29.95 → 37.10 is 23.84 … 23.91 %. */
export interface Recomputed {
  value: number
  low: number
  high: number
  /** What one of it stands for: 1e8 when the figures are printed in 亿. Percentages, ratios and years have 1. */
  scale: number
}

/** Thrown where a cell or event is missing, holds no figure, or would be divided by: the message is for the author. */
export class NotComputable extends Error {
  override name = 'NotComputable'
}

/** Where the figures are: a cell by its path, an event by its id; `undefined` where there is none. */
export interface Figures {
  cell?: (path: string) => string | undefined
  date?: (event: string) => string | undefined
}

/**
 * Recomputes what a source prints from the figures it prints.
 *
 *     growth [from, to]      (to ÷ from − 1) × 100, in percent
 *     difference [from, to]  to − from
 *     ratio [a, b]           a ÷ b
 *     share [part, whole]    part ÷ whole × 100, in percent
 *     sum [a, b, …]          a + b + …
 *     contribution [share, own, other]   share × own ÷ (share × own + (100 − share) × other) × 100: what a group with this
 *                            share of the whole adds to its growth, in percent; all three in percent
 *     years [from, to]       whole years between two dates, each as exact as its source gives it
 *
 * Every figure enters with the interval of its printing; the result's interval holds all that can come of it.
 * Throws `NotComputable`.
 */
export function recompute(of: Computation, figures: Figures): Recomputed {
  const read = (path: string): Figure => {
    const printed = figures.cell?.(path)
    if (printed === undefined) throw new NotComputable(`no cell "${path}" to compute with`)
    const found = figure(printed)
    if (!found) throw new NotComputable(`cell "${path}": read "${printed}", expected one figure`)
    return found
  }
  if ('growth' in of) {
    const { value, low, high } = divided(read(of.growth[1]), read(of.growth[0]), of.growth[0])
    return { value: (value - 1) * 100, low: (low - 1) * 100, high: (high - 1) * 100, scale: 1 }
  }
  if ('ratio' in of) return divided(read(of.ratio[0]), read(of.ratio[1]), of.ratio[1])
  if ('share' in of) {
    const { value, low, high } = divided(read(of.share[0]), read(of.share[1]), of.share[1])
    return { value: value * 100, low: low * 100, high: high * 100, scale: 1 }
  }
  if ('difference' in of) {
    const [from, to] = [read(of.difference[0]), read(of.difference[1])]
    const less = from.scale / to.scale
    return { value: to.value - from.value * less, low: to.low - from.high * less, high: to.high - from.low * less, scale: to.scale }
  }
  if ('sum' in of) {
    const all = of.sum.map(read)
    const scale = all[0]!.scale
    const total = (end: 'value' | 'low' | 'high') => all.reduce((sum, each) => sum + each[end] * each.scale / scale, 0)
    return { value: total('value'), low: total('low'), high: total('high'), scale }
  }
  if ('contribution' in of) {
    const [share, own, other] = of.contribution.map(read) as [Figure, Figure, Figure]
    const total = (s: number, a: number, b: number) => s * a + (100 - s) * b
    const part = (s: number, a: number, b: number) => s * a / total(s, a, b) * 100
    const ends = ['low', 'high'] as const
    const corners = ends.flatMap(s => ends.flatMap(a => ends.map(b => [share[s], own[a], other[b]] as const)))
    if (corners.some(corner => !(total(...corner) > 0))) throw new NotComputable(`cells "${of.contribution.join('", "')}" leave no growth to share out`)
    const all = corners.map(corner => part(...corner))
    return { value: part(share.value, own.value, other.value), low: Math.min(...all), high: Math.max(...all), scale: 1 }
  }
  const [from, to] = of.years.map((event) => {
    const date = figures.date?.(event)
    if (date === undefined) throw new NotComputable(`no event "${event}" to count years with`)
    return date
  }) as [string, string]
  return { ...years(from, to), scale: 1 }
}

function divided(over: Figure, under: Figure, name: string): Recomputed {
  if (under.low <= 0 && under.high >= 0) throw new NotComputable(`cell "${name}" may be zero: nothing can be divided by it`)
  const quotients = [over.low / under.low, over.low / under.high, over.high / under.low, over.high / under.high]
  const scale = over.scale / under.scale
  return { value: over.value / under.value * scale, low: Math.min(...quotients) * scale, high: Math.max(...quotients) * scale, scale: 1 }
}

/**
 * Does the printed result agree with the recomputed one? True when some exact value behind the printed figures
 * would be printed so: the two intervals touch. A bare figure is taken in the unit of the result.
 */
export function agrees(result: Recomputed, printed: string): boolean {
  const read = figure(printed)
  if (!read) return false
  const scale = read.scale === 1 ? result.scale : read.scale
  const slack = 1e-9 * Math.max(1, Math.abs(result.value))
  return read.low * scale <= (result.high + slack) * result.scale && read.high * scale >= (result.low - slack) * result.scale
}

/**
 * Whole years from one date to the other. `years('1923-10-29', '2022-06')` => { value: 98, low: 98, high: 98 };
 * a date without its day leaves an interval: `years('1988', '2026-02')` => { value: 38, low: 37, high: 38 }.
 * `value` is what a reader would say: years subtracted, less one when the known months or days say it is not full yet.
 */
export function years(from: string, to: string): { value: number, low: number, high: number } {
  if (from > to) {
    const { value, low, high } = years(to, from)
    return { value: 0 - value, low: 0 - high, high: 0 - low }
  }
  const [earliest, latest] = [edge(from, 'first'), edge(from, 'last')]
  const [soonest, furthest] = [edge(to, 'first'), edge(to, 'last')]
  const low = Math.max(0, whole(latest, soonest))
  const high = whole(earliest, furthest)
  const shared = Math.min(from.length, to.length)
  const value = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5, shared) < from.slice(5, shared) ? 1 : 0)
  return { value, low, high }
}

type Day = [year: number, month: number, day: number]

/** First or last day that a partial date can mean; the last day of a month may be told too late, never too early. */
function edge(date: string, which: 'first' | 'last'): Day {
  const [year, month, day] = date.split('-').map(Number)
  return which === 'first' ? [year!, month ?? 1, day ?? 1] : [year!, month ?? 12, day ?? 31]
}

function whole(from: Day, to: Day): number {
  const isFull = to[1] > from[1] || (to[1] === from[1] && to[2] >= from[2])
  return to[0] - from[0] - (isFull ? 0 : 1)
}
