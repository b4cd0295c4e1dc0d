import { at, idsOf, isRecord, readIds, readText, type Grader, type Reading } from './grader.ts'
import type { ResponseOf } from '#schema'

/** What an essay keeps within: how many criteria; the fewest and the most words (Chinese: Han characters) of a model answer; the most of a criterion. */
export const essayLimits = { criteria: [3, 5], model: { en: [40, 120], zh: [60, 240] }, criterion: { en: 16, zh: 28 } } as const

/** `'Because …'` and `{text: 'Because …'}` are the same: an answer file may hold the text alone. */
function read(known: string[], response: unknown): Reading<ResponseOf<'essay'>> {
  if (response === undefined || response === null) return { said: {}, misread: [] }
  if (!isRecord(response)) {
    const { said, misread } = readText(response)
    return { said: said === '' ? {} : { text: said }, misread }
  }
  const text = readText(at(response, 'text'))
  const met = at(response, 'met')
  const ticked = readIds(met, known)
  return {
    said: text.said === '' ? {} : { text: text.said, ...Array.isArray(met) ? { met: ticked.said } : {} },
    misread: [
      ...Object.keys(response).filter(name => name !== 'text' && name !== 'met').map(name => ({ at: [name], read: name, wants: 'id' as const, known: ['text', 'met'] })),
      ...text.misread.map(wrong => ({ ...wrong, at: ['text'] })),
      ...ticked.misread.map(wrong => ({ ...wrong, at: ['met', ...wrong.at] })),
    ],
  }
}

/**
 * Written freely, and held by its writer against a model answer: she ticks the criteria that she met. It earns nothing and
 * costs nothing, whatever is ticked: its verdict is "written", and points are the lecturer's to give.
 */
export const essay: Grader<'essay'> = {
  read: (item, response) => read(idsOf(item.criteria), response),
  isComplete: (_, said) => said.text !== undefined,
  model: (key, lang) => ({ text: key.solution[lang] }),
  points: () => ({ earned: 0, possible: 0, marks: {} }),
  fires: () => false,
}
