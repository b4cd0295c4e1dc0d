import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readCourse } from './disk.ts'

let root: string
const course = (files: Record<string, string>) => {
  root = mkdtempSync(join(tmpdir(), 'course-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return readCourse(root)
}
afterEach(() => rmSync(root, { recursive: true, force: true }))

const text = (word: string) => `{en: ${word}, zh: 盐}`
const syllabus = `title: ${text('Salt')}
version: '1'
cite: ${text('Salt')}
lectures:
  demo: {title: ${text('Demo')}, short: ${text('Demo')}, question: ${text('Why?')}, sources: [salt-2031], outcomes: {}}
`
const source = `type: webpage
author: []
issued: '2031'
title: {}
licence: ${text('Free')}
standpoint: ${text('None')}
short: ${text('Salt')}
`
const claim = (says: string, more = '') => `{says: ${text(says)}, kind: event, status: stands, at: {line: 3}, evidence: [盐]${more}}`

describe('a course on disk', () => {
  it('reads what is there, keyed by path and slug, and knows where it stands', () => {
    const read = course({ 'corpus/course.yaml': syllabus, 'corpus/sources/salt-2031.yaml': source, 'corpus/claims/salt-2031.yaml': `first: ${claim('Salt')}\nsecond: ${claim('Toll')}\n` })
    expect(Object.keys(read.claims)).toEqual(['salt-2031/first', 'salt-2031/second'])
    expect(read.place('claims', 'salt-2031/second')).toEqual({ path: 'corpus/claims/salt-2031.yaml', line: 2 })
  })
  it('loses only the record that is wrong', () => {
    const read = course({ 'corpus/course.yaml': syllabus, 'corpus/sources/salt-2031.yaml': source, 'corpus/claims/salt-2031.yaml': `first: ${claim('Salt', ', colour: red')}\nsecond: ${claim('Toll')}\n` })
    expect(Object.keys(read.claims)).toEqual(['salt-2031/second'])
    expect(read.problems).toContainEqual({ path: 'corpus/claims/salt-2031.yaml', line: 1, message: 'first.colour: unknown field; there is says, kind, by, status, at, evidence, joins, reads, gist, note, footnote' })
  })
  it.each([
    ['a list instead of a map', { 'corpus/claims/salt-2031.yaml': '- one' }, 'read a list, expected a map of records, each under its name'],
    ['a reported claim without a reporter', { 'corpus/claims/salt-2031.yaml': `first: ${claim('Salt').replace('kind: event', 'kind: reported')}` }, '"by" is wanted when kind is "reported"'],
    ['a deck of an unknown lecture', { 'slides/demmo.en.md': '# Hi' }, 'no lecture "demmo" in corpus/course.yaml; did you mean "demo"?'],
    ['a deck without a language', { 'slides/demo.md': '# Hi' }, 'expected <lecture>.en.md or <lecture>.zh.md'],
    ['an exercise of an unknown kind', { 'exercises/demo/toll.yaml': 'kind: riddle' }, 'kind:'],
    ['a lock without claims', { 'corpus/evidence/salt-2031.lock.json': '{}' }, 'expected { "claims": { … } }'],
    ['a lock that is not JSON', { 'corpus/evidence/salt-2031.lock.json': '{' }, 'not JSON'],
    ['a source without a short name', { 'corpus/sources/salt-2032.yaml': source.replace(/^short.*\n/m, '') }, 'short: missing; expected a text in both languages'],
    ['a source whose name begins with a figure', { 'corpus/sources/2031-salt.yaml': source }, '"2031-salt": expected a slug such as "hansen-2026", which begins with a letter'],
    ['a slug that JavaScript would move to the front', { 'corpus/claims/salt-2031.yaml': `first: ${claim('Salt')}\n2031: ${claim('Toll')}` }, '"2031": expected a slug such as "three-vertices", which begins with a letter'],
    ['a theme named by two lectures', { 'corpus/themes/demo.yaml': `trade: ${text('Trade')}`, 'corpus/themes/other.yaml': `# second\ntrade: ${text('Trade')}` }, 'the theme "trade" stands at corpus/themes/demo.yaml:1 already'],
    ['draft: maybe', { 'corpus/claims/salt-2031.yaml': 'draft: maybe' }, 'draft: read "maybe", expected true'],
  ])('%s', (_name, files, message) => {
    const read = course({ 'corpus/course.yaml': syllabus, 'corpus/sources/salt-2031.yaml': source, ...files })
    expect(read.problems.map(problem => problem.message).join('\n')).toContain(message)
  })
  it('is a draft where a source says so, and the source itself does not', () => {
    const read = course({ 'corpus/course.yaml': syllabus, 'corpus/sources/salt-2031.yaml': `draft: true\n${source}` })
    expect(read.drafts).toEqual(['corpus/sources/salt-2031.yaml'])
    expect(Object.keys(read.sources['salt-2031']!)).not.toContain('draft')
  })
  it('brings the themes of all lectures together', () => {
    const read = course({ 'corpus/course.yaml': syllabus, 'corpus/sources/salt-2031.yaml': source, 'corpus/themes/demo.yaml': `trade: ${text('Trade')}`, 'corpus/themes/other.yaml': `law: ${text('Law')}` })
    expect(Object.keys(read.themes)).toEqual(['trade', 'law'])
    expect(read.place('themes', 'law')).toEqual({ path: 'corpus/themes/other.yaml', line: 1 })
  })
  it('says that a course without a syllabus has none', () => {
    expect(course({}).problems.map(problem => problem.path)).toEqual(['corpus/course.yaml', 'corpus/sources'])
  })
})
