import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseDeck } from './commands/start.ts'
import { type DeckAddress, decksIn, decksServed, localeLanguage } from './decks.ts'

describe('the language of a computer', () => {
  it.each([
    ['Chinese of the mainland', { LANG: 'zh_CN.UTF-8' }, 'en-GB', 'zh'],
    ['Chinese of Taiwan', { LANG: 'zh_TW.UTF-8' }, 'en-GB', 'zh'],
    ['LC_ALL before LANG', { LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
    ['the neutral locale says nothing', { LANG: 'C.UTF-8' }, 'zh-Hans-CN', 'zh'],
    ['no variable at all (Windows)', {}, 'zh-CN', 'zh'],
    ['any other language reads English', { LANG: 'ru_RU.UTF-8' }, 'ru-RU', 'en'],
  ])('%s', (_, env, system, lang) => expect(localeLanguage(env, system)).toBe(lang))
})

const deck = (name: string): DeckAddress => ({ name, lecture: name.split('.')[0]!, lang: name.split('.')[1] as 'en' | 'zh', path: `slides/${name}.md` })
const decks = [deck('corridor.en'), deck('corridor.zh'), deck('reading.en')]

describe('which deck is shown', () => {
  it.each([
    ['the one asked for', 'corridor', 'zh', true, 'corridor.zh'],
    ['the computer\'s language', 'corridor', 'en', false, 'corridor.en'],
    ['the only one there is, when nobody insists', 'reading', 'zh', false, 'reading.en'],
  ])('%s', (_, lecture, lang, insists, name) => expect(chooseDeck(decks, lecture, lang, insists).name).toBe(name))
  it.each([
    ['a lecture that is not there', 'minsk', 'en', 'There is no lecture "minsk". There is: corridor, reading.'],
    ['a language it is not in', 'reading', 'zh', 'There is no deck of "reading" in "zh". There is: en.'],
  ])('%s', (_, lecture, lang, letter) => expect(() => chooseDeck(decks, lecture, lang, true)).toThrow(letter))
})

it('a folder without slides has no deck', () => expect([decksIn('/nowhere'), decksServed('/nowhere')]).toEqual([[], []]))

it('of a built site, the decks that stand in it', () => {
  const site = mkdtempSync(join(tmpdir(), 'site-'))
  try {
    for (const name of ['corridor.zh', 'corridor.en', 'assets', 'sco.en']) mkdirSync(join(site, 'slides', name), { recursive: true })
    for (const name of ['corridor.zh', 'corridor.en', 'assets']) writeFileSync(join(site, 'slides', name, 'index.html'), '')
    expect(decksServed(site)).toEqual(['corridor.en', 'corridor.zh'])
  }
  finally { rmSync(site, { recursive: true, force: true }) }
})
