import type { Framework, Language } from '#schema'

/** What one click shows of a framework: its parts by id, and the corner that is taken away. */
export interface DiagramStep { nodes: string[], edges: string[], gone?: string }

/**
 * A framework click by click. It is built up one node at a time, each edge as soon as both its ends stand;
 * a triangle is then taken apart, one corner at a time, where the framework says how it fails without it.
 */
export function diagramSteps(framework: Framework): DiagramStep[] {
  const ids = Object.keys(framework.nodes)
  const built = ids.map((_, last): DiagramStep => {
    const nodes = ids.slice(0, last + 1)
    return { nodes, edges: Object.keys(framework.edges).filter(id => nodes.includes(framework.edges[id]!.from) && nodes.includes(framework.edges[id]!.to)) }
  })
  const whole = built.at(-1) ?? { nodes: [], edges: [] }
  const apart = framework.layout === 'triangle' ? ids.filter(id => framework.nodes[id]!.failure).map(gone => ({ ...whole, gone })) : []
  return [...built, ...apart]
}

/**
 * A framework as mermaid text. `step` counts from 1 as in `diagramSteps`; without it the whole is drawn.
 * Every step has the same boxes at the same places, so that nothing moves between clicks: what is not shown yet is clear.
 * A triangle is a `block-beta`: no flowchart layout puts three linked boxes at three corners.
 */
export function mermaidText(framework: Framework, lang: Language, step?: number): string {
  const steps = diagramSteps(framework)
  const shown = step === undefined ? steps[Object.keys(framework.nodes).length - 1] : steps[step - 1]
  if (!shown) throw new RangeError(`step ${step}: this framework has steps 1 to ${steps.length}`)
  // Not the ids themselves: mermaid stumbles over words of its own inside them ("the-end", "style").
  const name = (id: string) => `node${Object.keys(framework.nodes).indexOf(id) + 1}`
  const box = (id: string) => {
    const node = framework.nodes[id]!
    const text = shown.gone === id ? `${node.names[lang]}: ${node.failure!.names[lang]}` : node.names[lang]
    return `${name(id)}["${label(text)}"]`
  }
  const ids = Object.keys(framework.nodes)
  const clear = ids.filter(id => !shown.nodes.includes(id))
  const edges = Object.entries(framework.edges).filter(([id, edge]) => shown.edges.includes(id) && edge.from !== shown.gone && edge.to !== shown.gone)
  const classes = [
    'classDef clear opacity:0',
    'classDef gone opacity:0.35,stroke-dasharray:6 4',
    ...clear.map(id => `class ${name(id)} clear`),
    ...(shown.gone ? [`class ${name(shown.gone)} gone`] : []),
  ]
  if (framework.layout === 'triangle') {
    const [top, left, right] = ids as [string, string, string]
    const lines = edges.map(([, edge]) => `${name(edge.from)} -- "${label(edge.names[lang])}" ${edge.directed ? '-->' : '---'} ${name(edge.to)}`)
    return ['block-beta', 'columns 3', `space ${box(top)} space`, 'space:3', 'space:3', `${box(left)} space ${box(right)}`, ...lines, ...classes].join('\n')
  }
  // Edges not shown yet keep their place as invisible ones.
  const lines = Object.entries(framework.edges).map(([id, edge]) => edges.some(([other]) => other === id)
    ? `${name(edge.from)} ${edge.directed ? '-->' : '---'}|"${label(edge.names[lang])}"| ${name(edge.to)}`
    : `${name(edge.from)} ~~~|"${label(edge.names[lang])}"| ${name(edge.to)}`)
  return ['flowchart LR', ...ids.map(box), ...lines, ...classes].join('\n')
}

/** Inside `"…"` mermaid wants its own marks as entities: `say "a" #1` => `say #quot;a#quot; #35;1`. */
function label(text: string): string {
  return text.replace(/#/g, '#35;').replace(/"/g, '#quot;').replace(/</g, '#lt;').replace(/>/g, '#gt;').replace(/`/g, '#96;')
}
