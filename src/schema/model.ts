import { z } from 'zod'
import { Absent } from './corpus.ts'
import { Id, Slug, Text } from './text.ts'

/**
 * What a rule rests on: claims of the source, or `supplied: true` and a sentence that says why we had to add it.
 * A step that the source takes only half has both.
 */
const basis = { claims: z.array(Id).default([]), supplied: z.literal(true).optional(), why: Text.optional() }

const common = {
  /** What the tool is called: its name for a screen reader, "Triangle model". */
  title: Text,
  source: Slug,
}

/** What lies at a corner of `view: cards`: the source has it, lacks it, or does not say. */
export const cornerStates = ['given', 'lacking', 'not-stated'] as const
export type CornerState = (typeof cornerStates)[number]
/** A corner without a card. */
export const noCard = 'none'
export type AtCorner = CornerState | typeof noCard
const atCorner = z.enum([...cornerStates, noCard])

/** What the source says of one input. `absent`: the proof where it says nothing. */
const reading = <T extends z.ZodType>(is: T) => z.strictObject({ is, says: Text, claims: z.array(Id).default([]), absent: Absent.optional() })
/** `but`: the same source says otherwise elsewhere, and neither word is taken back. */
const twoReadings = <T extends z.ZodType>(is: T) => reading(is).extend({ but: reading(is).optional() })

const CornerReading = twoReadings(z.enum(cornerStates))
export type CornerReading = z.infer<typeof CornerReading>

/** One row of the source’s own classification. `comes`: what the rules are to make of it, one entry for each way to read it. */
const CardsCase = z.strictObject({
  name: Text,
  corners: z.record(Slug, CornerReading),
  outcome: z.strictObject({
    says: Text,
    claims: z.array(Id).min(1),
    comes: z.array(z.strictObject({ outcome: Slug, failing: z.array(Slug).default([]) })).min(1),
  }),
})
export type CardsCase = z.infer<typeof CardsCase>

/** How the states are called there: "offered" of a card, "there" of a place. */
const stateWords = z.strictObject({ 'given': Text, 'lacking': Text, 'not-stated': Text })
const casesAsked = {
  name: Text,
  states: stateWords,
  /** A series whose rows these cases are, in its order and by its slugs. */
  series: Id.optional(),
  cases: z.record(Slug, CardsCase),
}

/** Cards at the corners of a triangle: what each case brings there, and what follows from the three. */
export const CardsModel = z.strictObject({
  view: z.literal('cards'),
  ...common,
  /** A triangle whose corners say how the whole fails without them. */
  framework: Id,
  /** `open`: the source leaves it there, and so do we. */
  outcomes: z.record(Slug, z.strictObject({ short: Text, open: z.literal(true).optional() })),
  /** In order: the first whose `when` holds says what follows. `{failures}` and `{open}` stand for the names of those corners. */
  rules: z.record(Slug, z.strictObject({
    when: z.strictObject({
      every: z.array(atCorner).min(1).optional(),
      some: z.array(atCorner).min(1).optional(),
      /** How many of `some`; one where left out. */
      least: z.int().min(1).optional(),
    }),
    outcome: Slug,
    says: Text,
    ...basis,
  })),
  /** That a failure goes with its corner. */
  pairing: z.strictObject({ says: Text, ...basis }),
  /** Beneath the table in print, and on the blank worksheet. */
  print: z.strictObject({ says: Text, blank: Text }),
  tasks: z.strictObject({
    lay: z.strictObject(casesAsked).optional(),
    place: z.strictObject({
      ...casesAsked, case: Text, asks: Text,
      /** A case that is drawn large beside all others before one is chosen: what stays inside it, who works it from outside. */
      shown: z.strictObject({ case: Slug, inside: Text, outside: Text, claims: z.array(Id).min(1) }).optional(),
    }).optional(),
    withdraw: z.strictObject({
      name: Text,
      /** A framework whose nodes are the conditions and the steps. */
      framework: Id,
      asks: Text,
      /** What is taken back at each corner, and which condition that opens. */
      commitments: z.record(Slug, z.strictObject({ name: Text, opens: Slug.optional(), ...basis })),
      /** Joined by “or”: one is enough. */
      conditions: z.array(Slug).min(1),
      conditionsAsked: Text,
      /** In order, each with its **hedge**. A step without a node speaks of the conditions themselves. */
      steps: z.record(Slug, z.strictObject({ node: Slug.optional(), says: Text, claims: z.array(Id).min(1) })),
      /** Where anything is taken back. */
      boundary: z.strictObject({ says: Text, ...basis }).optional(),
      /** Of a `{commitment}` that opens no condition; where no condition holds. */
      silent: Text,
      nothing: Text,
      inCase: Text,
      noCase: Text,
    }).optional(),
  }),
})
export type CardsModel = z.infer<typeof CardsModel>

export const balanceVerdicts = ['balanced', 'unbalanced', 'undetermined'] as const
/** Signs between three actors, field by field, and their structural balance (src/models/signed-graph.ts). */
export const SignedGraphModel = z.strictObject({
  view: z.literal('signed-graph'),
  ...common,
  /** A triangle with domains whose sides say what they bear. */
  framework: Id,
  /** The published theory that the program reckons with; its claims are cited beneath. */
  rules: z.record(Slug, z.strictObject({ says: Text, ...basis })),
  print: z.strictObject({ says: Text, blank: Text }),
  /** What the rules make of each field as the source has it. */
  cases: z.record(Slug, z.strictObject({ comes: z.enum(balanceVerdicts), ...basis })),
})
export type SignedGraphModel = z.infer<typeof SignedGraphModel>

/** Where a cell of a decision table has no rule: the source names no outcome there. */
export const unnamed = 'unnamed'
/** Where the source does not say in which row or column a case stands. */
export const leftOpen = 'left-open'

/** Two factors and what follows where they meet: the first stands down the side of the table, the second along its top. */
export const DecisionTableModel = z.strictObject({
  view: z.literal('decision-table'),
  ...common,
  factors: z.record(Slug, z.strictObject({ name: Text, values: z.record(Slug, z.strictObject({ name: Text })) })),
  outcomes: z.record(Slug, z.strictObject({ name: Text, says: Text })),
  /** In order: the first whose `when` holds says what follows in a cell. A factor that `when` leaves out may be anything. */
  rules: z.record(Slug, z.strictObject({ when: z.record(Slug, z.array(Slug).min(1)), outcome: Slug, says: Text, ...basis })),
  /** What is said in a cell for which there is no rule; wanted where there is one, and only then. */
  unnamed: Text.optional(),
  /** What one row of the classification is called, "State", and what the class is asked. */
  case: Text,
  asks: Text,
  cases: z.record(Slug, z.strictObject({
    name: Text,
    at: z.record(Slug, twoReadings(Slug)),
    /** `comes`: an outcome, `unnamed` or `left-open`, one for each way to read the case. */
    outcome: z.strictObject({ says: Text, claims: z.array(Id).min(1), comes: z.array(Slug).min(1) }),
  })),
  series: Id.optional(),
  print: z.strictObject({ says: Text, blank: Text }),
})
export type DecisionTableModel = z.infer<typeof DecisionTableModel>

/**
 * One cell of weighted scores: a score and what it rests on, or `is: not-stated` with the words that do not occur. A cell that is not
 * stated has no score of its own: it counts as the model's `notStated` says, and is never left out of a total.
 */
const Score = z.strictObject({ score: z.number().optional(), is: z.literal('not-stated').optional(), says: Text, absent: Absent.optional(), ...basis }).superRefine(({ score, is, absent, supplied }, context) => {
  if ((score === undefined) === (is === undefined)) context.addIssue({ code: 'custom', message: score === undefined ? 'expected a score, or `is: not-stated` where the source says nothing' : 'has a score and is not stated; what a cell counts that is not stated, the model says under `notStated`' })
  if (is === undefined && absent) context.addIssue({ code: 'custom', message: 'it has a score; it needs no words that do not occur', path: ['absent'] })
  if (is !== undefined && supplied) context.addIssue({ code: 'custom', message: 'nothing is supplied here: the model says once, under `notStated`, what such a cell counts and why', path: ['supplied'] })
})

/** Options scored by criteria, and one or two sets of weights for the same criteria. */
export const WeightedScoresModel = z.strictObject({
  view: z.literal('weighted-scores'),
  ...common,
  /** The lowest and the highest score; the highest weight. */
  scale: z.strictObject({ from: z.int(), to: z.int(), weight: z.int().positive() }),
  criteria: z.record(Slug, z.strictObject({ name: Text })),
  options: z.record(Slug, z.strictObject({ name: Text })),
  /** Option -> criterion -> its score, and what it rests on. */
  scores: z.record(Slug, z.record(Slug, Score)),
  /** What every cell counts that is not stated, and why we chose it; wanted where there is one, and only then. */
  notStated: z.strictObject({ score: z.number(), why: Text }).optional(),
  sets: z.record(Slug, z.strictObject({
    name: Text,
    weights: z.record(Slug, z.number().nonnegative()),
    ...basis,
    /** The options in the order that the source comes to. */
    ranks: z.array(Slug).min(1),
  })),
  /** What a total comes to, from the highest down: `{ strong: { from: 7, … }, weak: { from: 0, … } }`. */
  bands: z.record(Slug, z.strictObject({ from: z.number(), name: Text, ...basis })).optional(),
  asks: Text,
  print: z.strictObject({ says: Text, blank: Text }),
})
export type WeightedScoresModel = z.infer<typeof WeightedScoresModel>

/** What a move, an event or a rule of a game does to gauges and to ties: `{ purse: -2, tie: 1, others: -1 }`. */
const Effects = z.record(Slug, z.int())
/**
 * `{ purse: { most: 0 } }`; of the ties: `any-tie`, `every-tie`, `spread` (highest less lowest); of the round: `crowd` (how many players made
 * the same move), `rush` (how many went to the power that most went to), `turned` (1 for who went to another power than the last time).
 */
const Bounds = z.record(z.string(), z.strictObject({ least: z.int().optional(), most: z.int().optional() }))

/** Names that effects and bounds give to the ties; no gauge has one of them. */
export const tieWords = ['tie', 'others', 'all-ties', 'any-tie', 'every-tie', 'spread', 'crowd', 'rush', 'turned'] as const

/** Players move at once, round by round; each has gauges, and a tie with each power. Same moves and same seed: same game. */
export const GameModel = z.strictObject({
  view: z.literal('game'),
  ...common,
  rounds: z.int().min(1).max(8),
  /** The rounds of a short game, if there is one. */
  short: z.int().min(1).max(8).optional(),
  powers: z.record(Slug, z.strictObject({ name: Text })),
  /** A gauge stays between `from` and `to`. */
  gauges: z.record(Slug, z.strictObject({ name: Text, from: z.int(), to: z.int(), start: z.int() })),
  ties: z.strictObject({ name: Text, from: z.int(), to: z.int(), start: z.int() }),
  /** `start`: where a player does not begin as the others do, by gauge or by power; `card` says what that rests on. */
  players: z.record(Slug, z.strictObject({ name: Text, start: z.record(Slug, z.int()).default({}), card: z.strictObject({ says: Text, ...basis }).optional() })),
  /**
   * `toward`: made toward one power, whose tie is `tie`; `others` are the ties with the rest; `by` is what one power gives besides.
   * `costs` must be there to be paid.
   */
  moves: z.record(Slug, z.strictObject({ name: Text, says: Text, toward: z.literal(true).optional(), costs: z.record(Slug, z.int().positive()).default({}), does: Effects, by: z.record(Slug, Effects).default({}), ...basis })),
  /** One is drawn each round, by the seed, and none twice before all were drawn. It meets those for whom `when` holds, but for the `spared`. */
  chances: z.record(Slug, z.strictObject({ name: Text, says: Text, when: Bounds.default({}), spared: z.array(Slug).default([]), does: Effects, ...basis })).default({}),
  /** After each round, in order: every rule whose `when` holds fires, once a round. `spared`: moves after which it does not. */
  rules: z.record(Slug, z.strictObject({ name: Text, says: Text, when: Bounds, spared: z.array(Slug).default([]), does: Effects, ...basis })),
  /** At the end, in order, the best first: the first whose `when` holds. */
  outcomes: z.record(Slug, z.strictObject({ name: Text, says: Text, when: Bounds, ...basis })),
  asks: Text,
  print: z.strictObject({ says: Text, blank: Text }),
})
export type GameModel = z.infer<typeof GameModel>

export const views = ['cards', 'signed-graph', 'decision-table', 'weighted-scores', 'game'] as const
export type View = (typeof views)[number]

/** corpus/models/<lecture>.yaml: inputs, rules and outcomes of a source as data; `<Explorer>` draws each view. */
export const Model = z.discriminatedUnion('view', [CardsModel, SignedGraphModel, DecisionTableModel, WeightedScoresModel, GameModel], {
  error: ({ code }) => code === 'invalid_union' ? `expected a view: ${views.join(', ')}` : undefined,
})
export type Model = z.infer<typeof Model>
export type ModelOf<V extends View> = Extract<Model, { view: V }>
