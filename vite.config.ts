// Slidev reads this file because every deck names this folder as its addon.
import process from 'node:process'
import { defineConfig } from 'vite'
import { fontsPlugin } from './src/cli/build/fonts.ts'
import { noMermaid } from './src/cli/build/no-mermaid.ts'
import { unknownTags } from './src/cli/build/unknown-tags.ts'
import { coursePlugin } from './src/course/plugin.ts'

export default defineConfig({
  plugins: [coursePlugin(), fontsPlugin(), unknownTags(), noMermaid()],
  // Several decks at a time prepare their packages each in a folder of their own.
  cacheDir: process.env.COURSE_VITE_CACHE,
  // Found only when a chart is drawn; prepared then, it would make the page load again.
  optimizeDeps: { include: ['@observablehq/plot'] },
})
