import type { Problem } from '#course'
import { didYouMean } from '#course/letter'
import { taskMinutes } from '#course/time'
import { languages, type Deck, type Language, type Slide } from '#schema'
import { defineRule } from '../rule.ts'

/** Attributes that say something to a reader, in her language. */
const worded = /^:?(?:aria-.*|alt|title|label|caption|class|style|lang)$/

export const parity = defineRule({
  name: 'parity',
  description: 'Every slide has a routeAlias, unique in its deck, as its id; both languages have the same ids and layouts in the same order, and on each slide the same speaker, time, tags, exercises and citations. Decks that say `draft: true` are free.',
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const deck of course.decks) {
      deck.slides.forEach((slide, index) => {
        checked++
        if (!slide.id) problems.push({ path: deck.path, line: slide.line, message: `slide ${slide.number} has no routeAlias; it is the slide's id and its address` })
        else if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slide.id)) problems.push({ path: deck.path, line: slide.line, message: `routeAlias: read "${slide.id}", expected a slug such as "three-vertices"` })
        const twin = deck.slides.findIndex(other => other.id === slide.id)
        if (slide.id && twin < index) problems.push({ path: deck.path, line: slide.line, message: `routeAlias "${slide.id}" is there twice: slide ${twin + 1} has it as well` })
      })
    }
    for (const lecture of new Set(course.decks.map(deck => deck.lecture))) {
      const decks = languages.map(lang => course.decks.find(deck => deck.lecture === lecture && deck.lang === lang))
      const here = decks.find(deck => deck !== undefined)!
      const missing = languages.filter((_, index) => !decks[index])
      if (decks.some(deck => deck?.draft)) {
        if (decks.some(deck => deck && !deck.draft)) problems.push({ path: decks.find(deck => deck && !deck.draft)!.path, line: 1, message: 'only the other language is a draft; both are, or none is' })
        continue
      }
      if (missing.length > 0) { problems.push({ path: here.path, line: 1, message: `there is no slides/${lecture}.${missing[0]}.md` }); continue }
      compare(decks[0]!, decks[1]!, problems)
    }
    return { checked, problems }
  },
})

function compare(en: Deck, zh: Deck, problems: Problem[]) {
  const report = (deck: Deck, slide: Slide, message: string) => { problems.push({ path: deck.path, line: slide.line, message }) }
  const [inEnglish, inChinese] = [en.slides.map(slide => slide.id), zh.slides.map(slide => slide.id)]
  for (const [deck, ids, other, known] of [[en, inEnglish, zh, inChinese], [zh, inChinese, en, inEnglish]] as const)
    for (const slide of deck.slides) if (slide.id && !known.includes(slide.id)) report(deck, slide, `slide "${slide.id}" is not in ${other.path}${didYouMean(slide.id, known.filter(id => !ids.includes(id)))}`)
  const shared = inEnglish.filter(id => inChinese.includes(id))
  const order = inChinese.filter(id => inEnglish.includes(id))
  const stray = shared.findIndex((id, index) => order[index] !== id)
  if (stray >= 0) {
    report(zh, zh.slides.find(slide => slide.id === order[stray])!, `slide "${order[stray]}" stands where ${en.path} has "${shared[stray]}"; the order is the same in both`)
    return
  }
  for (const id of shared) {
    const [mine, theirs] = [en, zh].map(deck => deck.slides.find(slide => slide.id === id)!) as [Slide, Slide]
    if (mine.layout !== theirs.layout) report(zh, theirs, `slide "${id}" has the layout "${theirs.layout}", in ${en.path} "${mine.layout}"`)
    for (const [field, here, there] of [
      ['speaker', mine.speaker, theirs.speaker], ['optional', mine.optional, theirs.optional],
      ['do', toldIn(mine, 'en'), toldIn(theirs, 'zh')],
    ] as const) if (here !== there) report(zh, theirs, `slide "${id}" has ${field}: ${there ?? 'nothing'}, in ${en.path} ${here ?? 'nothing'}`)
    const [left, right] = [tagsOn(mine), tagsOn(theirs)]
    const names = [...new Set([...left.keys(), ...right.keys()])].filter(name => (left.get(name) ?? 0) !== (right.get(name) ?? 0))
    for (const name of names) {
      const [here, there] = [left.get(name) ?? 0, right.get(name) ?? 0]
      const [less, slide, more] = here < there ? [en, mine, zh] as const : [zh, theirs, en] as const
      report(less, slide, `slide "${id}" has ${name} ${times(Math.min(here, there))}, in ${more.path} ${times(Math.max(here, there))}`)
    }
  }
}

/** What the class does, as far as it is the same in both languages: that it does something, and for how long. */
const toldIn = ({ does }: Slide, lang: Language) => does ? `a task of ${taskMinutes(does, lang)} minutes` : undefined

const times = (count: number) => ['not at all', 'once', 'twice'][count] ?? `${count} times`

/** `<Cite claim="a/b">` -> how often; words for readers do not count. */
function tagsOn(slide: Slide): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name, attributes } of slide.tags) {
    const told = Object.entries(attributes).filter(([attribute]) => !worded.test(attribute)).sort(([a], [b]) => a < b ? -1 : 1)
    const tag = `<${[name, ...told.map(([attribute, value]) => `${attribute}="${value}"`)].join(' ')}>`
    counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return counts
}
