import { createHash } from 'node:crypto'

/** The first 16 hex digits of SHA-256: enough to see a change, short enough to read a diff. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The same value always gives the same text, however its fields are ordered. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => a < b ? -1 : 1).map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
