import type { LonLat, Mark } from '#schema'
import { at, idsOf, readSlots, type Grader, type Points, type Reading } from './grader.ts'
import { numberIn } from './number.ts'

/** The mean radius of the earth in km: International Union of Geodesy and Geophysics. */
const earth = 6371.0088

/**
 * Along a great circle, in km: `kilometres([49.89, 40.38], [45.41, 39.21])` => 404. The haversine formula, which keeps its
 * digits where two points are near: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), p. 159.
 */
export function kilometres([lon, lat]: LonLat, [otherLon, otherLat]: LonLat): number {
  const radians = Math.PI / 180
  const half = (degrees: number) => Math.sin(degrees * radians / 2) ** 2
  const haversine = half(otherLat - lat) + Math.cos(lat * radians) * Math.cos(otherLat * radians) * half(otherLon - lon)
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

function readPoint(response: unknown): Reading<LonLat | undefined> {
  if (response === undefined || response === null || response === '' || (Array.isArray(response) && response.length === 0)) return { said: undefined, misread: [] }
  // An answer file keeps numbers as they were typed.
  const [lon = NaN, lat = NaN, ...more] = Array.isArray(response) ? response.map(each => typeof each === 'string' ? numberIn(each) ?? NaN : typeof each === 'number' ? each : NaN) : []
  if (more.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return { said: [lon, lat], misread: [] }
  return { said: undefined, misread: [{ at: [], read: response, wants: 'point', known: [] }] }
}

/**
 * Each thing is put on the map, as `[longitude, latitude]`. One point for each that lies within the tolerance of its place,
 * measured over the earth, not on the picture; what is not put anywhere costs its point and nothing more.
 */
export const place: Grader<'place'> = {
  read: (item, response) => readSlots(response, idsOf(item.items), readPoint, said => said !== undefined) as Reading<Record<string, LonLat>>,
  isComplete: (item, said) => item.items.every(({ id }) => Object.hasOwn(said, id)),
  model: key => Object.fromEntries(Object.entries(key.solution).map(([id, point]) => [id, [...point] as LonLat])),
  points(said, { item, key }): Points {
    const marks: Record<string, Mark> = {}
    for (const [id, point] of Object.entries(key.solution)) {
      const put = at(said, id)
      if (put) marks[id] = kilometres(put, point) <= item.within ? 'right' : 'wrong'
    }
    return { earned: Object.values(marks).filter(mark => mark === 'right').length, possible: Object.keys(key.solution).length, marks }
  },
  // What is right hears nothing; between several places that are named for one thing, the nearest is the one it was taken for.
  fires(when, said, { item, key }) {
    const put = at(said, when.item)
    const own = at(key.solution, when.item)
    if (!put || !own || kilometres(put, own) <= item.within) return false
    if ('beyond' in when) return kilometres(put, own) > when.beyond
    const others = key.feedback.flatMap(({ when: other }) => 'nearer' in other && other.item === when.item ? [other.at] : [])
    const far = kilometres(put, when.at)
    return far <= (when.within ?? Infinity) && [own, ...others].every(other => far <= kilometres(put, other))
  },
}
