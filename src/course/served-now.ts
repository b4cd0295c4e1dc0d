import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Course } from './course.ts'
import { readCourse } from './disk.ts'
import { drawnIn } from './drawn.ts'
import { served } from './served.ts'

const kept = new Map<string, { stamp: string, course: Course }>()

/** What a file of the course holds now (see served.ts). */
export const servedNow = (root: string, name: string): unknown => served(courseNow(root), name, drawnIn())

/** The course as it stands on disk: read again only when one of its files has changed. */
export function courseNow(root: string): Course {
  const stamp = stampOf(root)
  let found = kept.get(root)
  if (found?.stamp !== stamp) kept.set(root, found = { stamp, course: readCourse(root) })
  return found.course
}

/** Names, times and sizes of all files of the course. */
function stampOf(root: string): string {
  return ['corpus', 'exercises', 'slides'].flatMap((room) => {
    const folder = join(root, room)
    if (!statSync(folder, { throwIfNoEntry: false })) return []
    return readdirSync(folder, { recursive: true }).map((path) => {
      const { mtimeMs, size } = statSync(join(folder, String(path)))
      return `${room}/${String(path)} ${mtimeMs} ${size}`
    })
  }).join('\n')
}
