import type { Ref } from 'vue'

export const showGotoDialog: Ref<boolean>
export const syncDirections: Ref<{ viewerSend: boolean, viewerReceive: boolean, presenterSend: boolean, presenterReceive: boolean }>
export const fullscreen: { isFullscreen: Ref<boolean>, toggle: () => Promise<void> }
export const showOverview: Ref<boolean>
export const toggleOverview: () => boolean
