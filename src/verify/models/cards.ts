import { cardsReadings, cardsVerdict, cornersOf } from '#models'
import { type AtCorner, type CardsCase, type CardsModel, cornerStates, noCard } from '#schema'
import { type Checking, type Field, rowsAreCases, wantOneOf, waysOf } from './checked.ts'

type Withdrawal = NonNullable<CardsModel['tasks']['withdraw']>

/** Returns how many things were looked at. */
export function checkCards(model: CardsModel, checking: Checking): number {
  const { course, report } = checking
  const framework = course.frameworks[model.framework]
  if (!framework) return 0 // `ids` says so
  const corners = cornersOf(framework)
  const lacking = framework.layout !== 'triangle' ? 'is no triangle' : corners.some(corner => !framework.nodes[corner]!.failure) ? 'has a corner without a failure' : undefined
  if (lacking) { report(['framework'], `cards lie at the corners of a triangle that says how it fails without each; "${model.framework}" ${lacking}`); return 1 }

  let checked = checkRules(model, corners, checking)
  const { lay, place, withdraw } = model.tasks
  if (!lay && !place && !withdraw) report(['tasks'], 'expected a task: lay, place or withdraw')
  for (const [name, task] of Object.entries({ lay, place })) {
    if (!task) continue
    rowsAreCases(checking, ['tasks', name, 'series'], task.series, Object.keys(task.cases))
    for (const [slug, each] of Object.entries(task.cases)) {
      checked++
      const field = ['tasks', name, 'cases', slug]
      if (slug === noCard || slug === 'not-stated') report(field, `"${slug}" is a card of its own; give this case another name`)
      if (saysAllCorners(each, corners, field, checking)) replay(model, each, field, checking)
    }
  }
  return checked + (withdraw ? checkWithdrawal(withdraw, corners, checking) : 0)
}

/** Whatever lies at the corners, a rule says what follows; no rule stands behind others that take all its cases; no outcome is out of reach. */
function checkRules(model: CardsModel, corners: string[], checking: Checking): number {
  const { report } = checking
  const outcomes = Object.keys(model.outcomes)
  for (const [slug, { outcome, when }] of Object.entries(model.rules)) {
    wantOneOf(checking, ['rules', slug, 'outcome'], outcome, outcomes, 'outcome')
    if (!when.every && !when.some) report(['rules', slug, 'when'], 'expected "every" or "some", with the states that it speaks of')
  }
  const states: AtCorner[] = [...cornerStates, noCard]
  const all = waysOf(Object.fromEntries(corners.map(corner => [corner, states])))
  const verdicts = all.map(laid => ({ laid, verdict: cardsVerdict(model, laid) }))
  const without = verdicts.find(({ verdict }) => !verdict)
  if (without) report(['rules'], `no rule says what follows from ${Object.values(without.laid).join(', ')}`)
  for (const rule of Object.keys(model.rules))
    if (!verdicts.some(({ verdict }) => verdict?.rule === rule)) report(['rules', rule], `never fires: a rule above it takes every case that it is for`)
  for (const outcome of outcomes)
    if (!verdicts.some(({ verdict }) => verdict?.outcome === outcome)) report(['outcomes', outcome], `no rule comes to "${outcome}", whatever lies at the corners`)
  for (const [rule, { says, outcome }] of Object.entries(model.rules))
    for (const text of [says, model.outcomes[outcome]?.short]) {
      const placeholder = text && [...text.en.matchAll(/\{[^}]*\}/g), ...text.zh.matchAll(/\{[^}]*\}/g)].map(([all]) => all).find(each => each !== '{failures}' && each !== '{open}')
      if (placeholder) report(['rules', rule, 'says'], `"${placeholder}" stands for nothing here; {failures} and {open} do`)
    }
  return all.length
}

function saysAllCorners({ corners: told }: CardsCase, corners: string[], field: Field, checking: Checking): boolean {
  const known = Object.keys(told).map(corner => wantOneOf(checking, [...field, 'corners', corner], corner, corners, 'corner'))
  const untold = corners.filter(corner => !(corner in told))
  for (const corner of untold) checking.report([...field, 'corners'], `nothing on the corner "${corner}"; where the source says nothing, "is: not-stated" says so`)
  return untold.length === 0 && known.every(Boolean)
}

/** The source's own row comes out as the record says that the source has it. */
function replay(model: CardsModel, { corners, outcome }: CardsCase, field: Field, { report }: Checking) {
  const shown = (all: { outcome: string, failing: string[] }[]) =>
    [...new Set(all.map(each => each.failing.length ? `${each.outcome} (${each.failing.join(', ')})` : each.outcome))].join(', or ') || 'nothing'
  const [wanted, read] = [shown(outcome.comes), shown(cardsReadings(model, corners))]
  if (wanted !== read) report([...field, 'outcome', 'comes'], `the rules come to: ${read}; expected, as the source has it: ${wanted}`)
}

/** Conditions and steps are the boxes of the hypothesis, and all its arrows are walked. */
function checkWithdrawal(task: Withdrawal, corners: string[], checking: Checking): number {
  const { course, report } = checking
  const field = ['tasks', 'withdraw']
  for (const corner of Object.keys(task.commitments)) wantOneOf(checking, [...field, 'commitments', corner], corner, corners, 'corner')
  for (const corner of corners) if (!(corner in task.commitments)) report([...field, 'commitments'], `nothing is taken back at the corner "${corner}"`)
  for (const [corner, { opens }] of Object.entries(task.commitments))
    if (opens !== undefined) wantOneOf(checking, [...field, 'commitments', corner, 'opens'], opens, task.conditions, 'condition')
  for (const lang of ['en', 'zh'] as const)
    if (!task.silent[lang].includes('{commitment}')) report([...field, 'silent', lang], 'expected "{commitment}": what is taken back, and opens no condition')

  const framework = course.frameworks[task.framework]
  if (!framework) return corners.length
  const walked = Object.values(task.steps).flatMap(({ node }) => node ?? [])
  const boxes = [...task.conditions, ...walked]
  const nodes = Object.keys(framework.nodes)
  boxes.forEach((box, index) => wantOneOf(checking, index < task.conditions.length ? [...field, 'conditions', index] : [...field, 'steps'], box, nodes, 'node'))
  for (const node of nodes) if (!boxes.includes(node)) report([...field, 'framework'], `the box "${node}" of "${task.framework}" is neither a condition nor a step`)
  for (const [edge, { from, to }] of Object.entries(framework.edges)) {
    const isWalked = to === walked[0] ? task.conditions.includes(from) : walked.indexOf(to) === walked.indexOf(from) + 1 && walked.includes(from)
    if (!isWalked) report([...field, 'steps'], `the arrow "${edge}" of "${task.framework}" is not walked: it goes from ${from} to ${to}`)
  }
  return boxes.length + Object.keys(framework.edges).length
}
