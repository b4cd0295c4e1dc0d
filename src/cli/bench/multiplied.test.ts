import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { readCourse } from '#course/disk'
import { verify } from '#verify'
import { openContext } from '#verify/disk'
import { multiplied } from './multiplied.ts'

const house = fileURLToPath(new URL('../../..', import.meta.url))
const from = join(house, 'tests/fixture-course')
const into = mkdtempSync(join(tmpdir(), 'multiplied-'))
afterAll(() => { rmSync(into, { recursive: true, force: true }) }, 60_000)

it('a course of three lectures out of one has three times its claims and exercises, and no problem', async () => {
  const texts = join(from, 'sources')
  multiplied({ from, into, sources: texts, house, lectures: 3 })
  const [one, three] = [readCourse(from), readCourse(into)]
  const lecture = one.decks[0]!.lecture
  const sources = one.syllabus.lectures[lecture]!.sources
  const count = (course: typeof one, name: 'claims' | 'exercises', of: string) => Object.keys(course[name]).filter(id => id.startsWith(`${of}/`)).length
  expect(count(one, 'exercises', lecture)).toBeGreaterThan(5)
  for (const copy of [`${lecture}-2`, `${lecture}-3`]) expect(count(three, 'exercises', copy)).toBe(count(one, 'exercises', lecture))
  for (const source of sources) expect(count(three, 'claims', `${source}-3`)).toBe(count(one, 'claims', source))
  expect(three.decks).toHaveLength(6)
  const results = await verify(three, openContext({ root: into, house, sources: texts }))
  expect(results.flatMap(({ name, problems }) => problems.map(({ path, line, message }) => `${name} ${path}:${line} ${message}`))).toEqual([])
}, 60_000)
