import { useSlideContext } from '@slidev/client'
import { computed } from 'vue'
import { syllabus } from '#course/bundle'
import type { Language } from '#schema'

/** Where a slide stands: which lecture of how many, in which language, on which page. Called in a layout's setup. */
export function usePlace() {
  const { $slidev, $page, $frontmatter } = useSlideContext()
  const configs = $slidev.configs as { lecture?: string, lang?: string }
  const lang: Language = configs.lang?.startsWith('zh') ? 'zh' : 'en'
  const lectures = Object.entries(syllabus?.lectures ?? {})
  const index = lectures.findIndex(([id]) => id === configs.lecture)
  const short = lectures[index]?.[1].short[lang] ?? ''
  // "Roads: an interactive workbook …" stands in two places on the opening.
  const [name = '', about = ''] = (syllabus?.title?.[lang] ?? '').split(/[:：]\s*/)
  return {
    lang,
    /** 1-based; 0 when the deck names no lecture of the syllabus. */
    number: index + 1,
    total: lectures.length,
    short,
    name,
    about: about && about[0]!.toUpperCase() + about.slice(1),
    page: computed(() => $page.value),
    /** Front matter is reactive: Slidev patches it while an author types. */
    frontmatter: $frontmatter as { do?: string, kind?: string, minutes?: number, routeAlias?: string },
  }
}
