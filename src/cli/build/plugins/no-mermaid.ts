import type { Plugin } from 'vite'

/** Slidev brings mermaid along for fences, 7 MB of it; our diagrams are drawn before the build, so a built deck gets a stand-in. */
export function noMermaid(): Plugin {
  const standIn = '\0no-mermaid'
  return {
    name: 'course:no-mermaid',
    apply: 'build',
    enforce: 'pre',
    resolveId: id => /^mermaid(\/|$)/.test(id) ? standIn : undefined,
    load: id => id === standIn ? 'export default { initialize() {}, render() { throw new Error("a diagram in a fence is not drawn in a built deck") } }' : undefined,
  }
}
