import type { Ref } from 'vue'
import type { SlideRoute } from './client.d.ts'

export const slides: Ref<SlideRoute[]>

/** By its number or its alias. */
export function getSlide(no: number | string): SlideRoute | undefined
