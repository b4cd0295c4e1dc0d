import { jsonSchemas, schemasFolder } from '../schemas.ts'
import type { Course } from '#course'
import { defineRule } from '../rule.ts'

/** Parts of a course that hold no records of their own: settings, what others are split into, what `lock` counts, what was not read. */
const noRecords: readonly (keyof Course)[] = ['root', 'syllabus', 'exercises', 'locks', 'decks', 'drafts', 'problems', 'unread', 'stands', 'place', 'idAt', 'style']

/** All other parts are collections, whichever there are: how many records they hold. */
const recordsIn = (course: Course) => (Object.keys(course) as (keyof Course)[])
  .filter(part => !noRecords.includes(part))
  .reduce((sum, part) => sum + Object.keys(course[part]).length, 0)

export const shape = defineRule({
  name: 'shape',
  description: 'Every file can be read and has the shape its schema asks for; the schemas that editors complete from are current.',
  check(course, context) {
    const wanted = Object.entries(jsonSchemas())
    const stale = context.house.schemas.size === 0 ? [] : [
      ...wanted.filter(([name, text]) => context.house.schemas.get(name) !== text)
        .map(([name]) => ({ path: `${schemasFolder}/${name}`, line: 1, message: 'is not what src/schema says now; renew it with: npm run verify -- --schemas' })),
      ...[...context.house.schemas.keys()].filter(name => !wanted.some(([known]) => known === name))
        .map(name => ({ path: `${schemasFolder}/${name}`, line: 1, message: 'belongs to no schema of src/schema; take it away' })),
    ]
    return { checked: recordsIn(course) + course.decks.length + context.house.schemas.size, problems: [...course.problems, ...stale] }
  },
})
