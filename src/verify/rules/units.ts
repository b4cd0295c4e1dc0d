import type { Problem } from '#course'
import { didYouMean } from '#course/letter'
import { printedFor } from '#models'
import { heldTexts } from '../held.ts'
import { withoutUnit } from '../quantity.ts'
import { defineRule } from '../rule.ts'

export const units = defineRule({
  name: 'units',
  description: 'What a text counts in words or Chinese numerals is counted in a unit of corpus/units.yaml, so that `figures` holds it against the evidence; each word there is one unit’s; no printed figure is Chinese to English readers.',
  check(course) {
    const problems: Problem[] = []
    const warnings: Problem[] = []
    const words = { en: new Map<string, string>(), zh: new Map<string, string>() }
    for (const [id, unit] of Object.entries(course.units)) {
      for (const lang of ['en', 'zh'] as const) {
        unit[lang].forEach((word, index) => {
          const first = words[lang].get(word)
          if (first !== undefined) problems.push({ ...course.place('units', id, [lang, index]), message: `"${word}" is a word of "${first}" already; which of the two a figure is printed in, nobody could tell` })
          words[lang].set(word, first ?? id)
        })
      }
    }
    const held = heldTexts(course)
    for (const { text, place, what } of held) {
      for (const { printed, unit } of withoutUnit(text, course.units)) {
        const lang = /\p{Script=Han}/u.test(unit) ? 'zh' : 'en'
        warnings.push({ ...place(), message: `${what}: "${printed}" is not held against the evidence, since no unit in corpus/units.yaml has "${unit}"${lang === 'en' ? didYouMean(unit, [...words.en.keys()]) : ''}; expected its words there, or the number in digits` })
      }
    }
    let printed = 0
    for (const [id, series] of Object.entries(course.series)) {
      for (const [row, { cells }] of Object.entries(series.rows)) {
        for (const [column, cell] of Object.entries(cells)) {
          if (!('printed' in cell)) continue
          printed++
          const shown = printedFor(cell.printed, 'en', course.units)
          if (/\d/.test(shown) && /\p{Script=Han}/u.test(shown))
            warnings.push({ ...course.place('series', id, ['rows', row, 'cells', column]), message: `${row}/${column}: read "${cell.printed}", which English readers would see in Chinese; expected a unit with "shown" in corpus/units.yaml, or the cell in words: { en: …, zh: … }` })
        }
      }
    }
    return { checked: held.length + printed, problems, warnings }
  },
})
