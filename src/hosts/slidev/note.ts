import { noteOf } from '#course/note'
import type { NotePart } from '#schema/slide'

/** `<p>say: …<br>ask: …</p>`, as Slidev renders a note, by its parts, each a list of paragraphs of HTML. */
export function noteParts(html: string): Partial<Record<NotePart, string[]>> {
  const between = '</p><p>' // a line of its own: noteOf keeps lines, and no empty ones
  const parts = noteOf(html.replace(/<\/p>\s*<p>/g, `\n${between}\n`).replace(/^\s*<p>|<\/p>\s*$/g, ''))
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, text.split(between).map(paragraph => paragraph.trim()).filter(Boolean)]))
}

/** The minutes at which each slide begins and ends, as its note plans it; a slide without a plan takes none. */
export function plannedMinutes(slides: readonly { meta: { slide?: { noteHTML?: string } } }[]): { from: number, to: number }[] {
  let to = 0
  return slides.map(({ meta }) => {
    const from = to
    to += Number(noteParts(meta.slide?.noteHTML ?? '').minutes?.[0]) || 0
    return { from, to }
  })
}
