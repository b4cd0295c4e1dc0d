import { geoAzimuthalEqualArea, geoConicConformal, type GeoProjection } from 'd3-geo'
import { stretched, type Projection } from '#models'
import type { Extent, LonLat } from '#schema'

/** The size of the picture under a headline of one line, bleeding to the left edge of the slide. */
export const size = { width: 658, height: 372 }
/** What of the picture's edge stays free of the bounds, in px. */
const margin = 14

type Bounds = NonNullable<Extent['bounds']>
/** `east` less than `west`: across 180°. */
const across = ({ west, east }: Bounds) => (east - west + 360) % 360 || 360
const midway = (bounds: Bounds): LonLat => {
  const lon = bounds.west + across(bounds) / 2
  return [lon > 180 ? lon - 360 : lon, (bounds.south + bounds.north) / 2]
}

/**
 * Which projection draws these bounds. Conic conformal for a region of the middle latitudes, one side of the equator, at most 60°
 * wide and 35° high: shapes and angles stay right, which is what one looks at there. Anything wider, at a pole or at the equator:
 * Lambert's azimuthal equal-area about its middle, in which no country looks larger than another of its size.
 */
export function projectionFor(bounds: Bounds): Projection['kind'] {
  const { south, north } = bounds
  const isMiddle = Math.sign(south) === Math.sign(north) && Math.min(Math.abs(south), Math.abs(north)) >= 10 && Math.max(Math.abs(south), Math.abs(north)) <= 80
  return isMiddle && across(bounds) <= 60 && north - south <= 35 ? 'conic' : 'azimuthal'
}

/** Points along the edge of the bounds, and a net inside: whatever the projection does to them, all of them are to be seen. */
function net({ west, south, east, north }: Bounds): { type: 'MultiPoint', coordinates: LonLat[] } {
  const steps = 24
  const wide = across({ west, south, east, north })
  const coordinates = Array.from({ length: steps + 1 }, (_, column) => Array.from({ length: steps + 1 }, (_, row): LonLat => {
    const lon = west + wide * column / steps
    return [lon > 180 ? lon - 360 : lon, south + (north - south) * row / steps]
  })).flat()
  return { type: 'MultiPoint', coordinates }
}

/** What stands in the middle, and where a conic projection is true to scale: a sixth from either end, as is usual. */
function frameOf(extent: Extent): { kind: Projection['kind'], middle: LonLat, parallels: [number, number] } {
  if (extent.laid) return { kind: 'conic', middle: extent.laid.middle, parallels: extent.laid.parallels }
  const bounds = extent.bounds!
  const sixth = (bounds.north - bounds.south) / 6
  const round = (degrees: number) => Math.round(degrees * 2) / 2
  return { kind: projectionFor(bounds), middle: midway(bounds), parallels: [round(bounds.south + sixth), round(bounds.north - sixth)] }
}

/** As d3 draws it. */
export function projectionOf(extent: Extent): GeoProjection {
  const { kind, middle: [lon, lat], parallels } = frameOf(extent)
  const projection = kind === 'conic' ? geoConicConformal().rotate([-lon, 0]).center([0, lat]).parallels(parallels) : geoAzimuthalEqualArea().rotate([-lon, -lat])
  if (extent.laid) return projection.scale(extent.laid.scale).translate([size.width / 2, size.height / 2])
  return projection.fitExtent([[margin, margin], [size.width - margin, size.height - margin]], net(extent.bounds!))
}

/** The same projection in numbers, for a browser that has neither this room nor d3. */
export function numbersOf(extent: Extent): Projection {
  const { kind, middle, parallels } = frameOf(extent)
  const projection = projectionOf(extent)
  const scale = projection.scale()
  const [x, y] = projection(middle)!
  if (kind === 'azimuthal') return { kind, middle, at: [x, y], scale }
  const [one, other] = parallels
  const cos = (degrees: number) => Math.cos(degrees * Math.PI / 180)
  const cone = one === other ? Math.sin(one * Math.PI / 180) : Math.log(cos(one) / cos(other)) / Math.log(stretched(other) / stretched(one))
  const equator = scale * cos(one) * stretched(one) ** cone / cone
  return { kind, parallels, meridian: middle[0], cone, apex: [x, y - equator / stretched(middle[1]) ** cone], equator }
}

/** Where a place stands in the picture. */
export function project(extent: Extent, { lon, lat }: { lon: number, lat: number }): [x: number, y: number] {
  const [x, y] = projectionOf(extent)([lon, lat])!
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10]
}

export function isInside(extent: Extent, place: { lon: number, lat: number }): boolean {
  const [x, y] = project(extent, place)
  return x >= 0 && x <= size.width && y >= 0 && y <= size.height
}

/** Where no extent is named: the first that holds all of these, else the first there is. */
export function extentFor(extents: Record<string, Extent>, places: readonly { lon: number, lat: number }[]): string | undefined {
  return Object.keys(extents).find(id => places.every(place => isInside(extents[id]!, place))) ?? Object.keys(extents)[0]
}
