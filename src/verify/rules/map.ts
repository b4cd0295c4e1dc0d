import { isInside } from '#atlas'
import type { Problem } from '#course'
import { mapViews } from '#schema'
import { defineRule } from '../rule.ts'

/** "GeoNames 587084", "Wikidata Q9248", "Natural Earth". */
const gazetteer = /^(?:GeoNames \d+|Wikidata Q\d+|Natural Earth\b.*|Wikipedia, .+)$/

export const map = defineRule({
  name: 'map',
  description: 'Every vertex of a route is inside the map; a name stands in each extent it is written in, and on a point that some source gives; what an exercise asks for and names is in the extent it shows.',
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const [id, place] of Object.entries(course.places)) {
      checked++
      const at = `${place.lon}, ${place.lat}`
      for (const view of mapViews)
        if (place.label[view] && !isInside(view, place)) problems.push({ ...course.place('places', id, ['label', view]), message: `${at} is outside the extent "${view}": its name would not be seen` })
      if (place.is === 'town' && !gazetteer.test(place.from)) problems.push({ ...course.place('places', id, ['from']), message: `read "${place.from}", expected where the coordinates come from, such as "GeoNames 587084" or "Wikidata Q9248"` })
    }
    for (const [id, route] of Object.entries(course.routes)) {
      route.vertices.forEach((vertex, index) => {
        const place = course.places[vertex]
        if (!place) return // `ids` says so
        checked++
        const here = course.place('routes', id, ['vertices', index])
        if (place.is !== 'town') problems.push({ ...here, message: `"${vertex}" is a ${place.is}; a route runs from town to town` })
        else if (!isInside('region', place)) problems.push({ ...here, message: `"${vertex}" (${place.lon}, ${place.lat}) is outside the map` })
      })
      for (const view of mapViews)
        if (route.label[view] && !isInside(view, route.label[view])) problems.push({ ...course.place('routes', id, ['label', view]), message: `is outside the extent "${view}": the name would not be seen` })
    }
    for (const [id, file] of Object.entries(course.exerciseFiles)) {
      if (file.kind !== 'place') continue
      const hold = (place: string, field: (string | number)[], isNamed = false) => {
        const found = course.places[place]
        if (!found) return // `ids` says so
        checked++
        if (!isInside(file.view, found)) problems.push({ ...course.place('exercises', id, field), message: `"${place}" (${found.lon}, ${found.lat}) is outside the extent "${file.view}"` })
        else if (isNamed && (found.label[file.view] ?? 'dot') === 'dot') problems.push({ ...course.place('exercises', id, field), message: `"${place}" has no name in the extent "${file.view}": its \`label\` in corpus/routes/ says on which side it stands` })
      }
      for (const [item, { place }] of Object.entries(file.items)) hold(place, ['items', item, 'place'])
      file.landmarks.forEach((place, index) => hold(place, ['landmarks', index], true))
      file.feedback.forEach(({ when }, index) => { if ('nearer' in when) hold(when.nearer, ['feedback', index, 'when', 'nearer']) })
    }
    return { checked, problems }
  },
})
