import type { AtCorner, CardsModel, CornerReading } from '#schema'

/** What lies at each corner, by its id. A corner without a card is `none`. */
export type LaidCards = Readonly<Record<string, AtCorner>>

export interface CardsVerdict {
  outcome: string
  /** The rule that fired: the first whose condition holds. */
  rule: string
  /** Corners that are lacking or have no card, in the order of the triangle: each with the failure paired with it. */
  failing: string[]
  /** Corners of which the source says nothing. A silence is never a failure. */
  open: string[]
}

type Condition = CardsModel['rules'][string]['when']

/** `{ some: [lacking, none], least: 2 }` holds where two corners at least are lacking or have no card. */
function holds({ every, some, least = 1 }: Condition, states: readonly AtCorner[]): boolean {
  return (!every || states.every(state => every.includes(state))) && (!some || states.filter(state => some.includes(state)).length >= least)
}

/** What follows from what lies at the corners, by the model's rules in order; nothing where no rule holds. */
export function cardsVerdict({ rules }: Pick<CardsModel, 'rules'>, laid: LaidCards): CardsVerdict | undefined {
  const corners = Object.keys(laid)
  const fired = Object.entries(rules).find(([, { when }]) => holds(when, Object.values(laid)))
  return fired && {
    outcome: fired[1].outcome,
    rule: fired[0],
    failing: corners.filter(corner => laid[corner] === 'lacking' || laid[corner] === 'none'),
    open: corners.filter(corner => laid[corner] === 'not-stated'),
  }
}

/** What the source says of a corner: one state, or two where it says one thing here and another there. */
export type Told = Pick<CornerReading, 'is'> & { but?: Pick<CornerReading, 'is'> | undefined }

/** Every way to lie at the corners that the source's words allow: two words on one corner are both followed. */
export function waysToLie(told: Readonly<Record<string, Told | undefined>>): LaidCards[] {
  return Object.entries(told).reduce<LaidCards[]>((ways, [corner, here]) => {
    const states: AtCorner[] = here ? [...new Set([here.is, ...here.but ? [here.but.is] : []])] : ['none']
    return ways.flatMap(way => states.map(state => ({ ...way, [corner]: state })))
  }, [{}])
}

/** Every verdict that the source's own words allow, neither preferred; one where they come to the same. */
export function cardsReadings(model: Pick<CardsModel, 'rules'>, told: Readonly<Record<string, Told | undefined>>): CardsVerdict[] {
  const all = waysToLie(told).flatMap(way => cardsVerdict(model, way) ?? [])
  return all.filter((verdict, index) => all.findIndex(other => isSame(other, verdict)) === index)
}

const isSame = (one: CardsVerdict, other: CardsVerdict) =>
  one.outcome === other.outcome && one.failing.join() === other.failing.join() && one.open.join() === other.open.join()

type Withdrawal = NonNullable<CardsModel['tasks']['withdraw']>

export interface Withdrawn {
  /** Conditions that hold, in the model's order: those named, and those that a withdrawn commitment opens. */
  holds: string[]
  /** Of `holds`, those that rest on our reading of a withdrawal. */
  read: string[]
  /** The steps that follow; none where no condition holds. */
  steps: string[]
  /** Withdrawn commitments that open no condition. */
  silent: string[]
}

/** Some commitments are withdrawn, or a condition holds by itself: one condition is enough for every step. */
export function withdrawnFrom(task: Withdrawal, withdrawn: readonly string[], conditions: readonly string[]): Withdrawn {
  const opened = withdrawn.flatMap(corner => task.commitments[corner]?.opens ?? [])
  const holding = task.conditions.filter(condition => conditions.includes(condition) || opened.includes(condition))
  return {
    holds: holding,
    read: holding.filter(condition => !conditions.includes(condition)),
    steps: holding.length ? Object.keys(task.steps) : [],
    silent: Object.keys(task.commitments).filter(corner => withdrawn.includes(corner) && !task.commitments[corner]!.opens),
  }
}
