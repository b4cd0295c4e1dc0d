import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readCourse } from '#course/disk'
import { openContext } from '#verify/disk'
import { CannotRun, chooseFrom } from '../console.ts'
import { newClaim } from './claim.ts'
import { newExercise } from './exercise.ts'
import { newLecture } from './lecture.ts'
import { newModel } from './model.ts'
import type { Ground, Started } from './started.ts'
import { newTension } from './tension.ts'

export interface Wanted { what: string, id: string, kind?: string | undefined, line?: string | undefined }

const pieces: Record<string, { options: (keyof Wanted)[], start: (ground: Ground, wanted: Wanted) => Started }> = {
  lecture: { options: [], start: (ground, { id }) => newLecture(ground, id) },
  claim: { options: ['line'], start: (ground, { id, line }) => newClaim(ground, id, line) },
  exercise: { options: ['kind'], start: (ground, { id, kind }) => newExercise(ground, id, kind) },
  model: { options: ['kind'], start: (ground, { id, kind }) => newModel(ground, id, kind) },
  tension: { options: [], start: (ground, { id }) => newTension(ground, id) },
}
export const pieceNames = Object.keys(pieces)

/** Starts a piece of the course under `root` and writes it; throws a letter, and writes nothing, where that cannot be. */
export function start(root: string, sources: string | undefined, wanted: Wanted): Started {
  if (wanted.what === 'slide') throw new CannotRun('A slide is no file: write it into both decks, slides/<lecture>.en.md and .zh.md. What to type for each layout stands in layouts/README.md.')
  const piece = pieces[chooseFrom('piece of a course', wanted.what, pieceNames)]!
  for (const option of ['kind', 'line'] as const) if (wanted[option] !== undefined && !piece.options.includes(option)) throw new CannotRun(`A ${wanted.what} takes no --${option}.`)
  const started = piece.start({ course: readCourse(root), context: openContext({ root, sources }) }, wanted)
  for (const { path, text } of started.files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return started
}
