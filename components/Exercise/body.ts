import type { ItemOf, Kind, Mark, ResponseOf } from '#schema'

/** What the frame hands to the component of each kind. It answers with `change`, a whole response. */
export interface Body<K extends Kind> {
  item: ItemOf<K>
  response: ResponseOf<K>
  /** How each part of the last checked response stands; empty before a check. */
  marks: Record<string, Mark>
  /** A response that earns everything, when the answer is shown. */
  solution: ResponseOf<K> | undefined
  /** Right already, or the answer is shown: nothing more to choose. */
  isDone: boolean
}

/** 0 => "A": the grader of answer files reads the same letters. */
export { letter } from '#grading/letters'
