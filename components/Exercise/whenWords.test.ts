import { describe, expect, it } from 'vitest'
import { words } from '#hosts'
import { example, examples } from '../../src/grading/examples/examples.ts'
import { partOf, whenWords } from './whenWords.ts'

describe('what a student answered, in words', () => {
  it.each<[Parameters<typeof example>[0], string[]]>([
    ['choice', ['“the ground of the road”', '“the guarding of the road”', '“the salt on the mules”']],
    ['cells', ['The valley, got', 'The guild, got (if missed)']],
    ['matrix', ['“The valley”, “at the lease”: “gains”']],
    ['signs', ['valley-league: + together', 'guild-valley: “The first mules crossed the pass in spring.”']],
    ['place', ['Kell: nearer to salt/ondra', 'Kell: nearer to salt/velm', 'The harbour of Mira: more than 150 km away']],
    ['order', ['“The lease” before “The treaty of Kell”']],
    ['cloze', ['year of the lease: “1874”']],
  ])('%s', (kind, said) => {
    const { exercise: { item, key } } = example(kind)
    expect(key.feedback.map(({ when }) => whenWords(item, when, 'en', words.en))).toEqual(said)
  })

  it.each<[Parameters<typeof example>[0], (string | undefined)[], (string | undefined)[]]>([
    ['choice', [undefined, undefined, undefined], [undefined, undefined, undefined]],
    ['cells', [undefined, undefined], [undefined, undefined]],
    ['matrix', ['The valley'], ['山谷']],
    ['signs', ['3', '1'], ['3', '1']],
    ['place', ['1', '1', '2'], ['1', '1', '2']],
    ['cloze', ['year of the lease'], ['租约年份']],
  ])('%s: the part that a remark is about', (kind, en, zh) => {
    const { exercise: { item, key } } = example(kind)
    expect(key.feedback.map(({ when }) => partOf(item, when, 'en'))).toEqual(en)
    expect(key.feedback.map(({ when }) => partOf(item, when, 'zh'))).toEqual(zh)
  })

  it('never shows an id, whatever the kind and language', () => {
    for (const { exercise: { item, key } } of examples) {
      for (const lang of ['en', 'zh'] as const) {
        for (const { when } of key.feedback) expect(whenWords(item, when, lang, words[lang], () => 'A to B'), `${item.id} ${JSON.stringify(when)}`).not.toMatch(/undefined|\[object|[a-z]+-[a-z]+-/)
      }
    }
  })
})
