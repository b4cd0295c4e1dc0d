import { useSlideContext } from '@slidev/client'
import { computed } from 'vue'
import { plainText } from '#course'
import { useHost } from '#hosts'
import { isOwnSpeaker } from '#schema/slide'
import type { Source } from '#schema'
import { ownSpeakers } from './words.ts'

/** What speaks without a person: its mark in the running head is a sheet, a person’s a bar as beside a quotation. */
const documents: readonly Source['type'][] = ['treaty', 'legislation', 'report', 'press-release', 'webpage']

/** Where a slide stands: which lecture of how many, in which language, on which page. Called in a layout's setup. */
export function usePlace() {
  const { $page, $frontmatter } = useSlideContext()
  const { data: { lecture, number, total, syllabus, speakers, sources }, lang } = useHost()
  const short = plainText(syllabus.lectures[lecture]?.short[lang] ?? '')
  const frontmatter = $frontmatter as { do?: string, kind?: string, routeAlias?: string, speaker?: string }
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
    frontmatter,
    /** As the lecture asks: corpus/course.yaml. */
    question: plainText(syllabus.lectures[lecture]?.question[lang] ?? ''),
    /** Who speaks here, in words; a source that is not there (verify says so) by its id. */
    speaker: computed(() => {
      const { speaker } = frontmatter
      if (!speaker) return undefined
      const isOwn = isOwnSpeaker(speaker)
      return { is: isOwn ? speaker : documents.includes(sources[speaker]?.type ?? 'article-journal') ? 'document' as const : 'author' as const, says: isOwn ? ownSpeakers[lang][speaker] : speakers[speaker] ? plainText(speakers[speaker][lang]) : speaker }
    }),
  }
}
