import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseDocument } from 'yaml'
import { readCourse } from '#course/disk'
import { diskFolder } from '#course/folder'
import { addonOf, themeOf } from '#course/roots'
import { locksNow } from '#verify'
import { openContext } from '#verify/disk'

const rooms = ['claims', 'series', 'frameworks', 'events', 'glossary', 'tensions', 'cases', 'arguments', 'stances', 'routes', 'models']

/**
 * A course of `lectures` lectures: the finished ones of the course in `from`, as often as is needed, each copy and its home
 * sources under ids of their own. Written to `into`, which is emptied first; `sources` are the texts they rest on.
 */
export function multiplied({ from, into, sources, house, lectures }: { from: string, into: string, sources?: string | undefined, house: string, lectures: number }): void {
  const course = readCourse(from)
  const folder = diskFolder(from)
  const ids = new Set(Object.values(course).flatMap((records: unknown) => typeof records === 'object' && records !== null && !Array.isArray(records) ? Object.keys(records) : []))
  const finished = Object.keys(course.syllabus.lectures).filter(lecture => course.decks.some(deck => deck.lecture === lecture && !deck.draft))
  if (finished.length === 0) throw new Error(`${from} has no finished lecture to multiply`)
  rmSync(into, { recursive: true, force: true })
  for (const part of ['corpus', 'exercises', 'slides']) cpSync(join(from, part), join(into, part), { recursive: true })
  const write = (path: string, text: string) => { mkdirSync(dirname(join(into, path)), { recursive: true }); writeFileSync(join(into, path), text) }
  const syllabus = parseDocument(folder.text('corpus/course.yaml')!)

  for (let number = finished.length; number < lectures; number++) {
    const lecture = finished[number % finished.length]!
    const suffix = `-${number + 1}`
    const home = course.syllabus.lectures[lecture]!.sources
    // A lecture's name may be a word of its texts, or a row of a table: it is renamed in an id, and in a deck's head.
    const renamed = (text: string) => home.reduce((rest, source) => rest.replace(new RegExp(`(?<![\\w/-])${source}(?![\\w-])`, 'g'), `$&${suffix}`), text)
      .replace(new RegExp(`(?<![\\w/-])${lecture}(/[a-z0-9-]+)|(?<=^lecture: )${lecture}$`, 'gm'), (id: string, rest?: string) => rest === undefined || ids.has(id) ? `${lecture}${suffix}${rest ?? ''}` : id)
    const copy = (path: string, to: string) => {
      const text = folder.text(path)
      if (text !== undefined) write(to, renamed(text))
    }
    for (const room of rooms) copy(`corpus/${room}/${lecture}.yaml`, `corpus/${room}/${lecture}${suffix}.yaml`)
    for (const source of home) for (const room of ['claims', 'sources']) copy(`corpus/${room}/${source}.yaml`, `corpus/${room}/${source}${suffix}.yaml`)
    for (const name of folder.list(`exercises/${lecture}`)) copy(`exercises/${lecture}/${name}`, `exercises/${lecture}${suffix}/${name}`)
    for (const lang of ['en', 'zh']) copy(`slides/${lecture}.${lang}.md`, `slides/${lecture}${suffix}.${lang}.md`)
    syllabus.setIn(['lectures', `${lecture}${suffix}`], { ...course.syllabus.lectures[lecture]!, sources: home.map(source => `${source}${suffix}`) })
  }
  write('corpus/course.yaml', syllabus.toString())
  for (const name of diskFolder(into).list('slides').filter(name => name.endsWith('.md')))
    write(`slides/${name}`, readFileSync(join(into, 'slides', name), 'utf8').replace(/^addons: .*$/m, `addons: ['${addonOf(into, house)}']`).replace(/^theme: .*$/m, `theme: ${themeOf(into, house)}`))
  for (const { path, text } of locksNow(readCourse(into), openContext({ root: into, house, sources }))) write(path, text)
}
