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

/** 0 => "A" */
export const letter = (index: number) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index] ?? String(index + 1)
