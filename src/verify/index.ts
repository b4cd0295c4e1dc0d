import type { Course, Problem } from '#course'
import { misplaced, withExceptions } from './exceptions.ts'
import type { Context, Rule } from './rule.ts'
import { absent } from './rules/absent.ts'
import { argumentMaps } from './rules/arguments.ts'
import { diagrams } from './rules/diagrams.ts'
import { evidence } from './rules/evidence.ts'
import { figures } from './rules/figures.ts'
import { fonts } from './rules/fonts.ts'
import { ids } from './rules/ids.ts'
import { lock } from './rules/lock.ts'
import { map } from './rules/map.ts'
import { models } from './rules/models.ts'
import { notes } from './rules/notes.ts'
import { ownWords } from './rules/own-words.ts'
import { parity } from './rules/parity.ts'
import { plain } from './rules/plain.ts'
import { proof } from './rules/proof.ts'
import { question } from './rules/question.ts'
import { reworded } from './rules/reworded.ts'
import { shape } from './rules/shape.ts'
import { speaker } from './rules/speaker.ts'
import { stances } from './rules/stances.ts'
import { tags } from './rules/tags.ts'
import { taught } from './rules/taught.ts'
import { terms } from './rules/terms.ts'
import { textEquivalent } from './rules/text-equivalent.ts'
import { time } from './rules/time.ts'
import { timeline } from './rules/timeline.ts'
import { units } from './rules/units.ts'
import { used } from './rules/used.ts'
import { written } from './rules/written.ts'

export type { Context, House, Outcome, Rule } from './rule.ts'
export { locksNow } from './rules/lock.ts'
export { jsonSchemas, schemasFolder } from './schemas.ts'

/** Every rule, in the order in which an author mends things. */
export const rules: readonly Rule[] = [shape, ids, evidence, figures, units, ownWords, reworded, absent, written, used, tags, diagrams, textEquivalent, map, timeline, stances, models, argumentMaps, speaker, question, notes, time, plain, terms, taught, fonts, parity, proof, lock]

export interface Result { name: string, checked: number, problems: Problem[], warnings: Problem[], remark?: string }

/**
 * Runs the rules one after the other; `step` hears the name of each as it begins. Where a whole file cannot be read, `shape` alone
 * speaks: what the others would say follows from that.
 */
export async function verify(course: Course, context: Context, { only = rules, step = () => {} }: { only?: readonly Rule[], step?: (name: string) => void } = {}): Promise<Result[]> {
  const results: Result[] = []
  for (const rule of course.unread.length > 0 ? [shape, ...only.filter(rule => rule !== shape)] : only) {
    step(rule.name)
    if (course.unread.length > 0 && rule !== shape) {
      results.push({ name: rule.name, checked: 0, problems: [], warnings: [], remark: `waits until ${course.unread.join(', ')} can be read` })
      continue
    }
    const { checked, problems, warnings = [], remark } = withExceptions(course, rule, await rule.check(course, context))
    if (rule === shape) problems.push(...misplaced(course, rules))
    results.push({ name: rule.name, checked, problems: problems.sort(byPlace), warnings: warnings.sort(byPlace), ...(remark ? { remark } : {}) })
  }
  return results
}

const byPlace = (a: Problem, b: Problem) => a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line
