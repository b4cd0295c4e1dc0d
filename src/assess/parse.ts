import { LineCounter, parseDocument, type ErrorCode, type Node } from 'yaml'
import { answerLine } from './fields.ts'
import type { SubmissionProblem } from './problem.ts'

export interface Parsed { root: Node | null, lineAt: (offset: number) => number, problems: SubmissionProblem[] }

/** One piece of YAML as nodes that know their lines, or what is wrong with it; never throws. */
export function parsed(text: string, firstLine: number, where: (line: number) => string): Parsed {
  // What begins with a brace was meant to be JSON, whoever wrote it.
  const format = /^\s*\{/.test(text) ? 'JSON' : 'YAML'
  const counter = new LineCounter()
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  try {
    // "failsafe": every scalar is a text. `1880` in a gap is what was written, and no tag makes anything of it.
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, lineCounter: counter })
    // The first error; those after it are mostly its consequences.
    const problems = document.errors.slice(0, 1).map(({ pos, code, message }): SubmissionProblem => {
      const line = lineAt(pos[0])
      return { line, field: where(line), message: { en: `cannot be read as ${format}: ${message}`, zh: `不合 ${format} 格式：${inChinese[code]}` } }
    })
    return { root: document.contents, lineAt, problems }
  }
  catch (error) {
    return { root: null, lineAt, problems: [{ line: firstLine, field: where(firstLine), message: { en: `cannot be read as ${format}: ${(error as Error).message}`, zh: `不合 ${format} 格式，无法解析` } }] }
  }
}

/** What the YAML library says in English, by its code. */
const inChinese: Record<ErrorCode, string> = {
  ALIAS_PROPS: '别名（*名称）不能带标签或锚点',
  BAD_ALIAS: '别名（*）后面缺少名称',
  BAD_COLLECTION_TYPE: '类型标签与内容不符',
  BAD_DIRECTIVE: '以 % 开头的一行无法理解；文字若以 % 开头，请加引号',
  BAD_DQ_ESCAPE: '双引号内的反斜杠（\\）写法不对',
  BAD_INDENT: '缩进不对，或括号没有写全：同一级的各行应从同一列开始',
  BAD_PROP_ORDER: '锚点或标签的位置不对',
  BAD_SCALAR_START: '文字不能以这个符号开头；请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号；冒号之后的文字若含冒号，请加引号',
  BLOCK_IN_FLOW: '方括号或花括号里不能另起缩进的行',
  DUPLICATE_KEY: '同一名称重复出现',
  IMPOSSIBLE: '结构无法理解',
  KEY_OVER_1024_CHARS: '冒号之前的文字过长',
  MISSING_CHAR: '缺少一个符号：引号、括号、逗号或冒号没有写全',
  MULTILINE_IMPLICIT_KEY: '冒号之前的名称跨了行；可能是上一行缺少冒号或引号',
  MULTIPLE_ANCHORS: '一处有多个锚点（&）',
  MULTIPLE_DOCS: '文件里有 "---"，分成了几份；请合为一份',
  MULTIPLE_TAGS: '一处有多个标签（!）',
  NON_STRING_KEY: '冒号之前应为一个词',
  RESOURCE_EXHAUSTION: '嵌套过深或过长，已停止读取',
  TAB_AS_INDENT: '用制表符缩进；请改用空格',
  TAG_RESOLVE_FAILED: '标签（!）无法理解',
  UNEXPECTED_TOKEN: '此处不应有这个符号',
}

/** `field`: of a part of the head, its name. */
export interface Part { text: string, line: number, isAnswer: boolean, field: string | undefined }

/** The fields of the head one by one, then each answer from its id to the next, or to where the indentation ends. */
export function inParts(text: string): Part[] {
  const parts: Part[] = []
  const lines: string[][] = []
  const begin = (line: number, isAnswer: boolean, field?: string) => {
    parts.push({ text: '', line, isAnswer, field })
    lines.push([])
  }
  begin(1, false)
  text.split('\n').forEach((line, index) => {
    const isAnswer = answerLine.test(line)
    const field = /^["']?([\w-]+)["']?\s*:/.exec(line)?.[1]
    const leaves = parts.at(-1)!.isAnswer && /^\s/.test(lines.at(-1)![0]!) && /^[^\s#]/.test(line)
    if (isAnswer) begin(index + 1, true)
    else if (field !== undefined || leaves) begin(index + 1, false, field)
    lines.at(-1)!.push(line)
  })
  return parts.map((part, index) => ({ ...part, text: lines[index]!.join('\n') }))
}
