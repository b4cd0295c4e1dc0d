import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { parseDocument } from 'yaml'

/** Rooms of corpus/ whose files are named after a source, or are one list: a second lecture on the same text shares them. */
const shared = new Set(['claims', 'sources', 'evidence', 'locators', 'schemas', 'themes'])

/**
 * Copies the course in `from` to `to`, its first lecture twice: under its own id, and under `again`, with nothing changed but that id in its
 * own files and a line in course.yaml. What the copy costs is what a further lecture costs.
 */
export function copyLecture(from: string, to: string, again: string): { lecture: string, files: string[] } {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true })
  const syllabus = join(to, 'corpus/course.yaml')
  const document = parseDocument(readFileSync(syllabus, 'utf8'))
  const lectures = document.toJS() as { lectures: Record<string, unknown> }
  const lecture = Object.keys(lectures.lectures)[0]
  if (lecture === undefined) throw new Error(`${syllabus} has no lecture to copy`)
  document.setIn(['lectures', again], document.getIn(['lectures', lecture]))
  writeFileSync(syllabus, document.toString())
  const files = filesUnder(to).flatMap((path) => {
    const named = renamed(path, lecture, again)
    if (named === undefined) return []
    mkdirSync(dirname(join(to, named)), { recursive: true })
    writeFileSync(join(to, named), withId(readFileSync(join(to, path), 'utf8'), lecture, again))
    return [named]
  })
  return { lecture, files }
}

/** "slides/salt.en.md" => "slides/pepper.en.md", "exercises/salt/choice.yaml" => "exercises/pepper/choice.yaml"; a file of no lecture has no other name. */
export function renamed(path: string, lecture: string, again: string): string | undefined {
  const [room, second = '', third] = path.split('/')
  if (room === 'slides' && second.startsWith(`${lecture}.`)) return path.replace(`slides/${lecture}.`, `slides/${again}.`)
  if (room === 'exercises' && second === lecture) return path.replace(`exercises/${lecture}/`, `exercises/${again}/`)
  if (room === 'corpus' && !shared.has(second) && third === `${lecture}.yaml`) return `corpus/${second}/${again}.yaml`
  return undefined
}

/** `framework: salt/bargain` => `framework: pepper/bargain`; words of the text stay. */
export const withId = (text: string, lecture: string, again: string): string => text
  .replace(new RegExp(`(?<![\\w/-])${lecture}/`, 'g'), `${again}/`)
  .replace(new RegExp(`^lecture: ${lecture}$`, 'm'), `lecture: ${again}`)

function filesUnder(root: string): string[] {
  const read = (folder: string): string[] => existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).flatMap(entry => entry.isDirectory() ? read(join(folder, entry.name)) : [join(folder, entry.name)]) : []
  return read(root).map(path => relative(root, path).split(sep).join('/'))
}
