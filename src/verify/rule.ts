import type { Course, Problem } from '#course'
import type { CourseText, Coverage } from '#fonts'
import type { Kept } from './kept.ts'

/** What a rule may look at besides the course. Disk and DOM are read in `disk.ts` and arrive here as values. */
export interface Context {
  /** Every file of ours that holds words, by its path from the root: corpus, slides, README, code, tests. */
  files: ReadonlyMap<string, string>
  /** The source texts, by file name, as lines; empty where they are not at hand. */
  sources: ReadonlyMap<string, string[]>
  house: House
  /** Why mermaid does not read this text; nothing where it does. */
  refusal: (diagram: string) => Promise<string | undefined>
  /** What earlier runs have found out about the same texts. */
  kept: Kept
}

/** What decks stand on: the tags, layouts and fonts of the project. */
export interface House {
  /** "Exercise" -> text of components/Exercise/Exercise.vue */
  components: ReadonlyMap<string, string>
  /** "framework" -> text of layouts/framework.vue */
  layouts: ReadonlyMap<string, string>
  /** What decks serve as files, from slides/public: "/map.svg". */
  served: readonly string[]
  /** Files under slides/, for `src:`: "parts/one.md". */
  beside: readonly string[]
  /** The words that readers see, for the fonts. */
  shown: readonly CourseText[]
  /** What a deck's `addons` must name. */
  addon: string
  /** What a deck's `theme` must name, and what it says to Slidev for all decks. */
  theme: { path: string, defaults: Readonly<Record<string, unknown>> }
  /** What the font packages can draw; read from them when a rule asks. */
  drawable: () => Promise<Coverage>
  /** corpus/schemas/*.schema.json, by file name; what editors complete from. */
  schemas: ReadonlyMap<string, string>
}

export interface Outcome {
  /** How many things were looked at; a rule that looked at none has proved nothing, and the table says so. */
  checked: number
  problems: Problem[]
  /** What an author should look at, though nothing is wrong by itself: told like problems, and no command fails for it. */
  warnings?: Problem[]
  /** What the reader of the table should know: "needs the source files". */
  remark?: string
}

export interface Rule {
  name: string
  /** One sentence: what holds when this rule reports nothing. */
  description: string
  /** A rule of words, not of truth: corpus/style.yaml may name what is to stand although it reports it. */
  allowsExceptions?: true
  check: (course: Course, context: Context) => Outcome | Promise<Outcome>
}

export const defineRule = (rule: Rule): Rule => rule
