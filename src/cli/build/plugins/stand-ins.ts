import type { Plugin } from 'vite'

/**
 * Parts of Slidev that no deck of ours uses and every deck would bring along. A built deck gets a few lines in their place;
 * `deckProblems` refuses the decks that would miss one. In development everything is as Slidev has it.
 */
const standIns: Record<string, string> = {
  // Tooltips of the settings, and menus of code with types: what they are around is shown without them.
  'floating-vue': `
    const around = (_, { slots }) => slots.default?.()
    export const Tooltip = around, Dropdown = around, Menu = around
    export const recomputeAllPoppers = () => {}
    export default { install() {} }`,
  '@shikijs/vitepress-twoslash/client': 'export default { install() {} }',
  // Hand-drawn marks (v-mark) and motion (v-motion): directives that stand in no deck.
  '@slidev/rough-notation': 'export const annotate = () => { throw new Error("v-mark is not part of a built deck") }',
  '@vueuse/motion': 'export const MotionDirective = () => ({ created() { throw new Error("v-motion is not part of a built deck") } })',
  // Slidev's parser, of which a deck uses one function that reads "1,3-5", would bring a reader of YAML.
  'yaml': 'const none = () => { throw new Error("a built deck reads no YAML") }\nexport default { parse: none, parseDocument: none, stringify: none }',
}

export function withStandIns(): Plugin {
  const prefix = '\0stand-in:'
  return {
    name: 'course:stand-ins',
    apply: 'build',
    enforce: 'pre',
    async resolveId(id, importer) {
      // No template is compiled in the browser.
      const whole = /^(.*\/vue\/dist\/vue)(\.esm-bundler\.js)$/.exec(id)
      if (whole) return `${whole[1]}.runtime${whole[2]}`
      if (/\/assets\/logo(?:-\w+)*\.png$/.test(id) && importer?.includes('/@slidev/client/')) return `${prefix}logo`
      if (id === 'yaml' && !importer?.includes('/@slidev/parser/')) return undefined
      return id in standIns ? prefix + id : undefined
    },
    load(id) {
      if (id === `${prefix}logo`) return 'export default "data:,"'
      return id.startsWith(prefix) ? standIns[id.slice(prefix.length)] : undefined
    },
  }
}

/** Every browser that can run a deck reads woff2: the other two forms of KaTeX's fonts are fetched by nobody. */
export function woff2Only(): Plugin {
  return {
    name: 'course:woff2-only',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => /katex(?:\.min)?\.css/.test(id) ? code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, '') : undefined,
  }
}

/** A style sheet is named by what it holds alone: two decks that call the same sheet differently share it. */
export const assetFileNames = ({ names }: { names: readonly string[] }): string =>
  names[0]?.endsWith('.css') ? 'assets/[hash][extname]' : 'assets/[name]-[hash][extname]'
