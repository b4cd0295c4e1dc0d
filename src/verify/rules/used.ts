import type { Course } from '#course'
import { declarationOf, recordsNamed, type TagRecords } from '#course/tags'
import { stanceSources } from '#models'
import { sourceOf } from '../article.ts'
import { defineRule } from '../rule.ts'
import { claimsIn } from './evidence.ts'

export const used = defineRule({
  name: 'used',
  description: 'Every claim is used: on a slide, in an exercise, a framework, a route, a tension, a model, an argument or a stance. Claims in a file that says `draft: true` are free.',
  check(course) {
    const named = claimsUsed(course)
    const free = new Set(course.drafts)
    const held = Object.keys(course.claims).filter(id => !free.has(course.place('claims', id).path))
    const problems = held.filter(id => !named.has(id)).map(id => ({
      ...course.place('claims', id),
      message: `"${id}" is used nowhere: cite it (<Cite claim="${id}" />), ask about it, or take it out`,
    }))
    // What could not be read may be where a claim is used.
    if (course.problems.length > 0) return { checked: held.length, problems: [], remark: 'when every record can be read' }
    const lacking = Object.keys(course.claims).length - held.length
    return { checked: held.length, problems, ...(lacking > 0 ? { remark: `${lacking} claims of ${new Set(Object.keys(course.claims).map(sourceOf)).size} sources are drafts` } : {}) }
  },
})

/** Claims on slides (cited, or behind a table, term or diagram that stands there), in exercises, frameworks, routes, tensions, models, arguments and stances. */
function claimsUsed(course: Course): Set<string> {
  const named = new Set<string>()
  const add = (value: unknown) => { for (const { claim } of claimsIn(value, [])) named.add(claim) }
  for (const framework of Object.values(course.frameworks)) {
    add(framework)
    for (const { bears } of Object.values(framework.edges)) for (const claim of [...bears?.plus ?? [], ...bears?.minus ?? []]) named.add(claim)
  }
  Object.values(course.tensions).forEach(add)
  Object.values(course.routes).forEach(add)
  Object.values(course.models).forEach(add)
  Object.values(course.arguments).forEach(add)
  Object.values(course.stances).forEach(add)
  // A stance stands on a slide or on the practice page, and its score is taken from here.
  if (Object.keys(course.stances).length > 0) for (const claim of stanceSources) named.add(claim)
  for (const file of Object.values(course.exerciseFiles)) {
    add(file)
    if (file.kind === 'cells') add(course.series[file.series])
    if (file.kind === 'number' && typeof file.key === 'object' && file.key.from.series) add(course.series[file.key.from.series])
    if (file.kind === 'order' && !Array.isArray(file.key) && 'events' in file.key.from) for (const event of Object.values(file.key.from.events)) add(course.events[event])
  }
  for (const deck of course.decks) {
    for (const tag of deck.slides.flatMap(slide => slide.tags)) {
      const { lists } = declarationOf(tag.name) ?? {}
      const all = lists && tag.attributes[lists[0]] === undefined ? Object.entries(course[recordsIn(lists[1])]).flatMap(([id, record]) => id.startsWith(`${deck.lecture}/`) ? [record] : []) : []
      all.forEach(add)
      for (const { records, id } of recordsNamed(tag, deck.lecture)) {
        if (records === 'claims') named.add(id)
        else add(course[recordsIn(records)][id])
      }
    }
  }
  return named
}

/** Where an exercise names its claims: in its file. */
const recordsIn = (records: TagRecords) => records === 'exercises' ? 'exerciseFiles' : records
