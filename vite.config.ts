// Slidev reads this file because every deck names this folder as its addon.
import { defineConfig } from 'vite'
import { coursePlugin } from './src/course/plugin.ts'

export default defineConfig({ plugins: [coursePlugin()] })
