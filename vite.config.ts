// Slidev reads this file because every deck names this folder as its addon.
import { dirname } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { fontsPlugin } from './src/cli/build/plugins/fonts.ts'
import { noMermaid } from './src/cli/build/plugins/no-mermaid.ts'
import { recordInputs } from './src/cli/build/plugins/record-inputs.ts'
import { assetFileNames, withStandIns, woff2Only } from './src/cli/build/plugins/stand-ins.ts'
import { slidevParts } from './src/cli/build/plugins/slidev-parts.ts'
import { unknownTags, unknownTagsShown } from './src/cli/build/plugins/unknown-tags.ts'
import { coursePlugin } from './src/course/plugin.ts'

export default defineConfig({
  plugins: [coursePlugin(), fontsPlugin(), unknownTags(), unknownTagsShown(), noMermaid(), slidevParts(), withStandIns(), woff2Only(), recordInputs(dirname(fileURLToPath(import.meta.url)))],
  build: {
    // Chunks import each other by names that stay, and a map in index.html says which file each name is: a chunk is called by what
    // it holds itself, so that decks share every chunk that is the same in both, although what it imports is not.
    chunkImportMap: true,
    reportCompressedSize: false,
    rollupOptions: { output: { assetFileNames } },
  },
  // Several decks at a time prepare their packages each in a folder of their own.
  cacheDir: process.env.COURSE_VITE_CACHE,
  // A build that handouts are printed from has the page they are printed from.
  define: { 'import.meta.env.COURSE_PAPER': JSON.stringify(process.env.COURSE_PAPER === '1') },
  // A server begins with what every deck needs, before its browser asks for it.
  server: { warmup: { clientFiles: [fileURLToPath(new URL('./node_modules/@slidev/client/main.ts', import.meta.url))] } },
  // Found only when a chart is drawn; prepared then, it would make the page load again.
  optimizeDeps: { include: ['@observablehq/plot'] },
})
