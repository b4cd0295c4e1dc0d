import type { Problem } from '#course'
import { noteParts, type Language } from '#schema'
import { defineRule } from '../rule.ts'

/** Words in English, Han characters in Chinese, over the whole note of a slide. */
const measure: Record<Language, { least: number, most: number, of: string, count: (text: string) => number }> = {
  en: { least: 80, most: 200, of: 'words', count: text => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,\-–/]*/gu)?.length ?? 0 },
  zh: { least: 130, most: 320, of: 'characters', count: text => text.match(/\p{Script=Han}/gu)?.length ?? 0 },
}
const lectureMinutes = { least: 75, most: 85 }

export const notes = defineRule({
  name: 'notes',
  allowsExceptions: true,
  description: `Every slide's note has its parts (${noteParts.join(', ')}), ${measure.en.least}–${measure.en.most} English words or ${measure.zh.least}–${measure.zh.most} Chinese characters in all; the minutes of a deck sum to ${lectureMinutes.least}–${lectureMinutes.most}. Of decks that say \`draft: true\` only the parts are asked.`,
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const deck of course.decks) {
      let minutes = 0
      for (const slide of deck.slides) {
        checked++
        const report = (message: string) => { problems.push({ path: deck.path, line: slide.line, message: `slide ${slide.number} "${slide.id}": ${message}` }) }
        const missing = noteParts.filter(part => !slide.note[part]?.trim())
        if (missing.length > 0) report(`its note has no "${missing.join('", no "')}"; each label begins a line: "say: …"`)
        const own = Number(slide.note.minutes)
        if (slide.note.minutes !== undefined && !(own > 0)) report(`minutes: read "${slide.note.minutes.slice(0, 20)}", expected a number`)
        else minutes += own || 0
        if (deck.draft) continue
        const { least, most, of, count } = measure[deck.lang]
        const length = count(noteParts.filter(part => part !== 'minutes').map(part => slide.note[part] ?? '').join(' '))
        if (missing.length < noteParts.length && (length < least || length > most)) report(`its note has ${length} ${of}, expected ${least} to ${most}`)
      }
      if (!deck.draft && !isWhole(minutes)) problems.push({ path: deck.path, line: 1, message: `the minutes of its notes sum to ${minutes}, expected ${lectureMinutes.least} to ${lectureMinutes.most}` })
    }
    return { checked, problems }
  },
})

const isWhole = (minutes: number) => minutes >= lectureMinutes.least && minutes <= lectureMinutes.most
