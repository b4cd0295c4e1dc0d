import { reactive } from 'vue'
import type { Host } from '#hosts'
import { borneBy, type Borne, pairsOf, startSign } from '#models'
import type { Framework, RelationSign } from '#schema'
import { keptOn } from '../kept.ts'

/** The actor of the class's choice, beside the corners' own ids. */
export const fourth = 'fourth actor'

/** One model as the class has it: one value, however often it is mounted (presenter, overview, print). */
export interface Explored {
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

export const cornersOf = (framework: Framework) => Object.keys(framework.nodes).slice(0, 3)

/** The side of a domain that joins the two. */
export function sideOf(framework: Framework, domain: string, between: readonly [string, string]): Framework['edges'][string] | undefined {
  return Object.values(framework.edges).find(edge => edge.domain === domain && between.includes(edge.from) && between.includes(edge.to))
}

export const borneOn = (framework: Framework, domain: string, between: readonly [string, string]): Borne => {
  const bears = sideOf(framework, domain, between)?.bears
  return bears ? borneBy(bears) : '0'
}

export function asWritten(framework: Framework): Explored {
  const pairs = pairsOf(cornersOf(framework))
  const domains = Object.keys(framework.domains ?? {})
  return {
    domain: domains[0] ?? '',
    signs: Object.fromEntries(domains.map(domain => [domain, Object.fromEntries(pairs.map(({ id, between }) => [id, startSign(borneOn(framework, domain, between))]))])),
    chosen: [],
    fourth: '',
    last: undefined,
  }
}

const kept = keptOn<Explored>()

export function exploredOn(host: Host, id: string, framework: Framework): Explored {
  return kept(host, id, () => reactive(asWritten(framework)))
}
