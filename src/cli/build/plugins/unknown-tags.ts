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

/** "/…/slides/corridor.en.md__slidev_29.md" => "corridor.en.md, slide 29"; our own `.vue` files by their path; packages not at all. */
export function placeOf(id: string): string | undefined {
  const slide = /([^/]+\.md)__slidev_(\d+)\.md$/.exec(id)
  if (slide) return `${slide[1]}, slide ${slide[2]}`
  return id.includes('/node_modules/') ? undefined : /\/((?:components|layouts|src|pages)\/.+\.vue)$/.exec(id)?.[1]
}
