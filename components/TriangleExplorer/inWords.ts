import { words } from '#hosts'
import type { TriangleCorner, TriangleVerdict } from '#models'
import type { Framework, Language } from '#schema'

/** What follows, in a sentence: what a class reads, and what a screen reader is told. */
export function inWords(framework: Framework, lang: Language) {
  const say = words[lang].triangle
  const cornersSaid = (corners: readonly TriangleCorner[]) => words[lang].list(corners.map(corner => framework.nodes[corner]!.names[lang]))
  const failures = ({ failing }: TriangleVerdict) => say.or(failing.map(corner => framework.nodes[corner]!.failure!.names[lang]))
  const one = (verdict: TriangleVerdict): string => {
    const { outcome, failing, open } = verdict
    if (outcome === 'complete') return say.complete
    if (outcome === 'open') return say.open(cornersSaid(open))
    return [say.atRisk(failures(verdict), failing.length > 1), ...open.length ? [say.alsoOpen(cornersSaid(open))] : []].join(lang === 'zh' ? '' : ' ')
  }
  const short = (verdict: TriangleVerdict) => verdict.outcome === 'complete' ? say.short.complete()
    : verdict.outcome === 'open' ? say.short.open(cornersSaid(verdict.open)) : say.short['at-risk'](failures(verdict), cornersSaid(verdict.open))
  return {
    verdict: (readings: readonly TriangleVerdict[]) => readings.length > 1 ? say.forked([...new Set(readings.map(short))]) : one(readings[0]!),
  }
}
