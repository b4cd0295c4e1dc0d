import type { Problem } from '#course'
import { labelledTags } from '#course/tags'
import { languages } from '#schema'
import { type Element, elementsOf } from '../markup.ts'
import { isMentioned } from '../mentioned.ts'
import { defineRule } from '../rule.ts'

export const textEquivalent = defineRule({
  name: 'text-equivalent',
  description: 'Whoever cannot see a picture is told what it shows: each framework and each route is described, each figure, drawing, diagram and image on a slide is named in words.',
  check(course, context) {
    const problems: Problem[] = []
    let checked = 0
    for (const [id, framework] of Object.entries(course.frameworks)) {
      for (const lang of languages) {
        checked++
        const untold = Object.values(framework.nodes).filter(node => !isMentioned(node.names[lang], framework.describes[lang], lang))
        if (untold.length > 0) problems.push({ ...course.place('frameworks', id, ['describes', lang]), message: `does not mention ${untold.map(node => `"${node.names[lang]}"`).join(', ')}; say what stands where and what passes between` })
      }
    }
    for (const [id, { describes, vertices }] of Object.entries(course.routes)) {
      for (const lang of languages) {
        checked++
        const told = describes[lang].toLowerCase()
        const untold = [vertices[0]!, vertices.at(-1)!].flatMap(vertex => course.places[vertex]?.names[lang] ?? []).filter(name => !told.includes(name.toLowerCase()))
        if (untold.length > 0) problems.push({ ...course.place('routes', id, ['describes', lang]), message: `does not mention ${untold.map(name => `"${name}"`).join(', ')}; say from where to where it runs` })
      }
    }
    for (const deck of course.decks) {
      for (const slide of deck.slides) {
        const elements = elementsOf(slide, deck, context.files)
        for (const element of elements) {
          if (wantsLabel(element)) {
            checked++
            if (!['label', ':label'].some(name => element.attributes[name]?.trim())) problems.push({ path: deck.path, line: element.line, message: `<${element.tag}> has no words beside it: give it label="…", what there is to see` })
            continue
          }
          const isPicture = (each: Element) => each.attributes['role'] === 'img' || pictures.includes(each.tag)
          if (!isPicture(element) || element.parents.some(parent => parent.attributes['role'] === 'img')) continue
          checked++
          const missing = lacks(element, elements)
          if (missing) problems.push({ path: deck.path, line: element.line, message: missing })
        }
      }
    }
    return { checked, problems }
  },
})

/** A table or a list says every value; what to see in them is said by who draws it. */
const wantsLabel = ({ tag }: Element) => labelledTags.some(name => name.toLowerCase() === tag.toLowerCase())

const pictures = ['svg', 'mermaid', 'img', 'Mermaid', 'video', 'iframe', 'canvas', 'object']

const isNamed = ({ attributes }: Element) => ['aria-label', ':aria-label', 'aria-labelledby', 'aria-describedby'].some(name => attributes[name]?.trim())
const isHidden = ({ attributes }: Element) => attributes['aria-hidden'] === 'true'

function lacks(element: Element, all: Element[]): string | undefined {
  const around = [element, ...element.parents]
  if (around.some(isHidden)) return undefined
  if (element.tag === 'img') {
    const alt = element.attributes['alt'] ?? element.attributes[':alt']
    return alt?.trim() || element.parents.some(isNamed) ? undefined : 'this image has no words beside it: give it alt="…", or aria-hidden="true" where it only decorates'
  }
  const inside = all.filter(other => other.parents.includes(element))
  const hasCaption = (figure: Element) => figure.tag === 'figure' && all.some(other => other.tag === 'figcaption' && other.text && other.parents.includes(figure))
  if (around.some(isNamed) || around.some(hasCaption)) return undefined
  if (inside.some(other => other.tag === 'title' && other.text)) return undefined
  if (element.tag === 'mermaid' && /^\s*accDescr\b/m.test(element.fence ?? '')) return undefined
  return element.tag === 'mermaid' ? 'this diagram has no words beside it: put it into <figure role="img" aria-label="…">' : `<${element.tag}> has no words beside it: give it aria-label="…"`
}
