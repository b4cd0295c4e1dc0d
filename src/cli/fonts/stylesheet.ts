import { type Coverage, pointsOf, unicodeRange } from '../../course/characters.ts'
import { faces } from './faces.ts'
import { base } from './layers.ts'

/** styles/fonts.css: a rule for each file, and for each Latin one its twin for Chinese text. */
export function stylesheet(coverage: Coverage): string {
  const rules = Object.entries(coverage.faces).flatMap(([file, { family, weight, style, characters }]) => {
    const face = faces.find(({ name }) => file.startsWith(`${name}.`))!
    const rule = (name: string, range: string, more = '') =>
      `@font-face { font-family: '${name}'; font-weight: ${weight}; font-style: ${style}; font-display: swap; src: url('./fonts/${file}') format('woff2');${more} unicode-range: ${range} }`
    // The rule that comes last is asked first: a layer for what it has, the base for the rest.
    if (face.script === 'han' && file !== `${face.name}.${base}.woff2`) return [rule(family, characters)]
    if (face.script === 'han') return [rule(family, 'U+B7, U+2000-2BFF, U+2E80-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF, U+20000-323AF')]
    const twin = [...pointsOf(characters)].filter(isLatinInChinese)
    return [rule(family, characters), ...twin.length ? [rule(`${family} zh`, unicodeRange(twin), ` size-adjust: ${face.enlarged}%;`)] : []]
  })
  return `/*
  Made by \`npm run fonts\`; do not edit. Imported by styles/index.ts (decks) and by the page host: Vite bundles the files
  from styles/fonts/ under hashed names in both. Families are used through --serif, --sans, --display, --numeral of tokens.css.
  The twins "… zh" are Latin inside Chinese: a little larger, and without “ ” — … ·, which there come from the Han font.
*/
${rules.join('\n')}
`
}

/** “ ” — … · are Chinese in Chinese text; the en dash of page ranges and the minus stay Latin. */
const isLatinInChinese = (point: number) => point !== 0xB7 && !(point >= 0x2000 && point <= 0x2BFF && ![0x2013, 0x2212, 0x2260, 0x20AC, 0x2116].includes(point))
