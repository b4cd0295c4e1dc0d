import type { Argument } from '#schema'
import { mainClaims, stepsTo } from './argument.ts'

/*
 * An argument on a slide: the main claim at the right, what bears it in the column before, and so on. Boxes have one size, so that all
 * of it follows from the data; lines run in the gutters between the columns and nowhere else, so that none runs behind a box.
 */

export const argumentDrawn = { width: 888, gutter: 54, gap: 8, box: 66, main: 88, columns: 3, rows: 4 } as const

export interface Box { column: number, x: number, y: number, width: number, height: number }
export interface Line {
  inference: string
  /** Whose line it is; none for the shaft that linked premises share. */
  statement?: string
  is: 'premise' | 'warrant' | 'rebuttal' | 'shaft'
  /** Of an SVG path: right angles only. */
  d: string
  /** Where it ends in an arrowhead, a dot (a warrant), or a stroke through what it stops (a rebuttal). */
  ends: { as: 'arrow' | 'dot' | 'stroke', x: number, y: number }[]
}
export interface ArgumentDrawing { height: number, boxes: Record<string, Box>, lines: Line[] }

type Parts = Pick<Argument, 'statements' | 'inferences'>

/** Statements of each column from top to bottom; column 0 is the main claim's. A warrant or rebuttal stands with what its step leads to, or with its premises, where there are fewer boxes. */
export function columnsOf(argument: Parts): string[][] {
  const [main] = mainClaims(argument)
  if (!main) return []
  const counts: number[] = []
  const count = (id: string, column: number) => {
    counts[column] = (counts[column] ?? 0) + 1
    for (const [, { from }] of stepsTo(argument, id)) for (const premise of from) count(premise, column + 1)
  }
  count(main, 0)

  const places = new Map<string, number>()
  let level = [main]
  for (let column = 0; level.length; column++) {
    const steps = level.flatMap(id => stepsTo(argument, id))
    for (const [, { warrant, unless }] of steps) {
      for (const aside of [...warrant ? [warrant] : [], ...unless]) {
        const place = counts[column]! <= counts[column + 1]! ? column : column + 1
        counts[place]!++
        places.set(aside, place)
      }
    }
    level = steps.flatMap(([, { from }]) => from)
  }

  const columns: string[][] = counts.map(() => [])
  const put = (id: string, column: number) => {
    const steps = stepsTo(argument, id)
    const asides = ({ warrant, unless }: Argument['inferences'][string], place: number) => ({
      warrants: warrant !== undefined && places.get(warrant) === place ? [warrant] : [],
      rebuttals: unless.filter(each => places.get(each) === place),
    })
    // Of several steps the first has its own above, the others below: their lines need not cross.
    const above: string[] = []
    const below: string[] = []
    steps.forEach(([, step], index) => {
      const { warrants, rebuttals } = asides(step, column)
      ;(index === 0 ? above : below).push(...warrants)
      ;(index === 0 && steps.length > 1 ? above : below).push(...rebuttals)
    })
    columns[column]!.push(...above, id, ...below)
    for (const [, step] of steps) {
      const { warrants, rebuttals } = asides(step, column + 1)
      columns[column + 1]!.push(...warrants)
      for (const premise of step.from) put(premise, column + 1)
      columns[column + 1]!.push(...rebuttals)
    }
  }
  put(main, 0)
  return columns
}

/** What runs in one gutter: horizontals from the left and to the right, and one vertical between them, in a lane of its own. */
interface Run {
  line: Omit<Line, 'd' | 'ends'>[]
  lefts: number[]
  rights: number[]
  from: number
  to: number
  /** Arrows that this one meets from above or below: they must turn before it. */
  meets: Run[]
}

/** Boxes and lines in pixels of the canvas. */
export function drawArgument(argument: Parts): ArgumentDrawing {
  const columns = columnsOf(argument)
  const [main] = mainClaims(argument)
  const heightOf = (id: string) => id === main ? argumentDrawn.main : argumentDrawn.box
  const heights = columns.map(ids => ids.reduce((sum, id) => sum + heightOf(id), 0))
  const height = Math.max(0, ...columns.map((ids, column) => heights[column]! + (ids.length - 1) * argumentDrawn.gap))
  const width = (argumentDrawn.width - (columns.length - 1) * argumentDrawn.gutter) / columns.length

  const boxes: Record<string, Box> = {}
  columns.forEach((ids, column) => {
    const gap = ids.length > 1 && ids.length * argumentDrawn.box >= height / 2 ? (height - heights[column]!) / (ids.length - 1) : (height - heights[column]!) / (ids.length + 1)
    let y = ids.length > 1 && ids.length * argumentDrawn.box >= height / 2 ? 0 : gap
    for (const id of ids) {
      boxes[id] = { column, x: (columns.length - 1 - column) * (width + argumentDrawn.gutter), y, width, height: heightOf(id) }
      y += heightOf(id) + gap
    }
  })

  const middle = (id: string) => boxes[id]!.y + boxes[id]!.height / 2
  const lines: Line[] = []
  columns.slice(0, -1).forEach((ids, column) => {
    const runs = ids.flatMap(id => runsTo(argument, id, boxes, middle))
    const left = (columns.length - 2 - column) * (width + argumentDrawn.gutter) + width
    lines.push(...laid(runs, left, left + argumentDrawn.gutter))
  })
  return { height, boxes, lines }
}

function runsTo(argument: Parts, id: string, boxes: Record<string, Box>, middle: (id: string) => number): Run[] {
  const steps = stepsTo(argument, id)
  const arrowsOf = (step: Argument['inferences'][string]) => step.premises === 'convergent' ? step.from.map(premise => [premise]) : [step.from]
  const all = steps.flatMap(([inference, step]) => arrowsOf(step).map(from => ({ inference, from })))
  const box = boxes[id]!
  const entry = (index: number) => box.y + box.height * (index + 1) / (all.length + 1)
  const arrows = all.map(({ inference, from }, index): Run & { inference: string } => {
    const ys = from.map(middle)
    return { inference, line: from.map(statement => ({ inference, statement, is: 'premise' as const })), lefts: ys, rights: [entry(index)], from: Math.min(...ys, entry(index)), to: Math.max(...ys, entry(index)), meets: [] }
  })
  const asides = steps.flatMap(([inference, { warrant, unless }]) => {
    const meets = arrows.filter(arrow => arrow.inference === inference)
    const entries = meets.flatMap(({ rights }) => rights)
    return [...warrant ? [{ statement: warrant, is: 'warrant' as const }] : [], ...unless.map(statement => ({ statement, is: 'rebuttal' as const }))].map(({ statement, is }): Run => {
      const y = middle(statement)
      const isHere = boxes[statement]!.column === box.column
      return { line: [{ inference, statement, is }], lefts: isHere ? [] : [y], rights: isHere ? [y] : [], from: Math.min(y, ...entries), to: Math.max(y, ...entries), meets }
    })
  })
  return [...arrows, ...asides]
}

/** Of all orders of lanes the one with the fewest crossings; a gutter has few lines. */
function laid(runs: Run[], left: number, right: number): Line[] {
  const lanes = orders(runs.length).map(order => ({ order, cost: crossings(runs, order) })).reduce((best, each) => each.cost < best.cost ? each : best).order
  const first = left + 9
  const pitch = (right - 17 - first) / Math.max(1, runs.length - 1)
  const x = (index: number) => round(runs.length === 1 ? left + argumentDrawn.gutter / 2 - 4 : first + pitch * lanes[index]!)
  return runs.flatMap((run, index): Line[] => {
    const at = x(index)
    if (run.meets.length) {
      const start = run.lefts.length ? `M${round(left)} ${round(run.lefts[0]!)}` : `M${round(right)} ${round(run.rights[0]!)}`
      const [own] = [run.lefts[0] ?? run.rights[0]!]
      const entries = run.meets.flatMap(({ rights }) => rights)
      const far = entries.reduce((one, other) => Math.abs(one - own) > Math.abs(other - own) ? one : other)
      const as = run.line[0]!.is === 'warrant' ? 'dot' as const : 'stroke' as const
      return [{ ...run.line[0]!, d: `${start}H${at}V${round(far)}`, ends: entries.map(y => ({ as, x: at, y: round(y) })) }]
    }
    const entry = round(run.rights[0]!)
    const arrow = { as: 'arrow' as const, x: round(right), y: entry }
    if (run.line.length === 1) return [{ ...run.line[0]!, d: `M${round(left)} ${round(run.lefts[0]!)}H${at}V${entry}H${round(right - 2)}`, ends: [arrow] }]
    return [
      ...run.line.map((line, premise) => ({ ...line, d: `M${round(left)} ${round(run.lefts[premise]!)}H${at}V${entry}`, ends: [] })),
      { inference: run.line[0]!.inference, is: 'shaft', d: `M${at} ${entry}H${round(right - 2)}`, ends: [arrow] },
    ]
  })
}

/** `[2, 0, 1]`: the first run is in the third lane. Beyond seven runs, as they come. */
function orders(count: number): number[][] {
  if (count > 7) return [Array.from({ length: count }, (_, index) => index)]
  const all = (rest: number[]): number[][] => rest.length === 0 ? [[]] : rest.flatMap(lane => all(rest.filter(other => other !== lane)).map(order => [lane, ...order]))
  return all(Array.from({ length: count }, (_, index) => index))
}

const near = 7
function crossings(runs: Run[], lanes: number[]): number {
  let cost = 0
  const within = (y: number, { from, to }: Run) => y > from - near && y < to + near
  runs.forEach((one, i) => runs.forEach((other, j) => {
    if (i === j) return
    if (one.meets.includes(other) && lanes[i]! < lanes[j]!) cost += 1000
    if (lanes[i]! >= lanes[j]!) return
    // `one` is to the left: the other's way from the left passes its lane, its own way to the right passes the other's.
    cost += other.lefts.filter(y => within(y, one)).length
    cost += one.rights.filter(y => !other.meets.includes(one) && within(y, other)).length
    // Two horizontals at one height, overlapping, would be one line to the eye.
    cost += 10 * other.lefts.filter(y => one.rights.some(right => Math.abs(right - y) < near)).length
  }))
  return cost
}

const round = (value: number) => Math.round(value * 10) / 10
