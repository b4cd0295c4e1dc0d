import { plainText } from '#course'
import type { LectureData } from '#course/course'
import { words } from './words.ts'
import type { Language } from '#schema'

/**
 * Where readers find a claim: "§3.1 ¶4" / "第3.1节第4段"; "Introduction ¶2" where a section has a name and no number;
 * an outside source says its place in words. Empty while nobody has checked it against the text.
 */
export function placeOf(claim: string, data: Pick<LectureData, 'claims' | 'locators' | 'sources'>, lang: Language): string {
  const found = data.claims[claim]
  const locator = data.locators[claim]
  if (!locator) return found && 'place' in found.at ? plainText(found.at.place[lang]) : ''
  const { section, paragraph } = locator
  const number = section.replace(/^§\s*/, '')
  if (/^\d/.test(number)) return words[lang].cite.place(number, String(paragraph))
  const named = data.sources[claim.split('/')[0]!]?.outline.find(part => part.number === section)
  const title = named ? plainText(named.title[lang]) : section
  return [title, words[lang].cite.place('', String(paragraph))].filter(Boolean).join(lang === 'zh' ? '' : ' ')
}

/** Claims that stand at different places, the first of each: who rereads a paragraph need not be sent there twice. */
export function atDifferentPlaces(claims: readonly string[], data: Pick<LectureData, 'claims' | 'locators' | 'sources'>, lang: Language): string[] {
  const places = claims.map(claim => `${claim.split('/')[0]} ${placeOf(claim, data, lang)}`)
  return claims.filter((_, index) => places.indexOf(places[index]!) === index)
}
