import { unicodeRange } from './characters.ts'
import type { Face } from './faces.ts'

/** A file of a face: what it is called and which characters it is asked for. */
export interface FontFile { face: Face, slice: string, name: string, points: number[] }

/**
 * A rule for each file, and for each Latin one its twin for Chinese text. The ranges of a face do not overlap.
 * Slice by slice, not face by face: four equal lists of a thousand characters side by side compress to one.
 */
export function stylesheet(files: readonly FontFile[]): string {
  const rules = files.flatMap(({ face, name, points }) => {
    const rule = (family: string, range: readonly number[], more = '') =>
      `@font-face { font-family: '${family}'; font-weight: ${face.weight}; font-style: ${face.style}; `
      + `font-display: swap; src: url('./${name}') format('woff2');${more} unicode-range: ${unicodeRange(range)} }`
    const twin = face.script === 'latin' ? points.filter(isLatinInChinese) : []
    return [
      rule(face.family, points),
      ...twin.length ? [rule(`${face.family} zh`, twin, ` size-adjust: ${face.enlarged}%;`)] : [],
    ]
  })
  return `/*
  Families are used through --serif, --sans, --display, --numeral of tokens.css.
  The twins "… zh" are Latin inside Chinese: a little larger, and without “ ” — … ·, which there come from the Han font.
*/
${rules.join('\n')}
`
}

/** “ ” — … · are Chinese in Chinese text; the en dash of page ranges and the minus stay Latin. */
const isLatinInChinese = (point: number) =>
  point !== 0xB7 && !(point >= 0x2000 && point <= 0x2BFF && ![0x2013, 0x2212, 0x2260, 0x20AC, 0x2116].includes(point))
