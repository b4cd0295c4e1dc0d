import { onBeforeUnmount, onMounted, ref, useId } from 'vue'
import { useHost } from '#hosts'

/**
 * What opens beside the words one pressed (Cite, Term). It closes on Esc, when something else is pressed and when the
 * focus has gone on; the focus goes back to the button it came from. `opened` lays it where there is room.
 *
 *     const { root, popover, id, isOpen, toggle, close, onFocusOut } = usePopover(lay)
 *     <span ref="root" @focusout="onFocusOut"><button :aria-controls="isOpen ? id : undefined" @click="toggle">…
 */
export function usePopover(opened: () => void | Promise<void>) {
  const { medium } = useHost()
  const root = ref<HTMLElement>()
  const popover = ref<HTMLElement>()
  const isOpen = ref(false)

  const close = () => { isOpen.value = false }
  async function toggle(event: MouseEvent) {
    const button = event.currentTarget as HTMLElement | null
    isOpen.value = !isOpen.value
    if (isOpen.value) await opened()
    // On a slide a mouse click gives the keys back to it; Esc still closes.
    if (medium === 'slide' && event.detail > 0) button?.blur()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen.value) return
    const hadFocus = popover.value?.contains(document.activeElement)
    close()
    if (hadFocus) root.value?.querySelector('button')?.focus()
  }
  const onPress = (event: Event) => { if (isOpen.value && !root.value?.contains(event.target as Node)) close() }
  /** The focus has gone on: what it left behind closes. */
  const onFocusOut = (event: FocusEvent) => { if (event.relatedTarget && !root.value?.contains(event.relatedTarget as Node)) close() }

  onMounted(() => {
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('pointerdown', onPress)
  })
  return { root, popover, id: useId(), isOpen, toggle, close, onFocusOut }
}
