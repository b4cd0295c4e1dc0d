import type { FunctionalComponent, InjectionKey } from 'vue'

/**
 * Where paper has room for all that the foot of a slide says, by the slide's id: whoever prints slides provides it, each foot puts itself
 * there, and `<component :is="feet.get(id)" />` is the whole of it, as it was written.
 */
export const feetOnPaper: InjectionKey<Map<string, FunctionalComponent>> = Symbol('feet on paper')
