import { z } from 'zod'
import { Actor, Argument, Claim, Event, ExerciseFile, Extent, Framework, Model, RoutesFile, Series, Slug, SourceFile, Stance, Style, Syllabus, Tension, Term, Theme, Unit, drafted } from '#schema'

/** Where the JSON Schemas stand that editors complete YAML from. */
export const schemasFolder = 'corpus/schemas'

/** `{ 'claims.schema.json': '{ … }' }`: one for each kind of YAML file, from the Zod schemas. */
export const jsonSchemas = (): Readonly<Record<string, string>> => made ??= makeSchemas()
let made: Record<string, string> | undefined

function makeSchemas(): Record<string, string> {
  const files = {
    course: json(Syllabus), actors: records(Actor), units: records(Unit), style: json(Style), maps: records(Extent),
    source: json(SourceFile), claims: records(Claim), series: records(Series), frameworks: records(Framework),
    events: records(Event), themes: records(Theme), glossary: records(Term), tensions: records(Tension), models: records(Model), arguments: records(Argument), stances: records(Stance), routes: json(RoutesFile, 'ref'),
    exercise: json(ExerciseFile, 'ref'),
  }
  return Object.fromEntries(Object.entries(files).map(([name, schema]) => [
    `${name}.schema.json`, `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: name, ...schema }, undefined, 2)}\n`,
  ]))
}

/** A file of records: slug -> record, and perhaps `draft: true`. */
const records = (record: z.ZodType) => ({
  type: 'object',
  properties: { [drafted]: { const: true, description: 'this file is being written: it may hold placeholders, and claims that nobody uses or has locked yet' } },
  propertyNames: { pattern: (json(Slug) as { pattern: string }).pattern },
  additionalProperties: json(record),
})

/** `reused: ref` writes a part that occurs often once, under `$defs`: only for a schema that stands alone. */
function json(schema: z.ZodType, reused: 'inline' | 'ref' = 'inline'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused }) as Record<string, unknown>
  return rest
}
