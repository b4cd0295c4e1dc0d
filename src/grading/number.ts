import type { Grader, Points } from './grader.ts'
import { numeralIn } from './numerals.ts'

/** Digits in groups of three: 1,234 · 1.234.567 · 1 234. One group behind one comma is a thousand, behind one point it is not. */
const grouped = /^(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d{3}){2,}|[1-9]\d{0,2}(?: \d{3})+|\d+)?$/
/** Groups that a decimal comma may stand behind: in "1.234,5" the point is no decimal one. */
const groupedByPoints = /^(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)?$/

/**
 * The number a student wrote: `numberIn('1,234.5', ['%'])` => 1234.5. Read are full-width digits, a decimal point or comma,
 * thousands set apart by commas, points or spaces, a true minus, numerals in words (八十, eighty), a full stop behind it all,
 * and the unit repeated after the number. "79,9" and "0,125" have one reading only; "1,234" counts as a thousand and more.
 */
export function numberIn(text: string, units: readonly string[] = []): number | undefined {
  const written = withoutUnit(text.normalize('NFKC').replace(/[−–—﹣]/g, '-'), units)
  const [, sign = '', digits = ''] = /^([+-]?)\s?(.*)$/s.exec(written)!
  const value = digitsIn(digits) ?? numeralIn(digits.replace(/^[负負]/, ''))
  if (value === undefined || !Number.isFinite(value)) return undefined
  return sign === '-' || /^[负負]/.test(digits) ? -value : value
}

/** "1 234,5" => 1234.5, "79·9" => 79.9, "" => undefined */
function digitsIn(text: string): number | undefined {
  if (!/\d/.test(text)) return undefined
  // A Chinese keyboard writes 。 where the key shows a point.
  const plain = text.replace(/(?<=\d)[·‧・٫。](?=\d)/g, '.').replace(/\.$/, '')
  if (grouped.test(plain)) return Number(plain.replace(/[,. ]/g, ''))
  const [, whole = '', mark, decimals = ''] = /^(.*)([.,])(\d+)$/.exec(plain) ?? []
  const isNumber = mark === '.' ? grouped.test(whole) : mark === ',' && groupedByPoints.test(whole) && !whole.includes(',')
  return isNumber ? Number(`${whole.replace(/[,. ]/g, '')}.${decimals}`) : undefined
}

/** "33 年。" => "33", where the unit is 年; "百分之八十" => "八十", where it is "%". */
function withoutUnit(text: string, units: readonly string[]): string {
  const bare = (from: string) => from.replace(/[\s。,;!、]+$/, '').trim()
  const written = bare(text)
  const isPerCent = units.some(unit => /[%％]/.test(unit))
  if (isPerCent && written.startsWith('百分之')) return written.slice('百分之'.length).trim()
  for (const unit of [...units, ...isPerCent ? ['%'] : []].map(unit => unit.normalize('NFKC').trim()).filter(Boolean))
    if (written.toLowerCase().replace(/\.$/, '').endsWith(unit.toLowerCase())) return bare(written.replace(/\.$/, '').slice(0, -unit.length))
  return written
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
