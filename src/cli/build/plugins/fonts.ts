import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import type { CourseFonts } from '#fonts'
import { courseRoot } from '../../../course/roots.ts'

/** From the root of the origin: in `npm start` decks ask the server that has the pages, so that one process makes the fonts. */
const served = '/@fonts/'

/**
 * The fonts while a server runs: made when a page first asks, and again when a text brings a character that no file has.
 * A build links them afterwards (`installFonts`), so that no deck depends on the words of another.
 */
export function fontsPlugin(root = courseRoot()): Plugin {
  let current: Promise<CourseFonts> | undefined
  // Only a server that is asked reads the course; a build never does.
  const load = async () => ({ ...await import('../fonts.ts'), ...await import('../../../course/served-now.ts') })
  const fonts = () => current ??= load().then(({ courseNow, fontsOf }) => fontsOf(courseNow(root)))
  return {
    name: 'course-fonts',
    apply: 'serve',
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'stylesheet', href: `${served}fonts.css` }, injectTo: 'head-prepend' }],
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [address] = (request.originalUrl ?? request.url ?? '').split('?')
        if (!address!.startsWith(served)) return next()
        const name = address!.slice(served.length)
        fonts().then(({ css, files }) => {
          const file = files.find(each => each.name === name)
          if (name !== 'fonts.css' && !file) { response.writeHead(404).end(); return }
          response.setHeader('content-type', file ? 'font/woff2' : 'text/css; charset=utf-8')
          response.setHeader('cache-control', file ? 'max-age=31536000, immutable' : 'no-cache')
          response.end(file ? readFileSync(file.path) : css)
        }, next)
      })
      const changed = async () => {
        if (!current) return
        const { courseNow, planFor } = await load()
        const [before, plan] = await Promise.all([current, planFor(courseNow(root))])
        const has = new Map<string, Set<number>>()
        for (const { face, points } of before.files) has.set(face.name, new Set([...has.get(face.name) ?? [], ...points]))
        if (plan.files.every(({ face, points }) => points.every(point => has.get(face.name)?.has(point)))) return
        current = undefined
        server.ws.send({ type: 'full-reload' })
      }
      const seen = (path: string) => {
        if (/\.(?:md|ya?ml|vue|ts)$/.test(path)) changed().catch((error: unknown) => server.config.logger.error(String(error)))
      }
      server.watcher.on('change', seen).on('add', seen)
    },
  }
}
