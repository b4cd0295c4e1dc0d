import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'

// Vitest 5 groups failures with Map.groupBy, which Node has from 21 on; without it a failing run on Node 20 says nothing.
const maps = Map as { groupBy?: <K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K) => Map<K, V[]> }
maps.groupBy ??= <K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K) => {
  const groups = new Map<K, V[]>()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index++)
    groups.set(key, [...groups.get(key) ?? [], item])
  }
  return groups
}

export default defineConfig({
  plugins: [vue()],
  test: {
    projects: [
      {
        extends: true,
        // Files of one worker share what they import: nearly half of the time went into importing the same modules again for each.
        test: { name: 'unit', isolate: false, setupFiles: ['tests/own-environment.ts'], include: ['src/**/*.test.ts', 'components/**/*.test.ts', 'layouts/**/*.test.ts', 'pages/**/*.test.ts', 'tests/*.test.ts'], environment: 'node', testTimeout: 30_000 },
      },
      {
        // What reads a built site or a PDF: needs `npm run build`, takes its time.
        extends: true,
        test: { name: 'built', include: ['tests/built/**/*.test.ts'], environment: 'node', testTimeout: 120_000, hookTimeout: 600_000, fileParallelism: false },
      },
    ],
  },
})
