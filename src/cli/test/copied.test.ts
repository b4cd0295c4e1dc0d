import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCourse } from '#course/disk'
import { addonOf, houseRoot, themeOf } from '#course/roots'
import { verify } from '#verify'
import { openContext } from '#verify/disk'
import { copyLecture, renamed, withId } from './copied.ts'

it.each([
  ['slides/salt.zh.md', 'slides/pepper.zh.md'],
  ['exercises/salt/choice.yaml', 'exercises/pepper/choice.yaml'],
  ['corpus/events/salt.yaml', 'corpus/events/pepper.yaml'],
  ['corpus/claims/salt.yaml', undefined],
  ['corpus/course.yaml', undefined],
  ['slides/saltmarsh.en.md', undefined],
])('%s is copied to %s', (path, expected) => expect(renamed(path, 'salt', 'pepper')).toBe(expected))

it.each([
  ['framework: salt/bargain', 'framework: pepper/bargain'],
  ['[salt/before, salt/after]', '[pepper/before, pepper/after]'],
  ['lecture: salt', 'lecture: pepper'],
  ['claim: grey-salt/one', 'claim: grey-salt/one'],
  ['The salt on the mules', 'The salt on the mules'],
])('%s becomes %s', (text, expected) => expect(withId(text, 'salt', 'pepper')).toBe(expected))

describe('the fixture’s lecture under another id', () => {
  let root: string
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'copied-'))
    copyLecture(join(houseRoot, 'tests/fixture-course'), root, 'pepper')
    // A course outside the house names addon and theme as the house does.
    for (const name of readdirSync(join(root, 'slides')).filter(name => name.endsWith('.md'))) {
      const path = join(root, 'slides', name)
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^addons: .*$/m, `addons: ['${addonOf(root)}']`).replace(/^theme: .*$/m, `theme: ${themeOf(root)}`))
    }
  })
  afterAll(() => rmSync(root, { recursive: true }))

  it('is a lecture of its own, with all that the first one has', () => {
    const course = readCourse(root)
    expect(course.problems).toEqual([])
    const of = (lecture: string) => Object.keys(course.exercises).filter(id => id.startsWith(`${lecture}/`)).map(id => id.split('/')[1])
    expect(of('pepper')).toEqual(of('salt'))
    expect(of('pepper').length).toBeGreaterThan(10)
    expect(course.decks.map(({ lecture, lang }) => `${lecture}.${lang}`)).toEqual(['pepper.en', 'pepper.zh', 'salt.en', 'salt.zh'])
    expect(readFileSync(join(root, 'slides/pepper.en.md'), 'utf8')).not.toContain('"salt/')
  })

  it('verifies beside it with no other file touched', async () => {
    const results = await verify(readCourse(root), openContext({ root, house: houseRoot, sources: join(root, 'sources') }))
    const problems = results.flatMap(({ name, problems }) => problems.map(({ path, line, message }) => `${name}: ${path}:${line} ${message}`))
    expect(problems).toEqual([])
  }, 120_000)
})
