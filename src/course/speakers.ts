import type { Language, Source, Text } from '#schema'
import { nameOfPerson } from './names.ts'

/** What a text does, by its type: one, several ("Cui and Fu argue"), and in Chinese. */
const argues = { en: ['argues', 'argue'], zh: '认为' } as const
const records = { en: ['records', 'record'], zh: '载明' } as const
const announces = { en: ['announces', 'announce'], zh: '宣布' } as const
const reports = { en: ['reports', 'report'], zh: '报道' } as const
const verbs: Record<Source['type'], typeof argues | typeof records | typeof announces | typeof reports> = {
  'article-journal': argues,
  'treaty': records, 'legislation': records, 'report': records,
  'speech': announces, 'press-release': announces,
  'article-newspaper': reports, 'interview': reports, 'webpage': reports,
}
/** What the course reads is an article or a comment, wherever it was printed; newspapers that it looks something up in report. */
const verbOf = ({ type, outside }: Source) => type === 'article-newspaper' && !outside ? argues : verbs[type]

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** As a citation names it, without its year: "Zhang Zeming 2026" => "Zhang Zeming", "IMF outlook, October 2025" => "IMF outlook", 展望 2025年10月 => 展望 */
export function withoutYear(short: string, issued: string): string {
  const year = issued.slice(0, 4)
  const bare = short.replace(new RegExp(`[,，]?\\s*(?:(?:${months})\\s+)?${year}(?:年(?:\\d{1,2}月)?)?(?!\\d)`), '').trim()
  return bare || short
}

/**
 * Who speaks where this source does, by name alone. Whoever is called by the surname alone and shares it with an author of another text
 * has the whole name; two texts of one name keep their years.
 */
export function speakerName(id: string, sources: Readonly<Record<string, Source>>, lang: Language): string {
  const source = sources[id]!
  const name = withoutYear(source.short[lang], source.issued)
  const others = Object.entries(sources).flatMap(([other, each]) => other === id ? [] : [each])
  const [author, ...further] = source.author
  if (author && further.length === 0 && isSurname(author, name, lang)) {
    const own = nameOfPerson(author, lang)
    const shared = others.some(other => other.author.some(person => isSurname(person, name, lang) && nameOfPerson(person, lang) !== own))
    if (shared && own !== name) return own
  }
  return others.some(other => withoutYear(other.short[lang], other.issued) === name) ? source.short[lang] : name
}

/** Chinese surnames are one character or two; what is longer is the whole of a foreign one. */
const isSurname = ({ native = '', latin: { family } }: Source['author'][number], name: string, lang: Language) =>
  lang === 'en' ? family === name : native.startsWith(name)

/** "Zhang Zeming argues", "Cui and Fu argue" / 张泽明认为, and what speaks by the type of its text: 联合声明载明 */
export function speaks(id: string, sources: Readonly<Record<string, Source>>): Text {
  const source = sources[id]!
  const verb = verbOf(source)
  const [en, zh] = [speakerName(id, sources, 'en'), speakerName(id, sources, 'zh')]
  const several = source.author.length > 1 && /\band\b|\bet al\b/.test(en)
  // A Latin name stands apart from the verb: Mediamax 报道
  return { en: `${en} ${verb.en[several ? 1 : 0]}`, zh: `${zh}${/[\p{Script=Latin}\d]$/u.test(zh) ? ' ' : ''}${verb.zh}` }
}
