import { reactive } from 'vue'
import type { Host } from '#hosts'
import { signsOf } from '#models'
import type { Framework, RelationSign } from '#schema'
import { keptOn } from '../../kept.ts'

/** The actor of the class's choice, beside the corners' own ids. */
export const fourth = 'fourth actor'

/** One model as the class has it: one value, however often it is mounted (presenter, overview, print). */
export interface SignedState {
  domain: string
  /** Domain -> pair -> sign. */
  signs: Record<string, Record<string, RelationSign>>
  /** Pairs on which the article bears both, and which the class has chosen by now: `economy/china|us`. */
  chosen: string[]
  /** Name of the fourth actor; empty while there is none. */
  fourth: string
  /** The last side touched in the domain shown; undone by another domain, another actor, a reset. */
  last?: { pair: string, from: RelationSign }
}

export function asWritten(framework: Framework): SignedState {
  const domains = Object.keys(framework.domains ?? {})
  return {
    domain: domains[0] ?? '',
    signs: Object.fromEntries(domains.map(domain => [domain, signsOf(framework, domain)])),
    chosen: [],
    fourth: '',
    last: undefined,
  }
}

const kept = keptOn<SignedState>('signed-graph')

export function stateOf(host: Host, id: string, framework: Framework): SignedState {
  return kept(host, id, () => reactive(asWritten(framework)))
}
