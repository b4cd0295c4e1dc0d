import type { Language, Series, Unit } from '#schema'

/**
 * A figure as a text prints it, and the interval that its printing leaves open.
 *
 *     figure('9.88')        => { value: 9.88, low: 9.875, high: 9.885, scale: 1, decimals: 2 }
 *     figure('约948亿美元')  => { value: 948, low: 947, high: 949, scale: 1e8, decimals: 0 }
 *
 * `value`, `low`, `high` are in units of `scale`: 948, not 94 800 000 000.
 */
export interface Figure {
  value: number
  low: number
  high: number
  scale: number
  decimals: number
}

const scales: [RegExp, number][] = [
  [/^(?:万亿|trillion)/i, 1e12],
  [/^(?:十亿|billion|bn\b)/i, 1e9],
  [/^亿/, 1e8],
  [/^(?:百万|million|mn?\b)/i, 1e6],
  [/^万/, 1e4],
  [/^(?:千|thousand)/i, 1e3],
]

// What stands beside a figure moves the interval: about (both sides), over (upwards), under (downwards).
const about = /(?:约|大约|大概|左右|上下|~|≈|\babout|\baround|\broughly|\bcirca|\bca?\.)/i
const over = /(?:逾|超过|超|以上|多|余|不止|>|\+$|\bmore than|\bover|\babove|\bat least)/i
const under = /(?:接近|将近|近|不到|不足|低于|以下|<|\bnearly|\balmost|\bunder|\bless than|\bbelow|\bup to)/i

/** Reads the one figure of a cell; `undefined` where there is none, or more than one ("17/34", "22%~23%", "2015-2021"). */
export function figure(printed: string): Figure | undefined {
  const text = printed.normalize('NFKC').replace(/[−–—﹣]/g, '-').replace(/(\d)[,\u00A0\u2009\u202F ](?=\d{3}(?!\d))/g, '$1').trim()
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)]
  const found = numbers[0]
  if (!found || numbers.length > 1) return undefined
  const before = text.slice(0, found.index)
  const after = text.slice(found.index + found[0].length)
  const sign = /-\s*$/.test(before) ? -1 : 1
  const decimals = found[0].split('.')[1]?.length ?? 0
  const value = sign * Number(found[0])
  const scale = scales.find(([word]) => word.test(after.replace(/^\s*[多余]?\s*/, '')))?.[1] ?? 1
  // "约948" was not meant to the half unit: a whole one, and of the last digit that says anything ("约70" is 60 to 80).
  const step = 10 ** (decimals > 0 ? -decimals : trailingZeros(found[0]))
  const beside = `${before} ${after}`
  const [down, up] = over.test(beside) ? [0, step] : under.test(beside) ? [step, 0] : about.test(beside) ? [step, step] : [half(decimals), half(decimals)]
  return { value, low: value - (sign > 0 ? down : up), high: value + (sign > 0 ? up : down), scale, decimals }
}

const half = (decimals: number) => 0.5 * 10 ** -decimals
const trailingZeros = (digits: string) => digits.length - digits.replace(/0+$/, '').length

const hedges: [RegExp, string][] = [[/^(?:大约|约|大概)$/, 'about'], [/^(?:接近|将近|近)$/, 'nearly'], [/^(?:超过|逾|超)$/, 'over'], [/^(?:不到|不足|低于)$/, 'under'], [/^$/, '']]

/** A unit as figures are shown in it: its Chinese words, and its place beside the figure in English, `US$…`. */
export type ShownUnit = Required<Pick<Unit, 'zh' | 'shown'>>

/** Those of a course's units that figures of these series are printed in, for `printedFor`. */
export function unitsPrinted(series: readonly Series[], units: Readonly<Record<string, Unit>>): Record<string, ShownUnit> {
  const printed = series.flatMap(({ rows }) => Object.values(rows).flatMap(({ cells }) => Object.values(cells).flatMap(cell => 'printed' in cell ? [cell.printed] : [])))
  return Object.fromEntries(Object.entries(units).flatMap(([id, { zh, shown }]) =>
    shown !== undefined && zh.some(word => printed.some(figure => figure.includes(word))) ? [[id, { zh, shown }]] : []))
}

/**
 * A figure as a text prints it, for readers of the other script: the same digits, shifted where the script counts by other powers of ten.
 *
 *     printedFor('接近 80%', 'en', units)      => 'nearly 80%'
 *     printedFor('约948亿美元', 'en', units)   => 'about US$94.8 billion'
 *     printedFor('半数以上', 'en', units)      => '半数以上'          nothing is guessed; Chinese readers get all of it as it stands
 *
 * `units`: the course's, or those of `unitsPrinted`; a unit that has no English form there leaves the figure as it is printed.
 */
export function printedFor(printed: string, lang: Language, units: Readonly<Record<string, Pick<Unit, 'zh' | 'shown'>>>): string {
  const parts = lang === 'zh' ? null : /^(\p{Script=Han}*)\s*([-−]?[\d.,]+)\s*(多|余)?\s*(万亿|亿|万|千)?\s*(多|余)?\s*([\p{Script=Han}%％]*)$/u.exec(printed.trim())
  if (!parts || !/\p{Script=Han}/u.test(printed)) return printed
  const [, before = '', digits = '', more, power, evenMore, after = ''] = parts
  const hedge = more ?? evenMore ? 'over' : hedges.find(([word]) => word.test(before))?.[1]
  const shown = shownBy(after, units)
  if (hedge === undefined || shown === undefined) return printed
  const [moved, word] = power === '万亿' ? [digits, ' trillion'] : power === '亿' ? shifted(digits, 8) : power === '万' ? shifted(digits, 4) : power === '千' ? shifted(digits, 3) : [digits, '']
  return [hedge, shown.replace('…', () => moved! + word)].filter(Boolean).join(' ')
}

/** `美元` => `US$…`, `%` => `…%`, `个国家` => `…`, by two units of which each is shown by its figure alone. */
function shownBy(after: string, units: Readonly<Record<string, Pick<Unit, 'zh' | 'shown'>>>): string | undefined {
  if (/^[%％]$/.test(after)) return '…%'
  const all = Object.values(units).filter(({ shown }) => shown !== undefined)
  const whole = all.find(({ zh }) => zh.includes(after))?.shown
  if (after === '' || whole !== undefined) return whole ?? '…'
  const bare = all.filter(({ shown }) => shown === '…').flatMap(({ zh }) => zh)
  const rest = bare.find(word => after.startsWith(word) && shownBy(after.slice(word.length), units) !== undefined)
  return rest && shownBy(after.slice(rest.length), units)
}

/** 948 with eight zeros => 94.8 billion; every digit stays, none is added where there was a point. */
function shifted(digits: string, zeros: number): [string, string] {
  const [whole = '', rest = ''] = digits.replace(/,/g, '').split('.')
  const size = whole.replace(/^[-−]/, '').length + zeros
  const [power, word]: [number, string] = size > 12 ? [12, ' trillion'] : size > 9 ? [9, ' billion'] : size > 6 ? [6, ' million'] : [0, '']
  const all = (whole + rest).padEnd(whole.length + zeros, '0')
  const at = whole.length + zeros - power
  const fraction = all.slice(at).replace(/0+$/, '')
  const kept = rest && rest.length - zeros + power > 0 ? all.slice(at, at + rest.length - zeros + power) : fraction
  return [all.slice(0, at).replace(/\B(?=(\d{3})+$)/g, ',') + (kept ? `.${kept}` : ''), word]
}
