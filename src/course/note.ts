import { noteParts, type NotePart } from '#schema/slide'

/** "say: …\nask: …" => {say, ask}; a part runs on until the next label. */
export function noteOf(note: string): Partial<Record<NotePart, string>> {
  const parts: Partial<Record<NotePart, string>> = {}
  let current: NotePart | undefined
  for (const line of note.split('\n')) {
    const label = /^\s*([a-z]+)\s*[:：]\s*(.*)$/.exec(line)
    const part = noteParts.find(known => known === label?.[1])
    if (part && label) {
      current = part
      parts[part] = label[2]!.trim()
    }
    else if (current) { parts[current] = `${parts[current]}\n${line.trim()}`.trim() }
  }
  return parts
}
