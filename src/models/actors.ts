import type { Actor, ActorMark, Language } from '#schema'

/**
 * The pattern of a mark on a square that repeats without a seam: its side, how far it is turned, and what of it is ink. `solid` is
 * all ink and `open` none; `hatched` has the line it always had, wherever it is drawn.
 */
export interface Tile { side: number, turn?: number, ink: string }
export const tiles: Record<Exclude<ActorMark, 'solid' | 'open'>, Tile> = {
  hatched: { side: 5, turn: -45, ink: 'M0 0H5V2H0Z' },
  dot: { side: 9, ink: 'M4.5 1.7A2.8 2.8 0 1 1 4.5 7.3A2.8 2.8 0 1 1 4.5 1.7Z' },
  ring: { side: 11, ink: 'M5.5 1A4.5 4.5 0 1 1 5.5 10A4.5 4.5 0 1 1 5.5 1ZM5.5 3A2.5 2.5 0 1 0 5.5 8A2.5 2.5 0 1 0 5.5 3Z' },
  barred: { side: 5, ink: 'M0 0H5V1.8H0Z' },
  upright: { side: 5, ink: 'M0 0H1.8V5H0Z' },
  crossed: { side: 6, turn: -45, ink: 'M0 0H6V1.5H0ZM0 1.5H1.5V6H0Z' },
  left: { side: 16, ink: 'M0 0H8V16H0Z' },
  lower: { side: 16, ink: 'M0 8H16V16H0Z' },
  quartered: { side: 12, ink: 'M0 0H6V6H0ZM6 6H12V12H6Z' },
  plus: { side: 12, ink: 'M4.5 0H7.5V12H4.5ZM0 4.5H4.5V7.5H0ZM7.5 4.5H12V7.5H7.5Z' },
  saltire: { side: 12, turn: 45, ink: 'M4.5 0H7.5V12H4.5ZM0 4.5H4.5V7.5H0ZM7.5 4.5H12V7.5H7.5Z' },
  wedge: { side: 12, ink: 'M0 0H6V6H0Z' },
  diagonal: { side: 12, ink: 'M0 0L12 12H0Z' },
  chevron: { side: 10, ink: 'M0 1L5 6L10 1V4.5L5 9.5L0 4.5Z' },
}

/** The actors among some slugs, with their marks; a single one needs no mark to be told from others. */
export function markedAmong(slugs: readonly string[], actors: Record<string, Pick<Actor, 'mark'>>): Record<string, ActorMark> {
  const found = slugs.filter(slug => Object.hasOwn(actors, slug))
  return found.length > 1 ? Object.fromEntries(found.map(slug => [slug, actors[slug]!.mark])) : {}
}

/** An actor as it is drawn and called; what no actor of the course is called has a plain disc and its own slug. */
export function actorDrawn(id: string, actors: Record<string, Pick<Actor, 'mark' | 'names'>>, lang: Language): { id: string, mark: ActorMark | 'plain', name: string } {
  const actor = actors[id]
  return { id, mark: actor?.mark ?? 'plain', name: actor?.names[lang] ?? id }
}

/** "the United States", as an English sentence has it; elsewhere, and for what no actor of the course is called, the name alone. */
export function inSentence(name: string, actors: Record<string, Pick<Actor, 'article' | 'names'>>, lang: Language): string {
  const article = lang === 'en' ? Object.values(actors).find(({ names }) => names.en === name)?.article : undefined
  return article ? `${article} ${name}` : name
}
