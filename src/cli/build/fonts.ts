import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Course } from '#course'
import { houseRoot } from '#course/roots'
import { courseTexts } from '#course/texts'
import { type CourseFonts, type FontRequest, makeFonts, planFonts } from '#fonts'

/** Where the cuts of the font packages are kept; a file's name holds a hash of what it holds. */
export const fontCache = join(houseRoot, '.cache/fonts')

/** Cuts that came with the repository: whoever has them need not make them. `npm run fonts` renews them. */
export const keptFonts = join(houseRoot, 'styles/fonts')

const wordsAround = ['layouts/frame/words.ts', 'src/hosts/slidev/slidev-words.ts']

/** The names that the terms of a slide show, and so no text of the deck: `<Term id="salt/mule" />` shows Mule and 骡. */
const termsIn = (slide: string, { terms }: Course) => [...slide.matchAll(/<Term id="([^"]+)"/g)]
  .flatMap(([, id]) => Object.values(terms[id!]?.names ?? {}))

/** What `course` wants of the fonts: all its words, and which of them stand on first slides. */
export function fontRequest(course: Course): FontRequest {
  const texts = courseTexts(course.root, houseRoot)
  const { title, lectures } = course.syllabus
  /** Words around every slide: those of the running head, and of the bar that lies under the first one. */
  const around = texts.filter(({ path }) => wordsAround.includes(path)).map(({ text }) => text)
  const first = (lang: 'en' | 'zh') => course.decks.filter(deck => deck.lang === lang)
    .map(({ slides: [slide], headmatter }) => [slide?.content, JSON.stringify(slide?.frontmatter), headmatter['title'], ...termsIn(slide?.content ?? '', course)].join(' ')).join(' ')
  return {
    texts,
    openings: { door: `中文${title.zh}`, en: first('en'), zh: [first('zh'), title.zh, ...around, ...Object.values(lectures).map(({ short }) => short.zh)].join(' ') },
    lectures,
  }
}

export const fontsOf = (course: Course, onMade?: (name: string, toMake: number) => void): Promise<CourseFonts> =>
  makeFonts(fontRequest(course), { cache: fontCache, kept: keptFonts, now: new Date(), onMade })

/** Which files it wants, without making them. */
export const planFor = (course: Course): Promise<CourseFonts> => planFonts(fontRequest(course), fontCache)

/** Puts the fonts of a built site into its `fonts/` and links their stylesheet from every page that has an app. */
export function installFonts(site: string, { css, files }: CourseFonts): void {
  const folder = join(site, 'fonts')
  mkdirSync(folder, { recursive: true })
  const name = `fonts.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`
  writeFileSync(join(folder, name), css)
  for (const { path } of files) cpSync(path, join(folder, basename(path)))
  for (const page of pagesIn(site)) {
    const up = relative(dirname(page), folder).split(sep).join('/')
    writeFileSync(page, readFileSync(page, 'utf8').replace(/<head>/, `<head>\n<link rel="stylesheet" href="${up}/${name}">`))
  }
}

const pagesIn = (site: string) => readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter(path => basename(path) === 'index.html').map(path => join(site, path))
  .filter(path => readFileSync(path, 'utf8').includes('<script type="module"'))
