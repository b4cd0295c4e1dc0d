import { reactive } from 'vue'
import type { Host } from '#hosts'
import { keptOn } from '../kept.ts'

/** Charts whose figures are open: one value a chart, however often it is mounted (presenter, overview, print). */
interface Opened { charts: string[] }

const kept = keptOn<Opened>('chart')

export function openedOn(host: Host) {
  const opened = kept(host, 'figures', () => reactive<Opened>({ charts: [] }))
  const has = (chart: string): boolean => opened.charts.includes(chart)
  return {
    has,
    add(chart: string) {
      if (!has(chart)) opened.charts.push(chart)
    },
    /** Says whether it was open. */
    delete(chart: string): boolean {
      const was = has(chart)
      opened.charts = opened.charts.filter(other => other !== chart)
      return was
    },
  }
}
