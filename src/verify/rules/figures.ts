import type { Course, Place, Problem } from '#course'
import { figuresOf } from '#course/split'
import { agrees, NotComputable, recompute } from '#models'
import { languages, type ExerciseFile, type Text } from '#schema'
import { isAmong, quantities, unsupported } from '../quantity.ts'
import { defineRule } from '../rule.ts'
import { sentencesIn } from '../models/readings.ts'
import { sourceOf } from '../article.ts'

type Field = (string | number)[]

export const figures = defineRule({
  name: 'figures',
  description: 'Every quantity in a claim, a series, a tension, a model, a stance, a date or a key is, as a quantity, in the evidence it rests on; what is computed recomputes within the printed precision.',
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    const evidenceOf = (claims: readonly string[]) => claims.flatMap(id => course.claims[id]?.evidence ?? [])
    const hold = (text: string, evidence: readonly string[], place: () => Place, what: string) => {
      const told = quantities(text)
      checked += told.length
      for (const printed of new Set(unsupported(told, evidence).map(quantity => quantity.printed)))
        problems.push({ ...place(), message: `${what}: "${printed}" is not in the evidence (${evidence.map(string => `"${string}"`).join(', ') || 'there is none'})` })
    }
    const holdText = (text: Text, evidence: readonly string[], at: (field: Field) => Place, field: Field, what: string) => {
      for (const lang of languages) hold(text[lang], evidence, () => at([...field, lang]), what)
    }

    // A page outside the course is not at hand: without evidence there is nothing to hold figures against.
    const restsOutside = (claims: readonly string[]) => claims.length === 0 || claims.some(id => !course.sources[sourceOf(id)]?.text && course.claims[id]?.evidence.length === 0)

    const restsOnPage = (claims: readonly string[]) => claims.length > 0 && restsOutside(claims)

    for (const [id, claim] of Object.entries(course.claims)) {
      if (restsOutside([id])) continue
      holdText(claim.says, claim.evidence, field => course.place('claims', id, field), ['says'], 'says')
    }

    for (const [id, series] of Object.entries(course.series)) {
      const at = (field: Field) => course.place('series', id, field)
      const common = evidenceOf(series.claims)
      for (const [row, { name, claims, cells }] of Object.entries(series.rows)) {
        const evidence = [...common, ...evidenceOf(claims)]
        holdText(name, evidence, at, ['rows', row, 'name'], row)
        for (const [column, cell] of Object.entries(cells)) {
          if ('printed' in cell) hold(cell.printed, evidence, () => at(['rows', row, 'cells', column]), `${row}/${column}`)
          else holdText(cell, evidence, at, ['rows', row, 'cells', column], `${row}/${column}`)
        }
      }
      const anywhere = evidenceOf([...series.claims, ...Object.values(series.rows).flatMap(({ claims }) => claims)])
      for (const [unit, { name }] of Object.entries(series.units ?? {})) holdText(name, anywhere, at, ['units', unit, 'name'], unit)
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
      const evidence = evidenceOf(event.claims)
      for (const field of ['date', 'until'] as const) {
        const date = event[field]
        if (!date || restsOutside(event.claims)) continue
        hold(date, evidence, () => course.place('events', id, [field]), field)
      }
      event.otherwise.forEach((other, index) => {
        // The date of a footnote is no sentence of the article: it stands in our note to the claim.
        const known = other.is === 'note' ? other.claims.flatMap(claim => course.claims[claim]?.note?.zh ?? []) : evidenceOf(other.claims)
        for (const field of ['date', 'until'] as const) {
          const date = other[field]
          if (!date || (other.is === 'date' && restsOutside(other.claims)) || (other.is === 'date' && other.open)) continue
          hold(date, known, () => course.place('events', id, ['otherwise', index, field]), other.is === 'note' ? `${field} of the footnote` : field)
        }
      })
    }

    for (const [id, tension] of Object.entries(course.tensions)) {
      tension.sides.forEach(({ says, claims }, index) => {
        if (!restsOutside(claims)) holdText(says, evidenceOf(claims), field => course.place('tensions', id, field), ['sides', index, 'says'], 'says')
      })
    }

    for (const [id, model] of Object.entries(course.models)) {
      for (const { text, claims, field } of sentencesIn(model))
        if (!restsOnPage(claims)) holdText(text, evidenceOf(claims), at => course.place('models', id, at), field, String(field.at(-2) ?? field.at(-1)))
    }

    for (const [id, { pair, bet }] of Object.entries(course.stances)) {
      for (const [text, claims, field] of [...pair.map(({ says, claims }, side) => [says, claims, ['pair', side, 'says']] as const), [bet.because, bet.claims, ['bet', 'because']] as const])
        if (!restsOutside(claims)) holdText(text, evidenceOf(claims), at => course.place('stances', id, at), [...field], String(field.at(-1)))
    }

    for (const [id, file] of Object.entries(course.exerciseFiles)) {
      const at = (field: Field) => course.place('exercises', id, field)
      const own = evidenceOf(file.claims)
      for (const { field, text, claims } of keyed(file, course)) {
        const evidence = [...own, ...evidenceOf(claims)]
        if (typeof text === 'string') hold(text, evidence, () => at(field), field.join('.'))
        else holdText(text, evidence, at, field, field.join('.'))
      }
      if (file.kind === 'number' && typeof file.key === 'number') {
        checked++
        const key = file.key
        const known = own.flatMap(string => quantities(string, { loose: true }))
        // The key counts in its unit: 948 with the unit 亿美元 is 948亿.
        const readings = [`${key}`, ...languages.flatMap(lang => [`${key}${file.unit[lang]}`, `${key} ${file.unit[lang]}`])].flatMap(reading => quantities(reading))
        const isYear = known.some(quantity => quantity.kind === 'date' && [quantity.year, quantity.month, quantity.day].includes(key))
        if (!isYear && !readings.some(reading => isAmong(reading, known)))
          problems.push({ ...at(['key']), message: `key: ${key} ${file.unit.en} is not in the evidence (${own.map(string => `"${string}"`).join(', ') || 'there is none'}); a computed one points there: key: { from: { computed: … } }` })
      }
    }
    return { checked, problems }
  },
})

/** The texts of an exercise that its key calls right, with the claims that decide them. */
function keyed(file: ExerciseFile, course: Course): { field: Field, text: Text | string, claims: string[] }[] {
  const texts = (room: string, parts: Record<string, { text: Text, claims: string[] }>, ids = Object.keys(parts)) =>
    ids.filter(id => Object.hasOwn(parts, id)).map(id => ({ field: [room, id, 'text'], text: parts[id]!.text, claims: parts[id]!.claims }))
  switch (file.kind) {
    case 'choice': return texts('options', file.options, [file.key])
    case 'choices': return texts('options', file.options, file.key)
    case 'judge': return texts('statements', file.statements, Object.keys(file.statements).filter(id => file.key[id] === 'supported'))
    case 'text': return file.key.map((form, index) => ({ field: ['key', index], text: form, claims: [] }))
    case 'cloze': {
      const claims = Object.values(file.gaps).flatMap(gap => gap.claims)
      return [{ field: ['text'], text: file.text, claims }, ...Object.entries(file.key).flatMap(([gap, forms]) =>
        forms.map((form, index) => ({ field: ['key', gap, index], text: form, claims: file.gaps[gap]?.claims ?? [] })))]
    }
    case 'match': return texts('left', file.left)
    case 'order': {
      const events = !Array.isArray(file.key) && 'events' in file.key.from ? file.key.from.events : {}
      return texts('items', file.items).map(each => ({ ...each, claims: [...each.claims, ...(course.events[events[String(each.field[1])] ?? '']?.claims ?? [])] }))
    }
    case 'sort': return texts('items', file.items)
    case 'matrix': return texts('rows', file.rows)
    case 'signs': return texts('passages', file.passages)
    case 'place': return texts('items', file.items)
    // A number's key is a figure of its own; edges and cells are drawn from frameworks and series, which are looked at there.
    case 'number': case 'edges': case 'cells': return []
  }
}

const rounded = (value: number) => String(Number(value.toPrecision(6)))
