import type { Course, Lock, Problem } from '#course'
import { folded } from '#course/evidence'
import { paragraphAt } from '#course/paragraphs'
import type { Claim } from '#schema'
import { type Article, articleOf, missingTexts, sourceOf } from '../article.ts'
import { canonical, hash } from '../hash.ts'
import { type Context, defineRule } from '../rule.ts'
import { isBorneOut } from './evidence.ts'

export const locksFolder = 'corpus/evidence'
export const lockPath = (source: string) => `${locksFolder}/${source}.lock.json`
const renew = 'npm run verify -- --lock'

export const lock = defineRule({
  name: 'lock',
  description: 'Each claim, and the paragraph it was checked against, is as the committed lock saw it; without the source files the claims alone are compared. Claims in a file that says `draft: true` need not be there yet.',
  check(course, context) {
    const problems: Problem[] = []
    let checked = 0
    for (const source of Object.keys(course.sources)) {
      const article = articleOf(course, context, source)
      const claims = claimsOf(course, source)
      const kept = course.locks[source]?.claims
      if (!course.sources[source]!.text || (claims.length === 0 && !kept)) continue
      const isDraft = (slug: string) => course.drafts.includes(course.place('claims', `${source}/${slug}`).path)
      if (!kept) {
        if (claims.every(([slug]) => isDraft(slug))) continue
        checked++
        problems.push({ path: lockPath(source), line: 1, message: `expected this file: the ${claims.length} claims of ${source} as they were checked; write it with: ${renew}` })
        continue
      }
      for (const [slug, claim] of claims) {
        checked++
        const place = course.place('claims', `${source}/${slug}`)
        const entry = Object.hasOwn(kept, slug) ? kept[slug] : undefined
        if (article && !isBorneOut(claim, article)) continue // `evidence` says what is wrong with it
        if (!entry && isDraft(slug)) continue
        if (!entry) { problems.push({ ...place, message: `this claim is not in ${lockPath(source)}: nobody has checked it against the article; do so with: ${renew}` }); continue }
        const now = article && entryOf(claim, article)
        // Readers are told where a claim stands by this entry alone: without a place its citations would be blank.
        if (typeof entry.section !== 'string' || !Number.isInteger(entry.paragraph)) { problems.push({ ...place, message: `${lockPath(source)} does not say where it stands (section ${JSON.stringify(entry.section)}, paragraph ${JSON.stringify(entry.paragraph)}): its citations would be blank; renew it with: ${renew}` }); continue }
        if (entry.claim !== hash(canonical(claim))) problems.push({ ...place, message: `this claim has changed since it was last checked; check it again with: ${renew}` })
        else if (now && entry.text !== now.text) problems.push({ ...place, message: `the article's paragraph is not the one it was checked against; check it again with: ${renew}` })
        else if (now && (entry.section !== now.section || entry.paragraph !== now.paragraph)) problems.push({ ...place, message: `it stands in §${now.section}, paragraph ${now.paragraph}, the lock says §${entry.section}, paragraph ${entry.paragraph}; renew it with: ${renew}` })
      }
      for (const slug of Object.keys(kept))
        if (!claims.some(([known]) => known === slug) && !course.stands('claims', `${source}/${slug}`)) problems.push({ path: lockPath(source), line: 1, message: `"${slug}" is no claim of ${source} any more; renew the lock with: ${renew}` })
    }
    for (const source of Object.keys(course.locks))
      if (!course.sources[source]?.text) problems.push({ path: lockPath(source), line: 1, message: `"${source}" is no source with a text; take this file away` })
    const missing = missingTexts(course, context)
    return { checked, problems, ...(missing.length > 0 ? { remark: `without ${missing.join(', ')}: only that no claim has changed since it was last checked` } : {}) }
  },
})

/** The locks as they are now, for claims that the article bears out; by path. Sources whose text is not at hand are left alone. */
export function locksNow(course: Course, context: Context): { path: string, text: string, claims: number, left: string[] }[] {
  return Object.keys(course.sources).flatMap((source) => {
    const article = articleOf(course, context, source)
    const claims = claimsOf(course, source)
    if (!article || claims.length === 0) return []
    const held = claims.filter(([, claim]) => isBorneOut(claim, article))
    const written: Lock = { claims: Object.fromEntries(held.sort(([a], [b]) => a < b ? -1 : 1).map(([slug, claim]) => [slug, entryOf(claim, article)])) }
    return [{ path: lockPath(source), text: `${JSON.stringify(written, undefined, 2)}\n`, claims: held.length, left: claims.filter(([slug]) => !Object.hasOwn(written.claims, slug)).map(([slug]) => `${source}/${slug}`) }]
  })
}

const claimsOf = (course: Course, source: string): [slug: string, Claim][] =>
  Object.entries(course.claims).filter(([id]) => sourceOf(id) === source).map(([id, claim]) => [id.slice(source.length + 1), claim])

function entryOf(claim: Claim, article: Article): Lock['claims'][string] {
  const home = paragraphAt(article.paragraphs, 'line' in claim.at ? claim.at.line : 0)!
  return { claim: hash(canonical(claim)), text: hash(folded(home)), section: home.section, paragraph: home.paragraph }
}
