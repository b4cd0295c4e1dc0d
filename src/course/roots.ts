/**
 * Two folders that every command knows. The house: code, styles, packages, `.cache/`. The course: `corpus/`, `exercises/`,
 * `slides/` and what lies beside them. They are one folder, unless `--course DIR` names another course.
 */
import { createHash } from 'node:crypto'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const houseRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** What `--course` says, handed on to Slidev, Vite and Vitest by this variable. */
export const courseVariable = 'COURSE_ROOT'

/** The folder of the course this process works on; without a word said, the house. */
export const courseRoot = (): string => resolve(houseRoot, process.env[courseVariable] || '.')

/**
 * Where a command writes what it makes of the course: `dist/` in the house; for another course
 * `.cache/courses/fixture-course-1f0c9a2e/dist/`, so that two courses do not overwrite each other.
 */
export const madeOf = (name: string, course = courseRoot()): string => course === houseRoot ? join(houseRoot, name) : join(houseRoot, '.cache/courses', courseKey(course), name)

/** "fixture-course-1f0c9a2e" for /…/tests/fixture-course */
export const courseKey = (course: string): string => `${basename(course)}-${createHash('sha256').update(course).digest('hex').slice(0, 8)}`

/**
 * What the decks of a course name as their addon, so that they have our tags: './' where the course is the house, '../../' in
 * tests/fixture-course. Slidev and Vite look for packages in the folders above a deck: outside the house nothing can be built,
 * and a course there is checked as if it stood in the house.
 */
export function addonOf(course: string, house = houseRoot): string {
  const way = relative(house, course)
  return way === '' || !isInside(course, house) ? './' : `${relative(course, house).split(sep).join('/')}/`
}

/** What they name as their theme, where is said once what all decks say to Slidev: a way from `slides/`, '../theme' where the course is the house. */
export const themeOf = (course: string, house = houseRoot): string => `../${addonOf(course, house).replace(/^\.\//, '')}theme`

/** Is `path` the folder, or in it? */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way.split(sep)[0] === '..' || isAbsolute(way))
}

/** The folder with the source texts of a course, by habit: beside it as ours are, or in it. */
export const usualSources = (course: string): string[] => [join(course, 'sources'), join(course, '../shared/sources')]
