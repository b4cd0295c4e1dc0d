import { plainText } from '#course'
import { words } from '#hosts'
import type { CardsVerdict } from '#models'
import type { CardsModel, Framework, Language, Text } from '#schema'

/** `filled('at risk of {failures}', { failures: 'disorder' })` => "at risk of disorder" */
export const filled = (template: string, values: Record<string, string>): string =>
  template.replace(/\{([a-z]+)\}/g, (all, name: string) => values[name] ?? all)

/** What follows, in a sentence: what a class reads, and what a screen reader is told. */
export function inWords(model: CardsModel, framework: Framework, lang: Language) {
  const say = words[lang].explorer.cards
  const valuesOf = ({ failing, open }: CardsVerdict) => ({
    failures: say.or(failing.map(corner => framework.nodes[corner]!.failure!.names[lang])),
    open: words[lang].list(open.map(corner => framework.nodes[corner]!.names[lang])),
  })
  const said = (text: Text, verdict: CardsVerdict) => filled(plainText(text[lang]), valuesOf(verdict))
  /** Corners left open, where the sentence itself does not name them. */
  const left = (text: Text, verdict: CardsVerdict) => verdict.open.length === 0 || text[lang].includes('{open}') ? '' : valuesOf(verdict).open
  const one = (verdict: CardsVerdict): string => {
    const { says } = model.rules[verdict.rule]!
    const open = left(says, verdict)
    return [said(says, verdict), ...open ? [say.alsoOpen(open)] : []].join(lang === 'zh' ? '' : ' ')
  }
  const short = (verdict: CardsVerdict): string => {
    const { short: text } = model.outcomes[verdict.outcome]!
    const open = left(text, verdict)
    return said(text, verdict) + (open ? say.openAside(open) : '')
  }
  return {
    verdict: (readings: readonly CardsVerdict[]) => readings.length === 0 ? say.noRule
      : readings.length > 1 ? say.forked([...new Set(readings.map(short))]) : one(readings[0]!),
  }
}
