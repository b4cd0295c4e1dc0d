import type { ItemOf, KeyOf, Mark, ResponseOf } from '#schema'
import { at, readId, readSlots, type Grader, type Points } from './grader.ts'

/** Kinds whose response gives one id to each slot. */
export type SlotKind = 'judge' | 'match' | 'sort' | 'edges'

/** One point a slot. A slot left open costs its point and nothing more. */
export function pointsOfSlots(said: Record<string, string>, solution: Record<string, string>): Points {
  const marks: Record<string, Mark> = {}
  for (const slot of Object.keys(solution)) {
    const value = at(said, slot)
    if (value !== undefined) marks[slot] = value === solution[slot] ? 'right' : 'wrong'
  }
  return { earned: Object.values(marks).filter(mark => mark === 'right').length, possible: Object.keys(solution).length, marks }
}

/** A grader for a kind of slots: which slots there are, which ids may stand in them, what its feedback waits for. */
export function defineSlots<K extends SlotKind>(of: {
  slots: (item: ItemOf<K>) => string[]
  values: (item: ItemOf<K>) => string[]
  fires: Grader<K>['fires']
}): Grader<K> {
  return {
    read: (item, response) => readSlots(response, of.slots(item), value => readId(value, of.values(item)), Boolean),
    isComplete: (item, said) => of.slots(item).every(slot => Object.hasOwn(said, slot)),
    model: (key: KeyOf<K>) => ({ ...key.solution }) as ResponseOf<K>,
    points: (said, exercise) => pointsOfSlots(said, exercise.key.solution as Record<string, string>),
    fires: of.fires,
  }
}
