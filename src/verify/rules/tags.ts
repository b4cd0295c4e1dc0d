import { parserOptions } from '@vue/compiler-dom'
import type ts from 'typescript'
import type { Course, Problem } from '#course'
import { didYouMean, nearest } from '#course/letter'
import { declarationOf } from '#course/tags'
import { widthOf } from '#models'
import { ownSpeakers, type Deck, type Language, type Slide } from '#schema'
import { elementsOf, tagFaults } from '../markup.ts'
import { type Context, defineRule } from '../rule.ts'

/** Slidev's own tags and Vue's. Left out: those that call a server (Tweet, Youtube, BlueSky, PlantUml) or run code (Monaco). */
const builtin = new Set([
  'Arrow', 'AutoFitText', 'CodeGroup', 'LightOrDark', 'Link', 'Mermaid', 'RenderWhen', 'SlideCurrentNo', 'SlidesTotal', 'SlidevVideo', 'Toc', 'Transform',
  'VAfter', 'VClick', 'VClickGap', 'VClicks', 'VDrag', 'VDragArrow', 'VSwitch', 'Transition', 'TransitionGroup', 'KeepAlive', 'Teleport', 'Suspense', 'Component', 'Slot', 'Template',
])

/** Any tag takes these; Vue puts them on the tag's root. */
const general = /^:?(?:class|style|key|ref|slot|is|id|title|lang|dir|role|tabindex|aria-.*|data-.*)$/

export const tags = defineRule({
  name: 'tags',
  description: 'Every tag in a deck is closed, is a component that exists and gets what it requires; layouts, slots, files and the head matter a deck needs are there, and what a slide says at its head is of the right kind; a headline has room: Slidev drops all of these in silence.',
  async check(course, context) {
    const problems: Problem[] = []
    let checked = 0
    const components = new Map<string, Map<string, boolean>>()
    for (const [name, text] of context.house.components) {
      const props = context.kept.find<[string, boolean][]>('attributes', text) ?? [...await propsOf(text)]
      context.kept.keep('attributes', text, props)
      components.set(name, new Map(props))
    }
    const names = [...components.keys(), ...builtin]
    for (const deck of course.decks) {
      problems.push(...headmatter(deck, context))
      checked++
      for (const slide of deck.slides) {
        const report = (message: string, line = slide.line) => { problems.push({ path: deck.path, line, message }) }
        checked++
        if (!slide.layout) report(`slide ${slide.number} "${slide.id}" names no layout; there is: ${[...context.house.layouts.keys()].join(', ')}`)
        else if (!context.house.layouts.has(slide.layout)) report(`no layout "${slide.layout}" in layouts/${didYouMean(slide.layout, [...context.house.layouts.keys()])}`)
        const layout = context.house.layouts.get(slide.layout)
        for (const [, slot] of slide.content.matchAll(/^::([A-Za-z][\w-]*)::\s*$/gm)) {
          checked++
          if (layout !== undefined && !layout.includes(`name="${slot}"`)) report(`the layout "${slide.layout}" has no slot "${slot}": what stands under ::${slot}:: would not be shown`)
        }
        if (slide.src !== undefined) {
          checked++
          const file = slide.src.replace(/#.*$/, '').replace(/^\.?\//, '')
          if (!context.house.beside.includes(file)) report(`src: no file slides/${file}${didYouMean(file, context.house.beside)}`)
        }
        problems.push(...frontmatter(slide, deck, course, context), ...headline(slide, deck, context))
        for (const { line, message } of tagFaults(slide, deck, context.files)) report(message, line)
        for (const { tag, attributes, line } of elementsOf(slide, deck, context.files)) {
          const upper = tag[0]!.toUpperCase() + tag.slice(1)
          const declared = tag !== upper && !tag.includes('-') ? declarationOf(upper) : undefined
          const [own] = declared?.shows ?? declared?.lists ?? []
          const misspelt = declared && (!parserOptions.isNativeTag!(tag) || own !== undefined && own !== 'id' && attributes[own] !== undefined)
          if (misspelt) { report(`<${tag}> is not <${upper}>: tags of ours begin with a capital`, line); continue }
          if (tag === 'mermaid' || (parserOptions.isNativeTag!(tag) && !attributes['src'])) continue
          checked++
          if (attributes['src'] && !/^[a-z]+:/.test(attributes['src'])) {
            const served = attributes['src'].replace(/^\.?\//, '/').replace(/^(?!\/)/, '/')
            if (!context.house.served.includes(served)) report(`<${tag} src>: no file slides/public${served}${didYouMean(served, context.house.served)}`, line)
          }
          else if (attributes['src']) report(`<${tag} src="${attributes['src'].slice(0, 40)}">: no request leaves the machine; put the file into slides/public`, line)
          if (parserOptions.isNativeTag!(tag)) continue
          const name = tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
          if (['Tweet', 'Youtube', 'BlueSky', 'PlantUml', 'Monaco'].includes(name)) { report(`<${tag}> calls a server or runs code; no request leaves the machine`, line); continue }
          if (builtin.has(name)) continue
          const props = components.get(name)
          if (!props) { report(`no component <${tag}>${didYouMean(name, names)}`, line); continue }
          const given = Object.keys(attributes).map(camel)
          for (const [prop, required] of props) if (required && !given.includes(prop)) report(`<${tag}> wants the attribute "${prop}"`, line)
          for (const attribute of Object.keys(attributes))
            if (!general.test(attribute) && !props.has(camel(attribute))) report(`<${tag}> knows no attribute "${attribute}"${didYouMean(camel(attribute), [...props.keys()])}`, line)
        }
      }
    }
    return { checked, problems }
  },
})

/** What each deck says at its head; without `addons` every tag of ours is missing, and the build ends well all the same. */
const wanted: [field: string, isRight: (value: unknown, deck: Deck, house: Context['house']) => boolean, expected: (deck: Deck, house: Context['house']) => string][] = [
  ['addons', (value, _, { addon }) => Array.isArray(value) && value.includes(addon), (_, { addon }) => `addons: ['${addon}']; without it every tag of ours is silently missing`],
  ['lecture', (value, deck) => value === deck.lecture, deck => `lecture: ${deck.lecture}, as the file is called`],
  ['lang', (value, deck) => value === deck.lang, deck => `lang: ${deck.lang}, as the file is called`],
  ['theme', (value, _, { theme }) => value === theme.path, (_, { theme }) => `theme: ${theme.path}; there is said once what every deck says to Slidev`],
  ['mcp', value => value === false, () => 'mcp: false; by default Slidev opens a door through which slides can be edited'],
  ['routerMode', value => value === 'hash', () => 'routerMode: hash; a built deck works under any address'],
  ['favicon', value => typeof value === 'string' && !/^(?:[a-z]+:)?\/\//.test(value), () => 'favicon: a file of ours; by default Slidev fetches its own from a server'],
  ['selectable', value => value === true, () => 'selectable: true; by default no word of a slide can be selected, copied or read aloud'],
  ['titleTemplate', value => value === '%s', () => 'titleTemplate: \'%s\'; by default a window is called after Slidev'],
  ['title', value => typeof value === 'string' && value !== '', () => 'a title'],
  ['fonts.provider', value => value === 'none', () => 'fonts: { provider: none }; no request leaves the machine'],
  ['htmlAttrs.lang', (value, deck) => typeof value === 'string' && value.split('-')[0] === deck.lang, deck => `htmlAttrs: { lang: ${deck.lang} }; screen readers choose their voice by it`],
]

/** What may stand at the head of a slide, and of which kind it is; the rest of Slidev's fields are as Slidev wants them. */
const fieldKinds: Record<string, { kinds: string[], expected: string }> = {
  ...Object.fromEntries(['do', 'kind', 'speaker', 'title', 'layout', 'routeAlias', 'src', 'class'].map(field => [field, { kinds: ['string', 'number'], expected: 'a text' }])),
  clicks: { kinds: ['number'], expected: 'a number' },
  draft: { kinds: ['boolean'], expected: 'true, or no such line' },
  optional: { kinds: ['boolean'], expected: 'true, or no such line' },
}
/** https://sli.dev/custom/#frontmatter, and the head matter of a first slide. */
const slidevsFields = new Set(['clicksStart', 'disabled', 'hide', 'hideInToc', 'level', 'preload', 'transition', 'zoom', 'dragPos', 'name', 'image', 'background', 'backgroundSize', 'url'])

function frontmatter(slide: Slide, deck: Deck, { sources }: Pick<Course, 'sources'>, context: Context): Problem[] {
  const lines = (context.files.get(deck.path) ?? '').split('\n')
  const lineOf = (field: string) => {
    const found = lines.findIndex((line, index) => index >= slide.line - 1 && line.startsWith(`${field}:`))
    return found < 0 ? slide.line : found + 1
  }
  return Object.entries(slide.frontmatter).flatMap(([field, value]): Problem[] => {
    const known = fieldKinds[field]
    const say = (message: string) => [{ path: deck.path, line: lineOf(field), message: `${field}: ${message}` }]
    if (!known) {
      const meant = slide.number === 1 || slidevsFields.has(field) ? undefined : nearest(field, Object.keys(fieldKinds).filter(name => !(name in slide.frontmatter)))
      return meant && meant.length > 2 ? say(`no field of a slide; did you mean "${meant}"?`) : []
    }
    if (field === 'speaker' && typeof value === 'string') {
      const speakers = [...ownSpeakers, ...Object.keys(sources)]
      return speakers.includes(value) ? [] : say(`read "${value}", expected the id of a source, or ${ownSpeakers.join(', or ')}${didYouMean(value, speakers)}`)
    }
    if (value === null || value === undefined || known.kinds.includes(typeof value)) return []
    const [inner] = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : []
    const written = lines[lineOf(field) - 1]?.slice(field.length + 1).trim()
    return say(`read ${JSON.stringify(value)}, expected ${known.expected}${inner && written ? `; a colon with a space behind it begins a field: put the text in quotes: ${field}: "${written}"` : ''}`)
  })
}

/** The body of a slide, in its own units; sizes as in styles/tokens.css and styles/slides.css. An opening sets its title as it likes. */
const bodyWidth = 888
const headlineSize: Record<string, Record<Language, number>> = { question: { en: 42, zh: 46 }, discussion: { en: 42, zh: 46 } }
const usualSize: Record<Language, number> = { en: 38, zh: 36 }

/** What surely takes a third line: the width is an estimate, and a tenth is left to it. */
function headline({ headline, layout, line }: Slide, deck: Deck, context: Context): Problem[] {
  const width = 0.9 * widthOf(headline, (headlineSize[layout] ?? usualSize)[deck.lang])
  if (layout === 'opening' || width <= 2 * bodyWidth) return []
  const length = [...headline].length
  const lines = (context.files.get(deck.path) ?? '').split('\n')
  const at = lines.findIndex((text, index) => index >= line - 1 && /^#\s/.test(text))
  return [{ path: deck.path, line: at < 0 ? line : at + 1, message: `the headline has ${length} characters; it has two lines, and about ${Math.floor(length * 2 * bodyWidth / width)} fit into them` }]
}

function headmatter(deck: Deck, context: Context): Problem[] {
  const lines = (context.files.get(deck.path) ?? '').split('\n')
  const lineOf = (field: string) => Math.max(1, lines.findIndex(line => line.trimStart().startsWith(`${field.split('.').at(-1)}:`)) + 1)
  return wanted.flatMap(([field, isRight, expected]) => {
    // What a deck leaves to the theme the theme says; a deck that names none of ours hears of that alone.
    const value = valueAt(deck.headmatter, field) ?? valueAt(context.house.theme.defaults, field)
    return isRight(value, deck, context.house) ? [] : [{ path: deck.path, line: value === undefined ? 1 : lineOf(field), message: `head matter, ${field}: read ${value === undefined ? 'nothing' : JSON.stringify(value)}, expected ${expected(deck, context.house)}` }]
  })
}

/** `valueAt({ fonts: { provider: 'none' } }, 'fonts.provider')` => 'none' */
const valueAt = (values: unknown, field: string): unknown =>
  field.split('.').reduce((inner, step) => inner !== null && typeof inner === 'object' ? (inner as Record<string, unknown>)[step] : undefined, values)

const camel = (attribute: string) => attribute.replace(/^:/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** `defineProps<{ id: string, step?: number }>()` => { id: required, step: not } */
async function propsOf(component: string): Promise<Map<string, boolean>> {
  const { default: ts } = await import('typescript')
  const script = /<script\b[^>]*\bsetup\b[^>]*>([\s\S]*?)<\/script>/.exec(component)?.[1] ?? ''
  const props = new Map<string, boolean>()
  const literals = new Map<string, ts.NodeArray<ts.TypeElement>>()
  const read = (type: ts.TypeNode | undefined) => {
    const members = type && ts.isTypeLiteralNode(type) ? type.members : type && ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? literals.get(type.typeName.text) : undefined
    for (const member of members ?? [])
      if (ts.isPropertySignature(member) && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))) props.set(member.name.text, !member.questionToken)
  }
  const visit = (node: ts.Node) => {
    if (ts.isInterfaceDeclaration(node)) literals.set(node.name.text, node.members)
    if (ts.isTypeAliasDeclaration(node) && ts.isTypeLiteralNode(node.type)) literals.set(node.name.text, node.type.members)
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'defineProps') read(node.typeArguments?.[0])
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('component.ts', script, ts.ScriptTarget.Latest, true))
  return props
}
