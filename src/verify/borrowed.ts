import { extname } from 'node:path'
import { type Document, isMap, isScalar, visit } from 'yaml'
import type { Course } from '#course'
import { readYaml } from '#course/yaml'
import { articleOf } from './article.ts'
import { hash } from './hash.ts'
import { indexOf, longQuotations, type Shared, sharedWith, type SourceIndex } from './overlap.ts'
import type { Context } from './rule.ts'

/** What a file of ours has in common with the sources. */
export interface Borrowed { path: string, text: string, shared: Shared[], quoted: Shared[] }

/** Names of things are not ours to reword; up to 60 Han characters or 30 words is a name and no paragraph. */
const exempt = new Set(['title', 'container', 'affiliation', 'name'])
const shortEnough = (name: string) => (name.match(/\p{Script=Han}/gu)?.length ?? 0) <= 60 && (name.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0) <= 30

/** Every file of ours that has words of the sources; two rules ask for it. */
export function borrowedIn(course: Course, context: Context): Borrowed[] {
  const known = found.get(context)
  if (known?.course === course) return known.files
  const blocks = sourceBlocks(course, context)
  // What stood in none of these sources, and has not changed since, is not compared again.
  const sources = hash(JSON.stringify([...blocks]))
  const what = `own words, pauses or none, not those of ${sources}`
  const files = [...context.files].flatMap(([path, text]): Borrowed[] => {
    const asRead = `${extname(path)} ${text}`
    if (context.kept.find(what, asRead)) return []
    const ours = /\.ya?ml$/.test(path) ? withoutNames(text, readYaml(text, path).file.document) : text
    const index = indexed(sources, blocks)
    const [shared, quoted] = [sharedWith(index, ours), longQuotations(index, ours, { prose: path.endsWith('.md') })]
    if (shared.length + quoted.length > 0) return [{ path, text, shared, quoted }]
    context.kept.keep(what, asRead, true)
    return []
  })
  found.set(context, { course, files })
  return files
}
const found = new WeakMap<Context, { course: Course, files: Borrowed[] }>()

/** The line, 1-based, on which this character stands. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

type Blocks = ReadonlyMap<string, readonly (readonly [line: number, text: string])[]>

/** Each line of the sources, and each paragraph that a page break had cut. */
function sourceBlocks(course: Course, context: Context): Blocks {
  return new Map([...context.sources].map(([file, lines]) => {
    const rebuilt = Object.entries(course.sources).filter(([, source]) => source.text?.file === file)
      .flatMap(([id]) => articleOf(course, context, id)!.paragraphs).filter(paragraph => paragraph.lines.length > 1)
    return [file, [...lines.map((text, index) => [index + 1, text] as const), ...rebuilt.map(({ first, text }) => [first, text] as const)]]
  }))
}

/** The index of the sources with this hash: made when the first text is compared, and again when a source has changed. */
function indexed(sources: string, blocks: Blocks): SourceIndex {
  if (last?.sources !== sources) last = { sources, index: indexOf(blocks) }
  return last.index
}
let last: { sources: string, index: SourceIndex } | undefined

/** The YAML with short names blanked out, every other character at its place. */
function withoutNames(text: string, document: Document): string {
  let blanked = text
  visit(document, {
    Scalar(_, node, ancestors) {
      const isName = ancestors.some(ancestor => 'key' in ancestor && isScalar(ancestor.key) && ancestor.key !== node && exempt.has(String(ancestor.key.value)))
      if (!isName || isMap(node) || typeof node.value !== 'string' || !shortEnough(node.value) || !node.range) return
      const [from, to] = node.range
      blanked = blanked.slice(0, from) + blanked.slice(from, to).replace(/[^\n]/g, '.') + blanked.slice(to)
    },
  })
  return blanked
}
