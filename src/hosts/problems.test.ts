import { describe, expect, it } from 'vitest'
import type { Problem } from '#course/course'
import { problemsOf } from './problems.ts'

const at = (path: string, line: number, message: string): Problem => ({ path, line, message })
const problems = [
  at('exercises/salt/toll.yaml', 7, 'cannot be read as YAML: a tab'),
  at('corpus/claims/lin-2026.yaml', 12, 'pier.at.line: missing; expected a whole number'),
  at('corpus/claims/lin-2026.yaml', 30, 'pier-two: unknown field'),
  at('corpus/terms.yaml', 1, 'toll: nothing'),
  at('corpus/glossary/salt.yaml', 3, 'cannot be read as YAML: a quote is not closed'),
  at('corpus/routes/salt.yaml', 9, 'routes.pass.status: read "bulit", expected "built" or "planned"'),
  at('slides/salt.en.md', 44, 'no exercise "salt/tol"; did you mean "salt/toll"?'),
]

describe('what is wrong with a record is said in its place', () => {
  it.each<[string, Parameters<typeof problemsOf>[1], string, number[]]>([
    ['a file of one exercise', 'exercises', 'salt/toll', [7]],
    ['an id that nothing has', 'exercises', 'salt/tol', [44]],
    ['one claim of a file, not its neighbour', 'claims', 'lin-2026/pier', [12]],
    ['a name that begins like another', 'claims', 'lin-2026/pier-two', [30]],
    ['a file that cannot be read at all', 'glossary', 'salt/anything', [3]],
    ['a route, which stands under a word of its own', 'routes', 'salt/pass', [9]],
    ['nothing is wrong with it', 'series', 'salt/toll', []],
  ])('%s', (_what, named, id, lines) => expect(problemsOf(problems, named, id).map(({ line }) => line)).toEqual(lines))
})
