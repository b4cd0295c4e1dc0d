import type { Course } from '#course'
import { finishedExercises } from '#course/belonging'
import { digestsOf } from '#course/digest'
import type { Language } from '#schema'

export { onSheets } from './sheets.ts'

/** What can be printed: for students, for the lecturer, one slide a page as on the screen, the article in our words, to fill in, to mark by. */
export const handoutKinds = ['slides', 'lecturer', 'screen', 'digest', 'worksheet', 'key'] as const
export type HandoutKind = (typeof handoutKinds)[number]

/** Those that a deck prints; the others are pages. */
const ofDecks: readonly HandoutKind[] = ['slides', 'lecturer', 'screen']
export const isOfDeck = (kind: HandoutKind): boolean => ofDecks.includes(kind)

export interface Handout {
  /** `corridor.en.worksheet.pdf` */
  file: string
  title: string
  lang: Language
  /** Where the site shows it in print mode, from the site's root: `slides/corridor.en/#/handout?kind=slides`. */
  address: string
  /** Slides, claims or exercises by id, in the order in which they are printed. */
  contents: string[]
}

const titles: Record<Language, Record<HandoutKind, string>> = {
  en: { slides: 'handout', lecturer: 'lecturer’s notes', screen: 'slides', digest: 'the article in our words', worksheet: 'worksheet', key: 'answer key' },
  zh: { slides: '讲义', lecturer: '教师讲稿', screen: '幻灯片', digest: '文章概要', worksheet: '练习单', key: '参考答案' },
}

/** What one handout holds and where it is shown. Throws, naming what there is, when the lecture has no deck in that language. */
export function handout(course: Course, lecture: string, lang: Language, kind: HandoutKind): Handout {
  const deck = course.decks.find(one => one.lecture === lecture && one.lang === lang)
  if (!deck) throw new Error(`no deck ${lecture}.${lang}; there are ${course.decks.map(one => `${one.lecture}.${one.lang}`).join(', ') || 'none'}`)
  const [address, contents] = isOfDeck(kind)
    ? [`slides/${lecture}.${lang}/#/handout?kind=${kind}`, deck.slides.map(slide => slide.id)]
    : kind === 'digest'
      ? [`read/${lecture}.${lang}/?print=digest`, digestsOf(course, lecture).flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ claims }) => claims)))]
      : [`practice/${lecture}.${lang}/?print=${kind}`, finishedExercises(course, lecture)]
  return {
    file: `${lecture}.${lang}.${kind}.pdf`,
    title: handoutTitle(course, lecture, lang, kind),
    lang,
    address,
    contents,
  }
}

/** "10 Corridor · handout" */
export function handoutTitle({ syllabus, number: given }: Pick<Course, 'syllabus'> & { number?: number }, lecture: string, lang: Language, kind: HandoutKind): string {
  // A page has but its own lecture's part of the syllabus, and knows which one it is.
  const number = given ?? Object.keys(syllabus.lectures).indexOf(lecture) + 1
  return `${number} ${syllabus.lectures[lecture]?.short[lang] ?? lecture} · ${titles[lang][kind]}`
}

/**
 * The running lines of every printed page, as CSS page-margin boxes: title and course above; how to cite,
 * version and page number below. Browsers that print with margin boxes of their own ignore them.
 */
export function runningLines(title: string, { syllabus }: Pick<Course, 'syllabus'>, lang: Language): string {
  const quoted = (text: string) => `"${text.replace(/<[^>]*>/g, '').replace(/["\\]/g, '\\$&')}"`
  // Custom properties do not reach margin boxes: the faces of the fonts' stylesheet by name.
  const sans = lang === 'zh' ? "'Course Sans zh', 'Course Han Sans', sans-serif" : "'Course Sans', 'Course Han Sans', sans-serif"
  const version = lang === 'zh' ? `第 ${syllabus.version} 版` : `version ${syllabus.version}`
  const cite = syllabus.cite[lang].includes(syllabus.version) ? syllabus.cite[lang] : `${syllabus.cite[lang]} · ${version}`
  return `@page {
    size: A4; margin: 20mm 15mm 18mm;
    @top-left { content: ${quoted(title)}; font: 600 9pt ${sans}; border-bottom: .75pt solid; vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 4mm }
    @top-right { content: ${quoted(syllabus.title[lang])}; font: 400 9pt ${sans}; border-bottom: .75pt solid; vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 4mm; text-align: right }
    @bottom-left { content: ${quoted(cite)}; font: 400 7.5pt/1.35 ${sans}; width: 155mm; vertical-align: top; padding-top: 3mm }
    @bottom-right { content: counter(page) " / " counter(pages); font: 400 9pt ${sans}; vertical-align: top; padding-top: 3mm; text-align: right }
  }`
}
