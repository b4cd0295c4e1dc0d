// The start page and the practice pages: one small application, an index.html for each address.
// `npm start` serves them beside the decks; `npm run build` writes them into the same folder as the decks.
import { dirname, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { readCourse } from '../src/course/disk.ts'
import { fontsPlugin } from '../src/cli/build/fonts.ts'
import { coursePlugin } from '../src/course/plugin.ts'
import { courseRoot, houseRoot } from '../src/course/roots.ts'
import { pageHtml, pagesOf, type Page } from './pages.ts'

const root = dirname(fileURLToPath(import.meta.url))
const fileOf = (page: Page) => resolve(root, page.address, 'index.html')
const pages = () => pagesOf(readCourse(courseRoot()))

/** `practice/corridor.en/index.html` and the like exist nowhere on disk: they are made of the syllabus and the decks. */
function pagesPlugin(): Plugin {
  let byFile = new Map<string, Page>()
  return {
    name: 'pages',
    enforce: 'pre',
    config: () => {
      byFile = new Map(pages().map(page => [fileOf(page), page]))
      return { build: { rollupOptions: { input: Object.fromEntries([...byFile].map(([file, page]) => [page.address.replace(/\W+/g, '-') || 'door', file])) } } }
    },
    resolveId: id => byFile.has(id.split('/').join(sep)) ? id : undefined,
    load(id) {
      const page = byFile.get(id.split('/').join(sep))
      return page && pageHtml(page)
    },
    configureServer: server => () => {
      server.middlewares.use(async (request, response, next) => {
        const address = decodeURI(new URL(request.originalUrl ?? '/', 'http://localhost').pathname).replace(/^\//, '').replace(/index\.html$/, '')
        const there = pages()
        const page = there.find(each => each.address === address)
        if (!page) {
          // A folder's address without its slash: relative links would point one folder too high.
          if (!there.some(each => each.address === `${address}/`)) return next()
          response.writeHead(302, { location: `/${address}/` }).end()
          return
        }
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(await server.transformIndexHtml(`/${address}`, pageHtml(page)))
      })
    },
  }
}

export default defineConfig({
  root,
  base: './',
  appType: 'custom',
  publicDir: resolve(root, 'public'),
  plugins: [pagesPlugin(), vue(), coursePlugin(), fontsPlugin()],
  server: { fs: { allow: [houseRoot, courseRoot()] } },
  // Named here, so that no first visit ends in a reload.
  optimizeDeps: { include: ['vue', 'opencc-js/dict/TSCharacters'], exclude: ['mermaid'] },
  build: { outDir: resolve(houseRoot, 'dist'), emptyOutDir: false, assetsDir: 'assets' },
})
