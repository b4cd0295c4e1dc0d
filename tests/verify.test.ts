import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { readCourse } from '#course/disk'
import { diskFolder, edited, type Folder, readOnce, within } from '#course/folder'
import { locksNow, type Result, rules, verify } from '#verify'
import { openContext } from '#verify/disk'
import { keptIn } from '#verify/kept'

/**
 * The checker, proved: a whole course of one lecture on an article of its own invention, which has no problem;
 * then one fault at a time is planted, and only the rule that is for it may speak.
 */
const house = fileURLToPath(new URL('..', import.meta.url))
const tiny = fileURLToPath(new URL('./tiny-course', import.meta.url))

type Edit = [file: string, from: string | null, to: string | null]
interface Fault {
  fault: string
  /** What is changed; `from: null` writes a new file, `to: null` takes the file away. */
  edits: Edit[]
  /** Where the letter points: the first line of this file, as it then is, that holds these words. */
  at?: [file: string, words: string]
  /** What it says. */
  says: RegExp
  /** The author has not run `verify --lock` since. */
  unlocked?: true
  withoutSources?: true
}

const en = 'slides/ferry.en.md'
const zh = 'slides/ferry.zh.md'
const claims = 'corpus/claims/lin-du-2026.yaml'
const signs = 'exercises/ferry/who-with-whom.yaml'
const shores = 'corpus/frameworks/shores.yaml'
const routes = 'corpus/routes/ferry.yaml'
const events = 'corpus/events/ferry.yaml'
/** A date of the same event beside its own, written into the corpus. */
const another = (other: string, more = ''): Edit[] => [[events, 'opened:', `twice: { date: "1968", name: { en: Twice, zh: 两次 }, theme: line,${more} claims: [lin-du-2026/line-opened], otherwise: [{ ${other} }] }\nopened:`]]
const stance = 'corpus/stances/ferry.yaml'
const models = 'corpus/models/ferry.yaml'
const lives = 'corpus/arguments/ferry.yaml'
/** A claim that is being written, beside the finished ones. */
const draftClaim = 'draft: true\nanother: { says: { en: Fishermen wanted it., zh: 是渔民要开的。 }, kind: argument, status: stands, at: { line: 15 }, evidence: [第一条渡线] }\n'

const both = (from: string, to: string): Edit[] => [[en, from, to], [zh, from, to]]

/** An exercise before the slide that shows what it asks, which says so. */
const aGuess: Edit[] = [...both('<YourLine />', '<YourLine />\n\n<Exercise id="ferry/growth-again" />'), ['exercises/ferry/growth-again.yaml', 'claims: [', 'before: true\nclaims: [']]

/** A row of corpus/style.yaml. */
const written = (row: string): Edit => {
  const [, word = 'puzzle of this day'] = /word: ([^,]+)/.exec(row) ?? []
  return ['corpus/style.yaml', null, `words:\n  - { ${row}, why: why not, instead: another, finds: ${word}, spares: another }\n`]
}

/** The term of the glossary, with a name that is not to be used. */
const anotherName = (not: string): Edit => ['corpus/glossary/ferry.yaml', 'means:', `not: ${not}\n  means:`]

/** A claim of which more than half is the article's, and what lets it stand. */
const tooClose: Edit[] = [[claims, '林渡认为，没有船，货物就堆在岸上。', '林渡认为，少了船，货物便在岸边积压，别无他法。']]
const closeStands: Edit = ['corpus/style.yaml', null, 'exceptions:\n  - { rule: reworded, path: corpus/claims/lin-du-2026.yaml, id: lin-du-2026/goods-pile-up, reason: older }\n']

/** Six choices whose right option is the longest and, by the order they are shown in, never mind where. */
const longKeys = Array.from({ length: 6 }, (_, index): Edit => [`exercises/ferry/habit-${index}.yaml`, null, `
kind: choice
asks: says
skill: recall
difficulty: 1
outcome: explain
prompt: { en: "What stops first?", zh: 最先停的是什么？ }
claims: [lin-du-2026/dark-first]
hint: { en: Think of winter., zh: 想想冬天。 }
why: { en: Nobody sees the rocks at night without a light., zh: 没有灯，夜里看不见礁石。 }
options:
  night: { text: { en: "The crossings by night, since nobody sees the rocks", zh: 夜里的渡船，因为看不见礁石 }, claims: [lin-du-2026/dark-first] }
  market: { text: { en: The market, zh: 集市 }, claims: [lin-du-2026/dark-first] }
  post: { text: { en: The post, zh: 邮差 }, claims: [lin-du-2026/dark-first] }
key: night
feedback:
  - { id: not-said, when: { option: market }, says: { en: Lin names no market., zh: 林渡没有提到集市。 } }
right: [night]
wrong: [{ response: market, fires: [not-said] }]
`])

const where = 'exercises/ferry/where.yaml'
/** Two piers to put on the map; `changed` has one fault. */
const placed = (from: string, to: string): Edit[] => [[where, null, `
kind: place
asks: case
skill: recall
difficulty: 1
outcome: explain
prompt: { en: "Where are the piers?", zh: 码头在哪里？ }
claims: [lin-du-2026/line-opened]
hint: { en: Look along the coast., zh: 沿着海岸找。 }
why: { en: The harbour lies there., zh: 港口就在那里。 }
view: south-caucasus
within: 20
items:
  here: { text: { en: The north pier, zh: 北岸码头 }, place: ferry/north-pier, claims: [lin-du-2026/line-opened] }
landmarks: [ferry/strait]
feedback:
  - { id: hill, when: { item: here, nearer: ferry/signal-hill }, says: { en: No boat goes there., zh: 那里不通船。 } }
right:
  - { here: [50.1, 40.5] }
wrong:
  - { response: { here: [48.5, 41] }, fires: [hill] }
`.replace(from, to)]]

/** A decision table, weighted scores and a game beside the models of the tiny course; each fault replaces one string in one of them. */
const added = {
  table: `
winds:
  view: decision-table
  title: { en: Wind and light, zh: 风和灯 }
  source: lin-du-2026
  factors:
    wind: { name: { en: Wind, zh: 风 }, values: { calm: { name: { en: calm, zh: 没有风 } }, storm: { name: { en: storm, zh: 有风 } } } }
    light: { name: { en: Light, zh: 灯 }, values: { lit: { name: { en: lit, zh: 有灯 } }, dark: { name: { en: dark, zh: 没有灯 } } } }
  outcomes: { goes: { name: { en: goes, zh: 走 }, says: { en: It goes., zh: 走。 } }, stops: { name: { en: stops, zh: 停 }, says: { en: It stops., zh: 停。 } } }
  rules:
    lit: { when: { wind: [calm], light: [lit] }, outcome: goes, says: { en: It goes., zh: 走。 }, claims: [lin-du-2026/three-supports] }
    dark: { when: { light: [dark] }, outcome: stops, says: { en: It stops., zh: 停。 }, claims: [lin-du-2026/dark-first] }
  unnamed: { en: Not told., zh: 没有说。 }
  case: { en: Line, zh: 渡线 }
  asks: { en: Where?, zh: 在哪？ }
  cases:
    night:
      name: { en: Night, zh: 夜航 }
      at: { wind: { is: calm, says: { en: no wind, zh: 没有风 }, claims: [lin-du-2026/dark-first] }, light: { is: dark, says: { en: no light, zh: 没有灯 }, claims: [lin-du-2026/dark-first] } }
      outcome: { says: { en: it stops, zh: 停 }, claims: [lin-du-2026/dark-first], comes: [stops] }
  print: { says: { en: By us., zh: 我们来。 }, blank: { en: Fill each., zh: 填每一格。 } }
`,
  scores: `
piers:
  view: weighted-scores
  title: { en: Two piers, zh: 码头 }
  source: lin-du-2026
  scale: { from: 0, to: 5, weight: 5 }
  criteria: { light: { name: { en: Light, zh: 灯 } }, boat: { name: { en: Boat, zh: 船 } } }
  options: { north: { name: { en: North, zh: 北 } }, south: { name: { en: South, zh: 南 } } }
  scores:
    north: { light: { score: 5, says: { en: lit, zh: 有灯 }, claims: [lin-du-2026/dark-first] }, boat: { score: 1, says: { en: a boat, zh: 有船 }, claims: [lin-du-2026/goods-pile-up] } }
    south: { light: { score: 2, says: { en: dark, zh: 没有灯 }, claims: [lin-du-2026/dark-first] }, boat: { score: 3, says: { en: a boat, zh: 有船 }, claims: [lin-du-2026/goods-pile-up] } }
  sets: { night: { name: { en: Night, zh: 夜航 }, weights: { light: 3, boat: 1 }, claims: [lin-du-2026/dark-first], ranks: [north, south] } }
  asks: { en: Where?, zh: 在哪？ }
  print: { says: { en: By us., zh: 我们来。 }, blank: { en: Fill each., zh: 填每一格。 } }
`,
  game: `
crossing:
  view: game
  title: { en: Crossing, zh: 过渡 }
  source: lin-du-2026
  rounds: 3
  powers: { north: { name: { en: North, zh: 北 } }, south: { name: { en: South, zh: 南 } } }
  gauges: { purse: { name: { en: purse, zh: 票款 }, from: 0, to: 4, start: 2 } }
  ties: { name: { en: ties, zh: 关 }, from: 0, to: 3, start: 1 }
  players: { boat: { name: { en: Boat, zh: 船 } } }
  moves:
    sail: { name: { en: Sail, zh: 走 }, says: { en: Nearer., zh: 走。 }, toward: true, costs: { purse: 2 }, does: { tie: 2, others: -1 }, claims: [lin-du-2026/goods-pile-up] }
    wait: { name: { en: Wait, zh: 停 }, says: { en: Later., zh: 停。 }, does: { purse: 1 }, claims: [lin-du-2026/dark-first] }
  rules: { jealous: { name: { en: Apart, zh: 两地 }, says: { en: Apart., zh: 两地。 }, when: { spread: { least: 3 } }, does: { purse: -1 }, claims: [lin-du-2026/costs-shared] } }
  outcomes:
    near: { name: { en: near, zh: 一地 }, says: { en: Near., zh: 一地。 }, when: { any-tie: { least: 3 } }, claims: [lin-du-2026/three-supports] }
    far: { name: { en: far, zh: 没有 }, says: { en: Far., zh: 没有。 }, when: {}, claims: [lin-du-2026/three-supports] }
  asks: { en: Where?, zh: 在哪？ }
  print: { says: { en: By us., zh: 我们来。 }, blank: { en: Fill each., zh: 填每一格。 } }
`,
}
/** A score of `added.scores`, and what may stand there instead. */
const aBoat = 'boat: { score: 1, says: { en: a boat, zh: 有船 }, claims: [lin-du-2026/goods-pile-up] }'
const notStated = 'boat: { is: not-stated, says: { en: nothing, zh: 没有说 }, absent: { source: lin-du-2026, words: [吊索] } }'
const withModel = (record: string, from = '', to = ''): Edit[] => {
  if (!record.includes(from)) throw new Error(`the planted model should hold ${from}`)
  return [[models, 'keeping:\n', `${record.slice(1).replace(from, () => to)}\nkeeping:\n`]]
}

const faults: Record<string, Fault[]> = {
  shape: [
    { fault: 'a tab in an exercise, and nothing that follows from it', edits: [['exercises/ferry/who-pays.yaml', 'hint: {', '\thint: {']], at: ['exercises/ferry/who-pays.yaml', '\thint'], says: /^cannot be read as YAML: [^\n]*$/ },
    { fault: 'a colon in a text, and nothing that follows from it', edits: [['exercises/ferry/who-pays.yaml', 'outcome: explain', 'outcome: what: explain']], at: ['exercises/ferry/who-pays.yaml', 'outcome'], says: /^cannot be read as YAML: a colon with a space behind it[^\n]*put the text in quotes: outcome: "what: explain"$/ },
    { fault: 'no syllabus, and nothing that follows from it', edits: [['corpus/course.yaml', null, null]], says: /^this file is missing; expected the title of the course and its lectures in order$/ },
    { fault: 'a kind of exercise misspelt', edits: [['exercises/ferry/who-pays.yaml', 'kind: choice', 'kind: choise']], at: ['exercises/ferry/who-pays.yaml', 'kind: choise'], says: /^kind: read "choise", which is none of those there are; did you mean "choice"\?$/ },
    { fault: 'a kind misspelt in a deck that has a guess: one problem, no word about the guess', edits: [['exercises/ferry/who-pays.yaml', 'kind: choice', 'kind: choise'], ...aGuess], at: ['exercises/ferry/who-pays.yaml', 'kind: choise'], says: /^kind: read "choise"[^\n]*$/ },
    { fault: 'a difficulty of seven', edits: [['exercises/ferry/who-pays.yaml', 'difficulty: ', 'difficulty: 7 #']], at: ['exercises/ferry/who-pays.yaml', 'difficulty'], says: /^difficulty: read 7, expected 1, 2 or 3$/ },
    { fault: 'a hint misspelt: one problem', edits: [['exercises/ferry/who-pays.yaml', 'hint: {', 'hnit: {']], at: ['exercises/ferry/who-pays.yaml', 'hnit'], says: /^hnit: unknown field; did you mean "hint"\?$/ },
    { fault: 'a prompt without its Chinese text', edits: [['exercises/ferry/in-order.yaml', /* its prompt */ 'prompt: {', 'prompt: { ru: x,']], at: ['exercises/ferry/in-order.yaml', 'ru: x'], says: /^prompt\.ru: unknown field; there is en, zh$/ },
    { fault: 'a stance without its Chinese end', edits: [[stance, 'to: { en: Yes, zh: 会 }', 'to: { en: Yes }']], at: [stance, 'to: { en: Yes'], says: /^bridge\.scale\.to\.zh: the Chinese text is missing$/ },
    { fault: 'a corner in a state that is none', edits: [[models, 'light: { is: lacking', 'light: { is: lackign']], at: [models, 'lackign'], says: /read "lackign", expected.*did you mean "lacking"\?/ },
    { fault: 'a place that is none', edits: placed('nearer: ferry/signal-hill', 'nearer: ferry/signal-hil'), at: [where, 'signal-hil }'], says: /no place "ferry\/signal-hil"; did you mean "ferry\/signal-hill"\?/ },
    { fault: 'a route with a status that is none', edits: [[routes, 'status: built', 'status: bulit']], at: [routes, 'bulit'], says: /routes\.line\.status|line\.status: read "bulit", expected.*did you mean "built"\?/ },
    { fault: 'a third kind of thing on the map', edits: [[routes, 'routes:', 'rivers: {}\nroutes:']], at: [routes, 'rivers'], says: /unknown field "rivers"/ },
    { fault: 'a date that is none', edits: [['corpus/events/ferry.yaml', 'opened:', 'late: { date: "2001-6", name: { en: Late, zh: 后来 }, claims: [lin-du-2026/no-term] }\nopened:']], at: ['corpus/events/ferry.yaml', 'late:'], says: /read "2001-6", expected a quoted date/ },
    { fault: 'an unknown field', edits: [['corpus/events/ferry.yaml', 'opened:', 'late: { date: "2001", nmae: x, name: { en: Late, zh: 后来 }, claims: [lin-du-2026/no-term] }\nopened:']], at: ['corpus/events/ferry.yaml', 'nmae'], says: /late\.nmae: unknown field; there is date/ },
    { fault: 'a deck whose name says no language', edits: [['slides/ferry.md', null, '# Ferry\n']], at: ['slides/ferry.md', '# Ferry'], says: /expected <lecture>\.en\.md/ },
    { fault: 'a key that points to no event', edits: [['exercises/ferry/in-order.yaml', 'wind: ferry/storm', 'wind: ferry/strom']], at: ['exercises/ferry/in-order.yaml', 'strom'], says: /ferry\/strom/ },
    { fault: 'a domain misspelt', edits: [[signs, 'domain: upkeep\npassages', 'domain: upkep\npassages']], at: [signs, 'domain: upkep'], says: /no domain of shores\/keeping "upkep"; did you mean "upkeep"\?/ },
    { fault: 'a sign that no passage bears', edits: [[signs, 'claims: [lin-du-2026/nobody-repairs] }', 'claims: [lin-du-2026/goods-pile-up] }']], at: [signs, 'passages:'], says: /none bears - on "shared-bill"; expected one that rests on lin-du-2026\/nobody-repairs/ },
    { fault: 'a side that does not say what bears it', edits: [[shores, '      bears: {}\n', '']], at: [signs, 'framework: shores/keeping'], says: /the edge "left-open" of shores\/keeping does not say what bears it/ },
    { fault: 'a side that is missing', edits: [[shores, 'to: boat\n      domain: upkeep\n', 'to: boat\n']], at: [signs, 'domain: upkeep'], says: /expected one edge of shores\/keeping for each two of light, boat, ticket; "upkeep" has shared-bill, left-open/ },
    { fault: 'a passage by the reserved name', edits: [[signs, '  shore: {', '  none: {'], [signs, 'passage: shore }, says', 'passage: none }, says']], at: [signs, '  none: {'], says: /"none" stands for "no passage says so"/ },
    { fault: 'a zero without its quotes', edits: [[signs, 'left-open: { sign: "0"', 'left-open: { sign: 0']], says: /right\.0\.left-open\.sign: read 0, expected a text; put it in quotes: "0"/ },
    { fault: 'a schema for editors that is out of date', edits: [['corpus/schemas/claims.schema.json', null, '{}\n']], says: /--schemas/ },
  ],
  ids: [
    { fault: 'the mark of an actor that there is not', edits: both(' <Cite claim="lin-du-2026/takings-grew" />', ' <b class="power harbour">Harbour</b> <Cite claim="lin-du-2026/takings-grew" />'), at: [en, 'power harbour'], says: /no actor "harbour"/ },
    { fault: 'a case that rests on a claim misspelt', edits: [[models, 'claims: [lin-du-2026/goods-pile-up]', 'claims: [lin-du-2026/goods-pile]']], at: [models, 'goods-pile]'], says: /no claim "lin-du-2026\/goods-pile"; did you mean "lin-du-2026\/goods-pile-up"\?/ },
    { fault: 'a model of a triangle that there is not', edits: [[models, 'framework: ferry/supports', 'framework: ferry/support']], at: [models, 'framework: ferry/support'], says: /no framework "ferry\/support"; did you mean "ferry\/supports"\?/ },
    { fault: 'a model on a slide that there is not', edits: both('<Framework id="ferry/supports" as="triangle" />', '<Explorer id="ferry/suports" />'), at: [en, '<Explorer'], says: /no model "ferry\/suports"; did you mean "ferry\/supports"\?/ },
    { fault: 'a route by way of a place that there is not', edits: [[routes, 'ferry/south-pier]', 'ferry/south-peir]']], at: [routes, 'south-peir'], says: /no place "ferry\/south-peir"; did you mean "ferry\/south-pier"\?/ },
    { fault: 'a route that no claim mentions by that name', edits: [[routes, 'lin-du-2026/line-opened', 'lin-du-2026/line-openend']], at: [routes, 'line-openend'], says: /no claim "lin-du-2026\/line-openend"; did you mean "lin-du-2026\/line-opened"\?/ },
    { fault: 'a map of a route that there is not, in an extent that there is not', edits: both('<Series id="ferry/takings" />', '<CorridorMap routes="line, linne" highlight="lines" view="caucasus" />\n\n<Series id="ferry/takings" />'), at: [en, '<CorridorMap'], says: /no route "ferry\/linne"; did you mean "ferry\/line"[\s\S]*highlight: "ferry\/lines" is not among[\s\S]*no extent "caucasus"/ },
    { fault: 'a claim misspelt in an exercise', edits: [['exercises/ferry/who-pays.yaml', 'claims: [lin-du-2026/costs-shared]\nhint', 'claims: [lin-du-2026/cost-shared]\nhint']], at: ['exercises/ferry/who-pays.yaml', 'cost-shared'], says: /no claim "lin-du-2026\/cost-shared"; did you mean "lin-du-2026\/costs-shared"\?/ },
    { fault: 'a claim cited under a wrong source', edits: both('Cite claim="lin-du-2026/takings-2006', 'Cite claim="harbour-office-2025/takings-2006'), at: [en, 'harbour-office-2025/takings-2006'], says: /did you mean "lin-du-2026\/takings-2006"/ },
    { fault: 'an outcome that the lecture has not', edits: [['exercises/ferry/who-pays.yaml', 'outcome: explain', 'outcome: explains']], at: ['exercises/ferry/who-pays.yaml', 'explains'], says: /no outcome "explains".*"explain"/ },
    { fault: 'a claim misspelt among those that bear a side', edits: [[shores, 'plus: [lin-du-2026/dark-first]', 'plus: [lin-du-2026/dark-frist]'], [signs, 'claims: [lin-du-2026/dark-first]', 'claims: [lin-du-2026/dark-frist]']], at: [shores, 'dark-frist'], says: /no claim "lin-du-2026\/dark-frist"; did you mean "lin-du-2026\/dark-first"\?/ },
    { fault: 'an edge to a node that is not there', edits: [['corpus/frameworks/ferry.yaml', 'to: ticket,', 'to: tickets,']], at: ['corpus/frameworks/ferry.yaml', 'to: tickets'], says: /no node "tickets".*"ticket"/ },
    { fault: 'a side of a domain that there is not', edits: [['corpus/frameworks/ferry.yaml', 'domain: night, bears', 'domain: nights, bears']], at: ['corpus/frameworks/ferry.yaml', 'domain: nights'], says: /no domain "nights" in this framework; did you mean "night"\?/ },
    { fault: 'a sign borne by a claim that the side does not name', edits: [['corpus/frameworks/ferry.yaml', 'plus: [lin-du-2026/three-supports]', 'plus: [lin-du-2026/costs-shared]']], at: ['corpus/frameworks/ferry.yaml', 'fare-day:'], says: /"lin-du-2026\/costs-shared" is not among the claims of this edge/ },
    { fault: 'a side with signs that leads out of the triangle', edits: [['corpus/frameworks/ferry.yaml', 'fare-day: { from: boat, to: ticket', 'fare-day: { from: boat, to: market']], says: /joins two corners of a triangle \(light, boat, ticket\); read boat and market/ },
    { fault: 'a triangle of two corners', edits: [['corpus/frameworks/ferry.yaml', 'light: { names: { en: Light, zh: 灯塔, ru: Маяк }, mark: solid, claims: [lin-du-2026/three-supports] }\n    ', ''], ['corpus/frameworks/ferry.yaml', '    market: { names: { en: Market, zh: 集市, ru: Рынок }, claims: [lin-du-2026/three-supports] }\n', '']], says: /a triangle has three corners, read 2/ },
    { fault: 'a domain on a slide that the framework has not', edits: both('<Framework id="ferry/supports"', '<Framework domain="day" id="ferry/supports"'), at: [en, 'domain="day"'], says: /no domain "day" in "ferry\/supports"/ },
    { fault: 'a chart of a series misspelt', edits: both('Chart series="ferry/takings"', 'Chart series="ferry/taking"'), at: [en, 'ferry/taking"'], says: /no series "ferry\/taking"; did you mean "ferry\/takings"\?/ },
    { fault: 'a chart of a column that there is not', edits: both('column="amount"', 'column="amounts"'), at: [en, 'column="amounts"'], says: /<Chart series="ferry\/takings">: no column "amounts"; there is amount, growth/ },
    { fault: 'columns that would not begin at zero', edits: both('column="amount"', 'column="amount" as="columns" base="100"'), at: [en, 'base="100"'], says: /<Chart series="ferry\/takings">: columns begin at zero, or their lengths say nothing/ },
    { fault: 'a line that begins above a figure', edits: both('column="amount"', 'column="amount" as="lines" base="130"'), at: [en, 'base="130"'], says: /base: read "130", expected a figure not above the least of these, 120\.4/ },
    { fault: 'a form of chart that there is not', edits: both('column="amount"', 'column="amount" as="line"'), at: [en, 'as="line"'], says: /as: read "line"; there is bars, columns, lines/ },
    { fault: 'a bar told that is not drawn', edits: both('column="amount"', 'column="amount" told="2006"'), at: [en, 'told="2006"'], says: /told: "2006" is not drawn; there is y2004, y2005, y2006/ },
    { fault: 'two units on one axis', edits: both('Chart series="ferry/takings" column="amount"', 'Chart series="ferry/takings" row="y2006"'), at: [en, 'row="y2006"'], says: /one axis has one unit and one base/ },
    { fault: 'a unit of a column that there is not', edits: [['corpus/series/ferry.yaml', '    growth: { name: { en: "growth, %"', '    growht: { name: { en: "growth, %"']], at: ['corpus/series/ferry.yaml', 'growht:'], says: /no column or row "growht" in this series; did you mean "growth"\?/ },
    { fault: 'a theme misspelt', edits: [[events, 'theme: papers', 'theme: paper']], at: [events, 'theme: paper,'], says: /no theme "paper"; did you mean "papers"\?/ },
    { fault: 'a claim misspelt behind another date', edits: [[events, 'open: true, claims: [lin-du-2026/keeping-agreed]', 'open: true, claims: [lin-du-2026/keeping-agred]']], at: [events, 'keeping-agred'], says: /no claim "lin-du-2026\/keeping-agred"; did you mean "lin-du-2026\/keeping-agreed"\?/ },
    { fault: 'a timeline of an event that there is not, in lanes and a window that are none', edits: both('events="opened, storm, running" from="1960"', 'events="opened, strom" by="themes" from="1960" to="1959" rows="few"'), at: [en, '<Timeline'], says: /no event "ferry\/strom"; did you mean "ferry\/storm"[\s\S]*by: read "themes"[\s\S]*the window ends before it begins[\s\S]*rows: read "few"/ },
    { fault: 'a stance that there is not, and without what its score is taken from', edits: both('<Series id="ferry/takings" />', '<Stance id="ferry/bridg" />\n\n<Series id="ferry/takings" />'), at: [en, '<Stance'], says: /no stance "ferry\/bridg"; did you mean "ferry\/bridge"\?[\s\S]*no claim "brier-1950\/score"/ },
    { fault: 'a claim misspelt in a stance', edits: [[stance, 'claims: [harbour-office-2025/ferry-stays]', 'claims: [harbour-office-2025/ferry-stay]']], at: [stance, 'ferry-stay]'], says: /no claim "harbour-office-2025\/ferry-stay"; did you mean/ },
    { fault: 'a link to a slide that is not there', edits: [[zh, '(#/line)', '(#/lines)']], at: [zh, '#/lines'], says: /no slide "lines".*"line"/ },
    { fault: 'a step beyond the last', edits: both('as="triangle"', 'as="triangle" step="9"'), at: [en, 'step="9"'], says: /steps 1 to 6/ },
    { fault: 'a ground of an argument on a claim that is not there', edits: [['corpus/arguments/ferry.yaml', 'lin-du-2026/dark-first', 'lin-du-2026/dark-frist']], says: /no claim "lin-du-2026\/dark-frist"/ },
    { fault: 'claims of a source that is not there', edits: [['corpus/claims/lin-du-2025.yaml', null, 'draft: true\nferry: { says: { en: A ferry., zh: 一条船。 }, kind: argument, status: stands, at: { line: 15 }, evidence: [] }\n']], says: /no source "lin-du-2025".*"lin-du-2026"/ },
  ],
  stances: [
    { fault: 'a pair of one source with itself', edits: [[stance, 'claims: [harbour-office-2025/ferry-stays]', 'claims: [lin-du-2026/no-term]']], at: [stance, '- says: { en: "The office'], says: /both sides are lin-du-2026; a pair is of two sources/ },
    { fault: 'a side of two sources', edits: [[stance, 'claims: [harbour-office-2025/ferry-stays]', 'claims: [harbour-office-2025/ferry-stays, lin-du-2026/no-term]']], says: /"lin-du-2026\/no-term" is not of harbour-office-2025/ },
    { fault: 'a bet that the pair does not settle', edits: [[stance, 'claims: [lin-du-2026/bridge-ends-it]\n  reader', 'claims: [lin-du-2026/no-term]\n  reader']], at: [stance, 'claims: [lin-du-2026/no-term]'], says: /"lin-du-2026\/no-term" is not among the claims of the pair/ },
    { fault: 'a bet that an outside source settles', edits: [[stance, 'claims: [lin-du-2026/bridge-ends-it]\n  reader', 'claims: [harbour-office-2025/ferry-stays]\n  reader']], says: /a claim of an outside source/ },
  ],
  evidence: [
    { fault: 'evidence that is not in the paragraph', edits: [[claims, '[灯、船、票三样]', '[灯、船、票三样, 夜航照旧]']], at: [claims, '夜航照旧'], says: /"夜航照旧" does not stand in the paragraph of line 27.*nor in any other/ },
    { fault: 'evidence of another paragraph', edits: [[claims, '[夜航先停]', '[夜航先停, 跨海大桥]']], says: /"跨海大桥" does not stand.*it stands at line 47/ },
    { fault: 'a line in a footnote', edits: [[claims, 'at: { line: 23 }\n  evidence: [没有写明期限]', 'at: { line: 21 }\n  evidence: [没有写明期限]']], at: [claims, 'line: 21'], says: /line 21 is a footnote/ },
    { fault: 'an empty line', edits: [[claims, 'at: { line: 47 }', 'at: { line: 46 }']], says: /read 46, expected a line with text.*nearest paragraph begins at 47/ },
    { fault: 'evidence that two paragraphs hold', edits: [[claims, '[在岸边积压]', '[票款]']], says: /too common: .*line 29/ },
    { fault: 'a figure that is a piece of another', edits: [[claims, '3.5万吨]', '3.5万吨, 5万吨]']], says: /"5万吨" does not stand/ },
    { fault: 'evidence as long as a quotation', edits: [[claims, '[无人修理]', '[无人修理, "船让人过得去，票款让人愿意把它维持下来"]']], says: /has 18 Han characters/ },
    { fault: 'a claim with no evidence at all', edits: [[claims, 'evidence: [无人修理]', 'evidence: []']], says: /expected evidence/ },
    { fault: 'an exception that changes nothing', edits: [['corpus/sources/lin-du-2026.yaml', 'exceptions:', 'exceptions:\n  - { line: 27, is: split, because: it was thought to be joined }']], at: ['corpus/sources/lin-du-2026.yaml', 'line: 27'], says: /reads just the same without/ },
    { fault: 'a printed cell that the table does not print', edits: [['corpus/series/ferry.yaml', 'printed: 未列', 'printed: 未见']], at: ['corpus/series/ferry.yaml', '未见'], says: /"未见" is not printed/ },
    { fault: 'a key that rests on an outside source', edits: [['exercises/ferry/who-pays.yaml', 'claims: [lin-du-2026/costs-shared]\nhint', 'claims: [lin-du-2026/costs-shared, harbour-office-2025/ferry-stays]\nhint']], says: /outside source/ },
    { fault: 'a key that rests on a date told outside', edits: [['corpus/events/ferry.yaml', 'claims: [lin-du-2026/storm-stopped]', 'claims: [harbour-office-2025/ferry-stays]']], at: ['exercises/ferry/in-order.yaml', 'wind: ferry/storm'], says: /told by outside sources only/ },
    { fault: 'a section whose heading is elsewhere', edits: [['corpus/sources/lin-du-2026.yaml', 'line: 45, number', 'line: 46, number']], at: ['corpus/sources/lin-du-2026.yaml', 'line: 46'], says: /this line is empty/ },
    { fault: 'an outside claim with a line', edits: [['corpus/claims/harbour-office-2025.yaml', 'at: { place: { en: third question, zh: 第三问 } }', 'at: { line: 3 }']], says: /expected a place in words/ },
  ],
  figures: [
    { fault: 'a year that neither source of a stance has', edits: [[stance, 'The bridge ends it, Lin holds.', 'The bridge of 2027 ends it, Lin holds.']], at: [stance, '2027'], says: /says: "2027" is not in the evidence/ },
    { fault: 'another year, in English', edits: [[claims, 'opened in 1968', 'opened in 1969']], at: [claims, '1969'], says: /"1969" is not in the evidence/ },
    { fault: 'another year, in Chinese', edits: [[claims, '头一条渡线1968年', '头一条渡线1969年']], at: [claims, '1969年'], says: /"1969年"/ },
    { fault: 'another day', edits: [[claims, 'On 3 June 1999', 'On 4 June 1999']], says: /"4 June 1999"/ },
    { fault: 'another month', edits: [[claims, 'On 3 June 1999', 'On 3 July 1999']], says: /"3 July 1999"/ },
    { fault: 'a number word', edits: [[claims, 'for twelve years', 'for thirteen years']], says: /"thirteen"/ },
    { fault: 'a Chinese numeral', edits: [[claims, '停了十二年', '停了二十年']], says: /"二十"/ },
    { fault: 'ten times as much', edits: [[claims, 'from 1.2 million', 'from 12 million']], says: /"12 million"/ },
    { fault: 'a number where the source has a share', edits: [[claims, 'more than 70 per cent of', 'more than 70 of']], says: /"70"/ },
    { fault: 'another decade', edits: [[claims, 'By the 1980s', 'By the 1990s']], says: /"1990s"/ },
    { fault: 'a keyed number', edits: [['exercises/ferry/how-many-articles.yaml', 'key: 17', 'key: 18'], ['exercises/ferry/how-many-articles.yaml', 'right: [17]', 'right: [18]']], at: ['exercises/ferry/how-many-articles.yaml', 'key: 18'], says: /key: 18 articles is not in the evidence/ },
    { fault: 'a right option', edits: [['exercises/ferry/who-pays.yaml', 'Each side pays by what it takes', 'Each side pays 40% of what it takes']], says: /"40%"/ },
    { fault: 'a reason with a year of its own', edits: [['exercises/ferry/who-pays.yaml', 'why: { en: "The agreement', 'why: { en: "Since 2001 the agreement']], at: ['exercises/ferry/who-pays.yaml', 'why:'], says: /why: "2001" is not in the evidence/ },
    { fault: 'a date by which another text disagrees', edits: another('date: "1988", claims: [lin-du-2026/storm-stopped]'), at: [events, 'twice:'], says: /date: "1988" is not in the evidence/ },
    { fault: 'the date of a footnote that no note knows', edits: another('date: "1966", is: note, claims: [lin-du-2026/line-opened]'), at: [events, 'twice:'], says: /date of the footnote: "1966" is not in the evidence/ },
    { fault: 'a passage', edits: [[signs, 'Nobody mends what breaks.', 'Nobody mends the 40 lamps.']], at: [signs, '40 lamps'], says: /"40"/ },
    { fault: 'the base of an axis', edits: [['corpus/series/ferry.yaml', 'en: "growth, %"', 'en: "growth on 1999, %"']], at: ['corpus/series/ferry.yaml', 'growth on 1999'], says: /"1999"/ },
    { fault: 'the day of an event', edits: [['corpus/events/ferry.yaml', '"1999-06-03"', '"1999-06-04"']], at: ['corpus/events/ferry.yaml', '1999-06-04'], says: /"1999-06-04"/ },
    { fault: 'a rate that does not follow', edits: [['corpus/series/ferry.yaml', 'printed: y2005/growth', 'printed: y2006/growth']], at: ['corpus/series/ferry.yaml', 'growth-2005'], says: /printed "20\.0%", recomputed 25 \(/ },
    { fault: 'a slip of the source that is none', edits: [['corpus/series/ferry.yaml', 'printed: y2005/growth }', 'printed: y2005/growth, fails: { en: wrong, zh: 有误 } }']], says: /"fails" is not needed/ },
    { fault: 'a corner of a case', edits: [[models, 'how many boats is not told', 'the 30 boats are not told']], at: [models, '30 boats'], says: /"30"/ },
    { fault: 'the side of a tension', edits: [['corpus/tensions/ferry.yaml', 'The agreement names no term', 'The agreement of 1998 names no term']], says: /"1998"/ },
  ],
  units: [
    { fault: 'a number word before what is no unit', edits: [[claims, 'opened in 1968', 'opened at seven landings in 1968']], at: [claims, 'seven landings'], says: /says: "seven landings" is not held against the evidence, since no unit in corpus\/units\.yaml has "landings".*; expected its words there, or the number in digits/ },
    { fault: 'a Chinese numeral before what is no unit', edits: [[claims, '头一条渡线1968年', '头一条渡线1968年有七艘船']], at: [claims, '七艘船'], says: /"七艘" is not held .* has "艘"/ },
    { fault: 'a unit that was taken out', edits: [['corpus/units.yaml', '\nthing: { en: [thing, things], zh: [样], pair: true }', '']], says: /"three things" is not held[^]*"三样"/ },
    { fault: 'money that nobody can show in English', edits: [['corpus/series/ferry.yaml', 'amount: { printed: "180.6" }', 'amount: { printed: 180.6元 }'], ['sources/island-journal.txt', '180.6', '180.6元']], at: ['corpus/series/ferry.yaml', '180.6元'], says: /y2006\/amount: read "180\.6元", which English readers would see in Chinese; expected a unit with "shown"/ },
    { fault: 'a word of two units', edits: [['corpus/units.yaml', 'dollar:', 'age: { en: [ages], zh: [年] }\ndollar:']], at: ['corpus/units.yaml', 'age:'], says: /"年" is a word of "year" already/ },
  ],
  'own-words': [
    { fault: 'a sentence of the article, over a page break', edits: [['exercises/ferry/who-pays.yaml', '份额随卖票而定。', '照看的费用由两地按各自的船票收入分摊。']], at: ['exercises/ferry/who-pays.yaml', '船票收入分摊'], says: /18 Han characters in a row.*island-journal\.txt:17/ },
    { fault: 'the same, wrapped over two lines', edits: [['README.md', null, '# Ferry\n\n说的是照看的费用由两地\n按各自的**船票**收入分摊，如此而已。\n']], at: ['README.md', '说的是'], says: /18 Han characters/ },
    { fault: 'a side of a stance in the words of the article', edits: [[stance, '林渡认为，有了桥就没有渡船了。', '照看的费用由两地按各自的船票收入分摊。']], at: [stance, '船票收入分摊'], says: /18 Han characters in a row/ },
    { fault: 'a run of English', edits: [['components/Ferry/words.ts', null, 'export const text = \'Why the line has nevertheless lasted for so many years and finds the answer there\'\n']], at: ['components/Ferry/words.ts', 'export'], says: /1[2-9] words in a row, from "why the line has nevertheless/ },
    { fault: 'a quotation with pauses in it', edits: [[en, 'Then turn to the agreement itself', 'Then turn to “少了灯，夜航先停；少了船，货物便在岸边积压” itself']], at: [en, '夜航先停'], says: /a quotation of 18 Han characters/ },
  ],
  reworded: [
    { fault: 'sentences of the article with other commas', edits: [['exercises/ferry/who-pays.yaml', '份额随卖票而定。', '少了灯夜航先停，少了船货物便在岸边积压，少了票。']], at: ['exercises/ferry/who-pays.yaml', '少了票'], says: /21 Han characters, from "少了灯夜航先停少…", stand in island-journal\.txt:27 in the same order/ },
    { fault: 'a claim of which most is the article’s', edits: tooClose, at: [claims, '便在岸边积压'], says: /57 % of it stands in its paragraph word for word \("少了船货物便在岸边积压"\)/ },
    { fault: 'an exception that is not needed', edits: [['corpus/style.yaml', null, 'exceptions:\n  - { rule: reworded, path: corpus/claims/lin-du-2026.yaml, id: lin-du-2026/dark-first, reason: older }\n']], at: ['corpus/style.yaml', '  - { rule'], says: /nothing that `reworded` reports of "lin-du-2026\/dark-first".* take it out/ },
    { fault: 'a name that stands in no claim', edits: [['corpus/style.yaml', null, 'names: [渡口研究所]\n']], says: /"渡口研究所" stands in no claim/ },
  ],
  absent: [
    { fault: 'a word that does occur', edits: [['exercises/ferry/held-against.yaml', '[船长]', '[船长, 船票]']], at: ['exercises/ferry/held-against.yaml', '船票'], says: /"船票" does occur in lin-du-2026, at line 15/ },
    { fault: 'a word cut by the page', edits: [['exercises/ferry/held-against.yaml', '[船长]', '[自的船票]']], says: /does occur in lin-du-2026, at line 17/ },
    { fault: 'no words', edits: [['exercises/ferry/held-against.yaml', 'absent: { captain: [船长] }\n', '']], says: /expected, under "absent", words/ },
    { fault: 'words for what is stated', edits: [['exercises/ferry/held-against.yaml', 'captain: [船长] }', 'captain: [船长], night: [船长] }']], says: /keyed "supported"; it needs no words/ },
    { fault: 'a silence that is none', edits: [['corpus/tensions/ferry.yaml', '[退约, 解约]', '[退约, 期限]']], at: ['corpus/tensions/ferry.yaml', '退约, 期限'], says: /"期限" does occur/ },
    { fault: 'a case not stated, without its proof', edits: [[models, ', absent: { source: lin-du-2026, words: [月票] } }', ' }']], at: [models, 'ticket: { is: not-stated'], says: /"ticket" is not stated: expected, under "absent", words/ },
    { fault: 'a case said to be not stated, which is', edits: [[models, '[船队, 几条船]', '[船队, 水路]']], at: [models, '船队, 水路'], says: /"水路" does occur in lin-du-2026, in the paragraph of line 27/ },
    { fault: 'a proof for paragraphs that are none', edits: [[models, 'at: [27]', 'at: [26]']], at: [models, '船队, 几条船'], says: /line 26 is no line of a paragraph/ },
    { fault: 'a case given on no claim', edits: [[models, 'is: not-stated, says: { en: nothing on season tickets, zh: 没有说月票 }, absent: { source: lin-du-2026, words: [月票] } }', 'is: given, says: { en: season tickets, zh: 月票 } }']], at: [models, 'ticket: { is: given'], says: /"ticket" is given: expected the claims that say so/ },
    { fault: 'a side that rests on nothing', edits: [['corpus/tensions/ferry.yaml', '      absent: { source: lin-du-2026, words: [退约, 解约] }\n', '']], says: /rests on nothing/ },
  ],
  written: [
    { fault: 'a hint that nobody has written', edits: [['exercises/ferry/who-pays.yaml', 'hint: { en: Look at what each side sells.', 'hint: { en: TODO Look at what each side sells.']], at: ['exercises/ferry/who-pays.yaml', 'TODO'], says: /"TODO" is still to be replaced/ },
    { fault: 'a stance half written', edits: [[stance, 'who paid for', 'TODO who paid for']], at: [stance, 'TODO'], says: /"TODO" is still/ },
    {
      fault: 'a finished exercise that rests on a draft of a claim',
      edits: [['corpus/claims/lin-du-2026.draft.yaml', null, draftClaim], ...placed('claims: [lin-du-2026/line-opened]', 'claims: [lin-du-2026/line-opened, lin-du-2026/another]')],
      at: [where, 'claims: ['], says: /^rests on "lin-du-2026\/another", which corpus\/claims\/lin-du-2026\.draft\.yaml still calls a draft/,
    },
    { fault: 'the same on a Chinese slide', edits: [[zh, 'do: 复算一格', 'do: 【待写】做什么']], at: [zh, 'do: 【待写】'], says: /"【待写】" is still to be replaced/ },
    { fault: 'an id that was to be renamed', edits: [['corpus/tensions/ferry.yaml', 'how-long:', 'todo-question:'], ...both('ferry/how-long', 'ferry/todo-question')], at: ['corpus/tensions/ferry.yaml', 'todo-question'], says: /"todo" is still/ },
  ],
  used: [
    { fault: 'a claim that nobody cites any more', edits: both(' <Cite claim="lin-du-2026/takings-grew" />', ''), at: [claims, 'takings-grew:'], says: /"lin-du-2026\/takings-grew" is used nowhere/ },
  ],
  tags: [
    { fault: 'a tag that is not closed', edits: both('<Series id="ferry/takings" />', '<Series id="ferry/takings" >'), at: [en, '<Series id'], says: /^<Series> is not closed; write <Series … \/>/ },
    { fault: 'a box that is not closed before the foot', edits: both('<Series id="ferry/takings" />', '<div>\n\n<Series id="ferry/takings" />'), at: [en, '<div>\n\n<Series'], says: /^<div> is not closed; write <\/div> where it ends/ },
    { fault: 'a box closed that is not open', edits: both('<Series id="ferry/takings" />', '<Series id="ferry/takings" />\n\n</div>'), at: [zh, '</div>'], says: /^<\/div> closes nothing that is open here/ },
    { fault: 'a mustache left open', edits: [[en, 'on light, boat and ticket', 'on {{ light, boat and ticket']], at: [en, 'Lin Du on {{'], says: /^Vue cannot read this: / },
    { fault: 'a colon in what the class does', edits: both('speaker: lin-du-2026', 'speaker: lin-du-2026\ndo: Write: one line'), at: [en, 'do: Write:'], says: /^do: read \{"Write":"one line"\}, expected a text; a colon .*: put the text in quotes: do: "Write: one line"/ },
    { fault: 'clicks in words at the head of a slide', edits: both('layout: framework', 'layout: framework\nclicks: five'), at: [en, 'clicks: five'], says: /^clicks: read "five", expected a number/ },
    { fault: 'a field of a slide misspelt', edits: both('layout: framework', 'layout: framework\nclikcs: 2'), at: [en, 'clikcs'], says: /^clikcs: no field of a slide; did you mean "clicks"\?/ },
    { fault: 'a speaker that is no source', edits: both('speaker: lin-du-2026', 'speaker: lin-du-2025'), at: [en, 'speaker: lin-du-2025'], says: /^speaker: read "lin-du-2025", expected the id of a source, or course, or open; did you mean "lin-du-2026"\?/ },
    { fault: 'two speakers of one slide', edits: both('speaker: lin-du-2026', 'speaker: [course, open]'), at: [en, 'speaker: '], says: /^speaker: read \["course","open"\], expected a text/ },
    { fault: 'a slide that may be skipped, in words', edits: both('layout: framework', 'layout: framework\noptional: yes please'), at: [en, 'optional: '], says: /^optional: read "yes please", expected true, or no such line/ },
    { fault: 'a headline of three lines', edits: [[en, '# The line opened, stopped, and was agreed upon', `# The ${'interprovincial harbour '.repeat(5).trim()}`]], at: [en, '# The interprovincial'], says: /^the headline has 123 characters; it has two lines, and about 1\d\d fit into them/ },
    { fault: 'a tag that is no component', edits: both('<Series id', '<Serie id'), at: [en, '<Serie '], says: /no component <Serie>; did you mean "Series"\?/ },
    { fault: 'a tag without what it requires', edits: both('<Series id="ferry/takings" />', '<Series />'), says: /<Series> wants the attribute "id"/ },
    { fault: 'an attribute that the tag does not know', edits: both('<Series id', '<Series sourt="x" id'), says: /<Series> knows no attribute "sourt"/ },
    { fault: 'a tag that calls a server', edits: both('<Series id', '<Tweet id="1" />\n\n<Series id'), says: /no request leaves the machine/ },
    { fault: 'a tag without its capital', edits: [[en, 'Lin Du 2026\n\n<!--', 'Lin Du 2026 <cite claim="lin-du-2026/no-term" />\n\n<!--']], at: [en, '<cite'], says: /<cite> is not <Cite>/ },
    { fault: 'a deck without addons', edits: [[zh, 'addons: [\'./\']\n', '']], at: [zh, '---'], says: /head matter, addons: read nothing/ },
    { fault: 'a deck whose slides could be edited from outside', edits: [[en, 'theme: ../theme\n', 'theme: ../theme\nmcp: true\n']], at: [en, 'mcp: true'], says: /head matter, mcp: read true/ },
    { fault: 'a deck that says another language', edits: [[en, 'lang: en\ntheme', 'lang: zh\ntheme']], says: /head matter, lang: read "zh"/ },
    { fault: 'a deck whose words cannot be selected', edits: [[zh, 'theme: ../theme\n', 'theme: ../theme\nselectable: false\n']], at: [zh, 'selectable'], says: /head matter, selectable: read false/ },
    { fault: 'a deck without the theme that says it all', edits: [[zh, 'theme: ../theme\n', 'theme: none\n']], at: [zh, 'theme'], says: /head matter, theme: read "none", expected theme: \.\.\/theme/ },
    { fault: 'a window called after Slidev', edits: [[en, 'theme: ../theme\n', 'theme: ../theme\ntitleTemplate: \'%s - Slidev\'\n']], at: [en, 'titleTemplate'], says: /head matter, titleTemplate: read/ },
    { fault: 'an icon from a server', edits: [[en, './favicon.svg', 'https://example.org/favicon.svg']], says: /head matter, favicon/ },
    { fault: 'a layout that is none', edits: both('layout: figure', 'layout: figures'), says: /no layout "figures" in layouts\/; did you mean "figure"\?/ },
    { fault: 'a slot that the layout has not', edits: [[en, '::foot::\n\nLin Du 2026', '::feet::\n\nLin Du 2026']], says: /has no slot "feet"/ },
    { fault: 'slides from a file that is not there', edits: [[zh, 'layout: exercise\n', 'layout: exercise\nsrc: ./parts/end.md\n']], says: /src: no file slides\/parts\/end\.md/ },
    { fault: 'an image that is not there', edits: [[en, '# Do the printed', '![A lamp](/lamp.png)\n\n# Do the printed']], says: /no file slides\/public\/lamp\.png/ },
  ],
  diagrams: [
    { fault: 'a diagram that mermaid cannot read', edits: [[zh, 'a["开通"] -->', 'a["开通" -->']], at: [zh, '```mermaid'], says: /mermaid does not read this diagram: (?:Parse|Lexical) error on line 2/ },
    { fault: 'one box laid by hand, and the others not', edits: [['corpus/frameworks/ferry.yaml', "      names: { en: Boat, zh: 船只, ru: Судно }", "      names: { en: Boat, zh: 船只, ru: Судно }\n      at: { column: 1, row: 1 }"]], at: ['corpus/frameworks/ferry.yaml', 'supports:'], says: /it cannot be laid by hand: node "light": other boxes say where they stand/ },
    { fault: 'a road under a roof without a road', edits: both('<Series id', '<Framework id="ferry/supports" as="roof" />\n\n<Series id'), at: [en, '<Framework id="ferry/supports" as="roof"'], says: /<Framework id="ferry\/supports">: a road under a roof: no node lies across the others/ },
    { fault: 'a kind of diagram that there is not', edits: [[en, 'flowchart LR', 'flowchat LR']], says: /No diagram type detected/i },
  ],
  'text-equivalent': [
    { fault: 'a route described without its end', edits: [[routes, ' to the south pier', '']], at: [routes, 'describes:'], says: /does not mention "South pier"/ },
    { fault: 'a diagram without words', edits: [[en, ' aria-label="Opened, then stopped by a storm, then agreed upon"', '']], at: [en, '<figure'], says: /no words beside it/ },
    { fault: 'a timeline without words', edits: [[en, ' label="The line ran, stopped, and was agreed upon"', '']], at: [en, '<Timeline'], says: /<Timeline> has no words beside it: give it label=/ },
    { fault: 'a drawing without words', edits: [[zh, '# 表里的增长率', '<svg viewBox="0 0 9 9"><path d="M0 0" /></svg>\n\n# 表里的增长率']], says: /<svg> has no words beside it/ },
    { fault: 'a chart without words', edits: [[en, ' label="Takings rose from year to year"', '']], at: [en, '<Chart'], says: /<Chart> has no words beside it: give it label=/ },
    { fault: 'a framework described without one of its parts', edits: [['corpus/frameworks/ferry.yaml', 'the boat at the left, ', '']], at: ['corpus/frameworks/ferry.yaml', 'en: A triangle'], says: /does not mention "Boat"/ },
  ],
  map: [
    { fault: 'a place in another part of the world', edits: [[routes, 'lon: 50.2, lat: 39.5', 'lon: -50.2, lat: 39.5']], at: [routes, 'vertices:'], says: /"ferry\/south-pier" \(-50\.2, 39\.5\) is outside the extent "region", which shows this route; a wider one is a record in corpus\/maps\.yaml/ },
    { fault: 'a name where nobody sees it', edits: [[routes, "from: GeoNames 2 }", "from: GeoNames 2, label: { region: w } }"], [routes, 'lon: 50.2, lat: 39.5', 'lon: 50.2, lat: 29.5'], [routes, 'vertices: [ferry/north-pier, ferry/south-pier]', 'vertices: [ferry/north-pier, ferry/north-pier]'], [routes, 'to the south pier.', 'and back.'], [routes, '到南岸码头。', '，再回来。']], says: /50\.2, 29\.5 is outside the extent "region"/ },
    { fault: 'a place without a source', edits: [[routes, 'from: GeoNames 2', 'from: a guess']], at: [routes, 'a guess'], says: /read "a guess", expected where the coordinates come from/ },
    { fault: 'a route that ends at sea', edits: [[routes, 'ferry/south-pier]', 'ferry/strait]'], [routes, 'the south pier', 'the strait'], [routes, '到南岸码头', '到海峡']], says: /"ferry\/strait" is a sea/ },
    { fault: 'a place to find that the picture does not show', edits: [...placed('place: ferry/north-pier', 'place: ferry/south-pier'), [routes, 'lon: 50.2, lat: 39.5', 'lon: 50.2, lat: 36.5'], [where, 'here: [50.1, 40.5]', 'here: [50.2, 36.5]']], at: [where, '  here: {'], says: /"ferry\/south-pier" \(50\.2, 36\.5\) is outside the extent "south-caucasus"/ },
    { fault: 'a name to find one\'s way by that stands nowhere', edits: placed('landmarks: [ferry/strait]', 'landmarks: [ferry/signal-hill]'), at: [where, 'landmarks'], says: /"ferry\/signal-hill" has no name in the extent "south-caucasus": its `label`/ },
    { fault: 'a line named outside the picture', edits: [[routes, '{ lon: 50, lat: 40 }', '{ lon: 20, lat: 40 }']], says: /is outside the extent "south-caucasus": the name/ },
  ],
  timeline: [
    { fault: 'a date that only says less', edits: another('date: "1968-05", claims: [harbour-office-2025/ferry-stays]'), at: [events, 'twice:'], says: /"1968-05" agrees with "1968": it is no other date/ },
    { fault: 'two dates on one claim', edits: another('date: "1999", open: true, claims: [lin-du-2026/keeping-agreed, lin-du-2026/line-opened]'), at: [events, 'twice:'], says: /"lin-du-2026\/line-opened" is among the claims of "1968" already/ },
    { fault: 'a footnote of something else', edits: [[claims, 'evidence: [1968年, 第一条渡线]', 'evidence: [1968年, 第一条渡线]\n  note: { en: "The note is of 1966.", zh: 注释是1966年的。 }'], ...another('date: "1966", is: note, claims: [lin-du-2026/line-opened, lin-du-2026/no-term]')], at: [events, 'twice:'], says: /"lin-du-2026\/no-term" is not among the claims of this event/ },
    { fault: 'an end before its beginning', edits: [[events, 'date: "1987"', 'date: "1987", until: "1968"'], [events, 'claims: [lin-du-2026/storm-stopped]', 'claims: [lin-du-2026/storm-stopped, lin-du-2026/line-opened]']], at: [events, 'storm:'], says: /"1968" is before "1987"/ },
    { fault: 'a name that no row holds', edits: [[events, 'en: The storm,', 'en: The storm that took the pier away and stopped the line,']], at: [events, 'storm:'], says: /too long to stand beside a mark; give a shorter one/ },
    { fault: 'somebody who gives the only date', edits: [[events, 'storm: { date: "1987",', 'storm: { date: "1987", by: { en: Lin, zh: 林渡 },']], at: [events, 'storm:'], says: /no other date stands against it/ },
  ],
  models: [
    { fault: 'a case with a corner that the triangle has not', edits: [[models, '            ticket:', '            tickets:']], at: [models, 'tickets:'], says: /nothing on the corner "ticket"[\s\S]*no corner "tickets"; there are light, boat, ticket; did you mean "ticket"\?/ },
    { fault: 'a row that the rules do not bear out', edits: [[models, 'failing: [light] }', 'failing: [ticket] }']], at: [models, 'comes: [{'], says: /the rules come to: stops \(light\); expected, as the source has it: stops \(ticket\)/ },
    { fault: 'a row with one reading of two', edits: [[models, 'says: { en: "without the light, no crossing by night", zh: 没有灯，夜里不走 }, claims: [lin-du-2026/dark-first] }', 'says: { en: no light, zh: 没有灯 }, claims: [lin-du-2026/dark-first], but: { is: given, says: { en: a light, zh: 有灯 }, claims: [lin-du-2026/three-supports] } }']], at: [models, 'comes: [{'], says: /the rules come to: stops \(light\), or open; expected/ },
    { fault: 'a rule that rests on nothing', edits: [[models, "      supplied: true\n      why: { en: From a silence nothing follows., zh: 没有说的，推不出什么。 }\n", '']], at: [models, '    silent:'], says: /rests on no claim; where it is ours, it says "supplied: true"/ },
    { fault: 'a rule supplied without a reason', edits: [[models, "      why: { en: From a silence nothing follows., zh: 没有说的，推不出什么。 }\n", '']], at: [models, '      supplied: true'], says: /expected under "why" a sentence/ },
    { fault: 'a reason for a rule that is not supplied', edits: [[models, 'claims: [lin-du-2026/three-supports] }\n  pairing', 'claims: [lin-du-2026/three-supports], why: { en: So., zh: 是这样。 } }\n  pairing']], at: [models, '    whole:'], says: /says why it is supplied, and is not/ },
    { fault: 'a rule in the shadow of another', edits: [[models, '    whole: {', '    dark: { when: { some: [none], least: 2 }, outcome: stops, says: { en: Dark., zh: 夜里不走。 }, claims: [lin-du-2026/dark-first] }\n    whole: {']], at: [models, '    dark:'], says: /never fires: a rule above it takes every case/ },
    { fault: 'a state of things that no rule is for', edits: [[models, 'when: { some: [not-stated] }', 'when: { some: [not-stated], least: 2 }'], [models, 'when: { every: [given] }', 'when: { every: [given] }']], at: [models, '  rules:'], says: /no rule says what follows from given, given, not-stated/ },
    { fault: 'an outcome that nothing comes to', edits: [[models, '    holds: { short', '    sinks: { short: { en: it sinks, zh: 停下来 } }\n    holds: { short']], at: [models, '    sinks:'], says: /no rule comes to "sinks"/ },
    { fault: 'an outcome misspelt', edits: [[models, 'outcome: open\n', 'outcome: opne\n']], at: [models, 'outcome: opne'], says: /no outcome "opne"; there are holds, stops, open; did you mean "open"\?/ },
    { fault: 'a word in braces that stands for nothing', edits: [[models, 'It stops: {failures}.', 'It stops: {failure}.']], at: [models, 'says: { en: "It stops'], says: /"\{failure\}" stands for nothing here/ },
    { fault: 'cards on a triangle that does not say how it fails', edits: [[models, 'framework: ferry/supports', 'framework: ferry/watches']], at: [models, 'framework: ferry/watches'], says: /"ferry\/watches" has a corner without a failure/ },
    { fault: 'a table of the article whose rows are other ones', edits: [[models, '      cases:\n        winter-line', '      series: ferry/takings\n      cases:\n        winter-line']], at: [models, '      series:'], says: /"ferry\/takings" has the rows y2004, y2005, y2006; the cases are winter-line/ },
    { fault: 'a hypothesis whose boxes are not all walked', edits: [[models, '  tasks:\n', `  tasks:
    withdraw:
      name: { en: Take back, zh: 停下来 }
      framework: ferry/supports
      asks: { en: What stops?, zh: 什么停？ }
      commitments:
        light: { name: { en: light, zh: 灯 }, claims: [lin-du-2026/dark-first] }
        boat: { name: { en: boat, zh: 船 }, opens: light, claims: [lin-du-2026/dark-first] }
        ticket: { name: { en: ticket, zh: 票 }, claims: [lin-du-2026/dark-first] }
      conditions: [light]
      conditionsAsked: { en: Or, zh: 或 }
      steps: { then: { node: boat, says: { en: It **may** stop., zh: 停下来。 }, claims: [lin-du-2026/dark-first] } }
      silent: { en: "{commitment}", zh: "{commitment}" }
      nothing: { en: Nothing., zh: 没有。 }
      inCase: { en: Here., zh: 这样。 }
      noCase: { en: Not told., zh: 没有说。 }
`]], at: [models, '      framework: ferry/supports\n      asks'], says: /the box "ticket" of "ferry\/supports" is neither a condition nor a step[\s\S]*the arrow "fare" of "ferry\/supports" is not walked/ },
    { fault: 'signs that come to something else', edits: [[models, 'comes: undetermined', 'comes: balanced']], at: [models, 'upkeep: { comes'], says: /the signs of this domain are undetermined; read balanced/ },
    { fault: 'signs on a triangle without fields', edits: [[models, 'framework: shores/keeping', 'framework: ferry/supports']], says: /a signed graph is a triangle with domains; "ferry\/supports" is without domains/ },
    { fault: 'a case of a table that the rules do not bear out', edits: withModel(added.table, 'comes: [stops]', 'comes: [goes]'), at: [models, 'outcome: { says: { en: it stops'], says: /the rules come to: stops; expected, as the source has it: goes/ },
    { fault: 'a table with a rule in the shadow of another', edits: withModel(added.table, '  unnamed:', '    late: { when: { wind: [storm], light: [dark] }, outcome: stops, says: { en: Late., zh: 停。 }, claims: [lin-du-2026/dark-first] }\n  unnamed:'), at: [models, '    late:'], says: /never fires: rules above it take every cell/ },
    { fault: 'a cell without a rule, and no word on it', edits: withModel(added.table, '  unnamed: { en: Not told., zh: 没有说。 }\n', ''), says: /no rule says what follows from storm, lit; where the source names no outcome, "unnamed" says so/ },
    { fault: 'a word on cells without a rule, where there are none', edits: withModel(added.table, 'wind: [calm], light: [lit]', 'light: [lit]'), at: [models, '  unnamed:'], says: /every cell has a rule/ },
    { fault: 'a value that a factor has not', edits: withModel(added.table, 'light: [dark] }', 'light: [drak] }'), at: [models, '    dark: { when'], says: /no value "drak"; there are lit, dark; did you mean "dark"\?/ },
    { fault: 'an order that the weights do not come to', edits: withModel(added.scores, 'ranks: [north, south]', 'ranks: [south, north]'), at: [models, '  sets: {'], says: /come to: north 4, south 2\.25; expected, as the source has it: south, north/ },
    { fault: 'a score beyond the scale', edits: withModel(added.scores, 'score: 5', 'score: 6'), at: [models, '    north: { light'], says: /read 6, expected a score from 0 to 5/ },
    { fault: 'a cell that is not stated, and counts nobody knows what', edits: withModel(added.scores, aBoat, notStated), at: [models, '    north: { light'], says: /"?is not stated: expected `notStated: \{ score, why \}` in the model/ },
    { fault: 'what such a cell counts, where there is none', edits: withModel(added.scores, '  sets: { night', '  notStated: { score: 1, why: { en: Nobody told., zh: 没有人说。 } }\n  sets: { night'), at: [models, '  notStated'], says: /no cell is `not-stated`; without one this is not needed/ },
    { fault: 'what such a cell counts, beyond the scale', edits: withModel(added.scores.replace(aBoat, notStated), '  sets: { night', '  notStated: { score: 9, why: { en: Nobody told., zh: 没有人说。 } }\n  sets: { night'), says: /read 9, expected a score from 0 to 5/ },
    { fault: 'a criterion without a weight', edits: withModel(added.scores, 'weights: { light: 3, boat: 1 }', 'weights: { light: 3 }'), says: /no weight for "boat"; 0 says that it does not count/ },
    { fault: 'a move that nobody can pay for', edits: withModel(added.game, 'costs: { purse: 2 }', 'costs: { purse: 9 }'), at: [models, '    sail:'], says: /nobody can pay for it toward north within 3 rounds/ },
    { fault: 'a game in which a player can come to no move', edits: withModel(added.game, 'does: { purse: 1 }', 'costs: { purse: 1 }, does: {}'), at: [models, '  players:'], says: /can come to a round in which it can pay for no move/ },
    { fault: 'a rule of a game that never fires', edits: withModel(added.game, 'spread: { least: 3 }', 'spread: { least: 4 }'), at: [models, '  rules: { jealous'], says: /never fires, however the game is played/ },
    { fault: 'an end of a game that no moves lead to', edits: withModel(added.game, 'any-tie: { least: 3 }', 'every-tie: { least: 3 }'), at: [models, '    near:'], says: /no game ends so, however it is played/ },
    { fault: 'a rule of a game that spares a move which is none', edits: withModel(added.game, 'when: { spread: { least: 3 } },', 'when: { spread: { least: 3 } }, spared: [wiat],'), says: /no move "wiat"; there are sail, wait; did you mean "wait"\?/ },
    { fault: 'a power that gives something and is none', edits: withModel(added.game, 'does: { tie: 2, others: -1 },', 'does: { tie: 2, others: -1 }, by: { nroth: { purse: 1 } },'), says: /no power "nroth"; there are north, south/ },
    { fault: 'a power that gives something in a move toward none', edits: withModel(added.game, 'does: { purse: 1 },', 'does: { purse: 1 }, by: { north: { purse: 1 } },'), says: /says what a power gives; this move is made toward none/ },
    { fault: 'a short game that is not shorter', edits: withModel(added.game, 'rounds: 3', 'rounds: 3\n  short: 3'), says: /a short game has fewer rounds than the whole one, which has 3/ },
    { fault: 'a game that can end in nothing', edits: withModel(added.game, 'when: {}', 'when: { purse: { most: 3 } }'), says: /a game can end in none of these/ },
  ],
  arguments: [
    { fault: 'a step from a statement that is not there', edits: [[lives, 'from: [light, boat', 'from: [lihgt, boat']], at: [lives, 'from:'], says: /no statement "lihgt" in this argument; did you mean "light"\?/ },
    { fault: 'a ground that is borne', edits: [[lives, '  inferences:', '  inferences:\n    odd: { from: [ticket], to: light }']], at: [lives, 'odd:'], says: /"light" is a ground; a step leads to a claim/ },
    { fault: 'a ground as a warrant', edits: [[lives, 'warrant: enough', 'warrant: ticket']], says: /"ticket" is a ground; expected a warrant/ },
    { fault: 'a warrant as a ground', edits: [[lives, 'ticket], to', 'ticket, enough], to']], says: /"enough" is a warrant; a step starts from grounds and claims/ },
    { fault: 'a ground as a rebuttal', edits: [[lives, 'unless: [stays]', 'unless: [ticket]']], says: /"ticket" is a ground; expected a rebuttal/ },
    { fault: 'a ground supplied by us', edits: [[lives, 'light: { is: ground,', 'light: { is: ground, supplied: true,']], at: [lives, 'light:'], says: /only a warrant may be supplied by us/ },
    { fault: 'a warrant on nothing that is not marked as ours', edits: [[lives, 'is: warrant, supplied: true', 'is: warrant']], at: [lives, 'enough:'], says: /"enough" rests on no claim/ },
    { fault: 'a rebuttal that speaks against no step', edits: [[lives, ', unless: [stays]', '']], at: [lives, 'stays:'], says: /"stays" is a rebuttal that no step uses/ },
    { fault: 'a ground that bears nothing', edits: [[lives, 'from: [light, boat, ticket]', 'from: [light, boat]']], at: [lives, 'ticket:'], says: /"ticket" is a ground that no step uses/ },
    { fault: 'two main claims', edits: [[lives, '    stays:', '    other: { is: claim, name: { en: pay, zh: 付费 }, says: { en: Tickets pay for it, zh: 票款付得起 }, claims: [lin-du-2026/nobody-repairs] }\n    stays:'], [lives, 'from: [light, boat, ticket]', 'from: [light, boat]'], [lives, '  inferences:', '  inferences:\n    pays: { from: [ticket], to: other }'], [lives, '港务处有', '票款付得起；港务处有'], [lives, 'The harbour', 'Tickets pay. The harbour']], says: /there are 2: "lives", "other"/ },
    { fault: 'a circle', edits: [[lives, '    stays:', '    other: { is: claim, name: { en: pay, zh: 付费 }, says: { en: Tickets pay for it, zh: 票款付得起 }, claims: [lin-du-2026/nobody-repairs] }\n    stays:'], [lives, '  inferences:', '  inferences:\n    pays: { from: [lives], to: other }\n    back: { from: [other], to: lives }']], says: /goes in a circle: lives → other → lives/ },
    { fault: 'a claim that nothing bears', edits: [[lives, 'light: { is: ground,', 'light: { is: claim,']], at: [lives, 'light:'], says: /"light" is a claim that nothing bears/ },
    { fault: 'a ground of two steps', edits: [[lives, '    stays:', '    other: { is: claim, name: { en: pay, zh: 付费 }, says: { en: Tickets pay for it, zh: 票款付得起 }, claims: [lin-du-2026/nobody-repairs] }\n    stays:'], [lives, '  inferences:', '  inferences:\n    so: { from: [other], to: lives }\n    pays: { from: [ticket], to: other }']], says: /"ticket" is in another step already/ },
    { fault: 'more reasons than the picture holds', edits: [[lives, '    stays:', '    a: { is: ground, name: { en: pay, zh: 付费 }, says: { en: Tickets pay for it, zh: 票款付得起 }, claims: [lin-du-2026/nobody-repairs] }\n    b: { is: ground, name: { en: pay, zh: 付费 }, says: { en: Tickets pay for it, zh: 票款付得起 }, claims: [lin-du-2026/nobody-repairs] }\n    stays:'], [lives, 'boat, ticket]', 'boat, ticket, a, b]']], says: /"lives" has 5 reasons; a slide has room for 4/ },
    { fault: 'a reason as long as a paragraph', edits: [[lives, 'says: { en: "Without boats, goods pile up"', 'says: { en: "Without boats, goods pile up on both banks of the river"'], [lives, 'boats and tickets', 'boats (without boats, goods pile up on both banks of the river) and tickets']], at: [lives, 'en: "Without boats'], says: /11 words; the picture has room for 8/ },
    { fault: 'more objections than an arrow holds', edits: [[lives, '    stays:', '    a: { is: rebuttal, name: { en: pay, zh: 付费 }, says: { en: Tickets pay for it, zh: 票款付得起 }, claims: [lin-du-2026/nobody-repairs] }\n    b: { is: rebuttal, name: { en: pay, zh: 付费 }, says: { en: Tickets pay for it, zh: 票款付得起 }, claims: [lin-du-2026/nobody-repairs] }\n    stays:'], [lives, 'unless: [stays]', 'unless: [stays, a, b]']], says: /3 objections to one step; an arrow has room for 2/ },
    { fault: 'a ground from another text', edits: [[lives, 'claims: [lin-du-2026/goods-pile-up]', 'claims: [harbour-office-2025/ferry-stays]']], at: [lives, 'boat:'], says: /is not a claim of "lin-du-2026"; only a rebuttal/ },
    { fault: 'a ground nobody is told of', edits: [[lives, '、票款', '']], at: [lives, 'zh: 林渡的主张'], says: /does not mention "没有票款，无人修理"/ },
  ],
  speaker: [
    { fault: 'a slide that asserts, and nobody speaks', edits: both('layout: framework\nspeaker: lin-du-2026', 'layout: framework'), at: [en, '---\nrouteAlias: supports'], says: /^slide 4 "supports" does not say who speaks; expected `speaker:`/ },
    { fault: 'another voice that the text does not name', edits: both('<Cite claim="lin-du-2026/three-supports" />', '<Cite claim="lin-du-2026/three-supports" /> <Cite claim="harbour-office-2025/ferry-stays" />'), at: [en, 'Lin <Cite claim="lin-du-2026/three-supports" /> <Cite'], says: /^slide 4 "supports" speaks for lin-du-2026 and cites harbour-office-2025 without naming it; .*"Harbour Office"/ },
    { fault: 'a speaker of whom nothing is cited', edits: both('layout: figure\nspeaker: lin-du-2026', 'layout: figure\nspeaker: harbour-office-2025'), says: /^slide 3 "line" speaks for harbour-office-2025, and cites nothing of it/ },
  ],
  question: [
    { fault: 'a puzzle in other words than the lecture’s', edits: [[en, '# How does a line last that nobody owns?', '# How does a ferry last that nobody owns?']], at: [en, '---\nrouteAlias: puzzle'], says: /^the puzzle asks "How does a ferry last that nobody owns\?", the lecture "How does a line/ },
    { fault: 'a lecture that never answers', edits: both('routeAlias: answer', 'routeAlias: reply'), at: [zh, '---'], says: /^there is no slide with routeAlias: answer and layout: answer/ },
    { fault: 'an answer that does not look like one', edits: both('layout: answer', 'layout: figure'), says: /^slide "answer" has the layout "figure", expected "answer"/ },
    { fault: 'a puzzle without room for the student’s line', edits: both('<YourLine />', ''), says: /^slide "puzzle" has no <YourLine \/>/ },
  ],
  notes: [
    { fault: 'a part that is missing', edits: [[en, 'next: Now the three supports.\n', '']], says: /slide 3 "line": its note has no "next"/ },
    { fault: 'a question without an answer to hope for', edits: [[en, 'expect: Any of the three. Most students name only the captain of the boat.\n', '']], says: /slide 1 "opening": its note asks and does not say what to expect/ },
    { fault: 'an answer to what nobody asks', edits: [[zh, 'ask: 明天谁能让这条渡线停下来？\n', '']], says: /slide 1 "opening": its note expects an answer to what nobody asks/ },
    { fault: 'a question beside the task', edits: [[en, 'next: Then three dates.', 'ask: What is your line?\nnext: Then three dates.']], says: /slide 2 "puzzle": the class does something here \(do: Write one line · 20 minutes\)/ },
    { fault: 'minutes in a note', edits: [[en, 'next: Then three dates.', 'next: Then three dates.\nminutes: 3']], says: /slide 2 "puzzle": minutes are no part of a note/ },
    { fault: 'a part that is misspelt', edits: [[en, 'next: Then three dates.', 'next: Then three dates.\nexpcet: Anything.']], says: /slide 2 "puzzle": "expcet:" is no part of a note/ },
    { fault: 'a way on in two sentences', edits: [[en, 'next: Then three dates.', 'next: Three dates. Then the supports.']], says: /slide 2 "puzzle": the way on is one sentence/ },
    { fault: 'a way on in two sentences, in Chinese', edits: [[zh, '接下来看三个年份。', '看三个年份。再看支撑。']], says: /slide 2 "puzzle": the way on is one sentence/ },
  ],
  time: [
    { fault: 'a lecture that runs over', edits: both('· 20 ', '· 29 '), at: [zh, '---'], says: /^takes \d+(?:\.\d)? minutes: \d+ of speech, 69 of tasks .*, 3\.5 for 7 slides; expected 65 to 75, \d+(?:\.\d)? less: most take slide 2 "puzzle" \d+(?:\.\d)? \(its task 29\), slide \d "[\w-]+" \d+(?:\.\d)?.*, slide \d "[\w-]+" \d+/ },
    { fault: 'a lecture that is over too soon', edits: both('· 20 ', '· 9 '), says: /^takes \d+(?:\.\d)? minutes: .*; expected 65 to 75, \d+(?:\.\d)? more: most take slide / },
    { fault: 'a lecture that cannot be cut', edits: both('optional: true\n', ''), says: /^takes \d+(?:\.\d)? minutes without its 0 optional slides, expected 50 at most, \d+(?:\.\d)? less: mark others with `optional: true`\. Of those that are not, most take slide 5 "check" 26\.1 \(its task 25\), slide 2 "puzzle" / },
  ],
  plain: [
    { fault: 'a headline of thirteen words', edits: [[en, '# Take away any support', '# Take away any one support']], at: [en, '# Take away any one'], says: /slide 4 "supports": the headline has 13 words, expected at most 12/ },
    { fault: 'a headline of thirteen words, set smaller', edits: [[en, '# Take away any support and the line stops in its own way', '<h1 class="long">Take away any one support and the line stops in its own way</h1>']], at: [en, '<h1'], says: /slide 4 "supports": the headline has 13 words, expected at most 12/ },
    { fault: 'a headline of twenty-three characters', edits: [[zh, '# 渡线开过、停过，后来有了约定', '# 这一条渡线开过，也停过许多年，后来才有了两岸的约定']], at: [zh, '# 这一条'], says: /the headline has 23 characters, expected at most 22/ },
    { fault: 'a semicolon in a headline', edits: [[en, '# Take away any support and the', '# Take away any support; the']], says: /a headline has no ";"/ },
    { fault: 'an activity with a name of its own', edits: [['corpus/style.yaml', null, 'activities:\n  - { en: Write one line, zh: 写一句话 }\n  - { en: Recompute one cell, zh: 复算一格 }\n  - { en: Alone, zh: 独立作答 }\n']], at: [en, '---\nrouteAlias: who-pays'], says: /"Answer alone" is no activity of corpus\/style.yaml: one thing has one name; there are "Write one line", "Recompute one cell", "Alone"/ },
    { fault: 'an author in a headline', edits: [[en, '# Take away any support and the', '# Take away any support, Lin says, and the']], at: [en, '# Take away'], says: /"Lin" wrote a source of ours/ },
    { fault: 'the same in Chinese', edits: [[zh, '# 渡线开过', '# 林渡说，渡线开过']], says: /"林渡" wrote a source of ours/ },
    { fault: 'a stem of thirty-one words', edits: [['exercises/ferry/growth-again.yaml', 'prompt: { en: "', `prompt: { en: "${'So we ask. '.repeat(8)}`]], at: ['exercises/ferry/growth-again.yaml', 'prompt'], says: /prompt: the stem has \d\d words, expected at most 30/ },
    { fault: 'a stem of more than fifty-five characters', edits: [['exercises/ferry/in-order.yaml', 'zh: 给三件事', `zh: ${'请大家先看一看上面那张图，'.repeat(5)}给三件事`]], says: /prompt: the stem has \d\d characters, expected at most 55/ },
    { fault: 'more than a hundred words to be said', edits: [[en, 'say: Two small shores', `say: ${'Look at the map. '.repeat(12)}Two small shores`]], says: /slide 1 "opening": `say` has 1\d\d words, expected at most 100/ },
    { fault: 'more than 170 characters to be said', edits: [[zh, 'say: 两处小小的岸', `say: ${'先看地图。'.repeat(12)}两处小小的岸`]], says: /slide 1 "opening": `say` has \d\d\d characters, expected at most 170/ },
    { fault: 'a sentence too long for the ear: a warning', edits: [[en, 'Somebody must keep the light, somebody must sail the boat, and somebody must sell the tickets. Each', 'Somebody must keep the light, somebody must sail the boat, somebody must sell the tickets, and each']], says: /slide 1 "opening": a sentence of 27 words to be spoken: "Somebody must keep the light, / },
    { fault: 'a word that is not to be used, in a headline', edits: [written('lang: en, word: stops, where: [headline]')], at: [en, '# Take away'], says: /slide 4 "supports": "stops": why not; instead: another/ },
    { fault: 'a word in a stem', edits: [written('lang: zh, word: 先停, where: [stem, option]'), ['exercises/ferry/in-order.yaml', 'zh: 给三件事', 'zh: 先停一停，给三件事']], at: ['exercises/ferry/in-order.yaml', 'prompt'], says: /prompt: "先停": why not/ },
    { fault: 'a word in a note', edits: [written('lang: en, pattern: \'puzzle of this (?:hour|day)\', where: [note]')], at: [en, 'say: Two small'], says: /slide 1 "opening", say: "puzzle of this hour": why not/ },
    { fault: 'a word in feedback', edits: [written('lang: en, word: equally, where: [feedback]'), ['exercises/ferry/who-pays.yaml', 'The share follows', 'Not equally. The share follows']], says: /feedback\.1\.says: "equally": why not/ },
    { fault: 'a word in a claim', edits: [written('lang: en, word: pile up, where: [claim]')], at: [claims, 'says: { en: "Without boats'], says: /says: "pile up": why not/ },
    { fault: 'a word anywhere', edits: [written('lang: zh, word: 谁也不全归谁, where: [all]')], at: ['corpus/glossary/ferry.yaml', '谁也不全归谁'], says: /means: "谁也不全归谁": why not/ },
    { fault: 'a row that does not find its own example', edits: [['corpus/style.yaml', null, `words:\n  - { lang: en, pattern: '\\bhedges\\b', where: [all], why: w, instead: i, finds: The hedge., spares: None. }\n`]], at: ['corpus/style.yaml', '  - { lang'], says: /is not found in its own example, "The hedge\."/ },
    { fault: 'a row that finds what it is to spare', edits: [['corpus/style.yaml', null, 'words:\n  - { lang: en, word: oars, where: [all], why: w, instead: i, finds: Oars., spares: By oars. }\n']], says: /"oars" is found in what it is to spare, "By oars\."/ },
    { fault: 'an exception for another slide', edits: [[en, '# Take away any support', '# Take away any one support'], ['corpus/style.yaml', null, `exceptions: [{ rule: plain, path: ${en}, id: line, reason: older }]\n`]], says: /nothing that `plain` reports of "line"[^]*the headline has 13 words/ },
  ],
  terms: [
    { fault: 'another name of a term, on a slide', edits: [anotherName('{ en: [shared keeping] }'), [en, 'Lin Du on light', 'Lin Du on shared keeping, light']], at: [en, 'Lin Du on shared'], says: /slide 1 "opening": "shared keeping" is called "joint keeping" in this course/ },
    { fault: 'another name of a term, in a claim', edits: [anotherName('{ zh: [合管] }'), [claims, '没有规定到哪年为止', '没有规定合管到哪年为止']], at: [claims, '合管到哪年'], says: /says: "合管" is called "共管"/ },
    { fault: 'another name of a term, in a note', edits: [anotherName('{ en: [small shore] }')], at: [en, 'say: Two small shores'], says: /slide 1 "opening", say: "small shore" is called/ },
    { fault: 'another name that stands in the name', edits: [anotherName('{ en: [keeping] }')], at: ['corpus/glossary/ferry.yaml', '  not:'], says: /"keeping" is forbidden, and stands in the name itself/ },
    { fault: 'an abbreviation that nobody has spelled out', edits: [[en, 'Lin Du on light', 'Lin Du and the HKSA on light']], at: [en, 'Lin Du and'], says: /slide 1 "opening": "HKSA" stands here for the first time; spell it out \(its full name \(HKSA\)\)/ },
    { fault: 'the same in Chinese, spelled out a slide too late', edits: [[zh, '林渡论灯', '林渡论HKSA、灯'], [zh, '# 渡线开过', '# 港盐协会（HKSA）：渡线开过']], at: [zh, '林渡论HKSA'], says: /spell it out \(全称（HKSA）\)/ },
    { fault: 'a term before its <Term>: a warning', edits: [[en, 'Lin Du on light', 'Lin Du on joint keeping, light']], at: [en, '---'], says: /slide 1 "opening": "joint keeping" of the glossary, here for the first time and without <Term>/ },
  ],
  taught: [
    { fault: 'an exercise before the slide that shows what it asks', edits: [...both('<YourLine />', '<YourLine />\n\n<Exercise id="ferry/growth-again" />')], at: [en, '<Exercise id="ferry/growth-again"'], says: /slide 2 "puzzle": ferry\/growth-again rests on lin-du-2026\/takings-2004, lin-du-2026\/takings-2005, which only a later slide shows/ },
    { fault: 'an exercise that no slide prepares', edits: [...both(' <Cite claim="lin-du-2026/most-cross" />', ''), ['exercises/ferry/who-pays.yaml', 'claims: [lin-du-2026/costs-shared]\nhint', 'claims: [lin-du-2026/costs-shared, lin-du-2026/most-cross]\nhint']], at: [en, '<Exercise id="ferry/who-pays"'], says: /rests on lin-du-2026\/most-cross, which no slide shows: cite it/ },
    { fault: 'a guess where all was shown', edits: [['exercises/ferry/who-pays.yaml', 'claims: [lin-du-2026/costs-shared]\nhint', 'before: true\nclaims: [lin-du-2026/costs-shared]\nhint']], says: /ferry\/who-pays says before: true, and all that it rests on was shown by then/ },
    { fault: 'an exercise after a slide that is not there', edits: [['exercises/ferry/growth-again.yaml', 'claims: [', 'after: takngs\nclaims: [']], at: ['exercises/ferry/growth-again.yaml', 'after'], says: /after: slides\/ferry\.(?:en|zh)\.md has no slide "takngs"/ },
    { fault: 'an exercise on a slide that stands after another', edits: [['exercises/ferry/who-pays.yaml', 'claims: [lin-du-2026/costs-shared]\nhint', 'after: line\nclaims: [lin-du-2026/costs-shared]\nhint']], at: ['exercises/ferry/who-pays.yaml', 'after'], says: /says after: line, and stands on a slide itself/ },
    { fault: 'a guess on the practice page', edits: [['exercises/ferry/growth-again.yaml', 'claims: [', 'before: true\nclaims: [']], at: ['exercises/ferry/growth-again.yaml', 'before'], says: /says before: true, and stands on no slide/ },
  ],
  fonts: [
    { fault: 'a letter that no font of ours has', edits: [['corpus/glossary/ferry.yaml', '谁也不全归谁。', '谁也不全归谁𪚥。']], at: ['corpus/glossary/ferry.yaml', '𪚥'], says: /no font of ours can draw 𪚥 \(U\+2A6A5\)/ },
  ],
  parity: [
    { fault: 'a slide without its address', edits: [[zh, 'routeAlias: check\n', '']], says: /has no routeAlias/ },
    { fault: 'one address twice', edits: both('routeAlias: check', 'routeAlias: supports'), says: /"supports" is there twice/ },
    { fault: 'a citation in one language only', edits: [[zh, '<Cite claim="lin-du-2026/storm-stopped" /> ', '']], at: [zh, '---\nrouteAlias: line'], says: /<Cite claim="lin-du-2026\/storm-stopped"> not at all, in slides\/ferry\.en\.md once/ },
    { fault: 'another layout', edits: [[zh, 'layout: source-check', 'layout: figure']], says: /has the layout "figure", in slides\/ferry\.en\.md "source-check"/ },
    { fault: 'another speaker', edits: [[zh, 'speaker: course', 'speaker: open']], at: [zh, '---\nrouteAlias: check'], says: /^slide "check" has speaker: open, in slides\/ferry\.en\.md course/ },
    { fault: 'a slide that may be skipped in one language only', edits: [[en, 'layout: exercise\n', 'layout: exercise\noptional: true\n']], says: /^slide "who-pays" has optional: nothing, in slides\/ferry\.en\.md true/ },
    { fault: 'more time for a task in one language', edits: [[zh, '· 15 分钟', '· 16 分钟']], says: /^slide "who-pays" has do: a task of 16 minutes, in slides\/ferry\.en\.md a task of 15 minutes/ },
    { fault: 'another order', edits: [[zh, 'routeAlias: supports\nlayout: framework', 'routeAlias: check\nlayout: framework'], [zh, 'routeAlias: check\nlayout: source-check', 'routeAlias: supports\nlayout: source-check']], says: /"check" stands where slides\/ferry\.en\.md has "supports"/ },
    { fault: 'a language that is missing', edits: [[zh, null, null]], at: [en, '---'], says: /there is no slides\/ferry\.zh\.md/ },
    { fault: 'a draft in one language only', edits: [[en, 'lecture: ferry', 'lecture: ferry\ndraft: true']], says: /only the other language is a draft/ },
  ],
  proof: [
    { fault: 'a key that is no option: one problem', edits: [['exercises/ferry/who-pays.yaml', 'key: ', 'key: x']], at: ['exercises/ferry/who-pays.yaml', 'key: x'], says: /^key: no "x[^\n]*$/ },
    { fault: 'a name on the map that is asked for', edits: [...placed('landmarks: [ferry/strait]', 'landmarks: [ferry/north-pier]')], at: [where, 'landmarks'], says: /"ferry\/north-pier" is named on the map, and "here" asks where it lies/ },
    { fault: 'a wrong answer that fires something else', edits: [['exercises/ferry/who-pays.yaml', 'response: halves, fires: [not-halves]', 'response: halves, fires: []']], says: /wrong\.1\.fires: fires not-halves as well/ },
    { fault: 'a right answer that is none', edits: [['exercises/ferry/in-order.yaml', '- [opening, wind, signing]', '- [wind, opening, signing]']], says: /right\.0: the answer \["wind","opening","signing"\] earns \d of 3 points, and it stands under "right"/ },
    { fault: 'a side that earns with a passage of the other sign', edits: [[signs, 'sign: "-", passage: broken', 'sign: "+", passage: broken']], at: [signs, '  - shared-bill: { sign: "+", passage: broken'], says: /right\.1: the answer .* earns 5 of 6 points/ },
    { fault: 'a side misspelt in a proof', edits: [[signs, '      left-open: { sign: "+", passage: shore }', '      left-opne: { sign: "+", passage: shore }']], says: /no "left-opne" here; did you mean "left-open"\?/ },
    { fault: 'a right option told by its length', edits: longKeys.slice(0, 1), at: ['exercises/ferry/habit-0.yaml', '  night:'], says: /^options\.night \(en\): 51 characters, the longest of the others 10; .*\noptions\.night \(zh\): \d+ characters/ },
    { fault: 'a habit: the longest option is the key', edits: longKeys, says: /the key is the longest option \(en\) in [67] of 7 choices/ },
  ],
  lock: [
    { fault: 'a claim reworded since', edits: [[claims, 'goods pile up on the shore', 'goods pile up ashore']], at: [claims, 'goods-pile-up:'], says: /has changed since it was last checked/, unlocked: true },
    { fault: 'an article that has changed since', edits: [['sources/island-journal.txt', '三样都要', '三样全都要']], says: /the article's paragraph is not the one/, unlocked: true },
    { fault: 'a heading moved in the outline', edits: [['corpus/sources/lin-du-2026.yaml', 'number: "3"', 'number: "4"']], says: /stands in §4, paragraph 1, the lock says §3/, unlocked: true },
    { fault: 'a claim nobody has checked', edits: [['corpus/evidence/lin-du-2026.lock.json', '"dark-first"', '"dark-last"']], says: /is not in corpus\/evidence/, unlocked: true },
    { fault: 'no lock at all', edits: [['corpus/evidence/lin-du-2026.lock.json', null, null]], says: /expected this file/, unlocked: true },
    { fault: 'no lock at all, and no article at hand', edits: [['corpus/evidence/lin-du-2026.lock.json', null, null]], says: /expected this file/, unlocked: true, withoutSources: true },
    { fault: 'a lock that does not say where a claim stands', edits: [['corpus/evidence/lin-du-2026.lock.json', '"section": "3",\n      "paragraph": 1', '"section": "3"']], at: [claims, 'bridge-ends-it:'], says: /does not say where it stands \(section "3", paragraph undefined\): its citations would be blank/, unlocked: true, withoutSources: true },
    { fault: 'a claim reworded since, and no article at hand', edits: [[claims, 'goods pile up on the shore', 'goods pile up ashore']], says: /has changed since it was last checked/, unlocked: true, withoutSources: true },
  ],
}

/** What looks like a fault and is none. */
const harmless: { what: string, edits: Edit[], unlocked?: true, withoutSources?: true }[] = [
  { what: 'a claim close to the article that corpus/style.yaml lets stand', edits: [...tooClose, closeStands] },
  { what: 'a headline that is too long, which corpus/style.yaml lets stand', edits: [[en, '# Take away any support', '# Take away any one support'], ['corpus/style.yaml', null, `exceptions: [{ rule: plain, path: ${en}, id: supports, reason: older }]\n`]] },
  { what: 'a guess before the slide that shows it', edits: aGuess },
  { what: 'abbreviations spelled out on their first slide, in each way', edits: [
    [en, 'Lin Du on light', 'Lin Du and the Harbour Keepers of the Salt Archipelago on HKSA, the TSR (Tide Sea Register), a PKB: light'],
    [zh, '林渡论灯', '林渡论港盐协会（HKSA），TSR：潮海登记处，PKB是码头处。灯'],
  ] },
  { what: 'an abbreviation that everybody knows, by corpus/style.yaml', edits: [[en, 'Lin Du on light', 'Lin Du of the EU on light'], ['corpus/style.yaml', null, 'known: [EU]\n']] },
  { what: 'another name of a term in a marked quotation', edits: [anotherName('{ zh: [合管] }'), [zh, '林渡论灯', '林渡论“合管”、灯']] },
  { what: 'a word in a marked quotation, or a longer word', edits: [written('lang: zh, word: 货物便, where: [all]'), written('lang: en, word: up, where: [headline]'), [zh, '林渡论灯、船、票', '林渡论“货物便在”灯、船、票'], [en, 'Take away any support', 'Take upward any support']] },
  { what: 'the same without the article, where nobody can tell whether it is needed', edits: [closeStands], withoutSources: true },
  { what: 'a claim that has most of the article’s words in a marked quotation', edits: [[claims, '林渡认为，没有船，货物就堆在岸上。', '林渡认为，没有船会怎样？“货物便在岸边积压”。']] },
  { what: 'a claim of names that nobody can reword', edits: [...tooClose, ['corpus/style.yaml', null, 'names: [货物便在岸边积压]\n']] },
  ...Object.entries(added).map(([what, record]) => ({ what: `a model that is right: ${what}`, edits: withModel(record) })),
  { what: 'the name of an event may be as long as a name is', edits: [['corpus/events/ferry.yaml', 'zh: 签约', 'zh: 照看的费用由两地按各自的船票收入分摊']] },
  { what: 'a quotation of fifteen characters', edits: [[en, 'Then turn to the agreement itself', 'Then turn to “少了船，货物便在岸边积压；少了票” itself']] },
  { what: 'a claim that nobody uses and nobody has locked, in a draft', edits: [['corpus/claims/lin-du-2026.draft.yaml', null, draftClaim]], unlocked: true },
  { what: 'an exercise on a draft of a claim, itself a draft', edits: [['corpus/claims/lin-du-2026.draft.yaml', null, draftClaim], ...placed('claims: [lin-du-2026/line-opened]', 'draft: true\nclaims: [lin-du-2026/line-opened, lin-du-2026/another]')], unlocked: true },
  { what: 'a placeholder in a draft', edits: [['exercises/ferry/who-pays.yaml', 'hint: { en: Look', 'draft: true\nhint: { en: TODO Look']] },
  { what: 'nobody speaks, and minutes are few, in a draft', edits: [...both('lecture: ferry', 'lecture: ferry\ndraft: true'), ...both('speaker: lin-du-2026\n', ''), ...both(' · 20 ', ' · 2 ')] },
  { what: 'a draft in both languages, in another order', edits: [...both('lecture: ferry', 'lecture: ferry\ndraft: true'), [zh, ' <Cite claim="lin-du-2026/storm-stopped" />', '']] },
  { what: 'a site that was built into the course, with whatever is in it', edits: [['site-for-the-exam/index.html', null, '<p></p>'], ['site-for-the-exam/assets/a.js', null, ''], ['site-for-the-exam/data/ferry.json', null, '"照看的费用由两地按各自的船票收入分摊。"']] },
  { what: 'the same quantity in other words', edits: [[claims, 'for twelve years', 'for 12 years'], [claims, '停了十二年', '停了12年'], [claims, '35,000 tonnes', '35 thousand tonnes']] },
  { what: 'a route to the other end of a continent, where an extent holds it', edits: [
    [routes, 'south-pier: {', 'far-pier: { names: { en: Far pier, zh: 远岸码头, ru: Дальняя пристань }, lon: 139.7, lat: 35.7, from: GeoNames 4 }\n  south-pier: {'],
    [routes, 'vertices: [ferry/north-pier, ferry/south-pier]', 'vertices: [ferry/north-pier, ferry/south-pier, ferry/far-pier]'],
    [routes, 'to the south pier.', 'to the south pier and on to the Far pier.'], [routes, '到南岸码头', '到南岸码头，再到远岸码头'],
    ['corpus/maps.yaml', '# From Kars', 'eurasia: { name: { en: Eurasia, zh: 欧亚 }, bounds: { west: -10, south: 18, east: 142, north: 62 }, step: 1 }\n# From Kars'],
  ] },
  { what: 'a claim at either line of a paragraph that a page cuts', edits: [[claims, 'at: { line: 17 }', 'at: { line: 23 }']] },
]

// Mermaid takes some seconds to load. Everything else is read once; what a case changes, memory holds.
vi.setConfig({ testTimeout: 60_000 })
/** As if it stood outside the house: its decks say `addons: ['./']`. */
const asItIs: Folder = { ...readOnce(diskFolder(tiny)), root: '/tiny-course' }
const ours = readOnce(diskFolder(house))
const kept = keptIn()

/** The tiny course with its edits. As the author does after each change: the locks are renewed, unless the fault is that they were not. */
function changed({ edits = [], unlocked }: Partial<Fault>): Folder {
  let folder: Folder = asItIs
  for (const [file, from, to] of edits) {
    const text = folder.text(file)
    if (from !== null) expect(text, `${file} should hold what the fault replaces`).toContain(from)
    folder = edited(folder, { [file]: from === null ? to : text!.replace(from, () => to ?? '') })
  }
  if (unlocked) return folder
  const locks = locksNow(readCourse(folder), openContext({ root: folder, house: ours, sources: within(folder, 'sources'), kept }))
  return edited(folder, Object.fromEntries(locks.map(({ path, text }) => [path, text])))
}

const checkedIn = (folder: Folder, withoutSources?: boolean): Promise<Result[]> =>
  verify(readCourse(folder), openContext({ root: folder, house: ours, sources: withoutSources ? undefined : within(folder, 'sources'), kept }))
const checked = (fault: Partial<Fault> = {}) => checkedIn(changed(fault), fault.withoutSources)
const letters = (results: Result[]) => results.flatMap(({ name, problems, warnings }) => [...problems, ...warnings].map(({ path, line, message }) => ({ name, at: `${path}:${line}`, message })))

describe('the tiny course', () => {
  test('has no problem, no warning, and no rule that looked at nothing', async () => {
    const results = await checked()
    expect(letters(results)).toEqual([])
    expect(results.filter(({ checked }) => checked === 0).map(({ name }) => name)).toEqual([])
    expect(existsSync(join(tiny, 'corpus/evidence/lin-du-2026.lock.json'))).toBe(true)
  })

  test('as Git for Windows clones it, with lines that end with \\r\\n, has no problem either', async () => {
    const clone = mkdtempSync(join(tmpdir(), 'tiny-course-'))
    try {
      cpSync(tiny, clone, { recursive: true })
      cpSync(join(house, 'corpus/schemas'), join(clone, 'corpus/schemas'), { recursive: true })
      const texts = readdirSync(clone, { recursive: true }).map(String).filter(path => /\.\w+$/.test(path))
      expect(texts.length).toBeGreaterThan(20)
      for (const path of texts) writeFileSync(join(clone, path), readFileSync(join(clone, path), 'utf8').replaceAll('\n', '\r\n'))
      const results = await verify(readCourse(clone), openContext({ root: clone, house: ours, sources: join(clone, 'sources'), kept }))
      expect(letters(results)).toEqual([])
    }
    finally { rmSync(clone, { recursive: true, force: true }) }
  })

  test('its committed lock is current', async () => {
    expect(letters(await checked({ unlocked: true }))).toEqual([])
  })

  test('without the article, says which rules need it, and finds nothing else', async () => {
    const results = await checked({ withoutSources: true })
    expect(letters(results)).toEqual([])
    expect(results.filter(({ remark }) => remark).map(({ name }) => name)).toEqual(['evidence', 'own-words', 'reworded', 'absent', 'lock'])
  })
})

describe.each(Object.entries(faults))('%s', (rule, planted) => {
  test.each(planted)('alone finds: $fault', async (fault) => {
    const folder = changed(fault)
    const found = letters(await checkedIn(folder, fault.withoutSources))
    expect([...new Set(found.map(({ name }) => name))], JSON.stringify(found, null, 2)).toEqual([rule])
    expect(found.map(({ message }) => message).join('\n')).toMatch(fault.says)
    if (!fault.at) return
    const [file, words] = fault.at
    const text = folder.text(file)!
    expect(text).toContain(words)
    expect(found.map(({ at }) => at)).toContain(`${file}:${text.slice(0, text.indexOf(words)).split('\n').length}`)
  })
})

test.each(harmless)('no problem: $what', async ({ what: _, ...edited }) => {
  expect(letters(await checked(edited))).toEqual([])
})

test.each([
  ['an argument', 'corpus/arguments/quay.yaml'],
  ['a stance', 'corpus/stances/quay.yaml'],
])('the rule `shape` counts %s as well', async (_what, path) => {
  const copied = readFileSync(join(tiny, path.replace('quay', 'ferry')), 'utf8')
  const count = async (edits: Edit[]) => (await checked({ edits })).find(({ name }) => name === 'shape')!.checked
  expect(await count([[path, null, copied]])).toBe(await count([]) + Object.keys(parse(copied) as object).length)
})

test('every rule has a fault that only it finds', () => {
  expect(Object.keys(faults).sort()).toEqual(rules.map(({ name }) => name).sort())
})

test('CONTRIBUTING.md says of each rule what the rule says of itself', () => {
  const told = readFileSync(join(house, 'CONTRIBUTING.md'), 'utf8')
  expect(rules.filter(({ name, description }) => !told.includes(`| ${name} | ${description} |`)).map(({ name }) => name)).toEqual([])
})
