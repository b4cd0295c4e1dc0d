import type { Model } from '#schema'

/** The frameworks that a model is drawn from, by id. */
export function frameworksOf(model: Model): string[] {
  switch (model.view) {
    case 'cards': return [model.framework, ...model.tasks.withdraw ? [model.tasks.withdraw.framework] : []]
    case 'signed-graph': return [model.framework]
    case 'decision-table': case 'weighted-scores': case 'game': return []
  }
}
