import { reactive } from 'vue'
import type { Host } from '#hosts'

/** One argument as the class has it: grounds and warrants that are out, rebuttals that are granted; one value, however often it is mounted. */
export interface Argued { touched: string[] }

/** As a desk of an exercise: made at first asking, shared by every copy of the tag, kept as long as the page. */
const kept = new WeakMap<Host, Map<string, Argued>>()

export function arguedOn(host: Host, id: string): Argued {
  const ofHost = kept.get(host) ?? new Map<string, Argued>()
  kept.set(host, ofHost)
  const found = ofHost.get(id) ?? reactive<Argued>({ touched: [] })
  ofHost.set(id, found)
  return found
}
