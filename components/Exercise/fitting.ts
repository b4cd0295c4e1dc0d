import { plainText } from '#course'
import type { Language, Text } from '#schema'

/** What the feedback area of a slide holds beside a verdict and two places to reread, in characters. */
const room: Record<Language, number> = { en: 190, zh: 90 }

/** The first remark, and the next ones as long as there is room, each with the name of its part: `fitting(remarks, 'en')`. A page shows all of them. */
export function fitting<R extends { says: Text, part?: string | undefined }>(remarks: readonly R[], lang: Language): R[] {
  let used = 0
  return remarks.filter(({ says, part = '' }, index) => {
    used += plainText(says[lang]).length + part.length
    return index === 0 || used <= room[lang]
  })
}
