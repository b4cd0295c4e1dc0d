import { z } from 'zod'
import { CellPath, Computation, LonLat } from './corpus.ts'
import { Id, Slug, Text } from './text.ts'
import { signs, verdicts, type RelationSign } from './verdict.ts'

export const asks = ['says', 'case', 'reading', 'apply'] as const
export const skills = ['recall', 'apply', 'compare', 'compute', 'judge-evidence', 'evaluate'] as const

/** An option, statement or thing to place: its text and the claims that decide it, right or wrong. */
const Part = z.strictObject({ text: Text, claims: z.array(Id).min(1) })
const Parts = z.record(Slug, Part)
/** A label, bin or heading: needs no claim of its own. */
const Labels = z.record(Slug, z.strictObject({ text: Text }))
const Forms = z.array(z.string().min(1)).min(1)

/** `feedback: [{id, when, says}]`; `when` in the kind's own words. */
const feedback = <When extends z.ZodType>(when: When) => z.array(z.strictObject({ id: Slug, when, says: Text })).min(1)

const shared = {
  asks: z.enum(asks),
  skill: z.enum(skills),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  outcome: Slug,
  prompt: Text,
  /** Everything the key follows from. */
  claims: z.array(Id).min(1),
  /** Of an exercise on texts from outside, where these are to be read again: nothing of the key rests on them. */
  reread: z.array(Id).min(1).optional(),
  hint: Text,
  /** Why the right answer is right, in one to three sentences: goes with the key. */
  why: Text,
  /** It stands before what it asks is taught: "Guess before you see". */
  before: z.literal(true).optional(),
  /** The slide that one must have seen, `clause`; without it the slide that cites most of `claims`. Not for what stands on a slide. */
  after: Slug.optional(),
  draft: z.literal(true).optional(),
  /** Ids it had before: old answers still count. */
  formerly: z.array(Id).optional(),
}

/** The proofs an exercise carries: whole responses that must earn all, or fire just these feedbacks. */
const proofs = <R extends z.ZodType>(response: R) => ({
  right: z.array(response).min(1),
  wrong: z.array(z.strictObject({ response, fires: z.array(Slug) })).min(1),
})

const Nothing = z.array(z.never()).default([])

/** slot -> value; what most kinds' responses are. */
const Assignment = z.record(z.string(), z.string())
const Grid = z.record(z.string(), Assignment)

/** One row a kind: the shape of its YAML. The empty response of each kind is in its grader. */
export const kinds = {
  choice: z.strictObject({
    kind: z.literal('choice'), ...shared,
    options: Parts,
    key: Slug,
    feedback: feedback(z.strictObject({ option: Slug })),
    ...proofs(z.string()),
  }),
  choices: z.strictObject({
    kind: z.literal('choices'), ...shared,
    options: Parts,
    key: z.array(Slug).min(1),
    feedback: feedback(z.union([z.strictObject({ option: Slug }), z.strictObject({ missed: Slug })])),
    ...proofs(z.array(z.string())),
  }),
  judge: z.strictObject({
    kind: z.literal('judge'), ...shared,
    /** The one text the statements are held against. */
    source: Slug,
    statements: Parts,
    key: z.record(Slug, z.enum(verdicts)),
    /** For each "not-stated" statement: words that do not occur in the source. */
    absent: z.record(Slug, z.array(z.string().min(2)).min(1)).default({}),
    feedback: feedback(z.strictObject({ statement: Slug, as: z.enum(verdicts) })),
    ...proofs(Assignment),
  }),
  number: z.strictObject({
    kind: z.literal('number'), ...shared,
    unit: Text,
    /** Absolute, in the unit; 0 asks for the exact figure. */
    tolerance: z.number().min(0),
    key: z.union([z.number(), z.strictObject({ from: z.strictObject({ computed: Computation, series: Id.optional() }) })]),
    feedback: feedback(z.union([
      z.strictObject({ near: z.number(), within: z.number().min(0) }),
      z.strictObject({ below: z.number() }),
      z.strictObject({ above: z.number() }),
    ])),
    ...proofs(z.union([z.number(), z.string()])),
  }),
  text: z.strictObject({
    kind: z.literal('text'), ...shared,
    /** Accepted forms in any language; width, case, spaces, punctuation, traditional/simplified are folded. */
    key: Forms,
    feedback: feedback(z.strictObject({ is: Forms })),
    ...proofs(z.string()),
  }),
  cloze: z.strictObject({
    kind: z.literal('cloze'), ...shared,
    /** `{gap}` stands for a gap: "The Minsk Group worked from {begin} to {end}." */
    text: Text,
    gaps: z.record(Slug, z.strictObject({ name: Text, claims: z.array(Id).min(1) })),
    key: z.record(Slug, Forms),
    feedback: feedback(z.strictObject({ gap: Slug, is: Forms })),
    ...proofs(Assignment),
  }),
  match: z.strictObject({
    kind: z.literal('match'), ...shared,
    left: Parts,
    targets: Labels,
    key: z.union([z.record(Slug, Slug), z.strictObject({ from: z.strictObject({ framework: Id, part: z.enum(['failure', 'gives']) }) })]),
    feedback: feedback(z.strictObject({ left: Slug, target: Slug })),
    ...proofs(Assignment),
  }),
  order: z.strictObject({
    kind: z.literal('order'), ...shared,
    items: Parts,
    /** The right order, or the events whose dates give it: item -> event. */
    key: z.union([z.array(Slug).min(2), z.strictObject({ from: z.strictObject({ events: z.record(Slug, Id) }) }), z.strictObject({ from: z.strictObject({ framework: Id }) })]),
    /** These two stand the wrong way round, whichever is named first. */
    feedback: feedback(z.strictObject({ inverted: z.tuple([Slug, Slug]) })),
    ...proofs(z.array(z.string())),
  }),
  sort: z.strictObject({
    kind: z.literal('sort'), ...shared,
    items: Parts,
    bins: Labels,
    key: z.record(Slug, Slug),
    feedback: feedback(z.strictObject({ item: Slug, bin: Slug })),
    ...proofs(Assignment),
  }),
  matrix: z.strictObject({
    kind: z.literal('matrix'), ...shared,
    rows: Parts,
    columns: Labels,
    options: Labels,
    key: z.record(Slug, z.record(Slug, Slug)),
    feedback: feedback(z.strictObject({ row: Slug, column: Slug, option: Slug })),
    ...proofs(Grid),
  }),
  edges: z.strictObject({
    kind: z.literal('edges'), ...shared,
    /** Its edges are labelled; the labels are the framework's own, plus `extra` ones that belong nowhere. */
    framework: Id,
    extra: Labels.default({}),
    key: z.strictObject({ from: z.strictObject({ framework: Id }) }),
    feedback: feedback(z.strictObject({ edge: Slug, label: Slug })),
    ...proofs(Assignment),
  }),
  signs: z.strictObject({
    kind: z.literal('signs'), ...shared,
    /** The triad, and the domain in which its sides are marked. */
    framework: Id,
    domain: Slug,
    /** A passage bears on a side, and for a sign, what its claims bear there (`bears` of the framework); some bear on none. */
    passages: Parts,
    key: z.strictObject({ from: z.strictObject({ framework: Id, domain: Slug }) }),
    feedback: feedback(z.union([
      z.strictObject({ edge: Slug, sign: z.enum(signs) }),
      z.strictObject({ edge: Slug, passage: Slug }),
    ])),
    ...proofs(Grid),
  }),
  cells: z.strictObject({
    kind: z.literal('cells'), ...shared,
    /** The table shown; `columns` picks some of its columns. */
    series: Id,
    columns: z.array(Slug).min(1).optional(),
    /** Faulty cells: planted by us (the text that replaces the right one), or the source's own. */
    key: z.union([z.strictObject({ planted: z.record(CellPath, Text) }), z.array(CellPath).min(1)]),
    feedback: feedback(z.union([z.strictObject({ cell: CellPath }), z.strictObject({ missed: CellPath })])),
    ...proofs(z.array(z.string())),
  }),
  place: z.strictObject({
    kind: z.literal('place'), ...shared,
    /** The extent that is shown. */
    /** One of corpus/maps.yaml. */
    view: Slug,
    /** In km, as the crow flies: so near counts as right. */
    within: z.number().positive(),
    /** What is to be put on the map, and the place of corpus/routes/ that is its key. */
    items: z.record(Slug, z.strictObject({ text: Text, place: Id, claims: z.array(Id).min(1) })),
    /** Places that are on the map by their names, to begin with. */
    landmarks: z.array(Id).default([]),
    /** `nearer`: put nearer to that place than to its own or to any other that feedback names for it, if need be only within so many km of it. */
    feedback: feedback(z.union([
      z.strictObject({ item: Slug, nearer: Id, within: z.number().positive().optional() }),
      z.strictObject({ item: Slug, beyond: z.number().positive() }),
    ])),
    ...proofs(z.record(z.string(), LonLat)),
  }),
  essay: z.strictObject({
    kind: z.literal('essay'), ...shared,
    /** What the student's text is read for: she sees it before she writes, and ticks it beside the model answer. */
    criteria: z.record(Slug, Text),
    /** A model answer. It goes with the key. */
    model: Text,
    /** No program reads what is written freely: nothing fires, and there is nothing to prove it by. */
    feedback: Nothing, right: Nothing, wrong: Nothing,
  }),
} as const

export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as Kind[]

/** An exercise as its YAML says it, key and proofs included. */
export const ExerciseFile = z.discriminatedUnion('kind', Object.values(kinds) as [typeof kinds.choice, ...(typeof kinds)[Kind][]])
export type ExerciseFile = { [K in Kind]: z.infer<(typeof kinds)[K]> }[Kind]
export type ExerciseFileOf<K extends Kind> = z.infer<(typeof kinds)[K]>

/** Something that can be read and picked, in the order in which it is shown. */
export interface Choice { id: string, text: Text }

interface ItemBase {
  /** `corridor/three-vertices` */
  id: string
  lecture: string
  /** Hash of what is graded, not of the wording. */
  revision: string
  asks: (typeof asks)[number]
  skill: (typeof skills)[number]
  difficulty: 1 | 2 | 3
  outcome: string
  prompt: Text
  hint: Text
  /** It stands before what it asks is taught. */
  before?: true
  formerly: string[]
}

interface ItemParts {
  choice: { options: Choice[] }
  choices: { options: Choice[] }
  judge: { source: string, statements: Choice[] }
  number: { unit: Text, tolerance: number }
  text: object
  cloze: { text: Text, gaps: { id: string, name: Text }[] }
  match: { left: Choice[], targets: Choice[] }
  order: { items: Choice[] }
  sort: { items: Choice[], bins: Choice[] }
  matrix: { rows: Choice[], columns: Choice[], options: Choice[] }
  edges: { framework: string, edges: { id: string, from: string, to: string }[], labels: Choice[] }
  /** `passages` without the one that says that no passage bears the side: its id is `none`. */
  signs: { framework: string, domain: Text, edges: { id: string, from: string, to: string }[], passages: Choice[] }
  cells: { title: Text, rows: Choice[], columns: Choice[], cells: Record<string, Record<string, Text>> }
  place: { view: string, within: number, items: Choice[], landmarks: string[] }
  essay: { criteria: Choice[] }
}

/** What the student sees. No key, no claim that would give it away, no feedback. */
export type ItemOf<K extends Kind> = ItemBase & { kind: K } & ItemParts[K]
export type Item = { [K in Kind]: ItemOf<K> }[Kind]

interface Solutions {
  choice: string
  choices: string[]
  judge: Record<string, (typeof verdicts)[number]>
  number: number
  text: string[]
  cloze: Record<string, string[]>
  match: Record<string, string>
  order: string[]
  sort: Record<string, string>
  matrix: Record<string, Record<string, string>>
  edges: Record<string, string>
  /** Every pair that is right on a side; where the source bears both signs, either is. The first is the one shown. */
  signs: Record<string, { sign: RelationSign, passage: string }[]>
  cells: string[]
  place: Record<string, LonLat>
  /** The model answer. */
  essay: Text
}

/** The place that feedback names comes with where it is. */
type Located<When> = When extends { nearer: string } ? When & { at: LonLat } : When
export type When<K extends Kind> = Located<ExerciseFileOf<K>['feedback'][number]['when']>

/** What decides: never on a page before the first check. */
export interface KeyOf<K extends Kind> {
  kind: K
  solution: Solutions[K]
  feedback: { id: string, when: When<K>, says: Text }[]
  /** Shown once the answer is right, or is shown. */
  why: Text
  /** What to reread for the whole, and for each part by its id. */
  claims: string[]
  partClaims: Record<string, string[]>
  /** In place of both, where the exercise asks about texts from outside. */
  reread?: string[]
}
export type Key = { [K in Kind]: KeyOf<K> }[Kind]

/** Item and key belong together and travel apart. */
export interface ExerciseOf<K extends Kind> { item: ItemOf<K>, key: KeyOf<K> }
export type Exercise = { [K in Kind]: ExerciseOf<K> }[Kind]

interface Responses {
  choice: string
  choices: string[]
  judge: Record<string, string>
  number: number | string
  text: string
  cloze: Record<string, string>
  match: Record<string, string>
  order: string[]
  sort: Record<string, string>
  matrix: Record<string, Record<string, string>>
  edges: Record<string, string>
  /** `{'china-us': {sign: '-', passage: 'chips'}}`; `0` goes with the passage `none`. */
  signs: Record<string, Record<string, string>>
  cells: string[]
  place: Record<string, LonLat>
  /** `met`: the criteria that are ticked; missing as long as the model answer was not opened. `{}`: nothing is written. */
  essay: { text?: string, met?: string[] }
}

/** JSON of ids, never of a language or a letter. */
export type ResponseOf<K extends Kind> = Responses[K]
export type Response = { [K in Kind]: ResponseOf<K> }[Kind]
export type Solution = Solutions[Kind]
