import type { Course, Problem } from '#course'
import { findings } from '#grading/prove'
import { languages } from '#schema'
import { defineRule } from '../rule.ts'

/** Below this many one-answer questions nothing can be told from their keys. */
const enough = 6
/** A student who always takes the longest option, or always the second, should not do much better than chance. */
const share = 0.6

export const proof = defineRule({
  name: 'proof',
  description: `Every exercise proves itself: its right answers earn all, its wrong ones fire just the feedback they name. Over the course (from ${enough} choices up) the key is not in more than ${100 * share} % the longest option, nor at one and the same place.`,
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const [id, exercise] of Object.entries(course.exercises)) {
      const file = course.exerciseFiles[id]
      if (!file) continue
      checked++
      for (const { field, message } of findings(file, exercise, course)) problems.push({ ...course.place('exercises', id, field), message: `${field.join('.')}: ${message}` })
    }
    return { checked, problems: [...problems, ...habits(course)] }
  },
})

function habits(course: Course): Problem[] {
  const choices = Object.values(course.exercises).flatMap(exercise => exercise.item.kind === 'choice' && exercise.key.kind === 'choice' ? [{ item: exercise.item, solution: exercise.key.solution }] : [])
  if (choices.length < enough) return []
  const problems: Problem[] = []
  const place = { path: 'exercises', line: 1 }
  const most = Math.floor(share * choices.length)
  for (const lang of languages) {
    const longest = choices.filter(({ item, solution }) => {
      const length = (id: string) => item.options.find(option => option.id === id)?.text[lang].length ?? 0
      return item.options.every(({ id }) => id === solution || length(id) < length(solution))
    })
    if (longest.length > most) problems.push({ ...place, message: `the key is the longest option (${lang}) in ${longest.length} of ${choices.length} choices, at most ${most} may be: ${longest.map(({ item }) => item.id).join(', ')}` })
  }
  const placeOf = ({ item, solution }: (typeof choices)[number]) => item.options.findIndex(({ id }) => id === solution) + 1
  for (const position of new Set(choices.map(placeOf))) {
    const those = choices.filter(choice => placeOf(choice) === position)
    if (those.length > most) problems.push({ ...place, message: `the key is option ${position} in ${those.length} of ${choices.length} choices, at most ${most} may be: ${those.map(({ item }) => item.id).join(', ')}` })
  }
  return problems
}
