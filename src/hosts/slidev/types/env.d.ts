import type { ComputedRef } from 'vue'

/** Defaults, head matter and everything else the head matter says. */
export const configs: Record<string, unknown>
export const slideWidth: ComputedRef<number>
export const slideHeight: ComputedRef<number>
