import type { Course, Place } from '#course'
import { languages, type ExerciseFile, type Text } from '#schema'
import { sourceOf } from './article.ts'
import { sentencesIn } from './models/readings.ts'

/** A text of the corpus whose quantities must be in the evidence it rests on: `says` of a claim, a cell, a sentence that a key calls right. */
export interface Held {
  text: string
  evidence: readonly string[]
  place: () => Place
  /** What an author calls it: "says", "y2004/amount". */
  what: string
}

type Field = (string | number)[]

export const evidenceOf = (course: Course, claims: readonly string[]): string[] => claims.flatMap(id => course.claims[id]?.evidence ?? [])

/** A page outside the course is not at hand: without evidence there is nothing to hold figures against. */
export const restsOutside = (course: Course, claims: readonly string[]): boolean =>
  claims.length === 0 || claims.some(id => !course.sources[sourceOf(id)]?.text && course.claims[id]?.evidence.length === 0)

/** Every such text, in both languages. Dates of events and keys in digits are no texts: the rule `figures` reads them itself. */
export function heldTexts(course: Course): Held[] {
  const held: Held[] = []
  const hold = (text: Text | string, evidence: readonly string[], at: (field: Field) => Place, field: Field, what: string) => {
    if (typeof text === 'string') held.push({ text, evidence, place: () => at(field), what })
    else for (const lang of languages) held.push({ text: text[lang], evidence, place: () => at([...field, lang]), what })
  }

  for (const [id, claim] of Object.entries(course.claims))
    if (!restsOutside(course, [id])) hold(claim.says, claim.evidence, field => course.place('claims', id, field), ['says'], 'says')
  for (const [id, { reads, gist, evidence }] of Object.entries(course.claims)) {
    if (restsOutside(course, [id])) continue
    for (const [name, text] of Object.entries({ reads, gist })) if (text) hold(text, evidence, field => course.place('claims', id, field), [name], name)
  }

  for (const [id, series] of Object.entries(course.series)) {
    const at = (field: Field) => course.place('series', id, field)
    const common = evidenceOf(course, series.claims)
    for (const [row, { name, claims, cells }] of Object.entries(series.rows)) {
      const evidence = [...common, ...evidenceOf(course, claims)]
      hold(name, evidence, at, ['rows', row, 'name'], row)
      for (const [column, cell] of Object.entries(cells)) hold('printed' in cell ? cell.printed : cell, evidence, at, ['rows', row, 'cells', column], `${row}/${column}`)
    }
    const anywhere = evidenceOf(course, [...series.claims, ...Object.values(series.rows).flatMap(({ claims }) => claims)])
    for (const [unit, { name }] of Object.entries(series.units ?? {})) hold(name, anywhere, at, ['units', unit, 'name'], unit)
  }

  for (const [id, tension] of Object.entries(course.tensions)) {
    tension.sides.forEach(({ says, claims }, index) => {
      if (!restsOutside(course, claims)) hold(says, evidenceOf(course, claims), field => course.place('tensions', id, field), ['sides', index, 'says'], 'says')
    })
  }

  for (const [id, model] of Object.entries(course.models)) {
    for (const { text, claims, field } of sentencesIn(model))
      if (claims.length === 0 || !restsOutside(course, claims)) hold(text, evidenceOf(course, claims), at => course.place('models', id, at), field, String(field.at(-2) ?? field.at(-1)))
  }

  for (const [id, { pair, bet }] of Object.entries(course.stances)) {
    for (const [text, claims, field] of [...pair.map(({ says, claims }, side) => [says, claims, ['pair', side, 'says']] as const), [bet.because, bet.claims, ['bet', 'because']] as const])
      if (!restsOutside(course, claims)) hold(text, evidenceOf(course, claims), at => course.place('stances', id, at), [...field], String(field.at(-1)))
  }

  for (const [id, file] of Object.entries(course.exerciseFiles)) {
    for (const { field, text, claims } of keyed(file, course))
      hold(text, evidenceOf(course, [...file.claims, ...claims]), at => course.place('exercises', id, at), field, field.join('.'))
    // The working behind a number is our own; of the other kinds every figure in a reason is somebody's.
    if (file.kind !== 'number' && file.kind !== 'cells')
      hold(file.why, evidenceOf(course, [...file.claims, ...Object.values(course.exercises[id]?.key.partClaims ?? {}).flat()]), at => course.place('exercises', id, at), ['why'], 'why')
  }
  return held
}

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
    case 'essay': return [{ field: ['model'], text: file.model, claims: [] }]
  }
}
