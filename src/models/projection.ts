import type { LonLat } from '#schema'

/**
 * A conic conformal projection, with all that a picture of it needs: where its scale is true, the meridian in its middle, the constant
 * of the cone, and in pixels where the meridians meet and how far from there the equator lies.
 */
export interface Conic { kind: 'conic', parallels: [one: number, other: number], meridian: number, cone: number, apex: [x: number, y: number], equator: number }
/** Lambert's azimuthal equal-area projection: what it is true around, where that stands in the picture, and pixels a radian. */
export interface Azimuthal { kind: 'azimuthal', middle: LonLat, at: [x: number, y: number], scale: number }
/** So small that a browser can tell where a click fell. */
export type Projection = Conic | Azimuthal

const radians = Math.PI / 180
/** tan(π/4 + φ/2) */
export const stretched = (lat: number) => Math.tan((90 + lat) / 2 * radians)
/** 190 => -170 */
const wrapped = (lon: number) => lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon

/**
 * Where a place stands in the picture. The closed forms for the sphere: J. P. Snyder, Map Projections: A Working Manual (1987),
 * conic conformal pp. 106–107, (15-1) to (15-11); azimuthal equal-area pp. 185–187, (24-2) to (24-16).
 */
export function onMap(projection: Projection, [lon, lat]: LonLat): [x: number, y: number] {
  if (projection.kind === 'azimuthal') {
    const { middle, at, scale } = projection
    const [east, here, there] = [(lon - middle[0]) * radians, lat * radians, middle[1] * radians]
    const cosine = Math.sin(there) * Math.sin(here) + Math.cos(there) * Math.cos(here) * Math.cos(east)
    const reach = scale * Math.sqrt(2 / (1 + cosine))
    return [
      at[0] + reach * Math.cos(here) * Math.sin(east),
      at[1] - reach * (Math.cos(there) * Math.sin(here) - Math.sin(there) * Math.cos(here) * Math.cos(east)),
    ]
  }
  const { meridian, cone, apex, equator } = projection
  const radius = equator / stretched(lat) ** cone
  const angle = cone * wrapped(lon - meridian) * radians
  return [apex[0] + radius * Math.sin(angle), apex[1] + radius * Math.cos(angle)]
}

/** The place under a point of the picture. */
export function onEarth(projection: Projection, [x, y]: readonly [number, number]): LonLat {
  if (projection.kind === 'azimuthal') {
    const { middle, at, scale } = projection
    const [right, up] = [x - at[0], at[1] - y]
    const distance = Math.hypot(right, up)
    if (distance === 0) return middle
    const arc = 2 * Math.asin(Math.min(1, distance / (2 * scale)))
    const there = middle[1] * radians
    return [
      wrapped(middle[0] + Math.atan2(right * Math.sin(arc), distance * Math.cos(there) * Math.cos(arc) - up * Math.sin(there) * Math.sin(arc)) / radians),
      Math.asin(Math.cos(arc) * Math.sin(there) + up * Math.sin(arc) * Math.cos(there) / distance) / radians,
    ]
  }
  const { meridian, cone, apex, equator } = projection
  const side = Math.sign(cone) // south of the equator the meridians meet below the picture
  const [east, south] = [side * (x - apex[0]), side * (y - apex[1])]
  return [
    wrapped(meridian + Math.atan2(east, south) / cone / radians),
    2 * Math.atan((equator / (side * Math.hypot(east, south))) ** (1 / cone)) / radians - 90,
  ]
}

/** Earth's mean radius, by which `place` exercises are graded too. */
const earth = 6371.0088

/** The line that lies everywhere `km` from a place, as points of the picture: a circle where shapes stay right, else what becomes of one. */
export function aroundOnMap(projection: Projection, [lon, lat]: LonLat, km: number, points = 72): [x: number, y: number][] {
  const [arc, here] = [km / earth, lat * radians]
  return Array.from({ length: points }, (_, index) => {
    const bearing = index / points * 2 * Math.PI
    const north = Math.asin(Math.sin(here) * Math.cos(arc) + Math.cos(here) * Math.sin(arc) * Math.cos(bearing))
    const east = Math.atan2(Math.sin(bearing) * Math.sin(arc) * Math.cos(here), Math.cos(arc) - Math.sin(here) * Math.sin(north))
    return onMap(projection, [wrapped(lon + east / radians), north / radians])
  })
}

export interface Degree { of: 'lon' | 'lat', degrees: number, /** Along its edge, 0 to 1 from the left or from the top. */ at: number }

/**
 * Where whole degrees cross the lower edge of the picture (longitude) and its left one (latitude), so that a place can be read off on
 * paper. Every degree, or every fifth or tenth, so that an edge has about a dozen.
 */
export function degreesAtEdges(projection: Projection, width: number, height: number): Degree[] {
  const along = (of: 'lon' | 'lat', point: (at: number) => [x: number, y: number]): Degree[] => {
    const read = (at: number) => onEarth(projection, point(at))[of === 'lon' ? 0 : 1]
    const first = read(0)
    // Eastward without a leap where the date changes: 170, 190 for 170, -170.
    const value = (at: number) => at === 0 ? first : of === 'lon' ? first + (read(at) - first + 360) % 360 : read(at)
    const last = value(1)
    const [low, high] = [Math.min(first, last), Math.max(first, last)]
    const step = [1, 2, 5, 10, 20, 30].find(each => (high - low) / each <= 14) ?? 45
    const degrees = Array.from({ length: Math.max(0, Math.floor(high / step) - Math.ceil(low / step) + 1) }, (_, index) => (Math.ceil(low / step) + index) * step)
    return degrees.map((wanted) => {
      // Degrees grow or fall the whole way along an edge: halving finds the place.
      let [from, to] = [0, 1]
      for (let halved = 0; halved < 30; halved += 1) {
        const middle = (from + to) / 2
        if (value(middle) < wanted === first < last) from = middle
        else to = middle
      }
      return { of, degrees: of === 'lon' ? wrapped(wanted) : wanted, at: (from + to) / 2 }
    })
  }
  return [...along('lon', at => [at * width, height]), ...along('lat', at => [0, at * height])]
}
