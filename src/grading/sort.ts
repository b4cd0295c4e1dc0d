import { at, idsOf } from './grader.ts'
import { defineSlots } from './slots.ts'

/** Each item goes into a bin. One point an item. */
export const sort = defineSlots<'sort'>({
  slots: item => idsOf(item.items),
  values: item => idsOf(item.bins),
  fires: (when, said) => at(said, when.item) === when.bin,
})
