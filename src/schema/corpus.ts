import { z } from 'zod'
import { actorMarks } from './actor.ts'
import { Id, Names, PartialDate, Slug, Text, drafted } from './text.ts'

/** Sentences about the course: `{Lectures} lectures` becomes "Eleven lectures", `{texts}` the texts that they read. */
const Counting = Text.superRefine((text, context) => {
  for (const [whole, name] of Object.values(text).flatMap(each => [...each.matchAll(/\{([^{}]*)\}/g)])) {
    if (/^(?:[Ll]ectures|[Tt]exts)$/.test(name!)) continue
    context.addIssue({ code: 'custom', message: `"${whole}" stands for nothing; expected {lectures} or {texts}, or with a capital {Lectures} or {Texts}` })
  }
})

/** corpus/course.yaml */
export const Syllabus = z.strictObject({
  title: Text,
  /** What it is called in a word or two, in the head of every page; without it the title. */
  name: Text.optional(),
  /** Under the name on the start page. */
  tagline: Text.optional(),
  /** What the course is, and how it may be used. */
  about: Counting.optional(),
  use: Text.optional(),
  /** Where its texts stand: who wrote them, when, in what, and what the course does about it. */
  standpoint: Counting.optional(),
  version: z.string(),
  /** How to cite the course itself; printed on every handout. */
  cite: Text,
  /** In order: the place in this list is the lecture's number on the route line. */
  lectures: z.record(Slug, z.strictObject({
    title: Text,
    /** What the running head says: "10 Corridor". */
    short: Text,
    question: Text,
    sources: z.array(Slug).min(1),
    outcomes: z.record(Slug, Text),
  })),
})
export type Syllabus = z.infer<typeof Syllabus>

/** corpus/actors.yaml: who acts in tables, charts, triads and on maps. */
export const Actor = z.strictObject({
  names: Names,
  is: z.enum(['state', 'organisation', 'union']),
  /** Before its name in an English sentence: "the United States". */
  article: z.literal('the').optional(),
  mark: z.enum(actorMarks),
})
export type Actor = z.infer<typeof Actor>

const Han = z.string().regex(/^\p{Script=Han}+$/u, 'expected Chinese characters and nothing else')

/**
 * corpus/units.yaml: what texts count and measure in. A number word or a Chinese numeral is a quantity only before one of these words;
 * `verify` holds it against the evidence then. `stage: { en: [stage, stages], zh: [阶段] }`
 */
export const Unit = z.strictObject({
  /** Every form of it that stands behind a number word: "stage, stages". */
  en: z.array(z.string().regex(/^[a-z]+(?: [a-z]+)*$/i, 'expected words of Latin letters')).default([]),
  /** What stands behind a numeral: a measure word (项), or a noun (阶段), which counts behind 个 as well. */
  zh: z.array(Han).default([]),
  /** Two of it are mentioned in passing ("the two states", 两国): a two before it counts nothing. */
  pair: z.literal(true).optional(),
  /** How a figure that is printed in it in Chinese is shown in English: "US$…", "… km"; "…" alone where the figure says enough. */
  shown: z.string().regex(/^[^…\p{Script=Han}]*…[^…\p{Script=Han}]*$/u, 'expected "…" once, where the figure stands, and no Chinese: "US$…"').optional(),
}).superRefine(({ en, zh, shown }, context) => {
  if (en.length + zh.length === 0) context.addIssue({ code: 'custom', message: 'expected words of it under "en" or "zh"' })
  if (shown !== undefined && zh.length === 0) context.addIssue({ code: 'custom', message: 'nothing is printed in it in Chinese: expected words under "zh", or no "shown"', path: ['shown'] })
})
export type Unit = z.infer<typeof Unit>

const Person = z.strictObject({
  /** Family name first, as its own script writes it. */
  native: z.string().optional(),
  latin: z.strictObject({ family: z.string(), given: z.string().optional() }),
  /** Every form of the name that the source itself prints, where they differ. */
  printed: z.array(z.string()).min(2).optional(),
  affiliation: Text.optional(),
})
export type Person = z.infer<typeof Person>

/** What the paragraph rule gets wrong at this line, and why. */
const ParagraphException = z.strictObject({
  line: z.int().positive(),
  /** `join` to the paragraph above; `split` from it; `drop` (furniture); `note` (a footnote without its mark); `text` (not a note). */
  is: z.enum(['join', 'split', 'drop', 'note', 'text']),
  because: z.string().min(1),
})
export type ParagraphException = z.infer<typeof ParagraphException>

/**
 * corpus/sources/<source>.yaml: a text of the course, or one from outside that the course held them against. Field names follow CSL
 * where CSL has them; lines are those of the text files, which are not part of the repository.
 */
export const SourceFile = z.strictObject({
  [drafted]: z.literal(true).optional(),
  /** As CSL has it where it can; who speaks on a slide has the verb of this: src/course/speakers.ts. */
  type: z.enum(['article-journal', 'webpage', 'report', 'speech', 'press-release', 'article-newspaper', 'interview', 'treaty', 'legislation']),
  /** Empty for an unsigned text. */
  author: z.array(Person),
  issued: PartialDate,
  title: z.strictObject({ native: z.string().optional(), en: z.string().optional(), ru: z.string().optional() }),
  container: z.strictObject({ native: z.string().optional(), en: z.string().optional() }).optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  DOI: z.string().optional(),
  ISSN: z.string().optional(),
  licence: Text,
  /** Who writes for whom, in a sentence. */
  standpoint: Text,
  /** How a citation names it: "Zhang Zeming 2026" / "张泽明 2026". */
  short: Text,
  /** File under the sources folder; first and last line of this text in it. */
  text: z.strictObject({ file: z.string(), first: z.int().positive(), last: z.int().positive() }).optional(),
  /** Its sections by the line of their heading; `number` is what readers see: "§3.1". */
  outline: z.array(z.strictObject({ line: z.int().positive(), number: z.string(), title: Text })).default([]),
  exceptions: z.array(ParagraphException).default([]),
  /** Beyond the course's own texts: shown as such, never a key. */
  outside: z.literal(true).optional(),
  address: z.url().optional(),
  /** The day the outside page was read. */
  read: PartialDate.optional(),
})
export type SourceFile = z.infer<typeof SourceFile>
export type Source = Omit<SourceFile, 'draft'>

export const claimKinds = ['definition', 'figure', 'event', 'argument', 'opinion', 'forecast', 'reported'] as const

/** corpus/claims/<source>.yaml: one statement by one source, in our own words. */
export const Claim = z.strictObject({
  says: Text,
  kind: z.enum(claimKinds),
  /** Whom the source reports; wanted when kind is `reported`. */
  by: Text.optional(),
  status: z.union([
    z.literal('stands'),
    z.strictObject({ contested: z.array(Id).min(1) }),
    z.strictObject({ fails: Text }),
  ]),
  /** Any line of its paragraph; a claim of an outside source names a place in words. */
  at: z.union([z.strictObject({ line: z.int().positive() }), z.strictObject({ place: Text })]),
  /** Short strings (figures, names, terms; at most 15 Han characters) that a program finds in that paragraph. */
  evidence: z.array(z.string().min(1)).default([]),
  /** Before it, where the digest joins it to the claim above: "Therefore". */
  joins: Text.optional(),
  /** How the digest says it, where in its row it wants other words than alone: "too little motive to take part,". */
  reads: Text.optional(),
  /** It in a few words, where the digest points to it from another place: "the terms are not public". */
  gist: Text.optional(),
  note: Text.optional(),
  /** What its footnote in the article carries, and what not; the digest gathers these at its end. `none`: there is no footnote. */
  footnote: z.union([z.literal('none'), Text]).optional(),
}).refine(claim => !(claim.joins && claim.reads), { message: 'what the digest reads has its own beginning; expected no "joins" beside it', path: ['joins'] })
  .refine(claim => (claim.kind === 'reported') === Boolean(claim.by), { message: '"by" is wanted when kind is "reported", and only then', path: ['by'] })
export type Claim = z.infer<typeof Claim>

/** A figure exactly as printed ("9.88", "约948亿美元"), or a text in our words. */
const Cell = z.union([z.strictObject({ printed: z.string() }), Text])
export type Cell = z.infer<typeof Cell>

/** `ru/2022`: row and column. */
export const CellPath = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'expected a cell such as "russia/result"')

/** A function of src/models/recompute.ts with its arguments; exactly one key. */
export const Computation = z.union([
  z.strictObject({ growth: z.tuple([CellPath, CellPath]) }),
  /** Second minus first: from, to. */
  z.strictObject({ difference: z.tuple([CellPath, CellPath]) }),
  z.strictObject({ ratio: z.tuple([CellPath, CellPath]) }),
  z.strictObject({ share: z.tuple([CellPath, CellPath]) }),
  z.strictObject({ sum: z.array(CellPath).min(2) }),
  /** Part of the growth of two groups that together are the whole: share of the first in percent, growth of the first, growth of the second. */
  z.strictObject({ contribution: z.tuple([CellPath, CellPath, CellPath]) }),
  /** Whole years from one dated event to the other. */
  z.strictObject({ years: z.tuple([Id, Id]) }),
])
export type Computation = z.infer<typeof Computation>

/** corpus/series/<lecture>.yaml: a table, as printed or (words) in our words. */
export const Series = z.strictObject({
  title: Text,
  source: Slug,
  at: z.strictObject({ line: z.int().positive() }),
  /** "亿美元 (US$ 100 million)"; none for a table of words. */
  unit: Text.optional(),
  claims: z.array(Id).min(1),
  /**
   * What one axis of a chart may hold, by the column or row it is for: `share: {name: {en: "% of world GDP, at PPP", …}, whole: 100}`.
   * A share has a whole and names it; two bases are two units. Without an entry a cell has the unit of the table.
   */
  units: z.record(Slug, z.strictObject({ name: Text, whole: z.number().positive().optional() })).optional(),
  columns: z.record(Slug, Text),
  rows: z.record(Slug, z.strictObject({ name: Text, claims: z.array(Id).default([]), cells: z.record(Slug, Cell),
    /** What stands drawn over the words of a cell, by column: a long arrow of time, a short one, one that wavers; that two cells are opposed, which sets them off; or that the source leaves a cell empty: then its words stand in an empty frame. */
    drawn: z.record(Slug, z.enum(['long', 'short', 'wavering', 'opposed', 'empty'])).optional(),
    /** Where its figures are printed, when a table was put together from several paragraphs. */
    at: z.strictObject({ line: z.int().positive() }).optional(),
    /** Of sums of money and the like: which row's figure has this one in it, and whether that is stated or only may be. */
    within: z.strictObject({ row: Slug, is: z.enum(['stated', 'perhaps']) }).optional(),
    /** Announced or planned, and not yet binding: its bar is a dashed frame. */
    open: z.literal(true).optional() })),
  /** What a program recomputes: `growth-2022: {of: {growth: [trade/2021, trade/2022]}, printed: growth/2022}`. */
  computed: z.record(Slug, z.strictObject({
    of: Computation,
    /** The cell that prints the result. */
    printed: CellPath,
    /** The source's slip, said as such; without it a mismatch is a problem. */
    fails: Text.optional(),
  })).default({}),
})
export type Series = z.infer<typeof Series>

/**
 * corpus/themes/<lecture>.yaml: what events are sorted by, `mediation: { en: Talks, zh: 调解 }`. The files are one list: an event of any
 * lecture may name any of them.
 */
export const Theme = Text
export type Theme = z.infer<typeof Theme>

const dated = {
  /** A year or a month is a span: somewhere within it. */
  date: PartialDate,
  /** Where an event lasted: its last day, month or year. */
  until: PartialDate.optional(),
  /** "After 8 August 2025, and still to come": it begins with `date`, and has no end yet as its source tells it. */
  open: z.literal(true).optional(),
}

/** The same event as another text dates it, or the date of the footnote that should document it. */
export const OtherDate = z.strictObject({
  ...dated,
  /** `note`: the footnote is of this date, which stands in the `note` of its claims. Only where it cannot show what it is to show. */
  is: z.enum(['date', 'note']).default('date'),
  /** Who gives this date, in a word or two, where the short name of the first claim's source is not what is meant. */
  by: Text.optional(),
  claims: z.array(Id).min(1),
})
export type OtherDate = z.infer<typeof OtherDate>

/** corpus/events/<lecture>.yaml. The source of the first claim tells the event; what lies after its own date is still ahead. */
export const Event = z.strictObject({
  ...dated,
  name: Text,
  /** What stands beside its mark on `<Timeline>`; the name, where that is short enough. */
  short: Text.optional(),
  theme: Slug,
  /** Who gives `date`, as in `otherwise`. */
  by: Text.optional(),
  /** Dates that do not agree with `date`. */
  otherwise: z.array(OtherDate).default([]),
  claims: z.array(Id).min(1),
})
export type Event = z.infer<typeof Event>

/** corpus/frameworks/<lecture>.yaml: an article's analytic structure as a graph. */
export const Framework = z.strictObject({
  title: Names,
  source: Slug,
  claims: z.array(Id).min(1),
  /** `triangle`: three corners, top, left, right in this order, further nodes are the world around it; `chain`: stages in order; `graph`: anything else, laid out by mermaid, or by hand where its nodes say `at`. */
  layout: z.enum(['triangle', 'chain', 'graph']),
  /** Fields in which the same nodes meet, each with edges of its own: `{security: …, economy: …}`. The whole is drawn from the edges without one. */
  domains: z.record(Slug, Names).optional(),
  /** The year in which the stages of a chain begin, where each node says `until`: it is then drawn on a scale of years. */
  from: z.int().optional(),
  /** Widths of the columns and of the gaps between them, px of 888 in all, where the columns of what is laid by hand are not alike. */
  grid: z.strictObject({ columns: z.array(z.int().positive()).min(2), gaps: z.array(z.int().positive()).min(1) }).optional(),
  /** Drawn as two bands of columns: over, large, what leads to the node that all edges join; under, small, what leads from it; and between whom it goes. */
  storeys: z.strictObject({ over: Text, under: Text, between: z.array(Slug).min(2).max(4) }).optional(),
  /** Drawn as a contest over the places that it reaches, a column each, with its response below: what the arrows out to them are called, and those back. */
  arenas: z.strictObject({ out: Text, back: Text }).optional(),
  /** Drawn as rings around its first node: of the others `at.column` is then the ring, 2 to 4, and `at.row` the hour of the clock at which they stand on it. */
  rings: z.literal(true).optional(),
  /** What a reader who cannot see it is told. */
  describes: Text,
  nodes: z.record(Slug, z.strictObject({
    names: Names,
    /** One or two characters inside the mark: S / 主. */
    letter: Text.optional(),
    mark: z.enum(['square', 'circle', 'diamond', ...actorMarks, 'plain']).default('plain'),
    /** Where its box stands when the whole is laid by hand: then every node says so. `{ column: 1, row: 2, across: 3, down: 2 }` is three columns wide and two rows high. */
    at: z.strictObject({ column: z.int().min(1), row: z.int().min(1), across: z.int().min(1).optional(), down: z.int().min(1).optional() }).optional(),
    /** The year with which it ends; see `from`. */
    until: z.int().optional(),
    /** Actors it is about, whose marks stand under its name where it is a tall box, and over it where it is an arena. */
    shows: z.array(Slug).optional(),
    /** Of a triangle's fourth node: beneath it, in a row, or in its middle. */
    stands: z.enum(['around', 'between']).optional(),
    /** A small drawing of it: on a sheet of `layers` what crosses there, what lies in it, that it is cracked; in `ways` how a state deals with three powers. */
    sketch: z.enum(['crossing', 'deposits', 'cracked', 'all', 'spare', 'turns', 'only', 'apart', 'small', 'pressed', 'shown', 'bargained']).optional(),
    /** What it gives to the whole, in a few words. */
    gives: Text.optional(),
    /** The everyday word for it, where a headline uses that one: it stands over the name at a corner. */
    plainly: Text.optional(),
    /** What stands under its box in a chain, in at most twelve words. */
    under: Text.optional(),
    /** In what state the source has it, in a few words: a mood, a stage. */
    state: Text.optional(),
    /** How the whole fails without it. */
    failure: z.strictObject({ names: Names, claims: z.array(Id).min(1) }).optional(),
    claims: z.array(Id).min(1),
  })),
  edges: z.record(Slug, z.strictObject({
    from: Slug,
    to: Slug,
    /** What passes along it, in a few words. */
    names: Names,
    /** What the side of a triangle stands for in the whole, over its name: `fear of nuclear weapons`. */
    because: Text.optional(),
    directed: z.boolean().default(true),
    /** The source names it and says no more; in a figure of storeys or rings it has a dashed frame. */
    open: z.literal(true).optional(),
    /** One of the framework's domains; an edge without one belongs to the whole. */
    domain: Slug.optional(),
    /** Claims by which the two stand together (+) or against each other (−); neither: the source does not say (0). */
    bears: z.strictObject({ plus: z.array(Id).default([]), minus: z.array(Id).default([]) }).optional(),
    claims: z.array(Id).min(1),
  })).default({}),
})
export type Framework = z.infer<typeof Framework>

/** corpus/glossary/<lecture>.yaml */
export const Term = z.strictObject({
  names: Names,
  /** Languages in which the name is the wording of the journal's own abstracts. */
  official: z.array(z.enum(['en', 'ru', 'zh'])).default([]),
  pinyin: z.string().optional(),
  /** Other names of it that this course does not use: `{ en: [sovereignty arrangement] }`. */
  not: z.strictObject({ en: z.array(z.string().min(1)).default([]), zh: z.array(z.string().min(1)).default([]) }).optional(),
  /** What it means here, in a sentence of our own. */
  means: Text,
  claims: z.array(Id).default([]),
})
export type Term = z.infer<typeof Term>

/** A proof that a text is silent: none of these words stands in it; with `at`, in the paragraphs of these lines. */
export const Absent = z.strictObject({ source: Slug, words: z.array(z.string().min(2)).min(1), at: z.array(z.int().positive()).min(1).optional() })
export type Absent = z.infer<typeof Absent>

/** corpus/tensions/<lecture>.yaml: claims that cannot both hold, or a claim and a silence. */
export const Tension = z.strictObject({
  title: Text,
  /** Two or more sides; the last may be a silence (`absent`) instead of claims. */
  sides: z.array(z.strictObject({ says: Text, claims: z.array(Id).default([]), absent: Absent.optional() })).min(2),
  /** What a careful reader does about it. */
  reader: Text,
})
export type Tension = z.infer<typeof Tension>

/**
 * corpus/arguments/<lecture>.yaml: an article's main argument, laid out as Toulmin (1958) lays out arguments: grounds bear a claim
 * by a warrant, unless a rebuttal holds. Statements in the order in which they are told; each is used once, so that it is a tree.
 */
export const Argument = z.strictObject({
  title: Text,
  source: Slug,
  /** What a reader who cannot see it is told: the main claim and each ground. */
  describes: Text,
  statements: z.record(Slug, z.strictObject({
    /** A `claim` is borne by others; the main one bears none. */
    is: z.enum(['claim', 'ground', 'warrant', 'rebuttal']),
    /** What a sentence calls it, in one to three words: "mutual need". */
    name: Text,
    /** What the picture says: a reason in at most eight words, all else in twelve; sixteen Han characters. A warrant follows "since", a rebuttal "unless". */
    says: Text,
    /** How far the source commits itself: "often", "under three conditions". */
    qualifier: Text.optional(),
    /** A warrant that the article leaves unsaid and we put into words: it rests on what it joins, and is shown as ours. */
    supplied: z.literal(true).optional(),
    /** Of the article; of a rebuttal, anybody's. */
    claims: z.array(Id).default([]),
  })),
  inferences: z.record(Slug, z.strictObject({
    from: z.array(Slug).min(1),
    to: Slug,
    /** `linked`: it needs every one of `from`; `convergent`: each of them bears it by itself. */
    premises: z.enum(['linked', 'convergent']).default('linked'),
    warrant: Slug.optional(),
    /** Where one of these holds, the step fails. */
    unless: z.array(Slug).default([]),
  })),
})
export type Argument = z.infer<typeof Argument>

/**
 * corpus/stances/<lecture>.yaml: a question without a key, asked before and after two sources are read. A position has no key and is
 * never graded; the bet has one. Claims that settle the bet are among those of the pair: who has read it can see why.
 */
export const Stance = z.strictObject({
  question: Text,
  /** The two ends of the scale, in a few words and equally fair, and how many places it has. */
  scale: z.strictObject({ from: Text, to: Text, places: z.union([z.literal(5), z.literal(7)]) }),
  /** The sources read in between, not one and the same: what each says, in our words, at most 45. */
  pair: z.tuple([
    z.strictObject({ says: Text, claims: z.array(Id).min(1) }),
    z.strictObject({ says: Text, claims: z.array(Id).min(1) }),
  ]),
  /** A statement that the pair settles, to be believed with some certainty before it is read: what calibration is measured by. */
  bet: z.strictObject({ says: Text, holds: z.boolean(), because: Text, claims: z.array(Id).min(1) }),
  /** What a careful reader asks herself afterwards. */
  reader: Text,
})
export type Stance = z.infer<typeof Stance>
/** What the student sees of it. */
export type StanceItem = Omit<Stance, 'bet'> & { bet: Pick<Stance['bet'], 'says'>, /** Hash of what its answers mean. */ revision: string }
/** What settles its bet: never on a page before the pair is read. The position has no key. */
export type StanceKey = { kind: 'stance' } & Omit<Stance['bet'], 'says'>

/** Degrees, east and north: `[45.41, 39.21]`. */
export const LonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type LonLat = z.infer<typeof LonLat>

const Longitude = z.number().min(-180).max(180)
const Latitude = z.number().min(-85).max(85)

/** corpus/maps.yaml: what part of the world a map shows. Its projection is chosen by its bounds (src/atlas/views.ts), and said below the map. */
export const Extent = z.strictObject({
  /** What it shows, as it follows "Map:". */
  name: Text,
  /** What is to be seen at least; `east` less than `west` goes across 180°. */
  bounds: z.strictObject({ west: Longitude, south: Latitude, east: Longitude, north: Latitude }).optional(),
  /** Instead: conic conformal, with what stands in the middle, where its scale is true, and pixels a radian. */
  laid: z.strictObject({ middle: LonLat, parallels: z.tuple([Latitude, Latitude]), scale: z.number().positive() }).optional(),
  /** Degrees that an arrow key moves what is put on the map; a fifth of what an author will ask for. */
  step: z.number().positive(),
  /** Countries that are drawn, by their numbers (ISO 3166-1); all, where none is named. */
  countries: z.array(z.string().regex(/^\d{3}$/, 'expected a number of ISO 3166-1 such as "051"')).min(1).optional(),
}).superRefine(({ bounds, laid }, context) => {
  if (Boolean(bounds) === Boolean(laid)) context.addIssue({ code: 'custom', message: 'expected `bounds` (west, south, east, north), or `laid` instead of them' })
  if (bounds && bounds.north <= bounds.south) context.addIssue({ code: 'custom', message: `north (${bounds.north}) is not north of south (${bounds.south})`, path: ['bounds', 'north'] })
  if (bounds && bounds.east === bounds.west) context.addIssue({ code: 'custom', message: `east and west are the same (${bounds.east})`, path: ['bounds', 'east'] })
})
export type Extent = z.infer<typeof Extent>

export const routeModes = ['rail', 'road', 'pipeline', 'sea', 'cable'] as const
export type RouteMode = (typeof routeModes)[number]
export const routeStatuses = ['built', 'building', 'planned', 'disputed'] as const
export type RouteStatus = (typeof routeStatuses)[number]

/** A place of corpus/routes/<lecture>.yaml. */
export const Place = z.strictObject({
  names: Names,
  /** Of what it is a part, where the map alone misleads: an exclave. */
  of: Text.optional(),
  /** As it is written there, by language: `{ az: Naxçıvan }`. */
  native: z.partialRecord(z.enum(['az', 'hy', 'ka', 'tr', 'zh', 'fa', 'kk']), z.string().min(1)).default({}),
  is: z.enum(['town', 'country', 'sea']).default('town'),
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  /** Where the coordinates come from: "GeoNames 587084"; of a country or a sea: "label". */
  from: z.string().min(1),
  /** On which side of its point the name stands, for each extent that shows it (`dot`: no name); elsewhere it is a bend of a line, or nothing. */
  label: z.record(Slug, z.enum(['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw', 'on', 'dot'])).default({}),
})
export type Place = z.infer<typeof Place>

/** A route of corpus/routes/<lecture>.yaml, drawn straight from place to place. */
export const Route = z.strictObject({
  names: Names,
  /** What is written beside the line, where the name is too long. */
  short: Text.optional(),
  /** What is written after its name where it is the one spoken of: how long it is, whether it is built. */
  beside: Text.optional(),
  modes: z.array(z.enum(routeModes)).min(1),
  /** `disputed`: whether it is to be, or under which name, is contested; `note` says so in words. */
  status: z.enum(routeStatuses),
  note: Text.optional(),
  /** What a reader who cannot see it is told: from where, by way of what, to where. */
  describes: Text,
  vertices: z.array(Id).min(2),
  /** The middle of what is written beside it, for each extent in which it has a name. */
  label: z.record(Slug, z.strictObject({ lon: z.number(), lat: z.number() })).default({}),
  claims: z.array(Id).min(1),
})
export type Route = z.infer<typeof Route>

/** corpus/routes/<lecture>.yaml */
export const RoutesFile = z.strictObject({
  [drafted]: z.literal(true).optional(),
  places: z.record(Slug, Place).default({}),
  routes: z.record(Slug, Route).default({}),
})
