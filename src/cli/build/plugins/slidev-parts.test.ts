import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compileTemplate, parse } from 'vue/compiler-sfc'
import { slidevWords } from '../../../hosts/slidev/slidev-words.ts'
import { slidevParts, withDeckWords, withoutTransition } from './slidev-parts.ts'

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

describe('what Slidev says in English is said in the deck’s language', () => {
  const views = ['pages/presenter.vue', 'pages/notes.vue', 'internals/NavControls.vue'].map(path => [path, readFileSync(`${client}/${path}`, 'utf8')] as const)
  const worded = new Map(views.map(([path, text]) => [path, withDeckWords(text)]))
  it.each(Object.keys(slidevWords))('%s', (text) => {
    expect([...worded.values()].filter(view => view.includes(`inDeckLanguage('${text}')`) || view.includes(`inDeckLanguage(\`${text}\`)`)), 'a view of Slidev says it').not.toEqual([])
  })
  it.each(views)('%s stays a component that Vue reads, and brings the words along', (path) => {
    const { descriptor, errors } = parse(worded.get(path)!)
    const { code, errors: unread } = compileTemplate({ source: descriptor.template!.content, filename: path, id: path })
    expect([errors, unread]).toEqual([[], []])
    expect(code).toContain('inDeckLanguage')
    expect(descriptor.scriptSetup!.content).toMatch(/import \{ inDeckLanguage \} from ".*in-deck-language\.ts"/)
  })
  it('in these views alone', () => {
    const transform = slidevParts().transform as (code: string, id: string) => string | undefined
    expect(transform('<template><p>Next</p></template>', '/course/node_modules/@slidev/client/pages/play.vue')).toBeUndefined()
    expect(transform(views[0]![1], `${client}/pages/presenter.vue`)).toContain('inDeckLanguage')
  })
})

describe('slides take each other’s place in one frame', () => {
  const path = `${client}/internals/SlidesShow.vue`
  const transform = slidevParts().transform as (code: string, id: string) => string | undefined
  it('in a plain element, unless a slide of the deck moves', () => {
    const { descriptor, errors } = parse(transform(readFileSync(path, 'utf8'), path)!)
    const { code, errors: unread } = compileTemplate({ source: descriptor.template!.content, filename: path, id: path })
    expect([errors, unread]).toEqual([[], []])
    expect(code).toMatch(/\|\| _ctx\.isNoneMoving \? 'div' : _ctx\.TransitionGroup/)
    expect(descriptor.scriptSetup!.content).toMatch(/import \{ isNoneMoving \} from ".*\/src\/hosts\/slidev\/moving\.ts"/)
  })
  it('another Slidev is no Slidev that is known', () => {
    expect(() => withoutTransition('<template><TransitionGroup /></template>')).toThrow('withoutTransition')
  })
})
