import { describe, expect, it } from 'vitest'
import { noteOf } from './note.ts'

describe('a note', () => {
  it.each([
    ['one line a part', 'say: A road.\nask: Whose?', { say: 'A road.', ask: 'Whose?' }],
    ['a part that runs on', 'say: A road.\nIt pays.\nnext: On.', { say: 'A road.\nIt pays.', next: 'On.' }],
    ['a full-width colon', 'say：一条路。', { say: '一条路。' }],
    ['a colon in the text is no label', 'say: He adds: not yet.\nas follows: more', { say: 'He adds: not yet.\nas follows: more' }],
    ['words before the first label belong to nobody', 'Hello\nsay: A road.', { say: 'A road.' }],
  ])('%s', (_name, note, parts) => expect(noteOf(note)).toEqual(parts))
})
