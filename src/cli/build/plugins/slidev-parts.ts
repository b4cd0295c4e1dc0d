import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Parts of Slidev's client that have no setting: ours stand in their place and are given what they are given. */
const ours: Record<string, string> = {
  'NoteDisplay.vue': '../../../hosts/slidev/Note.vue',
  'TimerInlined.vue': '../../../hosts/slidev/Clock.vue',
}

/** "../internals/NoteDisplay.vue" in @slidev/client => src/hosts/slidev/Note.vue. Slidev is pinned: see src/hosts/slidev/types. */
export function slidevParts(): Plugin {
  return {
    name: 'course:slidev-parts',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.includes('/@slidev/client/')) return undefined
      const part = ours[/(?:^|\/)(\w+\.vue)$/.exec(source)?.[1] ?? '']
      return part && fileURLToPath(new URL(part, import.meta.url))
    },
  }
}
