import type { Course, Problem } from '#course'
import { essayLimits } from '#grading/essay'
import { findings } from '#grading/prove'
import { plainMarkdown } from '#course/inline'
import { languages } from '#schema'
import { defineRule } from '../rule.ts'

/** Below this many one-answer questions nothing can be told from their keys. */
const enough = 6
/** A student who always takes the longest option, or always the second, should not do much better than chance. */
const share = 0.6

export const proof = defineRule({
  name: 'proof',
  description: `Every exercise proves itself: its right answers earn all, its wrong ones fire just the feedback they name; what is written freely has ${essayLimits.criteria.join(' to ')} criteria and a model answer of ${essayLimits.model.en.join(' to ')} words, ${essayLimits.model.zh.join(' to ')} characters, no sentence of which is told before. Over the course (from ${enough} choices up) the key is not in more than ${100 * share} % the longest option, nor at one and the same place. It warns of a right option that is longer than each of the others by more than a third.`,
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const [id, exercise] of Object.entries(course.exercises)) {
      const file = course.exerciseFiles[id]
      if (!file) continue
      checked++
      for (const { field, message } of findings(file, exercise, course)) problems.push({ ...course.place('exercises', id, field), message: `${field.join('.')}: ${message}` })
    }
    return { checked, problems: [...problems, ...habits(course)], warnings: giveaways(course) }
  },
})

/** How much longer, in letters, the right option must be to be seen at a glance: beside two words a third is nothing. */
const seen = { en: 12, zh: 5 }

/** A right option that is longer than each distractor by more than a third tells itself: it was written with more care. */
function giveaways(course: Course): Problem[] {
  return Object.entries(course.exercises).flatMap(([id, { item, key }]) => {
    if (item.kind !== 'choice' || key.kind !== 'choice') return []
    return languages.flatMap((lang): Problem[] => {
      const length = (option: (typeof item.options)[number]) => [...plainMarkdown(option.text[lang])].length
      const right = item.options.find(option => option.id === key.solution)
      const others = item.options.filter(option => option.id !== key.solution).map(length)
      if (!right || others.length === 0) return []
      const [own, longest] = [length(right), Math.max(...others)]
      return own > longest * 4 / 3 && own - longest >= seen[lang]
        ? [{ ...course.place('exercises', id, ['options', key.solution]), message: `options.${key.solution} (${lang}): ${own} characters, the longest of the others ${longest}; the right option is told by its length: shorten it, or write the others as fully` }]
        : []
    })
  })
}

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
