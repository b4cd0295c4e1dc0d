import { useSlideContext } from '@slidev/client'
import { computed } from 'vue'
import { plainText } from '#course'
import { useHost } from '#hosts'

/** Where a slide stands: which lecture of how many, in which language, on which page. Called in a layout's setup. */
export function usePlace() {
  const { $page, $frontmatter } = useSlideContext()
  const { data: { lecture, number, total, syllabus }, lang } = useHost()
  const short = plainText(syllabus.lectures[lecture]?.short[lang] ?? '')
  // "Roads: an interactive workbook …" stands in two places on the opening.
  const [name = '', about = ''] = plainText(syllabus.title[lang]).split(/[:：]\s*/)
  return {
    lang,
    /** 1-based; 0 when the deck names no lecture of the syllabus. */
    number,
    total,
    short,
    name,
    about: about && about[0]!.toUpperCase() + about.slice(1),
    page: computed(() => $page.value),
    /** Front matter is reactive: Slidev patches it while an author types. */
    frontmatter: $frontmatter as { do?: string, kind?: string, minutes?: number, routeAlias?: string },
  }
}
