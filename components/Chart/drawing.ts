// Observable Plot is loaded with this file, so only where a chart stands.
import { barX, plot, rect, text, tickX } from '@observablehq/plot'
import { plainText } from '#course'
import type { Bar, Chart } from '#models'
import type { Language } from '#schema'

export interface Paper {
  document: Document
  lang: Language
  /** In px, so that type keeps its size. */
  width: number
  /** Of names and ticks; printed figures are set larger. */
  size: number
  /** Bars the sentence needs; the rest are quiet. */
  told: string[]
  /** Unique on the page: a pattern is found by it. */
  id: string
}

const powers = ['china', 'russia', 'us']

/** Lying bars from zero, each under its name. Colours and faces are tokens of the page: it turns dark, and into ink, by itself. */
export function drawing(chart: Chart, { document, lang, width, size, told, id, }: Paper): SVGSVGElement {
  const figureSize = Math.round(size * 4 / 3)
  // A bar that stands alone is named by its caption.
  const nameLine = chart.bars.length > 1 ? Math.round(size * 1.6) : 6
  const barHeight = Math.round(size * 1.9)
  const band = nameLine + barHeight + 10
  const { bars, whole, from, to } = chart
  const span = to - from || 1

  const printed = (bar: Bar) => bar.printed ?? ''
  const ours = (bar: Bar) => bar.ours ? `${bar.ours.holds ? '=' : '≠'} ${bar.ours.text}` : ''
  const labelOf = (bar: Bar) => 10 + widthOf(printed(bar), figureSize) + (bar.ours ? 10 + widthOf(ours(bar), size + 2) : 0)
  const drawn = bars.filter(bar => bar.value !== undefined)
  const empty = bars.filter(bar => bar.value === undefined)
  // A level's longest bar leaves room for its figure; a share is drawn against all of its whole.
  const room = whole === undefined ? Math.max(...drawn.map(labelOf)) + 2 : 1
  const scale = (value: number) => 1 + (value - from) / span * (width - room - 1)
  const endOf = (bar: Bar) => scale(Math.max(bar.value!, bar.ours?.value ?? 0, 0))
  const isOutside = (bar: Bar) => whole === undefined || endOf(bar) + labelOf(bar) <= width
  const isBefore = (bar: Bar) => !isOutside(bar) && scale(bar.value!) > labelOf(bar) + 8
  const startOf = (bar: Bar) => isOutside(bar) ? endOf(bar) + 10 : isBefore(bar) ? scale(bar.value!) - labelOf(bar) : 8
  const isTold = (bar: Bar) => told.length === 0 || told.includes(bar.id)
  const hasPowers = bars.filter(bar => powers.includes(bar.id)).length > 1
  const powerOf = (bar: Bar) => hasPowers && powers.includes(bar.id) ? bar.id : ''
  const fillOf = (bar: Bar) => powerOf(bar) === 'russia' ? `url(#${id})` : powerOf(bar) === 'us' ? 'var(--paper)' : isTold(bar) ? 'var(--ink)' : 'var(--bar)'
  const isOnInk = (bar: Bar) => isBefore(bar) && fillOf(bar) === 'var(--ink)'

  const y = (bar: Bar) => bar.id
  const inset = { insetTop: nameLine, insetBottom: 10 }
  const middle = (nameLine - 10) / 2
  const word = (className: string, list: Bar[], x: (bar: Bar) => number, says: (bar: Bar) => string, dy: number) =>
    text(list, { x: bar => from + (x(bar) - 1) / (width - room - 1) * span, y, text: says, textAnchor: 'start', dy, className, clip: false })
  const tickLine = Math.round(size * 1.6)
  const height = bars.length * band + tickLine

  const svg = plot({
    document, width, height, margin: 0, marginLeft: 1, marginRight: room, marginBottom: tickLine, className: 'chart-drawing',
    x: { domain: [from, to], axis: null, inset: 0 }, y: { domain: bars.map(y), axis: null, padding: 0 }, color: { type: 'identity' },
    marks: [
      whole === undefined ? null : rect(drawn, { x1: from, x2: whole, y, ...inset, className: 'chart-whole' }),
      barX(drawn, { x1: 0, x2: 'value', y, fill: fillOf, className: 'chart-bars', ...inset }),
      barX(drawn.filter(powerOf), { x1: 0, x2: 'value', y, className: 'chart-outline', ...inset }),
      empty.length ? barX(empty, { x1: from, x2: to, y, className: 'chart-empty', ...inset }) : null,
      tickX(drawn.filter(bar => bar.ours), { x: bar => bar.ours!.value, y, className: 'chart-ours-tick', insetTop: nameLine - 4, insetBottom: 6 }),
      tickX(bars, { x: 0, y, insetTop: nameLine - 3, insetBottom: 7, className: 'chart-zero' }),
      word('chart-name', bars.length > 1 ? bars.filter(isTold) : [], () => 1, bar => plainText(bar.name[lang]), -(band - nameLine) / 2),
      word('chart-name is-quiet', bars.filter(bar => !isTold(bar)), () => 1, bar => plainText(bar.name[lang]), -(band - nameLine) / 2),
      ...[true, false].flatMap(onInk => [true, false].map(holds =>
        word(`chart-printed${onInk ? ' is-on-ink' : ''}${holds ? '' : ' is-off'}`, drawn.filter(bar => isOnInk(bar) === onInk && (bar.ours?.holds ?? true) === holds), startOf, printed, middle))),
      word('chart-ours', drawn.filter(bar => bar.ours && !isOnInk(bar)), bar => startOf(bar) + widthOf(printed(bar), figureSize) + 10, ours, middle),
      word('chart-ours is-on-ink', drawn.filter(bar => bar.ours && isOnInk(bar)), bar => startOf(bar) + widthOf(printed(bar), figureSize) + 10, ours, middle),
      word('chart-words', empty, () => 10, bar => bar.words ? plainText(bar.words[lang]) : printed(bar), middle),
    ],
  }) as SVGSVGElement

  const make = (name: string, attributes: Record<string, string | number>, words?: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value))
    if (words !== undefined) element.textContent = words
    return element
  }
  const tick = (value: number, anchor: string) => make('text', { 'class': 'chart-tick', 'x': anchor === 'end' ? width - 1 : scale(value), 'y': height - 4, 'text-anchor': anchor }, String(value))
  svg.append(tick(0, from < 0 ? 'middle' : 'start'), ...whole === undefined ? [] : [tick(whole, 'end')])
  if (hasPowers) {
    const pattern = make('pattern', { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(-45)' })
    pattern.append(make('rect', { width: 5, height: 2, class: 'chart-hatch' }))
    svg.prepend(pattern)
  }
  // Its table says all of it, in order.
  svg.setAttribute('aria-hidden', 'true')
  return svg
}

/** Wide enough: Han characters are as wide as they are high. */
const widthOf = (words: string, size: number) => [...words].reduce((sum, character) => sum + (/[\u2E80-\u9FFF\uFF00-\uFF60]/.test(character) ? 1.06 : /[ .,]/.test(character) ? 0.3 : /[%≠=]/.test(character) ? 0.85 : 0.56), 0) * size
