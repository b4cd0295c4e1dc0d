import { verdicts } from '#schema/verdict'
import { at, idsOf } from './grader.ts'
import { defineSlots } from './slots.ts'

/** Statements held against one source: supported, contradicted, not stated. One point a statement. */
export const judge = defineSlots<'judge'>({
  slots: item => idsOf(item.statements),
  values: () => [...verdicts],
  fires: (when, said) => at(said, when.statement) === when.as,
})
