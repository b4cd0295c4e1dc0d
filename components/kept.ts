import type { Host } from '#hosts'

/**
 * As a desk of an exercise: made at first asking, shared by every copy of the tag (presenter, overview, print), kept as long as the page,
 * and the same in the lecturer's window and in the audience's. So what it holds is JSON, and functions; `name` is the figure's own.
 *
 *     const kept = keptOn<Timed>('timeline')
 *     kept(host, id, () => reactive(start()))
 */
export function keptOn<T extends object>(name: string): (host: Host, id: string, start: () => T) => T {
  const hosts = new WeakMap<Host, Map<string, T>>()
  return (host, id, start) => {
    const ofHost = hosts.get(host) ?? new Map<string, T>()
    hosts.set(host, ofHost)
    const found = ofHost.get(id)
    if (found) return found
    const made = start()
    ofHost.set(id, made)
    host.mirror.share(`${name}/${id}`, { read: () => made, write: value => take(made, value as Partial<T>) })
    return made
  }
}

/** JSON leaves out what is undefined: `{ told: 'a' }` takes `{}` and is `{ told: undefined }`. Functions stay. */
function take<T extends object>(made: T, value: Partial<T>) {
  for (const key of Object.keys(made) as (keyof T)[]) if (typeof made[key] !== 'function' && !(key in value)) made[key] = undefined as T[keyof T]
  Object.assign(made, value)
}
