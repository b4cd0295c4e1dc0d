import { useNav } from '@slidev/client'
import { computed, type ComputedRef } from 'vue'
import type { Language } from '#schema'
import { useHost } from '../host.ts'

export interface OtherLanguage { address: string, tag: string, lang: Language }

/** The slide now shown, in the other deck of the lecture, in the same view; nothing where there is no such deck. */
export function otherLanguage(): ComputedRef<OtherLanguage | undefined> {
  const { currentSlideRoute, isPresenter, clicks } = useNav()
  const { data: { lecture, languages }, lang } = useHost()
  const other = lang === 'zh' ? 'en' : 'zh'
  return computed(() => {
    if (!languages.includes(other)) return undefined
    // Slides have the same aliases in both languages: the alias is the slide's address in either deck.
    const slide = currentSlideRoute.value.meta.slide?.frontmatter['routeAlias'] ?? currentSlideRoute.value.no
    const step = clicks.value > 0 ? `?clicks=${clicks.value}` : ''
    return { address: `../${lecture}.${other}/#/${isPresenter.value ? 'presenter/' : ''}${slide}${step}`, tag: other === 'zh' ? 'zh-CN' : 'en', lang: other }
  })
}
