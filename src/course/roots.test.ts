import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { addonOf, courseKey, courseRoot, courseVariable, houseRoot, madeOf } from './roots.ts'

afterEach(() => { delete process.env[courseVariable] })

it.each([
  ['nothing', undefined, houseRoot],
  ['an empty word', '', houseRoot],
  ['a folder of the house', 'tests/fixture-course', join(houseRoot, 'tests/fixture-course')],
  ['a whole path', '/elsewhere/course', '/elsewhere/course'],
])('COURSE_ROOT with %s', (_, said, expected) => {
  if (said !== undefined) process.env[courseVariable] = said
  expect(courseRoot()).toBe(expected)
})

it.each([
  ['the house itself', '/house', './'],
  ['a folder in the house', '/house/tests/fixture-course', '../../'],
  ['a folder beside the house, which can only be checked', '/tmp/course', './'],
])('%s: its decks name the addon %s', (_, course, addon) => expect(addonOf(course, '/house')).toBe(addon))

it('what is made of the course in the house lies in the house', () => expect(madeOf('dist', houseRoot)).toBe(join(houseRoot, 'dist')))
it('what is made of two courses of one name lies apart', () => {
  expect(courseKey('/a/course')).not.toBe(courseKey('/b/course'))
  expect(madeOf('dist', '/a/course')).toBe(join(houseRoot, '.cache/courses', courseKey('/a/course'), 'dist'))
})
