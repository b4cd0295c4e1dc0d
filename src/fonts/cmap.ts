/** The characters a TrueType or OpenType font has a glyph for, read from its `cmap` (formats 4 and 12). */
export function charactersOfFont(font: Uint8Array): Set<number> {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tag = (offset: number) => String.fromCharCode(...font.subarray(offset, offset + 4))
  let table = 0
  for (let index = 0; index < data.getUint16(4); index++)
    if (tag(12 + index * 16) === 'cmap') table = data.getUint32(12 + index * 16 + 8)
  if (!table) throw new Error('the font has no cmap table')

  const points = new Set<number>()
  for (let index = 0; index < data.getUint16(table + 2); index++) {
    const at = table + data.getUint32(table + 4 + index * 8 + 4)
    const format = data.getUint16(at)
    if (format === 12) {
      for (let group = 0; group < data.getUint32(at + 12); group++) {
        const row = at + 16 + group * 12
        for (let point = data.getUint32(row); point <= data.getUint32(row + 4); point++) points.add(point)
      }
    }
    else if (format === 4) {
      const segments = data.getUint16(at + 6) / 2
      const ends = at + 14, starts = ends + segments * 2 + 2, deltas = starts + segments * 2, offsets = deltas + segments * 2
      for (let segment = 0; segment < segments; segment++) {
        const start = data.getUint16(starts + segment * 2), end = data.getUint16(ends + segment * 2)
        const delta = data.getUint16(deltas + segment * 2), offset = data.getUint16(offsets + segment * 2)
        for (let point = start; point <= end && point !== 0xFFFF; point++) {
          const glyph = offset
            ? data.getUint16(offsets + segment * 2 + offset + (point - start) * 2)
            : (point + delta) & 0xFFFF
          if (glyph) points.add(point)
        }
      }
    }
  }
  return points
}
