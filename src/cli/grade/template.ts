import type { Course } from '#course'
import { plainMarkdown } from '#course/inline'
import { exerciseIds } from '#course/lecture'
import type { Choice, Item, Kind, Language, Text } from '#schema'
import { noPassage, verdicts } from '#schema'

const words = {
  en: {
    head: (title: string) => [
      `Answer file: ${title}`,
      'Write your answers behind each "answer:", with the ids that stand before the options.',
      'Keep the indentation; leave out what you do not know. To grade it: npm run grade -- <this file>',
    ],
    asks: { says: 'what the source says', case: 'what the figures and the sources show', reading: 'which reading can be defended' },
    how: {
      choice: 'One id, for example:  answer: this-id',
      choices: 'One id or several, for example:  answer: [this-id, that-id]',
      judge: `Behind each statement one of: ${verdicts.join(', ')}`,
      number: 'A number in %unit',
      text: 'A word or a few',
      cloze: 'Behind each gap the word or figure that fills it',
      match: 'Behind each id on the left one of: %values',
      order: 'All ids in their order, for example:  answer: [this-id, that-id, …]',
      sort: 'Behind each id one of: %values',
      matrix: 'In each cell one of: %values',
      edges: 'Behind each relation one of: %values',
      signs: `For each side its sign, in quotes ("+" together, "-" against, "0" not said), and the passage that bears it, one of: %values`,
      cells: 'The cells that are wrong, for example:  answer: [this-row/that-column]',
      place: 'Where each lies, longitude and latitude in degrees, for example:  this-id: [12.5, 41.9]; within %within km counts as right',
    } satisfies Record<Kind, string>,
    verdicts: { 'supported': 'the source says so', 'contradicted': 'the source says otherwise', 'not-stated': 'the source does not say' },
    noPassage: 'no passage says so',
  },
  zh: {
    head: (title: string) => [
      `作答文件：${title}`,
      '请在每个 "answer:" 之后作答，填写选项前面的编号。',
      '请保留缩进；不会的可以留空。评分命令：npm run grade -- <本文件>',
    ],
    asks: { says: '文献怎么说', case: '数字与材料显示什么', reading: '哪种解读站得住' },
    how: {
      choice: '填一个编号，例如：answer: this-id',
      choices: '填一个或几个编号，例如：answer: [this-id, that-id]',
      judge: `每句之后填一个：${verdicts.join('、')}`,
      number: '填一个数，单位：%unit',
      text: '填一个词或短语',
      cloze: '每空之后填入词语或数字',
      match: '左边每项之后填一个：%values',
      order: '按顺序填写全部编号，例如：answer: [this-id, that-id, …]',
      sort: '每项之后填一个：%values',
      matrix: '每格填一个：%values',
      edges: '每条关系之后填一个：%values',
      signs: '每条边填符号（带引号："+" 相合，"-" 相抗，"0" 文中未说），再填说到它的段落：%values',
      cells: '填写有误的单元格，例如：answer: [this-row/that-column]',
      place: '每项之后填经度、纬度（度），例如：this-id: [12.5, 41.9]；相差 %within 公里以内算对',
    } satisfies Record<Kind, string>,
    verdicts: { 'supported': '文中如此说', 'contradicted': '文中所说相反', 'not-stated': '文中没有说' },
    noPassage: '没有哪段这样说',
  },
}

/** An answer file to fill in: each exercise of the lecture as a comment, an empty answer under it. YAML. */
export function template(course: Course, lecture: string, lang: Language): string {
  const { title } = course.syllabus.lectures[lecture]!
  const say = (text: Text) => plainMarkdown(text[lang]).replace(/\s+/g, ' ').trim()
  const lines = [
    ...comment('', words[lang].head(`${say(course.syllabus.title)} · ${say(title)}`).join('\n')),
    `lecture: ${lecture}`,
    `lang: ${lang}`,
    'name:',
    'answers:',
  ]
  exerciseIds(course, lecture).forEach((id, index) => {
    const { item } = course.exercises[id]!
    lines.push('', ...comment('  ', `${index + 1}. ${say(item.prompt)}`), ...comment('  ', `(${words[lang].asks[item.asks]})`))
    lines.push(...comment('  ', howTo(item, lang, say)), ...legend(course, item, lang, say))
    lines.push(`  ${id}:`, `    revision: ${item.revision}`, ...answer(course, item, lang, say))
  })
  return `${lines.join('\n')}\n`
}

function howTo(item: Item, lang: Language, say: (text: Text) => string): string {
  const values = ((): Choice[] => {
    switch (item.kind) {
      case 'match': return item.targets
      case 'sort': return item.bins
      case 'matrix': return item.options
      case 'edges': return item.labels
      case 'signs': return passages(item)
      default: return []
    }
  })()
  return words[lang].how[item.kind].replace('%values', values.map(({ id }) => id).join(lang === 'zh' ? '、' : ', ')).replace('%unit', item.kind === 'number' ? say(item.unit) : '').replace('%within', item.kind === 'place' ? String(item.within) : '')
}

/** What the ids stand for, where they do not stand beside the answer itself. */
function legend(course: Course, item: Item, lang: Language, say: (text: Text) => string): string[] {
  const listed = (parts: Choice[]) => {
    const width = Math.max(...parts.map(({ id }) => id.length))
    return parts.flatMap(({ id, text }) => comment('  ', `  ${id.padEnd(width)}  ${say(text)}`))
  }
  switch (item.kind) {
    case 'choice': case 'choices': return listed(item.options)
    case 'judge': return listed(verdicts.map(id => ({ id, text: { en: words.en.verdicts[id], zh: words.zh.verdicts[id] } })))
    case 'match': return listed(item.targets)
    case 'order': return listed(item.items)
    case 'sort': return listed(item.bins)
    case 'matrix': return listed(item.options)
    case 'edges': return listed(item.labels)
    case 'signs': return listed(passages(item))
    case 'cloze': return comment('  ', `  ${say(item.text)}`)
    case 'cells': {
      const name = (parts: Choice[], id: string) => { const part = parts.find(each => each.id === id); return part ? say(part.text) : id }
      return [...comment('  ', say(item.title)), ...listed(cellPaths(item).map((path) => {
        const [row, column] = path.split('/') as [string, string]
        const beside = (of: Language) => `${item.cells[row]![column]![of]}${of === 'zh' ? `（${name(item.rows, row)} · ${name(item.columns, column)}）` : `  (${name(item.rows, row)} · ${name(item.columns, column)})`}`
        return { id: path, text: { en: beside(lang), zh: beside(lang) } }
      }))]
    }
    case 'number': case 'text': case 'place': return []
  }
}

function answer(course: Course, item: Item, lang: Language, say: (text: Text) => string): string[] {
  const slots = (parts: { id: string, text: string }[], indent = '      ') => {
    const width = Math.max(...parts.map(({ id }) => id.length)) + 1
    return parts.map(({ id, text }) => `${indent}${`${id}:`.padEnd(width)}${text ? `            # ${text}` : ''}`)
  }
  const said = (parts: Choice[]) => parts.map(({ id, text }) => ({ id, text: say(text) }))
  switch (item.kind) {
    case 'choice': case 'text': case 'number': return ['    answer:']
    case 'choices': case 'order': case 'cells': return ['    answer: []']
    case 'judge': return ['    answer:', ...slots(said(item.statements))]
    case 'cloze': return ['    answer:', ...slots(item.gaps.map(({ id, name }) => ({ id, text: say(name) })))]
    case 'match': return ['    answer:', ...slots(said(item.left))]
    case 'sort': case 'place': return ['    answer:', ...slots(said(item.items))]
    case 'matrix': return ['    answer:', ...item.rows.flatMap(row => [`      ${row.id}:            # ${say(row.text)}`, ...slots(said(item.columns), '        ')])]
    case 'edges': {
      const nodes = course.frameworks[item.framework]?.nodes ?? {}
      const name = (node: string) => nodes[node]?.names[lang] ?? node
      return ['    answer:', ...slots(item.edges.map(({ id, from, to }) => ({ id, text: `${name(from)} → ${name(to)}` })))]
    }
    case 'signs': {
      const nodes = course.frameworks[item.framework]?.nodes ?? {}
      const name = (node: string) => nodes[node]?.names[lang] ?? node
      return ['    answer:', ...item.edges.flatMap(({ id, from, to }) => [`      ${id}:            # ${name(from)} – ${name(to)}`, '        sign:', '        passage:'])]
    }
  }
}

/** Those of the exercise, and the one that says that none does. */
const passages = (item: Extract<Item, { kind: 'signs' }>): Choice[] => [...item.passages, { id: noPassage, text: { en: words.en.noPassage, zh: words.zh.noPassage } }]

const cellPaths = (item: Extract<Item, { kind: 'cells' }>) => item.rows.flatMap(row => item.columns.map(column => `${row.id}/${column.id}`)).filter(path => {
  const [row, column] = path.split('/') as [string, string]
  return Object.hasOwn(item.cells[row] ?? {}, column)
})

/** A text as comment lines of at most a hundred columns; no break in it can end the comment. */
function comment(indent: string, text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const start = /^\s*/.exec(line)![0]
    const pieces = line.trim().match(/[\p{Script=Han}，。；：、？！（）《》“”…—·]|[^\s\p{Script=Han}，。；：、？！（）《》“”…—·]+|\s+/gu) ?? []
    const lines = ['']
    for (const piece of pieces) {
      const width = [...lines.at(-1)!, ...piece].reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/.test(character) ? 2 : 1), 0)
      if (width > 96 && lines.at(-1) && !/^[\s，。；：、？！）》”]/.test(piece)) lines.push(piece)
      else lines[lines.length - 1] += piece
    }
    return lines.map((each, index) => `${indent}# ${start}${index ? '  ' : ''}${each}`.trimEnd())
  })
}
