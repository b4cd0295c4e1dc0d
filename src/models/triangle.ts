import type { CornerState } from '#schema'

/** The corners of Zhang's triangle, as corpus/frameworks names them: the rules below are about these three. */
export const triangleCorners = ['sovereignty', 'connectivity', 'security'] as const
export type TriangleCorner = (typeof triangleCorners)[number]

/** What lies at a corner: what a card says of it, or no card at all. */
export type AtCorner = CornerState | 'none'

/** The claims a rule stands on; `isOurs`: a step the article does not take in words. */
export interface TriangleRule { claims: readonly string[], isOurs?: true }

const zhang = (...slugs: string[]) => slugs.map(slug => `zhang-zeming-2026/${slug}`)

export const triangleRules = {
  /** “Minimal but complete”: the three together are a whole (§2, twice). */
  complete: { claims: zhang('minimal-complete') },
  /** Whether the whole lasts depends on a balance that moves (§1); the conclusion says it again of three that are not quite the same. */
  balance: { claims: zhang('triangle-definition', 'balance-decides') },
  /** Any one missing: a risk (§2 ¶3); any one failing: trouble that may follow (the last but one of §2). He says “any one” and joins the risks by “or”. */
  missing: { claims: zhang('minimal-complete', 'sovereignty-failure-again') },
  /** Which risk goes with which corner. Zhang lists three corners and then three risks; that they belong together in this order is OUR reading. */
  pairing: {
    sovereignty: { claims: zhang('sovereignty-failure', 'sovereignty-failure-again'), isOurs: true },
    connectivity: { claims: zhang('connectivity-failure', 'connectivity-failure-again'), isOurs: true },
    security: { claims: zhang('security-failure', 'security-failure-again'), isOurs: true },
  },
  /** Two or three missing: no passage says which trouble comes first, or whether they add up. No claim, and none made up. */
  several: { claims: [] },
  /** Not stated: a silence is no lack. Nothing follows, and that nothing follows is our caution. */
  open: { claims: [], isOurs: true },
  /** A commitment lost: the tool of order may soon be a source of political risk (§4, and the conclusion). */
  boundary: { claims: zhang('boundary', 'balance-decides') },
} as const satisfies Record<string, TriangleRule | Record<TriangleCorner, TriangleRule>>

export interface TriangleVerdict {
  /** `complete`: all three given. `at-risk`: a corner is missing. `open`: none is missing, and one at least is not stated. */
  outcome: 'complete' | 'at-risk' | 'open'
  /** Corners that are lacking or have no card, in the order of the triangle: each with the failure paired with it. */
  failing: TriangleCorner[]
  /** Corners of which the article says nothing. */
  open: TriangleCorner[]
  rules: readonly (keyof typeof triangleRules)[]
}

/**
 * What follows from what lies at the three corners, by the rules above.
 *
 *     given, given, given            => complete
 *     given, given, not stated       => open: no failure follows
 *     given, lacking, not stated     => at risk by the second; the third stays open
 *     none, lacking, given           => at risk by both; which comes first is not said
 */
export function triangleVerdict(laid: Readonly<Record<TriangleCorner, AtCorner>>): TriangleVerdict {
  const failing = triangleCorners.filter(corner => laid[corner] === 'lacking' || laid[corner] === 'none')
  const open = triangleCorners.filter(corner => laid[corner] === 'not-stated')
  const outcome = failing.length ? 'at-risk' : open.length ? 'open' : 'complete'
  return {
    outcome, failing, open,
    rules: [
      ...outcome === 'complete' ? ['complete', 'balance'] as const : [],
      ...failing.length ? ['missing', 'pairing'] as const : [],
      ...failing.length > 1 ? ['several'] as const : [],
      ...open.length ? ['open'] as const : [],
    ],
  }
}

/** What the article says of a corner: one state, or two where it says one thing here and another there. */
export interface Told { is: CornerState, but?: { is: CornerState } | undefined }

/**
 * Every verdict that the article's own words allow. Where two passages differ on a corner (Suez: lost dignity in §4, rational
 * coordination in §2) both are followed; neither is preferred. One verdict where they come to the same.
 */
export function triangleReadings(told: Readonly<Record<TriangleCorner, Told | undefined>>): TriangleVerdict[] {
  const states = triangleCorners.map((corner): AtCorner[] => {
    const here = told[corner]
    return here ? [...new Set([here.is, ...here.but ? [here.but.is] : []])] : ['none']
  })
  const all = states[0]!.flatMap(sovereignty => states[1]!.flatMap(connectivity => states[2]!.map(security => triangleVerdict({ sovereignty, connectivity, security }))))
  const isSame = (one: TriangleVerdict, other: TriangleVerdict) => one.failing.join() === other.failing.join() && one.open.join() === other.open.join()
  return all.filter((verdict, index) => all.findIndex(other => isSame(other, verdict)) === index)
}

/** The doors of the second hypothesis, as corpus/frameworks names them: joined by “or”, so that one is enough. */
export const shiftConditions = ['capacity-falls', 'credibility-weakens', 'better-offer'] as const
export type ShiftCondition = (typeof shiftConditions)[number]

/**
 * What follows, in order, each with its hedge: arrangements *may* be adjusted, the lead *is challenged* (not lost), powers *tend* to be
 * reallocated or even to move. `node`: where corpus/frameworks has a box for it.
 */
export const shiftSteps = [
  { id: 'adjust', hedge: 'may', claims: zhang('hypothesis-shift') },
  { id: 'challenge', hedge: 'challenged', node: 'challenge', claims: zhang('hypothesis-shift') },
  { id: 'reallocation', hedge: 'tends', node: 'reallocation', claims: zhang('hypothesis-shift') },
] as const satisfies readonly ({ id: string, hedge: string, node?: string } & TriangleRule)[]

/**
 * Which door of the second hypothesis a withdrawn commitment opens. The hypothesis speaks of the security supplier's capacity to commit
 * and of the credibility of institutions; that these are the third and the first corner is OUR reading. Returns stand in it on the
 * rival's side alone: of an incumbent who merely stops paying it does not speak.
 */
export const withdrawnAs: Readonly<Record<TriangleCorner, ShiftCondition | undefined>> = {
  sovereignty: 'credibility-weakens',
  connectivity: undefined,
  security: 'capacity-falls',
}

export interface Shift {
  /** Doors that stand open, in the article's order: those named, and those a withdrawn commitment opens. */
  holds: ShiftCondition[]
  /** Of `holds`, those that rest on our reading of a withdrawal. */
  read: ShiftCondition[]
  /** The steps that follow; none where no door is open. The hypothesis gives what is enough, not what is needed: its silence is no promise. */
  steps: typeof shiftSteps | []
  /** What the first part of the triangle says of the same withdrawal. */
  triangle: TriangleVerdict
  /** Withdrawn commitments of which the hypothesis does not speak. */
  silent: TriangleCorner[]
  /** Any commitment lost: the boundary of §4 is reached. */
  isBoundary: boolean
}

/** An incumbent that holds all three corners withdraws some commitments; or one of the three conditions holds by itself. */
export function shiftOf(withdrawn: readonly TriangleCorner[], conditions: readonly ShiftCondition[]): Shift {
  const opened = withdrawn.flatMap(corner => withdrawnAs[corner] ?? [])
  const holds = shiftConditions.filter(condition => conditions.includes(condition) || opened.includes(condition))
  return {
    holds,
    read: holds.filter(condition => !conditions.includes(condition)),
    steps: holds.length ? shiftSteps : [],
    triangle: triangleVerdict(Object.fromEntries(triangleCorners.map(corner => [corner, withdrawn.includes(corner) ? 'lacking' : 'given'])) as Record<TriangleCorner, AtCorner>),
    silent: triangleCorners.filter(corner => withdrawn.includes(corner) && !withdrawnAs[corner]),
    isBoundary: withdrawn.length > 0,
  }
}

/** All claims that the rules stand on: whoever shows the model cites them. */
export const triangleSources: readonly string[] = [...new Set([
  ...Object.values(triangleRules).flatMap(rule => 'claims' in rule ? [...rule.claims] : Object.values(rule).flatMap(({ claims }) => claims)),
  ...shiftSteps.flatMap(({ claims }) => claims),
])]
