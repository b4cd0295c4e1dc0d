import type { Item, ItemOf, Kind } from '#schema'

/**
 * The points that a whole right answer earns, as far as they can be told to somebody who is to answer: how many cells of a
 * table are wrong is what is asked, so there it is undefined. 0: the program gives no points. One row a kind.
 */
const rows: { [K in Kind]: (item: ItemOf<K>) => number | undefined } = {
  choice: () => 1,
  choices: () => undefined,
  judge: item => item.statements.length,
  number: () => 1,
  text: () => 1,
  cloze: item => item.gaps.length,
  match: item => item.left.length,
  order: item => item.items.length,
  sort: item => item.items.length,
  matrix: item => item.rows.length * item.columns.length,
  edges: item => item.edges.length,
  signs: item => 2 * item.edges.length,
  cells: () => undefined,
  place: item => item.items.length,
  essay: () => 0,
}

/** `worth(item)` => 3; undefined where the number of points would say how many there are to find. */
export const worth = (item: Item): number | undefined => (rows[item.kind] as (item: Item) => number | undefined)(item)
