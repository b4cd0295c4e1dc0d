import { essayLimits } from '#grading/essay'
import { asks, type Framework, type Kind, type Series, skills } from '#schema'

/** A place of corpus/routes/, and where it lies. */
export interface PlaceAt { id: string, lon: number, lat: number }

/** What of a lecture an exercise starts from; all of it is really there. */
export interface Footing {
  source: string
  /** The first claims of the lecture; one that stands alone is there three times. */
  claims: [string, string, string]
  outcome: string
  /** A claim whose evidence holds a figure. */
  figure: () => { claim: string, value: number }
  /** The first with edges. */
  framework: () => { id: string, edges: Framework['edges'] }
  /** The sides of the first domain in which some claim bears a sign. */
  domain: () => { id: string, domain: string, edges: Framework['edges'] }
  /** An extent, and three places in it, far from each other: two to ask for, one that they are taken for. */
  places: () => { view: string, towns: [PlaceAt, PlaceAt, PlaceAt] }
  /** The first with two cells or more. */
  series: () => { id: string, claims: Series['claims'], cells: string[] }
}

const head = (kind: Kind, { claims, outcome }: { claims: readonly string[], outcome: string }) => `kind: ${kind}
draft: true
asks: says      # ${asks.join(', ')}: what the source says, what a case shows, which reading can be defended, what an idea says of a new case
skill: recall   # ${skills.join(', ')}
difficulty: 1   # 1, 2, 3
outcome: ${outcome}
prompt:
  en: TODO The question. It names the author and asks for what this text has.
  zh: 【待写】题目：点出作者，问的是这篇文章里有的。
claims: [${[...new Set(claims)].join(', ')}]   # all that the key follows from
hint:
  en: TODO Where to look first, never what is found there.
  zh: 【待写】提示先看哪里，不说看到什么。
why:   # shown once the answer is right: who guessed learns most from it
  en: TODO Why the right answer is right, in a few sentences.
  zh: 【待写】正确答案为什么正确，简短几句。
`
const says = (what = 'what is right about it; what settles it') => `says: { en: TODO ${what[0]!.toUpperCase()}${what.slice(1)}, zh: 【待写】这样想有什么道理；什么足以定夺 }`

/**
 * A small whole exercise of each kind, which proves itself as it stands. Ids are placeholders as well: an id says what
 * a part is about, never what it is worth. A kind without its row here does not compile.
 */
export const exercises: { [K in Kind]: (from: Footing) => string } = {
  choice: from => `${head('choice', from)}options:   # the one that is right is not always the longest
  todo-a: { text: { en: TODO What the author says, zh: 【待写】作者的说法 }, claims: [${from.claims[0]}] }
  todo-b: { text: { en: TODO The commonest misreading of it, zh: 【待写】最常见的一种误读 }, claims: [${from.claims[0]}] }
  todo-c: { text: { en: TODO What another claim says of another thing, zh: 【待写】别处说的是另一件事 }, claims: [${from.claims[1]}] }
key: todo-a
feedback:
  - { id: todo-misread, when: { option: todo-b }, ${says()} }
  - { id: todo-elsewhere, when: { option: todo-c }, ${says()} }
right: [todo-a]
wrong:
  - { response: todo-b, fires: [todo-misread] }
  - { response: todo-c, fires: [todo-elsewhere] }
`,

  choices: from => `${head('choices', from)}options:
  todo-a: { text: { en: TODO Said in the text, zh: 【待写】文中说到的 }, claims: [${from.claims[0]}] }
  todo-b: { text: { en: TODO Said there too and easily missed, zh: 【待写】也说到，但容易漏掉 }, claims: [${from.claims[1]}] }
  todo-c: { text: { en: TODO Likely and not said, zh: 【待写】像是说过，其实没有 }, claims: [${from.claims[2]}] }
key: [todo-a, todo-b]
feedback:
  - { id: todo-likely, when: { option: todo-c }, ${says()} }
  - { id: todo-overlooked, when: { missed: todo-b }, ${says('What it adds')} }
right:
  - [todo-a, todo-b]
wrong:
  - { response: [todo-a, todo-c], fires: [todo-likely, todo-overlooked] }
`,

  judge: from => `${head('judge', from)}source: ${from.source}   # the text that each statement is held against
statements:
  todo-a: { text: { en: TODO What the text says in other words, zh: 【待写】换个说法，文中有 }, claims: [${from.claims[0]}] }
  todo-b: { text: { en: TODO What the text denies, zh: 【待写】文中所说正相反 }, claims: [${from.claims[1]}] }
  todo-c: { text: { en: TODO What a reader would expect and the text never says, zh: 【待写】想当然会有，文中却没提 }, claims: [${from.claims[2]}] }
key: { todo-a: supported, todo-b: contradicted, todo-c: not-stated }
absent: { todo-c: [TODO, 【待写】] }   # the words that would be there if it were said; none of them occurs in the article
feedback:
  - { id: todo-expected, when: { statement: todo-c, as: supported }, ${says()} }
right:
  - { todo-a: supported, todo-b: contradicted, todo-c: not-stated }
wrong:
  - { response: { todo-a: supported, todo-b: contradicted, todo-c: supported }, fires: [todo-expected] }
`,

  number(from) {
    const { claim, value } = from.figure()
    return `${head('number', { ...from, claims: [claim] })}unit: { en: TODO its unit, zh: 【待写】单位 }
tolerance: 0   # in the unit; 0 asks for the exact figure
# A figure of the evidence, or one that is computed: { from: { computed: { growth: [row/column, row/column] }, series: lecture/slug } }
key: ${value}
feedback:   # when: { near: 30.1, within: 0.2 }, { below: 0 } or { above: 100 }
  - { id: todo-too-much, when: { above: ${value} }, ${says('which slip leads here; what to do instead')} }
right: [${value}]
wrong:
  - { response: ${value + 1}, fires: [todo-too-much] }
`
  },

  text: from => `${head('text', from)}key: [TODO the word, 【待写】答案]   # every form that counts; width, case, spaces and traditional characters are folded
feedback:
  - { id: todo-near, when: { is: [TODO a near miss, 【待写】相近的词] }, ${says()} }
right: [TODO the word, 【待写】答案]
wrong:
  - { response: TODO a near miss, fires: [todo-near] }
`,

  cloze: from => `${head('cloze', from)}text:   # each gap once, in both languages
  en: "TODO A sentence in your words with its {todo-gap}."
  zh: "【待写】一句我们自己的话，中间是{todo-gap}。"
gaps:
  todo-gap: { name: { en: TODO what is asked for, zh: 【待写】问的是什么 }, claims: [${from.claims[0]}] }
key:
  todo-gap: [TODO the word, 【待写】答案]   # every form that counts
feedback:
  - { id: todo-near, when: { gap: todo-gap, is: [TODO a near miss, 【待写】相近的词] }, ${says()} }
right:
  - { todo-gap: TODO the word }
  - { todo-gap: 【待写】答案 }
wrong:
  - { response: { todo-gap: TODO a near miss }, fires: [todo-near] }
`,

  match: from => `${head('match', from)}left:
  todo-a: { text: { en: TODO A case, zh: 【待写】一个案例 }, claims: [${from.claims[0]}] }
  todo-b: { text: { en: TODO Another case, zh: 【待写】另一个案例 }, claims: [${from.claims[1]}] }
targets:   # no id the same as on the left; more of them than cases
  todo-x: { text: { en: TODO What belongs to it, zh: 【待写】与它相配的 } }
  todo-y: { text: { en: TODO What belongs to the other, zh: 【待写】与另一个相配的 } }
  todo-z: { text: { en: TODO What belongs nowhere, zh: 【待写】都不相配的 } }
# Where a framework says it, the key points there: { from: { framework: lecture/slug, part: failure } }
key: { todo-a: todo-x, todo-b: todo-y }
feedback:
  - { id: todo-confused, when: { left: todo-a, target: todo-y }, ${says()} }
right:
  - { todo-a: todo-x, todo-b: todo-y }
wrong:
  - { response: { todo-a: todo-y, todo-b: todo-x }, fires: [todo-confused] }
`,

  order: from => `${head('order', from)}items:
  todo-a: { text: { en: TODO What comes before the others, zh: 【待写】最早的一件 }, claims: [${from.claims[0]}] }
  todo-b: { text: { en: TODO What follows, zh: 【待写】接下来的一件 }, claims: [${from.claims[1]}] }
  todo-c: { text: { en: TODO What comes after them, zh: 【待写】最后的一件 }, claims: [${from.claims[2]}] }
# Dated events give the order themselves: { from: { events: { todo-a: lecture/slug, … } } }; so do stages: { from: { framework: lecture/slug } }
key: [todo-a, todo-b, todo-c]
feedback:
  - { id: todo-turned, when: { inverted: [todo-b, todo-c] }, ${says()} }
right:
  - [todo-a, todo-b, todo-c]
wrong:
  - { response: [todo-a, todo-c, todo-b], fires: [todo-turned] }
`,

  sort: from => `${head('sort', from)}items:
  todo-a: { text: { en: TODO A plain case, zh: 【待写】一看就明白的 }, claims: [${from.claims[0]}] }
  todo-b: { text: { en: TODO A case that looks like the other kind, zh: 【待写】看着像另一类的 }, claims: [${from.claims[1]}] }
  todo-c: { text: { en: TODO A case of the other kind, zh: 【待写】另一类的 }, claims: [${from.claims[2]}] }
bins:
  todo-x: { text: { en: TODO A kind, zh: 【待写】一类 } }
  todo-y: { text: { en: TODO The other kind, zh: 【待写】另一类 } }
key: { todo-a: todo-x, todo-b: todo-x, todo-c: todo-y }
feedback:
  - { id: todo-looks-so, when: { item: todo-b, bin: todo-y }, ${says()} }
right:
  - { todo-a: todo-x, todo-b: todo-x, todo-c: todo-y }
wrong:
  - { response: { todo-a: todo-x, todo-b: todo-y, todo-c: todo-y }, fires: [todo-looks-so] }
`,

  matrix: from => `${head('matrix', from)}rows:
  todo-a: { text: { en: TODO An actor, zh: 【待写】一方 }, claims: [${from.claims[0]}] }
  todo-b: { text: { en: TODO Another actor, zh: 【待写】另一方 }, claims: [${from.claims[1]}] }
columns:
  todo-m: { text: { en: TODO A point of comparison, zh: 【待写】比较的一项 } }
  todo-n: { text: { en: TODO Another point, zh: 【待写】比较的另一项 } }
options:
  todo-x: { text: { en: TODO A value, zh: 【待写】一种取值 } }
  todo-y: { text: { en: TODO Another value, zh: 【待写】另一种取值 } }
  todo-z: { text: { en: TODO not stated, zh: 【待写】未说 } }
key:
  todo-a: { todo-m: todo-x, todo-n: todo-y }
  todo-b: { todo-m: todo-y, todo-n: todo-z }
feedback:
  - { id: todo-supposed, when: { row: todo-b, column: todo-n, option: todo-x }, ${says()} }
right:
  - { todo-a: { todo-m: todo-x, todo-n: todo-y }, todo-b: { todo-m: todo-y, todo-n: todo-z } }
wrong:
  - { response: { todo-a: { todo-m: todo-x, todo-n: todo-y }, todo-b: { todo-m: todo-y, todo-n: todo-x } }, fires: [todo-supposed] }
`,

  edges(from) {
    const { id, edges } = from.framework()
    const all = Object.keys(edges)
    const labelled = (first: string) => all.map((edge, index) => `${edge}: ${index ? edge : first}`).join(', ')
    return `${head('edges', { ...from, claims: Object.values(edges)[0]!.claims })}framework: ${id}   # its edges are labelled, with its own names
extra:
  todo-none: { text: { en: TODO a label that belongs nowhere, zh: 【待写】多出来的标签 } }
key: { from: { framework: ${id} } }
feedback:
  - { id: todo-tempting, when: { edge: ${all[0]}, label: todo-none }, ${says()} }
right:
  - { ${labelled(all[0]!)} }
wrong:
  - { response: { ${labelled('todo-none')} }, fires: [todo-tempting] }
`
  },

  signs(from) {
    const { id, domain, edges } = from.domain()
    const sides = Object.keys(edges)
    /** What is borne on a side, each by a passage of its own; nothing, and no passage says so. */
    const borne = (edge: string) => (['plus', 'minus'] as const).flatMap(sign => (edges[edge]!.bears?.[sign] ?? []).slice(0, 1)
      .map(claim => ({ sign: sign === 'plus' ? '+' : '-', passage: `todo-${edge}-${sign}`, claim })))
    const first = (edge: string) => borne(edge)[0] ?? { sign: '0', passage: 'none', claim: edges[edge]!.claims[0]! }
    const odd = sides.find(edge => borne(edge).length < 2) ?? sides[0]!
    const wrong = first(odd).sign === '+' ? '-' : '+'
    const response = (sign: (edge: string) => string, indent: string) => sides.map(edge => `${indent}${edge}: { sign: "${sign(edge)}", passage: ${first(edge).passage} }`).join('\n')
    return `${head('signs', { ...from, claims: sides.map(edge => first(edge).claim) })}framework: ${id}   # what its sides bear is the key
domain: ${domain}
passages:   # one for each sign that a side bears; add some that bear none
${sides.flatMap(borne).map(({ passage, claim }) => `  ${passage}: { text: { en: TODO What this passage tells, zh: 【待写】这一段说的事 }, claims: [${claim}] }`).join('\n')}
key: { from: { framework: ${id}, domain: ${domain} } }
feedback:
  - { id: todo-other-sign, when: { edge: ${odd}, sign: "${wrong}" }, ${says()} }
right:
  -
${response(edge => first(edge).sign, '    ')}
wrong:
  - fires: [todo-other-sign]
    response:
${response(edge => edge === odd ? wrong : first(edge).sign, '      ')}
`
  },

  cells(from) {
    const { id, claims, cells: [planted, sound] } = from.series()
    return `${head('cells', { ...from, claims })}series: ${id}   # the table shown; columns: [slug, …] picks some of its columns
# A fault that we plant instead of what is printed; where the fault is the source's own: key: [${planted}]
key:
  planted:
    ${planted}: { en: TODO a fault, zh: 【待写】改错的一格 }
feedback:
  - { id: todo-sound, when: { cell: ${sound} }, ${says('what looks odd here and still stands so')} }
  - { id: todo-unseen, when: { missed: ${planted} }, ${says('what gives it away')} }
right:
  - [${planted}]
wrong:
  - { response: [${sound}], fires: [todo-sound, todo-unseen] }
`
  },

  place(from) {
    const { view, towns: [one, two, other] } = from.places()
    const at = ({ lon, lat }: PlaceAt) => `[${lon}, ${lat}]`
    return `${head('place', from)}view: ${view}   # or another extent of corpus/maps.yaml: what is shown
within: 30   # km, as the crow flies; on a telephone the width of a thumb
items:   # the place of corpus/routes/ is the key
  todo-a: { text: { en: TODO A town, zh: 【待写】一处地点 }, place: ${one.id}, claims: [${from.claims[0]}] }
  todo-b: { text: { en: TODO Another town, zh: 【待写】另一处地点 }, place: ${two.id}, claims: [${from.claims[1]}] }
landmarks: []   # places that are named on the map: enough to find one's way, none that is asked for
feedback:   # when: { item, nearer: another place }, within so many km of it if need be; or { item, beyond: km }
  - { id: todo-taken-for, when: { item: todo-a, nearer: ${other.id}, within: 30 }, ${says('what it was taken for; what tells the two apart')} }
right:
  - { todo-a: ${at(one)}, todo-b: ${at(two)} }
wrong:
  - { response: { todo-a: ${at(other)}, todo-b: ${at(two)} }, fires: [todo-taken-for] }
`
  },

  essay: from => `${head('essay', from)}criteria:   # three to five: what the text is read for; she sees them before she writes, and the key has room for marks beside them
  todo-a: { en: TODO It names what the author says, zh: 【待写】说出作者的主张 }
  todo-b: { en: TODO It gives a ground that the text has, zh: 【待写】举出文中的一条依据 }
  todo-c: { en: TODO It says what would count against it, zh: 【待写】说明什么情况会推翻它 }
model:   # a good student's, not the lecturer's: ${essayLimits.model.en[0]} to ${essayLimits.model.en[1]} words, ${essayLimits.model.zh[0]} to ${essayLimits.model.zh[1]} characters
  en: >-
    TODO A model answer that meets every criterion, in the words of a good student. It says first what the author claims,
    then on what ground, then what would count against it, and it is as short as the room on a worksheet asks for.
  zh: >-
    【待写】一份好学生写得出的参考答案，每条要点都要做到。先说作者主张什么，再说依据在哪里，然后说什么情况会推翻它；
    篇幅以练习单上的空行为限，不必写满，也不要只写一句话。
`,
}
