import { ref, shallowRef, watchEffect } from 'vue'
import type { Ground } from '#course'
import { useHost } from '#hosts'

/** The ground of a map as it comes: undefined until it is there. `isMissing` when it could not be fetched; `again` asks once more. */
export function useGround(extent: () => string | undefined) {
  const host = useHost()
  const ground = shallowRef<Ground>()
  const isMissing = ref(false)
  let turn = 0
  async function ask(of: string | undefined) {
    const mine = ++turn
    isMissing.value = false
    ground.value = undefined
    if (of === undefined) return
    try {
      const found = await host.ground(of)
      if (mine === turn) ground.value = found
    }
    catch (error) {
      // eslint-disable-next-line no-console -- a reader sees that land and borders are missing; why, whoever mends it wants to know
      console.error(error)
      if (mine === turn) isMissing.value = true
    }
  }
  watchEffect(() => void ask(extent()))
  return { ground, isMissing, again: () => ask(extent()) }
}
