/** The files whose words readers see, for the fonts. Node only. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CourseText } from './characters.ts'

const rooms = ['corpus', 'exercises', 'slides', 'components', 'layouts', 'pages', 'setup', 'src/cli/new', 'src/handout', 'src/hosts', 'src/progress']
const written = /\.(yaml|yml|vue|ts|html)$|^slides\/.*\.md$/
/** Tests show nothing; locks hold hashes. */
const silent = /\.test\.ts$|\.lock\.json$/

/** Every text of the course under `root`, in a stable order; `path` is relative to it, with slashes. */
export function courseTexts(root: string): CourseText[] {
  const texts: CourseText[] = []
  const read = (path: string) => {
    const full = join(root, path)
    if (!statSync(full, { throwIfNoEntry: false })) return
    for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1)) {
      const inside = `${path}/${entry.name}`
      if (entry.isDirectory()) read(inside)
      else if (written.test(inside) && !silent.test(inside)) texts.push({ path: inside, text: readFileSync(join(root, inside), 'utf8') })
    }
  }
  rooms.forEach(read)
  return texts
}
