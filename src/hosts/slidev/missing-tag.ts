import { defineComponent, h } from 'vue'
import { problemLine, useHost, words } from '#hosts'

/**
 * What stands on a slide in place of a tag that is no component, while an author is at work; Vue would show nothing.
 * `missingTag('Excercise', 'corridor.en.md')` says what `verify` says: "slides/corridor.en.md:12 no component <Excercise>; did you mean "Exercise"?"
 * src/cli/build/plugins/unknown-tags.ts puts it there.
 */
export const missingTag = (tag: string, deck: string) => defineComponent({
  name: 'MissingTag',
  inheritAttrs: false,
  setup() {
    const host = useHost()
    return () => {
      const found = host.problems.filter(({ path, message }) => path === `slides/${deck}` && message.includes(`<${tag}>`))
      return h('p', { class: 'is-unknown', role: 'alert' }, found.length ? [...new Set(found.map(problemLine))].join('\n') : words[host.lang].noComponent(tag))
    }
  },
})
