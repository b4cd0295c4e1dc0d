import { holders } from '#course/evidence'
import type { Paragraph } from '#course/paragraphs'
import { articleOf } from '#verify/article'
import { homeOf, isBorneOut, span } from '#verify/rules/evidence'
import { claimKinds, type Claim } from '#schema'
import { CannotRun } from '../console.ts'
import { type Ground, idParts, replace, type Started, withRecord, writtenBeside } from './started.ts'

/** `yang-2026/six-edges` at line 236: a record at the end of corpus/claims/yang-2026.yaml, with evidence that its paragraph alone holds. */
export function newClaim(ground: Ground, id: string, line: string | undefined): Started {
  const { course, context } = ground
  const { of: source, slug } = idParts('source', id, Object.keys(course.sources))
  const { text, outline, short } = course.sources[source]!
  const path = `corpus/claims/${source}.yaml`
  const next = [`${replace}; of the evidence leave what your claim rests on.`, 'Check it: npm run verify -- --rule evidence', 'When it is used, and the file no draft any more: npm run verify -- --lock']
  const record = (at: string) => `${slug}:
  says:
    en: TODO What ${short.en.replace(/ \d{4}$/, '')} says, in our words. Each hedge stays.
    zh: 【待写】作者怎么说，用我们自己的话；“可能”“往往”都留着。
  kind: argument   # ${claimKinds.join(', ')}; reported wants by: { en, zh }
  status: stands   # or { contested: [claims] }, or { fails: { en, zh } }
${at}`
  const appended = (at: string) => withRecord(ground, path, slug, record(at), `${short.en}, claim by claim.`)

  if (!text) {
    if (line !== undefined) throw new CannotRun(`"${source}" has no text file, so its claims stand at a place in words: leave --line out.`)
    const { beside, ...file } = appended('  at: { place: { en: TODO where it stands there, zh: 【待写】在文中何处 } }\n')
    return { files: [file], says: beside ? [writtenBeside(file.path, beside)] : [], next: [`${replace}.`, 'Check it: npm run verify'] }
  }

  const at = Number(line)
  if (line === undefined || !Number.isInteger(at) || at < 1) throw new CannotRun(`--line: read ${line === undefined ? 'nothing' : `"${line}"`}, expected a line of its paragraph in ${text.file}, between ${text.first} and ${text.last}`)
  const article = articleOf(course, context, source)
  if (!article) throw new CannotRun(`${text.file} is not at hand, and a claim is started from its paragraph. Put it into ../shared/sources, or say where it is: --sources DIR`)
  const home = homeOf(at, article)
  if (typeof home === 'string') throw new CannotRun(`--line: ${home}`)

  const found = candidates(home, article.paragraphs)
  const evidence = chosen(found)
  const claim: Claim = { says: { en: '-', zh: '-' }, kind: 'argument', status: 'stands', at: { line: at }, evidence }
  if (!isBorneOut(claim, article)) throw new CannotRun(`Nothing short in the paragraph of line ${at} (${span(home)}) stands there alone. Choose its evidence yourself, in ${path}`)
  const { beside, ...file } = appended(`  at: { line: ${at} }\n  evidence: [${evidence.map(quoted).join(', ')}]\n`)
  const section = outline.find(({ number }) => number === home.section)
  const others = found.filter(each => !evidence.includes(each)).slice(0, 8)
  return {
    files: [file],
    says: [
      `Line ${at} stands in §${home.section} ${section?.title.en ?? ''}, paragraph ${home.paragraph} (${span(home)}), which begins “${[...home.text].slice(0, 12).join('')}…”`,
      `Evidence that stands in this paragraph alone: ${evidence.map(quoted).join(', ')}`,
      ...others.length > 0 ? ['So do:', ...others.map(each => `  ${quoted(each)}`)] : [],
      ...beside ? [writtenBeside(file.path, beside)] : [],
    ],
    next,
  }
}

const han = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0
/** All the Han characters that are proposed at once: a run of the article could not be longer even if they stood side by side. */
const most = 15

/** “制度载体”, 《约定》, 3.5万吨, Chablin; then clauses. Those that this paragraph alone holds, in this order. */
export function candidates(home: Paragraph, all: Paragraph[]): string[] {
  const of = (pattern: RegExp) => [...home.text.matchAll(pattern)].map(match => (match[1] ?? match[0]).trim())
  // Every other clause, so that what is shown is no stretch of the article.
  const clauses = of(/\p{Script=Han}+/gu).filter((_, index) => index % 2 === 0)
  const strings = [
    ...of(/[“《「]([^“”《》「」①-⑳]{2,12})[”》」]/gu),
    ...of(/\d(?:[\d,.]*\d)?\s?(?:%|％|世纪|年代|[万亿千百]*(?:美元|公里|[年月日个国元代条项次人])?)/gu),
    ...of(/\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}/gu).filter(each => /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(each)),
    ...clauses.filter(each => han(each) >= 4 && han(each) <= 10),
  ]
  const short = [...new Set(strings)].filter(each => han(each) <= 12)
  const alone = short.filter(each => holders([each], all).every(holder => holder === home) && holders([each], all).length === 1)
  if (alone.length > 0) return alone
  // A paragraph of long clauses is told by how one begins; a row of a table, by its cells together.
  const beginnings = clauses.map(each => [...each].slice(0, 6).join('')).filter(each => han(each) === 6 && holders([each], all).length === 1)
  return beginnings.length > 0 ? beginnings : short
}

/** The first three, while they are short enough together. */
function chosen(found: string[]): string[] {
  const taken: string[] = []
  for (const each of found) if (taken.length < 3 && han([...taken, each].join('')) <= most) taken.push(each)
  return taken
}

/** As YAML wants it in a list: "3.5", "1,700亿"; 制度载体 as it is. */
const quoted = (text: string) => /^[\p{L}][\p{L}\p{N} -]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text)
