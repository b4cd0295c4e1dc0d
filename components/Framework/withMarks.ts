/**
 * Gives a mermaid text its accessible title and description, where its kind of diagram knows them (`block-beta` does not:
 * there the figure around it speaks).
 *
 *     withMarks('flowchart LR\na --> b', 'Stages', 'Three stages …') => 'flowchart LR\naccTitle: Stages\naccDescr: …\na --> b'
 */
export function withMarks(text: string, title: string, description: string): string {
  const [head = '', ...rest] = text.split('\n')
  if (!/^(?:flowchart|graph|stateDiagram|sequenceDiagram|timeline)/.test(head)) return text
  const oneLine = (words: string) => words.replace(/\s+/g, ' ').replace(/[;#{}]/g, ',').trim()
  return [head, `accTitle: ${oneLine(title)}`, `accDescr: ${oneLine(description)}`, ...rest].join('\n')
}
