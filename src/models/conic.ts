import type { LonLat } from '#schema'

/**
 * A conic conformal projection, with all that a picture of it needs: the meridian in its middle, the constant of the cone, and in
 * pixels where the meridians meet and how far from there the equator lies. So small that a browser can tell where a click fell.
 */
export interface Conic { meridian: number, cone: number, apex: [x: number, y: number], equator: number }

const radians = Math.PI / 180
/** tan(π/4 + φ/2) */
export const stretched = (lat: number) => Math.tan((90 + lat) / 2 * radians)

/** The closed forms for the sphere: J. P. Snyder, Map Projections: A Working Manual (1987), pp. 106–107, (15-1) to (15-11). */
export function onMap({ meridian, cone, apex, equator }: Conic, [lon, lat]: LonLat): [x: number, y: number] {
  const radius = equator / stretched(lat) ** cone
  const angle = cone * (lon - meridian) * radians
  return [apex[0] + radius * Math.sin(angle), apex[1] + radius * Math.cos(angle)]
}

export function onEarth({ meridian, cone, apex, equator }: Conic, [x, y]: readonly [number, number]): LonLat {
  const [east, south] = [x - apex[0], y - apex[1]]
  return [
    meridian + Math.atan2(east, south) / cone / radians,
    2 * Math.atan((equator / Math.hypot(east, south)) ** (1 / cone)) / radians - 90,
  ]
}
