import type { Course, Problem } from '#course'
import { paragraphAt } from '#course/paragraphs'
import { articleOf, sourceOf } from '../article.ts'
import { borrowedIn, lineAt } from '../borrowed.ts'
import { tooManyAcross } from '../overlap.ts'
import { defineRule } from '../rule.ts'

/** Fewer pieces than this say nothing: a date and a verb. */
const fewest = 8
const size = 4

export const reworded = defineRule({
  name: 'reworded',
  description: `What we say in Chinese is reworded, not the article's sentence with other commas: nothing shares ${tooManyAcross} Han characters with a source, pauses taken out, and no claim more than half of its pieces of ${['no', 'one', 'two', 'three', 'four'][size]} characters with its paragraph (names, titles, dates and marked quotations apart).`,
  allowsExceptions: true,
  check(course, context) {
    if (context.sources.size === 0) return { checked: 0, problems: [], remark: 'needs the source files' }
    const problems: Problem[] = borrowedIn(course, context).flatMap(({ path, text, shared }) => shared.filter(({ of }) => of === 'Han across pauses')
      .map(({ at, length, source, begins }) => ({ path, line: lineAt(text, at), message: `${length} Han characters, from "${begins}…", stand in ${source} in the same order, only the pauses are others; at most ${tooManyAcross - 1} may` })))
    const apart = namesIn(course)
    let claims = 0
    for (const [id, claim] of Object.entries(course.claims)) {
      const article = articleOf(course, context, sourceOf(id))
      const home = article && 'line' in claim.at ? paragraphAt(article.paragraphs, claim.at.line) : undefined
      if (!home) continue
      claims++
      const pieces = piecesOf(claim.says.zh, apart)
      const paragraph = home.text.replace(/[^\p{Script=Han}]/gu, '')
      const taken = pieces.filter(piece => paragraph.includes(piece))
      if (pieces.length < fewest || taken.length * 2 <= pieces.length) continue
      const share = Math.round(100 * taken.length / pieces.length)
      problems.push({ ...course.place('claims', id, ['says', 'zh']), message: `${share} % of it stands in its paragraph word for word ("${runsOf(claim.says.zh, taken).join('", "')}"); say it in other words, until it is half or less` })
    }
    for (const [index, name] of course.style.names.entries())
      if (!Object.values(course.claims).some(({ says }) => says.zh.includes(name))) problems.push({ ...course.place('style', 'names', [index]), message: `"${name}" stands in no claim; take it out` })
    return { checked: context.files.size + claims, problems }
  },
})

/** What nobody can reword: terms, actors, places, routes, parts of frameworks, authors, and the names of corpus/style.yaml; long ones first. */
function namesIn(course: Course): string[] {
  const names = [
    ...[course.terms, course.actors, course.places, course.routes].flatMap(records => Object.values(records).map(({ names }) => names.zh)),
    ...Object.values(course.frameworks).flatMap(({ title, nodes }) => [title.zh, ...Object.values(nodes).map(({ names }) => names.zh)]),
    ...Object.values(course.sources).flatMap(({ author }) => author.flatMap(({ native }) => native ?? [])),
    ...course.style.names,
  ]
  return [...new Set(names)].filter(name => name.length > 1).sort((a, b) => b.length - a.length)
}

/** `piecesOf('船主认为先看灯光', ['船主'])` => [认为先看, 为先看灯, 先看灯光]; a name, a figure or a quotation ends a run, a pause does not. */
export function piecesOf(text: string, names: readonly string[]): string[] {
  const bare = names.reduce((rest, name) => rest.replaceAll(name, '0'), text.replace(/“[^”]*”|「[^」]*」|《[^》]*》/gu, '0'))
    .replace(/[〇零一二三四五六七八九十\d]+(?:年代?|月|日|世纪)/gu, '0')
  return bare.replace(/[\p{P}\s]/gu, '').split(/[^\p{Script=Han}]+/u)
    .flatMap(run => Array.from({ length: Math.max(0, run.length - size + 1) }, (_, first) => run.slice(first, first + size)))
}

/** The longest stretches of a text that are made of these pieces, at most three: for the letter. */
function runsOf(text: string, taken: readonly string[]): string[] {
  const plain = text.replace(/[^\p{Script=Han}]/gu, '')
  const covered = Array.from(plain, () => false)
  for (const piece of taken)
    for (let at = plain.indexOf(piece); at !== -1; at = plain.indexOf(piece, at + 1)) covered.fill(true, at, at + size)
  const runs = Array.from(plain, (letter, index) => covered[index] ? letter : ' ').join('').split(/ +/).filter(Boolean)
  return runs.sort((a, b) => b.length - a.length).slice(0, 3)
}
