/** The files whose words readers see, for the fonts. Node only. */
import type { CourseText } from './characters.ts'
import { diskFolder, type Folder } from './folder.ts'

const rooms = ['corpus', 'exercises', 'slides', 'components', 'layouts', 'pages', 'setup', 'src/cli/new', 'src/handout', 'src/hosts', 'src/progress']
const written = /\.(yaml|yml|vue|ts|html)$|^slides\/.*\.md$/
/** Tests show nothing; locks hold hashes. */
const silent = /\.test\.ts$|\.lock\.json$/

/** Every text of the course, in a stable order. */
export function courseTexts(where: string | Folder): CourseText[] {
  const folder = typeof where === 'string' ? diskFolder(where) : where
  const read = (path: string): CourseText[] => folder.list(path).flatMap((name) => {
    const inside = `${path}/${name}`
    if (name.endsWith('/')) return read(inside.slice(0, -1))
    const text = written.test(inside) && !silent.test(inside) ? folder.text(inside) : undefined
    return text === undefined ? [] : [{ path: inside, text }]
  })
  return rooms.flatMap(read)
}
