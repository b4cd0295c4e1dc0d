import { type DiagramWay, diagramSteps, formOf } from '#models'
import type { Language } from '#schema'
import type { Course } from './course.ts'
import { drawingText, stepMeant } from './drawing.ts'
import { frameworksDrawn } from './frameworks-drawn.ts'
import { withTextsRendered } from './inline.ts'

/** One picture that a deck or a practice page shows: of which framework, and the text mermaid draws it from. */
export interface Drawing { framework: string, lang: Language, domain?: string | undefined, step?: number | undefined, text: string }

/** "corridor/stages (en, step 2)" */
export const drawingName = ({ framework, lang, domain, step }: Drawing) => `${framework} (${[lang, domain && `domain ${domain}`, step && `step ${step}`].filter(Boolean).join(', ')})`

/** Every picture that the `<Framework>` tags of a deck can show (a step that is bound, `:step="$clicks + 1"`, can be any), and those of the practice page. */
export function drawingsOf(course: Course, lecture: string, lang: Language): Drawing[] {
  const tags = course.decks.filter(deck => deck.lecture === lecture && deck.lang === lang).flatMap(deck => deck.slides.flatMap(slide => slide.tags))
    .filter(({ name }) => name === 'Framework')
  const drawings = new Map<string, Drawing>()
  const add = (drawing: Drawing) => { if (!drawings.has(drawing.text)) drawings.set(drawing.text, drawing) }
  for (const { attributes } of tags) {
    const id = attributes['id'] ?? ''
    if (!course.frameworks[id] || formOf(course.frameworks[id], attributes['as']) !== 'mermaid') continue // what is not there, `ids` says
    const framework = withTextsRendered(course.frameworks[id])
    const domains = ':domain' in attributes ? [undefined, ...Object.keys(framework.domains ?? {})] : [attributes['domain']]
    for (const domain of domains) {
      const way: DiagramWay = { ...(domain === undefined ? {} : { domain }), ...(attributes['by'] === 'sides' ? { by: 'sides' } : {}) }
      const all = diagramSteps(framework, way)
      const said = attributes['step']
      const steps = ':step' in attributes ? [undefined, ...all.keys()].map(index => index === undefined ? undefined : index + 1)
        : [said === undefined || said === '' || said === 'failures' ? undefined : stepMeant(all, said)]
      for (const step of steps) {
        if (Number.isNaN(step)) continue // the tag itself says so
        add({ framework: id, lang, domain, step, text: drawingText(framework, lang, step, way) })
      }
    }
  }
  for (const id of frameworksDrawn(course, lecture)) add({ framework: id, lang, text: drawingText(withTextsRendered(course.frameworks[id]!), lang) })
  return [...drawings.values()]
}
