import { useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { computed, type ComputedRef } from 'vue'
import { decks } from '#course/bundle'
import type { Language } from '#schema'

export interface OtherLanguage { address: string, tag: string }

/** The slide now shown, in the other deck of the lecture, in the same view; nothing where there is no such deck. */
export function otherLanguage(): ComputedRef<OtherLanguage | undefined> {
  const { currentSlideRoute, isPresenter } = useNav()
  return computed(() => {
    const { lecture, lang = 'en' } = configs as { lecture?: string, lang?: string }
    const other: Language = lang.startsWith('zh') ? 'en' : 'zh'
    if (!decks.some(deck => deck.lecture === lecture && deck.lang === other)) return undefined
    // Slides have the same aliases in both languages: the alias is the slide's address in either deck.
    const slide = currentSlideRoute.value.meta.slide?.frontmatter['routeAlias'] ?? currentSlideRoute.value.no
    return { address: `../${lecture}.${other}/#/${isPresenter.value ? 'presenter/' : ''}${slide}`, tag: other === 'zh' ? 'zh-CN' : 'en' }
  })
}
