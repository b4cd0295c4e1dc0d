import { isInside } from '#atlas'
import { extentOf } from '#course/lecture'
import { type Kind, kindNames } from '#schema'
import { isAmong, quantities } from '#verify/quantity'
import { CannotRun, chooseFrom } from '../console.ts'
import { exercises, type Footing } from './exercises.ts'
import { claimsOf, type Ground, idParts, look, replace, type Started } from './started.ts'

/** `triad/six-edges`, kind `edges`: exercises/triad/six-edges.yaml, small and whole. */
export function newExercise(ground: Ground, id: string, kind: string | undefined): Started {
  const { course, context } = ground
  const { of: lecture } = idParts('lecture', id, Object.keys(course.syllabus.lectures))
  if (kind === undefined) throw new CannotRun(`Which kind? --kind ${kindNames.join(', ')}`)
  const path = `exercises/${id}.yaml`
  if (context.files.has(path)) throw new CannotRun(`${path} is there already, and nothing is overwritten.`)
  const text = exercises[chooseFrom('kind', kind, kindNames) as Kind](footing(ground, lecture, kind))
  return {
    files: [{ path, text }],
    says: [],
    next: [
      `${replace}, then take \`draft: true\` out.`,
      'Prove it: npm run verify -- --rule proof',
      `Ask it, in both languages, on a slide with \`layout: exercise\`: <Exercise id="${id}" />; or leave it to the practice page.`,
      look(lecture),
    ],
  }
}

function footing(ground: Ground, lecture: string, kind: string): Footing {
  const { course } = ground
  const { source, claims } = claimsOf(ground, lecture)[0]!
  const own = <T>(records: Record<string, T>) => Object.entries(records).filter(([id]) => id.startsWith(`${lecture}/`))
  const wants = (what: string) => new CannotRun(`An exercise of the kind "${kind}" wants ${what}.`)
  return {
    source,
    claims: [0, 1, 2].map(index => claims[index % claims.length]!) as Footing['claims'],
    outcome: Object.keys(course.syllabus.lectures[lecture]!.outcomes)[0] ?? 'todo-outcome',
    figure() {
      for (const claim of claims) {
        const evidence = course.claims[claim]!.evidence
        const known = evidence.flatMap(string => quantities(string, course.units, { loose: true }))
        // A plain number, so that the unit that will stand beside it changes nothing.
        const value = evidence.flatMap(string => string.match(/\d+(?:\.\d+)?/g) ?? []).map(Number).find(value => quantities(`${value}`, course.units).some(quantity => isAmong(quantity, known)))
        if (value !== undefined) return { claim, value }
      }
      throw wants(`a figure in the evidence of a claim, and ${source} has none yet`)
    },
    framework() {
      const [id, framework] = own(course.frameworks).find(([, { edges }]) => Object.keys(edges).length > 0) ?? []
      if (!id || !framework) throw wants(`a framework with edges in corpus/frameworks/${lecture}.yaml`)
      return { id, edges: framework.edges }
    },
    domain() {
      // Signs may be marked on another lecture's triad: its own comes first.
      for (const [id, { edges }] of [...own(course.frameworks), ...Object.entries(course.frameworks)])
        for (const domain of new Set(Object.values(edges).flatMap(edge => edge.domain ?? []))) {
          const sides = Object.fromEntries(Object.entries(edges).filter(([, edge]) => edge.domain === domain))
          if (Object.keys(sides).length === 3 && Object.values(sides).some(({ bears }) => bears && (bears.plus.length || bears.minus.length))) return { id, domain, edges: sides }
        }
      throw wants(`a framework whose sides bear signs in a domain (\`bears\`), and no lecture has one yet`)
    },
    places() {
      const view = extentOf(course, lecture)
      if (view === undefined) throw wants('an extent in corpus/maps.yaml, and there is none yet')
      const towns = [...own(course.places), ...Object.entries(course.places)].flatMap(([id, { is, lon, lat }]) => is === 'town' && isInside(course.extents[view]!, { lon, lat }) ? [{ id, lon, lat }] : [])
      const apart: typeof towns = []
      for (const town of towns) if (apart.every(other => Math.hypot(other.lon - town.lon, other.lat - town.lat) > 1)) apart.push(town)
      const [one, two, other] = apart
      if (!one || !two || !other) throw wants('three places of corpus/routes/, a degree apart, and there are not so many yet')
      return { view, towns: [one, two, other] }
    },
    series() {
      const tables = own(course.series).map(([id, { claims, rows }]) => ({ id, claims, cells: Object.entries(rows).flatMap(([row, { cells }]) => Object.keys(cells).map(column => `${row}/${column}`)) }))
      const table = tables.find(({ cells }) => cells.length > 1)
      if (!table) throw wants(`a table of two cells or more in corpus/series/${lecture}.yaml`)
      return table
    },
  }
}
