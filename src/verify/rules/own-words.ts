import { extname } from 'node:path'
import { type Document, isMap, isScalar, visit } from 'yaml'
import type { Course, Problem } from '#course'
import { readYaml } from '#course/yaml'
import { articleOf } from '../article.ts'
import { hash } from '../hash.ts'
import { indexOf, longQuotations, quotedHan, quotedWords, sharedWith, type SourceIndex, tooManyHan, tooManyWords } from '../overlap.ts'
import { type Context, defineRule } from '../rule.ts'

/** Names of things are not ours to reword; up to 60 Han characters or 30 words is a name and no paragraph. */
const exempt = new Set(['title', 'container', 'affiliation', 'name'])
const shortEnough = (name: string) => (name.match(/\p{Script=Han}/gu)?.length ?? 0) <= 60 && (name.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0) <= 30

export const ownWords = defineRule({
  name: 'own-words',
  description: `Nothing of ours shares ${tooManyHan} consecutive Han characters or ${tooManyWords} words with a source; a marked quotation has at most ${quotedHan} characters or ${quotedWords} words.`,
  check(course, context) {
    if (context.sources.size === 0) return { checked: 0, problems: [], remark: 'needs the source files' }
    const blocks = sourceBlocks(course, context)
    // What stood in none of these sources, and has not changed since, is not compared again.
    const sources = hash(JSON.stringify([...blocks]))
    const what = `own words, not those of ${sources}`
    const problems: Problem[] = []
    for (const [path, text] of context.files) {
      const asRead = `${extname(path)} ${text}`
      if (context.kept.find(what, asRead)) continue
      const found = inSources(indexed(sources, blocks), path, text)
      problems.push(...found)
      if (found.length === 0) context.kept.keep(what, asRead, true)
    }
    return { checked: context.files.size, problems }
  },
})

function inSources(index: SourceIndex, path: string, text: string): Problem[] {
  const ours = /\.ya?ml$/.test(path) ? withoutNames(text, readYaml(text, path).file.document) : text
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const shared = sharedWith(index, ours)
  const kinds = { Han: 'Han characters', words: 'words' }
  return [
    ...shared.map(({ at, length, of, source, begins }) => ({ path, line: lineAt(at), message: `${length} ${kinds[of]} in a row, from "${begins}…", stand in ${source}; at most ${of === 'Han' ? tooManyHan - 1 : tooManyWords - 1} may` })),
    ...longQuotations(index, ours, { prose: path.endsWith('.md') }).filter(({ at, length }) => !shared.some(other => other.at >= at && other.at <= at + 2 * length))
      .map(({ at, length, of, source, begins }) => ({ path, line: lineAt(at), message: `a quotation of ${length} ${kinds[of]}, "${begins}…", from ${source}; at most ${of === 'Han' ? quotedHan : quotedWords} may be quoted` })),
  ]
}

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
