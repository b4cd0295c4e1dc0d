/** The files whose words readers see, for the fonts. Node only. */
import type { CourseText } from '#fonts'
import { diskFolder, type Folder } from './folder.ts'

const ofCourse = ['corpus', 'exercises', 'slides']
const ofHouse = ['components', 'figures', 'layouts', 'pages', 'setup', 'src/cli/new', 'src/handout', 'src/hosts', 'src/kinds', 'src/progress']
const written = /\.(yaml|yml|vue|ts|html)$|^slides\/.*\.md$/
/** Tests show nothing; locks hold hashes. */
const silent = /\.test\.ts$|\.lock\.json$/

/** Every text of the course, then of the code around it, in a stable order; paths are from the one or the other. */
export function courseTexts(course: string | Folder, house: string | Folder = course): CourseText[] {
  const opened = (where: string | Folder) => typeof where === 'string' ? diskFolder(where) : where
  const read = (folder: Folder, path: string): CourseText[] => folder.list(path).flatMap((name) => {
    const inside = `${path}/${name}`
    if (name.endsWith('/')) return read(folder, inside.slice(0, -1))
    const text = written.test(inside) && !silent.test(inside) ? folder.text(inside) : undefined
    return text === undefined ? [] : [{ path: inside, text }]
  })
  return [...ofCourse.flatMap(room => read(opened(course), room)), ...ofHouse.flatMap(room => read(opened(house), room))]
}
