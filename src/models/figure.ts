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
