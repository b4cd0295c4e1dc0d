import { resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { courseRoot } from './roots.ts'

/**
 * The course for pages that Vite serves while an author is at work: `/data/corridor.en.json` and the like (see served.ts) are
 * made when they are asked for, of what then stands in the course's files, and a file that changes reloads the page.
 * A build takes nothing from here: it writes these files once for all pages (src/cli/build/data.ts).
 */
export function coursePlugin({ root = courseRoot() }: { root?: string } = {}): Plugin {
  const rooms = ['corpus', 'exercises', 'slides'].map(room => resolve(root, room) + sep)
  return {
    name: 'course',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(rooms)
      const changed = (path: string) => {
        // Slidev reloads its own slides.
        if (rooms.some(room => path.startsWith(room)) && !path.endsWith('.md')) server.ws.send({ type: 'full-reload' })
      }
      server.watcher.on('change', changed).on('add', changed).on('unlink', changed)
      server.middlewares.use(async (request, response, next) => {
        const name = /^\/((?:data|keys|diagrams|ground|course)\/[\w.-]+)\.json$/.exec(new URL(request.url ?? '/', 'http://localhost').pathname)?.[1]
        if (name === undefined) return next()
        response.setHeader('cache-control', 'no-store')
        try {
          // Only a server that is asked reads the course: decks ask the one that has the pages.
          const { servedNow } = await import('./served-now.ts')
          const value = servedNow(root, name)
          if (value !== undefined) return response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
          response.statusCode = 404
          response.end(`the course has no ${name}`)
        }
        catch (error) {
          server.config.logger.error(error instanceof Error ? error.stack ?? error.message : String(error))
          response.statusCode = 500
          response.end(error instanceof Error ? error.message : String(error))
        }
      })
    },
  }
}
