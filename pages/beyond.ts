// What a lecture has to look at and to push on that none of its slides shows: it stands on the practice page all the same.
import type { LectureData, SlideEntry } from '#course/course'
import type { FigureTag } from '#course/tags'
import { sourceOf } from '#models'
import type { Framework, Language, Text } from '#schema'

export interface Beyond { tag: FigureTag, attributes: Record<string, string>, title: Text | undefined }

/** Arguments, models and stances one by one, by their ids; a line of time, without a title of its own, if no slide has one. */
export function beyondSlides({ lecture, slides, arguments: argued, models, stances, events }: Pick<LectureData, 'lecture' | 'slides' | 'arguments' | 'models' | 'stances' | 'events'>, lang: Language): Beyond[] {
  const figures = slides.flatMap((slide: Pick<SlideEntry, 'figures'>) => slide.figures[lang])
  const isShown = (tag: FigureTag, id: string) => figures.some(figure => figure.tag === tag && figure.attributes['id'] === id)
  const own = (id: string) => id.startsWith(`${lecture}/`)
  const each = <T>(tag: FigureTag, records: Record<string, T>, titleOf: (record: T) => Text): Beyond[] =>
    Object.entries(records).filter(([id]) => own(id) && !isShown(tag, id)).map(([id, record]) => ({ tag, attributes: { id }, title: titleOf(record) }))
  return [
    ...each('Argument', argued, ({ title }) => title),
    ...each('Explorer', models, ({ title }) => title),
    ...each('Stance', stances, ({ question }) => question),
    ...Object.keys(events).some(own) && !figures.some(({ tag }) => tag === 'Timeline') ? [{ tag: 'Timeline' as const, attributes: {}, title: undefined }] : [],
  ]
}

/** What a drawing of a framework rests on, each claim once: the whole, and each line that is drawn; a source's claims together, in the order of its text. */
export function claimsDrawn({ claims, edges }: Framework, all: LectureData['claims']): string[] {
  const named = [...new Set([...claims, ...Object.values(edges).flatMap(edge => edge.domain === undefined ? edge.claims : [])])]
  const sources = [...new Set(named.map(sourceOf))]
  const line = (claim: string) => { const at = all[claim]?.at; return at && 'line' in at ? at.line : 0 }
  return sources.flatMap(source => named.filter(claim => sourceOf(claim) === source).sort((one, other) => line(one) - line(other)))
}
