import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import type { Problem } from './course.ts'
import type { Field } from './yaml.ts'

/** The known word nearest to what was read: `nearest('secruity', ['security'])` => "security". */
export function nearest(read: string, known: readonly string[]): string | undefined {
  const ranked = known.map(word => ({ word, far: distance(read, word) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(2, Math.ceil(read.length * 0.4)) ? best.word : undefined
}

/** `didYouMean('corridr', ['corridor'])` => `; did you mean "corridor"?` */
export function didYouMean(read: string, known: readonly string[]): string {
  const word = nearest(read, known)
  return word ? `; did you mean "${word}"?` : ''
}

interface Said { field: Field, message: string, missing?: true, unknown?: string }

/**
 * Zod's issues as sentences of ours: what was read, what was expected. `schema` is the one that `value` was held against;
 * it tells which fields there are where an unknown one stands.
 */
export function letters(error: z.ZodError, value: unknown, path: string, lineAt: (field: Field) => number, prefix: Field = [], schema?: z.ZodType): Problem[] {
  const said = error.issues.flatMap(issue => explain(issue, value, [], schema))
  // `hnit` for `hint` is one slip, not an unknown field and a missing one.
  const meant = new Set(said.flatMap(({ field, unknown }) => unknown === undefined ? [] : [[...field.slice(0, -1), unknown].join('.')]))
  return said.filter(({ field, missing }) => !(missing && meant.has(field.join('.'))))
    .map(({ field, message }) => ({ path, line: lineAt([...prefix, ...field]), message: `${[...prefix, ...field].join('.') || 'the file'}: ${message}` }))
}

/** `outer` is where the issue's own path begins; `value` and `schema` are those of the whole. */
function explain(issue: z.core.$ZodIssue, value: unknown, outer: Field, schema?: z.ZodType): Said[] {
  const field = [...outer, ...issue.path.map(step => typeof step === 'number' ? step : String(step))]
  const read = at(value, field)
  const say = (message: string): Said[] => [{ field, message }]
  if (read === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'custom') return [{ field, message: missing(field, issue, schema), missing: true }]
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = fieldsAt(schema, field, value)
      const free = known.filter(name => !Object.hasOwn(read as object ?? {}, name))
      return issue.keys.map((key) => {
        // { en: He, she, zh: 他 }: what follows a comma is a field without a value.
        if ((read as Record<string, unknown>)[key] === null && /[^\w-]|\p{L}{2}/u.test(key) && known.join().startsWith('en,zh'))
          return { field: [...field, key], message: `unknown field; inside { } a comma ends a text: put the text in quotes, { en: "…, ${key}" }` }
        const meant = nearest(key, free)
        return { field: [...field, key], message: `unknown field${meant ? `; did you mean "${meant}"?` : known.length ? `; there is ${known.join(', ')}` : ''}`, ...(meant ? { unknown: meant } : {}) }
      })
    }
    case 'invalid_type': return say(`read ${show(read)}, expected ${kindOf(issue.expected)}${issue.expected === 'string' && ['number', 'boolean'].includes(typeof read) ? `; put it in quotes: "${String(read)}"` : ''}`)
    case 'invalid_value': return say(oneOf(read, issue.values))
    case 'invalid_union': {
      if (issue.errors.length === 0) return say('options' in issue ? oneOf(read, issue.options as z.core.util.Primitive[]) : `read ${show(read)}, which is none of the forms it may have`)
      // The branch that went furthest is the one the author meant; a map is meant for the map that it lacks least of.
      const branches = issue.errors.map(list => ({ list, depth: Math.max(0, ...list.map(inner => inner.path.length)), isMap: !list.some(inner => inner.path.length === 0 && ['invalid_type', 'invalid_value'].includes(inner.code)) }))
        .sort((a, b) => Number(b.isMap) - Number(a.isMap) || b.depth - a.depth || a.list.length - b.list.length)
      const [best] = branches
      if (best && best.list.length > 0 && (best.depth > 0 || best.isMap)) return best.list.flatMap(inner => explain(inner, value, field, schema))
      const firsts = issue.errors.flatMap(list => list.slice(0, 1))
      const values = firsts.flatMap(inner => inner.code === 'invalid_value' ? inner.values : [])
      const kinds = [...new Set(firsts.flatMap(inner => inner.code === 'invalid_type' ? [kindOf(inner.expected)] : inner.code === 'invalid_value' ? [] : [wordsOf(inner).replace(/^expected /, '')]))]
      return say(kinds.length === 0 ? oneOf(read, values) : `read ${show(read)}, expected ${[...values.length ? [list(values)] : [], ...kinds].join(', or ')}${typeof read === 'string' ? didYouMean(read, values.map(String)) : ''}`)
    }
    case 'invalid_key': case 'invalid_element': return say(`${show(field.at(-1))} is no name that may stand here: ${wordsOf(issue.issues[0]!)}`)
    case 'custom': return say(/^expected/.test(issue.message) ? `read ${show(read)}, ${issue.message}` : issue.message)
    default: return say(`read ${show(read)}, ${wordsOf(issue)}`)
  }
}

/** What was expected, in words: of an issue of size or form. A message that a schema gives itself is ours already. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (!/^(?:Invalid|Too|Unrecognized)\b/.test(issue.message)) return issue.message
  const unit = (count: number | bigint, origin: string) => `${count} ${origin === 'string' ? 'character' : origin === 'array' || origin === 'set' ? 'item' : 'entry'}${Number(count) === 1 ? '' : 's'}`.replace('entrys', 'entries')
  switch (issue.code) {
    case 'too_small': {
      if (['number', 'int', 'bigint'].includes(issue.origin)) return `expected ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`
      if (issue.origin === 'string' && issue.minimum === 1) return 'expected a text that is not empty'
      return `expected ${issue.exact ? 'exactly' : 'at least'} ${unit(issue.minimum, issue.origin)}`
    }
    case 'too_big': {
      if (['number', 'int', 'bigint'].includes(issue.origin)) return `expected ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`
      return `expected ${issue.exact ? 'exactly' : 'at most'} ${unit(issue.maximum, issue.origin)}`
    }
    case 'invalid_format': return issue.format === 'url' ? 'expected an address such as "https://example.org/page"' : `expected another form${'pattern' in issue && issue.pattern ? `, one that fits ${issue.pattern}` : ''}`
    case 'not_multiple_of': return issue.divisor === 1 ? 'expected a whole number' : `expected a multiple of ${issue.divisor}`
    case 'invalid_type': return `expected ${kindOf(issue.expected)}`
    default: return 'expected something else'
  }
}

const kinds: Record<string, string> = { string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', object: 'a map', record: 'a map', array: 'a list', tuple: 'a list', null: 'nothing', undefined: 'nothing', nonoptional: 'something' }
const kindOf = (expected: string) => kinds[expected] ?? expected

const tongues: Record<string, string> = { en: 'the English text is missing', zh: 'the Chinese text is missing', ru: 'the Russian name is missing' }

function missing(field: Field, issue: z.core.$ZodIssue, schema: z.ZodType | undefined): string {
  const last = String(field.at(-1))
  if (Object.hasOwn(tongues, last)) return tongues[last]!
  const parts = fieldsAt(schema, field, undefined)
  if (parts.join() === 'en,zh') return 'missing; expected a text in both languages: { en: …, zh: … }'
  if (parts.join() === 'en,zh,ru') return 'missing; expected a name in three languages: { en: …, zh: …, ru: … }'
  if (issue.code === 'invalid_type') return `missing; expected ${kindOf(issue.expected)}${parts.length ? ` of ${parts.join(', ')}` : ''}`
  if (issue.code === 'invalid_value') return `missing; expected ${list(issue.values)}`
  if (issue.code === 'invalid_union' && 'options' in issue) return `missing; expected ${list(issue.options as z.core.util.Primitive[])}`
  const values = issue.code === 'invalid_union' ? issue.errors.flatMap(each => each.flatMap(inner => inner.code === 'invalid_value' && inner.path.length === 0 ? inner.values : [])) : []
  return `missing${values.length ? `; expected ${list(values)}` : ''}`
}

/** `read 7, expected 1, 2 or 3`; among many, only the nearest. */
function oneOf(read: unknown, values: readonly z.core.util.Primitive[]): string {
  const near = typeof read === 'string' ? nearest(read, values.map(String)) : undefined
  return `read ${show(read)}, ${near && values.length > 6 ? 'which is none of those there are' : `expected ${list(values)}`}${near ? `; did you mean "${near}"?` : ''}`
}

/** [1, 2, 3] => "1, 2 or 3" */
function list(values: readonly z.core.util.Primitive[]): string {
  const words = [...new Set(values.map(value => typeof value === 'string' ? `"${value}"` : String(value)))]
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('')
}

type Definition = { type: string, shape?: Record<string, z.ZodType>, valueType?: z.ZodType, element?: z.ZodType, items?: z.ZodType[], innerType?: z.ZodType, in?: z.ZodType, options?: z.ZodType[], discriminator?: string, left?: z.ZodType, right?: z.ZodType, getter?: () => z.ZodType }
const definitionOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition

/** The names that may stand in the map at `field`; none where it is no map, or names are free there. */
function fieldsAt(schema: z.ZodType | undefined, field: Field, value: unknown): string[] {
  let here = schema ? [schema] : []
  field.forEach((step, index) => {
    const inside = at(value, field.slice(0, index))
    here = here.flatMap(each => maps(each, inside)).flatMap(({ shape, valueType, element, items }) => [shape?.[step], valueType, element, items?.[Number(step)]].filter(each => each !== undefined))
  })
  return [...new Set(here.flatMap(each => maps(each, at(value, field))).flatMap(({ shape }) => Object.keys(shape ?? {})))]
}

/** The maps and lists that a schema stands for, of several those that `value` is meant to be. */
function maps(schema: z.ZodType, value: unknown): Definition[] {
  const definition = definitionOf(schema)
  const { type, innerType, options, discriminator, left, right, getter } = definition
  if (type === 'union' && options) {
    const said = discriminator && value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[discriminator] : undefined
    const meant = options.filter(option => said === undefined || maps(option, value).some(({ shape }) => shape && discriminator! in shape && shape[discriminator!]!.safeParse(said).success))
    return meant.flatMap(option => maps(option, value))
  }
  if (type === 'intersection') return [left!, right!].flatMap(each => maps(each, value))
  if (type === 'pipe') return maps(definition.in!, value)
  if (type === 'lazy') return maps(getter!(), value)
  return innerType ? maps(innerType, value) : [definition]
}

function at(value: unknown, field: Field): unknown {
  return field.reduce<unknown>((inner, step) => inner !== null && typeof inner === 'object' ? (inner as Record<string, unknown>)[step] : undefined, value)
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
