import type { Kind } from '#schema'
import { cells } from './cells.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { cloze } from './cloze.ts'
import { edges } from './edges.ts'
import { essay } from './essay.ts'
import type { Grader } from './grader.ts'
import { judge } from './judge.ts'
import { match } from './match.ts'
import { matrix } from './matrix.ts'
import { number } from './number.ts'
import { order } from './order.ts'
import { place } from './place.ts'
import { signs } from './signs.ts'
import { sort } from './sort.ts'
import { text } from './text.ts'

/** One row a kind; a kind of the schema without its row does not compile. */
const graders: { [K in Kind]: Grader<K> } = { choice, choices, judge, number, text, cloze, match, order, sort, matrix, edges, signs, cells, place, essay }

/** The grader of an item's kind. That item, key and response are of one kind is known past the door of `split`. */
export const graderOf = (kind: Kind) => graders[kind] as unknown as Grader<Kind>
