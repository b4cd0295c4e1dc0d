import type { Problem } from '#course'
import type { Model } from '#schema'
import { defineRule } from '../rule.ts'
import { checkCards } from '../models/cards.ts'
import type { Checking, Field } from '../models/checked.ts'
import { checkDecisionTable } from '../models/decision-table.ts'
import { checkGame } from '../models/game.ts'
import { checkSignedGraph } from '../models/signed-graph.ts'
import { checkWeightedScores } from '../models/weighted-scores.ts'

export const models = defineRule({
  name: 'models',
  description: 'Each row of a source’s own classification, put into the rules of its model, comes out as the source has it; each rule rests on claims or says why it is supplied; no rule and no outcome is out of reach.',
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const [id, model] of Object.entries(course.models)) {
      const report = (field: Field, message: string) => { problems.push({ ...course.place('models', id, field), message }) }
      restsOnSomething(model, report)
      checked += checkView(model, { course, report })
    }
    return { checked, problems }
  },
})

function checkView(model: Model, checking: Checking): number {
  switch (model.view) {
    case 'cards': return checkCards(model, checking)
    case 'signed-graph': return checkSignedGraph(model, checking)
    case 'decision-table': return checkDecisionTable(model, checking)
    case 'weighted-scores': return checkWeightedScores(model, checking)
    case 'game': return checkGame(model, checking)
  }
}

/** Wherever a record may name claims it does, or it is `supplied` and says why. What the source says of an input is for the rule `absent`. */
function restsOnSomething(value: unknown, report: Checking['report'], field: Field = []) {
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value) && 'claims' in value && Array.isArray(value.claims) && !('is' in value)) {
    const { claims, supplied, why } = value as { claims: unknown[], supplied?: true, why?: unknown }
    if (claims.length === 0 && !supplied) report(field, 'rests on no claim; where it is ours, it says "supplied: true" and, under "why", why')
    if (supplied && !why) report([...field, 'supplied'], 'is supplied by us; expected under "why" a sentence that says why')
    if (why && !supplied) report([...field, 'why'], 'says why it is supplied, and is not: expected "supplied: true" beside it')
  }
  for (const [name, inner] of Object.entries(value)) restsOnSomething(inner, report, [...field, Array.isArray(value) ? Number(name) : name])
}
