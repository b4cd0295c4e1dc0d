// The finished lectures of the course: what stands in their own files is walked here, each lecture by itself.
import process from 'node:process'
import { courseRoot } from '#course/roots'
import { siteOf } from '../site.ts'

export * from '../site.ts'

const all = siteOf(courseRoot())
export const { course, exercise, home } = all
/** `npm test -- --lecture sco` asks for one. */
const only = process.env.COURSE_LECTURE
export const lectures = only ? all.lectures.filter(({ id }) => id === only) : all.lectures
