import type { Mark } from '#schema'
import { noPassage, signs as all } from '#schema/verdict'
import { at, idsOf, readId, readSlots, type Grader, type Points } from './grader.ts'

/** As people type them and YAML reads them: `−` and `－` are "-", the number 0 is "0". */
const plain = (sign: unknown): unknown =>
  typeof sign === 'string' ? sign.normalize('NFKC').replace(/[\u2212\u2012-\u2014]/g, '-') : sign === 0 ? '0' : sign

/**
 * The sides of a triad marked in one domain: together, against, or not said; and the passage that bears it.
 * Two points a side, one for the sign, one for the passage, counted against the accepted pair that comes nearest;
 * where the source bears both signs, either is accepted with a passage that bears it. So a right sign earns its point
 * without its passage, and the passage without its sign. What the source does not say is 0 and "no passage says so".
 * Marks: `<side>/sign` and `<side>/passage`; of two pairs equally near the one with the sign that was given counts.
 */
export const signs: Grader<'signs'> = {
  read: (item, response) => readSlots(response, idsOf(item.edges),
    side => readSlots(side, ['sign', 'passage'], (value, part) => part === 'sign' ? readId(plain(value), [...all]) : readId(value, [...idsOf(item.passages), noPassage]), Boolean),
    side => Object.keys(side).length > 0),
  isComplete: (item, said) => item.edges.every(({ id }) => Object.keys(at(said, id) ?? {}).length === 2),
  model: key => Object.fromEntries(Object.entries(key.solution).map(([side, pairs]) => [side, { ...pairs[0]! }])),
  points(said, { key }): Points {
    const marks: Record<string, Mark> = {}
    for (const [side, pairs] of Object.entries(key.solution)) {
      const { sign, passage } = at(said, side) ?? {}
      const near = (pair: (typeof pairs)[number]) => Number(pair.sign === sign) * 1.5 + Number(pair.passage === passage)
      const best = [...pairs].sort((a, b) => near(b) - near(a))[0]
      if (sign !== undefined) marks[`${side}/sign`] = sign === best?.sign ? 'right' : 'wrong'
      if (passage !== undefined) marks[`${side}/passage`] = passage === best?.passage ? 'right' : 'wrong'
    }
    return { earned: Object.values(marks).filter(mark => mark === 'right').length, possible: 2 * Object.keys(key.solution).length, marks }
  },
  fires: (when, said) => {
    const side = at(said, when.edge) ?? {}
    return 'sign' in when ? side['sign'] === when.sign : side['passage'] === when.passage
  },
}
