import { jsonSchemas, schemasFolder } from '../schemas.ts'
import { defineRule } from '../rule.ts'

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
    const records = [course.sources, course.claims, course.series, course.frameworks, course.events, course.themes, course.terms, course.tensions, course.cases, course.places, course.routes, course.exerciseFiles]
    return { checked: records.reduce((sum, room) => sum + Object.keys(room).length, course.decks.length + context.house.schemas.size), problems: [...course.problems, ...stale] }
  },
})
