import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { split, type Corpus } from '#course/split'
import { Event, ExerciseFile, Framework, Place, Series, kindNames, type Exercise, type Kind } from '#schema'

// Not `new URL(…, import.meta.url)`: where a test has a DOM, Vite takes that for an asset.
const here = dirname(fileURLToPath(import.meta.url))
const read = (name: string): unknown => parse(readFileSync(join(here, `${name}.yaml`), 'utf8'))

/** The invented corpus that the examples point to. */
export const corpus: Corpus = z.strictObject({
  frameworks: z.record(z.string(), Framework), series: z.record(z.string(), Series), events: z.record(z.string(), Event), places: z.record(z.string(), Place),
}).parse(read('corpus'))

export interface Example { kind: Kind, id: string, file: ExerciseFile, exercise: Exercise }

/** One exercise of each kind, read from `<kind>.yaml` as the course reads its own. */
export const examples: Example[] = kindNames.map((kind) => {
  const id = `salt/${kind}`
  const file = ExerciseFile.parse(read(kind)) as ExerciseFile
  return { kind, id, file, exercise: split(id, file, corpus) }
})

export const example = (kind: Kind): Example => examples.find(each => each.kind === kind)!
