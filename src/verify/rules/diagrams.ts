import type { Problem } from '#course'
import { diagramSteps, formOf, laid, mermaidText, roofed, scaled } from '#models'
import { languages } from '#schema'
import { elementsOf } from '../markup.ts'
import { defineRule } from '../rule.ts'

export const diagrams = defineRule({
  name: 'diagrams',
  description: 'Mermaid reads every diagram: the fences of the decks, and each step of each framework and of each of its domains in both languages; what is laid by hand says of each box where it stands, and each line finds a way; what a tag draws as a road under a roof has those who stand there.',
  async check(course, context) {
    const problems: Problem[] = []
    let checked = 0
    const parse = async (text: string, place: { path: string, line: number }, what: string) => {
      checked++
      const refusal = await context.refusal(text)
      if (refusal) problems.push({ ...place, message: `${what}: ${refusal}` })
    }
    for (const deck of course.decks)
      for (const slide of deck.slides)
        for (const { tag, attributes, fence, line } of elementsOf(slide, deck, context.files)) {
          if (fence !== undefined) await parse(fence, { path: deck.path, line }, 'mermaid does not read this diagram')
          const framework = tag === 'Framework' && attributes['as'] === 'roof' ? course.frameworks[attributes['id'] ?? ''] : undefined
          if (!framework) continue
          checked++
          try { roofed(framework) }
          catch (error) { problems.push({ path: deck.path, line, message: `<Framework id="${attributes['id']}">: ${(error as Error).message}` }) }
        }
    for (const [id, framework] of Object.entries(course.frameworks)) {
      const nodes = Object.keys(framework.nodes)
      const domains = Object.keys(framework.domains ?? {})
      // What does not hang together is reported by `ids`, and cannot be drawn.
      if (Object.values(framework.edges).some(({ from, to, domain }) => !nodes.includes(from) || !nodes.includes(to) || (domain !== undefined && !domains.includes(domain))) || (framework.layout === 'triangle' && nodes.length < 3)) continue
      for (const lang of languages) {
        for (const domain of [undefined, ...domains]) {
          const form = formOf(framework)
          if (lang === 'en' && (form === 'laid' || form === 'scale')) {
            checked++
            try { form === 'laid' ? laid(framework, lang, { domain }) : scaled(framework, lang) }
            catch (error) { problems.push({ ...course.place('frameworks', id), message: `it cannot be laid by hand: ${(error as Error).message}` }) }
          }
          for (const step of [undefined, ...diagramSteps(framework, { domain }).map((_, index) => index + 1)])
            await parse(mermaidText(framework, lang, step, { domain }), course.place('frameworks', id), `mermaid does not read what is drawn from it (${[lang, domain, step && `step ${step}`].filter(Boolean).join(', ')})`)
        }
      }
    }
    return { checked, problems }
  },
})
