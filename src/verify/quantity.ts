import { digitsOfHan, numberWords, valueOfHan, valueOfWords, wordScale } from '#grading/numerals'
import type { Unit } from '#schema'

/**
 * Quantities as a text tells them, in English or Chinese, so that "US$94.8 billion" and "948亿美元" are one and the same.
 *
 *     quantities('8 August 2025', units)   => [{ kind: 'date', year: 2025, month: 8, day: 8, printed: '8 August 2025', at: 0 }]
 *     quantities('十七项条款', units)       => [{ kind: 'number', value: 17, printed: '十七', at: 0 }]
 */
export type Quantity = { printed: string, at: number } & (
  | { kind: 'number' | 'percent' | 'century', value: number }
  /** 1990, or 90 where the century is not said. */
  | { kind: 'decade', value: number }
  /** `bare`: four digits and nothing else; a year, or a number. */
  | { kind: 'date', year?: number, month?: number, day?: number, bare?: true }
)

type Found = Quantity extends infer Q ? Q extends Quantity ? Omit<Q, 'printed' | 'at'> : never : never

/** What a course counts and measures in, by its ids: the records of corpus/units.yaml. */
export type Units = Readonly<Record<string, Unit>>

/**
 * Number words and Chinese numerals count only before a unit ("three stages", 三个阶段; not 三角, not "all three"); a one never does.
 * `loose` is for evidence: there every numeral counts, so that what `says` counts is found whatever stands behind it.
 */
export function quantities(text: string, units: Units, { loose = false } = {}): Quantity[] {
  return readingOf(text, units, loose).found
}

/**
 * What a text counts in a unit that is not among these: nobody holds such a number against the evidence.
 *
 *     withoutUnit('in seven formats', units)   => [{ printed: 'seven formats', unit: 'formats' }]      where "formats" is no unit
 *     withoutUnit('六套方案', units)            => [{ printed: '六套', unit: '套' }]
 */
export function withoutUnit(text: string, units: Units): { printed: string, unit: string }[] {
  const { rest } = readingOf(text, units, false)
  const english = [...rest.matchAll(countedInEnglish)].flatMap(({ groups }) => {
    const { value, words } = groups as { value: string, words: string }
    // Of "6.1 thousand loads" the figure has been read; "the two roads" are mentioned in passing.
    if (valueOfWords(value) < 3 || value.split(/[\s-]+/).every(word => word.toLowerCase() in wordScale)) return []
    // "three old and new roads": behind "and" begins something else.
    const all = words.trim().split(/[\s-]+/)
    const end = all.findIndex(word => joining.has(word.toLowerCase()))
    const near = end < 0 ? all : all.slice(0, end)
    const unit = near.find(word => /[^su]s$/i.test(word))
    return unit ? [{ printed: [value, ...near.slice(0, near.indexOf(unit) + 1)].join(' '), unit }] : []
  })
  const known = new RegExp(`^(?:${unitPatterns(units).chinese})`, 'u')
  const chinese = [...rest.matchAll(countedInChinese)].flatMap(({ groups, index, 0: printed }) => {
    const { value, unit } = groups as { value: string, unit: string }
    const isKnown = known.test(rest.slice(index + printed.length - unit.length))
    return isKnown || /^[百千万亿]+$/.test(value) || valueOfHan(value) < 2 ? [] : [{ printed, unit }]
  })
  return [...english, ...chinese]
}

/** `rest` is the text without what has been read in it. */
function readingOf(text: string, units: Units, loose: boolean): { found: Quantity[], rest: string } {
  let rest = plain(text)
  const found: Quantity[] = []
  const patterns = patternsOf(units)
  for (const [pattern, read] of loose ? [...patterns, ...loosePatterns] : patterns) {
    rest = rest.replace(pattern, (...match: unknown[]) => {
      const groups = typeof match.at(-1) === 'object' ? match.at(-1) as Groups : {}
      const printed = match[0] as string
      const at = match.find((part, index) => index > 0 && typeof part === 'number') as number
      const read_ = read(groups, printed)
      if (!read_) return printed
      for (const quantity of read_) found.push({ ...quantity, printed: printed.trim(), at } as Quantity)
      // What has been read is not read again as something else.
      return '\u0001'.repeat(printed.length)
    })
  }
  return { found: found.sort((a, b) => a.at - b.at), rest }
}

/** The quantities of `says` that none of the evidence holds, compared by value. */
export function unsupported(says: string | Quantity[], evidence: readonly string[], units: Units): Quantity[] {
  const told = typeof says === 'string' ? quantities(says, units) : says
  if (told.length === 0) return []
  const known = evidence.flatMap(string => quantities(string, units, { loose: true }))
  return told.filter(quantity => !isAmong(quantity, known))
}

/** A date is there when all its parts are: "in 2025" rests on 2025年8月8日, "8 August 2025" does not rest on 2025年. */
export function isAmong(quantity: Quantity, known: readonly Quantity[]): boolean {
  if (quantity.kind === 'date') {
    return known.some((other) => {
      if (other.kind === 'number') return quantity.bare === true && other.value === quantity.year
      if (other.kind !== 'date') return false
      const sameDay = (['month', 'day'] as const).every(part => quantity[part] === undefined || quantity[part] === other[part])
      if (!sameDay) return false
      // "8月8日" may stand apart from its year; then the year is evidence of its own.
      return quantity.year === undefined || quantity.year === other.year
        || (other.year === undefined && known.some(third => third.kind === 'date' && third.year === quantity.year))
    })
  }
  if (quantity.kind === 'decade') return known.some(other => other.kind === 'decade' && (Math.min(other.value, quantity.value) < 100 ? other.value % 100 === quantity.value % 100 : other.value === quantity.value))
  return known.some(other => (other.kind === quantity.kind && near(other.value, quantity.value))
    || (quantity.kind === 'number' && other.kind === 'date' && other.bare === true && other.year === quantity.value))
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Note marks go before width folding, which would make a 1 of ①; addresses and formulas hold no figures of the text. */
function plain(text: string): string {
  const blank = (match: string) => ' '.repeat(match.length)
  return text
    .replace(/\^?[①-⑳]/gu, blank)
    .replace(/\]\([^)]*\)/g, blank)
    .replace(/<[^>]*>/g, blank)
    .replace(/[*`_]/g, ' ')
    .replace(/[\uFF10-\uFF19\uFF05\uFF0C\uFF0E]/gu, wide => wide.normalize('NFKC'))
    .replace(/[−–—﹣－～〜]/gu, '-')
    .replace(/[\u00A0\u2009\u202F]/gu, ' ')
}

type Groups = Record<string, string | undefined>
type Read = (groups: Groups, printed: string) => Found[] | undefined

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const month = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?'
const monthOf = (name: string) => months.findIndex(full => full.startsWith(name.toLowerCase().slice(0, 3))) + 1
/** 12, 12.5, 1,234.5; never a piece of a longer one. */
const figure = '(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])|(?<![\\d.])\\d+(?:\\.\\d+)?(?!\\d)'
const figureOf = (printed: string) => Number(printed.replace(/,/g, ''))
const numeral = '[〇零一二两三四五六七八九十百千万亿]+'
const hanScale: Record<string, number> = { 百: 1e2, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 十亿: 1e9, 百亿: 1e10, 千亿: 1e11, 万亿: 1e12 }
const wordPattern = [...Object.keys(numberWords), ...Object.keys(wordScale).filter(word => word.length > 2)].sort((a, b) => b.length - a.length).join('|')
const wordNumber = `\\b(?:${wordPattern})(?:(?:[\\s-]+and[\\s-]+|[\\s-]+)(?:${wordPattern}))*\\b`
const ordinals: Record<string, number> = { 'nineteenth': 19, 'twentieth': 20, 'twenty-first': 21, 'twenty first': 21, 'eighteenth': 18, 'seventeenth': 17 }

/** What may stand between a number and what it counts ends here: "three of the roads" counts nobody knows what. */
const joining = new Set('of in on at by for from to with as and or but than that which who is are was were be has have had can could may might must will would do does did not no the a an this these those its his her their only all both either'.split(' '))
const countedInEnglish = new RegExp(`(?<value>${wordNumber})(?<words>(?:[\\s-]+[a-z]+){1,3})`, 'giu')
/** The language's measure words, and how its measures of length, weight, power and money end. Which of them a course counts in, its units say. */
const measureWords = '[把班瓣帮包杯本笔遍波拨部餐册层场处串床次丛簇撮打袋道滴点顶栋堵段堆对顿朵发方份封幅副杆缸格个根股罐行户环回伙级剂季家架间件节截届茎局句具卷棵颗口块捆类粒联辆列令轮枚门面名幕排派盘批匹篇片票期起群任扇身声首束双艘所台摊滩套条趟挑听通筒桶头团丸尾味位窝席项样员则盏张章阵支枝只纸种株桩桌宗组尊座栏争]'
const measures = '\\p{Script=Han}{0,2}?(?:元|镑|卢比|卢布|里拉|法郎|马克|公里|英里|海里|公尺|米|瓦|吨|克|升|桶|公顷|亩|赫兹|光年)'
const countedInChinese = new RegExp(`(?<![第〇零一二两三四五六七八九十百千万亿几])(?<value>${numeral})(?:多|余)?(?<unit>${measures}|${measureWords})`, 'gu')

/** What stands behind a number, as patterns; `pairs`: behind a two it is mentioned in passing ("the two states"), and nothing is counted. */
interface UnitPatterns { english: string, englishPairs: RegExp, chinese: string, chinesePairs: RegExp }

function unitPatterns(units: Units): UnitPatterns {
  const all = Object.values(units)
  const pairs = all.filter(({ pair }) => pair)
  const either = (words: readonly string[]) => words.length === 0 ? '(?!)' : [...words].sort((a, b) => b.length - a.length).map(word => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')
  // A noun of two characters stands behind 个 as well, with what describes it: 三个主要阶段.
  const nouns = all.flatMap(({ zh, pair }) => pair ? [] : zh.filter(word => [...word].length > 1))
  return {
    english: either(all.flatMap(({ en }) => en)),
    englishPairs: new RegExp(`^(?:${either(pairs.flatMap(({ en }) => en))})$`, 'iu'),
    chinese: `个\\p{Script=Han}{0,4}?(?:${either(nouns)})|${either(all.flatMap(({ zh }) => zh))}`,
    chinesePairs: new RegExp(`^(?:${either(pairs.flatMap(({ zh }) => zh))})$`, 'u'),
  }
}

/** A course has one set of units, and many texts. */
const made = new WeakMap<Units, [RegExp, Read][]>()
function patternsOf(units: Units): [RegExp, Read][] {
  const known = made.get(units)
  if (known) return known
  const patterns = [...plainPatterns, ...countingPatterns(unitPatterns(units))]
  made.set(units, patterns)
  return patterns
}

const plainPatterns: [RegExp, Read][] = [
  // Labels, not quantities: Table 1, §3.1, 表 1, H2, C5+1, S-300, 5G.
  [/§\s*\d+(?:\.\d+)*|\b(?:tables?|figures?|sections?|lectures?|hypothes[ie]s|parts?|notes?|lines?|paragraphs?|exercises?|slides?|no\.|nos\.)\s*\d+(?:\.\d+)*|(?:表|图|假设|注释|注)\s*(?:\d+|[一二三四五六七八九十]+)(?![年月日\d])|第\s*(?:\d+|[一二三四五六七八九十百]+)\s*(?:节|部分|讲|段|章)/giu, () => []],
  [/(?<![A-Za-z\d])[A-Z][A-Za-z]{0,4}-?(?![12]\d{3}(?!\d))\d+(?:\+\d+)?(?![\d.,]*\d)(?!\s*(?:billion|million|trillion|亿|万))|(?<![A-Za-z\d.])\d+[A-Z]\b/gu, () => []],
  // 20世纪90年代, the 1990s, 90年代
  [new RegExp(`(?<century>\\d{1,2}|${numeral})\\s*世纪\\s*(?<decade>\\d0|${numeral})\\s*年代`, 'gu'), ({ century, decade }) => [{ kind: 'decade', value: (valueOfHan(century!) - 1) * 100 + valueOfHan(decade!) }]],
  [/(?<!\d)(?<decade>\d{3}0|\d0)\s*(?:年代|s\b)/gu, ({ decade }) => [{ kind: 'decade', value: Number(decade) }]],
  [/\b(?<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/giu, ({ decade }) => [{ kind: 'decade', value: numberWords[decade!.toLowerCase().replace('ies', 'y')]! }]],
  // 21世纪, the 21st century, the twenty-first century
  [new RegExp(`(?<century>\\d{1,2}|${numeral})\\s*世纪`, 'gu'), ({ century }) => [{ kind: 'century', value: valueOfHan(century!) }]],
  [/(?<!\d)(?<century>\d{1,2})(?:st|nd|rd|th)[\s-]+centur(?:y|ies)/giu, ({ century }) => [{ kind: 'century', value: Number(century) }]],
  [new RegExp(`\\b(?<century>${Object.keys(ordinals).join('|')})[\\s-]+centur(?:y|ies)`, 'giu'), ({ century }) => [{ kind: 'century', value: ordinals[century!.toLowerCase()]! }]],
  // 2025年8月8日, 2025年8月, 2025年, 1988-2026年, 8月8日, 1月13-14日
  [/(?<!\d)(?<from>[12]\d{3})\s*年?\s*[-至到~/]\s*(?<to>[12]\d{3})(?!\d)(?!\s*年?\s*\d{1,2}\s*月)\s*年?/gu, ({ from, to }) => [from!, to!].map(year => ({ kind: 'date', year: Number(year) }))],
  [/(?:(?<!\d)(?<year>[12]\d{3})\s*年\s*)?(?<month>(?<!\d)\d{1,2})\s*月\s*(?<from>\d{1,2})\s*日?\s*[-至到]\s*(?<to>\d{1,2})\s*[日号]/gu, groups => [groups.from!, groups.to!].map(day => date(groups.year, groups.month, day))],
  [/(?<!\d)(?<year>[12]\d{3})\s*年(?:\s*(?<month>\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*[日号])?)?/gu, ({ year, month, day }) => [date(year, month, day)]],
  [/(?<year>[〇零一二三四五六七八九]{4})年(?:(?<month>[一二三四五六七八九十]{1,2})月(?:(?<day>[一二三四五六七八九十]{1,3})[日号])?)?/gu, ({ year, month, day }) => [date(digitsOfHan(year!), month && String(valueOfHan(month)), day && String(valueOfHan(day)))]],
  [/(?<!\d)(?<month>\d{1,2})\s*月(?:份|\s*(?<day>\d{1,2})\s*[日号])?/gu, ({ month, day }) => Number(month) <= 12 ? [date(undefined, month, day)] : undefined],
  [/(?<![个〇零一二两三四五六七八九十])(?<month>十[一二]|[一二三四五六七八九十])月(?:份|(?<day>[一二三四五六七八九十]{1,3})[日号])?/gu, ({ month, day }) => [date(undefined, String(valueOfHan(month!)), day && String(valueOfHan(day)))]],
  // 13-14 January 2026, 8 August 2025, August 8, 2025, August 2025, 2025-08-08
  [new RegExp(`(?<!\\d)(?<from>\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|to|and)\\s*(?<to>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<month>${month})(?:,?\\s+(?<year>\\d{4})(?!\\d))?`, 'giu'), groups => [groups.from!, groups.to!].map(day => date(groups.year, String(monthOf(groups.month!)), day))],
  [new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${month})(?:,?\\s+(?<year>\\d{4})(?!\\d))?`, 'giu'), ({ day, month, year }) => [date(year, String(monthOf(month!)), day)]],
  [new RegExp(`\\b(?<month>${month})\\s+(?<day>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4})(?!\\d))?`, 'gu'), ({ day, month, year }) => [date(year, String(monthOf(month!)), day)]],
  [new RegExp(`\\b(?<month>${month}),?\\s+(?<year>\\d{4})(?!\\d)`, 'gu'), ({ month, year }) => [date(year, String(monthOf(month!)))]],
  [/(?<!\d)(?<year>[12]\d{3})-(?<month>0[1-9]|1[0-2])(?:-(?<day>\d{2}))?(?!\d)/gu, ({ year, month, day }) => [date(year, month, day)]],
  // Months that are also words ("may", "march") count only behind a preposition.
  [new RegExp(`(?<=\\b(?:in|since|until|till|by|from|of|last|next|early|late|before|after|to)\\s)${month}(?!\\s+\\d)`, 'gu'), (_, printed) => [date(undefined, String(monthOf(printed)))]],
  // 23.87 %, 70 per cent, seventy per cent, 百分之七十, 七成
  [new RegExp(`(?<value>${figure})\\s*(?:%|％|-?\\s?per[\\s-]?cent|个百分点|percentage points?)`, 'giu'), groups => [{ kind: 'percent', value: figureOf(groups.value!) }]],
  [new RegExp(`(?<value>${wordNumber})[\\s-]+(?:per[\\s-]?cent|percentage points?)`, 'giu'), groups => [{ kind: 'percent', value: valueOfWords(groups.value!) }]],
  [new RegExp(`百分之(?<value>${numeral}(?:点[〇零一二三四五六七八九]+)?|\\d+(?:\\.\\d+)?)`, 'gu'), groups => [{ kind: 'percent', value: valueOfHan(groups.value!) }]],
  [/(?<value>[二两三四五六七八九])成(?![为立员功就本熟果分形品因长])/gu, groups => [{ kind: 'percent', value: 10 * valueOfHan(groups.value!) }]],
  // two-thirds, three quarters, 三分之二
  [/\b(?<over>two|three|four)[\s-]+(?<under>thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)\b/giu, ({ over, under }) => [{ kind: 'number', value: numberWords[over!.toLowerCase()]! / parts[under!.toLowerCase()]! }]],
  [/(?<under>[二三四五六七八九十]|\d+)分之(?<over>[一二两三四五六七八九]|\d+)/gu, ({ over, under }) => [{ kind: 'number', value: valueOfHan(over!) / valueOfHan(under!) }]],
  // 3亿5000万, 948亿, 1.2万亿, 94.8 billion
  [/(?<!\d)(?<big>\d+)\s*亿\s*(?<small>\d{1,4}(?:\.\d+)?)\s*万/gu, ({ big, small }) => [{ kind: 'number', value: Number(big) * 1e8 + Number(small) * 1e4 }]],
  [new RegExp(`(?<value>${figure})\\s*(?:多|余|几)?\\s*(?<scale>万亿|千亿|百亿|十亿|千万|百万|亿|万|千(?![米克瓦])|百(?!分))`, 'gu'), groups => [{ kind: 'number', value: figureOf(groups.value!) * hanScale[groups.scale!]! }]],
  [new RegExp(`(?<value>${figure})[\\s-]*(?<scale>hundred|thousand|million|billion|trillion|mn|bn)\\b`, 'giu'), groups => [{ kind: 'number', value: figureOf(groups.value!) * wordScale[groups.scale!.toLowerCase()]! }]],
  // Any other figure
  [new RegExp(`(?<value>${figure})`, 'gu'), groups => [/^[12]\d{3}$/.test(groups.value!) ? { kind: 'date', year: Number(groups.value), bare: true } : { kind: 'number', value: figureOf(groups.value!) }]],
]

/** seventeen articles, three main stages, ninety-nine-year; 十七项, 三个阶段 */
const countingPatterns = ({ english, englishPairs, chinese, chinesePairs }: UnitPatterns): [RegExp, Read][] => [
  [new RegExp(`(?<value>${wordNumber})(?=(?:[\\s-]+(?!(?:an?|the)\\b)[a-z]+){0,2}?[\\s-]+(?<unit>${english})\\b)`, 'giu'), (groups) => {
    const counted = valueOfWords(groups.value!)
    return counted < 2 || (counted === 2 && englishPairs.test(groups.unit!)) ? undefined : [{ kind: 'number', value: counted }]
  }],
  [new RegExp(`(?<![第〇零一二两三四五六七八九十百千万亿几])(?<value>${numeral})(?=(?:多|余)?(?<unit>${chinese})(?!未有|变局))`, 'gu'), (groups) => {
    if (/^[百千万亿]+$/.test(groups.value!)) return undefined
    const counted = valueOfHan(groups.value!)
    return counted < 2 || (counted === 2 && chinesePairs.test(groups.unit!)) ? undefined : [{ kind: 'number', value: counted }]
  }],
]

/** In evidence: 两个, 第三, 十余, "two", "third" whatever stands behind them. */
const loosePatterns: [RegExp, Read][] = [
  [new RegExp(`(?<value>${wordNumber})`, 'giu'), groups => [{ kind: 'number', value: valueOfWords(groups.value!) }]],
  [new RegExp(`(?<value>${numeral})`, 'gu'), groups => [{ kind: 'number', value: valueOfHan(groups.value!) }]],
  [/[双对]/gu, () => [{ kind: 'number', value: 2 }]],
]

const parts: Record<string, number> = { thirds: 3, quarters: 4, fifths: 5, sixths: 6, sevenths: 7, eighths: 8, ninths: 9, tenths: 10 }

function date(year?: string, month?: string, day?: string): Found {
  return { kind: 'date', ...(year ? { year: Number(year) } : {}), ...(month ? { month: Number(month) } : {}), ...(day ? { day: Number(day) } : {}) }
}
