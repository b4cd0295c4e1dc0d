import { computed, ref } from 'vue'
import { drawingId, drawingKey } from '#course'

let queue: Promise<unknown> = Promise.resolve()
let count = 0
const waiting = ref(0)

/** Whether every diagram asked for is there: printing waits for it. */
export const isDrawn = computed(() => waiting.value === 0)

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
    waiting.value++
    const drawn = queue.then(() => find(text))
    queue = drawn.catch(() => undefined)
    return drawn.finally(() => waiting.value--)
  }
}
