import type { Course } from './course.ts'

/**
 * Ids of the frameworks that mermaid draws on a lecture's practice page: those that none of its slides shows, and its triangles, which
 * slides lay by hand. A triangle with a fourth party in its middle is left to the slide: mermaid lays labels on each other there.
 */
export function frameworksDrawn({ decks, frameworks }: Pick<Course, 'decks' | 'frameworks'>, lecture: string): string[] {
  const shown = new Set(decks.filter(deck => deck.lecture === lecture).flatMap(({ slides }) => slides.flatMap(({ tags }) => tags))
    .flatMap(({ name, attributes }) => name === 'Framework' ? attributes['id'] ?? [] : []))
  return Object.entries(frameworks).filter(([id, { layout, nodes }]) => id.startsWith(`${lecture}/`)
    && (!shown.has(id) || (layout === 'triangle' && Object.values(nodes).every(({ stands }) => stands !== 'between')))).map(([id]) => id)
}
