import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withLineFeeds } from '#course/folder'
import { jsonSchemas, schemasFolder } from './schemas.ts'

const folder = fileURLToPath(new URL(`../../${schemasFolder}/`, import.meta.url))

test('the committed schemas are those of src/schema; npm run verify -- --schemas renews them', () => {
  const committed = Object.fromEntries(readdirSync(folder).filter(name => name.endsWith('.json')).map(name => [name, withLineFeeds(readFileSync(folder + name, 'utf8'))]))
  expect(committed).toEqual(jsonSchemas())
})

test('a claim is described for editors: what it must say, which kinds there are', () => {
  const claim = JSON.parse(jsonSchemas()['claims.schema.json']!).additionalProperties
  expect(claim.required).toEqual(['says', 'kind', 'status', 'at'])
  expect(claim.properties.kind.enum).toContain('forecast')
  expect(claim.additionalProperties).toBe(false)
})
