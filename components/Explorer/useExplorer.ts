import { computed, useId } from 'vue'
import { useHost } from '#hosts'
import { useClicker } from '../useClicker.ts'

/** What every view of a model begins with: its host, whether it is printed, a name for the radios of this copy, and what its root listens to. */
export function useExplorer() {
  const host = useHost()
  // As an exercise does: on a slide a mouse click gives the keys back to it, and Esc leaves the field.
  const { point, giveBack } = useClicker(host)
  return {
    host,
    copy: useId(),
    isStatic: computed(() => host.medium === 'paper' || host.isPrinting),
    listeners: {
      pointerdownCapture: () => { point(true) },
      keydownCapture: () => { point(false) },
      click: giveBack,
      keydown: (event: KeyboardEvent) => { if (event.key === 'Escape') (event.target as HTMLElement).blur() },
    },
  }
}
