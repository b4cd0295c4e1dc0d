import type { Course, Problem } from '#course'
import { holders, occurs } from '#course/evidence'
import { needlessExceptions, type Paragraph, paragraphAt } from '#course/paragraphs'
import type { Claim, ExerciseFile } from '#schema'
import { type Article, articleOf, type Complaint, missingTexts, sourceOf } from '../article.ts'
import { quotedHan } from '../overlap.ts'
import { defineRule } from '../rule.ts'

export const evidence = defineRule({
  name: 'evidence',
  description: 'All the evidence of a claim stands in its paragraph of the article, and together in no other; what the paragraph rule gets wrong is listed with a reason; no key rests on an outside source.',
  check(course, context) {
    const problems: Problem[] = []
    let checked = 0
    for (const [id, claim] of Object.entries(course.claims)) {
      const source = course.sources[sourceOf(id)]
      if (!source) continue // `ids` says so
      const article = articleOf(course, context, sourceOf(id))
      const found = [...withoutArticle(claim, Boolean(source.text)), ...(article ? complaints(claim, article) : [])]
      if (article || !source.text) checked++
      problems.push(...found.map(({ field, message }) => ({ ...course.place('claims', id, field), message })))
    }
    for (const [id, source] of Object.entries(course.sources)) {
      const article = articleOf(course, context, id)
      if (!article) continue
      problems.push(...outlineProblems(id, article, course))
      for (const exception of needlessExceptions(article.lines, source)) {
        const at = source.exceptions.indexOf(exception)
        problems.push({ ...course.place('sources', id, ['exceptions', at]), message: `line ${exception.line} reads just the same without this exception ("${exception.is}"); take it out` })
      }
    }
    for (const [id, series] of Object.entries(course.series)) {
      const article = articleOf(course, context, series.source)
      if (!article) continue
      const table = paragraphAt(article.paragraphs, series.at.line)
      if (!table) { problems.push({ ...course.place('series', id, ['at', 'line']), message: `line ${series.at.line} is no line of a paragraph of ${series.source}` }); continue }
      for (const [row, { cells, at }] of Object.entries(series.rows)) {
        const place = at ? paragraphAt(article.paragraphs, at.line) : table
        if (!place) { problems.push({ ...course.place('series', id, ['rows', row, 'at', 'line']), message: `line ${at!.line} is no line of a paragraph of ${series.source}` }); continue }
        const rows = article.paragraphs.filter(each => each.section === place.section && each.paragraph === place.paragraph)
        for (const [column, cell] of Object.entries(cells)) {
          if (!('printed' in cell)) continue
          checked++
          if (!rows.some(each => occurs(cell.printed, each)))
            problems.push({ ...course.place('series', id, ['rows', row, 'cells', column]), message: `"${cell.printed}" is not printed in the table at line ${(at ?? series.at).line} of ${series.source}` })
        }
      }
    }
    for (const [id, file] of Object.entries(course.exerciseFiles)) {
      for (const { claim, field } of claimsIn(file, [])) {
        if (course.sources[sourceOf(claim)]?.outside)
          problems.push({ ...course.place('exercises', id, field), message: `"${claim}" is a claim of an outside source; a key rests on the course's own sources only` })
      }
    }
    for (const [id, file] of Object.entries(course.exerciseFiles)) {
      for (const { event, field } of eventsIn(file)) {
        const claims = course.events[event]?.claims ?? []
        if (claims.length > 0 && claims.every(claim => course.sources[sourceOf(claim)]?.outside))
          problems.push({ ...course.place('exercises', id, field), message: `the date of "${event}" is told by outside sources only; a key rests on the course's own sources` })
      }
    }
    const missing = missingTexts(course, context)
    return { checked, problems, ...(missing.length > 0 ? { remark: `needs ${missing.join(', ')}` } : {}) }
  },
})

/** Does the article bear this claim out? The rule `lock` keeps only claims that it does. */
export const isBorneOut = (claim: Claim, article: Article) => withoutArticle(claim, true).length === 0 && complaints(claim, article).length === 0

/** What the article says against a claim; two rules ask for it. */
function complaints(claim: Claim, article: Article): Complaint[] {
  const known = article.complaints.get(claim) ?? findComplaints(claim, article)
  article.complaints.set(claim, known)
  return known
}

function withoutArticle(claim: Claim, hasText: boolean): Complaint[] {
  if (!hasText) return 'line' in claim.at ? [{ field: ['at'], message: 'its source has no text file: expected a place in words, at: { place: { en, zh } }' }] : []
  if (!('line' in claim.at)) return [{ field: ['at'], message: 'its source has a text: expected the line, at: { line: 1234 }' }]
  if (claim.evidence.length === 0) return [{ field: [], message: 'expected evidence: short strings that stand in its paragraph' }]
  return claim.evidence.flatMap((string, index) => {
    const length = [...string.matchAll(/\p{Script=Han}/gu)].length
    return length > quotedHan ? [{ field: ['evidence', index], message: `"${string.slice(0, 8)}…" has ${length} Han characters; evidence has at most ${quotedHan}` }] : []
  })
}

function findComplaints(claim: Claim, { source, paragraphs }: Article): Complaint[] {
  if (!('line' in claim.at) || claim.evidence.length === 0) return []
  const { line } = claim.at
  const home = homeOf(line, { source, paragraphs })
  if (typeof home === 'string') return [{ field: ['at', 'line'], message: home }]
  const absent = claim.evidence.flatMap((string, index) => occurs(string, home) ? [] : [{ string, index }])
  if (absent.length > 0) {
    return absent.map(({ string, index }) => {
      const elsewhere = holders([string], paragraphs)
      return { field: ['evidence', index], message: `"${string}" does not stand in the paragraph of line ${line} (${span(home)})${elsewhere.length > 0 ? `; it stands at ${elsewhere.slice(0, 3).map(each => `line ${each.first}`).join(', ')}` : ', nor in any other'}` }
    })
  }
  const others = holders(claim.evidence, paragraphs).filter(each => each !== home)
  return others.length === 0 ? [] : [{ field: ['evidence'], message: `too common: all of it stands together at ${others.slice(0, 3).map(span).join(' and at ')} as well; add a string that only this paragraph has` }]
}

/** The paragraph that a claim at this line stands in, or the letter that says why it stands in none. */
export function homeOf(line: number, { source, paragraphs }: Pick<Article, 'source' | 'paragraphs'>): Paragraph | string {
  const { first, last } = source.text!
  const home = paragraphAt(paragraphs, line)
  if (!home) {
    const near = paragraphs.filter(each => each.kind === 'text').sort((a, b) => Math.abs(a.first - line) - Math.abs(b.first - line))[0]
    return `read ${line}, expected a line with text between ${first} and ${last}${near ? `; the nearest paragraph begins at ${near.first}` : ''}`
  }
  if (home.kind === 'note') return `line ${line} is a footnote; a claim stands in the article's own text`
  if (home.kind === 'heading') return `line ${line} is a heading; a claim stands in the article's own text`
  return home
}

export const span = ({ first, last }: { first: number, last: number }) => first === last ? `line ${first}` : `lines ${first}–${last}`

/** Sections are told to readers: their lines are headings, in order, inside the article. */
function outlineProblems(id: string, { source, lines }: Article, course: Course): Problem[] {
  const { first, last } = source.text!
  return source.outline.flatMap(({ line }, index) => {
    const before = source.outline[index - 1]?.line ?? 0
    const wrong = line < first || line > last ? `expected a line between ${first} and ${last}`
      : line <= before ? `expected a line after ${before}, where the section before begins`
        : !lines[line - 1]?.trim() ? 'this line is empty; expected the heading\'s line' : undefined
    return wrong ? [{ ...course.place('sources', id, ['outline', index, 'line']), message: `outline, line ${line}: ${wrong}` }] : []
  })
}

/** Every event that a key is computed or ordered from. */
function eventsIn(file: ExerciseFile): { event: string, field: (string | number)[] }[] {
  if (file.kind === 'order' && !Array.isArray(file.key) && 'events' in file.key.from)
    return Object.entries(file.key.from.events).map(([item, event]) => ({ event, field: ['key', 'from', 'events', item] }))
  if (file.kind === 'number' && typeof file.key === 'object' && 'years' in file.key.from.computed)
    return file.key.from.computed.years.map((event, index) => ({ event, field: ['key', 'from', 'computed', 'years', index] }))
  return []
}

/** Every claim an exercise names, with its field. */
export function claimsIn(value: unknown, field: (string | number)[]): { claim: string, field: (string | number)[] }[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...field, Array.isArray(value) ? Number(name) : name]
    return name === 'claims' && Array.isArray(inner) ? inner.map((claim, index) => ({ claim: String(claim), field: [...here, index] })) : claimsIn(inner, here)
  })
}
