import { type CharacterPlace, type Coverage, pointsOf } from '../../course/characters.ts'

/**
 * Han faces come in layers, so that a lecture never rewrites another's files: `han` is what the course began with, a
 * further one holds the characters that a lecture, or the house around the lectures, was the first to bring.
 */
export const base = 'han'
export const house = 'house'

/** "slides/triad.zh.md", "exercises/triad/three.yaml", "corpus/claims/yang-2026.yaml" => "triad"; "pages/Start.vue" => "house" */
export function layerOf(path: string, lectures: Record<string, { sources: string[] }>): string {
  const [, named] = /^(?:slides|exercises|corpus\/[a-z]+)\/([a-z0-9-]+)/.exec(path) ?? []
  if (!named) return house
  if (named in lectures) return named
  // A text of two lectures belongs to the one that reads fewest beside it.
  const [own] = Object.entries(lectures).filter(([, { sources }]) => sources.includes(named)).sort(([, a], [, b]) => a.sources.length - b.sources.length)
  return own?.[0] ?? house
}

/** The layers of a face, those there are first: each character where it was, a new one with the lecture that brings it. */
export function layersOf(face: string, characters: Map<number, CharacterPlace | undefined>, before: Coverage | undefined, lectures: Record<string, { sources: string[] }>): Map<string, number[]> {
  const there = Object.entries(before?.faces ?? {}).flatMap(([file, { characters: held }]) => file.startsWith(`${face}.`) ? [{ layer: file.split('.')[1]!, held: pointsOf(held) }] : [])
  const layers = new Map<string, number[]>([...there.map(({ layer }) => layer), base].map(layer => [layer, []]))
  const brings = (place: CharacterPlace | undefined) => there.length === 0 ? base : place ? layerOf(place.path, lectures) : house
  for (const [point, place] of characters) {
    const layer = there.find(({ held }) => held.has(point))?.layer ?? brings(place)
    layers.set(layer, [...layers.get(layer) ?? [], point])
  }
  return layers
}
