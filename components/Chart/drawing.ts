// Observable Plot is loaded with this file, so only where a chart stands.
import { barX, barY, dot, type Markish, lineY, plot, rect, ruleY, tickX, tickY } from '@observablehq/plot'
import { plainText } from '#course'
import { type Bar, type Chart, markedAmong, tiles } from '#models'
import type { Actor, ActorMark } from '#schema'
import { frame, gap, type Layout } from './layout.ts'
import { isTold, sayNumber, widthOf, wrapped } from './measure.ts'

export interface Paper {
  document: Document
  layout: Layout
  /** Bars, points or lines the sentence needs; the rest are quiet. */
  told: string[]
  /** Unique on the page: a pattern is found by it. */
  id: string
  /** Who has a mark: corpus/actors.yaml. */
  actors: Record<string, Pick<Actor, 'mark'>>
}

/** Lines have three strokes: these marks have theirs, whoever else is drawn takes one that is left. */
const strokes = ['solid', 'dashed', 'dotted'] as const
const strokeOfMark: Partial<Record<ActorMark, (typeof strokes)[number]>> = { solid: 'solid', hatched: 'dashed', open: 'dotted' }

/** Bars, columns or lines; nested bars draw themselves (NestedBars.vue). Colours and faces are tokens of the page: it turns dark, and into ink, by itself. */
export function drawing(chart: Chart, paper: Paper): SVGSVGElement {
  const sheet = new Sheet(paper)
  const draw = { bars: lying, columns: standing, lines: running, nested: lying }[paper.layout.form]
  draw(chart, paper, sheet)
  // Its table says all of it, in order.
  sheet.svg.setAttribute('aria-hidden', 'true')
  return sheet.svg
}

const hasValue = ({ value }: Bar) => value !== undefined
/** The actors have no hue anywhere in the course: a mark is what tells them apart. */
const markOf = ({ id }: { id: string }, all: readonly { id: string }[], { actors }: Paper): ActorMark | undefined => markedAmong(all.map(each => each.id), actors)[id]
const patternOf = (mark: ActorMark, { id }: Paper) => mark === 'hatched' ? id : `${id}-${mark}`

/** How a bar or a column is filled, and whether letters can stand on it. */
function inkOf(bar: Bar, { bars }: Chart, paper: Paper) {
  const mark = markOf(bar, bars, paper)
  const isPatterned = mark !== undefined && mark !== 'solid' && mark !== 'open'
  const fill = isPatterned ? `url(#${patternOf(mark, paper)})` : mark === 'open' ? 'var(--ground)' : isTold(paper.told, bar.id) ? 'var(--ink)' : 'var(--bar)'
  return { mark, fill, isInk: fill === 'var(--ink)', isPatterned }
}

/** Lying bars from zero, each under its name, its figure at its end. */
function lying(chart: Chart, paper: Paper, sheet: Sheet) {
  const { bars, whole, from, to } = chart
  const { width, height, size, lang, printed, labelWidth, band: { nameLine, figureLine, bar: barHeight } } = paper.layout
  const above = nameLine + figureLine
  const drawn = bars.filter(hasValue)
  const empty = bars.filter(bar => !hasValue(bar))
  const labelOf = (bar: Bar) => gap + labelWidth(bar)
  // A level's longest bar leaves room for its figure; a share is drawn against all of its whole.
  const room = whole === undefined && !figureLine ? Math.max(...drawn.map(labelOf)) + 2 : 1
  const scale = (value: number) => 1 + (value - from) / (to - from || 1) * (width - room - 1)
  const y = (bar: Bar) => bar.id
  const inset = { insetTop: above, insetBottom: gap }
  const fillOf = (bar: Bar) => inkOf(bar, chart, paper).fill
  const tickLine = paper.layout.below

  sheet.plot({
    marginLeft: 1, marginRight: room, marginBottom: tickLine,
    x: { domain: [from, to], axis: null, inset: 0 }, y: { domain: bars.map(y), axis: null, padding: 0 },
  }, [
    whole === undefined ? null : rect(drawn, { x1: from, x2: whole, y, ...inset, className: 'chart-whole' }),
    barX(drawn, { x1: 0, x2: 'value', y, fill: fillOf, className: 'chart-bars', ...inset }),
    barX(drawn.filter(bar => markOf(bar, bars, paper)), { x1: 0, x2: 'value', y, className: 'chart-outline', ...inset }),
    empty.length ? barX(empty, { x1: 0, x2: to, y, className: 'chart-empty', ...inset }) : null,
    tickX(drawn.filter(bar => bar.ours), { x: bar => (bar as Bar).ours!.value, y, className: 'chart-ours-tick', insetTop: above - 4, insetBottom: 6 }),
    tickX(bars, { x: 0, y, insetTop: above - 3, insetBottom: 7, className: 'chart-zero' }),
  ])

  for (const [index, bar] of bars.entries()) {
    const top = index * (above + barHeight + gap)
    const middle = top + above + barHeight / 2
    if (bars.length > 1) sheet.write('chart-name', plainText(bar.name[lang]), 1, top + nameLine - size * 0.5, 'start', isTold(paper.told, bar.id) ? '' : 'is-quiet')
    if (!hasValue(bar)) {
      sheet.write('chart-words', bar.words ? plainText(bar.words[lang]) : printed(bar), scale(0) + gap, middle + size * 0.34, 'start')
      continue
    }
    if (figureLine) {
      sheet.label(bar, 1, top + nameLine + figureLine / 2 - 1, false)
      continue
    }
    const length = labelOf(bar)
    const end = scale(Math.max(bar.value!, bar.ours?.value ?? 0, 0))
    const isOutside = whole === undefined || end + length <= width
    const isBefore = !isOutside && scale(bar.value!) > length + 8
    const start = isOutside ? end + gap : isBefore ? scale(bar.value!) - length : 8
    const { isInk, isPatterned } = inkOf(bar, chart, paper)
    if (isBefore && isPatterned) sheet.slip(start - 6, middle - barHeight / 2 + 4, length, barHeight - 8)
    sheet.label(bar, start, middle, isBefore && isInk)
  }
  sheet.write('chart-tick', sayNumber(0, lang), scale(0), height - 4, from < 0 ? 'middle' : 'start')
  if (whole !== undefined) sheet.write('chart-tick', sayNumber(whole, lang), width - 1, height - 4, 'end')
  sheet.patterns(drawn.flatMap(bar => inkOf(bar, chart, paper).mark ?? []))
}

/** Standing columns from zero, each over its name, its figure on top of it. */
function standing(chart: Chart, paper: Paper, sheet: Sheet) {
  const { bars, whole, from, to } = chart
  const { width, height, size, figureSize, lang, printed, labelWidth, names, line, above, below } = paper.layout
  const drawn = bars.filter(hasValue)
  const empty = bars.filter(bar => !hasValue(bar))
  const pitch = width / bars.length
  // A figure inside the frame of a whole may not touch it.
  const widest = whole === undefined ? 0 : Math.max(...drawn.map(labelWidth)) + 10
  const inset = Math.max((pitch - Math.max(Math.min(pitch * 0.62, 96), widest)) / 2, 2)
  const x = (bar: Bar) => bar.id
  const sides = { insetLeft: inset, insetRight: inset }
  const plotHeight = height - above - below
  const scale = (value: number) => above + (to - value) / (to - from || 1) * plotHeight

  sheet.plot({
    marginTop: above, marginBottom: below, x: { domain: bars.map(x), axis: null, padding: 0 }, y: { domain: [from, to], axis: null },
  }, [
    whole === undefined ? null : rect(drawn, { x, y1: 0, y2: whole, ...sides, className: 'chart-whole' }),
    barY(drawn, { x, y1: 0, y2: 'value', fill: bar => inkOf(bar as Bar, chart, paper).fill, className: 'chart-bars', ...sides }),
    barY(drawn.filter(bar => markOf(bar, bars, paper)), { x, y1: 0, y2: 'value', className: 'chart-outline', ...sides }),
    empty.length ? barY(empty, { x, y1: 0, y2: to, className: 'chart-empty', ...sides }) : null,
    tickY(drawn.filter(bar => bar.ours), { x, y: bar => (bar as Bar).ours!.value, className: 'chart-ours-tick', insetLeft: inset - 5, insetRight: inset - 5 }),
    ruleY([0], { className: 'chart-zero' }),
  ])

  for (const [index, bar] of bars.entries()) {
    const middle = (index + 0.5) * pitch
    for (const [row, words] of names[index]!.entries()) sheet.write('chart-name', words, middle, height - below + (from < 0 ? above : 0) + size + 4 + row * line, 'middle', isTold(paper.told, bar.id) ? '' : 'is-quiet')
    if (!hasValue(bar)) {
      const lines = wrapped(bar.words ? plainText(bar.words[lang]) : printed(bar), pitch - 2 * inset - 8, size)
      for (const [row, words] of lines.entries()) sheet.write('chart-words', words, middle, scale(0) - 12 - (lines.length - 1 - row) * line, 'middle')
      continue
    }
    const ends = [bar.value!, bar.ours?.value ?? bar.value!]
    const isDown = bar.value! < 0
    sheet.stack(bar, middle, isDown ? scale(Math.min(...ends)) + figureSize + 4 + (bar.ours ? size + 8 : 0) : scale(Math.max(0, ...ends)) - gap, 'middle')
  }
  if (whole !== undefined) sheet.write('chart-tick', sayNumber(whole, lang), 1, above - 6, 'start')
  sheet.patterns(drawn.flatMap(bar => inkOf(bar, chart, paper).mark ?? []))
}

/** Up to three lines in time, told apart by their stroke and named at their end. */
function running(chart: Chart, paper: Paper, sheet: Sheet) {
  const { drawn, whole, from, to } = chart
  const { width, height, size, figureSize, lang, printed, above, below } = paper.layout
  const isAlone = drawn.length === 1
  const nameOf = (line: typeof drawn[number]) => plainText(line.name[lang])
  const fixed = new Map(drawn.flatMap((line) => {
    const mark = markOf(line, drawn, paper)
    const stroke = mark && strokeOfMark[mark]
    return stroke ? [[line.id, stroke] as const] : []
  }))
  const left = strokes.filter(stroke => ![...fixed.values()].includes(stroke))
  const others = drawn.filter(({ id }) => !fixed.has(id))
  const strokeOf = (line: typeof drawn[number]) => fixed.get(line.id) ?? left[others.indexOf(line)]!
  const points = drawn[0]!.bars
  const ends = drawn.map(line => ({ line, first: line.bars.find(hasValue), last: line.bars.findLast(hasValue) }))
  const widest = (words: string[], of: number) => Math.max(0, ...words.map(each => widthOf(each, of)))
  // A long base is said in the caption alone.
  const ticks = [from, ...whole === undefined ? [] : [whole]].filter(value => widthOf(sayNumber(value, lang), size) < 46)
  const gutter = widest(ticks.map(value => sayNumber(value, lang)), size) + 8
  const figures = widest(chart.bars.filter(hasValue).map(printed), figureSize) + 2 * frame
  const namesWidth = widest(drawn.map(nameOf), size)
  // Where a line would have little room left, it is named at its end and nothing else; its table has all.
  const hasLasts = width - gutter - Math.max(figures, namesWidth) > width * 0.45
  const marginRight = isAlone ? figures / 2 + 6 : (hasLasts ? Math.max(figures, namesWidth) : namesWidth) + 14
  const hasFirsts = !isAlone && hasLasts && width - gutter - figures - marginRight > width * 0.35
  const marginLeft = gutter + (isAlone ? figures / 2 + 6 : hasFirsts ? figures + 8 : widest([plainText(points[0]!.name[lang])], size) / 2)
  const [start, end] = [points[0]!.year!, points.at(-1)!.year!]
  const x = (bar: Bar) => marginLeft + (bar.year! - start) / (end - start) * (width - marginLeft - marginRight)
  const y = (value: number) => above + (to - value) / (to - from || 1) * (height - above - below)
  const toldLine = (line: typeof drawn[number]) => isTold(paper.told, line.id, ...line.bars.map(({ id }) => id))

  sheet.plot({
    marginTop: above, marginBottom: below, marginLeft, marginRight, x: { type: 'linear', domain: [start, end], axis: null }, y: { domain: [from, to], axis: null },
  }, [
    whole === undefined ? null : ruleY([whole], { className: 'chart-whole', insetLeft: gutter - marginLeft, insetRight: -marginRight }),
    ruleY([from], { className: from === 0 ? 'chart-zero' : 'chart-base', insetLeft: gutter - marginLeft, insetRight: -marginRight }),
    ...drawn.flatMap(line => [
      lineY(line.bars, { x: 'year', y: 'value', className: `chart-line is-${strokeOf(line)}${toldLine(line) ? '' : ' is-quiet'}` }),
      dot(line.bars.filter(hasValue), { x: 'year', y: 'value', r: 5, className: `chart-dot is-${strokeOf(line)}${toldLine(line) ? '' : ' is-quiet'}` }),
    ]),
  ])
  for (const value of ticks) sheet.write('chart-tick', sayNumber(value, lang), 0, y(value) + size * 0.34, 'start')

  // Years that would touch give way to those at the ends.
  let right = -Infinity
  const last = points.at(-1)!
  for (const point of points) {
    const words = plainText(point.name[lang])
    const half = widthOf(words, size) / 2
    if (x(point) - half < right + 8 || point !== last && x(point) + half > x(last) - widthOf(plainText(last.name[lang]), size) / 2 - 8) continue
    right = x(point) + half
    sheet.write('chart-name', words, x(point), height - 5, 'middle', 'is-quiet')
  }

  if (!isAlone) {
    const pair = hasLasts ? figureSize + size + 6 : size + 8
    const firsts = spread(ends.map(({ first }) => y(first?.value ?? from)), figureSize, 0, height - below)
    const lasts = spread(ends.map(({ last }) => y(last?.value ?? from)), pair, 0, height - below)
    for (const [index, { line, first, last }] of ends.entries()) {
      if (!first || !last) continue
      const quiet = toldLine(line) ? '' : 'is-quiet'
      if (hasFirsts && first !== last) sheet.figure(first, x(first) - gap - 2, firsts[index]! + figureSize * 0.34, 'end')
      sheet.write('chart-name', nameOf(line), x(last) + gap + 2, lasts[index]! - pair / 2 + size * 0.8, 'start', quiet)
      if (hasLasts) sheet.figure(last, x(last) + gap + 2, lasts[index]! - pair / 2 + size + figureSize * 0.9, 'start')
    }
  }
  for (const { line, first, last } of ends) {
    let edge = -Infinity
    for (const [index, bar] of line.bars.entries()) {
      if (!hasValue(bar)) continue
      const isEnd = bar === first || bar === last
      const isOff = bar.ours?.holds === false
      if (isOff) sheet.tick('chart-ours-tick', x(bar), y(bar.ours!.value), 9)
      if (!isAlone && (isEnd || !isOff)) continue
      const half = widthOf(printed(bar), figureSize) / 2
      if (isAlone && !isEnd && !isOff && (paper.told.length > 0 && !paper.told.includes(bar.id) || x(bar) - half < edge + 8 || last && x(bar) + half > x(last) - figures / 2)) continue
      edge = x(bar) + half
      const around = [line.bars[index - 1], line.bars[index + 1]].map(each => each?.value)
      const isDip = around.every(value => value !== undefined && value > bar.value!) && y(bar.value!) + figureSize + 16 < height - below
      sheet.stack(bar, x(bar), isDip ? y(bar.value!) + figureSize + gap + 2 : y(Math.max(bar.value!, bar.ours?.value ?? bar.value!)) - gap - 4, 'middle')
    }
  }
}

/** Heights at which labels of one height stand clear of one another, as near as may be to where they belong. */
function spread(wanted: number[], high: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((one, other) => wanted[one]! - wanted[other]!)
  const placed = [...wanted]
  order.forEach((index, place) => { placed[index] = Math.max(wanted[index]!, place ? placed[order[place - 1]!]! + high : top + high / 2) })
  order.reverse().forEach((index, place) => { placed[index] = Math.min(placed[index]!, place ? placed[order[place - 1]!]! - high : bottom - high / 2) })
  return placed
}

type Anchor = 'start' | 'middle' | 'end'

/** The drawing as it comes about: Plot's marks first, then the words, in px. */
class Sheet {
  svg!: SVGSVGElement
  constructor(private paper: Paper) {}

  plot(options: Parameters<typeof plot>[0], marks: Markish[]) {
    const { document, layout: { width, height } } = this.paper
    this.svg = plot({ document, width, height, margin: 0, className: 'chart-drawing', color: { type: 'identity' }, ...options, marks }) as SVGSVGElement
  }

  private make(name: string, attributes: Record<string, string | number>, words?: string) {
    const element = this.paper.document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value))
    if (words !== undefined) element.textContent = words
    return element
  }

  write(kind: string, words: string, x: number, y: number, anchor: Anchor, state = '') {
    const group = this.make('g', { class: [kind, state].filter(Boolean).join(' ') })
    group.append(this.make('text', { 'x': round(x), 'y': round(y), 'text-anchor': anchor }, words))
    this.svg.append(group)
  }

  slip(x: number, y: number, width: number, height: number, kind = 'chart-slip') {
    const group = this.make('g', { class: kind })
    group.append(this.make('rect', { x: round(x), y: round(y), width: round(width), height: round(height) }))
    this.svg.append(group)
  }

  /** A short stroke across, as a pencil would make it. */
  tick(kind: string, x: number, y: number, reach: number) {
    const group = this.make('g', { class: kind })
    group.append(this.make('line', { x1: round(x - reach), x2: round(x + reach), y1: round(y), y2: round(y) }))
    this.svg.append(group)
  }

  /** A printed figure; on a slip with a frame where it does not hold. `y` is its baseline. */
  figure(bar: Bar, x: number, y: number, anchor: Anchor, isOnInk = false) {
    const { layout: { printed, figureSize } } = this.paper
    const isOff = bar.ours?.holds === false
    const width = widthOf(printed(bar), figureSize)
    if (isOff) this.slip({ start: x, middle: x - width / 2, end: x - width }[anchor] - frame, y - figureSize, width + 2 * frame, figureSize * 1.36, 'chart-frame')
    const [drawnX, drawnAnchor] = isOff ? [{ start: x + width / 2, middle: x, end: x - width / 2 }[anchor], 'middle' as const] : [x, anchor]
    this.write('chart-printed', printed(bar), drawnX, y, drawnAnchor, isOff ? 'is-off' : isOnInk ? 'is-on-ink' : '')
  }

  private recomputed(bar: Bar, x: number, y: number, isOnInk = false) {
    const { layout: { ours, size } } = this.paper
    const holds = bar.ours!.holds
    this.write('chart-sign', holds ? '=' : '≠', x, y, 'start', isOnInk ? 'is-on-ink' : holds ? '' : 'is-off')
    this.write('chart-ours', ours(bar), x + widthOf(holds ? '= ' : '≠ ', size + 2), y, 'start', isOnInk ? 'is-on-ink' : '')
  }

  /** Beside one another: 23.97 ≠ 23.87. */
  label(bar: Bar, x: number, middle: number, isOnInk: boolean) {
    const { layout: { printed, figureSize } } = this.paper
    const off = bar.ours?.holds === false ? frame : 0
    this.figure(bar, x + off, middle + figureSize * 0.34, 'start', isOnInk)
    if (bar.ours) this.recomputed(bar, x + widthOf(printed(bar), figureSize) + 2 * off + gap, middle + figureSize * 0.34, isOnInk)
  }

  /** Above one another, ours on top. `y` is the lowest line. */
  stack(bar: Bar, x: number, y: number, anchor: 'middle') {
    const { layout: { ours, size, figureSize } } = this.paper
    const off = bar.ours?.holds === false ? 5 : 0
    this.figure(bar, x, y - off, anchor)
    if (bar.ours) this.recomputed(bar, x - widthOf(`≠ ${ours(bar)}`, size + 2) / 2, y - figureSize - 6 - 2 * off)
  }

  /** What the bars of these marks are filled with. */
  patterns(marks: readonly ActorMark[]) {
    for (const mark of new Set(marks)) {
      if (mark === 'solid' || mark === 'open') continue
      const { side, turn, ink } = tiles[mark]
      const pattern = this.make('pattern', { id: patternOf(mark, this.paper), width: side, height: side, patternUnits: 'userSpaceOnUse', ...turn ? { patternTransform: `rotate(${turn})` } : {} })
      pattern.append(this.make('path', { d: ink, class: 'chart-hatch' }))
      this.svg.prepend(pattern)
    }
  }
}

const round = (value: number) => Math.round(value * 10) / 10
