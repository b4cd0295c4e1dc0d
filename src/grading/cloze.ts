import type { Mark } from '#schema'
import { at, formFor, idsOf, isOneOf, readSlots, readText, type Grader, type Points } from './grader.ts'

/** Words for gaps in a text. One point a gap, both sides folded. */
export const cloze: Grader<'cloze'> = {
  read: (item, response) => readSlots(response, idsOf(item.gaps), readText, Boolean),
  isComplete: (item, said) => item.gaps.every(({ id }) => Object.hasOwn(said, id)),
  model: (key, lang) => Object.fromEntries(Object.entries(key.solution).map(([gap, forms]) => [gap, formFor(forms, lang)])),
  points(said, { key }, fold): Points {
    const marks: Record<string, Mark> = {}
    for (const [gap, forms] of Object.entries(key.solution)) {
      const value = at(said, gap)
      if (value !== undefined) marks[gap] = isOneOf(forms, value, fold) ? 'right' : 'wrong'
    }
    return { earned: Object.values(marks).filter(mark => mark === 'right').length, possible: Object.keys(key.solution).length, marks }
  },
  fires(when, said, _, fold) {
    const value = at(said, when.gap)
    return value !== undefined && isOneOf(when.is, value, fold)
  },
}
