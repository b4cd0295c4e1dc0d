import type { Place, Problem } from '#course'
import { figuresOf } from '#course/split'
import { agrees, NotComputable, recompute } from '#models'
import { languages, type Claim } from '#schema'
import { evidenceOf, heldTexts, restsOutside } from '../held.ts'
import { isAmong, quantities, unsupported } from '../quantity.ts'
import { defineRule } from '../rule.ts'

type Field = (string | number)[]

export const figures = defineRule({
  name: 'figures',
  description: 'Every quantity in a claim, a series, a tension, a model, a stance, a date or a key is, as a quantity, in the evidence it rests on; what is computed recomputes within the printed precision.',
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    const hold = (text: string, evidence: readonly string[], place: () => Place, what: string) => {
      const told = quantities(text, course.units)
      checked += told.length
      for (const printed of new Set(unsupported(told, evidence, course.units).map(quantity => quantity.printed)))
        problems.push({ ...place(), message: `${what}: "${printed}" is not in the evidence (${evidence.map(string => `"${string}"`).join(', ') || 'there is none'})` })
    }
    for (const { text, evidence, place, what } of heldTexts(course)) hold(text, evidence, place, what)

    for (const [id, series] of Object.entries(course.series)) {
      const at = (field: Field) => course.place('series', id, field)
      for (const [name, { of, printed, fails }] of Object.entries(series.computed)) {
        checked++
        const numbers = figuresOf(course, series)
        const cell = numbers.cell?.(printed)
        if (cell === undefined) { problems.push({ ...at(['computed', name, 'printed']), message: `no cell "${printed}" in this series` }); continue }
        try {
          const result = recompute(of, numbers)
          const holds = agrees(result, cell)
          const range = `${rounded(result.value)} (${rounded(result.low)} to ${rounded(result.high)})`
          if (!holds && !fails) problems.push({ ...at(['computed', name]), message: `printed "${cell}", recomputed ${range}; correct the cell, or say in "fails" that the source is wrong` })
          if (holds && fails) problems.push({ ...at(['computed', name, 'fails']), message: `printed "${cell}" agrees with the recomputed ${range}; "fails" is not needed` })
        }
        catch (error) {
          if (!(error instanceof NotComputable)) throw error
          problems.push({ ...at(['computed', name, 'of']), message: error.message })
        }
      }
    }

    for (const [id, event] of Object.entries(course.events)) {
      const evidence = evidenceOf(course, event.claims)
      for (const field of ['date', 'until'] as const) {
        const date = event[field]
        if (!date || restsOutside(course, event.claims)) continue
        hold(date, evidence, () => course.place('events', id, [field]), field)
      }
      event.otherwise.forEach((other, index) => {
        // The date of a footnote is no sentence of the article: it stands in our note to the claim.
        const known = other.is === 'note' ? other.claims.flatMap(claim => footnotesOf(course.claims[claim])) : evidenceOf(course, other.claims)
        for (const field of ['date', 'until'] as const) {
          const date = other[field]
          if (!date || (other.is === 'date' && restsOutside(course, other.claims)) || (other.is === 'date' && other.open)) continue
          hold(date, known, () => course.place('events', id, ['otherwise', index, field]), other.is === 'note' ? `${field} of the footnote` : field)
        }
      })
    }

    for (const [id, file] of Object.entries(course.exerciseFiles)) {
      const at = (field: Field) => course.place('exercises', id, field)
      const own = evidenceOf(course, file.claims)
      if (file.kind === 'number' && typeof file.key === 'number') {
        checked++
        const key = file.key
        const known = own.flatMap(string => quantities(string, course.units, { loose: true }))
        // The key counts in its unit: 948 with the unit 亿美元 is 948亿.
        const readings = [`${key}`, ...languages.flatMap(lang => [`${key}${file.unit[lang]}`, `${key} ${file.unit[lang]}`])].flatMap(reading => quantities(reading, course.units))
        const isYear = known.some(quantity => quantity.kind === 'date' && [quantity.year, quantity.month, quantity.day].includes(key))
        if (!isYear && !readings.some(reading => isAmong(reading, known)))
          problems.push({ ...at(['key']), message: `key: ${key} ${file.unit.en} is not in the evidence (${own.map(string => `"${string}"`).join(', ') || 'there is none'}); a computed one points there: key: { from: { computed: … } }` })
      }
    }
    return { checked, problems }
  },
})

/** What we say of a claim's footnote: in its note, or by itself. */
const footnotesOf = (claim?: Claim): string[] => [claim?.note?.zh, typeof claim?.footnote === 'object' ? claim.footnote.zh : undefined].filter(text => text !== undefined)

const rounded = (value: number) => String(Number(value.toPrecision(6)))
