import type { Problem } from '#course'
import { speakerName, withoutYear } from '#course/speakers'
import { isOwnSpeaker, type Deck, type Slide, type Source } from '#schema'
import { sourceOf } from '../article.ts'
import { defineRule } from '../rule.ts'

/** What is asked or listed there asserts nothing. */
const free = ['opening', 'question', 'exercise', 'discussion', 'references']

export const speaker = defineRule({
  name: 'speaker',
  description: `Every slide that asserts says whose the assertion is (\`speaker\`: the id of a source, \`course\` or \`open\`); ${free.join(', ')} may. Where a source speaks, something of it is cited, and another source that is cited is named in the text of the slide. Decks that say \`draft: true\` are free.`,
  allowsExceptions: true,
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const deck of course.decks) {
      if (deck.draft) continue
      for (const slide of deck.slides) {
        checked++
        const report = (message: string, line = slide.line) => { problems.push({ path: deck.path, line, message: `slide ${slide.number} "${slide.id}" ${message}` }) }
        const isSaid = (slide.frontmatter['speaker'] ?? undefined) !== undefined
        if (!isSaid && !free.includes(slide.layout)) report('does not say who speaks; expected `speaker:` with the id of a source, `course` or `open`')
        // What is said and is no source is reported by `tags`.
        const source = slide.speaker === undefined || isOwnSpeaker(slide.speaker) ? undefined : course.sources[slide.speaker]
        if (!source) continue
        const cites = slide.tags.flatMap(({ name, attributes, line }) => name === 'Cite' && attributes['claim'] ? [{ source: sourceOf(attributes['claim']), line }] : [])
        if (cites.length > 0 && !cites.some(cite => cite.source === slide.speaker)) report(`speaks for ${slide.speaker}, and cites nothing of it`)
        const text = wordsOf(slide)
        const told = new Set<string>()
        for (const cite of cites) {
          const other = course.sources[cite.source]
          if (cite.source === slide.speaker || !other || told.has(cite.source) || namesOf(cite.source, course.sources, deck).some(name => text.includes(name.toLowerCase()))) continue
          told.add(cite.source)
          report(`speaks for ${slide.speaker} and cites ${cite.source} without naming it; where the voice changes the text says so ("${speakerName(cite.source, course.sources, deck.lang)}"), or the speaker is course or open`, cite.line)
        }
      }
    }
    return { checked, problems }
  },
})

/** What readers see of a slide's own words: its citations name their sources by themselves, and do not count. */
const wordsOf = ({ content }: Slide) => content.replace(/<!--[\s\S]*?-->/g, ' ').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').toLowerCase()

/** By what a text may call a source: as the running head does, as a citation does, by an author, by its title or where it appeared. */
function namesOf(id: string, sources: Readonly<Record<string, Source>>, { lang }: Deck): string[] {
  const { short, issued, author, title, container } = sources[id]!
  const titles = lang === 'en' ? [title.en, container?.en] : [title.native, container?.native]
  return [
    speakerName(id, sources, lang), short[lang], withoutYear(short[lang], issued),
    ...author.flatMap(({ native, latin }) => lang === 'en' ? [latin.family] : [native ?? latin.family]), ...titles,
  ].flatMap(name => name ? [name] : [])
}
