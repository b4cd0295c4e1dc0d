// The start page and the practice pages: one small application, an index.html for each address.
// `npm start` serves them beside the decks; `npm run build` builds them once, for any course: every page is the same
// application, and what it shows it fetches.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { fontsPlugin } from '../src/cli/build/plugins/fonts.ts'
import { assetFileNames, woff2Only } from '../src/cli/build/plugins/stand-ins.ts'
import { recordInputs } from '../src/cli/build/plugins/record-inputs.ts'
import { coursePlugin } from '../src/course/plugin.ts'
import { courseRoot, houseRoot } from '../src/course/roots.ts'
import { contentOf, pageHtml, pagesOf, templateHtml } from '../src/cli/build/page-html.ts'

const root = dirname(fileURLToPath(import.meta.url))
const template = resolve(root, 'page.html')

/** `practice/corridor.en/index.html` and the like exist nowhere on disk: they are made of the syllabus and the decks. */
function pagesPlugin(): Plugin {
  return {
    name: 'pages',
    enforce: 'pre',
    config: (_, { command }) => command === 'build' ? { build: { rollupOptions: { input: template } } } : {},
    resolveId: id => id === template ? id : undefined,
    load: id => id === template ? templateHtml : undefined,
    configureServer: server => () => {
      server.middlewares.use(async (request, response, next) => {
        const address = decodeURI(new URL(request.originalUrl ?? '/', 'http://localhost').pathname).replace(/^\//, '').replace(/index\.html$/, '')
        const { courseNow } = await import('../src/course/served-now.ts')
        const course = courseNow(courseRoot())
        const there = pagesOf(course)
        const page = there.find(each => each.address === address)
        if (!page) {
          // A folder's address without its slash: relative links would point one folder too high.
          if (!there.some(each => each.address === `${address}/`)) return next()
          response.writeHead(302, { location: `/${address}/` }).end()
          return
        }
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(await server.transformIndexHtml(`/${address}`, pageHtml(page, undefined, contentOf(page, course))))
      })
    },
  }
}

export default defineConfig({
  root,
  base: './',
  appType: 'custom',
  publicDir: resolve(root, 'public'),
  plugins: [pagesPlugin(), vue(), coursePlugin(), fontsPlugin(), woff2Only(), recordInputs(houseRoot)],
  server: { fs: { allow: [houseRoot, courseRoot()] } },
  // Named here, so that no first visit ends in a reload.
  optimizeDeps: { include: ['vue', 'opencc-js/dict/TSCharacters'], exclude: ['mermaid'] },
  build: {
    outDir: resolve(houseRoot, 'dist'),
    emptyOutDir: false,
    assetsDir: 'assets',
    rollupOptions: { checks: { pluginTimings: false }, output: { assetFileNames } },
  },
})
