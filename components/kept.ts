import type { Host } from '#hosts'

/**
 * As a desk of an exercise: made at first asking, shared by every copy of the tag (presenter, overview, print), kept as long as the page.
 *
 *     const kept = keptOn<Timed>()
 *     kept(host, id, () => reactive(start()))
 */
export function keptOn<T>(): (host: Host, id: string, start: () => T) => T {
  const hosts = new WeakMap<Host, Map<string, T>>()
  return (host, id, start) => {
    const ofHost = hosts.get(host) ?? new Map<string, T>()
    hosts.set(host, ofHost)
    const found = ofHost.get(id) ?? start()
    ofHost.set(id, found)
    return found
  }
}
