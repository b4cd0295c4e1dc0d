import { reactive } from 'vue'
import type { Host } from '#hosts'
import { scoresOf } from '#models'
import type { WeightedScoresModel } from '#schema'
import { keptOn } from '../../kept.ts'

/** One set of scores as the class has it: one value, however often it is mounted (presenter, overview, print). */
export interface ScoresState {
  task: 'sets' | 'weight'
  whose: 'source' | 'own'
  /** Set -> criterion -> weight. */
  weights: Record<string, Record<string, number>>
  /** By whose they are: option -> criterion -> score; the class's own are empty at first. */
  scores: Record<'source' | 'own', Record<string, Record<string, number | undefined>>>
  set: string
  criterion: string
}

const atFirst = (model: WeightedScoresModel): ScoresState => ({
  task: 'sets', whose: 'source',
  weights: Object.fromEntries(Object.entries(model.sets).map(([set, { weights }]) => [set, { ...weights }])),
  scores: { source: scoresOf(model), own: Object.fromEntries(Object.keys(model.options).map(option => [option, {}])) },
  set: Object.keys(model.sets)[0]!, criterion: Object.keys(model.criteria)[0]!,
})

const kept = keptOn<ScoresState>('weighted-scores')
export const stateOf = (host: Host, id: string, model: WeightedScoresModel): ScoresState => kept(host, id, () => reactive(atFirst(model)))
/** Scores and weights as the source has them; what one looks at stays. */
export function asHad(state: ScoresState, model: WeightedScoresModel) {
  const { task, set, criterion } = state
  Object.assign(state, atFirst(model), { task, set, criterion })
}
