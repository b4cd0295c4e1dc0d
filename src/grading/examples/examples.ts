import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCourse } from '#course/disk'
import type { Corpus } from '#course/split'
import { kindNames, type Exercise, type ExerciseFile, type Kind } from '#schema'

// Not `new URL(…, import.meta.url)`: where a test has a DOM, Vite takes that for an asset.
const root = join(dirname(fileURLToPath(import.meta.url)), '../../../tests/fixture-course')

/** The invented course that has everything: see tests/fixture-course. */
export const course = readCourse(root)

/** What its exercises point to. */
export const corpus: Corpus = (({ series, frameworks, events, places, units }) => ({ series, frameworks, events, places, units }))(course)

export interface Example { kind: Kind, id: string, file: ExerciseFile, exercise: Exercise }

/** One exercise of each kind: `salt/choice` is a choice. */
export const examples: Example[] = kindNames.map((kind) => {
  const id = `salt/${kind}`
  const [file, exercise] = [course.exerciseFiles[id], course.exercises[id]]
  if (!file || !exercise) throw new Error(`tests/fixture-course/exercises/${id}.yaml: ${course.problems.map(({ message }) => message).join('; ') || 'expected this file'}`)
  return { kind, id, file, exercise }
})

export const example = (kind: Kind): Example => examples.find(each => each.kind === kind)!
