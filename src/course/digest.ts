/** The article in our words: the claims of a lecture's home sources, in their order, under the articles' own sections. */
import type { Series, Text } from '#schema'
import type { Course } from './course.ts'

export interface DigestParagraph {
  /** 1-based, within its section, as the lock has it. */
  number: number
  /** Claim ids, in the order of corpus/claims. */
  claims: string[]
}
export interface DigestSection {
  /** As the source's outline has it: "3.1", "intro". */
  number: string
  title: Text
  paragraphs: DigestParagraph[]
  /** Tables of this section in which something is recomputed. */
  series: [id: string, Series][]
}
export interface Digest { source: string, sections: DigestSection[] }

/**
 * One digest a home source, in the order of `course.yaml`; sources of which nothing was claimed are left out, and so are claims that no
 * lock has a place for. Sections come in the order of the article, sections without a claim are left out.
 */
export function digestsOf({ syllabus, sources, claims, locks, series }: Pick<Course, 'syllabus' | 'sources' | 'claims' | 'locks' | 'series'>, lecture: string): Digest[] {
  return (syllabus.lectures[lecture]?.sources ?? []).flatMap((source): Digest[] => {
    const { outline = [] } = sources[source] ?? {}
    const places = locks[source]?.claims ?? {}
    const own = Object.keys(claims).filter(id => id.startsWith(`${source}/`)).flatMap((id) => {
      const place = places[id.slice(source.length + 1)]
      return place ? [{ id, ...place }] : []
    })
    const sectionAt = (line: number) => outline.filter(part => part.line <= line).at(-1)?.number
    const sections = outline.flatMap(({ number, title }): DigestSection[] => {
      const here = own.filter(({ section }) => section === number)
      if (here.length === 0) return []
      const numbers = [...new Set(here.map(({ paragraph }) => paragraph))].sort((a, b) => a - b)
      return [{
        number, title,
        paragraphs: numbers.map(number => ({ number, claims: here.filter(({ paragraph }) => paragraph === number).map(({ id }) => id) })),
        series: Object.entries(series).filter(([, each]) => each.source === source && Object.keys(each.computed).length > 0 && sectionAt(each.at.line) === number),
      }]
    })
    return sections.length ? [{ source, sections }] : []
  })
}
