import type { Framework, RelationSign } from '#schema'

/** What the claims of a side bear: together, against, both, or nothing is said. */
export type Borne = RelationSign | '±'

export function borneBy({ plus, minus }: NonNullable<Framework['edges'][string]['bears']>): Borne {
  return plus.length && minus.length ? '±' : plus.length ? '+' : minus.length ? '-' : '0'
}

/** With a minus, not a hyphen: `−`. */
export const saySign = (sign: Borne) => sign === '-' ? '−' : sign
export const sayBorne = (bears: NonNullable<Framework['edges'][string]['bears']>) => saySign(borneBy(bears))

/** The first three nodes of a triangle are its corners: top, left, right. */
export const cornersOf = (framework: Pick<Framework, 'nodes'>) => Object.keys(framework.nodes).slice(0, 3)

/** The side of a domain that joins the two. */
export function sideOf(framework: Framework, domain: string, between: readonly [string, string]): Framework['edges'][string] | undefined {
  return Object.values(framework.edges).find(edge => edge.domain === domain && between.includes(edge.from) && between.includes(edge.to))
}

export const borneOn = (framework: Framework, domain: string, between: readonly [string, string]): Borne => {
  const bears = sideOf(framework, domain, between)?.bears
  return bears ? borneBy(bears) : '0'
}

/** The signs from which a domain starts, by pair. */
export const signsOf = (framework: Framework, domain: string): Record<string, RelationSign> =>
  Object.fromEntries(pairsOf(cornersOf(framework)).map(({ id, between }) => [id, startSign(borneOn(framework, domain, between))]))

/** Where a student starts: what the article bears; where it bears both, + until she has chosen. */
export const startSign = (borne: Borne): RelationSign => borne === '±' ? '+' : borne

/** Two actors, in the order in which the actors are given. */
export interface Pair { id: string, between: [string, string] }

/** Every two actors once: `['china', 'russia', 'us']` => china|russia, china|us, russia|us. */
export function pairsOf(actors: readonly string[]): Pair[] {
  return actors.flatMap((one, index) => actors.slice(index + 1).map((other): Pair => ({ id: `${one}|${other}`, between: [one, other] })))
}

/** A signed graph: the sign of each pair by its id. What is not there is not said (0). */
export type Signs = Readonly<Record<string, RelationSign>>
const signOf = (signs: Signs, pair: string): RelationSign => signs[pair] ?? '0'

export interface Cycle {
  actors: string[]
  /** Ids of its sides. */
  sides: string[]
  /** Product of its sides: + is positive, − is negative, 0 where a side is not said. */
  sign: RelationSign
}

/**
 * The sign of a cycle is the product of its signs: a friend's friend is a friend, a friend's enemy an enemy,
 * an enemy's enemy a friend. Heider's triad is balanced when it is positive: with no or two negative sides.
 * (Heider 1946; as a product: Cartwright and Harary 1956.)
 *
 *     + + +  => +      + + -  => -      + - -  => +      - - -  => -      + - 0  => 0
 */
export function product(signs: readonly RelationSign[]): RelationSign {
  if (signs.includes('0')) return '0'
  return signs.filter(sign => sign === '-').length % 2 === 0 ? '+' : '-'
}

/** All triangles among the actors, in their order: one of three, four of four. */
export function trianglesOf(actors: readonly string[], signs: Signs): Cycle[] {
  const pairs = pairsOf(actors)
  return actors.flatMap((a, i) => actors.slice(i + 1).flatMap((b, j) => actors.slice(i + j + 2).map((c): Cycle => {
    const members = [a, b, c]
    const sides = pairs.filter(({ between }) => between.every(actor => members.includes(actor))).map(({ id }) => id)
    return { actors: members, sides, sign: product(sides.map(side => signOf(signs, side))) }
  })))
}

/** Two camps; the second is empty where all stand together. */
export type Camps = [string[], string[]]

/**
 * Every way to part the actors in two, and the said sides that each speaks against: a negative side within a camp,
 * a positive one between the two. The first actor is always in the first camp: three actors have four ways, four have eight.
 */
function partings(actors: readonly string[], signs: Signs): { camps: Camps, against: string[] }[] {
  const pairs = pairsOf(actors).filter(({ id }) => signOf(signs, id) !== '0')
  return Array.from({ length: 2 ** Math.max(actors.length - 1, 0) }, (_, way) => {
    const isOther = (actor: string) => Boolean((way << 1 >> actors.indexOf(actor)) & 1)
    const camps: Camps = [actors.filter(actor => !isOther(actor)), actors.filter(isOther)]
    const against = pairs.filter(({ id, between: [one, other] }) => (signOf(signs, id) === '+') !== (isOther(one) === isOther(other))).map(({ id }) => id)
    return { camps, against }
  })
}

export interface Balance {
  /** `undetermined`: no cycle is negative, but a side is not said, so that a cycle through it has no sign. */
  verdict: 'balanced' | 'unbalanced' | 'undetermined'
  /** Undetermined only: `vacuous` when not one cycle is closed by what is said, `incomplete` when some are, and positive. */
  because?: 'vacuous' | 'incomplete'
  triangles: Cycle[]
  /** Where every side is said and the whole is balanced: who stands with whom. */
  camps?: Camps
  /** Positive triangles ÷ triangles that have a sign, 0 to 1; none where no triangle has one. */
  degree?: number
  /** Sides that are not said. */
  unsaid: string[]
  /** Where one side alone is not said, the sign that would balance the whole, if any does. */
  closing?: { side: string, sign: '+' | '-' }
  /** Unbalanced only: the smallest sets of sides whose change restores balance. */
  repairs: string[][]
}

/**
 * Structural balance of three or four actors.
 *
 * Heider (1946) calls a triad balanced when its product is positive. Cartwright and Harary (1956) call a signed graph balanced when
 * every cycle in it is positive, and prove (their structure theorem) that this is so just when its points part into two camps, one of
 * them perhaps empty, with + inside each and − between. Their degree of balance is the share of positive cycles; here, of triangles.
 * The fewest sides to change is the line index of balance (Harary 1959).
 *
 * A cycle that is not closed is never negative: a triangle with an unsaid side is balanced vacuously. We do not call it balanced.
 */
export function balanceOf(actors: readonly string[], signs: Signs): Balance {
  const triangles = trianglesOf(actors, signs)
  const determined = triangles.filter(({ sign }) => sign !== '0')
  const unsaid = pairsOf(actors).filter(({ id }) => signOf(signs, id) === '0').map(({ id }) => id)
  const ways = partings(actors, signs)
  const fitting = ways.filter(({ against }) => against.length === 0)
  const verdict = fitting.length === 0 ? 'unbalanced' : unsaid.length ? 'undetermined' : 'balanced'
  const [only] = unsaid
  const closing = verdict === 'undetermined' && unsaid.length === 1 ? (['+', '-'] as const).filter(sign => balanceOf(actors, { ...signs, [only!]: sign }).verdict === 'balanced') : []
  return {
    verdict,
    ...(verdict === 'undetermined' ? { because: hasCycle(actors, signs) ? 'incomplete' as const : 'vacuous' as const } : {}),
    triangles,
    ...(verdict === 'balanced' ? { camps: fitting[0]!.camps } : {}),
    ...(determined.length ? { degree: determined.filter(({ sign }) => sign === '+').length / determined.length } : {}),
    unsaid,
    ...(closing.length === 1 ? { closing: { side: only!, sign: closing[0]! } } : {}),
    repairs: verdict === 'unbalanced' ? smallest(ways.map(({ against }) => against)) : [],
  }
}

/** As many said sides as a forest has leave no cycle; one more closes one. */
function hasCycle(actors: readonly string[], signs: Signs): boolean {
  const camp = new Map(actors.map(actor => [actor, actor]))
  const head = (actor: string): string => camp.get(actor) === actor ? actor : head(camp.get(actor)!)
  return pairsOf(actors).filter(({ id }) => signOf(signs, id) !== '0').some(({ between: [one, other] }) => {
    const [a, b] = [head(one), head(other)]
    camp.set(a, b)
    return a === b
  })
}

const smallest = (sets: string[][]) => {
  const least = Math.min(...sets.map(set => set.length))
  return sets.filter(set => set.length === least)
}

export interface Strain {
  before: Balance
  after: Balance
  /** Triangles whose sign is another now. */
  turned: { triangle: Cycle, from: RelationSign, to: RelationSign }[]
  /** If the change stays: the smallest sets of other sides that would have to give way. Empty where nothing has to. */
  mustGiveWay: string[][]
}

/** What one changed relation puts under strain: the triangles that turn, and what else would have to change if it lasts. */
export function strainOf(actors: readonly string[], before: Signs, change: { side: string, sign: RelationSign }): Strain {
  const signs = { ...before, [change.side]: change.sign }
  const after = balanceOf(actors, signs)
  const was = trianglesOf(actors, before)
  return {
    before: balanceOf(actors, before),
    after,
    turned: after.triangles.flatMap((triangle, index) => was[index]!.sign === triangle.sign ? [] : [{ triangle, from: was[index]!.sign, to: triangle.sign }]),
    mustGiveWay: after.verdict === 'unbalanced' ? smallest(partings(actors, signs).map(({ against }) => against).filter(against => !against.includes(change.side))) : [],
  }
}
