import { describe, expect, it } from 'vitest'
import { mapViews } from '#schema'
import { isInside, landOf, project, size, views } from './index.ts'

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
})
