import type { Problem } from '#course'
import { plainMarkdown } from '#course/inline'
import type { Deck, Slide } from '#schema'
import { defineRule } from '../rule.ts'

export const question = defineRule({
  name: 'question',
  description: 'The lecture’s question stands in the words of corpus/course.yaml on the slide `puzzle` (layout `question`), and a slide `answer` (layout `answer`, which draws it) comes after; each has `<YourLine />`. Decks that say `draft: true` are free.',
  allowsExceptions: true,
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const deck of course.decks) {
      const asked = course.syllabus.lectures[deck.lecture]?.question[deck.lang]
      if (deck.draft || asked === undefined) continue
      checked++
      const puzzle = the(deck, 'puzzle', 'question', problems)
      const answer = the(deck, 'answer', 'answer', problems)
      // Where a headline breaks is its own.
      if (puzzle && bare(puzzle.headline) !== bare(asked)) problems.push({ path: deck.path, line: puzzle.line, message: `the puzzle asks "${puzzle.headline}", the lecture "${asked}" (corpus/course.yaml); both say the same` })
      if (puzzle && answer && answer.number < puzzle.number) problems.push({ path: deck.path, line: answer.line, message: `the answer is slide ${answer.number}, before its puzzle, slide ${puzzle.number}` })
    }
    return { checked, problems }
  },
})

/** The slide of this id, with its layout and the student's line. */
function the({ slides, path }: Deck, id: string, layout: string, problems: Problem[]): Slide | undefined {
  const slide = slides.find(slide => slide.id === id)
  if (!slide) problems.push({ path, line: 1, message: `there is no slide with routeAlias: ${id} and layout: ${layout}` })
  else if (slide.layout !== layout) problems.push({ path, line: slide.line, message: `slide "${id}" has the layout "${slide.layout}", expected "${layout}"` })
  if (slide && !slide.tags.some(({ name }) => name === 'YourLine')) problems.push({ path, line: slide.line, message: `slide "${id}" has no <YourLine />: the line that a student writes on the question, and reads again beside the answer` })
  return slide
}

const bare = (text: string) => plainMarkdown(text).replace(/\s/g, '').replace(/[’‘]/g, '\'')
