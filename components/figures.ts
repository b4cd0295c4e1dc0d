import type { Component } from 'vue'
import type { FigureTag } from '#course/tags'

/** What a practice page has besides the figures of slides: frameworks that mermaid draws. */
export type PageTag = FigureTag | 'Framework'

/** One row a tag: the figures of a lecture as its practice page draws them once more, each fetched when a reader comes near it. */
export const figures: Record<PageTag, () => Promise<{ default: Component }>> = {
  CorridorMap: () => import('./CorridorMap/CorridorMap.vue'),
  Chart: () => import('./Chart/Chart.vue'),
  Timeline: () => import('./Timeline/Timeline.vue'),
  Stance: () => import('./Stance/Stance.vue'),
  Explorer: () => import('./Explorer/Explorer.vue'),
  Framework: () => import('./Framework/Framework.vue'),
  Argument: () => import('./Argument/Argument.vue'),
}
