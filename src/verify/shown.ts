import type { Course } from '#course'
import { declarationOf, recordsNamed } from '#course/tags'
import type { Deck, Slide } from '#schema'
import { claimsIn } from './rules/evidence.ts'

/** Claims that a class has before it on this slide: cited, or behind the figure, table, term or tension that stands there. References teach nothing. */
export function claimsShown(course: Course, deck: Deck, slide: Slide): Set<string> {
  const shown = new Set<string>()
  if (slide.layout === 'references') return shown
  const add = (record: unknown) => { for (const { claim } of claimsIn(record, [])) shown.add(claim) }
  for (const tag of slide.tags) {
    if (tag.name === 'Exercise') continue
    const { lists } = declarationOf(tag.name) ?? {}
    if (lists && tag.attributes[lists[0]] === undefined && lists[1] !== 'claims' && lists[1] !== 'exercises')
      for (const [id, record] of Object.entries(course[lists[1]])) if (id.startsWith(`${deck.lecture}/`)) add(record)
    for (const { records, id } of recordsNamed(tag, deck.lecture)) {
      if (records === 'claims') shown.add(id)
      else if (records !== 'exercises') add(course[records][id])
    }
  }
  return shown
}

/** Does a tag of this slide name a record that there is not? */
export const namesWhatIsNot = (course: Course, deck: Deck, slide: Slide): boolean => slide.tags.some(tag =>
  recordsNamed(tag, deck.lecture).some(({ records, id }) => !(id in (records === 'exercises' ? course.exerciseFiles : course[records]))))
