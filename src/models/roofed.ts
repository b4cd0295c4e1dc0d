import type { Framework } from '#schema'

type Edge = Framework['edges'][string]
/** Who is where on a road under a roof, by the ids of nodes; each with the edge that says what it does there. */
export interface Roofed {
  road: string
  roof: { id: string, edge: Edge }
  on: { id: string, edge: Edge }
  /** Who has no hand on the road itself: what it is given, and what it passes on. */
  outside?: { id: string, given?: Edge, passes?: { edge: Edge, to: string } }
  gate?: { id: string, edge: Edge }
}

/**
 * A road and those around it, read from where their boxes stand: the road is the box that lies across; of those above it, the first
 * whose edge leads to the road is the roof, the next stands on the road, and who has no such edge is outside; below is who waits at its gate.
 * Throws a letter about a framework that has no road, no roof or nobody on the road, and about a second one where the drawing has room for one.
 */
export function roofed(framework: Framework): Roofed {
  const nodes = Object.entries(framework.nodes)
  const edges = Object.values(framework.edges)
  const road = nodes.find(([, { at }]) => at?.across)
  if (!road) throw new RangeError('a road under a roof: no node lies across the others; give the road "at: { column: 1, row: 2, across: … }"')
  const [id, { at }] = road
  const toRoad = (from: string) => edges.find(edge => edge.from === from && edge.to === id)
  const standing = (isWhere: (row: number) => boolean) => nodes.filter(([other, node]) => other !== id && node.at && isWhere(node.at.row)).map(([other]) => other)
  const withEdge = (ids: string[]) => ids.flatMap((of) => {
    const edge = toRoad(of)
    return edge ? [{ id: of, edge }] : []
  })
  const above = standing(row => row < at!.row)
  const [roof, ...others] = withEdge(above)
  const on = oneAtMost('on the road', others)
  if (!roof || !on) throw new RangeError(`a road under a roof: expected two nodes above "${id}" with an edge to it, a roof and who stands on the road; found ${roof ? 1 : 0}`)
  const outside = oneAtMost('outside, without an edge to the road,', above.filter(of => !toRoad(of)).map((of) => {
    const passed = edges.find(edge => edge.from === of)
    return { id: of, given: edges.find(edge => edge.from === roof.id && edge.to === of), passes: passed && { edge: passed, to: passed.to } }
  }))
  const gate = oneAtMost('at the gate', withEdge(standing(row => row > at!.row)))
  return { road: id, roof, on, ...outside && { outside }, ...gate && { gate } }
}

function oneAtMost<Standing extends { id: string }>(where: string, standing: Standing[]): Standing | undefined {
  if (standing.length > 1) throw new RangeError(`a road under a roof has room for one ${where}; found ${standing.map(({ id }) => `"${id}"`).join(', ')}`)
  return standing[0]
}
