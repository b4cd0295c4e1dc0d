import { reactive } from 'vue'
import type { Host } from '#hosts'
import { keptOn } from '../kept.ts'

/** One argument as the class has it: grounds and warrants that are out, rebuttals that are granted; one value, however often it is mounted. */
export interface Argued { touched: string[] }

const kept = keptOn<Argued>('argument')

export function arguedOn(host: Host, id: string): Argued {
  return kept(host, id, () => reactive<Argued>({ touched: [] }))
}
