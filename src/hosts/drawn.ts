import { computed, ref } from 'vue'
import { drawingId, drawingKey, type Ground } from '#course'
import type { Host } from './host.ts'

let queue: Promise<unknown> = Promise.resolve()
let count = 0
const waiting = ref(0)

/** Whether all that was asked for is there, diagrams and the ground of maps: printing waits for it. */
export const isDrawn = computed(() => waiting.value === 0)
function awaited<T>(work: Promise<T>): Promise<T> {
  waiting.value++
  return work.finally(() => waiting.value--)
}

/** A host's `ground`: each extent is fetched once, and asked for again after it could not be. */
export function groundOf(load: Host['ground']): Host['ground'] {
  const kept = new Map<string, Promise<Ground>>()
  return (extent) => {
    const found = kept.get(extent) ?? awaited(load(extent))
    kept.set(extent, found)
    found.catch(() => kept.delete(extent)) // whoever asked is told by what is returned
    return found
  }
}

/**
 * A host's `draw`: mermaid text to the `<svg>` that was drawn from it before, with ids of its own. While an author is at work,
 * what nobody has drawn yet is drawn here, one after the other; in a built site there is nothing that could, and it rejects.
 */
export function drawnBefore(load: () => Promise<Record<string, string>>): (text: string) => Promise<string> {
  let drawings: ReturnType<typeof load> | undefined
  const find = async (text: string) => {
    const svg = (await (drawings ??= load()))[drawingKey(text)]
    if (svg !== undefined) return svg.replaceAll(drawingId, `${drawingId}-${++count}`)
    if (import.meta.env.DEV) return (await import('./draw.ts')).draw(text)
    throw new Error('this diagram was not drawn when the course was built')
  }
  return (text) => {
    const drawn = queue.then(() => find(text))
    queue = drawn.catch(() => undefined)
    return awaited(drawn)
  }
}
