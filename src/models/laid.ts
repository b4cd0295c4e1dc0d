import type { Framework, Language } from '#schema'
import { type DiagramWay, wholeOf } from './diagram.ts'
import { lines } from './lines.ts'
import { isScale } from './scale.ts'

/** A box at its place, its name in lines, and in a chain what stands under it; px of the 888 that a slide's body is wide. */
export interface LaidBox { id: string, x: number, y: number, width: number, height: number, lines: string[], under: string[] }
/** A line from box to box, with an arrow's head where it is directed. Its label stands over a level line, and on one that goes up or down. */
export interface LaidLine { id: string, path: string, head?: { x: number, y: number, turn: 0 | 90 | 180 | 270 }, label: { x: number, y: number, is: 'over' | 'on', lines: string[] } }
export interface Laid { width: number, height: number, boxes: LaidBox[], lines: LaidLine[] }

/** What a tag may ask for; the other forms follow from the framework itself. */
export const formsOfTags = ['mermaid', 'triangle', 'road', 'roof', 'tables', 'layers', 'ways', 'fits', 'barriers', 'turn', 'depth'] as const
export type Form = (typeof formsOfTags)[number] | 'laid' | 'scale' | 'storeys' | 'arenas' | 'rings'
/** How a framework is drawn when its tag says `as`, and else: a chain, what says where its boxes stand, two storeys, arenas and rings are laid by hand; a chain of years is drawn to scale; mermaid lays out the rest. */
export function formOf(framework: Framework, as?: string): Form {
  const asked = formsOfTags.find(form => form === as)
  if (asked) return asked
  if (isScale(framework)) return 'scale'
  if (framework.storeys) return 'storeys'
  if (framework.arenas) return 'arenas'
  if (framework.rings) return 'rings'
  return framework.layout === 'chain' || Object.values(framework.nodes).some(({ at }) => at) ? 'laid' : 'mermaid'
}

const width = 888
const size = 20
const lineHeight = 27
/** What stands under the boxes of a chain: so far below them, and in such lines. */
export const underBox = { size: 21, line: { en: 29, zh: 33 }, gap: 14 }

/**
 * Boxes in columns and rows (`at`; a chain is one row), and straight lines between them: from side to side where they stand beside each
 * other, up or down where one stands above the other. In the last row a line may also go round below: a chain's way back. It
 * goes round above where words stand under the boxes.
 * Where several level lines of one gap say the same, the uppermost says it. `grid` gives columns and gaps of their own widths.
 * Throws a letter about an edge that can be drawn in neither way.
 */
export function laid(framework: Framework, lang: Language, way: DiagramWay = {}): Laid {
  const shown = wholeOf(framework, way)
  const ids = Object.keys(framework.nodes).filter(id => shown.nodes.includes(id))
  const at = Object.fromEntries(ids.map((id, index) => {
    const place = framework.nodes[id]!.at ?? (framework.layout === 'chain' ? { column: index + 1, row: 1 } : undefined)
    if (!place) throw new RangeError(`node "${id}": other boxes say where they stand; give this one "at: { column: …, row: … }" too`)
    return [id, { column: place.column, row: place.row, last: place.column + (place.across ?? 1) - 1, foot: place.row + ('down' in place ? place.down ?? 1 : 1) - 1 }]
  }))
  const columns = Math.max(...ids.map(id => at[id]!.last))
  const rows = Math.max(...ids.map(id => at[id]!.foot))
  const { grid } = framework
  if (grid && (grid.columns.length !== columns || grid.gaps.length !== columns - 1 || [...grid.columns, ...grid.gaps].reduce((sum, each) => sum + each, 0) !== width))
    throw new RangeError(`grid: expected ${columns} columns and ${columns - 1} gaps, ${width} px in all; read ${grid.columns.join(' + ')} and ${grid.gaps.join(' + ')}`)
  const isBeside = (one: string, other: string) => at[one]!.row <= at[other]!.foot && at[other]!.row <= at[one]!.foot
  const hasUnder = framework.layout === 'chain' && ids.some(id => framework.nodes[id]!.under)
  const meet = (one: string, other: string) => at[one]!.column <= at[other]!.last && at[other]!.column <= at[one]!.last
  for (const [index, one] of ids.entries()) for (const other of ids.slice(index + 1))
    if (isBeside(one, other) && meet(one, other)) throw new RangeError(`nodes "${one}" and "${other}" stand in the same place: row ${Math.max(at[one]!.row, at[other]!.row)}, column ${Math.max(at[one]!.column, at[other]!.column)}`)

  const edges = shown.edges.map((id) => {
    const { from, to, directed } = framework.edges[id]!
    const [a, b] = [at[from]!, at[to]!]
    const between = (of: string) => isBeside(of, from) && isBeside(of, to) && at[of]!.column > Math.min(a.last, b.last) && at[of]!.last < Math.max(a.column, b.column)
    const goes = isBeside(from, to) && !ids.some(between) && (framework.layout !== 'chain' || a.column < b.column) ? 'level'
      : a.row === b.row && a.row === rows ? 'round'
      : (a.foot + 1 === b.row || b.foot + 1 === a.row) && meet(from, to) ? 'upright' : undefined
    if (!goes) throw new RangeError(`edge "${id}": "${from}" and "${to}" stand neither side by side nor one above the other; say so with "at"`)
    return { id, from, to, directed, goes, name: framework.edges[id]!.names[lang] }
  })

  const hasRound = edges.some(({ goes }) => goes === 'round')

  // A wide gap has its labels in few lines and its boxes in many: the one with which the whole is lowest, and then the one with the fewest lines.
  const gaps = grid ? [0] : columns === 1 || !edges.some(({ goes }) => goes === 'level') ? [24] : columns === 2 ? [240] : columns === 3 ? [132, 144, 156, 168, 180] : [76, 84, 92, 100, 108]
  const { tops, heights, box, upright, labels } = gaps.map(inGaps).reduce((best, each) => (Math.round(each.foot / lineHeight) - Math.round(best.foot / lineHeight) || each.count - best.count) < 0 ? each : best)
  const foot = tops.at(-1)! + heights.at(-1)!

  function inGaps(gap: number) {
    const column = (width - (columns - 1) * gap) / columns
    const left = (of: number) => grid ? grid.columns.slice(0, of - 1).reduce((sum, each, index) => sum + each + grid.gaps[index]!, 0) : (of - 1) * (column + gap)
    const right = (of: number) => left(of) + (grid ? grid.columns[of - 1]! : column)
    const spans = Object.fromEntries(ids.map(id => [id, { x: left(at[id]!.column), width: right(at[id]!.last) - left(at[id]!.column) }]))
    const gapOf = (from: string, to: string) => Math.max(spans[to]!.x - spans[from]!.x - spans[from]!.width, spans[from]!.x - spans[to]!.x - spans[to]!.width)
    const names = Object.fromEntries(ids.map(id => [id, lines(framework.nodes[id]!.names[lang], (spans[id]!.width - 24) / size)]))
    const upright = (from: string, to: string) => {
      const [left, right] = [Math.max(spans[from]!.x, spans[to]!.x), Math.min(spans[from]!.x + spans[from]!.width, spans[to]!.x + spans[to]!.width)]
      return { x: (left + right) / 2, room: right - left }
    }
    // Labels are not bold: a tenth narrower in Latin letters.
    const room = (px: number) => px / size / (lang === 'zh' ? 1 : .9)
    const labels = Object.fromEntries(edges.map(({ id, goes, from, to, name }) => [id, lines(name, room(goes === 'level' ? gapOf(from, to) - 22 : goes === 'round' ? width / 2 : upright(from, to).room - 16 + Math.min(gap - 24, 40)))]))
    for (const [index, edge] of edges.entries()) if (edge.goes === 'level' && edges.slice(0, index).some(other => other.goes === 'level' && other.name === edge.name && spans[other.from]!.x === spans[edge.from]!.x && spans[other.to]!.x === spans[edge.to]!.x)) labels[edge.id] = []
    // What stands over a level line needs room above the box's middle; what stands on an upright one, between the rows.
    const over = Math.max(0, ...edges.filter(({ goes }) => goes === 'level').map(({ id }) => labels[id]!.length * 24 + 8))
    const heights = Array.from({ length: rows }, (_, row) => Math.max(50, ...ids.filter(id => at[id]!.row === row + 1 && at[id]!.foot === row + 1).map(id => names[id]!.length * lineHeight + 23)))
    // Columns of their own widths are rows of a table in arrows: all of one height.
    if (grid) heights.fill(Math.max(72, ...heights))
    const between = Array.from({ length: rows - 1 }, (_, row) => Math.max(grid ? 14 : 24, ...edges.filter(({ goes, from, to }) => goes === 'upright' && Math.min(at[from]!.foot, at[to]!.foot) === row + 1).map(({ id }) => labels[id]!.length * 24 + 46)))
    const round = hasUnder ? Math.max(0, ...edges.filter(({ goes }) => goes === 'round').map(({ id }) => labels[id]!.length * 24 + 52)) : 0
    const first = grid ? Math.max(2, 32 - heights[0]! / 2) : Math.max(2, over - heights[0]! / 2, round)
    const under = Object.fromEntries(ids.map(id => [id, hasUnder && framework.nodes[id]!.under ? lines(framework.nodes[id]!.under[lang], (spans[id]!.width + (at[id]!.last < columns ? gap - 48 : 0)) / underBox.size / (lang === 'zh' ? 1 : .92)) : []]))
    const tops = heights.map((_, row) => first + heights.slice(0, row).reduce((sum, each) => sum + each, 0) + between.slice(0, row).reduce((sum, each) => sum + each, 0))
    const box = (id: string): LaidBox => ({ id, x: spans[id]!.x, y: tops[at[id]!.row - 1]!, width: spans[id]!.width, height: tops[at[id]!.foot - 1]! + heights[at[id]!.foot - 1]! - tops[at[id]!.row - 1]!, lines: names[id]!, under: under[id]! })
    return { tops, heights, box, upright, labels, foot: tops.at(-1)! + heights.at(-1)!, count: [...Object.values(names), ...Object.values(labels), ...Object.values(under)].flat().length }
  }

  const boxes = ids.map(box)
  const low = Math.max(0, ...boxes.map(({ under }) => under.length))
  return {
    width, height: foot + (low ? underBox.gap + low * underBox.line[lang] : hasRound ? 48 : 2),
    boxes,
    lines: edges.map(({ id, from, to, directed, goes }): LaidLine => {
      const [a, b] = [box(from), box(to)]
      if (goes === 'level') {
        const isRight = a.x < b.x
        const [start, end, y] = [isRight ? a.x + a.width : a.x, isRight ? b.x : b.x + b.width, (Math.max(a.y, b.y) + Math.min(a.y + a.height, b.y + b.height)) / 2]
        return { id, path: `M${start} ${y}H${end}`, ...(directed ? { head: { x: end, y, turn: isRight ? 0 : 180 } } : {}), label: { x: (start + end) / 2 + (directed ? isRight ? -5 : 5 : 0), y: y - 5, is: 'over', lines: labels[id]! } }
      }
      if (goes === 'round') {
        const [start, end, edge, y] = [a.x + a.width / 2, b.x + b.width / 2, ...hasUnder ? [tops[0]!, tops[0]! - 44] : [foot, foot + 44]] as [number, number, number, number]
        return { id, path: `M${start} ${edge}V${y}H${end}V${edge}`, ...(directed ? { head: { x: end, y: edge, turn: hasUnder ? 90 as const : 270 as const } } : {}), label: { x: (start + end) / 2, y: y - 5, is: 'over', lines: labels[id]! } }
      }
      const { x } = upright(from, to)
      const isDown = a.y < b.y
      const [start, end] = [isDown ? a.y + a.height : a.y, isDown ? b.y : b.y + b.height]
      return { id, path: `M${x} ${start}V${end}`, ...(directed ? { head: { x, y: end, turn: isDown ? 90 : 270 } } : {}), label: { x, y: (start + end) / 2 + (directed ? isDown ? -4 : 4 : 0), is: 'on', lines: labels[id]! } }
    }),
  }
}
