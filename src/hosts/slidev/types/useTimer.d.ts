import type { ComputedRef } from 'vue'

export function useTimer(): {
  status: ComputedRef<'stopped' | 'running' | 'paused'>
  /** Seconds. */
  passed: ComputedRef<number>
  toggle: () => void
  reset: () => void
}
