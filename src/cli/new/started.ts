import type { Course } from '#course'
import { nearest } from '#course/letter'
import { Slug } from '#schema'
import { placeholder } from '#verify/rules/written'
import type { Context } from '#verify'
import { CannotRun, chooseFrom } from '../console.ts'

/** A new piece of the course: the files as they are to be, what its author should see, what she does next. Nothing is written here. */
export interface Started {
  files: { path: string, text: string }[]
  says: string[]
  next: string[]
}

/** What a new piece is started from. */
export interface Ground {
  course: Course
  context: Context
}

/** `verify` reads the words; whether they have room is seen. */
export const look = (lecture: string) => `See whether all of it has room, in both languages: npm run look -- --lecture ${lecture}`

export const replace = `Replace ${placeholder.en} and ${placeholder.zh} wherever they stand (ids too: todo-…)`

/** "triad/six-edges" => the lecture and the slug, each as it should be. */
export function idParts(what: 'lecture' | 'source', id: string, known: readonly string[]): { of: string, slug: string } {
  const [of, slug, ...more] = id.split('/')
  if (!of || !slug || more.length > 0 || !Slug.safeParse(slug).success) throw new CannotRun(`read "${id}", expected <${what}>/<slug>, in small letters, figures and hyphens, such as "${nearest(of ?? '', known) ?? known[0] ?? what}/three-vertices"`)
  return { of: chooseFrom(what, of, known), slug }
}

/** The claims that a lecture's own sources make; an exercise and a tension need some. */
export function claimsOf({ course }: Ground, lecture: string): { source: string, claims: string[] }[] {
  const { sources } = course.syllabus.lectures[lecture]!
  const found = sources.map(source => ({ source, claims: Object.keys(course.claims).filter(id => id.startsWith(`${source}/`)) })).filter(({ claims }) => claims.length > 0)
  if (found.length === 0) throw new CannotRun(`No source of "${lecture}" (${sources.join(', ')}) has a claim yet. First: npm run new -- claim ${sources[0]}/<slug> --line N`)
  return found
}

/**
 * A record at the end of a file of records, whose comments and order stay. A new file says `draft: true`. A finished file stays
 * as it is: what is new is written beside it, "corpus/claims/yang-2026.draft.yaml", where it has the same id.
 */
export function withRecord({ course, context }: Ground, finished: string, slug: string, record: string, comment: string): { path: string, text: string, beside?: string } {
  const beside = finished.replace(/\.yaml$/, '.draft.yaml')
  for (const path of [finished, beside]) {
    const wrong = course.problems.find(problem => problem.path === path)
    if (wrong) throw new CannotRun(`${path}:${wrong.line} ${wrong.message}. Mend this first: what cannot be read is not added to.`)
    if (new RegExp(`^["']?${slug}["']?:`, 'm').test(context.files.get(path) ?? '')) throw new CannotRun(`"${slug}" stands in ${path} already, and nothing is overwritten.`)
  }
  const isFinished = context.files.has(finished) && !course.drafts.includes(finished)
  const path = isFinished ? beside : finished
  const text = context.files.get(path) ?? `# ${comment}\ndraft: true\n`
  return { path, text: `${text.trimEnd()}\n\n${record}`, ...(isFinished ? { beside: finished } : {}) }
}

export const writtenBeside = (path: string, finished: string) => `${finished} is finished and stays so; when all of ${path} is written, move it there.`
