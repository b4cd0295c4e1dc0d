import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { features } from './faces.ts'

const fontverter = createRequire(createRequire(import.meta.url).resolve('subset-font'))('fontverter') as { convert: (font: Uint8Array, to: 'truetype' | 'woff2') => Promise<Uint8Array> }

/**
 * A static woff2 with those of `characters` that `source` has, and which they are.
 * The same characters give the same bytes, so that a committed file changes only when the course does.
 */
export async function subset(source: Uint8Array, characters: string[], axes: Record<string, number> | undefined, charactersOf: (font: Uint8Array) => Set<number>): Promise<{ woff2: Buffer, points: Set<number> }> {
  const text = [...characters].sort().join('')
  const plain = await subsetFont(Buffer.from(source), text, { targetFormat: 'truetype', keepFeatures: features, ...(axes && { variationAxes: axes }) })
  const points = charactersOf(plain)
  return { woff2: Buffer.from(await fontverter.convert(plain, 'woff2')), points }
}
