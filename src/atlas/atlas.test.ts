import { describe, expect, it } from 'vitest'
import { aroundOnMap, degreesAtEdges, onEarth, onMap } from '#models'
import { type LonLat, Extent } from '#schema'
import { extentFor, isInside, landOf, numbersOf, project, projectionFor, projectionOf, size } from './index.ts'

const named = (name: string) => ({ en: name, zh: name })
const within = (west: number, south: number, east: number, north: number): Extent => ({ name: named('x'), bounds: { west, south, east, north }, step: 1 })
const extents = {
  'laid, near': { name: named('x'), laid: { middle: [46.58, 40.22], parallels: [39, 41.5], scale: 6220 }, step: 0.05, countries: ['051', '031', '268', '792', '364', '643'] },
  'laid, wider': { name: named('x'), laid: { middle: [56, 44.6], parallels: [38, 55], scale: 735 }, step: 0.25 },
  'Central Asia': within(46, 35, 88, 56),
  'Lisbon to Tokyo': within(-10, 18, 142, 62),
  'both shores of the Pacific': within(110, 15, -110, 60),
  'a conic one across 180°': within(160, 50, -160, 68),
  'the straits at the equator': within(95, -8, 120, 8),
  'south of the equator': within(112, -44, 154, -12),
} satisfies Record<string, Extent>
const all = Object.entries(extents) as [string, Extent][]

/** Points of the picture that lie on the earth; a wide picture may have corners beyond it. */
const grid = Array.from({ length: 21 }, (_, column) => Array.from({ length: 21 }, (_, row): [number, number] => [size.width * column / 20, size.height * row / 20])).flat()
const onTheEarth = (extent: Extent) => grid.filter((point) => {
  const place = projectionOf(extent).invert!(point)
  const back = place && projectionOf(extent)(place)
  return back && Math.hypot(back[0] - point[0], back[1] - point[1]) < 0.001
})
const apart = ([lon, lat]: LonLat, [other, otherLat]: LonLat) => 111.2 * Math.hypot(lat - otherLat, ((lon - other + 540) % 360 - 180) * Math.cos(lat * Math.PI / 180))

describe('which projection an extent is drawn in', () => {
  it.each([
    ['Central Asia', within(46, 35, 88, 56), 'conic'],
    ['one across 180°', within(160, 50, -160, 68), 'conic'],
    ['south of the equator', within(112, -44, 154, -12), 'conic'],
    ['Lisbon to Tokyo, wider than 60°', within(-10, 18, 142, 62), 'azimuthal'],
    ['the Pacific', within(110, 15, -110, 60), 'azimuthal'],
    ['both sides of the equator', within(95, -8, 120, 8), 'azimuthal'],
    ['near it', within(95, 2, 110, 12), 'azimuthal'],
    ['the Arctic', within(0, 60, 60, 85), 'azimuthal'],
  ] as const)('%s: %s', (_, { bounds }, expected) => expect(projectionFor(bounds!)).toBe(expected))
})

describe.each(all)('%s', (_, extent) => {
  it('has north above and east to the right in its middle', () => {
    const [lon, lat] = projectionOf(extent).invert!([size.width / 2, size.height / 2])!
    const [x, y] = project(extent, { lon, lat })
    expect(project(extent, { lon, lat: lat + 1 })[1]).toBeLessThan(y)
    expect(project(extent, { lon: lon + 1, lat })[0]).toBeGreaterThan(x)
  })
  it('draws land and borders, cut to the picture and light enough for a page', () => {
    const { land, borders } = landOf(extent)
    const numbers = (land + borders).match(/-?\d+(?:\.\d+)?/g)!.map(Number)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-7)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(size.width + 7)
    expect(land).toMatch(/^M[^Z]+Z/)
    expect(borders).not.toContain('Z')
    expect((land + borders).length).toBeLessThan(60_000)
  })

  describe('in numbers, as a browser has it', () => {
    const numbers = numbersOf(extent)
    it('is the projection that the land is drawn in', () => {
      expect(onTheEarth(extent).length).toBeGreaterThan(300)
      for (const point of onTheEarth(extent)) {
        const [x, y] = onMap(numbers, projectionOf(extent).invert!(point)! as LonLat)
        expect(Math.hypot(x - point[0], y - point[1])).toBeLessThan(0.01)
      }
    })
    it('finds a place again: there and back errs by less than a metre anywhere in the picture', () => {
      for (const point of onTheEarth(extent)) expect(apart(onEarth(numbers, point), projectionOf(extent).invert!(point)! as LonLat)).toBeLessThan(0.001)
    })
    it('errs by less than a pixel\'s tenth through the tenths that the picture keeps', () => {
      const kmOfPixel = 6371 / projectionOf(extent).scale()
      for (const point of onTheEarth(extent)) {
        const [lon, lat] = onEarth(numbers, point)
        expect(apart([lon, lat], onEarth(numbers, project(extent, { lon, lat })))).toBeLessThan(kmOfPixel / 5)
      }
    })
  })
})

describe('bounds', () => {
  it.each([
    ['Lisbon to Tokyo', [[-9.14, 38.72], [139.69, 35.68], [37.62, 55.75], [6.76, 51.43], [131.89, 43.12], [72.88, 19.08]], [[-74, 40.7], [151.2, -33.9]]],
    ['both shores of the Pacific', [[139.69, 35.68], [-118.24, 34.05], [131.89, 43.12], [-157.86, 21.31], [179.9, 40], [-179.9, 40]], [[37.62, 55.75], [-74, 40.7]]],
    ['laid, near', [[49.89, 40.38], [45.41, 39.21]], [[-74, 40.7]]],
  ] as const)('%s: shows what lies in it and not what lies far off', (name, inside, outside) => {
    const extent: Extent = extents[name]
    expect(inside.map(([lon, lat]) => isInside(extent, { lon, lat }))).toEqual(inside.map(() => true))
    expect(outside.map(([lon, lat]) => isInside(extent, { lon, lat }))).toEqual(outside.map(() => false))
  })
  it.each([
    ['neither bounds nor laid', {}, /expected `bounds` .* or `laid`/],
    ['north below south', { bounds: { west: 1, south: 50, east: 9, north: 40 } }, /north \(40\) is not north of south \(50\)/],
    ['no width', { bounds: { west: 9, south: 30, east: 9, north: 40 } }, /east and west are the same/],
  ])('are refused: %s', (_, given, says) => expect(Extent.safeParse({ name: named('x'), step: 1, ...given }).error!.issues.map(({ message }) => message).join()).toMatch(says))
  it('a map without a name takes the first that holds every place', () => {
    const tokyo = { lon: 139.7, lat: 35.7 }
    expect(extentFor(extents, [{ lon: 45, lat: 40 }])).toBe('laid, near')
    expect(extentFor(extents, [{ lon: 45, lat: 40 }, tokyo])).toBe('Lisbon to Tokyo')
    expect(extentFor({}, [tokyo])).toBeUndefined()
  })
})

it.each(all)('what lies 100 km round a place, %s: each of its points is 100 km off', (_, extent) => {
  const middle = projectionOf(extent).invert!([size.width / 2, size.height / 2])! as LonLat
  const numbers = numbersOf(extent)
  const haversine = ([lon, lat]: LonLat, [other, otherLat]: LonLat) => {
    const r = Math.PI / 180
    const h = Math.sin((otherLat - lat) * r / 2) ** 2 + Math.cos(lat * r) * Math.cos(otherLat * r) * Math.sin((other - lon) * r / 2) ** 2
    return 2 * 6371.0088 * Math.asin(Math.sqrt(h))
  }
  const round = aroundOnMap(numbers, middle, 100)
  expect(round).toHaveLength(72)
  for (const point of round) expect(haversine(middle, onEarth(numbers, point))).toBeCloseTo(100, 3)
})

it.each(Object.entries(extents))('whole degrees stand at the edges where a reader would put a ruler: %s', (_, extent) => {
  const numbers = numbersOf(extent)
  const degrees = degreesAtEdges(numbers, size.width, size.height)
  for (const { of, degrees: degree, at } of degrees) {
    const [lon, lat] = onEarth(numbers, of === 'lon' ? [at * size.width, size.height] : [0, at * size.height])
    expect(of === 'lon' ? Math.abs((lon - degree + 540) % 360 - 180) : Math.abs(lat - degree), `${of} ${degree}`).toBeLessThan(0.0001)
  }
  for (const of of ['lon', 'lat'] as const) {
    const along = degrees.filter(each => each.of === of)
    expect(along.length, of).toBeGreaterThanOrEqual(2)
    expect(along.length, of).toBeLessThanOrEqual(15)
  }
})
