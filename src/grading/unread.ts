import type { Item, Language, Text } from '#schema'
import { graderOf } from './graders.ts'
import type { Misread } from './grader.ts'

/** At most so many ids are named; a longer list helps nobody. */
const shownIds = 12

/**
 * What was read and what was expected, in words; `undefined` when all of the response was read, or there is none.
 *
 *     whyUnread(item, '约80', 'en')  => 'read "约80", expected a number alone, such as 80'
 *     whyUnread(item, '79,9', 'en')  => undefined
 */
export function whyUnread(item: Item, response: unknown, lang: Language): string | undefined {
  const [first] = graderOf(item.kind).read(item, response).misread
  return first && unread(first)[lang]
}

/** The same of one part that was misread, in both languages. */
export function unread({ read, wants, known }: Misread): Text {
  const what = printable(typeof read === 'string' ? read : JSON.stringify(read) ?? String(read))
  const list = known.length > shownIds ? [...known.slice(0, shownIds), '…'] : known
  const [en, zh] = [list.join(', '), list.join('、')]
  if (wants === 'once') return { en: `"${what}" is there twice; it counts once`, zh: `"${what}" 重复出现；只计一次` }
  const expected = {
    id: { en: `one of ${en}`, zh: `其中之一：${zh}` },
    ids: { en: 'a list of ids such as [a, b]', zh: '编号列表，如 [a, b]' },
    map: { en: `"id: answer" on a line each, the ids being ${en}`, zh: `每行一个 "编号: 答案"，编号为 ${zh}` },
    number: { en: `a number alone, such as ${figureIn(read) ?? '12.5'}`, zh: `单独一个数，如 ${figureIn(read) ?? '12.5'}` },
    point: { en: 'longitude and latitude in degrees, such as [45.4, 39.2]', zh: '经度与纬度（度），如 [45.4, 39.2]' },
    text: { en: 'a word or a few', zh: '一个词或短语' },
  }[wants]
  return { en: `read "${what}", expected ${expected.en}`, zh: `读到 "${what}"，应为${expected.zh}` }
}

/** "约80" => "80", the only figure in it; "80 to 90" => undefined */
function figureIn(read: unknown): string | undefined {
  const figures = typeof read === 'string' ? read.normalize('NFKC').match(/\d+(?:[.,]\d+)*/g) ?? [] : []
  return figures.length === 1 && figures[0]!.length <= 12 ? figures[0] : undefined
}

/** "\u001B[2J" => "�[2J", at most sixty characters: what a stranger wrote must not write to a terminal, nor fill a page. */
export const printable = (text: string) =>
  // eslint-disable-next-line no-control-regex -- control characters are what is meant
  (text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '�')
