import { configs } from '@slidev/client/env.ts'
import { slides } from '@slidev/client/logic/slides.ts'
import { computed } from 'vue'

/** No slide of this deck comes or goes with a transition: one takes the place of the other in the same frame. */
export const isNoneMoving = computed(() => !configs['transition'] && slides.value.every(({ meta }) => !meta.transition))
