import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { charactersOfFont } from './cmap.ts'
import { features } from './faces.ts'

type Format = 'truetype' | 'woff2'
const fontverter = createRequire(createRequire(import.meta.url).resolve('subset-font'))('fontverter') as {
  convert: (font: Uint8Array, to: Format) => Promise<Uint8Array>
}

/** The characters of a font in any wrapping. */
export const charactersOf = async (font: Uint8Array) => charactersOfFont(await fontverter.convert(font, 'truetype'))

/** A static font with just `points`. The same points give the same bytes. */
export async function subset(source: Uint8Array, points: readonly number[], axes: Record<string, number> | undefined, format: Format): Promise<Buffer> {
  const text = [...new Set(points)].sort((a, b) => a - b).map(point => String.fromCodePoint(point)).join('')
  return subsetFont(Buffer.from(source), text, { targetFormat: format, keepFeatures: features, ...(axes && { variationAxes: axes }) })
}
