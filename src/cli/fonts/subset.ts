import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { charactersOfFont } from './cmap.ts'
import { features } from './faces.ts'

const fontverter = createRequire(createRequire(import.meta.url).resolve('subset-font'))('fontverter') as { convert: (font: Uint8Array, to: 'truetype' | 'woff2') => Promise<Uint8Array> }

/** The characters of a font in any wrapping. */
export const charactersOf = async (font: Uint8Array) => charactersOfFont(await fontverter.convert(font, 'truetype'))

/**
 * A static woff2 with those of `characters` that `source` has, and which they are.
 * The same characters give the same bytes, so that a committed file changes only when the course does.
 */
export async function subset(source: Uint8Array, characters: string[], axes: Record<string, number> | undefined): Promise<{ woff2: Buffer, points: Set<number> }> {
  const text = [...characters].sort().join('')
  const plain = await subsetFont(Buffer.from(source), text, { targetFormat: 'truetype', keepFeatures: features, ...(axes && { variationAxes: axes }) })
  const points = charactersOfFont(plain)
  return { woff2: Buffer.from(await fontverter.convert(plain, 'woff2')), points }
}
