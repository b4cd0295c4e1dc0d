import { describe, expect, it, test } from 'vitest'
import { minutesOf, plan, spoken, taskMinutes, wholeOf } from './time.ts'

describe('the minutes that a task names', () => {
  it.each([
    ['en', 'In pairs · 8 minutes', 8], ['en', 'Write one line · 1 minute', 1], ['en', 'Vote · 0.5 min', 0.5], ['en', '10 minutes, in groups of three', 10],
    ['en', 'Alone', 0], ['en', undefined, 0], ['en', 'Find the 3 dates', 0], ['en', 'Look at the 4 minerals', 0],
    ['zh', '两人一组 · 8 分钟', 8], ['zh', '独立完成·12分钟', 12], ['zh', '独立完成', 0], ['zh', '找出3处', 0],
  ] as const)('%s: %s: %d', (lang, task, minutes) => expect(taskMinutes(task, lang)).toBe(minutes))
})

it.each([
  ['en', 'A well-known road, 9.88 km long.', 6],
  ['en', '', 0],
  ['zh', '2025年的TRIPP走廊，九公里。', 9],
] as const)('%s: counts "%s" as %d', (lang, text, count) => expect(spoken[lang](text)).toBe(count))

test.each([
  ['en', { note: { say: 'word '.repeat(60) }, does: 'In pairs · 8 minutes' }, 9],
  ['zh', { note: { say: '话'.repeat(110) }, does: '两人 · 8 分钟' }, 9],
  ['en', { note: {} }, 0.5],
  ['en', { note: { say: 'word '.repeat(120), ask: 'word '.repeat(500) } }, 1.5],
] as const)('%s: %j takes %d minutes', (lang, slide, minutes) => expect(wholeOf(minutesOf(slide, lang))).toBe(minutes))

test('a plan sums up what slides take, what is left without those that may be skipped, and what is asked and not counted', () => {
  expect(plan([{ minutes: 0.1 }, { minutes: 0.2, optional: true, asks: true }, { minutes: 3 }]))
    .toEqual({ slides: [{ from: 0, to: 0.1 }, { from: 0.1, to: 0.3 }, { from: 0.3, to: 3.3 }], all: 3.3, shortest: 3.1, asks: 1 })
  expect(plan([])).toEqual({ slides: [], all: 0, shortest: 0, asks: 0 })
})
