import type { Course, Problem } from '#course'
import { didYouMean } from '#course/letter'
import type { StyleException } from '#schema'
import type { Outcome, Rule } from './rule.ts'

/**
 * What a rule of words reports, without what corpus/style.yaml lets stand; an exception that let nothing stand is a problem itself. Nobody
 * can tell that of a rule that looked at nothing, or of a course of which a part could not be read.
 */
export function withExceptions(course: Course, rule: Rule, { checked, problems, warnings = [], ...rest }: Outcome): Outcome {
  if (!rule.allowsExceptions) return { checked, problems, warnings, ...rest }
  const exceptions = course.style.exceptions.flatMap((exception, index) => exception.rule === rule.name ? [{ ...exception, index }] : [])
  const stands = ({ path, line }: Problem) => exceptions.filter(exception => exception.path === path && (!exception.id || exception.id === course.idAt(path, line)))
  const needed = new Set(problems.flatMap(stands))
  const canTell = checked > 0 && course.problems.length === 0
  const unneeded = canTell ? exceptions.filter(exception => !needed.has(exception)) : []
  return {
    checked,
    problems: [
      ...problems.filter(problem => stands(problem).length === 0),
      ...unneeded.map(exception => ({ ...course.place('style', 'exceptions', [exception.index]), message: `nothing that \`${rule.name}\` reports ${where(exception)} needs this exception; take it out` })),
    ],
    warnings: warnings.filter(warning => stands(warning).length === 0),
    ...rest,
  }
}

const where = ({ path, id }: StyleException) => id ? `of "${id}" in ${path}` : `of ${path}`

/** Exceptions from what is no rule, or from a rule of truth, which has none. */
export function misplaced(course: Course, rules: readonly Rule[]): Problem[] {
  const allowed = rules.filter(rule => rule.allowsExceptions).map(({ name }) => name)
  return course.style.exceptions.flatMap(({ rule }, index) => allowed.includes(rule) ? [] : [{
    ...course.place('style', 'exceptions', [index, 'rule']),
    message: rules.some(({ name }) => name === rule) ? `the rule "${rule}" has no exceptions; there are some from ${allowed.join(', ')}`
      : `no rule "${rule}"${didYouMean(rule, allowed)}`,
  }])
}
