import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { houseRoot } from '#course/roots'
import { readCourse } from '#course/disk'
import { handout, handoutKinds, isOfDeck, runningLines } from './index.ts'

const course = readCourse(join(houseRoot, 'tests/fixture-course'))

describe('a handout', () => {
  it.each(handoutKinds)('%s names its file, its title and where it is shown', (kind) => {
    const { file, title, address, contents } = handout(course, 'salt', 'zh', kind)
    expect([file, title.startsWith('1 盐路 · '), address.includes(kind)]).toEqual([`salt.zh.${kind}.pdf`, true, true])
    expect(contents).toContain(isOfDeck(kind) ? 'take-one-away' : kind === 'digest' ? 'varga-2031/treaty' : 'salt/choice')
  })
  it('a worksheet and a key have no exercise that is still being written; those after it move up', () => {
    const [first, second, ...others] = handout(course, 'salt', 'en', 'key').contents
    const begun = { ...course, exerciseFiles: { ...course.exerciseFiles, [second!]: { ...course.exerciseFiles[second!]!, draft: true as const } } }
    expect(handout(begun, 'salt', 'en', 'worksheet').contents).toEqual([first, ...others])
    const whole = { ...begun, decks: begun.decks.map(deck => ({ ...deck, draft: true })) }
    expect(handout(whole, 'salt', 'en', 'worksheet').contents, 'a lecture that is a draft is printed whole').toEqual([first, second, ...others])
  })
  it('of a lecture without a deck is refused with the decks there are', () => {
    expect(() => handout(course, 'salt-of-nobody', 'en', 'key')).toThrow(/no deck salt-of-nobody\.en; there are .*salt\.en, salt\.zh/)
  })
})

describe('the running lines', () => {
  const syllabus = { ...course.syllabus, version: '9.9', title: { en: 'A "quoted" title', zh: '书名' } }
  it.each([
    ['a quotation mark does not end the string', 'en', 'Cite me', 'A \\"quoted\\" title'],
    ['the version is added where the citation lacks it', 'en', 'Cite me', 'Cite me · version 9.9'],
    ['and is not said twice where it has it', 'zh', '引用，9.9版', 'content: "引用，9.9版"'],
  ] as const)('%s', (_name, lang, cite, expected) => {
    expect(runningLines('10', { syllabus: { ...syllabus, cite: { en: cite, zh: cite } } }, lang)).toContain(expected)
  })
})
