import type { Framework, Language } from '#schema'
import { lines } from './lines.ts'

/** A stage as a bracket over the axis, from where all begin to where it ends, and the words beside or over it; px of the 888 that a slide's body is wide. */
export interface Bracket { id: string, x: number, until: number, y: number, label: { x: number, y: number, is: 'beside' | 'over', lines: string[], more: string[] } }
export interface Scaled { width: number, height: number, axis: { y: number, end: number }, ticks: { year: number, x: number }[], spans: Bracket[] }

/** A chain whose stages all begin in one year and say with which they end. */
export const isScale = ({ layout, from, nodes }: Pick<Framework, 'layout' | 'from' | 'nodes'>) => layout === 'chain' && from !== undefined && Object.values(nodes).every(({ until }) => until !== undefined)

const width = 888
const size = 20
const lineHeight = 26
const gap = 18
const [first, last] = [28, 838]

/**
 * The stages of a chain on a scale of years: each a bracket of its own row, the shortest on top. Its name and its state stand beside it where there is room, else over it.
 * Throws a letter about a stage that ends before it begins, and about two years that stand too close for their figures.
 */
export function scaled(framework: Framework, lang: Language): Scaled {
  const from = framework.from!
  const nodes = Object.entries(framework.nodes)
  const latest = Math.max(...nodes.map(([, { until }]) => until!))
  for (const [id, { until }] of nodes) if (until! <= from) throw new RangeError(`node "${id}": expected "until" after ${from}, where all begin; read ${until}`)
  const at = (year: number) => Math.round(first + (year - from) / (latest - from) * (last - first))
  const ticks = [...new Set([from, ...nodes.map(([, { until }]) => until!)])].sort((a, b) => a - b).map(year => ({ year, x: at(year) }))
  for (const [index, { year, x }] of ticks.slice(1).entries()) if (x - ticks[index]!.x < 56) throw new RangeError(`"until": ${ticks[index]!.year} and ${year} are too close for a scale from ${from} to ${latest}`)

  let y = 0
  const spans = nodes.map(([id, { names, state, until }]): Bracket => {
    const [name, more] = [names[lang], state?.[lang] ?? '']
    const beside = width - at(until!) - gap
    const isBeside = beside >= 300
    const room = (isBeside ? beside : at(until!) - first) / size
    // Han characters are as wide bold as plain; in Latin letters the name, bold, is a tenth wider.
    const label = { lines: lines(name, room), more: lines(more, room / (lang === 'zh' ? 1 : .9)) }
    const high = (label.lines.length + label.more.length) * lineHeight
    const top = y
    y += isBeside ? Math.max(high, 30) + 12 : high + 18
    return isBeside
      ? { id, x: first, until: at(until!), y: top + high / 2, label: { x: at(until!) + gap, y: top, is: 'beside', ...label } }
      : { id, x: first, until: at(until!), y: top + high + 8, label: { x: at(until!), y: top, is: 'over', ...label } }
  })
  const axis = y + 8
  return { width, height: axis + 34, axis: { y: axis, end: width }, ticks, spans }
}
