import { resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import type { Language } from '#schema'
import type { Course } from './course.ts'
import { readCourse } from './disk.ts'
import { drawingKey } from './drawing.ts'
import { drawingName, drawingsOf } from './drawings.ts'
import { drawnIn } from './drawn.ts'
import { lectureData, lectureKeys } from './lecture.ts'
import { courseRoot } from './roots.ts'

/**
 * `virtual:course` and its chunks: `virtual:course/data/corridor` (a lecture, texts as HTML),
 * `virtual:course/keys/corridor` (its keys; `null` when built with COURSE_WITHOUT_KEYS=1) and
 * `virtual:course/drawings/corridor.en` (the diagrams of a deck as they were drawn: see drawn.ts).
 */
export function coursePlugin(options: { root?: string, withoutKeys?: boolean } = {}): Plugin {
  const root = options.root ?? courseRoot()
  const rooms = ['corpus', 'exercises', 'slides'].map(room => resolve(root, room) + sep)
  const withoutKeys = options.withoutKeys ?? process.env['COURSE_WITHOUT_KEYS'] === '1'
  let cached: Course | undefined
  const course = () => cached ??= readCourse(root)
  const json = (value: unknown) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))})`

  let isBuild = false
  /** What a build lacks stops it; a server's pages draw by themselves what nobody has drawn. */
  function drawingsFor(deck: string): Record<string, string> {
    const [lecture, lang] = deck.split('.') as [string, Language]
    const drawn = drawnIn()
    const found = drawingsOf(course(), lecture, lang).map(drawing => ({ drawing, svg: drawn.find(drawing.text) }))
    const missing = found.filter(({ svg }) => svg === undefined).map(({ drawing }) => drawingName(drawing))
    if (isBuild && missing.length) throw new Error(`not drawn: ${missing.join('; ')}. \`npm run build\` draws before it builds.`)
    return Object.fromEntries(found.flatMap(({ drawing, svg }) => svg === undefined ? [] : [[drawingKey(drawing.text), svg]]))
  }

  return {
    name: 'course',
    configResolved: ({ command }) => { isBuild = command === 'build' },
    resolveId: id => id.startsWith('virtual:course') ? `\0${id}` : undefined,
    load(id) {
      if (!id.startsWith('\0virtual:course')) return
      const [, what, lecture] = id.slice(1).split('/')
      if (what === 'drawings') return json(drawingsFor(lecture!))
      if (what === 'data') return json(lectureData(course(), lecture!))
      if (what === 'keys') return json(withoutKeys ? null : lectureKeys(course(), lecture!))
      const lectures = Object.keys(course().syllabus.lectures)
      const chunks = (kind: string) => lectures.map(name => `${JSON.stringify(name)}: () => import('virtual:course/${kind}/${name}')`).join(',\n')
      const decks = course().decks.map(({ lecture: name, lang, draft }) => ({ lecture: name, lang, draft }))
      return [
        `export const data = {${chunks('data')}}`,
        `export const keys = {${chunks('keys')}}`,
        `export const drawings = {${course().decks.map(({ lecture: name, lang }) => `${JSON.stringify(`${name}.${lang}`)}: () => import('virtual:course/drawings/${name}.${lang}')`).join(',\n')}}`,
        `export const decks = ${JSON.stringify(decks)}`,
        `export const syllabus = JSON.parse(${JSON.stringify(JSON.stringify(course().syllabus))})`,
      ].join('\n')
    },
    configureServer(server) {
      server.watcher.add(rooms)
      const changed = (path: string) => {
        if (!rooms.some(room => path.startsWith(room))) return
        cached = undefined
        if (path.endsWith('.md')) return // Slidev reloads its own slides
        for (const module of server.moduleGraph.idToModuleMap.values())
          if (module.id?.startsWith('\0virtual:course')) server.moduleGraph.invalidateModule(module)
        server.ws.send({ type: 'full-reload' })
      }
      server.watcher.on('change', changed).on('add', changed).on('unlink', changed)
    },
  }
}
