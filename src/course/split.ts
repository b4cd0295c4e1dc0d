import { digest, figure, NotComputable, printedFor, recompute, shuffled, type Figures } from '#models'
import type { Choice, Exercise, ExerciseFile, ExerciseFileOf, ExerciseOf, Framework, Item, Key, KeyOf, Kind, LonLat, Names, Series, Stance, StanceItem, StanceKey, Text } from '#schema'
import { noPassage } from '#schema/verdict'
import type { Course } from './course.ts'
import { didYouMean } from './letter.ts'

/** What of a course a key can point to. */
export type Corpus = Pick<Course, 'series' | 'frameworks' | 'events' | 'places' | 'units'>

/** Thrown where an exercise points to something that is not there; `field` is where it does so in the YAML. */
export class Unresolved extends Error {
  override name = 'Unresolved'
  readonly field: (string | number)[]
  constructor(field: (string | number)[], message: string) {
    super(`${field.join('.')}: ${message}`)
    this.field = field
  }
}

/**
 * Splits an exercise as its author wrote it into what the student sees and what decides.
 * Every `from` is resolved; parts are shuffled by the exercise's id, so that every copy of it looks alike.
 *
 *     split('corridor/three-vertices', file, course) => { item, key }
 *
 * Throws `Unresolved` when something it names is not in the course.
 */
export function split(id: string, file: ExerciseFile, course: Corpus): Exercise {
  const { shown, solution, partClaims } = splitters[file.kind](file as never, course, id)
  const key = { kind: file.kind, solution, feedback: file.feedback, why: file.why, claims: file.claims, partClaims, ...file.reread ? { reread: file.reread } : {} } as Key
  const { kind, asks, skill, difficulty, outcome, prompt, hint, formerly = [] } = file
  const item = { id, lecture: id.split('/')[0]!, revision: '', kind, asks, skill, difficulty, outcome, prompt, hint, ...file.before ? { before: file.before } : {}, formerly, ...shown } as Item
  item.revision = revision(item, key)
  const sides = sidesOf(file, course)
  if (key.kind === 'edges') key.feedback = (file as ExerciseFileOf<'edges'>).feedback.map(({ when, ...rest }) => ({ ...rest, when: { edge: sides[when.edge] ?? when.edge, label: labelId(id, when.label) } }))
  if (key.kind === 'signs') key.feedback = (file as ExerciseFileOf<'signs'>).feedback.map(({ when, ...rest }) => ({ ...rest, when: { ...when, edge: sides[when.edge] ?? when.edge } }))
  if (key.kind === 'place') key.feedback = (file as ExerciseFileOf<'place'>).feedback.map(({ when, ...rest }, index) => ({ ...rest, when: 'nearer' in when ? { ...when, at: lonLat(course, when.nearer, ['feedback', index, 'when', 'nearer']) } : when }))
  return { item, key } as Exercise
}

/** A stance as its readers see it, and what settles its bet. */
export function splitStance({ bet: { says, ...bet }, ...stance }: Stance): { item: StanceItem, key: StanceKey } {
  const revision = digest(JSON.stringify([stance.scale.places, stance.pair.map(({ claims }) => claims), bet.holds, bet.claims])).slice(-8)
  return { item: { ...stance, bet: { says }, revision }, key: { kind: 'stance', ...bet } }
}

/** `{from: …}` and the like resolved; the item's own part of an item. */
interface Halves<K extends Kind> {
  shown: Omit<ExerciseOf<K>['item'], keyof SharedOf<K>>
  solution: KeyOf<K>['solution']
  partClaims: Record<string, string[]>
}
type SharedOf<K extends Kind> = Pick<ExerciseOf<K>['item'], 'id' | 'lecture' | 'revision' | 'kind' | 'asks' | 'skill' | 'difficulty' | 'outcome' | 'prompt' | 'hint' | 'before' | 'formerly'>
type Parts = Record<string, { text: Text, claims?: string[] }>

const splitters: { [K in Kind]: (file: ExerciseFileOf<K>, course: Corpus, id: string) => Halves<K> } = {
  choice: (file, _, id) => ({ shown: { options: shuffled(choices(file.options), id) }, solution: file.key, partClaims: claimsOf(file.options) }),

  choices: (file, _, id) => ({ shown: { options: shuffled(choices(file.options), id) }, solution: file.key, partClaims: claimsOf(file.options) }),

  judge: (file, _, id) => ({ shown: { source: file.source, statements: shuffled(choices(file.statements), id) }, solution: file.key, partClaims: claimsOf(file.statements) }),

  number: (file, course) => ({ shown: { unit: file.unit, tolerance: file.tolerance }, solution: numberKey(file, course), partClaims: {} }),

  text: file => ({ shown: {}, solution: file.key, partClaims: {} }),

  cloze: file => ({
    shown: { text: file.text, gaps: Object.entries(file.gaps).map(([gap, { name }]) => ({ id: gap, name })) },
    solution: file.key,
    partClaims: claimsOf(file.gaps),
  }),

  match: (file, course, id) => ({
    shown: { left: choices(file.left), targets: shuffled(choices(file.targets), id) },
    solution: matchKey(file, course),
    partClaims: claimsOf(file.left),
  }),

  order(file, course, id) {
    const solution = orderKey(file, course)
    return { shown: { items: disordered(choices(file.items), solution, id) }, solution, partClaims: claimsOf(file.items) }
  },

  sort: (file, _, id) => ({ shown: { items: shuffled(choices(file.items), id), bins: choices(file.bins) }, solution: file.key, partClaims: claimsOf(file.items) }),

  matrix: (file, _, id) => ({
    shown: { rows: choices(file.rows), columns: choices(file.columns), options: shuffled(choices(file.options), id) },
    solution: file.key,
    partClaims: Object.fromEntries(Object.entries(file.rows).flatMap(([row, { claims }]) => Object.keys(file.columns).map(column => [`${row}/${column}`, claims]))),
  }),

  edges(file, course, id) {
    const framework = known(course.frameworks, file.framework, 'framework', ['framework'])
    if (file.key.from.framework !== file.framework)
      throw new Unresolved(['key', 'from', 'framework'], `read "${file.key.from.framework}", expected the framework whose edges are labelled, "${file.framework}"`)
    const edges = Object.entries(framework.edges)
    if (edges.length === 0) throw new Unresolved(['framework'], `"${file.framework}" has no edges to label`)
    const sides = edgeIds(framework)
    const labels = [
      ...edges.map(([edge, { names }]) => ({ id: labelId(id, edge), text: inTwo(names) })),
      ...Object.entries(file.extra).map(([label, { text }]) => ({ id: labelId(id, label), text })),
    ]
    return {
      shown: { framework: file.framework, edges: edges.map(([edge, { from, to }]) => ({ id: sides[edge]!, from, to })), labels: shuffled(labels, id) },
      solution: Object.fromEntries(edges.map(([edge]) => [sides[edge]!, labelId(id, edge)])),
      partClaims: Object.fromEntries(edges.map(([edge, { claims }]) => [sides[edge]!, claims])),
    }
  },

  signs(file, course, id) {
    const framework = known(course.frameworks, file.framework, 'framework', ['framework'])
    const domain = known(framework.domains ?? {}, file.domain, `domain of ${file.framework}`, ['domain'])
    for (const part of ['framework', 'domain'] as const)
      if (file.key.from[part] !== file[part]) throw new Unresolved(['key', 'from', part], `read "${file.key.from[part]}", expected the ${part} whose sides are marked, "${file[part]}"`)
    if (Object.hasOwn(file.passages, noPassage)) throw new Unresolved(['passages', noPassage], `"${noPassage}" stands for "no passage says so"; give this passage another id`)
    const corners = Object.keys(framework.nodes).slice(0, 3)
    const edges = Object.entries(framework.edges).filter(([, edge]) => edge.domain === file.domain)
    const pairs = new Set(edges.map(([, { from, to }]) => [from, to].sort().join(' ')))
    if (edges.length !== 3 || pairs.size !== 3 || edges.some(([, { from, to }]) => from === to || !corners.includes(from) || !corners.includes(to)))
      throw new Unresolved(['domain'], `expected one edge of ${file.framework} for each two of ${corners.join(', ')}; "${file.domain}" has ${edges.map(([edge]) => edge).join(', ') || 'none'}`)
    const sides = sidesOf(file, course)
    return {
      shown: {
        framework: file.framework, domain: inTwo(domain),
        edges: edges.map(([edge, { from, to }]) => ({ id: sides[edge]!, from, to })),
        passages: shuffled(choices(file.passages), id),
      },
      solution: Object.fromEntries(edges.map(([edge, { bears }]) => [sides[edge]!, borne(file, edge, bears)])),
      partClaims: Object.fromEntries(edges.flatMap(([edge, { claims }]) => ['sign', 'passage'].map(part => [`${sides[edge]!}/${part}`, claims]))),
    }
  },

  cells(file, course) {
    const series = known(course.series, file.series, 'series', ['series'])
    const columns = file.columns ?? Object.keys(series.columns)
    columns.forEach((column, index) => known(series.columns, column, `column of ${file.series}`, ['columns', index]))
    const planted: Record<string, Text> = 'planted' in file.key ? file.key.planted : {}
    const solution = 'planted' in file.key ? Object.keys(planted) : file.key
    const paths = Object.entries(series.rows).flatMap(([row, { cells }]) => columns.filter(column => Object.hasOwn(cells, column)).map(column => `${row}/${column}`))
    solution.forEach((path, index) => {
      const field = 'planted' in file.key ? ['key', 'planted', path] : ['key', index]
      if (!paths.includes(path)) throw new Unresolved(field, `no cell "${path}" in what is shown of ${file.series}${didYouMean(path, paths)}`)
    })
    const cellAt = (path: string): Text => planted[path] ?? written(series, path, course)
    for (const path of Object.keys(planted)) {
      const [was, is] = [written(series, path, course), planted[path]!]
      if (was.en === is.en || was.zh === is.zh) throw new Unresolved(['key', 'planted', path], 'this is what the cell says already; a planted fault replaces it, in both languages')
    }
    return {
      shown: {
        title: series.title,
        rows: Object.entries(series.rows).map(([row, { name }]) => ({ id: row, text: name })),
        columns: columns.map(column => ({ id: column, text: series.columns[column]! })),
        cells: Object.fromEntries(Object.keys(series.rows).map(row =>
          [row, Object.fromEntries(paths.filter(path => path.startsWith(`${row}/`)).map(path => [path.slice(row.length + 1), cellAt(path)]))])),
      },
      solution,
      partClaims: Object.fromEntries(paths.map(path => [path, series.rows[path.split('/')[0]!]!.claims.length ? series.rows[path.split('/')[0]!]!.claims : series.claims])),
    }
  },

  place(file, course) {
    file.landmarks.forEach((id, index) => known(course.places, id, 'place', ['landmarks', index]))
    return {
      shown: { view: file.view, within: file.within, items: choices(file.items), landmarks: file.landmarks },
      solution: Object.fromEntries(Object.entries(file.items).map(([item, { place }]) => [item, lonLat(course, place, ['items', item, 'place'])])),
      partClaims: claimsOf(file.items),
    }
  },

  essay: file => ({
    shown: { criteria: Object.entries(file.criteria).map(([id, text]) => ({ id, text })) },
    solution: file.model,
    partClaims: {},
  }),
}

/** Where a place of corpus/routes/ lies. */
function lonLat(course: Corpus, id: string, field: (string | number)[]): LonLat {
  const { lon, lat } = known(course.places, id, 'place', field)
  return [lon, lat]
}

/**
 * The id under which a label goes to the student. A framework calls edge and label alike, which would give the key
 * away; so the label gets a name that says nothing: `labelId('corridor/sides', 'rent')` => "label-4k2z".
 */
export const labelId = (exercise: string, label: string): string => `label-${digest(`${exercise} ${label}`).slice(-4)}`

/**
 * The ids under which edges go to the student: named after their ends, since the framework's own name says what runs
 * along them. `{rent: {from: guild, to: valley, …}}` => `{rent: 'guild-valley'}`; a second one there is `guild-valley-2`.
 */
export function edgeIds({ edges }: Framework): Record<string, string> {
  const taken: string[] = []
  return Object.fromEntries(Object.entries(edges).map(([edge, { from, to }]) => {
    const before = taken.filter(other => other === `${from}-${to}`).length
    taken.push(`${from}-${to}`)
    return [edge, before ? `${from}-${to}-${before + 1}` : `${from}-${to}`]
  }))
}

/**
 * The ids of the edges of an `edges` or `signs` exercise as students see them, by the names its author uses:
 * `{china-us-security: 'china-us', …}` where the sides of one domain are marked.
 */
export function sidesOf(file: ExerciseFile, course: Pick<Corpus, 'frameworks'>): Record<string, string> {
  if (file.kind !== 'edges' && file.kind !== 'signs') return {}
  const framework = course.frameworks[file.framework]!
  return file.kind === 'edges' ? edgeIds(framework)
    : edgeIds({ ...framework, edges: Object.fromEntries(Object.entries(framework.edges).filter(([, { domain }]) => domain === file.domain)) })
}

/** What may be answered on a side: for each sign that the source bears there, the passages that bear it; else that none does. */
function borne(file: ExerciseFileOf<'signs'>, edge: string, bears: Framework['edges'][string]['bears']): KeyOf<'signs'>['solution'][string] {
  if (!bears) throw new Unresolved(['framework'], `the edge "${edge}" of ${file.framework} does not say what bears it; expected \`bears\` with lists of claims, plus and minus, or \`bears: {}\` where the source does not say`)
  const pairs = ([['+', bears.plus], ['-', bears.minus]] as const).flatMap(([sign, claims]) => {
    const passages = Object.keys(file.passages).filter(passage => file.passages[passage]!.claims.some(claim => claims.includes(claim)))
    if (claims.length && !passages.length) throw new Unresolved(['passages'], `none bears ${sign} on "${edge}"; expected one that rests on ${claims.join(' or ')}`)
    return passages.map(passage => ({ sign, passage }))
  })
  return pairs.length ? pairs : [{ sign: '0', passage: noPassage }]
}

const choices = (parts: Parts): Choice[] => Object.entries(parts).map(([id, { text }]) => ({ id, text }))
const claimsOf = (parts: Record<string, { claims: string[] }>) => Object.fromEntries(Object.entries(parts).map(([id, { claims }]) => [id, claims]))
const inTwo = ({ en, zh }: Names): Text => ({ en, zh })

function known<T>(records: Record<string, T>, id: string, what: string, field: (string | number)[]): T {
  if (!Object.hasOwn(records, id)) throw new Unresolved(field, `no ${what} "${id}"${didYouMean(id, Object.keys(records))}`)
  return records[id]!
}

const cellOf = (series: Series, path: string) => {
  const [row, column] = path.split('/') as [string, string]
  return Object.hasOwn(series.rows, row) && Object.hasOwn(series.rows[row]!.cells, column) ? series.rows[row]!.cells[column] : undefined
}

/** A cell as readers of either language see it. */
function written(series: Series, path: string, { units }: Pick<Corpus, 'units'>): Text {
  const cell = cellOf(series, path)!
  return 'printed' in cell ? { en: printedFor(cell.printed, 'en', units), zh: cell.printed } : cell
}

/** The figures that a computation may use: the cells of one series, the dates of all events. */
export const figuresOf = (course: Pick<Corpus, 'events'>, series?: Series): Figures => ({
  cell(path) {
    const cell = series && cellOf(series, path)
    return cell === undefined ? undefined : 'printed' in cell ? cell.printed : figure(cell.en) ? cell.en : cell.zh
  },
  date: event => Object.hasOwn(course.events, event) ? course.events[event]!.date : undefined,
})

function numberKey({ key, tolerance }: ExerciseFileOf<'number'>, course: Corpus): number {
  if (typeof key === 'number') return key
  const { computed, series } = key.from
  const table = series === undefined ? undefined : known(course.series, series, 'series', ['key', 'from', 'series'])
  let value: number
  try { value = recompute(computed, figuresOf(course, table)).value }
  catch (error) {
    if (!(error instanceof NotComputable)) throw error
    throw new Unresolved(['key', 'from', 'computed'], error.message)
  }
  // Shown as the tolerance allows: 23.873 ± 0.05 is 23.87.
  const decimals = tolerance > 0 ? Math.max(0, Math.ceil(-Math.log10(tolerance))) : 9
  return Number(value.toFixed(Math.min(decimals, 12)))
}

/** The node that a part stands for: by its id, or by having exactly the node's name as its text. */
function nodeOf(framework: Framework, id: string, text: Text): string | undefined {
  if (Object.hasOwn(framework.nodes, id)) return id
  return Object.keys(framework.nodes).find(node => says(text, framework.nodes[node]!.names))
}
const says = (text: Text, words: Text | Names | undefined) => words !== undefined && text.en === words.en && text.zh === words.zh

function matchKey({ key, left, targets }: ExerciseFileOf<'match'>, course: Corpus): Record<string, string> {
  if (!('from' in key) || typeof key.from === 'string') return key as Record<string, string>
  const { framework: id, part } = key.from
  const framework = known(course.frameworks, id, 'framework', ['key', 'from', 'framework'])
  return Object.fromEntries(Object.entries(left).map(([slot, { text }]) => {
    const node = nodeOf(framework, slot, text)
    if (!node) throw new Unresolved(['left', slot], `neither its id nor its text is a node of ${id}: ${Object.keys(framework.nodes).join(', ')}${didYouMean(slot, Object.keys(framework.nodes))}`)
    const words = part === 'failure' ? framework.nodes[node]!.failure?.names : framework.nodes[node]!.gives
    if (!words) throw new Unresolved(['key', 'from', 'part'], `node "${node}" of ${id} has no "${part}"`)
    const target = Object.keys(targets).find(target => says(targets[target]!.text, words))
    if (!target) throw new Unresolved(['targets'], `none of them says what ${id} says of "${node}": "${words.en}" / "${words.zh}"`)
    return [slot, target]
  }))
}

function orderKey({ key, items }: ExerciseFileOf<'order'>, course: Corpus): string[] {
  if (Array.isArray(key)) return key
  if ('events' in key.from) {
    const dates = Object.entries(key.from.events).map(([item, event], index) => {
      if (!Object.hasOwn(items, item)) throw new Unresolved(['key', 'from', 'events', item], `no item "${item}"${didYouMean(item, Object.keys(items))}`)
      return { item, index, event, date: known(course.events, event, 'event', ['key', 'from', 'events', item]).date }
    })
    const sorted = dates.sort((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : 0)
    sorted.slice(1).forEach((later, index) => {
      const earlier = sorted[index]!
      if (later.date.startsWith(earlier.date))
        throw new Unresolved(['key', 'from', 'events', later.item], `${earlier.event} (${earlier.date}) and ${later.event} (${later.date}) cannot be told apart by their dates; leave one out or give the key as a list`)
    })
    return sorted.map(({ item }) => item)
  }
  const id = key.from.framework
  const framework = known(course.frameworks, id, 'framework', ['key', 'from', 'framework'])
  const placed = Object.entries(items).map(([item, { text }]) => {
    const node = nodeOf(framework, item, text)
    if (!node) throw new Unresolved(['items', item], `neither its id nor its text is a node of ${id}: ${Object.keys(framework.nodes).join(', ')}`)
    return { item, place: Object.keys(framework.nodes).indexOf(node) }
  })
  return placed.sort((a, b) => a.place - b.place).map(({ item }) => item)
}

/** Shuffled so that leaving everything where it lies earns nothing: at least as many pairs stand wrong as right. */
function disordered(items: Choice[], solution: readonly string[], seed: string): Choice[] {
  const place = new Map(solution.map((id, index) => [id, index]))
  const lead = (order: Choice[]) => {
    let sum = 0
    order.forEach((first, at) => { for (const second of order.slice(at + 1)) sum += (place.get(first.id) ?? 0) < (place.get(second.id) ?? 0) ? 1 : -1 })
    return sum
  }
  for (let attempt = 0; attempt < 100; attempt++) {
    const order = shuffled(items, attempt ? `${seed} ${attempt}` : seed)
    if (lead(order) <= 0) return order
  }
  return shuffled(items, seed)
}

/** Hash of what is graded (kind, ids of parts, key, tolerance): rewording a prompt keeps the answers that were given. */
function revision(item: Item, key: Key): string {
  const parts = Object.entries(item).filter(([name]) => !wordingOf.has(name)).map(([name, value]) => [name, withoutTexts(value)])
  return digest(JSON.stringify(sorted({ kind: item.kind, parts: Object.fromEntries(parts), solution: key.kind === 'essay' ? '' : key.solution }))).slice(-8)
}
const wordingOf = new Set(['landmarks', 'id', 'lecture', 'revision', 'asks', 'skill', 'difficulty', 'outcome', 'prompt', 'hint', 'before', 'formerly', 'unit', 'title', 'text', 'domain'])

/** Ids stay, words go; the order in which parts are shown decides nothing. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(each => JSON.stringify(withoutTexts(each))).sort()
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'text' && name !== 'name').map(([name, inner]) => [name, isText(inner) ? '' : withoutTexts(inner)]))
}
const isText = (value: unknown) => value !== null && typeof value === 'object' && Object.keys(value).length === 2 && 'en' in value && 'zh' in value

function sorted(value: unknown): unknown {
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([name, inner]) => [name, sorted(inner)]))
}
