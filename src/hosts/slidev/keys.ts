import { useNav } from '@slidev/client'
import { useEventListener } from '@vueuse/core'
import { type Ref, ref } from 'vue'

/** The list of keys is open. */
export const areKeysShown = ref(false)
export const toggleKeys = () => { areKeysShown.value = !areKeysShown.value }

/** One line: PageDown and PageUp mean nothing in it. */
const oneLine = 'input, textarea[data-one-line], button, a, summary, [role=button], [tabindex]'

/**
 * Slidev's keys pause while a field or a button has the focus. A clicker sends PageDown and PageUp, which mean nothing there: they
 * turn the slide always. And whoever clicks in Slidev's bar with a mouse goes on with the clicker.
 */
export function useFreeKeys() {
  const { isPresenter } = useNav()
  useEventListener(window, 'keydown', ({ key, target }) => {
    if (key !== 'PageDown' && key !== 'PageUp') return
    if (target instanceof HTMLElement && target.matches(oneLine) && !target.closest('dialog')) target.blur()
  }, { capture: true })
  useEventListener(document, 'click', (event) => {
    // By the path of the click: a button that changes its picture has taken the target out of the page by now.
    const control = event.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement && node.matches('nav button, nav a'))
    if (event.detail > 0 && control?.closest(isPresenter.value ? '.slidev-presenter' : '#page-root')) control.blur()
  })
}

/** What has a gesture of its own: a drag that begins there is not a turn of the slide. */
const ownGesture = 'input, textarea, select, fieldset, figure, svg[role], .frame, .timeline, .model, .stance, .argument'

/** Called with the element in which slides lie; Slidev listens for swipes further out. */
export function useOwnGestures(slides: Ref<HTMLElement | null>) {
  useEventListener(slides, 'pointerdown', (event) => {
    const target = event.target as Element
    if (event.pointerType === 'touch' && target.closest(ownGesture) && !target.closest('svg.route')) event.stopPropagation()
  })
}
