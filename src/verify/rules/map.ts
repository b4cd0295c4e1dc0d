import { isInside } from '#atlas'
import type { Problem } from '#course'
import { mapViews } from '#schema'
import { defineRule } from '../rule.ts'

/** "GeoNames 587084", "Wikidata Q9248", "Natural Earth". */
const gazetteer = /^(?:GeoNames \d+|Wikidata Q\d+|Natural Earth\b.*|Wikipedia, .+)$/

export const map = defineRule({
  name: 'map',
  description: 'Every vertex of a route is inside the map; a name stands in each extent it is written in, and on a point that some source gives.',
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
    return { checked, problems }
  },
})
