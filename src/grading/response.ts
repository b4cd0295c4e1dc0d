// What a response is, without anything that grades one: components take this door ('#grading/response').
import type { Item, Response } from '#schema'
import { graderOf } from './graders.ts'
import type { Misread } from './grader.ts'

export { whyUnread } from './unread.ts'
export type { Misread }

/** Is there an answer to everything that was asked? "Is it right?" is another question. Never throws. */
export function isComplete(item: Item, response: unknown): boolean {
  const grader = graderOf(item.kind)
  return grader.isComplete(item, grader.read(item, response).said)
}

/** Nothing said yet: `''` for choice, number and text; `[]` for choices, order and cells; `{}` for the rest. */
export const emptyResponse = (item: Item): Response => graderOf(item.kind).read(item, undefined).said

/** What of this JSON is no answer to this item: unknown ids, wrong types. Grading passes over it in silence; a letter should not. */
export const misread = (item: Item, response: unknown): Misread[] => graderOf(item.kind).read(item, response).misread
