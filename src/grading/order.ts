import type { Mark } from '#schema'
import { idsOf, readIds, type Grader } from './grader.ts'

/**
 * Things in an order. Every pair of them that stands the right way round counts for, every pair the wrong way round
 * against; never below nothing. As many points as there are things, in that share (to hundredths): the right order
 * earns all, a reversed one nothing, and guessing earns next to nothing. Things not yet placed make no pairs.
 * Marks: a thing is wrong when it stands beside a neighbour the wrong way round, which is where the order breaks.
 */
export const order: Grader<'order'> = {
  read: (item, response) => readIds(response, idsOf(item.items)),
  isComplete: (item, said) => said.length === item.items.length,
  model: key => [...key.solution],
  points(said, { key }) {
    const place = new Map(key.solution.map((id, index) => [id, index]))
    const places = said.flatMap(id => place.has(id) ? [place.get(id)!] : [])
    let lead = 0
    places.forEach((first, index) => { for (const second of places.slice(index + 1)) lead += first < second ? 1 : -1 })
    const all = key.solution.length
    const pairs = all * (all - 1) / 2
    const marks: Record<string, Mark> = {}
    if (said.length > 1) said.forEach((id, index) => {
      const here = place.get(id) ?? -1
      const breaks = [said[index - 1], said[index + 1]].some((other, side) => other !== undefined && (side === 0 ? (place.get(other) ?? -1) > here : (place.get(other) ?? -1) < here))
      marks[id] = breaks ? 'wrong' : 'right'
    })
    return { earned: pairs > 0 ? Math.round(all * Math.max(0, lead) / pairs * 100) / 100 : 0, possible: all, marks }
  },
  /** `inverted: [a, b]`: these two stand in the order that the key does not have them in, whichever way round they are named. */
  fires({ inverted: [one, other] }, said, { key }) {
    const [here, there] = [said.indexOf(one), said.indexOf(other)]
    return here >= 0 && there >= 0 && (here < there) !== (key.solution.indexOf(one) < key.solution.indexOf(other))
  },
}
