import type { Course, Problem, Room } from '#course'
import { nearest } from '#course/letter'
import { declarationOf, idsNamed, recordsNamed } from '#course/tags'
import { chartOf, diagramSteps, spanOf } from '#models'
import { PartialDate } from '#schema'
import { sourceOf } from '../article.ts'
import { defineRule } from '../rule.ts'

type Field = (string | number)[]
type Records = 'actors' | 'claims' | 'series' | 'frameworks' | 'events' | 'themes' | 'terms' | 'tensions' | 'models' | 'arguments' | 'stances' | 'places' | 'routes' | 'exercises' | 'sources'

/** What an author may name, and what the letter calls it. */
const one: Record<Records, string> = {
  actors: 'actor', claims: 'claim', series: 'series', frameworks: 'framework', events: 'event', themes: 'theme', terms: 'term', tensions: 'tension', models: 'model', arguments: 'argument', stances: 'stance', places: 'place', routes: 'route', exercises: 'exercise', sources: 'source',
}
/** Fields that name records, wherever they stand: `claims: [ids]`, `source: id`. */
const fields: Record<string, Records> = { claims: 'claims', reread: 'claims', contested: 'claims', plus: 'claims', minus: 'claims', vertices: 'places', place: 'places', landmarks: 'places', nearer: 'places', source: 'sources', sources: 'sources', framework: 'frameworks', series: 'series', events: 'events', years: 'events', theme: 'themes', leftEnd: 'actors', rightEnd: 'actors' }

export const ids = defineRule({
  name: 'ids',
  description: 'Every id that is named, in the corpus, in exercises and in decks, is the id of something.',
  check(course, context) {
    const problems: Problem[] = []
    let checked = 0
    const recordsOf = (records: Records): object => records === 'exercises' ? course.exerciseFiles : course[records]
    const want = (id: string, records: Records, place: () => { path: string, line: number }) => {
      checked++
      const known = recordsOf(records)
      if (Object.hasOwn(known, id)) return
      if (course.stands(records === 'terms' ? 'glossary' : records, id)) return // it is there and cannot be read: `shape` says why
      problems.push({ ...place(), message: `no ${one[records]} "${id}"${suggestion(id, Object.keys(known))}` })
    }
    const walk = (value: unknown, place: (field: Field) => { path: string, line: number }, field: Field = []) => {
      if (value === null || typeof value !== 'object') return
      for (const [name, inner] of Object.entries(value)) {
        const here = [...field, Array.isArray(value) ? Number(name) : name]
        const records = Array.isArray(value) ? undefined : fields[name]
        if (records && typeof inner === 'string') want(inner, records, () => place(here))
        else if (records && Array.isArray(inner) && inner.every(each => typeof each === 'string')) inner.forEach((id, index) => want(id, records, () => place([...here, index])))
        else if (name === 'events' && inner !== null && typeof inner === 'object') for (const [item, id] of Object.entries(inner)) want(String(id), 'events', () => place([...here, item]))
        else walk(inner, place, here)
      }
    }

    const rooms: [Room, object][] = [
      ['claims', course.claims], ['series', course.series], ['frameworks', course.frameworks], ['events', course.events],
      ['glossary', course.terms], ['tensions', course.tensions], ['models', course.models], ['arguments', course.arguments], ['stances', course.stances], ['routes', course.routes], ['exercises', course.exerciseFiles], ['lectures', course.syllabus.lectures],
    ]
    for (const [room, records] of rooms)
      for (const [id, record] of Object.entries(records)) walk(record, field => course.place(room, id, field))

    for (const id of Object.keys(course.claims)) want(sourceOf(id), 'sources', () => course.place('claims', id))
    for (const [id, claim] of Object.entries(course.claims))
      if (typeof claim.status === 'object' && 'contested' in claim.status && claim.status.contested.includes(id)) problems.push({ ...course.place('claims', id, ['status', 'contested']), message: 'a claim is not contested by itself' })
    frameworkParts(course, problems)
    seriesParts(course, problems)
    exerciseParts(course, problems)

    for (const deck of course.decks) {
      for (const slide of deck.slides) {
        for (const tag of slide.tags) {
          const place = { path: deck.path, line: tag.line }
          const report = (message: string) => { problems.push({ ...place, message }) }
          for (const { records, id } of recordsNamed(tag, deck.lecture)) want(id, records, () => place)
          if (tag.name === 'CorridorMap') mapParts(tag.attributes, deck.lecture, Object.keys(course.extents), id => want(id, 'routes', () => place), report)
          if (tag.name === 'Timeline') timelineParts(tag.attributes, report)
          const [attribute, records] = declarationOf(tag.name)?.shows ?? []
          const id = attribute && tag.attributes[attribute]
          if (!id || !records) continue // a tag without its id is for `tags`
          const series = tag.name === 'Chart' ? course.series[id] : undefined
          if (series) {
            const { column, row, only, told, as, base } = tag.attributes
            try { chartOf(series, { column, row, only, told, as, base }, event => course.events[event]?.date) }
            catch (error) { problems.push({ ...place, message: `<Chart series="${id}">: ${(error as Error).message}` }) }
            continue
          }
          const framework = records === 'frameworks' ? course.frameworks[id] : undefined
          if (!framework) continue
          const { domain, by } = tag.attributes
          if (domain !== undefined && !Object.hasOwn(framework.domains ?? {}, domain)) {
            problems.push({ ...place, message: `no domain "${domain}" in "${id}"${suggestion(domain, Object.keys(framework.domains ?? {}))}` })
            continue
          }
          const step = tag.attributes['step'] ?? tag.attributes[':step']
          const steps = diagramSteps(framework, { domain, by: by === 'sides' ? by : 'corners' })
          if (step !== undefined && /^\d+$/.test(step) && !steps[Number(step) - 1])
            problems.push({ ...place, message: `step ${step}: "${id}" has steps 1 to ${steps.length}` })
        }
      }
      // <b class="power russia">
      for (const slide of deck.slides) {
        for (const [whole, classes] of slide.content.matchAll(/class="power((?: [^"]*)?)"/g)) {
          const lines = (context.files.get(deck.path) ?? '').split('\n')
          const line = lines.findIndex((text, index) => index >= slide.line - 1 && text.includes(whole!)) + 1
          for (const name of classes!.split(' ').filter(word => word && word !== 'picked')) want(name, 'actors', () => ({ path: deck.path, line: line || slide.line }))
        }
      }
      // [the scene](#/scene)
      const aliases = deck.slides.map(slide => slide.id)
      for (const slide of deck.slides) {
        for (const [, alias] of slide.content.matchAll(/\]\(#?\/([a-z0-9-]+)(?:\?[^)]*)?\)/g)) {
          checked++
          if (aliases.includes(alias!)) continue
          const lines = (context.files.get(deck.path) ?? '').split('\n')
          const line = lines.findIndex((text, index) => index >= slide.line - 1 && text.includes(`/${alias}`)) + 1
          problems.push({ path: deck.path, line: line || slide.line, message: `no slide "${alias}" in this deck${suggestion(alias!, aliases)}` })
        }
      }
    }
    // What `shape` has found at the same place is said once.
    const said = new Set(course.problems.map(({ path, line }) => `${path}:${line}`))
    return { checked, problems: problems.filter(({ path, line }) => !said.has(`${path}:${line}`)) }
  },
})

/** `<CorridorMap highlight view>` */
function mapParts({ routes, highlight, view }: Record<string, string>, lecture: string, extents: readonly string[], want: (id: string) => void, report: (message: string) => void) {
  const drawn = idsNamed(routes, lecture)
  for (const id of idsNamed(highlight, lecture)) {
    if (drawn.length && !drawn.includes(id)) report(`highlight: "${id}" is not among the routes of this map${suggestion(id, drawn)}`)
    else want(id)
  }
  if (view !== undefined && !extents.includes(view)) report(`no extent "${view}" in corpus/maps.yaml${suggestion(view, extents)}; there are ${extents.join(', ')}`)
}

/** `<Timeline by from to rows>` */
function timelineParts({ by, from, to, rows }: Record<string, string>, report: (message: string) => void) {
  if (by !== undefined && by !== 'theme' && by !== 'source') report(`by: read "${by}", expected "theme" or "source"${suggestion(by, ['theme', 'source'])}`)
  for (const [attribute, read] of [['from', from], ['to', to]] as const)
    if (read !== undefined && !PartialDate.safeParse(read).success) report(`${attribute}: read "${read}", expected a date such as "2025" or "2025-08"`)
  if (from && to && PartialDate.safeParse(from).success && PartialDate.safeParse(to).success && spanOf(to).to <= spanOf(from).from) report(`from "${from}" to "${to}": the window ends before it begins`)
  if (rows !== undefined && !/^[1-9]\d*$/.test(rows)) report(`rows: read "${rows}", expected a number of rows such as "6"`)
}

function frameworkParts(course: Course, problems: Problem[]) {
  for (const [id, framework] of Object.entries(course.frameworks)) {
    const nodes = Object.keys(framework.nodes)
    const domains = Object.keys(framework.domains ?? {})
    const corners = nodes.slice(0, 3)
    for (const [edge, { from, to, domain, bears, claims }] of Object.entries(framework.edges)) {
      const report = (field: string, message: string, at: Field = []) => { problems.push({ ...course.place('frameworks', id, ['edges', edge, field, ...at]), message }) }
      for (const [field, node] of [['from', from], ['to', to]] as const)
        if (!nodes.includes(node)) report(field, `no node "${node}" in this framework${suggestion(node, nodes)}`)
      if (domain !== undefined && !domains.includes(domain)) report('domain', `no domain "${domain}" in this framework${suggestion(domain, domains)}`)
      if (!bears) continue
      for (const sign of ['plus', 'minus'] as const)
        bears[sign].forEach((claim, index) => {
          if (!claims.includes(claim)) report('bears', `"${claim}" is not among the claims of this edge${suggestion(claim, claims)}`, [sign, index])
        })
      if (framework.layout !== 'triangle' || from === to || ![from, to].every(node => corners.includes(node)))
        report('bears', `a side with signs joins two corners of a triangle (${corners.join(', ')}); read ${from} and ${to}`)
    }
    if (framework.layout === 'triangle' && nodes.length < 3) problems.push({ ...course.place('frameworks', id, ['nodes']), message: `a triangle has three corners, read ${nodes.length}` })
  }
}

function seriesParts(course: Course, problems: Problem[]) {
  for (const [id, series] of Object.entries(course.series)) {
    const columns = Object.keys(series.columns)
    const measured = [...columns, ...Object.keys(series.rows)]
    for (const unit of Object.keys(series.units ?? {}))
      if (!measured.includes(unit)) problems.push({ ...course.place('series', id, ['units', unit]), message: `no column or row "${unit}" in this series${suggestion(unit, measured)}` })
    for (const [row, { cells }] of Object.entries(series.rows)) {
      for (const column of Object.keys(cells))
        if (!columns.includes(column)) problems.push({ ...course.place('series', id, ['rows', row, 'cells', column]), message: `no column "${column}" in this series${suggestion(column, columns)}` })
      for (const column of columns)
        if (!(column in cells)) problems.push({ ...course.place('series', id, ['rows', row, 'cells']), message: `row "${row}" has no cell in the column "${column}"` })
    }
  }
}

function exerciseParts(course: Course, problems: Problem[]) {
  const present = Object.keys(course.exerciseFiles)
  for (const [id, file] of Object.entries(course.exerciseFiles)) {
    const lecture = id.split('/')[0]!
    const known = course.syllabus.lectures[lecture]
    if (!known) problems.push({ ...course.place('exercises', id), message: `no lecture "${lecture}" in corpus/course.yaml${suggestion(lecture, Object.keys(course.syllabus.lectures))}` })
    else if (!(file.outcome in known.outcomes)) problems.push({ ...course.place('exercises', id, ['outcome']), message: `no outcome "${file.outcome}" in the lecture "${lecture}"${suggestion(file.outcome, Object.keys(known.outcomes))}` })
    file.formerly?.forEach((old, index) => {
      if (present.includes(old)) problems.push({ ...course.place('exercises', id, ['formerly', index]), message: `"${old}" is an exercise of today: answers to it would count twice` })
    })
    if (file.kind === 'cells' && file.columns && course.series[file.series]) {
      const columns = Object.keys(course.series[file.series]!.columns)
      file.columns.forEach((column, index) => {
        if (!columns.includes(column)) problems.push({ ...course.place('exercises', id, ['columns', index]), message: `no column "${column}" in ${file.series}${suggestion(column, columns)}` })
      })
    }
  }
}

/** The nearest id; where only the slug was written, the one that ends with it. */
function suggestion(id: string, known: readonly string[]): string {
  const slug = id.split('/').at(-1)!
  const near = known.find(other => other.endsWith(`/${slug}`)) ?? nearest(id, known)
  return near ? `; did you mean "${near}"?` : ''
}
