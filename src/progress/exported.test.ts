import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '#schema'
import { exportFile, type ExportedAnswers } from './exported.ts'

const answers: Answer[] = [{ exercise: 'salt/gate', revision: 'r1', response: 'shut', at: '2026-03-01T09:00:00.000Z', lang: 'en' }]
const at = new Date(2026, 2, 1, 12)

it('says whose the answers are, of which lecture, and when they were exported', () => {
  const { text } = exportFile(answers, { course: 'salt-and-silk', lecture: 'salt', name: ' 王  兰 ', at })
  const expected: ExportedAnswers = { course: 'salt-and-silk', lecture: 'salt', name: '王 兰', exported: at.toISOString(), answers }
  expect(JSON.parse(text)).toEqual(expected)
})

/** Any text, lone surrogates too. */
const anyText = fc.array(fc.integer({ min: 0, max: 0x10FFFF }), { maxLength: 100 }).map(codes => String.fromCodePoint(...codes))

describe('the file is called', () => {
  it.each([
    ['', 'answers.salt.2026-03-01.json'],
    ['王兰', 'answers.salt.王兰.2026-03-01.json'],
    ['Ilham Əliyev', 'answers.salt.Ilham Əliyev.2026-03-01.json'],
    ['Miroslav O\'Neil', 'answers.salt.Miroslav O\'Neil.2026-03-01.json'],
    ['../../etc/passwd', 'answers.salt.etc-passwd.2026-03-01.json'],
    ['a:b*c?"<>|\\d', 'answers.salt.a-b-c-d.2026-03-01.json'],
    ['...', 'answers.salt.2026-03-01.json'],
    ['王'.repeat(90), `answers.salt.${'王'.repeat(40)}.2026-03-01.json`],
  ])('%j: %s', (name, fileName) => expect(exportFile(answers, { course: 'salt-and-silk', lecture: 'salt', name, at }).fileName).toBe(fileName))

  it('something that every system takes, whatever the name', () => {
    fc.assert(fc.property(anyText, (name) => {
      const { fileName, text } = exportFile(answers, { course: 'salt-and-silk', lecture: 'salt', name, at })
      expect(fileName).toMatch(/^answers\.salt\.(?:[\p{L}\p{M}\p{N} '’·_-]+\.)?2026-03-01\.json$/u)
      expect(new TextEncoder().encode(fileName).length).toBeLessThan(255)
      expect((JSON.parse(text) as ExportedAnswers).answers).toEqual(answers)
    }), { numRuns: 100 })
  })
})
