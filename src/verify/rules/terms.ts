import type { Course, Problem } from '#course'
import { languages, type Deck, type Language, type Slide } from '#schema'
import { proseOf, withoutQuotations } from '../prose.ts'
import { defineRule } from '../rule.ts'

export const terms = defineRule({
  name: 'terms',
  description: 'One name a thing: no text has a name that the glossary forbids (`not`). Where a slide is the first of its deck with an abbreviation, it spells it out, or has its <Term>; corpus/style.yaml lists those that everybody knows. It warns of a term of the glossary that a deck uses and has no <Term> for by then.',
  allowsExceptions: true,
  check(course, context) {
    const problems: Problem[] = []
    const warnings: Problem[] = []
    const prose = proseOf(course, context)
    const forbidden = Object.entries(course.terms).flatMap(([id, { names, not }]) => languages.flatMap(lang =>
      (not?.[lang] ?? []).map(variant => ({ id, lang, variant, name: names[lang], pattern: named(variant, lang) }))))
    for (const { lang, text, place, what } of prose) {
      for (const { variant, name, pattern } of forbidden.filter(each => each.lang === lang))
        if (pattern.test(withoutQuotations(text))) problems.push({ ...place(), message: `${what}: "${variant}" is called "${name}" in this course` })
    }
    for (const { id, lang, variant, name } of forbidden)
      if (variant === name || named(variant, lang).test(name)) problems.push({ ...course.place('glossary', id, ['not', lang]), message: `"${variant}" is forbidden, and stands in the name itself, "${name}"` })

    for (const deck of course.decks) {
      if (deck.draft) continue
      const told = new Set<string>()
      const explained = new Set<string>()
      for (const slide of deck.slides) {
        const here = prose.filter(({ slide: on, is }) => on === slide && (is === 'headline' || is === 'slide'))
        const text = here.map(({ text }) => text).join('\n')
        const tagged = slide.tags.flatMap(({ name, attributes }) => name === 'Term' && attributes['id'] ? [attributes['id']] : [])
        for (const id of tagged) explained.add(id)
        for (const short of new Set(text.match(abbreviation) ?? [])) {
          if (told.has(short) || course.style.known.includes(short)) continue
          told.add(short)
          const isNamed = tagged.some(id => Object.values(course.terms[id]?.names ?? {}).some(name => new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${short}(?![\\p{Script=Latin}\\p{N}])`, 'u').test(name)))
          if (isNamed || isSpelledOut(short, text, deck.lang)) continue
          const first = here.find(({ text }) => text.includes(short))!
          problems.push({ ...first.place(), message: `slide ${slide.number} "${slide.id}": "${short}" stands here for the first time; spell it out (${deck.lang === 'zh' ? `全称（${short}）` : `its full name (${short})`}), or give its <Term>` })
        }
        const wanting = termsIn(course, deck, text).filter(id => !explained.has(id))
        for (const id of wanting) explained.add(id)
        if (wanting.length > 0) warnings.push({ ...placeOf(deck, slide), message: `slide ${slide.number} "${slide.id}": ${wanting.map(id => `"${course.terms[id]!.names[deck.lang]}"`).join(', ')} of the glossary, here for the first time and without <Term>` })
      }
    }
    return { checked: prose.length, problems, warnings }
  },
})

const placeOf = (deck: Deck, slide: Slide) => ({ path: deck.path, line: slide.line })

/** Two capitals or more: OSCE, G20 is none, CO2 is none, H1 is none. */
const abbreviation = /(?<![\p{Script=Latin}\p{N}])[A-Z]{2,}(?![\p{Script=Latin}\p{N}])/gu

/** Whole words in English, whatever their capitals, the last one in the plural too. */
const named = (name: string, lang: Language) => {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(lang === 'zh' ? literal : `(?<![\\p{L}\\p{N}])${literal}(?:e?s)?(?![\\p{L}\\p{N}])`, 'iu')
}

/** Terms of the deck's own lecture that a text names; of two names of which one holds the other, the longer. */
function termsIn(course: Course, deck: Deck, text: string): string[] {
  const own = Object.entries(course.terms).filter(([id]) => id.startsWith(`${deck.lecture}/`))
    .map(([id, { names }]) => ({ id, name: names[deck.lang].replace(/ ?[(（].*[)）]$/, '') })).sort((a, b) => b.name.length - a.name.length)
  let rest = text
  return own.flatMap(({ id, name }) => {
    const pattern = named(name, deck.lang)
    if (!pattern.test(rest)) return []
    rest = rest.replace(new RegExp(pattern, 'giu'), ' · ')
    return [id]
  })
}

/**
 * `isSpelledOut('OSCE', 'the Organization for Security and Co-operation in Europe (OSCE)', 'en')`: with brackets, a colon or a dash on one side,
 * at the head of a line that tells it, before ", a body of …", or where its letters begin the words of a name that stands here.
 */
function isSpelledOut(short: string, text: string, lang: Language): boolean {
  if (new RegExp(`${short}\\s*[（(：:=—–]\\s*[\\p{L}“]|[\\p{L}”]\\s*[（(]${short}[)）]`, 'u').test(text)) return true
  if (new RegExp(`^[\\s•-]*(?:[A-Z]{2,}[,、/\\s]+)*${short}[,、/\\s]*(?:[A-Z]{2,}[,、/\\s]+)*[\\p{L}“]|${short}, (?:an?|the|which) `, 'mu').test(text)) return true
  if (lang === 'zh' && new RegExp(`(?:即|简称|缩写为?)\\s*${short}|${short}\\s*(?:即|是|指)`, 'u').test(text)) return true
  const initials = (text.match(/[\p{Lu}][\p{L}’-]*|[\p{Ll}]+/gu) ?? []).map(word => /^\p{Lu}/u.test(word) && word !== short ? word[0]! : /^(?:of|for|and|the|in|on|to|de|an|a)$/.test(word) ? '' : ' ').join('')
  return initials.includes(short)
}
