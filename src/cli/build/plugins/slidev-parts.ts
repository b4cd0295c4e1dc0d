import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { slidevWords } from '../../../hosts/slidev/slidev-words.ts'

/** Parts of Slidev's client that have no setting: ours stand in their place and are given what they are given. */
const ours: Record<string, string> = {
  'NoteDisplay.vue': '../../../hosts/slidev/Note.vue',
  'TimerInlined.vue': '../../../hosts/slidev/Clock.vue',
}

/** Views of Slidev whose words are the deck's: src/hosts/slidev/slidev-words.ts. */
const worded = /\/@slidev\/client\/(?:pages\/(?:presenter|notes)|internals\/NavControls)\.vue$/

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A component of Slidev with its English in the deck's language: `title="Help"` => `:title="inDeckLanguage('Help')"`, so for `'Help'` and `>Help<` in its template. */
export function withDeckWords(component: string): string {
  const from = component.indexOf('<template>')
  const end = component.lastIndexOf('</template>')
  if (from < 0 || end < from || !component.includes('<script setup lang="ts">')) return component
  let template = component.slice(from, end)
  for (const text of Object.keys(slidevWords)) template = template
    .replace(new RegExp(`'${escaped(text)}'`, 'g'), `inDeckLanguage(\`${text}\`)`)
    .replace(new RegExp(` title="${escaped(text)}"`, 'g'), ` :title="inDeckLanguage('${text}')"`)
    .replace(new RegExp(`>(\\s*)${escaped(text)}(\\s*)<`, 'g'), `>$1{{ inDeckLanguage('${text}') }}$2<`)
  const words = JSON.stringify(fileURLToPath(new URL('../../../hosts/slidev/in-deck-language.ts', import.meta.url)))
  return `${component.slice(0, from).replace('<script setup lang="ts">', `$&\nimport { inDeckLanguage } from ${words}`)}${template}${component.slice(end)}`
}

/** The slides, one of which is shown. */
const show = /\/@slidev\/client\/internals\/SlidesShow\.vue$/

/**
 * Slidev lays its slides into a TransitionGroup even where a deck has no transition. At each key that measures where they are,
 * tries styles on a copy, and shows both slides for two frames: twice the time until the next one is painted. Here a plain element
 * holds them, unless one of them moves.
 */
export function withoutTransition(component: string): string {
  const group = '? \'div\' : TransitionGroup"'
  if (!component.includes(group)) throw new Error('Slidev\'s SlidesShow.vue holds its slides otherwise than it did: see withoutTransition')
  const moving = JSON.stringify(fileURLToPath(new URL('../../../hosts/slidev/moving.ts', import.meta.url)))
  return component
    .replace('<script setup lang="ts">', `$&\nimport { isNoneMoving } from ${moving}`)
    .replace(group, '|| isNoneMoving ? \'div\' : TransitionGroup"')
    .replace('tag="div"', ':tag="isNoneMoving ? undefined : \'div\'"')
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
    transform: (code, id) => worded.test(id) ? withDeckWords(code) : show.test(id) ? withoutTransition(code) : undefined,
  }
}
