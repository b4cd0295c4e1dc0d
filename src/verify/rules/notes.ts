import type { Problem } from '#course'
import { noteParts, type Language } from '#schema'
import { defineRule } from '../rule.ts'

/** Where one sentence ends and another begins: "On. Then off." has one, "Mr. Li goes on." none. */
const between: Record<Language, RegExp> = { en: /(?<!\b(?:Mr|Mrs|Ms|Dr|St|no|vs|U\.S))[.!?…]["”’)]*\s+["“‘(]*\p{Lu}/u, zh: /[。！？…]["”’）」]*(?=\s*\S)/u }

export const notes = defineRule({
  name: 'notes',
  description: 'Every slide’s note has what is said (`say`) and, but for the last, the way on (`next`, one sentence). A slide on which the class does something (`do`) asks nothing else and may tell what to expect; elsewhere `ask` and `expect` come together, or neither. Nothing else stands in a note.',
  allowsExceptions: true,
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const deck of course.decks) {
      for (const { note, does, id, number, line } of deck.slides) {
        checked++
        const report = (message: string) => { problems.push({ path: deck.path, line, message: `slide ${number} "${id}": ${message}` }) }
        const lacking = (['say', 'next'] as const).filter(part => !note[part]?.trim() && (part === 'say' || number < deck.slides.length))
        if (lacking.length > 0) report(`its note has no "${lacking.join('", no "')}"; each label begins a line: "say: …"`)
        const strange = Object.values(note).flatMap(text => text.split('\n')).flatMap(row => /^([a-z]+)[:：]/.exec(row)?.[1] ?? [])[0]
        if (strange === 'minutes') report('minutes are no part of a note: a task says its own in `do`, the rest is computed')
        else if (strange) report(`"${strange}:" is no part of a note; there is ${noteParts.join(', ')}`)
        if (does && note.ask) report(`the class does something here (do: ${does}): what it is asked stands there, and its note has no "ask"`)
        if (!does && Boolean(note.ask) !== Boolean(note.expect)) report(note.ask ? 'its note asks and does not say what to expect' : 'its note expects an answer to what nobody asks')
        if (note.next && between[deck.lang].test(note.next.trim())) report(`the way on is one sentence; read "${note.next.trim().slice(0, 60)}…"`)
      }
    }
    return { checked, problems }
  },
})
