import type { Host } from '#hosts'

/**
 * Slidev's keys pause while a field or a button has the focus. Whoever clicks with a mouse goes on with the arrows or a clicker, so on a
 * slide a click gives the focus back; keys keep it where it is. A tag with fields listens at its root:
 *
 *     const { isPointing, point, giveBack } = useClicker(host)
 *     <section @pointerdown.capture="point(true)" @keydown.capture="point(false)" @click="giveBack">
 */
export function useClicker({ medium }: Pick<Host, 'medium'>) {
  let isPointing = false
  return {
    isPointing: () => isPointing,
    point(is: boolean) { isPointing = is },
    giveBack(event: Event) {
      if (medium === 'slide' && isPointing) (event.target as HTMLElement).closest<HTMLElement>('button, summary, input[type=radio], input[type=checkbox]')?.blur()
    },
  }
}
