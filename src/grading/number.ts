import type { Grader, Points } from './grader.ts'

/**
 * The number a student wrote: `numberIn('1,234.5', ['%'])` => 1234.5. Read are full-width digits, a decimal point,
 * thousands set apart by commas or spaces, a true minus, and the unit repeated after it.
 * "9,88" is not read: nobody knows whether it is 9.88 or 988.
 */
export function numberIn(text: string, units: readonly string[] = []): number | undefined {
  let written = text.normalize('NFKC').replace(/[−–—﹣]/g, '-').trim()
  for (const unit of [...units, '%'].map(unit => unit.normalize('NFKC').trim()).filter(Boolean)) {
    if (unit === '%' && !units.some(each => each.includes('%') || each.includes('％'))) continue
    if (written.toLowerCase().endsWith(unit.toLowerCase())) { written = written.slice(0, -unit.length).trim(); break }
  }
  if (!/^[+-]?\s?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.\d+)?\.?$/.test(written) || !/\d/.test(written)) return undefined
  const value = Number(written.replace(/[, ]/g, ''))
  return Number.isFinite(value) ? value : undefined
}

/** Is it the same number, as far as the tolerance goes? 0.1 + 0.2 is 0.3 here. */
export const isWithin = (value: number, wanted: number, tolerance: number): boolean =>
  Math.abs(value - wanted) <= tolerance + 1e-9 * Math.max(1, Math.abs(wanted))

/** A number in the unit asked for. All or nothing: one point within the tolerance. What is not a number says nothing yet. */
export const number: Grader<'number'> = {
  read(item, response) {
    const misread = [{ at: [], read: response, wants: 'number' as const, known: [] }]
    if (typeof response === 'number') return Number.isFinite(response) ? { said: response, misread: [] } : { said: '', misread }
    if (response === undefined || response === null || (typeof response === 'string' && response.trim() === '')) return { said: '', misread: [] }
    const value = typeof response === 'string' ? numberIn(response, [item.unit.en, item.unit.zh]) : undefined
    return value === undefined ? { said: '', misread } : { said: value, misread: [] }
  },
  isComplete: (_, said) => said !== '',
  model: key => key.solution,
  points(said, { item, key }): Points {
    if (typeof said !== 'number') return { earned: 0, possible: 1, marks: {} }
    const isRight = isWithin(said, key.solution, item.tolerance)
    return { earned: isRight ? 1 : 0, possible: 1, marks: { number: isRight ? 'right' : 'wrong' } }
  },
  // 9.9 may be right and near 10 at once: what is right hears nothing.
  fires(when, said, { item, key }) {
    if (typeof said !== 'number' || isWithin(said, key.solution, item.tolerance)) return false
    if ('near' in when) return isWithin(said, when.near, when.within)
    return 'below' in when ? said < when.below : said > when.above
  },
}
