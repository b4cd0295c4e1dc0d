import type { Course, Problem } from '#course'
import { nameOfPerson } from '#course/names'
import { spoken } from '#course/time'
import { languages, type Language, type Slide, type StyleWord } from '#schema'
import { proseOf, withoutQuotations } from '../prose.ts'
import { defineRule } from '../rule.ts'

/** At most so many words in English, characters in Chinese. A stem of 30 words is spoken in 15 seconds; so are 55 characters, at 120 and 220 a minute. */
const most = {
  headline: { en: 12, zh: 22 },
  stem: { en: 30, zh: 55 },
  say: { en: 100, zh: 170 },
  /** Of `say`, from which on a sentence is hard to follow by ear: it is warned of. */
  sentence: { en: 20, zh: 40 },
}
const counted = { en: { of: 'words', count: spoken.en }, zh: { of: 'characters', count: spoken.zh } }

export const plain = defineRule({
  name: 'plain',
  description: `A headline has at most ${most.headline.en} words or ${most.headline.zh} Chinese characters, no semicolon and no author's name; a stem at most ${most.stem.en} or ${most.stem.zh}, \`say\` at most ${most.say.en} or ${most.say.zh}; no word of corpus/style.yaml stands where it is not to, and each row there proves itself; \`do\` and \`kind\` take their words from its \`activities\`, the same in both languages. It warns of a spoken sentence of ${most.sentence.en} words or more.`,
  allowsExceptions: true,
  check(course, context) {
    const problems: Problem[] = []
    const warnings: Problem[] = []
    const rows = course.style.words.map(row => ({ row, pattern: patternOf(row) }))
    problems.push(...unproved(course, rows))
    const authors = authorsOf(course)
    const prose = proseOf(course, context)
    for (const { lang, is, text, place, what } of prose) {
      const report = (message: string) => { problems.push({ ...place(), message: `${what}: ${message}` }) }
      const { of, count } = counted[lang]
      if (is === 'headline' || is === 'stem') {
        const length = count(text)
        if (length > most[is][lang]) report(`the ${is} has ${length} ${of}, expected at most ${most[is][lang]}`)
      }
      if (is === 'headline') {
        const [semicolon] = /[;；]/.exec(text) ?? []
        if (semicolon) report(`a headline has no "${semicolon}": say one thing, with its verb`)
        const author = authors[lang].find(({ pattern }) => pattern.test(text))
        if (author) report(`"${author.name}" wrote a source of ours; a headline says what is claimed, and the speaker of the slide who claims it`)
      }
      const unquoted = withoutQuotations(text)
      for (const { row, pattern } of rows) {
        if (row.lang !== lang || !(row.where.includes(is) || row.where.includes('all'))) continue
        const [found] = pattern.exec(unquoted) ?? []
        if (found) report(`"${found.trim()}": ${row.why}; instead: ${row.instead}`)
      }
    }
    for (const deck of course.decks) {
      const { of, count } = counted[deck.lang]
      for (const slide of deck.slides) {
        const say = slide.note.say ?? ''
        const report = (into: Problem[], message: string) => { into.push({ path: deck.path, line: slide.line, message: `slide ${slide.number} "${slide.id}": ${message}` }) }
        if (count(say) > most.say[deck.lang]) report(problems, `\`say\` has ${count(say)} ${of}, expected at most ${most.say[deck.lang]}`)
        for (const name of deck.draft || course.style.activities.length === 0 ? [] : [activityOf(slide), slide.frontmatter['kind']]) {
          if (typeof name !== 'string' || course.style.activities.some(known => known[deck.lang] === name)) continue
          report(problems, `"${name}" is no activity of corpus/style.yaml: one thing has one name; there are ${course.style.activities.map(known => `"${known[deck.lang]}"`).join(', ')}`)
        }
        const [first, ...more] = sentencesOf(say, deck.lang).filter(sentence => count(sentence) >= most.sentence[deck.lang])
        if (first !== undefined) report(warnings, `a sentence of ${count(first)} ${of} to be spoken: "${first.slice(0, 30)}…"${more.length > 0 ? `, and ${more.length} more` : ''}`)
      }
    }
    return { checked: prose.length, problems, warnings }
  },
})

/** "In pairs · 8 minutes" => In pairs */
const activityOf = ({ does }: Slide) => does?.replace(/\s*·\s*[\d.]+\s*(?:min(?:ute)?s?|分钟)\s*$/u, '')

type Row = { row: StyleWord, pattern: RegExp }

/** A whole word in English, whatever its capitals; Chinese has no marks between words. */
function patternOf({ lang, word, pattern }: StyleWord): RegExp {
  if (pattern !== undefined) return new RegExp(pattern, 'iu')
  const literal = word!.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(lang === 'zh' ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu')
}

/** Rows that do not find what they are for, or find what they are to spare. */
function unproved(course: Course, rows: readonly Row[]): Problem[] {
  return rows.flatMap(({ row, pattern }, index) => {
    const called = `"${row.word ?? row.pattern}"`
    const at = (field: string, message: string) => ({ ...course.place('style', 'words', [index, field]), message })
    return [
      ...pattern.test(withoutQuotations(row.finds)) ? [] : [at('finds', `${called} is not found in its own example, "${row.finds}"`)],
      ...pattern.test(withoutQuotations(row.spares)) ? [at('spares', `${called} is found in what it is to spare, "${row.spares}"`)] : [],
    ]
  })
}

/** Who wrote the articles and reports that a lecture reads; who speaks in a speech or signs a treaty is somebody it speaks of. */
function authorsOf(course: Course): Record<Language, { name: string, pattern: RegExp }[]> {
  const people = Object.values(course.sources).filter(({ type }) => type !== 'speech' && type !== 'treaty').flatMap(({ author }) => author)
  const names = { en: new Set<string>(), zh: new Set<string>() }
  for (const person of people) {
    names.en.add(person.latin.family)
    for (const lang of languages) names[lang].add(nameOfPerson(person, lang))
  }
  const patterns = (lang: Language) => [...names[lang]].map(name => ({ name, pattern: new RegExp(lang === 'zh' ? name : `(?<!\\p{L})${name}(?!\\p{L})`, 'u') }))
  return { en: patterns('en'), zh: patterns('zh') }
}

/** Who speaks makes a pause at a semicolon too. */
const sentencesOf = (text: string, lang: Language): string[] => text.replaceAll('\n', ' ').split(/[;；]/)
  .flatMap(part => [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(part)].map(({ segment }) => segment.trim()).filter(Boolean))
