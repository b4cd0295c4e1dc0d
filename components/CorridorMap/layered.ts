import { reactive } from 'vue'
import type { Host } from '#hosts'
import { keptOn } from '../kept.ts'

/** One map as the class has it: layers that are switched off, the place whose names are told. */
export interface Layered { off: string[], told?: string }

const kept = keptOn<Layered>('map')

/** `map` is the tag as it is written: two tags that say the same are one map. */
export const layeredOn = (host: Host, map: object): Layered => kept(host, JSON.stringify(map), () => reactive<Layered>({ off: [], told: undefined }))
