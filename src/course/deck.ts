import { parse as parseTemplate, type ElementNode, type TemplateChildNode } from '@vue/compiler-dom'
import { parseSync } from '@slidev/parser/core'
import type { Deck, Slide, Tag } from '#schema'
import { deckName } from './names.ts'
import { noteOf } from './note.ts'

/** What Slidev's parser cannot read at all: a head matter with `x: *nowhere`. */
export class UnreadableDeck extends Error { override name = 'UnreadableDeck' }

function parsedBySlidev(markdown: string, path: string) {
  try { return parseSync(markdown, path) }
  catch (error) { throw new UnreadableDeck(error instanceof Error ? error.message : String(error), { cause: error }) }
}

/** Reads a deck with Slidev's own parser. What Slidev would swallow shows as an odd slide, which `verify` names. Throws UnreadableDeck. */
export function readDeck(markdown: string, path: string): Deck {
  const name = deckName(path)
  if (!name) throw new Error(`${path}: expected a deck named <lecture>.en.md or <lecture>.zh.md`)
  const parsed = parsedBySlidev(markdown, path)
  const headmatter = parsed.slides[0]?.frontmatter ?? {}
  const lines = markdown.split(/\r?\n/)
  /** The parser trims content: the line, 1-based, on which a slide's first word stands. */
  const contentLine = (from: number) => 1 + Math.max(from, lines.findIndex((line, index) => index >= from && line.trim() !== ''))
  return {
    ...name, path, headmatter,
    draft: headmatter['draft'] === true,
    slides: parsed.slides.map((slide, index): Slide => ({
      id: String(slide.frontmatter['routeAlias'] ?? ''),
      number: index + 1,
      layout: String(slide.frontmatter['layout'] ?? ''),
      headline: headlineOf(slide.content),
      content: slide.content,
      frontmatter: slide.frontmatter,
      ...given(slide.frontmatter),
      tags: tagsOf(slide.content, contentLine(slide.contentStart)),
      note: noteOf(slide.note ?? ''),
      line: slide.start + 1,
      ...(typeof slide.frontmatter['src'] === 'string' ? { src: slide.frontmatter['src'] } : {}),
    })),
  }
}

const given = ({ speaker, optional, do: does }: Record<string, unknown>): Pick<Slide, 'speaker' | 'optional' | 'does'> => ({
  ...typeof speaker === 'string' ? { speaker } : {},
  ...optional === true ? { optional } : {},
  ...typeof does === 'string' ? { does } : {},
})

/**
 * The first heading as words, `# …` or `<h1 class="long">…</h1>`, by which a slide is named; breaks and spans set it and say nothing.
 *
 *     "# A road,<br>whose rules?"    => "A road, whose rules?"
 *     "# 一条路，<br>由谁来治理？"       => "一条路，由谁来治理？"
 */
function headlineOf(content: string): string {
  const [, marked, tagged] = /^#\s+(.+)$|^<h1\b[^>]*>(.+?)<\/h1>/m.exec(content) ?? []
  const heading = marked ?? tagged ?? ''
  const isHan = /\p{Script=Han}/u.test(heading)
  const lines = heading.split(/\s*<br\s*\/?>\s*/).map(line => line.replace(/<[^>]*>/g, ''))
  return lines.reduce((all, line) => `${all}${isHan && /[\p{Script=Han}\p{P}]$/u.test(all) ? '' : ' '}${line}`).trim()
}

/** Every component a slide uses, with its attributes and line; code fences and comments hold none. */
export function tagsOf(content: string, firstLine: number): Tag[] {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ')
  const visible = content.replace(/^(```+|~~~+)[\s\S]*?^\1/gm, blank).replace(/`[^`\n]*`/g, blank).replace(/<!--[\s\S]*?-->/g, blank)
  const tags: Tag[] = []
  const visit = (node: TemplateChildNode) => {
    if (node.type !== 1) return
    const element = node as ElementNode
    if (/^[A-Z]|-/.test(element.tag)) {
      const attributes: Record<string, string> = {}
      for (const prop of element.props) {
        if (prop.type === 6) attributes[prop.name] = prop.value?.content ?? ''
        else if (prop.name === 'bind' && prop.arg && 'content' in prop.arg) attributes[`:${prop.arg.content}`] = prop.exp && 'content' in prop.exp ? prop.exp.content : ''
      }
      tags.push({ name: element.tag, attributes, line: firstLine + element.loc.start.line - 1 })
    }
    element.children.forEach(visit)
  }
  parseTemplate(visible, { onError: () => {}, comments: false }).children.forEach(visit)
  return tags
}
