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

/** The short name of a drawing: that of the text it is drawn from. */
export { digest as drawingKey } from '#models'
