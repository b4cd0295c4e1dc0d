import type { Framework, Language } from '#schema'
import { ems, lines } from './lines.ts'
import { sayBorne } from './signed-graph.ts'

/** What one click shows of a framework: its parts by id, and the corner that is taken away. */
export interface DiagramStep { nodes: string[], edges: string[], gone?: string }

/**
 * Which edges, and in which order they come.
 *
 *     {}                     the edges of the whole, as their nodes come
 *     { by: 'sides' }        a triangle's corners stand from the start, its sides come one by one, then the world around
 *     { domain: 'economy' }  the edges of that domain only
 */
export interface DiagramWay { domain?: string, by?: 'corners' | 'sides' }

/**
 * A framework click by click. It is built up one node at a time, each edge as soon as both its ends stand;
 * a triangle is then taken apart, one corner at a time, where the framework says how it fails without it.
 * What stands around a triangle comes all at once, after its corners or sides; in a domain it does not come at all.
 */
export function diagramSteps(framework: Framework, { domain, by = 'corners' }: DiagramWay = {}): DiagramStep[] {
  const edges = edgesOf(framework, domain)
  const ids = Object.keys(framework.nodes)
  const isTriangle = framework.layout === 'triangle'
  const corners = isTriangle ? ids.slice(0, 3) : ids
  const around = domain === undefined ? ids.slice(corners.length) : []
  const withSides = (nodes: string[]): DiagramStep => ({ nodes, edges: edges.filter(id => nodes.includes(framework.edges[id]!.from) && nodes.includes(framework.edges[id]!.to)) })
  const built = isTriangle && by === 'sides'
    ? withSides(corners).edges.map((_, last, sides): DiagramStep => ({ nodes: corners, edges: sides.slice(0, last + 1) }))
    : corners.map((_, last) => withSides(corners.slice(0, last + 1)))
  if (around.length) built.push(withSides([...corners, ...around]))
  const whole = built.at(-1) ?? { nodes: [], edges: [] }
  const apart = isTriangle && by === 'corners' && domain === undefined ? corners.filter(id => framework.nodes[id]!.failure).map(gone => ({ ...whole, gone })) : []
  return [...built, ...apart]
}

/** The last step before anything is taken away. */
export function wholeOf(framework: Framework, way: DiagramWay = {}): DiagramStep {
  return diagramSteps(framework, way).findLast(({ gone }) => !gone) ?? { nodes: [], edges: [] }
}

/** Ids of the edges of a domain; without one, of those that belong to the whole. */
export function edgesOf(framework: Framework, domain?: string): string[] {
  const known = Object.keys(framework.domains ?? {})
  if (domain !== undefined && !known.includes(domain)) throw new RangeError(`domain "${domain}": ${known.length ? `expected one of "${known.join('", "')}"` : 'this framework has no domains'}`)
  return Object.keys(framework.edges).filter(id => framework.edges[id]!.domain === domain)
}

/**
 * A framework as mermaid text. `step` counts from 1 as in `diagramSteps`; without it the whole is drawn.
 * Every step has the same boxes at the same places, so that nothing moves between clicks: what is not shown yet is clear.
 * A triangle is a `block-beta`: no flowchart layout puts three linked boxes at three corners. What is around it is a row beneath, what is between stands in its middle.
 * In a domain each side says its sign: `+ hedge together`.
 */
export function mermaidText(framework: Framework, lang: Language, step?: number, way: DiagramWay = {}): string {
  const steps = diagramSteps(framework, way)
  const shown = step === undefined ? wholeOf(framework, way) : steps[step - 1]
  if (!shown) throw new RangeError(`step ${step}: this framework has steps 1 to ${steps.length}`)
  // Not the ids themselves: mermaid stumbles over words of its own inside them ("the-end", "style").
  const name = (id: string) => `node${Object.keys(framework.nodes).indexOf(id) + 1}`
  const box = (id: string) => {
    const node = framework.nodes[id]!
    const text = shown.gone === id ? `${node.names[lang]}: ${node.failure!.names[lang]}` : node.names[lang]
    return `${name(id)}["${said(text)}"]`
  }
  // A block is as wide as its words; a flowchart's boxes are all of one width, more or less.
  const said = framework.layout === 'triangle' ? escaped : label
  const words = ({ domain, bears, names }: Framework['edges'][string]) => said(domain !== undefined && bears ? `${sayBorne(bears)} ${names[lang]}` : names[lang])
  const drawn = wholeOf(framework, way)
  const ids = Object.keys(framework.nodes).filter(id => drawn.nodes.includes(id))
  const clear = ids.filter(id => !shown.nodes.includes(id))
  const edges = Object.entries(framework.edges).filter(([id, edge]) => shown.edges.includes(id) && edge.from !== shown.gone && edge.to !== shown.gone)
  const classes = [
    'classDef clear opacity:0',
    'classDef gone opacity:0.35,stroke-dasharray:6 4',
    ...clear.map(id => `class ${name(id)} clear`),
    ...(shown.gone ? [`class ${name(shown.gone)} gone`] : []),
  ]
  if (framework.layout === 'triangle') {
    const [top, left, right, ...others] = ids as [string, string, string, ...string[]]
    const around = others.filter(id => framework.nodes[id]!.stands !== 'between')
    const between = others.filter(id => framework.nodes[id]!.stands === 'between')
    const sides = edges.map(([, edge]) => `${name(edge.from)} -- "${words(edge)}" ${edge.directed ? '-->' : '---'} ${name(edge.to)}`)
    // Labels wider than a box would lie on each other: then two boxes' room stands between the corners and the middle.
    const wide = (texts: string[]) => Math.max(0, ...texts.map(ems))
    const names = (of: string[]) => of.map(id => framework.nodes[id]!.names[lang])
    const boxes = Math.max(wide(names([top, left, right])) + 1.2, around.length * (wide(names(around)) + 1.8) / 3)
    // Mermaid breaks a label by itself, at spaces, at about the width of a line of ours.
    const broken = (text: string) => /\p{Script=Han}/u.test(text) ? [text] : lines(text, mostInALine)
    const gap = wide(drawn.edges.flatMap(id => broken(words(framework.edges[id]!)))) > boxes + .5 ? 2 : 1
    const columns = 2 * gap + 1
    const space = (count: number) => count === 1 ? 'space' : `space:${count}`
    const row = around.length ? [`block:around:${columns}`, `columns ${around.length}`, around.map(box).join(' '), 'end', ...(clear.includes(around[0]!) ? ['class around clear'] : [])] : []
    return [
      'block-beta', `columns ${columns}`, `${space(gap)} ${box(top)} ${space(gap)}`, ...(between.length ? [`${space(gap)} ${between.map(box).join(' ')} ${space(gap)}`] : [`space:${columns}`]), ...(around.length ? [] : [`space:${columns}`]),
      `${box(left)} ${space(columns - 2)} ${box(right)}`, ...row, ...sides, ...classes,
    ].join('\n')
  }
  // Edges not shown yet keep their place as invisible ones.
  const arrows = drawn.edges.map(id => [id, framework.edges[id]!] as const).map(([id, edge]) => edges.some(([other]) => other === id)
    ? `${name(edge.from)} ${edge.directed ? '-->' : '---'}|"${words(edge)}"| ${name(edge.to)}`
    : `${name(edge.from)} ~~~|"${words(edge)}"| ${name(edge.to)}`)
  return ['flowchart LR', ...ids.map(box), ...arrows, ...classes].join('\n')
}

/**
 * About how high mermaid draws the whole of a framework, in px, so that a page keeps its room. Its boxes and gaps are those of mermaidLook:
 * a flowchart is as high as its highest column of boxes.
 */
export function drawnHeight(framework: Framework, lang: Language): number {
  const { nodes, edges } = wholeOf(framework)
  if (framework.layout === 'triangle') return nodes.length > 3 ? 346 : 258
  const column = new Map(nodes.map(id => [id, 0]))
  // As often as there are boxes: a chain is no longer, and a circle comes to an end.
  for (const _ of nodes) for (const id of edges) {
    const { from, to } = framework.edges[id]!
    column.set(to, Math.min(Math.max(column.get(to)!, column.get(from)! + 1), nodes.length - 1))
  }
  const boxHigh = (id: string) => 30 + 22 * lines(framework.nodes[id]!.names[lang], mostInALine).length
  const highest = Math.max(...nodes.map((_, at) => nodes.filter(id => column.get(id) === at).reduce((sum, id) => sum + boxHigh(id) + 18, -18)))
  return highest + 16
}

/** In ems; `wrappingWidth` of mermaidLook is a little more, so that mermaid breaks no line again. */
const mostInALine = 9.6
/** Inside `"…"` mermaid wants its own marks as entities: `say "a" #1` => `say #quot;a#quot; #35;1`. */
function label(text: string): string {
  return lines(text, mostInALine).map(escaped).join('<br>')
}
function escaped(text: string): string {
  return text.replace(/#/g, '#35;').replace(/"/g, '#quot;').replace(/</g, '#lt;').replace(/>/g, '#gt;').replace(/`/g, '#96;')
}
