import { balanceOf, cornersOf, signsOf } from '#models'
import { type Framework, type View, views } from '#schema'
import { CannotRun, chooseFrom } from '../console.ts'
import { claimsOf, type Ground, idParts, look, replace, type Started, withRecord, writtenBeside } from './started.ts'

/** What a draft of a model is made of: a source of the lecture, one of its claims, and, where the view wants one, a triangle. */
interface Footing { source: string, claim: string, triangle: (what: string, is: (framework: Framework) => boolean) => { id: string, framework: Framework } }

/** `triad/who-decides`, view `decision-table`: a record at the end of corpus/models/triad.yaml, small and whole. */
export function newModel(ground: Ground, id: string, view: string | undefined): Started {
  const { course } = ground
  const { of: lecture, slug } = idParts('lecture', id, Object.keys(course.syllabus.lectures))
  if (view === undefined) throw new CannotRun(`Which view? --kind ${views.join(', ')}`)
  const [{ source, claims }] = claimsOf(ground, lecture) as [ReturnType<typeof claimsOf>[number]]
  const draft = drafts[chooseFrom('view', view, views) as View]({
    source, claim: claims[0]!,
    triangle(what, is) {
      // Its own triangle comes first; a model may draw another lecture's.
      const all = Object.entries(course.frameworks)
      const own = all.filter(([framework]) => framework.startsWith(`${lecture}/`))
      const found = [...own, ...all].find(([, framework]) => framework.layout === 'triangle' && is(framework))
      if (!found) throw new CannotRun(`A model with the view "${view}" wants ${what} in corpus/frameworks/${lecture}.yaml, and there is none yet.`)
      return { id: found[0], framework: found[1] }
    },
  })
  const { beside, ...file } = withRecord(ground, `corpus/models/${lecture}.yaml`, slug, `${slug}:\n  view: ${view}\n  title: ${text('its name')}\n  source: ${source}\n${draft}`, 'The article’s own schemes as tools: inputs, rules in order, outcomes. What it does not say is supplied, and says why.')
  return {
    files: [file],
    says: beside ? [writtenBeside(file.path, beside)] : [],
    next: [`${replace}, and put the claims there that each rule rests on.`, 'Check it: npm run verify -- --rule models', `Show it, in both languages: <Explorer id="${id}" />`, look(lecture)],
  }
}

const chinese: Record<string, string> = {
  'its name': '名称', 'why we supply it': '为什么由我们补上', 'what follows': '结果', 'what is asked': '要问什么', 'what stands beneath': '下面写什么', 'what a student fills in': '要填什么',
  'one': '其一', 'other': '其二', 'first': '甲', 'second': '乙', 'a case': '案例', 'what the article says': '文中怎么说', 'it holds': '成立', 'it fails': '不成立', 'left open': '没有定论', 'none': '没有', 'there': '有', 'not stated': '未说',
}
/** `{ en: TODO its name, zh: 【待写】名称 }` */
const text = (en: string) => `{ en: TODO ${en}, zh: 【待写】${chinese[en]!} }`
const named = (en: string) => `{ name: ${text(en)} }`
const supplied = `supplied: true, why: ${text('why we supply it')}`
const print = `  print: { says: ${text('what stands beneath')}, blank: ${text('what a student fills in')} }\n`

const drafts: Record<View, (from: Footing) => string> = {
  'cards': ({ claim, triangle }) => {
    const { id, framework } = triangle('a triangle whose corners each say how it fails without them (`failure`)', framework => cornersOf(framework).every(corner => framework.nodes[corner]!.failure))
    const corners = cornersOf(framework).map(corner => `            ${corner}: { is: given, says: ${text('what the article says')}, claims: [${claim}] }   # or lacking; or not-stated, with absent: { source, words }\n`).join('')
    return `  framework: ${id}
  outcomes:
    todo-holds: { short: ${text('it holds')} }
    todo-fails: { short: { en: "TODO {failures}", zh: "【待写】{failures}" } }
    todo-open: { short: { en: "TODO left open ({open})", zh: "【待写】没有定论（{open}）" }, open: true }
  rules:   # in order: the first that holds says what follows
    todo-missing: { when: { some: [lacking, none] }, outcome: todo-fails, says: ${text('what follows')}, claims: [${claim}] }
    todo-silent: { when: { some: [not-stated] }, outcome: todo-open, says: ${text('what follows')}, ${supplied} }
    todo-whole: { when: { every: [given] }, outcome: todo-holds, says: ${text('what follows')}, claims: [${claim}] }
  pairing: { says: ${text('what the article says')}, claims: [${claim}] }
${print}  tasks:
    place:
      name: ${text('its name')}
      case: ${text('a case')}
      asks: ${text('what is asked')}
      states: { given: ${text('there')}, lacking: ${text('none')}, not-stated: ${text('not stated')} }
      cases:
        todo-case:
          name: ${text('a case')}
          corners:
${corners}          outcome: { says: ${text('what the article says')}, claims: [${claim}], comes: [{ outcome: todo-holds }] }
`
  },

  'signed-graph': ({ claim, triangle }) => {
    const { id, framework } = triangle('a triangle with domains', framework => Object.keys(framework.domains ?? {}).length > 0)
    const cases = Object.keys(framework.domains!).map(domain => `    ${domain}: { comes: ${balanceOf(cornersOf(framework), signsOf(framework, domain)).verdict}, claims: [${claim}] }\n`).join('')
    return `  framework: ${id}
  rules:
    todo-rule: { says: ${text('what follows')}, claims: [${claim}] }
${print}  cases:   # what the signs of each field come to
${cases}`
  },

  'decision-table': ({ claim }) => `  factors:   # the first down the side, the second along the top
    todo-one: { name: ${text('one')}, values: { todo-a: ${named('first')}, todo-b: ${named('second')} } }
    todo-other: { name: ${text('other')}, values: { todo-c: ${named('first')}, todo-d: ${named('second')} } }
  outcomes:
    todo-holds: { name: ${text('it holds')}, says: ${text('what follows')} }
    todo-fails: { name: ${text('it fails')}, says: ${text('what follows')} }
  rules:   # in order; a factor that "when" leaves out may be anything. A cell without a rule wants "unnamed" below
    todo-first: { when: { todo-one: [todo-a], todo-other: [todo-c] }, outcome: todo-holds, says: ${text('what follows')}, claims: [${claim}] }
    todo-rest: { when: {}, outcome: todo-fails, says: ${text('what follows')}, ${supplied} }
  case: ${text('a case')}
  asks: ${text('what is asked')}
  cases:
    todo-case:
      name: ${text('a case')}
      at:   # or is: not-stated, with absent: { source, words }
        todo-one: { is: todo-a, says: ${text('what the article says')}, claims: [${claim}] }
        todo-other: { is: todo-c, says: ${text('what the article says')}, claims: [${claim}] }
      outcome: { says: ${text('what the article says')}, claims: [${claim}], comes: [todo-holds] }
${print}`,

  'weighted-scores': ({ claim }) => `  scale: { from: 0, to: 10, weight: 10 }
  criteria: { todo-one: ${named('one')}, todo-other: ${named('other')} }
  options: { todo-a: ${named('first')}, todo-b: ${named('second')} }
  scores:   # or is: not-stated, with absent: { source, words }; then notStated: { score, why } says what all such cells count
    todo-a:
      todo-one: { score: 8, says: ${text('what the article says')}, claims: [${claim}] }
      todo-other: { score: 2, says: ${text('what the article says')}, ${supplied} }
    todo-b:
      todo-one: { score: 4, says: ${text('what the article says')}, claims: [${claim}] }
      todo-other: { score: 5, says: ${text('what the article says')}, ${supplied} }
  sets:   # ranks: the order that the source comes to
    todo-set: { name: ${text('its name')}, weights: { todo-one: 2, todo-other: 1 }, ${supplied}, ranks: [todo-a, todo-b] }
  asks: ${text('what is asked')}
${print}`,

  'game': ({ claim }) => `  rounds: 3
  powers: { todo-north: ${named('first')}, todo-south: ${named('second')} }
  gauges: { todo-purse: { name: ${text('its name')}, from: 0, to: 4, start: 2 } }
  ties: { name: ${text('its name')}, from: 0, to: 3, start: 1 }
  players: { todo-player: ${named('its name')} }
  moves:
    todo-nearer: { name: ${text('one')}, says: ${text('what follows')}, toward: true, costs: { todo-purse: 2 }, does: { tie: 2, others: -1 }, claims: [${claim}] }
    todo-wait: { name: ${text('other')}, says: ${text('what follows')}, does: { todo-purse: 1 }, ${supplied} }
  rules: { todo-rule: { name: ${text('its name')}, says: ${text('what follows')}, when: { spread: { least: 3 } }, does: { todo-purse: -1 }, claims: [${claim}] } }
  outcomes:   # in order: the first whose "when" holds
    todo-near: { name: ${text('it holds')}, says: ${text('what follows')}, when: { any-tie: { least: 3 } }, claims: [${claim}] }
    todo-far: { name: ${text('it fails')}, says: ${text('what follows')}, when: {}, claims: [${claim}] }
  asks: ${text('what is asked')}
${print}`,
}
