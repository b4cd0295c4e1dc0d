// The handouts as PDF, read back: format, tags, language, fonts, what is in them and what must not be.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { type PDFDocumentProxy, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Course } from '#course'
import { readCourse } from '#course/disk'
import { plainMarkdown } from '#course/inline'
import { exerciseIds, finishedLectures } from '#course/lecture'
import { courseRoot, houseRoot } from '#course/roots'
import { digestsOf } from '#course/digest'
import { type Handout, type HandoutKind, handoutKinds, isOfDeck } from '#handout'
import type { Deck, Exercise, Language } from '#schema'
import { languages } from '#schema'
import { wantedHandouts } from '../../src/cli/commands/handouts.ts'

/** Handouts made a moment ago can be read again without making them: COURSE_HANDOUTS=DIR. */
const ready = process.env.COURSE_HANDOUTS
const folder = ready ?? join(houseRoot, '.cache/test/handouts')

/** A deck, and the handouts of it that are made and read here. */
interface Printed { root: string, course: Course, lecture: string, lang: Language, kinds: readonly HandoutKind[] }

const fixtureRoot = join(houseRoot, 'tests/fixture-course')
/** Of the fixture all; of each lecture three or four in each language, taking turns, so that each kind is made of each; the digest of all, as it is to be short in both. */
function printedOf(root: string, kinds: (lecture: number, lang: number) => readonly HandoutKind[], only?: string): Printed[] {
  const course = readCourse(root)
  return finishedLectures(course).flatMap((lecture, at) => only && lecture !== only ? [] : languages.map((lang, language) => ({ root, course, lecture, lang, kinds: kinds(at, language) })))
}
const turns: (readonly HandoutKind[])[] = [['slides', 'key', 'digest'], ['lecturer', 'worksheet', 'screen', 'digest']]
/** `npm test -- --lecture sco` asks for one. */
const only = process.env.COURSE_LECTURE
const printed: Printed[] = [
  ...only ? [] : printedOf(fixtureRoot, () => handoutKinds),
  ...printedOf(courseRoot(), (lecture, lang) => turns[(lecture + lang) % turns.length]!, only),
]
const handoutsOf = ({ course, lecture, lang, kinds }: Printed) => kinds.flatMap(kind => wantedHandouts(course, { lecture, lang, kind }))
const exercisesOf = ({ course, lecture }: Printed): Exercise[] => exerciseIds(course, lecture).map(id => course.exercises[id]!)
const deckOf = ({ course, lecture, lang }: Printed): Deck => course.decks.find(deck => deck.lecture === lecture && deck.lang === lang)!

interface Paper {
  handout: Handout
  raw: string
  bytes: number
  pdf: PDFDocumentProxy
  /** The words of each page in the order in which they are extracted; spaces and breaks are nothing. */
  pages: string[]
  text: string
  sizes: [number, number][]
  outline: string[]
  /** Pages on which structure is marked. */
  structured: number
  fonts: { name: string, isType3: boolean, isEmbedded: boolean }[]
}

const papers = new Map<string, Paper>()
const paper = ({ lecture, lang }: Printed, kind: HandoutKind): Paper => papers.get(`${lecture}.${lang}.${kind}.pdf`)!
/** Words without the spaces that lines and columns put between them. */
const squeezed = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')
const words = (markdown: string) => squeezed(plainMarkdown(markdown))

beforeAll(async () => {
  if (!ready) await made()
  for (const handout of printed.flatMap(handoutsOf)) papers.set(handout.file, await read(handout))
}, printed.length * 600_000)
afterAll(async () => {
  for (const { pdf } of papers.values()) await pdf.loadingTask.destroy()
})

/** By the command itself, a deck at a time. */
async function made(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { root, lecture, lang, kinds } of printed) await command('--course', root, '--lecture', lecture, '--lang', lang, '--kind', kinds.join(','))
}

function command(...asked: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(houseRoot, 'bootstrap.mjs'), 'handouts', ...asked, '--out', folder], { cwd: houseRoot, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => { said += chunk })
    child.on('error', reject)
    child.on('close', code => code === 0 ? resolve() : reject(new Error(`handouts ended with exit code ${code}:\n${said}`)))
  })
}

async function read(handout: Handout): Promise<Paper> {
  const file = readFileSync(join(folder, handout.file))
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false, isEvalSupported: false }).promise
  const found: Omit<Paper, 'text' | 'outline'> = { handout, raw: file.toString('latin1'), bytes: file.byteLength, pdf, pages: [], sizes: [], structured: 0, fonts: [] }
  const fonts = new Map<string, Paper['fonts'][number]>()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [, , width = 0, height = 0] = page.view
    found.sizes.push([width, height])
    const { items } = await page.getTextContent()
    found.pages.push(squeezed(items.map(item => 'str' in item ? item.str : '').join('')))
    if (await page.getStructTree()) found.structured++
    await page.getOperatorList()
    for (const name of new Set(items.flatMap(item => 'fontName' in item ? [item.fontName] : []))) {
      if (!page.commonObjs.has(name)) continue
      const font = page.commonObjs.get(name) as { name: string, isType3Font?: boolean, missingFile?: boolean, data?: unknown }
      fonts.set(font.name, { name: font.name, isType3: Boolean(font.isType3Font), isEmbedded: !font.missingFile })
    }
    page.cleanup()
  }
  return { ...found, text: found.pages.join(''), outline: titles(await pdf.getOutline()), fonts: [...fonts.values()] }
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>
const titles = (outline: Outline): string[] => (outline ?? []).flatMap(({ title, items }) => [title, ...titles(items as Outline)])

const exerciseName = (number: number, lang: Language) => lang === 'zh' ? `练习${number}` : `Exercise ${number}`

/** So many slides or exercises stand on a page at the most, and so many pages are enough. */
const kinds: Record<HandoutKind, { aPage: number, most: number }> = {
  slides: { aPage: 3, most: 30 },
  lecturer: { aPage: 3, most: 34 },
  screen: { aPage: 1, most: 44 },
  digest: { aPage: 60, most: 5 },
  worksheet: { aPage: 4, most: 24 },
  key: { aPage: 4, most: 20 },
}

it('every handout that was asked for is there', () => {
  expect(papers.size).toBe(printed.reduce((sum, { kinds }) => sum + kinds.length, 0))
  expect(papers.size).toBeGreaterThan(0)
})

describe.each(printed.flatMap(deck => deck.kinds.map(kind => [`${deck.lecture}.${deck.lang}.${kind}`, deck, kind] as const)))('%s', (_, deck, kind) => {
  const one = () => paper(deck, kind)
  const { course, lang } = deck
  const exercises = exercisesOf(deck)
  const cite = words(course.syllabus.cite[lang])

  // Points: A4, or a canvas of 980 × 551 at 96 to the inch.
  const [wide, high] = kind === 'screen' ? [735, 413.4] : [595.28, 841.89]
  it(kind === 'screen' ? 'is 16:9, every page' : 'is A4, every page', () => {
    for (const [width, height] of one().sizes) {
      expect(Math.abs(width - wide), `${width} × ${height}`).toBeLessThan(1.5)
      expect(Math.abs(height - high), `${width} × ${height}`).toBeLessThan(1.5)
    }
  })
  it('has as many pages as one would carry', () => {
    expect(one().pdf.numPages).toBeGreaterThanOrEqual(Math.ceil(one().handout.contents.length / kinds[kind].aPage))
    expect(one().pdf.numPages).toBeLessThanOrEqual(kinds[kind].most)
  })
  it('is under 5 MB', () => expect(one().bytes).toBeLessThan(5_000_000))
  it('is tagged', async () => {
    expect((await one().pdf.getMarkInfo())?.Marked).toBe(true)
    expect(one().structured).toBe(one().pdf.numPages)
    expect(one().raw).toContain('/StructTreeRoot')
  })
  it('has an outline', () => {
    const wantedTitles = isOfDeck(kind)
      ? deckOf(deck).slides.filter(({ headline }) => headline).map(({ headline }) => words(headline.replace(/<[^>]*>/g, '')))
      : kind === 'digest'
        ? digestsOf(course, deck.lecture).flatMap(({ sections }) => sections.map(({ title }) => words(title[lang])))
        : exercises.map(({ item }) => words(item.prompt[lang]))
    const there = one().outline.map(squeezed)
    expect(wantedTitles.filter(title => !there.some(line => line.includes(title)))).toEqual([])
  })
  it('says its title and its language', async () => {
    const { info } = await one().pdf.getMetadata() as { info: { Title?: string, Language?: string } }
    expect(squeezed(info.Title ?? '')).toContain(squeezed(one().handout.title.split(' · ')[0]!))
    expect(info.Language ?? /\/Lang\s*\(([^)]*)\)/.exec(one().raw)?.[1]).toMatch(lang === 'zh' ? /^zh/ : /^en/)
  })
  it('has its fonts embedded by name, none as Type 3', () => {
    expect(one().raw).not.toMatch(/\/Subtype\s*\/Type3/)
    expect(one().fonts.length).toBeGreaterThan(2)
    expect(one().fonts.filter(({ isType3, isEmbedded, name }) => isType3 || !isEmbedded || !/^(?:[A-Z]{6}\+)?[A-Za-z][\w-]{3,}$/.test(name))).toEqual([])
    const names = one().fonts.map(({ name }) => name).join(' ')
    expect(names).toMatch(/Serif/)
    expect(names).toMatch(/Sans/)
  })
  if (kind === 'screen') it('has one slide a page, in their order', () => {
    const { slides } = deckOf(deck)
    expect(one().pdf.numPages).toBeGreaterThanOrEqual(slides.length)
    slides.forEach(({ headline }, index) => { expect(one().pages[index], `page ${index + 1}`).toContain(words(headline.replace(/<[^>]*>/g, '')).slice(0, 24)) })
  })
  else it('says on every page how to cite it, which version it is, and which page of how many', () => {
    const total = one().pdf.numPages
    one().pages.forEach((page, index) => {
      expect(page, `page ${index + 1}: how to cite`).toContain(cite)
      expect(page, `page ${index + 1}: version`).toContain(squeezed(lang === 'zh' ? `第 ${course.syllabus.version} 版` : `version ${course.syllabus.version}`))
      expect(page, `page ${index + 1}: its number`).toContain(`${index + 1}/${total}`)
    })
  })
  if (isOfDeck(kind)) it('says in full where the statements of its slides stand: the foot of a slide is one line', () => {
    const feet = deckOf(deck).slides.flatMap(({ content }) => [...(content.split('::foot::')[1] ?? '').matchAll(/<Cite claim="([^"/]+)/g)].map(([, source]) => source!))
    const pages = kind === 'screen' ? one().pages.slice(deckOf(deck).slides.length).join('') : one().text
    expect([...new Set(feet)].filter(source => !pages.includes(squeezed(words(course.sources[source]!.short[lang]))))).toEqual([])
    expect(feet.length).toBeGreaterThan(0)
  })
  if (kind === 'screen') it('ends with sheets that say what they are and which they are, none of them empty or nearly so', () => {
    const after = one().pages.slice(deckOf(deck).slides.length)
    expect(after.length).toBeGreaterThan(0)
    const longest = Math.max(...after.map(page => page.length))
    after.forEach((page, index) => {
      const number = deckOf(deck).slides.length + index + 1
      expect(page, `page ${number}: its number`).toContain(`${number}/${one().pdf.numPages}`)
      expect(page, `page ${number}: its head`).toContain(lang === 'zh' ? '各页出处' : squeezed('Where each slide’s statements stand'))
      expect(page.length, `page ${number} beside the fullest`).toBeGreaterThan(longest / 2)
    })
  })
  if (kind !== 'screen') it('has no empty page', () => {
    // What stands in the margins of every page is no content.
    const margins = Math.min(...one().pages.map(page => page.length - page.replace(cite, '').length)) + squeezed(one().handout.title).length + words(course.syllabus.title[lang]).length + 12
    one().pages.forEach((page, index) => expect(page.length - margins, `page ${index + 1}: ${page.slice(0, 60)}`).toBeGreaterThan(60))
  })
  if (kind !== 'screen') it('names everything it prints', () => {
    const { contents } = one().handout
    const numbered = (index: number) => squeezed(isOfDeck(kind) ? lang === 'zh' ? `第 ${index + 1} 页` : `Slide ${index + 1}` : exerciseName(index + 1, lang))
    if (kind === 'digest') {
      // Of a claim its beginning or its end: it may go over to the next page. Where words join it to the one above, its first letter may be small.
      const text = one().text.toLowerCase()
      const ends = (id: string) => {
        const said = words((course.claims[id]!.reads ?? course.claims[id]!.says)[lang]).toLowerCase()
        return [said.slice(0, 16), said.slice(-16)]
      }
      expect(contents.filter(id => !ends(id).some(end => text.includes(end)))).toEqual([])
      return
    }
    for (const [index, id] of contents.entries()) expect(one().text, id).toContain(numbered(index))
    if (kind === 'worksheet' || kind === 'key') {
      expect(contents.length).toBe(exercises.length)
      const forms = Object.entries(course.models).filter(([id]) => kind === 'worksheet' && id.startsWith(`${deck.lecture}/`))
      for (const [id, { print }] of forms) expect(one().text, `the form of ${id}`).toContain(words(print.blank[lang]))
      return
    }
    // A slide's exercise by the number that it has on the worksheet.
    for (const { tags } of deckOf(deck).slides) for (const { name, attributes } of tags) if (name === 'Exercise') {
      expect(one().text, attributes['id']).toContain(squeezed(exerciseName(exercises.findIndex(({ item }) => item.id === attributes['id']) + 1, lang)))
    }
  })
})

/** The decks of which a kind is made; the kind as well. */
const decksWith = (kind: HandoutKind) => printed.filter(({ kinds }) => kinds.includes(kind)).map(deck => [`${deck.lecture}.${deck.lang}`, deck, kind] as const)

it('each kind is made of some deck', () => expect(handoutKinds.filter(kind => decksWith(kind).length === 0)).toEqual([]))

function partsOf(printed: Printed) {
  const { lang } = printed
  /** The first sentences of a part of the notes: enough to know it by, short enough to stand on one page. */
  const beginning = (part: string | undefined) => words((part ?? '').replace(/\s*\n\s*/g, lang === 'zh' ? '' : ' ')).slice(0, 36)
  return { lang, deck: deckOf(printed), exercises: exercisesOf(printed), beginning }
}

it.each(decksWith('slides'))('%s: students get what the lecturer says, and neither what is asked nor what is expected', (_, printed) => {
  const { deck, beginning } = partsOf(printed)
  const { text } = paper(printed, 'slides')
  for (const { id, note } of deck.slides) {
    expect(text, `${id}: say`).toContain(beginning(note.say))
    for (const part of ['ask', 'expect'] as const) if (note[part]) expect(text, `${id}: ${part}`).not.toContain(beginning(note[part]))
  }
})

it.each(decksWith('lecturer'))('%s: the lecturer gets all of the notes', (_, printed) => {
  const { deck, beginning } = partsOf(printed)
  const { text } = paper(printed, 'lecturer')
  for (const { id, note } of deck.slides) for (const part of ['say', 'ask', 'expect', 'next'] as const) if (note[part]) expect(text, `${id}: ${part}`).toContain(beginning(note[part]))
})

it.each([...decksWith('slides'), ...decksWith('lecturer'), ...decksWith('screen')])('%s: every slide is shown', (_, printed, kind) => {
  const { deck } = partsOf(printed)
  for (const { id, headline } of deck.slides) if (headline) expect(paper(printed, kind).text, `${kind} ${id}`).toContain(words(headline.replace(/<[^>]*>/g, '')).slice(0, 24))
})

it.each(decksWith('worksheet'))('%s: the worksheet asks everything', (_, printed) => {
  const { exercises, lang } = partsOf(printed)
  for (const { item } of exercises) expect(paper(printed, 'worksheet').text, item.id).toContain(words(item.prompt[lang]))
})

it.each(decksWith('worksheet'))('%s: the worksheet holds no answer: neither feedback, nor hint, nor the mark of a solution', (_, printed) => {
  const { exercises, lang } = partsOf(printed)
  const { text, raw } = paper(printed, 'worksheet')
  for (const { item, key } of exercises) {
    for (const { id, says } of key.feedback) expect(text, `${item.id}: ${id}`).not.toContain(words(says[lang]).slice(0, 30))
    expect(text, `${item.id}: hint`).not.toContain(words(item.hint[lang]).slice(0, 30))
  }
  for (const { item, key } of exercises) {
    // What is printed of this exercise: from its question to the next question, or to the forms of the models.
    const from = text.indexOf(words(item.prompt[lang])) + words(item.prompt[lang]).length
    const others = [...exercises.map(other => other.item.prompt), ...Object.values(printed.course.models).map(({ title }) => title)]
    const next = others.map(other => text.indexOf(words(other[lang]), from)).filter(at => at > from)
    const there = text.slice(from, next.length ? Math.min(...next) : undefined)
    const forms = key.kind === 'text' ? key.solution : key.kind === 'cloze' ? Object.values(key.solution).flat() : []
    for (const form of forms.map(words).filter(form => /\p{Script=Han}{2}/u.test(form) || form.length > 4)) expect(there, `${item.id}: ${form}`).not.toContain(form)
  }
  expect(text).not.toMatch(lang === 'zh' ? /参考答案|可接受|若有人说/ : /Accepted:|Ifsomeonesays|Theanswer/)
  expect(raw).not.toContain('partClaims')
})

it.each(decksWith('key'))('%s: the key holds every answer and every feedback', (_, printed) => {
  const { exercises, lang } = partsOf(printed)
  const { text } = paper(printed, 'key')
  for (const { item, key } of exercises) {
    for (const { id, says } of key.feedback) expect(text, `${item.id}: ${id}`).toContain(words(says[lang]).slice(0, 24))
    if (key.kind === 'text') expect(text, item.id).toContain(words(key.solution[0]!))
    if (key.kind === 'number') expect(text, item.id).toContain(String(key.solution))
  }
})

it.each([...decksWith('worksheet'), ...decksWith('key')])('%s: an exercise stands on one page, with all that is said of its answers', (_, printed, kind) => {
  const { exercises, lang } = partsOf(printed)
  const { pages } = paper(printed, kind)
  const pageOf = (text: string, from = 0) => pages.findIndex((page, index) => index >= from && page.includes(text))
  const begins = exercises.map(({ item }) => pageOf(words(item.prompt[lang])))
  // Feedback flows in two columns, where the words of one are not always together: its beginning is.
  const ends = exercises.map(({ key }, index) => Math.max(begins[index]!, ...kind === 'key' ? key.feedback.map(({ says }) => pageOf(words(says[lang]).slice(0, 20), begins[index])) : []))
  expect(begins).not.toContain(-1)
  exercises.forEach(({ item }, index) => {
    // One that is longer than a page begins it, and goes over.
    const isAlone = begins.filter(page => page === begins[index]).length === 1
    if (!isAlone) expect(ends[index], item.id).toBe(begins[index])
  })
  // Of those that could stand alone, some share a page: paper is dear.
  expect(pages.length).toBeLessThan(exercises.length)
})

it.each(decksWith('slides'))('%s: two slides a page', (_, printed) => {
  const { slides } = deckOf(printed)
  const { pages } = paper(printed, 'slides')
  const guessed = slides.filter(({ tags }) => tags.some(({ name, attributes }) => name === 'Exercise' && printed.course.exercises[attributes['id']!]?.item.before))
  expect(pages.length).toBeLessThanOrEqual(Math.ceil((slides.length + guessed.length) / 2))
  expect(pages.length).toBeGreaterThanOrEqual(Math.ceil(slides.length / 2))
  // What is to be guessed is not printed above the slide that shows it.
  for (const { number } of guessed) {
    const shows = slides[number]
    if (!shows?.headline) continue
    const asked = pages.findIndex(page => page.includes(printed.lang === 'zh' ? `第${number}页` : `Slide${number}`))
    expect(pages[asked], `slide ${number}`).not.toContain(words(shows.headline).slice(0, 20))
  }
})

it.each(decksWith('lecturer'))('%s: words come out of the file in the order in which they are read', (_, printed) => {
  const { deck, lang } = partsOf(printed)
  // A sentence that runs over several lines of a column.
  const sentence = words(deck.slides[1]!.note.say!.replace(/\s*\n\s*/g, lang === 'zh' ? '' : ' '))
  expect(sentence.length).toBeGreaterThan(100)
  expect(paper(printed, 'lecturer').text).toContain(sentence)
})
