import { type DiagramStep, type DiagramWay, mermaidText, withMarks } from '#models'
import type { Framework, Language } from '#schema'
import { plainText } from './plain.ts'

/** What mermaid is given for a framework whose texts are HTML: a page asks for it, and before that the build has it drawn. */
export function drawingText(framework: Framework, lang: Language, step?: number, way: DiagramWay = {}): string {
  const title = [framework.title[lang], way.domain === undefined ? undefined : framework.domains?.[way.domain]?.[lang]].filter(Boolean).join(lang === 'zh' ? '：' : ': ')
  return withMarks(mermaidText(framework, lang, step, way), framework, plainText(title), plainText(framework.describes[lang]))
}

/**
 * Which step a tag means: `"2"` => 2, `99` => the last, `"without-security"` => the step that takes this corner away; NaN for what is none.
 */
export function stepMeant(steps: readonly DiagramStep[], said: number | string): number {
  const gone = /^without-(.+)$/.exec(String(said))?.[1]
  return gone ? steps.findIndex(each => each.gone === gone) + 1 || NaN : Math.min(Math.max(Math.trunc(Number(said)), 1), steps.length)
}

/** The id in every kept drawing; a page gives each of its copies one of its own. */
export const drawingId = 'drawing-here'

/** The short name of a text: two halves of 32 bits, mixed character by character. A page has no other synchronous hash. */
export function drawingKey(text: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    one = Math.imul(one ^ code, 2654435761)
    two = Math.imul(two ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (two >>> 0).toString(16).padStart(8, '0') + (one >>> 0).toString(16).padStart(8, '0')
}
