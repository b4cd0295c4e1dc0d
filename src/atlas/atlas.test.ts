import { describe, expect, it } from 'vitest'
import { onEarth, onMap } from '#models'
import { mapViews, type LonLat } from '#schema'
import { conicOf, isInside, landOf, project, projectionOf, size, views } from './index.ts'

describe.each(mapViews)('%s', (view) => {
  const [lon, lat] = views[view].middle
  it('has in its middle what it says', () => expect(project(view, { lon, lat })).toEqual([size.width / 2, size.height / 2]))
  it('has north above and east to the right', () => {
    expect(project(view, { lon, lat: lat + 1 })[1]).toBeLessThan(size.height / 2)
    expect(project(view, { lon: lon + 1, lat })[0]).toBeGreaterThan(size.width / 2)
  })
  it('shows both ends of the way from Baku to Nakhchivan, and not New York', () => {
    for (const place of [{ lon: 49.89, lat: 40.38 }, { lon: 45.41, lat: 39.21 }]) expect(isInside(view, place)).toBe(true)
    expect(isInside(view, { lon: -74, lat: 40.7 })).toBe(false)
  })
  it('draws land and borders, cut to the picture and light enough for a page', () => {
    const { land, borders } = landOf(view)
    const numbers = (land + borders).match(/-?\d+(?:\.\d+)?/g)!.map(Number)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-7)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(size.width + 7)
    expect(land).toMatch(/^M[^Z]+Z/)
    expect(borders).not.toContain('Z')
    expect((land + borders).length).toBeLessThan(60_000)
  })

  describe('in numbers, as a browser has it', () => {
    const conic = conicOf(view)
    const grid = Array.from({ length: 21 }, (_, column) => Array.from({ length: 21 }, (_, row): [number, number] => [size.width * column / 20, size.height * row / 20])).flat()
    it('is the projection that the land is drawn in', () => {
      for (const point of grid) {
        const earth = projectionOf(view).invert!(point)! as LonLat
        const [x, y] = onMap(conic, earth)
        expect(Math.hypot(x - point[0], y - point[1])).toBeLessThan(0.01)
      }
    })
    it('finds a place again: there and back errs by less than a metre anywhere in the picture', () => {
      for (const point of grid) {
        const [lon, lat] = onEarth(conic, point)
        const [drawnLon, drawnLat] = projectionOf(view).invert!(point)!
        const km = 111.2 * Math.hypot(lat - drawnLat, (lon - drawnLon) * Math.cos(lat * Math.PI / 180))
        expect(km).toBeLessThan(0.001)
      }
    })
    it('errs by less than a kilometre through the tenths of a pixel that the picture keeps', () => {
      for (const point of grid) {
        const [lon, lat] = onEarth(conic, point)
        const [backLon, backLat] = onEarth(conic, project(view, { lon, lat }))
        const km = 111.2 * Math.hypot(lat - backLat, (lon - backLon) * Math.cos(lat * Math.PI / 180))
        expect(km).toBeLessThan(1)
      }
    })
  })
})
