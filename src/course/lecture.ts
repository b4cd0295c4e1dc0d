import { extentFor, numbersOf, project, size } from '#atlas'
import type { Item, Key, Language, Slide, Stance, StanceItem, StanceKey } from '#schema'
import { frameworksOf, stanceName, stanceSources, unitsPrinted } from '#models'
import { languages } from '#schema'
import type { Course, LectureData, Locator, SlideEntry } from './course.ts'
import { draftExercises, exerciseIds, exercisePlaces } from './belonging.ts'
import { countsOf } from './counts.ts'
import { frameworksDrawn } from './frameworks-drawn.ts'
import { withTextsRendered } from './inline.ts'
import { speaks } from './speakers.ts'
import { splitStance } from './split.ts'
import { timed } from './time.ts'
import { figureTags, idsNamed, recordsNamed } from './tags.ts'

export { draftExercises, exerciseIds, exercisePlaces, finishedExercises, finishedLectures } from './belonging.ts'

/** The slides of a lecture as addresses, the same in both languages; headlines from whichever decks there are. */
export function slideEntries(course: Course, lecture: string): SlideEntry[] {
  const decks = course.decks.filter(deck => deck.lecture === lecture)
  const lead = decks.find(deck => deck.lang === 'en') ?? decks[0]
  return (lead?.slides ?? []).map((slide) => {
    const inBoth = <T>(of: (slide: Slide, lang: Language) => T) => Object.fromEntries(languages.map((lang) => {
      const own = decks.find(deck => deck.lang === lang)?.slides.find(other => other.id === slide.id)
      return [lang, own ? of(own, lang) : of(slide, lead!.lang)]
    })) as Record<Language, T>
    const named = (tag: string, attribute: string) => slide.tags.filter(found => found.name === tag).map(found => found.attributes[attribute] ?? '')
    return { id: slide.id, number: slide.number, layout: slide.layout, headline: inBoth(({ headline }) => headline), minutes: inBoth((own, lang) => timed(own, lang).minutes), ...slide.optional ? { optional: slide.optional } : {}, ...slide.note.ask ? { asks: true as const } : {}, claims: named('Cite', 'claim'), exercises: named('Exercise', 'id'), figures: figuresOn(decks, slide.id) }
  })
}

/** The figures of a slide in each language; what Vue computes for them there (`:step`) is the slide's alone. */
function figuresOn(decks: Course['decks'], slide: string): SlideEntry['figures'] {
  return Object.fromEntries(languages.map(lang => [lang, (decks.find(deck => deck.lang === lang) ?? decks[0]!).slides
    .filter(({ id }) => id === slide).flatMap(({ tags }) => tags)
    .flatMap(({ name, attributes }) => {
      const tag = figureTags.find(known => known === name)
      return tag ? [{ tag, attributes: Object.fromEntries(Object.entries(attributes).filter(([attribute]) => !/^:|^(?:class|style)$/.test(attribute))) }] : []
    })])) as SlideEntry['figures']
}

/** Where readers find each claim, as `verify` last saw it. */
export function locators(course: Course): Record<string, Locator> {
  return Object.fromEntries(Object.entries(course.locks).flatMap(([source, lock]) =>
    Object.entries(lock.claims).map(([slug, { section, paragraph }]) => [`${source}/${slug}`, { section, paragraph }])))
}

/** What a lecture's pages and slides need in a browser: texts as HTML, nothing that decides an answer. */
export function lectureData(course: Course, lecture: string): LectureData {
  const inOrder = exercisePlaces(course, lecture)
  const ids = inOrder.map(({ id }) => id)
  const items = Object.fromEntries(ids.map(id => [id, course.exercises[id]!.item]))
  const mine = <T>(records: Record<string, T>) => Object.fromEntries(Object.entries(records).filter(([id]) => id.startsWith(`${lecture}/`)))
  const used = { series: mine(course.series), frameworks: mine(course.frameworks), events: mine(course.events), terms: mine(course.terms), tensions: mine(course.tensions), models: mine(course.models), arguments: mine(course.arguments), stances: mine(course.stances), routes: mine(course.routes) }
  borrowed(course, lecture, used)
  const keys = ids.map(id => course.exercises[id]!.key)
  const wanted = new Set<string>()
  for (const id of mentioned([used, Object.keys(used.stances).length ? stanceSources : [], slideEntries(course, lecture), keys.map(({ claims, partClaims, reread }) => [claims, partClaims, reread])], course.claims)) wanted.add(id)
  for (const id of [...wanted]) for (const other of mentioned(course.claims[id]?.status, course.claims)) wanted.add(other)
  const all = locators(course)
  const lectures = Object.keys(course.syllabus.lectures)
  const { title, name, version, cite, lectures: { [lecture]: own } } = course.syllabus
  const sources = new Set([...[...wanted].map(id => id.split('/')[0]!), ...mentioned([used, items], course.sources)])
  return withTextsRendered({
    lecture,
    number: lectures.indexOf(lecture) + 1,
    total: lectures.length,
    texts: countsOf(course.syllabus).texts,
    languages: course.decks.filter(deck => deck.lecture === lecture).map(({ lang }) => lang),
    syllabus: { title, name, version, cite, lectures: own ? { [lecture]: own } : {} },
    sources: Object.fromEntries(Object.entries(course.sources).filter(([id]) => sources.has(id))),
    actors: course.actors,
    units: unitsPrinted(Object.values(used.series), course.units),
    themes: course.themes,
    claims: Object.fromEntries([...wanted].sort().map(id => [id, course.claims[id]!])),
    ...used,
    stances: itemsOf(used.stances),
    frameworks: withoutUnshownSigns(course, lecture, used.frameworks),
    items,
    draftItems: draftExercises(course, lecture),
    taught: Object.fromEntries(inOrder.flatMap(({ id, slide, isOn }) => slide && !isOn ? [[id, slide]] : [])),
    locators: Object.fromEntries(Object.entries(all).filter(([id]) => wanted.has(id))),
    slides: slideEntries(course, lecture),
    frameworksDrawn: frameworksDrawn(course, lecture),
    speakers: speakersOf(course, lecture),
    ...mapsOf(course, lecture, used.routes, Object.values(items), keys),
  })
}

/** Without what settles their bets. */
const itemsOf = (stances: Record<string, Stance>): Record<string, StanceItem> => Object.fromEntries(Object.entries(stances).map(([id, stance]) => [id, splitStance(stance).item]))

/** Every source that speaks on a slide of the lecture, in both languages' words. */
function speakersOf({ decks, sources }: Course, lecture: string): LectureData['speakers'] {
  const named = decks.filter(deck => deck.lecture === lecture).flatMap(({ slides }) => slides.flatMap(({ speaker }) => speaker ?? []))
  return Object.fromEntries([...new Set(named)].flatMap(id => Object.hasOwn(sources, id) ? [[id, speaks(id, sources)]] : []))
}

/** All tags of a lecture's slides, in both languages. */
const tagsOf = (course: Course, lecture: string) => course.decks.filter(deck => deck.lecture === lecture).flatMap(deck => deck.slides.flatMap(slide => slide.tags))

/** Where a map of this lecture names no extent: the first of corpus/maps.yaml that holds all of the lecture's routes. */
export function extentOf(course: Pick<Course, 'extents' | 'routes' | 'places'>, lecture: string): string | undefined {
  const own = Object.entries(course.routes).flatMap(([id, { vertices }]) => id.startsWith(`${lecture}/`) ? vertices : [])
  return extentFor(course.extents, [...new Set(own)].flatMap(id => course.places[id] ?? []))
}

/** The maps that a lecture shows: those of its decks, and, where it has routes, the one of all of them on its practice page. */
export function mapsShown(course: Course, lecture: string): { extent: string | undefined, routes: string[] }[] {
  const own = Object.keys(course.routes).filter(id => id.startsWith(`${lecture}/`))
  const tags = tagsOf(course, lecture).filter(tag => tag.name === 'CorridorMap')
  return [
    ...tags.map(({ attributes: { view, routes } }) => ({ extent: view ?? extentOf(course, lecture), routes: routes === undefined ? own : idsNamed(routes, lecture) })),
    ...own.length ? [{ extent: extentOf(course, lecture), routes: own }] : [],
  ]
}

/** The extents that its slides, its exercises and its practice page show. */
export const viewsOf = (course: Course, lecture: string): string[] => [
  ...mapsShown(course, lecture).flatMap(({ extent }) => extent ?? []),
  ...exerciseIds(course, lecture).flatMap((id) => {
    const { item } = course.exercises[id]!
    return item.kind === 'place' ? [item.view] : []
  }),
]

/**
 * Places of the lecture and of its routes; the extents that its slides, its exercises and its practice page show. Computed here,
 * so that no atlas goes to a browser.
 */
function mapsOf(course: Course, lecture: string, routes: LectureData['routes'], items: Item[], keys: Key[]): Pick<LectureData, 'places' | 'maps' | 'extent'> {
  const asked = items.flatMap(item => item.kind === 'place' ? [item] : [])
  const views = new Set(viewsOf(course, lecture))
  if (views.size === 0) return { places: {}, maps: {} }
  const named = new Set([
    ...Object.values(routes).flatMap(route => route.vertices), ...asked.flatMap(({ landmarks }) => landmarks),
    ...keys.flatMap(key => key.kind === 'place' ? key.feedback.flatMap(({ when }) => 'nearer' in when ? [when.nearer] : []) : []),
  ])
  // Names that another lecture writes on its map are not on this one's: a new lecture changes no finished map.
  const isOwn = (id: string) => id.startsWith(`${lecture}/`)
  const places = Object.fromEntries(Object.entries(course.places).filter(([id, { label }]) => named.has(id) || (isOwn(id) && Object.keys(label).length > 0)))
  const maps: LectureData['maps'] = {}
  for (const [view, extent] of Object.entries(course.extents)) {
    if (!views.has(view)) continue
    maps[view] = {
      name: extent.name, step: extent.step, ...size, projection: numbersOf(extent),
      at: Object.fromEntries(Object.entries(places).map(([id, place]) => [id, project(extent, place)])),
      routeNames: Object.fromEntries(Object.entries(routes).flatMap(([id, { label }]) => label[view] ? [[id, project(extent, label[view])]] : [])),
    }
  }
  const extent = mapsShown(course, lecture).length ? extentOf(course, lecture) : undefined
  return { places, maps, ...extent === undefined ? {} : { extent } }
}

/** Records of other lectures that this lecture's slides or items name. */
function borrowed(course: Course, lecture: string, used: Pick<Course, 'series' | 'frameworks' | 'events' | 'terms' | 'tensions' | 'models' | 'arguments' | 'stances' | 'routes'>) {
  const frameworksOfItems = exerciseIds(course, lecture).flatMap((id) => {
    const item = course.exercises[id]!.item
    return item.kind === 'edges' || item.kind === 'signs' ? [item.framework] : []
  })
  const named = tagsOf(course, lecture).flatMap(tag => recordsNamed(tag, lecture))
  const add = <T>(from: Record<string, T>, ids: string[], to: Record<string, T>) => { for (const id of ids) if (from[id]) to[id] = from[id] }
  for (const records of Object.keys(used) as (keyof typeof used)[])
    add<unknown>(course[records], named.flatMap(one => one.records === records ? [one.id] : []), used[records])
  add(course.frameworks, [...Object.values(used.models).flatMap(frameworksOf), ...frameworksOfItems], used.frameworks)
}

/** What bears the sides of a triad decides a `signs` exercise: it goes along only where a slide shows that framework anyway. */
function withoutUnshownSigns(course: Course, lecture: string, frameworks: LectureData['frameworks']): LectureData['frameworks'] {
  const tags = tagsOf(course, lecture)
  const shown = new Set(tags.flatMap(({ name, attributes: { id = '' } }) =>
    name === 'Framework' ? [id] : name === 'Explorer' && course.models[id] ? frameworksOf(course.models[id]) : []))
  return Object.fromEntries(Object.entries(frameworks).map(([id, framework]) => [id, shown.has(id) ? framework : {
    ...framework,
    edges: Object.fromEntries(Object.entries(framework.edges).map(([edge, { bears: _, ...rest }]) => [edge, rest])),
  }]))
}

/** Every id of `known` that stands anywhere inside a value. */
function mentioned(value: unknown, known: Record<string, unknown>): string[] {
  if (typeof value === 'string') return value in known ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(inner => mentioned(inner, known))
}

/** The keys of a lecture, a chunk of their own: solutions, feedback, places to reread; what settles a bet under `stances/<id>`. */
export function lectureKeys(course: Course, lecture: string): Record<string, Key | StanceKey> {
  const named = tagsOf(course, lecture).filter(({ name }) => name === 'Stance').map(({ attributes }) => attributes['id'])
  const stances = Object.entries(course.stances).filter(([id]) => id.startsWith(`${lecture}/`) || named.includes(id))
  return withTextsRendered({
    ...Object.fromEntries(exerciseIds(course, lecture).map(id => [id, course.exercises[id]!.key])),
    ...Object.fromEntries(stances.map(([id, stance]) => [stanceName(id), splitStance(stance).key])),
  })
}
