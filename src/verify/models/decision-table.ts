import { cellsOf, decide, tableReadings } from '#models'
import { type DecisionTableModel, leftOpen, unnamed } from '#schema'
import { type Checking, rowsAreCases, wantOneOf } from './checked.ts'

/** What a slide has room for. */
const room = { values: 4, cases: 6 }

export function checkDecisionTable(model: DecisionTableModel, checking: Checking): number {
  const { report } = checking
  const factors = Object.keys(model.factors)
  const valuesOf = (factor: string) => Object.keys(model.factors[factor]!.values)
  if (factors.length !== 2) { report(['factors'], `a decision table has two factors, the rows and the columns; read ${factors.length}`); return 1 }
  for (const factor of factors)
    if (valuesOf(factor).length > room.values) report(['factors', factor, 'values'], `${valuesOf(factor).length} values; a slide has room for ${room.values}`)
  if (Object.keys(model.cases).length > room.cases) report(['cases'], `${Object.keys(model.cases).length} cases; a slide has room for ${room.cases}`)

  const outcomes = Object.keys(model.outcomes)
  for (const [slug, { when, outcome }] of Object.entries(model.rules)) {
    wantOneOf(checking, ['rules', slug, 'outcome'], outcome, outcomes, 'outcome')
    for (const [factor, values] of Object.entries(when))
      if (wantOneOf(checking, ['rules', slug, 'when', factor], factor, factors, 'factor'))
        values.forEach((value, index) => wantOneOf(checking, ['rules', slug, 'when', factor, index], value, valuesOf(factor), 'value'))
  }
  const cells = cellsOf(model)
  const decisions = cells.map(cell => decide(model, cell))
  for (const rule of Object.keys(model.rules))
    if (!decisions.some(decision => decision?.rule === rule)) report(['rules', rule], 'never fires: rules above it take every cell that it is for')
  for (const outcome of outcomes)
    if (!decisions.some(decision => decision?.outcome === outcome)) report(['outcomes', outcome], `no rule comes to "${outcome}", in whichever cell`)
  const empty = cells[decisions.indexOf(undefined)]
  if (empty && !model.unnamed) report(['rules'], `no rule says what follows from ${Object.values(empty).join(', ')}; where the source names no outcome, "unnamed" says so`)
  if (!empty && model.unnamed) report(['unnamed'], 'every cell has a rule: there is none that the source does not name')

  rowsAreCases(checking, ['series'], model.series, Object.keys(model.cases))
  for (const [slug, { at, outcome }] of Object.entries(model.cases)) {
    const field = ['cases', slug]
    const known = Object.entries(at).map(([factor, told]) => wantOneOf(checking, [...field, 'at', factor], factor, factors, 'factor')
      && [told, ...told.but ? [told.but] : []].every(({ is }) => is === 'not-stated' || wantOneOf(checking, [...field, 'at', factor], is, valuesOf(factor), 'value')))
    for (const factor of factors) if (!(factor in at)) report([...field, 'at'], `nothing on "${factor}"; where the source says nothing, "is: not-stated" says so`)
    outcome.comes.forEach((each, index) => wantOneOf(checking, [...field, 'outcome', 'comes', index], each, [...outcomes, unnamed, leftOpen], 'outcome'))
    if (!known.every(Boolean) || factors.some(factor => !(factor in at))) continue
    const read = [...new Set(tableReadings(model, at).map(reading => reading.outcome))].join(', or ')
    const wanted = outcome.comes.join(', or ')
    if (read !== wanted) report([...field, 'outcome', 'comes'], `the rules come to: ${read}; expected, as the source has it: ${wanted}`)
  }
  return cells.length + Object.keys(model.cases).length
}
