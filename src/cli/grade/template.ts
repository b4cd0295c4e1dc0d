import type { Course } from '#course'
import { lastLine, sheetOf } from '#assess'
import { plainMarkdown } from '#course/inline'
import { finishedExercises } from '#course/lecture'
import { letter } from '#grading/letters'
import { lineName } from '#progress'
import type { Choice, Item, Kind, Language, Text } from '#schema'
import { noPassage, verdicts } from '#schema'

const words = {
  en: {
    head: (title: string) => [
      `Answer file: ${title}`,
      'Write your answers behind each "answer:": the letters of the options, as on the worksheet, or the ids beside them.',
      'Keep the indentation; leave out what you do not know. To grade it: npm run grade -- <this file>',
      `Leave the last line, “${lastLine.en}”: it shows that nothing broke off.`,
    ],
    line: 'Your own line, which earns nothing: ',
    before: 'guess before you see: ',
    asks: { says: 'what the source says', case: 'what the figures and the sources show', reading: 'which reading can be defended', apply: 'what the idea says of a new case' },
    how: {
      choice: 'One letter or id, for example:  answer: B',
      choices: 'One letter or several, for example:  answer: [A, C]',
      judge: 'Behind each statement one of: %values',
      number: 'A number in %unit',
      text: 'A word or a few',
      cloze: 'Behind each gap the word or figure that fills it',
      match: 'Behind each id on the left one of: %values',
      order: 'All ids in their order; or the numbers in the boxes of the worksheet, from top to bottom, for example:  answer: [2, 1, 3]',
      sort: 'Behind each id one of: %values',
      matrix: 'In each cell one of: %values',
      edges: 'Behind each relation one of: %values',
      signs: `For each side its sign, in quotes ("+" together, "-" against, "0" not said), and the passage that shows it, one of: %values`,
      cells: 'The cells that are wrong, for example:  answer: [this-row/that-column]',
      place: 'Where each lies, longitude and latitude in degrees, for example:  this-id: [12.5, 41.9]; within %within km counts as right',
      essay: 'Write under "text: |", as many lines as you like; then, behind "met:", what your text does, for example:  met: [A, C]',
    } satisfies Record<Kind, string>,
    verdicts: { 'supported': 'the source says so', 'contradicted': 'the source says otherwise', 'not-stated': 'the source does not say' },
  },
  zh: {
    head: (title: string) => [
      `作答文件：${title}`,
      '请在每个 "answer:" 之后作答：填写选项的字母（与练习单相同），或字母旁的编号。',
      '请保留缩进；不会的可以留空。评分命令：npm run grade -- <本文件>',
      `请保留最后一行“${lastLine.zh}”：可以看出文件没有中断。`,
    ],
    line: '你的一句话（不计分）：',
    before: '先猜后看：',
    asks: { says: '文献怎么说', case: '数字与材料显示什么', reading: '哪种解读站得住', apply: '学到的看法怎样用于新的情形' },
    how: {
      choice: '填一个字母或编号，例如：answer: B',
      choices: '填一个或几个字母，例如：answer: [A, C]',
      judge: '每句之后填一个：%values',
      number: '填一个数，单位：%unit',
      text: '填一个词或短语',
      cloze: '每空之后填入词语或数字',
      match: '左边每项之后填一个：%values',
      order: '按顺序填写全部编号；或从上到下填写练习单方框里的数字，例如：answer: [2, 1, 3]',
      sort: '每项之后填一个：%values',
      matrix: '每格填一个：%values',
      edges: '每条关系之后填一个：%values',
      signs: '每条边填符号（带引号："+" 合作，"-" 对抗，"0" 文中未说），再填说到它的段落：%values',
      cells: '填写有误的单元格，例如：answer: [this-row/that-column]',
      place: '每项之后填经度、纬度（度），例如：this-id: [12.5, 41.9]；相差 %within 公里以内算对',
      essay: '答案写在 "text: |" 之下，行数不限；写完后在 "met:" 之后填自己做到的要点，例如：met: [A, C]',
    } satisfies Record<Kind, string>,
    verdicts: { 'supported': '文中如此说', 'contradicted': '文中所说相反', 'not-stated': '文中没有说' },
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
  if (course.decks.some(deck => deck.lecture === lecture && deck.slides.some(({ tags }) => tags.some(({ name }) => name === 'YourLine'))))
    lines.push('', ...comment('  ', `${words[lang].line}${say(course.syllabus.lectures[lecture]!.question)}`), `  ${lineName(lecture)}:`)
  finishedExercises(course, lecture).forEach((id, index) => {
    const { item } = course.exercises[id]!
    lines.push('', ...comment('  ', `${index + 1}. ${say(item.prompt)}`), ...comment('  ', `(${item.before ? words[lang].before : ''}${words[lang].asks[item.asks]})`))
    lines.push(...comment('  ', howTo(item, course, lang, say)), ...legend(course, item, lang, say))
    lines.push(`  ${id}:`, `    revision: ${item.revision}`, ...answer(course, item, lang, say))
  })
  lines.push('', `# ${lastLine[lang]}`)
  return `${lines.join('\n')}\n`
}

function howTo(item: Item, course: Course, lang: Language, say: (text: Text) => string): string {
  const { options } = sheetOf(item, course)
  return words[lang].how[item.kind]
    .replace('%values', options.map(({ id }, index) => id === noPassage ? id : `${letter(index)} (${id})`).join(lang === 'zh' ? '、' : ', '))
    .replace('%unit', item.kind === 'number' ? say(item.unit) : '').replace('%within', item.kind === 'place' ? String(item.within) : '')
}

/** What letters and ids stand for, where they do not stand beside the answer itself. */
function legend(course: Course, item: Item, lang: Language, say: (text: Text) => string): string[] {
  const listed = (parts: Choice[]) => {
    const width = Math.max(...parts.map(({ id }) => id.length))
    return parts.flatMap(({ id, text }) => comment('  ', `  ${id.padEnd(width)}  ${say(text)}`))
  }
  const lettered = (parts: Choice[]) => {
    const width = Math.max(...parts.map(({ id }) => id.length))
    return parts.flatMap(({ id, text }, index) => comment('  ', `  ${id === noPassage ? ' ' : letter(index)}  ${id.padEnd(width)}  ${say(text)}`))
  }
  switch (item.kind) {
    case 'judge': return lettered(verdicts.map(id => ({ id, text: { en: words.en.verdicts[id], zh: words.zh.verdicts[id] } })))
    case 'choice': case 'choices': case 'match': case 'sort': case 'matrix': case 'edges': case 'signs':
      return lettered(sheetOf(item, course).options)
    case 'order': return listed(item.items)
    case 'cloze': return comment('  ', `  ${say(item.text)}`)
    case 'cells': {
      const name = (parts: Choice[], id: string) => { const part = parts.find(each => each.id === id); return part ? say(part.text) : id }
      return [...comment('  ', say(item.title)), ...listed(cellPaths(item).map((path) => {
        const [row, column] = path.split('/') as [string, string]
        const beside = (of: Language) => `${item.cells[row]![column]![of]}${of === 'zh' ? `（${name(item.rows, row)} · ${name(item.columns, column)}）` : `  (${name(item.rows, row)} · ${name(item.columns, column)})`}`
        return { id: path, text: { en: beside(lang), zh: beside(lang) } }
      }))]
    }
    case 'essay': return lettered(item.criteria)
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
    case 'essay': return ['    answer:', '      text: |', '', '      met: []']
    case 'judge': return ['    answer:', ...slots(said(item.statements))]
    case 'cloze': return ['    answer:', ...slots(item.gaps.map(({ id, name }) => ({ id, text: say(name) })))]
    case 'match': return ['    answer:', ...slots(said(item.left))]
    case 'sort': return ['    answer:', ...slots(said(item.items))]
    case 'place': return ['    answer:', ...slots(said(item.items).map(({ id, text }, index) => ({ id, text: `${index + 1}  ${text}` })))]
    case 'matrix': return ['    answer:', ...item.rows.flatMap(row => [`      ${row.id}:            # ${say(row.text)}`, ...slots(said(item.columns), '        ')])]
    case 'edges': {
      const nodes = course.frameworks[item.framework]?.nodes ?? {}
      const name = (node: string) => nodes[node]?.names[lang] ?? node
      return ['    answer:', ...slots(item.edges.map(({ id, from, to }, index) => ({ id, text: `${index + 1}  ${name(from)} → ${name(to)}` })))]
    }
    case 'signs': {
      const nodes = course.frameworks[item.framework]?.nodes ?? {}
      const name = (node: string) => nodes[node]?.names[lang] ?? node
      return ['    answer:', ...item.edges.flatMap(({ id, from, to }, index) => [`      ${id}:            # ${index + 1}  ${name(from)} – ${name(to)}`, '        sign:', '        passage:'])]
    }
  }
}

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
