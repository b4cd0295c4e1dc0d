import type { InjectionKey, Ref } from 'vue'

export const injectionSlideScale: InjectionKey<Ref<number>>
