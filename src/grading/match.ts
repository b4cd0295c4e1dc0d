import { at, idsOf } from './grader.ts'
import { defineSlots } from './slots.ts'

/** Each thing on the left gets a target. One point a pair; a target may be used twice, or never. */
export const match = defineSlots<'match'>({
  slots: item => idsOf(item.left),
  values: item => idsOf(item.targets),
  fires: (when, said) => at(said, when.left) === when.target,
})
