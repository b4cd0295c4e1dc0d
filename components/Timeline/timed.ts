import { reactive } from 'vue'
import type { Host } from '#hosts'
import type { Span } from '#models'

export type Lanes = 'theme' | 'source'

/** One timeline as the class has it: one value, however often it is mounted (presenter, overview, print). */
export interface Timed {
  by: Lanes
  window: Span
  /** The event that is read. */
  told?: string
}

/** As a desk of an exercise: made at first asking, shared by every copy of the tag, kept as long as the page. */
const kept = new WeakMap<Host, Map<string, Timed>>()

export function timedOn(host: Host, id: string, start: () => Timed): Timed {
  const ofHost = kept.get(host) ?? new Map<string, Timed>()
  kept.set(host, ofHost)
  const found = ofHost.get(id) ?? reactive(start())
  ofHost.set(id, found)
  return found
}
