type Point = readonly [x: number, y: number]
export interface Laid { id: string, points: Point[], /** Drawn thick: the others keep clear of it. */ isFixed: boolean }

/** Pixels from the middle of one line to the middle of the next. */
const lane = 6
/** Nearer than this all along a stretch, two lines run together. */
const near = 9

/**
 * Lines that share a stretch are drawn side by side, as on a map of an underground: `inLanes(lines)['corridor/btc']` => its points.
 * A line is moved only where it shares a stretch with one before it; the next shared one lies on the other side.
 */
export function inLanes(lines: Laid[]): Record<string, Point[]> {
  const before: Laid[] = []
  const result: Record<string, Point[]> = {}
  for (const line of [...lines].sort((one, other) => Number(other.isFixed) - Number(one.isFixed))) {
    const { points } = line
    const along = points.slice(1).map((end, index) => ({ start: points[index]!, end, sharing: line.isFixed ? 0 : before.filter(({ points: other }) => runsWith(points[index]!, end, other)).length }))
    result[line.id] = points.map((point, index) => {
      const around = [along[index - 1], along[index]].filter(each => each !== undefined)
      const shared = around.filter(({ sharing }) => sharing > 0)
      const sharing = Math.max(0, ...shared.map(each => each.sharing))
      if (sharing === 0) return point
      const aside = Math.ceil(sharing / 2) * lane * (sharing % 2 ? -1 : 1)
      const normals = shared.map(({ start, end }) => upright(start, end))
      const [x, y] = [normals.reduce((sum, each) => sum + each[0], 0), normals.reduce((sum, each) => sum + each[1], 0)]
      const length = Math.hypot(x, y) || 1
      return [round(point[0] - x / length * aside), round(point[1] - y / length * aside)]
    })
    before.push(line)
  }
  return result
}

/** Both ends and the middle of a stretch lie on the other line, or nearly. */
const runsWith = (start: Point, end: Point, other: Point[]) =>
  [start, end, [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2] as const].every(point => other.slice(1).some((next, index) => away(point, other[index]!, next) < near))

/** Across the stretch and upward, whichever way it is gone. */
function upright(start: Point, end: Point): Point {
  const [x, y] = [end[0] - start[0], end[1] - start[1]]
  const length = Math.hypot(x, y) || 1
  return x < 0 || (x === 0 && y > 0) ? [-y / length, x / length] : [y / length, -x / length]
}

/** From a point to a stretch. */
function away([x, y]: Point, start: Point, end: Point): number {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  const share = Math.min(1, Math.max(0, ((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - start[0] - share * dx, y - start[1] - share * dy)
}

const round = (value: number) => Math.round(value * 10) / 10
