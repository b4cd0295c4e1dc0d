import type { Absent, Text } from '#schema'
import type { Field } from './checked.ts'

/** What a source says of one input of a model. */
export interface Reading { is: string, claims: string[], absent?: Absent }

/** Every reading in a model, whatever its view: an object with `is` and `says`. */
export function readingsIn(value: unknown, field: Field = []): { reading: Reading, field: Field }[] {
  if (value === null || typeof value !== 'object') return []
  const here = 'is' in value && 'says' in value ? [{ reading: value as unknown as Reading, field }] : []
  return [...here, ...inside(value, field).flatMap(([inner, at]) => readingsIn(inner, at))]
}

/** Every sentence in a model that rests on claims, or is a reading: its own words beside its `claims`. Names and reasons of ours are not. */
export function sentencesIn(value: unknown, field: Field = []): { text: Text, claims: string[], field: Field }[] {
  if (value === null || typeof value !== 'object') return []
  const { claims } = value as { claims?: string[] }
  const isHeld = Array.isArray(claims) && (claims.length > 0 || 'is' in value)
  const here = isHeld ? Object.entries(value).flatMap(([name, text]) => isText(text) && name !== 'name' && name !== 'why' ? [{ text, claims, field: [...field, name] }] : []) : []
  return [...here, ...inside(value, field).flatMap(([inner, at]) => sentencesIn(inner, at))]
}

const inside = (value: object, field: Field) =>
  Object.entries(value).map(([name, inner]): [unknown, Field] => [inner, [...field, Array.isArray(value) ? Number(name) : name]])

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'en,zh'
