import { expect, it, test } from 'vitest'
import type { Answer } from '#schema'
import { lineLimit, lineSaid, readLine } from './line.ts'

it.each<[unknown, string]>([
  [' The guild \n pays. ', 'The guild pays.'],
  ['谁付钱，\n谁说了算', '谁付钱， 谁说了算'],
  ['a\u0000b', 'a b'],
  ['𠮷'.repeat(lineLimit + 5), '𠮷'.repeat(lineLimit)],
  [undefined, ''], [null, ''], [7, ''], [['a'], ''], [{ line: 'a' }, ''],
])('reads %j', (response, line) => expect(readLine(response)).toBe(line))

test('the last line on this lecture counts, and no other', () => {
  const answer = (exercise: string, response: unknown, at: string): Answer => ({ exercise, revision: 'line', response, at, lang: 'en' })
  const answers = [answer('lines/salt', 'first', '1'), answer('lines/salt', 'second', '2'), answer('lines/sea', 'other', '3'), answer('salt/line', 'no', '4')]
  expect(lineSaid(answers, 'salt')).toEqual({ line: 'second', at: '2' })
  expect(lineSaid(answers, 'lines')).toBeUndefined()
})
