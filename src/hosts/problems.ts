import { reactive } from 'vue'
import type { Problem } from '#course/course'
import type { Host } from './host.ts'

/** Where `npm start` says what cannot be read, as the letters of `verify`: at the root of the origin, whatever page asks. */
const address = '/-/problems'

/**
 * What `verify` says of the course, asked while an author is at work and again after each change that a page takes in without
 * being loaded anew. Call it in development only: a published site has no such address.
 */
export function problemsAtWork(): Problem[] {
  const problems = reactive<Problem[]>([])
  const ask = async () => {
    const response = await fetch(address)
    // A deck that `npx slidev` serves by itself has nobody to ask.
    if (response.headers.get('content-type') !== 'application/json') return
    problems.splice(0, Infinity, ...await response.json() as Problem[])
  }
  import.meta.hot?.on('vite:afterUpdate', () => { void ask() })
  void ask()
  return problems
}

/** Folders of the files a tag names a record of. */
type Named = 'exercises' | 'claims' | 'series' | 'frameworks' | 'events' | 'glossary' | 'tensions' | 'models' | 'arguments' | 'stances' | 'routes'

/**
 * What is wrong with a record: with its file as a whole, with itself, or with its id.
 * `problemsOf(problems, 'claims', 'lin-2026/pier')` => [corpus/claims/lin-2026.yaml:12 "pier.at.line: missing; …"]
 */
export function problemsOf(problems: readonly Problem[], named: Named, id: string): Problem[] {
  const [file, slug] = id.split('/') as [string, string | undefined]
  const isWhole = named === 'exercises'
  const paths = isWhole ? [`exercises/${id}.yaml`] : [`corpus/${named}/${file}.yaml`, `corpus/${named}/${file}.draft.yaml`]
  const isAbout = ({ path, message }: Problem) => paths.includes(path)
    ? isWhole || /^(?:cannot be read|expected)/.test(message) || new RegExp(`^(?:\\w+\\.)?"?${slug}[".:]`).test(message)
    : /^no [a-z ]+"/.test(message) && message.split('"')[1] === id // no claim "…"; did you mean "…"?
  return problems.filter(isAbout)
}

export const problemLine = ({ path, line, message }: Problem): string => `${path}:${line} ${message}`

/** What stands in the place of a record that is not there: the letters of `verify`, where there are any; else `unknown`. */
export function missing(host: Host, named: Named, id: string, unknown: string): string {
  const found = problemsOf(host.problems, named, id)
  return found.length ? found.slice(0, 3).map(problemLine).join('\n') : unknown
}
