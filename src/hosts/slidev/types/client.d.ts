// As much of Slidev's client as we use; tsconfig.json maps '@slidev/client' to this folder. Its own types are
// its .ts sources, which our compiler settings refuse. Slidev is pinned: check this folder when it is raised.
import type { ComputedRef, Ref } from 'vue'

export interface SlideRoute {
  no: number
  /** Fetches the slide's component. */
  load: () => Promise<unknown>
  meta: {
    transition?: unknown
    slide?: { note?: string, noteHTML?: string, title?: string, frontmatter: Record<string, unknown> }
    layout?: string
  }
}

export interface SlidevNav {
  slides: Ref<SlideRoute[]>
  total: ComputedRef<number>
  currentSlideNo: ComputedRef<number>
  currentSlideRoute: ComputedRef<SlideRoute>
  isPrintMode: ComputedRef<boolean>
  isPrintWithClicks: Ref<boolean>
  isPresenter: ComputedRef<boolean>
  isPlaying: ComputedRef<boolean>
  isNotesViewer: ComputedRef<boolean>
  clicks: ComputedRef<number>
  hasNext: ComputedRef<boolean>
  hasPrev: ComputedRef<boolean>
  go: (no: number | string, clicks?: number) => Promise<void>
  next: () => Promise<void>
  prev: () => Promise<void>
}

export function useNav(): SlidevNav
export function useDarkMode(): { isDark: Ref<boolean>, toggleDark: () => void }
export function useSlideContext(): {
  $slidev: { configs: Record<string, unknown> }
  $nav: Ref<SlidevNav>
  $clicks: Ref<number>
  $page: Ref<number>
  $frontmatter: Record<string, unknown>
  $route: SlideRoute | undefined
  $renderContext: Ref<'slide' | 'overview' | 'presenter' | 'previewNext' | 'print' | 'none'>
}
export function useIsSlideActive(): ComputedRef<boolean>
/** What Slidev's windows tell each other. */
export const sharedState: { page: number, clicks: number, lastUpdate?: { id: string, type: 'presenter' | 'viewer', time: number } }
/** Stops Slidev's keys until the returned function is called. */
export function lockShortcuts(): () => void
