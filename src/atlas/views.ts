import { geoConicConformal, type GeoProjection } from 'd3-geo'
import { stretched, type Conic } from '#models'
import type { MapView } from '#schema'

/** The size of the picture under a headline of one line, bleeding to the left edge of the slide. */
export const size = { width: 658, height: 372 }

/**
 * Conic conformal projections: shapes and angles stay right, which is what one looks at in a small region; `parallels` are
 * where the scale is true, `middle` is what stands in the middle of the picture, `scale` is pixels a radian.
 */
export const views: Record<MapView, { middle: [lon: number, lat: number], parallels: [number, number], scale: number, detail: '10m' | '50m', countries?: string[] }> = {
  // From Kars to the Caspian: the south of Armenia can be read, Baku is still there. Its countries by their numbers (ISO 3166-1), so that the world is not drawn for six of them.
  'south-caucasus': { middle: [46.58, 40.22], parallels: [39, 41.5], scale: 6220, detail: '10m', countries: ['051', '031', '268', '792', '364', '643'] },
  // From the Black Sea to China's western border, up to the Trans-Siberian line and down to the Persian Gulf.
  'region': { middle: [56, 44.6], parallels: [38, 55], scale: 735, detail: '50m' },
}

export const projectionOf = (view: MapView): GeoProjection => {
  const { middle: [lon, lat], parallels, scale } = views[view]
  return geoConicConformal().rotate([-lon, 0]).center([0, lat]).parallels(parallels).scale(scale).translate([size.width / 2, size.height / 2])
}

/** The same projection in numbers, for a browser that has neither this room nor d3. */
export function conicOf(view: MapView): Conic {
  const { middle: [lon, lat], parallels: [one, other], scale } = views[view]
  const cos = (degrees: number) => Math.cos(degrees * Math.PI / 180)
  const cone = Math.log(cos(one) / cos(other)) / Math.log(stretched(other) / stretched(one))
  const equator = scale * cos(one) * stretched(one) ** cone / cone
  return { meridian: lon, cone, apex: [size.width / 2, size.height / 2 - equator / stretched(lat) ** cone], equator }
}

/** Where a place stands in the picture. */
export function project(view: MapView, { lon, lat }: { lon: number, lat: number }): [x: number, y: number] {
  const [x, y] = projectionOf(view)([lon, lat])!
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10]
}

export function isInside(view: MapView, place: { lon: number, lat: number }): boolean {
  const [x, y] = project(view, place)
  return x >= 0 && x <= size.width && y >= 0 && y <= size.height
}
