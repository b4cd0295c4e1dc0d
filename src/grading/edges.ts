import { at, idsOf } from './grader.ts'
import { defineSlots } from './slots.ts'

/** Each relation of a framework gets its label. One point a relation. */
export const edges = defineSlots<'edges'>({
  slots: item => idsOf(item.edges),
  values: item => idsOf(item.labels),
  fires: (when, said) => at(said, when.edge) === when.label,
})
