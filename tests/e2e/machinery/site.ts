// The invented course of tests/fixture-course: whatever belongs to a kind, a figure, a layout or a page is tried here, once.
import { join } from 'node:path'
import process from 'node:process'
import { houseRoot, madeOf } from '#course/roots'
import type { Exercise } from '#schema'
import { firstOfEach, type Lecture, siteOf } from '../site.ts'

export * from '../site.ts'

const root = join(houseRoot, 'tests/fixture-course')
/** The folder that `npm run build -- --course tests/fixture-course` wrote. */
export const dist = process.env.COURSE_FIXTURE_SITE ?? madeOf('dist', root)

export const { course, exercise, lectures, home } = siteOf(root)
/** Its one lecture. */
export const fixture: Lecture = lectures[0]!
/** One exercise of each kind, as they come on the page: whoever has nothing but Tab goes down it once. */
export const oneOfEach = inOrder(firstOfEach(fixture.exercises))
/** The same of those that have a slide. */
export const oneOfEachOnSlides = inOrder(firstOfEach(fixture.onSlides))

function inOrder(some: Exercise[]): Exercise[] { return fixture.exercises.filter(one => some.includes(one)) }
