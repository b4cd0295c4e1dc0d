import type { Argument } from '#schema'

/*
 * Which statements of an argument still stand when somebody takes some of them out.
 *
 * The parts are Toulmin's (The Uses of Argument, 1958, ch. III): a claim, with its qualifier, rests on grounds (his "data") by a warrant,
 * unless a rebuttal holds. How several grounds bear one claim is the distinction of informal logic between linked premises, which need
 * one another, and convergent ones, each of which bears the claim by itself (Walton, Argument Structure, 1996; Freeman, Dialectics and
 * the Macrostructure of Arguments, 1991).
 *
 * "Falls" means: nothing in this argument bears it any more. It is not thereby false.
 */

/** Of claims `stands`, `weakened`, `falls`; of grounds and warrants `stands`, `out`; of rebuttals `raised`, `granted`. */
export type Standing = 'stands' | 'weakened' | 'falls' | 'out' | 'raised' | 'granted'

/** What a step has come to. */
export interface Step {
  holds: 'wholly' | 'partly' | 'not'
  /** Premises that are out or have fallen. */
  lost: string[]
  /** Premises that still bear what it leads to; none where it does not hold. */
  left: string[]
  /** Of those, the weakened. */
  weak: string[]
  /** Its warrant, where that is taken out. */
  unwarranted?: string
  /** Rebuttals that are granted. */
  granted: string[]
}

export interface Judged {
  statements: Record<string, Standing>
  steps: Record<string, Step>
}

type Parts = Pick<Argument, 'statements' | 'inferences'>

/** The steps that lead to a statement: `[['by-trade', {…}]]`. */
export const stepsTo = ({ inferences }: Pick<Argument, 'inferences'>, statement: string) => Object.entries(inferences).filter(([, { to }]) => to === statement)

/** Claims that bear no other: a sound argument has one. */
export function mainClaims({ statements, inferences }: Parts): string[] {
  const bearing = new Set(Object.values(inferences).flatMap(({ from }) => from))
  return Object.entries(statements).filter(([id, { is }]) => is === 'claim' && !bearing.has(id)).map(([id]) => id)
}

/** How many statements stand inside reasons: grounds, links and objections of every step that does not lead to the main claim. */
export const insideReasons = ({ inferences }: Pick<Argument, 'inferences'>, main: string): number =>
  Object.values(inferences).filter(({ to }) => to !== main).reduce((sum, { from, warrant, unless }) => sum + from.length + (warrant === undefined ? 0 : 1) + unless.length, 0)

/** A chain of statements that comes back to where it began, each bearing the next: `['light', 'boat', 'light']`; nothing where there is none. */
export function circleIn({ inferences }: Pick<Argument, 'inferences'>): string[] | undefined {
  const steps = Object.values(inferences)
  const done = new Set<string>()
  const follow = (statement: string, path: string[]): string[] | undefined => {
    if (path.includes(statement)) return [...path.slice(path.indexOf(statement)), statement]
    if (done.has(statement)) return undefined
    for (const { to } of steps.filter(({ from }) => from.includes(statement))) {
      const found = follow(to, [...path, statement])
      if (found) return found
    }
    done.add(statement)
    return undefined
  }
  for (const { from } of steps) {
    for (const statement of from) {
      const found = follow(statement, [])
      if (found) return found
    }
  }
  return undefined
}

/**
 * What stands, given the grounds and warrants that are taken out and the rebuttals that are granted. It depends on which they are and
 * not on the order in which they were touched; touching more never lets a fallen statement stand.
 *
 * A step does not hold when its warrant is out, a rebuttal of it is granted, or it has lost its premises: one of them where they are
 * linked, all of them where they converge. It holds partly when a converging premise is lost, or one it rests on is weakened.
 * A claim falls when no step to it holds, and is weakened when one does not, or only partly. Throws a RangeError at a circle.
 */
export function judge(argument: Parts, touched: ReadonlySet<string>): Judged {
  const circle = circleIn(argument)
  if (circle) throw new RangeError(`an argument in a circle: ${circle.join(' → ')}`)
  const statements: Record<string, Standing> = {}
  const steps: Record<string, Step> = {}

  const standing = (id: string): Standing => statements[id] ??= standingOf(id)
  function standingOf(id: string): Standing {
    const is = argument.statements[id]?.is
    if (is === 'rebuttal') return touched.has(id) ? 'granted' : 'raised'
    if (is !== 'claim') return touched.has(id) ? 'out' : 'stands'
    const holds = stepsTo(argument, id).map(([step]) => stepOf(step).holds)
    if (holds.every(each => each === 'not')) return 'falls'
    return holds.every(each => each === 'wholly') ? 'stands' : 'weakened'
  }
  function stepOf(id: string): Step {
    const { from, premises, warrant, unless } = argument.inferences[id]!
    const isLost = (premise: string) => ['out', 'falls'].includes(standing(premise))
    const lost = from.filter(isLost)
    const rest = from.filter(premise => !isLost(premise))
    const weak = rest.filter(premise => standing(premise) === 'weakened')
    const unwarranted = warrant !== undefined && touched.has(warrant) ? warrant : undefined
    const granted = unless.filter(rebuttal => touched.has(rebuttal))
    const fails = unwarranted !== undefined || granted.length > 0 || rest.length === 0 || (premises === 'linked' && lost.length > 0)
    return steps[id] ??= {
      holds: fails ? 'not' : lost.length || weak.length ? 'partly' : 'wholly',
      lost, left: fails ? [] : rest, weak: fails ? [] : weak, granted,
      ...(unwarranted === undefined ? {} : { unwarranted }),
    }
  }

  for (const id of Object.keys(argument.statements)) standing(id)
  for (const id of Object.keys(argument.inferences)) stepOf(id)
  return { statements, steps }
}
