/**
 * One declaration a tag: what it names, and what that means for whoever carries records to a browser, checks ids, counts what is used, or
 * shows a slide's figures once more. A new tag is a row here and its component.
 */
import { stanceSources } from '#models'

/** Collections that a tag can name something of. */
export type TagRecords = 'claims' | 'exercises' | 'frameworks' | 'models' | 'terms' | 'series' | 'tensions' | 'arguments' | 'stances' | 'events' | 'routes'

export interface TagDeclaration {
  /** The attribute with the one record it shows: `<Chart series="salt/loads">`. `tags` wants it there. */
  shows?: readonly [attribute: string, records: TagRecords]
  /** The attribute with a list of them, `events="first, salt/second"`: an id without a lecture is the deck's own, no attribute is all of the deck's. */
  lists?: readonly [attribute: string, records: TagRecords]
  /** Other attributes that name one record. */
  names?: Readonly<Record<string, TagRecords>>
  /** Claims that it shows whatever it is given. */
  cites?: readonly string[]
  /** To look at or to push on: whoever studies alone has it on the practice page too. */
  isFigure?: true
  /** The class does something with it. */
  asks?: true
  /** It says every value, and not what there is to see in them: its author does, by `label`. */
  wantsLabel?: true
}

export const tags = {
  Cite: { shows: ['claim', 'claims'] },
  YourLine: {},
  Term: { shows: ['id', 'terms'] },
  Series: { shows: ['id', 'series'] },
  Tension: { shows: ['id', 'tensions'] },
  Framework: { shows: ['id', 'frameworks'] },
  Exercise: { shows: ['id', 'exercises'], asks: true },
  CorridorMap: { lists: ['routes', 'routes'], names: { claim: 'claims' }, isFigure: true },
  Timeline: { lists: ['events', 'events'], isFigure: true, wantsLabel: true },
  Chart: { shows: ['series', 'series'], isFigure: true, wantsLabel: true },
  Explorer: { shows: ['id', 'models'], isFigure: true, asks: true },
  Argument: { shows: ['id', 'arguments'], isFigure: true, asks: true },
  // The comparison shows what its score is taken from.
  Stance: { shows: ['id', 'stances'], cites: stanceSources, isFigure: true, asks: true },
} as const satisfies Record<string, TagDeclaration>

type Declared = typeof tags
export type FigureTag = { [Name in keyof Declared]: Declared[Name] extends { isFigure: true } ? Name : never }[keyof Declared]

export const declarationOf = (tag: string): TagDeclaration | undefined => Object.hasOwn(tags, tag) ? tags[tag as keyof Declared] : undefined

const named = (is: (tag: TagDeclaration) => unknown) => Object.entries<TagDeclaration>(tags).flatMap(([name, tag]) => is(tag) ? [name] : [])
/** In the order of the declarations. */
export const figureTags = named(({ isFigure }) => isFigure) as FigureTag[]
/** Tags with which a class does something. */
export const askingTags = named(({ asks }) => asks)
/** Tags that want `label`. */
export const labelledTags = named(({ wantsLabel }) => wantsLabel)

/** `"tripp, triad/line"`: an id without a lecture is the lecture's own. */
export const idsNamed = (list: string | undefined, lecture: string): string[] =>
  (list ?? '').split(',').map(each => each.trim()).filter(Boolean).map(each => each.includes('/') ? each : `${lecture}/${each}`)

/** Everything that a tag names, where it stands in a deck of `lecture`. A list that is not given names nothing here. */
export function recordsNamed({ name, attributes }: { name: string, attributes: Readonly<Record<string, string>> }, lecture: string): { records: TagRecords, id: string }[] {
  const { shows, lists, names = {}, cites = [] } = declarationOf(name) ?? {}
  const single = [...shows ? [shows] : [], ...Object.entries(names)].flatMap(([attribute, records]) => attributes[attribute] ? [{ records, id: attributes[attribute] }] : [])
  const listed = lists ? idsNamed(attributes[lists[0]], lecture).map(id => ({ records: lists[1], id })) : []
  return [...single, ...listed, ...cites.map(id => ({ records: 'claims' as const, id }))]
}
