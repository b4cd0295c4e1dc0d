import { isInside } from '#atlas'
import type { Course, Problem } from '#course'
import { didYouMean } from '#course/letter'
import { mapsShown } from '#course/lecture'
import { defineRule } from '../rule.ts'

/** "GeoNames 587084", "Wikidata Q9248", "Natural Earth". */
const gazetteer = /^(?:GeoNames \d+|Wikidata Q\d+|Natural Earth\b.*|Wikipedia, .+)$/

export const map = defineRule({
  name: 'map',
  description: 'Every vertex of a route is inside the maps that show it; a name stands in each extent it is written in, and on a point that some source gives; what an exercise asks for and names is in the extent it shows.',
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const [id, place] of Object.entries(course.places)) {
      checked++
      const at = `${place.lon}, ${place.lat}`
      for (const view of Object.keys(place.label))
        if (!isSeen(course, view, place)) problems.push({ ...course.place('places', id, ['label', view]), message: unseen(course, view, `${at} is outside the extent "${view}": its name would not be seen`) })
      if (place.is === 'town' && !gazetteer.test(place.from)) problems.push({ ...course.place('places', id, ['from']), message: `read "${place.from}", expected where the coordinates come from, such as "GeoNames 587084" or "Wikidata Q9248"` })
    }
    const shown = Object.keys(course.syllabus.lectures).flatMap(lecture => mapsShown(course, lecture))
    for (const [id, route] of Object.entries(course.routes)) {
      const extents = [...new Set(shown.flatMap(({ extent, routes }) => extent !== undefined && routes.includes(id) ? [extent] : []))]
      if (extents.length === 0) problems.push({ ...course.place('routes', id), message: `no map shows "${id}", since corpus/maps.yaml has no extent` })
      route.vertices.forEach((vertex, index) => {
        const place = course.places[vertex]
        if (!place) return // `ids` says so
        checked++
        const here = course.place('routes', id, ['vertices', index])
        if (place.is !== 'town') problems.push({ ...here, message: `"${vertex}" is a ${place.is}; a route runs from town to town` })
        else {
          // A name of no extent is for `ids`, at its tag.
          for (const view of extents.filter(extent => course.extents[extent] && !isSeen(course, extent, place)))
            problems.push({ ...here, message: `"${vertex}" (${place.lon}, ${place.lat}) is outside the extent "${view}", which shows this route${wider(course, route.vertices)}` })
        }
      })
      for (const [view, label] of Object.entries(route.label))
        if (!isSeen(course, view, label)) problems.push({ ...course.place('routes', id, ['label', view]), message: unseen(course, view, `is outside the extent "${view}": the name would not be seen`) })
    }
    for (const [id, file] of Object.entries(course.exerciseFiles)) {
      if (file.kind !== 'place') continue
      if (!course.extents[file.view]) { problems.push({ ...course.place('exercises', id, ['view']), message: unseen(course, file.view, '') }); continue }
      const hold = (place: string, field: (string | number)[], isNamed = false) => {
        const found = course.places[place]
        if (!found) return // `ids` says so
        checked++
        if (!isSeen(course, file.view, found)) problems.push({ ...course.place('exercises', id, field), message: `"${place}" (${found.lon}, ${found.lat}) is outside the extent "${file.view}"` })
        else if (isNamed && (found.label[file.view] ?? 'dot') === 'dot') problems.push({ ...course.place('exercises', id, field), message: `"${place}" has no name in the extent "${file.view}": its \`label\` in corpus/routes/ says on which side it stands` })
      }
      for (const [item, { place }] of Object.entries(file.items)) hold(place, ['items', item, 'place'])
      file.landmarks.forEach((place, index) => hold(place, ['landmarks', index], true))
      file.feedback.forEach(({ when }, index) => { if ('nearer' in when) hold(when.nearer, ['feedback', index, 'when', 'nearer']) })
    }
    return { checked, problems }
  },
})

const isSeen = (course: Course, view: string, place: { lon: number, lat: number }) => Boolean(course.extents[view] && isInside(course.extents[view], place))

const unseen = (course: Course, view: string, otherwise: string) => course.extents[view] ? otherwise
  : `no extent "${view}" in corpus/maps.yaml${didYouMean(view, Object.keys(course.extents))}; there are ${Object.keys(course.extents).join(', ')}`

/** What an author can do about it: an extent that is there and holds the whole route. */
function wider(course: Course, vertices: readonly string[]): string {
  const held = Object.keys(course.extents).find(view => vertices.every(vertex => !course.places[vertex] || isSeen(course, view, course.places[vertex])))
  return held ? `; "${held}" holds all of it` : '; a wider one is a record in corpus/maps.yaml'
}
