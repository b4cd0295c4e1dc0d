import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/**
 * A tag that is no component compiles to a look-up at run time that finds nothing, and Slidev builds on, exit code 0.
 * This plugin stops the build with the slide and the tag.
 */
export function unknownTags(): Plugin {
  const found = new Set<string>()
  return {
    name: 'course:unknown-tags',
    apply: 'build',
    moduleParsed({ id, code }) {
      const where = placeOf(id)
      if (where === undefined) return
      for (const [, tag] of (code ?? '').matchAll(/_?resolveComponent\("([^"]+)"/g)) found.add(`${where}: <${tag}> is no component`)
    },
    buildEnd() {
      if (found.size) this.error([...found].join('\n'))
    },
  }
}

/**
 * While an author is at work the slide goes on, and says in the tag's place what is wrong with it. What is still looked up after
 * all other plugins is no component: Slidev has made imports of those there are, and Vite addresses of these, so we write an address.
 */
export function unknownTagsShown(): Plugin {
  const component = fileURLToPath(new URL('../../../hosts/slidev/missing-tag.ts', import.meta.url)).split(sep).join('/')
  let base = '/'
  return {
    name: 'course:unknown-tags-shown',
    apply: 'serve',
    configResolved(config) { base = config.base },
    transform: {
      order: 'post',
      handler(code, id) {
        const deck = /([^/]+\.md)__slidev_\d+\.md$/.exec(id)?.[1]
        if (deck === undefined || !code.includes('resolveComponent("')) return undefined
        const shown = code.replace(/\b_?resolveComponent\("([^"]+)"[^)]*\)/g, (_, tag: string) => `__missingTag(${JSON.stringify(tag)}, ${JSON.stringify(deck)})`)
        return { code: `import { missingTag as __missingTag } from ${JSON.stringify(`${base}@fs/${component.replace(/^\//, '')}`)};${shown}`, map: null }
      },
    },
  }
}

/** "/…/slides/corridor.en.md__slidev_29.md" => "corridor.en.md, slide 29"; our own `.vue` files by their path; packages not at all. */
export function placeOf(id: string): string | undefined {
  const slide = /([^/]+\.md)__slidev_(\d+)\.md$/.exec(id)
  if (slide) return `${slide[1]}, slide ${slide[2]}`
  return id.includes('/node_modules/') ? undefined : /\/((?:components|layouts|src|pages)\/.+\.vue)$/.exec(id)?.[1]
}
