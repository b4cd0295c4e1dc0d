import { describe, expect, it } from 'vitest'
import { type Actor, actorMarks } from '#schema'
import { actorDrawn, inSentence, markedAmong, tiles } from './actors.ts'

const names = (en: string, zh: string) => ({ en, zh, ru: en })
const actors: Record<string, Actor> = {
  china: { names: names('China', '中国'), is: 'state', mark: 'solid' },
  us: { names: names('United States', '美国'), is: 'state', mark: 'open', article: 'the' },
  japan: { names: names('Japan', '日本'), is: 'state', mark: 'lower' },
}

it.each([
  ['two actors and a total', ['china', 'total', 'japan'], { china: 'solid', japan: 'lower' }],
  ['one actor alone', ['china', 'total'], {}],
  ['none', ['growth', 'total'], {}],
])('marks among %s', (_, slugs, expected) => expect(markedAmong(slugs, actors)).toEqual(expected))

it.each([
  ['United States', 'en', 'the United States'],
  ['美国', 'zh', '美国'],
  ['Japan', 'en', 'Japan'],
  ['whoever a student writes', 'en', 'whoever a student writes'],
] as const)('%s in a sentence, %s => %s', (name, lang, expected) => expect(inSentence(name, actors, lang)).toBe(expected))

describe('the patterns', () => {
  it('are one a mark, all different', () => {
    expect(Object.keys(tiles).sort()).toEqual(actorMarks.filter(mark => mark !== 'solid' && mark !== 'open').sort())
    expect(new Set(Object.values(tiles).map(tile => JSON.stringify(tile))).size).toBe(Object.keys(tiles).length)
  })
})

it.each([
  ['china', { id: 'china', mark: 'solid', name: '中国' }],
  ['the-sea', { id: 'the-sea', mark: 'plain', name: 'the-sea' }],
] as const)('an actor as it is drawn: %s', (id, drawn) => { expect(actorDrawn(id, actors, 'zh')).toEqual(drawn) })
