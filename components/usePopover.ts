import { onBeforeUnmount, onMounted, reactive, ref, useId, watch } from 'vue'
import { useHost } from '#hosts'
import { keptOn } from './kept.ts'

/** What is open beside the words of a slide: "opening/2" is the third of its citations and terms. */
const kept = keptOn<{ open?: string }>('popover')

/**
 * What opens beside the words one pressed (Cite, Term). It closes on Esc, when something else is pressed and when the
 * focus has gone on; the focus goes back to the button it came from. `opened` lays it where there is room.
 *
 *     const { root, popover, id, isOpen, toggle, close, onFocusOut } = usePopover(lay)
 *     <span ref="root" @focusout="onFocusOut"><button :aria-controls="isOpen ? id : undefined" @click="toggle">…
 */
export function usePopover(opened: () => void | Promise<void>) {
  const host = useHost()
  const { medium } = host
  const root = ref<HTMLElement>()
  const popover = ref<HTMLElement>()
  const isOpen = ref(false)

  const shown = kept(host, 'shown', () => reactive<{ open?: string }>({ open: undefined }))
  /** The same words have the same place in every window; nothing where no slide is. */
  function place(): string | undefined {
    const slide = root.value?.closest<HTMLElement>('.slide[data-slide]')
    return slide ? `${slide.dataset['slide']}/${[...slide.querySelectorAll('[data-popover]')].indexOf(root.value!)}` : undefined
  }
  /** What is open stands in what opened here: a citation in a list of citations. One that stands beside the list is none of it. */
  function holds(open: string): boolean {
    const [slide, index] = open.split('/')
    const within = root.value?.closest<HTMLElement>('.slide[data-slide]')
    const it = within?.dataset['slide'] === slide ? within?.querySelectorAll('[data-popover]')[Number(index)] : undefined
    return Boolean(it && popover.value?.contains(it))
  }
  watch(() => shown.open, async (open) => {
    if (!host.isLed) return
    const isMine = open !== undefined && (open === place() || holds(open))
    if (isMine === isOpen.value) return
    isOpen.value = isMine
    if (isMine) await opened()
  })

  function turn(is: boolean) {
    if (is === isOpen.value) return
    isOpen.value = is
    const mine = place()
    if (mine !== undefined) shown.open = is ? mine : shown.open === mine ? undefined : shown.open
  }
  const close = () => turn(false)
  async function toggle(event: MouseEvent) {
    const button = event.currentTarget as HTMLElement | null
    turn(!isOpen.value)
    if (isOpen.value) await opened()
    // On a slide a mouse click gives the keys back to it; Esc still closes.
    if (medium === 'slide' && event.detail > 0) button?.blur()
  }
  const onKey = (event: KeyboardEvent) => {
    // What is open inside of it closes first.
    if (event.key !== 'Escape' || !isOpen.value || root.value?.querySelector(':scope [data-popover] .popover')) return
    const hadFocus = popover.value?.contains(document.activeElement)
    close()
    if (hadFocus) root.value?.querySelector('button')?.focus()
  }
  const onPress = (event: Event) => { if (isOpen.value && !root.value?.contains(event.target as Node)) close() }
  /** The focus has gone on: what it left behind closes. */
  const onFocusOut = (event: FocusEvent) => { if (event.relatedTarget && !root.value?.contains(event.relatedTarget as Node)) close() }

  onMounted(() => {
    root.value?.setAttribute('data-popover', '')
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('pointerdown', onPress)
  })
  return { root, popover, id: useId(), isOpen, toggle, close, onFocusOut }
}
