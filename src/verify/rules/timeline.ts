import type { Problem } from '#course'
import { agree, spanOf, widthOf } from '#models'
import { languages } from '#schema'
import { defineRule } from '../rule.ts'

/** The longest name beside a mark, in pixels at 18: half of what a slide has for a row. */
const longest = 360

export const timeline = defineRule({
  name: 'timeline',
  description: 'A date that disagrees is another date and rests on other claims; the footnote of an event belongs to one of its claims; what stands beside a mark is short enough for a row.',
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const [id, event] of Object.entries(course.events)) {
      checked++
      const report = (field: (string | number)[], message: string) => { problems.push({ ...course.place('events', id, field), message }) }
      for (const lang of languages) {
        const name = (event.short ?? event.name)[lang]
        if (widthOf(name, 18) > longest) report([event.short ? 'short' : 'name', lang], `"${name}" is too long to stand beside a mark; ${event.short ? 'shorten it' : 'give a shorter one: short: { en, zh }'}`)
      }
      if (event.by && event.otherwise.length === 0) report(['by'], 'says who gives this date, but no other date stands against it; take it out, or add otherwise')
      if (event.until && spanOf(event.until).to <= spanOf(event.date).from) report(['until'], `"${event.until}" is before "${event.date}"`)
      event.otherwise.forEach((other, index) => {
        checked++
        const at = ['otherwise', index]
        if (other.until && spanOf(other.until).to <= spanOf(other.date).from) report([...at, 'until'], `"${other.until}" is before "${other.date}"`)
        const isSame = agree(other.date, event.date) && Boolean(other.open) === Boolean(event.open) && agree(other.until ?? other.date, event.until ?? event.date)
        if (isSame) report([...at, 'date'], `"${other.date}" agrees with "${event.date}": it is no other date; where it is more exact, let date say so`)
        other.claims.forEach((claim, place) => {
          const isOwn = event.claims.includes(claim)
          if (other.is === 'note' && !isOwn) report([...at, 'claims', place], `"${claim}" is not among the claims of this event: whose footnote is it?`)
          if (other.is === 'date' && isOwn) report([...at, 'claims', place], `"${claim}" is among the claims of "${event.date}" already: two dates that disagree rest on different claims`)
        })
      })
    }
    return { checked, problems }
  },
})
