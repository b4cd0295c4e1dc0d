import { reactive } from 'vue'
import type { Host } from '#hosts'
import type { Span } from '#models'
import { keptOn } from '../kept.ts'

export type Lanes = 'theme' | 'source'

/** One timeline as the class has it: one value, however often it is mounted (presenter, overview, print). */
export interface Timed {
  by: Lanes
  window: Span
  /** The event that is read. */
  told?: string
}

const kept = keptOn<Timed>('timeline')

export function timedOn(host: Host, id: string, start: () => Timed): Timed {
  return kept(host, id, () => reactive(start()))
}
