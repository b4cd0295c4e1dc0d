import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/**
 * How tightly a slide must be set for an element's content to fit the room it was given: 0 as designed, up to 3.
 * It only ever grows, so that nothing jumps; type never goes under 18 px (see exercise.css).
 */
export function useRoom(element: Ref<HTMLElement | undefined>): Ref<number> {
  const tightness = ref(0)
  let observer: ResizeObserver | undefined
  /** What holds the content: the element, or what it stands in where it has no box of its own. */
  const boxOf = (room: HTMLElement) => getComputedStyle(room).display === 'contents' ? room.parentElement! : room
  const isTooMuch = (room: HTMLElement, box: HTMLElement) => room === box
    ? room.scrollHeight > room.clientHeight + 1 || room.scrollWidth > room.clientWidth + 1
    : [...room.querySelectorAll('*')].some(each => each.getBoundingClientRect().bottom > box.getBoundingClientRect().bottom + 1)
  const measure = () => {
    const room = element.value
    const box = room && boxOf(room)
    // A slide that is not shown has no height; the observer calls again when it gets one.
    if (!room || !box || box.clientHeight === 0 || tightness.value >= 3) return
    if (isTooMuch(room, box)) {
      tightness.value++
      requestAnimationFrame(measure)
    }
  }
  onMounted(() => {
    if (typeof ResizeObserver === 'undefined' || !element.value) return
    observer = new ResizeObserver(measure)
    observer.observe(boxOf(element.value))
  })
  onBeforeUnmount(() => observer?.disconnect())
  return tightness
}
