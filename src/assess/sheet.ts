import type { Course } from '#course'
import type { Choice, Item, Text } from '#schema'
import { noPassage, verdicts } from '#schema/verdict'

/**
 * An exercise as it stands on the printed worksheet, in the order in which it stands there: the options in their letters
 * (A, B, C …), the rows with their names, and with numbers where the sheet numbers them.
 */
export interface Sheet {
  /** Lettered: what is chosen, or given to each row. */
  options: Choice[]
  /** What each answer is about; none where only options are chosen. */
  rows: Choice[]
  columns: Choice[]
}

/** What the worksheet calls the three verdicts, and the passage that is none. */
export const judged: Record<(typeof verdicts)[number], Text> = {
  'supported': { en: 'Supported', zh: '原文支持' },
  'contradicted': { en: 'Contradicted', zh: '与原文矛盾' },
  'not-stated': { en: 'Not stated', zh: '文中未说' },
}
const none: Choice = { id: noPassage, text: { en: 'no passage says so', zh: '没有哪段这样说' } }

/** What is answered of each side of a triad. */
export const sideParts: Choice[] = [
  { id: 'sign', text: { en: 'sign', zh: '符号' } },
  { id: 'passage', text: { en: 'passage', zh: '段落' } },
]

export function sheetOf(item: Item, course: Pick<Course, 'frameworks'>): Sheet {
  const sheet = (options: Choice[], rows: Choice[] = [], columns: Choice[] = []) => ({ options, rows, columns })
  const edges = (framework: string, all: { id: string, from: string, to: string }[], arrow: string): Choice[] => {
    const nodes = course.frameworks[framework]?.nodes ?? {}
    const name = (node: string, lang: 'en' | 'zh') => nodes[node]?.names[lang] ?? node
    return all.map(({ id, from, to }) => ({ id, text: { en: `${name(from, 'en')} ${arrow} ${name(to, 'en')}`, zh: `${name(from, 'zh')} ${arrow} ${name(to, 'zh')}` } }))
  }
  switch (item.kind) {
    case 'choice': case 'choices': return sheet(item.options)
    case 'judge': return sheet(verdicts.map(id => ({ id, text: judged[id] })), item.statements)
    case 'match': return sheet(item.targets, item.left)
    case 'sort': return sheet(item.bins, item.items)
    case 'matrix': return sheet(item.options, item.rows, item.columns)
    case 'edges': return sheet(item.labels, edges(item.framework, item.edges, '→'))
    case 'signs': return sheet([...item.passages, none], edges(item.framework, item.edges, '–'), sideParts)
    case 'order': return sheet([], item.items)
    case 'cells': return sheet([], item.rows, item.columns)
    case 'cloze': return sheet([], item.gaps.map(({ id, name }) => ({ id, text: name })))
    case 'place': return sheet([], item.items)
    case 'essay': return sheet(item.criteria)
    case 'number': case 'text': return sheet([])
  }
}
