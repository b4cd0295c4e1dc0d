/** `  corridor/three-vertices:` */
export const answerLine = /^([ \t]*)(["']?)([\w-]+(?:\/[\w-]+)+)\2[ \t]*:(?:[ \t]|$)/
const fieldLine = /^[ \t]*(["']?)([\w-]+)\1[ \t]*:(?:[ \t]|$)/

export const headFields = ['lecture', 'lang', 'name', 'answers']
/** What an exported file says of itself besides. */
export const exportedFields = ['course', 'exported']
export const answerFields = ['answer', 'revision']

/** Which field a line belongs to, without parsing: what a broken file still tells. */
export function fieldsByLine(text: string): (line: number) => string {
  const lines = text.split('\n')
  return (line) => {
    let field = ''
    for (let index = Math.min(line, lines.length) - 1; index >= 0; index--) {
      const entry = answerLine.exec(lines[index]!)
      if (entry) return field ? `${entry[3]} › ${field}` : entry[3]!
      const named = fieldLine.exec(lines[index]!)
      if (named && !field) field = named[2]!
      if (named && !/^[ \t]/.test(lines[index]!)) return named[2]!
    }
    return field
  }
}
