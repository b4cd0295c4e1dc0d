import type { Course, Place, Room } from '#course'
import { languages, type Deck, type Language, type Slide, type StyledPlace } from '#schema'
import type { Context } from './rule.ts'

/** A text of ours as readers see it, and where it stands. */
export interface Prose {
  lang: Language
  is: StyledPlace
  text: string
  /** The file, and the line; in a deck it is counted only when a rule has something to say. */
  place: () => Place
  /** What an author calls it: "feedback.2.says". */
  what: string
  /** On which slide it stands, or in whose note. */
  slide?: Slide
}

/** Every text that readers see, in both languages: slides with their notes, exercises, the corpus; two rules ask for it. */
export function proseOf(course: Course, context: Context): Prose[] {
  const known = gathered.get(context)
  if (known?.course === course) return known.prose
  const prose = [
    ...course.decks.flatMap(deck => deck.slides.flatMap(slide => onSlide(deck, slide, context))),
    ...Object.entries(course.exerciseFiles).flatMap(([id, file]) => texts(course, 'exercises', id, file, ofExercise)),
    ...Object.entries(course.claims).flatMap(([id, claim]) => texts(course, 'claims', id, claim, () => 'claim')),
    ...([
      ['series', course.series], ['frameworks', course.frameworks], ['events', course.events], ['glossary', course.terms], ['tensions', course.tensions],
      ['models', course.models], ['arguments', course.arguments], ['stances', course.stances], ['routes', course.routes],
    ] as const).flatMap(([room, records]) => Object.entries(records).flatMap(([id, record]) => texts(course, room, id, record, () => 'figure'))),
  ]
  gathered.set(context, { course, prose })
  return prose
}
const gathered = new WeakMap<Context, { course: Course, prose: Prose[] }>()

const ofExercise = (field: string | number | undefined): StyledPlace =>
  field === 'prompt' ? 'stem' : field === 'feedback' || field === 'hint' ? 'feedback' : field === 'why' ? 'why' : 'option'

type Field = (string | number)[]

function texts(course: Course, room: Room, id: string, value: unknown, is: (first: string | number | undefined) => StyledPlace, field: Field = []): Prose[] {
  if (value === null || typeof value !== 'object') return []
  if ('en' in value && 'zh' in value && typeof value.en === 'string' && typeof value.zh === 'string') {
    const both = { en: value.en, zh: value.zh }
    return languages.map(lang => ({ lang, is: is(field[0]), text: both[lang], place: () => course.place(room, id, [...field, lang]), what: field.join('.') }))
  }
  return Object.entries(value).flatMap(([key, inner]) => texts(course, room, id, inner, is, [...field, Array.isArray(value) ? Number(key) : key]))
}

/** What of a tag readers are told. */
const told = /\b(?:label|aria-label|alt|title|note)="([^"]*)"/g

/** Words of a line of a slide: tags, fences, formulas and addresses are taken out, what a label says stays. */
const words = (line: string): string => line
  .replace(/<[^>]*>/g, tag => [...tag.matchAll(told)].map(([, label]) => ` ${label} `).join(''))
  .replace(/\]\([^)]*\)/g, ']').replace(/\$[^$]*\$/g, ' ').replace(/`[^`]*`/g, ' ').replace(/&nbsp;/g, ' ').replace(/[*_]{1,3}/g, '')

function onSlide(deck: Deck, slide: Slide, context: Context): Prose[] {
  /** The first line from the slide's own on that holds this one. */
  const lineOf = (line: string) => {
    const at = (context.files.get(deck.path) ?? '').split(/\r?\n/).findIndex((each, index) => index >= slide.line - 1 && each.includes(line))
    return at === -1 ? slide.line : at + 1
  }
  const prose = (is: StyledPlace, text: string, line: string, what: string): Prose =>
    ({ lang: deck.lang, is, text, place: () => ({ path: deck.path, line: lineOf(line) }), what: `slide ${slide.number} "${slide.id}"${what}`, slide })
  const task = slide.frontmatter['do']
  let inFence = false
  const content = slide.content.replace(/<!--[\s\S]*?-->/g, '').split('\n').flatMap((line) => {
    if (/^\s*(?:```|~~~)/.test(line)) inFence = !inFence
    if (inFence || /^\s*(?:```|~~~|::)/.test(line) || !line.trim()) return []
    // As Markdown, or as `<h1 class="long">`: src/course/deck.ts.
    const isHeadline = /^(?:#\s|<h1\b)/.test(line)
    return [isHeadline ? prose('headline', words(line.replace(/^#\s+/, '')).trim(), line.trim(), '') : prose('slide', words(line), line.trim(), '')]
  })
  return [
    ...content,
    ...typeof task === 'string' ? [prose('slide', task, 'do:', ', do')] : [],
    ...Object.entries(slide.note).flatMap(([part, text]) => text ? text.split('\n').map(line => prose('note', words(line), line, `, ${part}`)) : []),
  ]
}

/** Somebody else's words are not ours to change: marked quotations and titles are blanked, their marks stay. */
export const withoutQuotations = (text: string) => text.replace(/(“)[^”]*(”)|(「)[^」]*(」)|(《)[^》]*(》)|(«)[^»]*(»)/gu, quotation => `${quotation[0]}${' '.repeat(quotation.length - 2)}${quotation.at(-1)}`)
