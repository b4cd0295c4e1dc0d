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

/**
 * What of a response is worth keeping before it is whole: `{ who: 'Mi' }` of a text with two gaps; undefined when nothing is.
 * What is written stays as it is written, read or not; of all else only what is about this item.
 */
export function unfinished(item: Item, response: unknown): Response | undefined {
  const value = item.kind === 'number' || item.kind === 'text'
    ? typeof response === 'string' ? response : ''
    : item.kind === 'cloze' && response !== null && typeof response === 'object'
      ? Object.fromEntries(Object.entries(response).filter(([gap, words]) => typeof words === 'string' && words !== '' && item.gaps.some(({ id }) => id === gap)))
      : item.kind === 'essay' ? essayAsWritten(response)
        : graderOf(item.kind).read(item, response).said
  return value === '' || (typeof value === 'object' && Object.keys(value).length === 0) ? undefined : value
}

/** With its last line as it is: whoever writes on does so where she stopped. */
function essayAsWritten(response: unknown): Response {
  const { text } = response !== null && typeof response === 'object' ? response as { text?: unknown } : {}
  return typeof text === 'string' && text !== '' ? { text } : {}
}

/**
 * Is this the same text with other ticks? Then the model answer beside it stays open: `{text: 'So …', met: []}` and
 * `{text: 'So …', met: ['who-pays']}` of an essay. A text without `met` is one that is still being written.
 */
export function onlyTicks(item: Item, before: unknown, after: unknown): boolean {
  const [was, is] = [before, after] as { text?: unknown, met?: unknown }[]
  return item.kind === 'essay' && Array.isArray(is?.met) && is.text !== undefined && is.text === was?.text
}

/** As it is when it is checked: of an essay, checking is opening the model answer, and the ticks begin. */
export const asChecked = (item: Item, response: unknown): unknown =>
  item.kind === 'essay' ? { ...response as object, met: [] } : response

/** Was it checked, or only kept? Of all but an essay, what is kept was checked. */
export const wasChecked = (item: Item, response: unknown): boolean =>
  item.kind !== 'essay' || Array.isArray((response as { met?: unknown } | null)?.met)

/** What is written in an answer and says nothing yet, and the one figure in it, if there is one: `79,9,` of a number, `?` of a gap. */
export function unreadWords(item: Item, response: unknown): { written: string, figure: string } | undefined {
  const fields = item.kind === 'number' || item.kind === 'text' ? [['', response] as const]
    : item.kind === 'cloze' && response !== null && typeof response === 'object' ? Object.entries(response) : []
  const { said } = graderOf(item.kind).read(item, response)
  const written = fields.find(([gap, words]) => typeof words === 'string' && words.trim() !== '' && (gap ? !Object.hasOwn(said as object, gap) : said === ''))?.[1]
  if (typeof written !== 'string') return undefined
  const figures = written.normalize('NFKC').match(/\d+(?:[.,]\d+)*/g) ?? []
  return { written: written.trim().slice(0, 40), figure: figures.length === 1 ? figures[0] : '' }
}
