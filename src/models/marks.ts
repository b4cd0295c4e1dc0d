import type { Framework } from '#schema'

/**
 * Adds to a mermaid text what only a page needs: the corner each node is (a class, coloured by our own CSS), and an accessible
 * title and description where its kind of diagram knows them (`block-beta` does not: there the figure around it speaks).
 *
 *     withMarks('flowchart LR\na --> b', framework, 'Stages', 'Three stages …')
 *       => 'flowchart LR\naccTitle: Stages\naccDescr: Three stages …\na --> b'
 */
export function withMarks(text: string, framework: Framework, title: string, description: string): string {
  const [head = '', ...rest] = text.split('\n')
  // mermaidText names the nodes node1, node2 … in the framework's own order.
  const marks = Object.values(framework.nodes).flatMap(({ mark }, index) => mark === 'plain' ? [] : [`class node${index + 1} ${mark}Mark`])
  const kinds = [...new Set(Object.values(framework.nodes).map(({ mark }) => mark))].filter(mark => mark !== 'plain').map(mark => `classDef ${mark}Mark stroke-width:2px`)
  const speaks = /^(?:flowchart|graph)/.test(head)
  const oneLine = (words: string) => words.replace(/\s+/g, ' ').replace(/[;#{}]/g, ',').trim()
  return [head, ...(speaks ? [`accTitle: ${oneLine(title)}`, `accDescr: ${oneLine(description)}`] : []), ...rest, ...kinds, ...marks].join('\n')
}
