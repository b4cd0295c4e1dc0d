import type { Problem } from '#course'
import { defineRule } from '../rule.ts'
import { claimsShown, namesWhatIsNot } from '../shown.ts'

export const taught = defineRule({
  name: 'taught',
  description: 'An exercise on a slide asks what this slide or an earlier one has shown: the claims its key rests on are cited there, or stand behind a figure, table, term or tension; or it says `before: true` ("Guess before you see"), and they are shown later. What stands on no slide may name the slide to read first (`after`).',
  allowsExceptions: true,
  check(course) {
    const problems: Problem[] = []
    // `ids` says so first: what is misspelt may be what teaches, and the exercise that seems to be missing.
    const skipped = course.decks.filter(deck => deck.draft || deck.slides.some(slide => namesWhatIsNot(course, deck, slide)))
    const isSkipped = (id: string) => skipped.some(({ lecture }) => id.startsWith(`${lecture}/`))
    const onSlide = new Set<string>()
    let checked = 0
    for (const deck of course.decks) {
      if (skipped.includes(deck)) continue
      const shown = deck.slides.map(slide => claimsShown(course, deck, slide))
      for (const [index, slide] of deck.slides.entries()) {
        const until = new Set(shown.slice(0, index + 1).flatMap(claims => [...claims]))
        const later = new Set(shown.slice(index + 1).flatMap(claims => [...claims]))
        for (const { name, attributes, line } of slide.tags) {
          const id = attributes['id'] ?? ''
          const file = course.exerciseFiles[id]
          if (name !== 'Exercise' || !file) continue
          checked++
          onSlide.add(id)
          const report = (message: string) => { problems.push({ path: deck.path, line, message: `slide ${slide.number} "${slide.id}": ${message}` }) }
          const missing = file.claims.filter(claim => claim in course.claims && !until.has(claim))
          const never = missing.filter(claim => !later.has(claim))
          if (never.length > 0) report(`${id} rests on ${never.join(', ')}, which no slide shows: cite it, or put the exercise on the practice page`)
          else if (missing.length > 0 && !file.before) report(`${id} rests on ${missing.join(', ')}, which only a later slide shows: put it after that, or let it say before: true`)
          else if (missing.length === 0 && file.before) report(`${id} says before: true, and all that it rests on was shown by then`)
        }
      }
    }
    for (const [id, file] of Object.entries(course.exerciseFiles)) {
      if (file.before && !file.draft && !onSlide.has(id) && !isSkipped(id)) problems.push({ ...course.place('exercises', id, ['before']), message: `says before: true, and stands on no slide` })
      const decks = course.decks.filter(({ lecture, draft }) => !draft && id.startsWith(`${lecture}/`))
      if (file.after === undefined || file.draft || decks.length === 0) continue
      const without = decks.find(({ slides }) => !slides.some(slide => slide.id === file.after))
      const report = (message: string) => { problems.push({ ...course.place('exercises', id, ['after']), message }) }
      if (without) report(`after: ${without.path} has no slide "${file.after}"`)
      else if (onSlide.has(id)) report(`says after: ${file.after}, and stands on a slide itself`)
    }
    return { checked, problems }
  },
})
