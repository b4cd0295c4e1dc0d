import type { LectureData } from '#course/course'
import { noteOf } from '#course/note'
import { plan } from '#course/time'
import type { Language } from '#schema'
import type { NotePart } from '#schema/slide'

/** `<p>say: …<br>ask: …</p>`, as Slidev renders a note, by its parts, each a list of paragraphs of HTML. */
export function noteParts(html: string): Partial<Record<NotePart, string[]>> {
  const between = '</p><p>' // a line of its own: noteOf keeps lines, and no empty ones
  const parts = noteOf(html.replace(/<\/p>\s*<p>/g, `\n${between}\n`).replace(/^\s*<p>|<\/p>\s*$/g, ''))
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, text.split(between).map(paragraph => paragraph.trim()).filter(Boolean)]))
}

/** What a slide takes of the plan, in whole minutes from the start of the class. */
export interface Planned { from: number, to: number, minutes: number, isOptional: boolean, asks: boolean }

/** The plan of a lecture in whole minutes: of each slide by its id, of all, and of what is left when time is short. */
export function plannedOf({ slides }: Pick<LectureData, 'slides'>, lang: Language): { of: (slide: unknown) => Planned | undefined, all: number, shortest: number, asks: number } {
  const timed = slides.map(({ minutes, optional, asks }) => ({ minutes: minutes[lang], ...optional ? { optional } : {}, ...asks ? { asks } : {} }))
  const { slides: spans, all, shortest, asks } = plan(timed)
  const planned = new Map(slides.map(({ id, optional, asks: asksHere }, index) => {
    const { from, to } = spans[index]!
    return [id, { from: Math.round(from), to: Math.round(to), minutes: timed[index]!.minutes, isOptional: optional === true, asks: asksHere === true }]
  }))
  return { of: slide => planned.get(String(slide)), all: Math.round(all), shortest: Math.round(shortest), asks }
}
