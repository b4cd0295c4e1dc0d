import { reactive } from 'vue'
import type { Host } from '#hosts'
import { keptOn } from '../kept.ts'

/**
 * One argument as the class has it, one value however often it is mounted: grounds and warrants that are out, rebuttals that are granted;
 * and the claim whose reasons are shown in its place, or ''.
 */
export interface Argued { touched: string[], opened: string }

const kept = keptOn<Argued>('argument')

export function arguedOn(host: Host, id: string): Argued {
  return kept(host, id, () => reactive<Argued>({ touched: [], opened: '' }))
}
