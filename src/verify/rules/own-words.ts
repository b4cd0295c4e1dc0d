import { isMap, isScalar, parseDocument, visit } from 'yaml'
import type { Course, Problem } from '#course'
import { paragraphs } from '#course/paragraphs'
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
    const index = sourceIndex(course, context)
    const problems: Problem[] = []
    for (const [path, text] of context.files) {
      const ours = /\.ya?ml$/.test(path) ? withoutNames(text) : text
      const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
      const shared = sharedWith(index, ours)
      for (const { at, length, of, source, begins } of shared)
        problems.push({ path, line: lineAt(at), message: `${length} ${of === 'Han' ? 'Han characters' : 'words'} in a row, from "${begins}…", stand in ${source}; at most ${of === 'Han' ? tooManyHan - 1 : tooManyWords - 1} may` })
      for (const { at, length, of, source, begins } of longQuotations(index, ours, { prose: path.endsWith('.md') })) {
        if (shared.some(other => other.at >= at && other.at <= at + 2 * length)) continue
        problems.push({ path, line: lineAt(at), message: `a quotation of ${length} ${of === 'Han' ? 'Han characters' : 'words'}, "${begins}…", from ${source}; at most ${of === 'Han' ? quotedHan : quotedWords} may be quoted` })
      }
    }
    return { checked: context.files.size, problems }
  },
})

/** Each line of the sources, and each paragraph that a page break had cut. */
function sourceIndex(course: Course, context: Context): SourceIndex {
  return indexOf(new Map([...context.sources].map(([file, lines]) => {
    const rebuilt = Object.values(course.sources).filter(source => source.text?.file === file)
      .flatMap(source => paragraphs(lines, source)).filter(paragraph => paragraph.lines.length > 1)
    return [file, [...lines.map((text, index) => [index + 1, text] as const), ...rebuilt.map(({ first, text }) => [first, text] as const)]]
  })))
}

/** The YAML with short names blanked out, every other character at its place. */
function withoutNames(text: string): string {
  let blanked = text
  visit(parseDocument(text), {
    Scalar(_, node, ancestors) {
      const isName = ancestors.some(ancestor => 'key' in ancestor && isScalar(ancestor.key) && ancestor.key !== node && exempt.has(String(ancestor.key.value)))
      if (!isName || isMap(node) || typeof node.value !== 'string' || !shortEnough(node.value) || !node.range) return
      const [from, to] = node.range
      blanked = blanked.slice(0, from) + blanked.slice(from, to).replace(/[^\n]/g, '.') + blanked.slice(to)
    },
  })
  return blanked
}
