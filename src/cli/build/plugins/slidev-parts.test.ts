import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { slidevParts } from './slidev-parts.ts'

const client = fileURLToPath(new URL('../../../../node_modules/@slidev/client', import.meta.url))
const resolved = (source: string, importer: string) => (slidevParts().resolveId as (source: string, importer: string) => string | undefined)(source, importer)

describe('parts of Slidev that ours stand for', () => {
  it.each([
    ['../internals/NoteDisplay.vue', 'pages/notes.vue', 'Note.vue'],
    ['./NoteDisplay.vue', 'internals/NoteStatic.vue', 'Note.vue'],
    ['./NoteDisplay.vue', 'internals/NoteEditable.vue', 'Note.vue'],
    ['../internals/TimerInlined.vue', 'pages/presenter.vue', 'Clock.vue'],
  ])('%s in %s is %s', (source, importer, part) => {
    expect(readFileSync(`${client}/${importer}`, 'utf8'), 'Slidev imports it there').toContain(`'${source}'`)
    const found = resolved(source, `${client}/${importer}`)
    expect(found).toMatch(new RegExp(`/src/hosts/slidev/${part}$`))
    expect(existsSync(found!)).toBe(true)
  })
  it.each([
    ['../internals/NavControls.vue', `${client}/pages/play.vue`],
    ['./NoteDisplay.vue', '/course/components/Cite/Cite.vue'],
  ])('%s in %s is left alone', (source, importer) => expect(resolved(source, importer)).toBeUndefined())
})
