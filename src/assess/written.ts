import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'
import { closest, distance } from 'fastest-levenshtein'
import type { Language } from '#schema'
import { languages } from '#schema'
import { answerFields, exportedFields, headFields } from './fields.ts'
import type { Parsed } from './parse.ts'
import { shown } from './problem.ts'
import type { Submission, SubmittedAnswer } from './submission.ts'

/** Deeper than any answer of ours. */
export const depthLimit = 6

/** Walks parsed YAML. Aliases are never followed, so that nothing grows; keys are own properties, so that none is magic. */
export class Reader {
  constructor(private readonly into: Submission, private readonly answered: Set<string>, private readonly from: Parsed) {}

  file(): void {
    for (const { name, value, line } of this.pairs(this.from.root, [])) {
      if (exportedFields.includes(name)) {
        this.into.isExported = true
        if (name === 'exported' && isScalar(value)) this.into.exported = String(value.value)
      }
      else if (!headFields.includes(name)) this.complain(line, [name], ...noField(name, headFields))
      else if (name === 'answers') this.answers(value)
      else this.head(name, this.plain(value, [name], () => {}), line)
    }
  }

  /** One field of the head. */
  head(name: string, text: unknown, line: number): void {
    if (text === null) return
    if (typeof text !== 'string') this.complain(line, [name], ...wanted(text, 'a single word', '一个词'))
    else if (name === 'lecture') this.into.lecture = { value: text, line }
    else if (name === 'name') this.into.name = text
    else {
      const lang = languages.find(each => each === text.normalize('NFKC').trim().toLowerCase().slice(0, 2) && text.length < 6)
      if (lang) this.into.lang = lang satisfies Language
      else this.complain(line, [name], `read "${shown(text)}", expected "en" or "zh"`, `读到 "${shown(text)}"，应为 "en" 或 "zh"`)
    }
  }

  answers(node: unknown): void {
    if (isSeq(node) && this.into.isExported) { this.listed(node.items); return }
    for (const { name: exercise, value, line } of this.pairs(node, ['answers'])) {
      if (this.answered.has(exercise)) {
        this.complain(line, [exercise], 'this exercise was answered further up; the first answer counts', '此题前面已经作答；以第一次为准')
        continue
      }
      this.answered.add(exercise)
      const lines = new Map<string, number>()
      const answer: SubmittedAnswer = { exercise, line, revision: undefined, response: null, lineOf: deepest(lines, () => line) }
      this.into.answers.push(answer)
      const respond = (given: unknown, at: number) => {
        lines.set('', at)
        answer.response = this.plain(given, [exercise, 'answer'], (part, where) => lines.set(part.join('\n'), where))
      }
      // `corridor/x: lease` is understood as well.
      if (!isMap(value)) { respond(value, line); continue }
      for (const field of this.pairs(value, [exercise])) {
        if (field.name === 'answer') respond(field.value, field.line)
        else if (field.name === 'revision') {
          const revision = this.plain(field.value, [exercise, 'revision'], () => {})
          if (typeof revision === 'string') answer.revision = { value: revision, line: field.line }
        }
        else this.complain(field.line, [exercise, field.name], ...noField(field.name, answerFields))
      }
    }
  }

  /** `[{exercise, revision, response, at, lang}]`, as a store holds them, where it is no JSON any more. */
  private listed(items: readonly unknown[]): void {
    for (const item of items) {
      const fields = new Map([...this.pairs(item, ['answers'])].map(({ name, value, line }) => [name, { value, line }]))
      const text = (name: string) => { const value = fields.get(name)?.value; return isScalar(value) && !isBlank(value) ? String(value.value) : undefined }
      const [exercise, revision] = [text('exercise'), text('revision')]
      const line = fields.get('exercise')?.line ?? this.lineOf(item)
      if (exercise === undefined) { this.complain(line, ['answers'], ...noExercise); continue }
      const lines = new Map<string, number>()
      const given = fields.get('response')
      const at = this.into.answers.findIndex(answer => answer.exercise === exercise)
      if (at >= 0) this.into.answers.splice(at, 1)
      this.into.answers.push({
        exercise, line,
        revision: revision === undefined ? undefined : { value: revision, line: fields.get('revision')!.line },
        response: given ? this.plain(given.value, [exercise, 'response'], (part, where) => lines.set(part.join('\n'), where)) : null,
        lineOf: deepest(lines, () => given?.line ?? line),
      })
    }
  }

  /** The pairs of a map with their lines; what is no map, or no plain key, is complained of. */
  private *pairs(node: unknown, path: string[]): Generator<{ name: string, value: unknown, line: number }> {
    if (node === null || node === undefined || (isScalar(node) && isBlank(node))) return
    const line = this.lineOf(node)
    if (isAlias(node)) { this.refuseAlias(line, path); return }
    if (!isMap(node)) {
      this.complain(line, path, 'expected "name: value" on each line here', '此处每行应为 "名称: 值"')
      return
    }
    this.refuseTag(node, path)
    const seen = new Set<string>()
    for (const { key, value } of node.items) {
      const at = this.lineOf(key)
      if (!isScalar(key)) { this.complain(at, path, 'expected a plain word before the colon', '冒号之前应为一个普通的词'); continue }
      const name = String(key.value)
      // An exercise answered twice gets its own letter.
      if (seen.has(name) && path[0] !== 'answers') { this.complain(at, [...path, name], 'is there twice; the first one counts', '重复出现；以第一个为准'); continue }
      seen.add(name)
      yield { name, value, line: at }
    }
  }

  /** A node as plain JSON. */
  private plain(node: unknown, path: string[], note: (part: string[], line: number) => void, part: string[] = []): unknown {
    const line = this.lineOf(node)
    if (isAlias(node)) { this.refuseAlias(line, [...path, ...part]); return null }
    if (part.length > depthLimit) { this.complain(line, [...path, ...part.slice(0, depthLimit)], ...tooDeep); return null }
    if (isScalar(node)) {
      this.refuseTag(node, [...path, ...part])
      return isBlank(node) ? null : String(node.value)
    }
    if (isSeq(node)) {
      this.refuseTag(node, [...path, ...part])
      return node.items.map((item, index) => {
        note([...part, String(index)], this.lineOf(item))
        return this.plain(item, path, note, [...part, String(index)])
      })
    }
    if (isMap(node)) {
      return Object.fromEntries([...this.pairs(node, [...path, ...part])].map(({ name, value, line: at }) => {
        note([...part, name], at)
        return [name, this.plain(value, path, note, [...part, name])]
      }))
    }
    return null
  }

  private lineOf = (node: unknown): number => this.from.lineAt((node as Node | null)?.range?.[0] ?? 0)

  private complain(line: number, path: string[], en: string, zh: string): void {
    this.into.problems.push({ line, field: path.filter(step => step !== 'answers' || path.length === 1).map(shown).join(' › '), message: { en, zh } })
  }

  private refuseAlias = (line: number, path: string[]) =>
    this.complain(line, path, 'an alias (*name) stands for something written elsewhere; here it was not followed, write the answer itself', '别名（*名称）指代别处的内容，此处不予展开；请直接写出答案')

  private refuseTag(node: Node, path: string[]): void {
    if (node.tag && !/^tag:yaml\.org,2002:(?:str|seq|map|int|float|bool|null)$/.test(node.tag))
      this.complain(this.lineOf(node), path, `the tag !${shown(node.tag.replace('tag:yaml.org,2002:', '!').replace(/^!/, ''))} means nothing here and was passed over`, '类型标签在此没有意义，已忽略')
  }
}

export const tooDeep: [en: string, zh: string] = ['lies deeper than any answer does', '嵌套过深，没有这样的答案']
export const noExercise: [en: string, zh: string] = ['expected "exercise" with the id of what was answered', '应有 "exercise"，写明所答题目的编号']

/** The line of the deepest part that has one: `deepest(lines, …)(['salt', 'reason'])`. */
const deepest = (lines: Map<string, number>, otherwise: () => number) => (part: string[]): number => {
  for (let length = part.length; length >= 0; length--) {
    const found = lines.get(part.slice(0, length).join('\n'))
    if (found !== undefined) return found
  }
  return otherwise()
}

/** Nothing written, or a plain `null` or `~`; quoted they would be words. */
const isBlank = (node: { value: unknown, type?: string | undefined }) => node.value === '' || node.value === null || (node.type === 'PLAIN' && (node.value === 'null' || node.value === '~'))

function noField(name: string, known: string[]): [en: string, zh: string] {
  const near = closest(name.slice(0, 60), known)
  const isNear = distance(name.slice(0, 60), near) <= 3
  return [
    `unknown field; there is ${known.join(', ')}${isNear ? `; did you mean "${near}"?` : ''}`,
    `没有这一项；可用的有 ${known.join('、')}${isNear ? `；是否想写 "${near}"？` : ''}`,
  ]
}

const wanted = (read: unknown, en: string, zh: string): [en: string, zh: string] => [`read ${shown(JSON.stringify(read))}, expected ${en}`, `读到 ${shown(JSON.stringify(read))}，应为${zh}`]
