import type { Component } from 'vue'
import type { FigureTag } from '#course/tags'

/** One row a tag: the figures of a lecture as its practice page draws them once more, each fetched when a reader comes near it. */
export const figures: Record<FigureTag, () => Promise<{ default: Component }>> = {
  CorridorMap: () => import('./CorridorMap/CorridorMap.vue'),
  Chart: () => import('./Chart/Chart.vue'),
  Timeline: () => import('./Timeline/Timeline.vue'),
  Stance: () => import('./Stance/Stance.vue'),
  Explorer: () => import('./Explorer/Explorer.vue'),
  Argument: () => import('./Argument/Argument.vue'),
}
