import { reactive } from 'vue'
import type { Host } from '#hosts'

const charts = new WeakMap<Host, Set<string>>()

/** Charts whose figures are open: one value a chart, however often it is mounted (presenter, overview, print). */
export function openedOn(host: Host): Set<string> {
  const found = charts.get(host)
  if (found) return found
  const opened = reactive(new Set<string>())
  charts.set(host, opened)
  return opened
}
