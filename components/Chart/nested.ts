import { plainText } from '#course'
import { words as spoken } from '#hosts'
import { type Bar, type Chart, figure } from '#models'
import type { Language } from '#schema'
import { isTold, sayNumber, widthOf } from './measure.ts'

export interface NestedLabel { id: string, x: number, y: number, anchor: 'start' | 'end', words: string, isValue: boolean, isQuiet: boolean }
export interface NestedBar { id: string, x: number, y: number, width: number, height: number, isOpen: boolean, isQuiet: boolean }
/** What binds and what is announced, as a line from the one to the other. */
export interface NestedRange { from: number, to: number, y: number, low: string, high: string }
export interface Nested { height: number, bars: NestedBar[], labels: NestedLabel[], range: NestedRange, ticks: { x: number, words: string }[], axis: number }

interface Paper { lang: Language, width: number, size: number, printed: (bar: Bar) => string, told: readonly string[] }

/**
 * Bars on one scale, each inside the one that it lies in or may lie in. A label stands behind the end of its own bar while that leaves it room
 * before the end of the bar around; else behind that one's label. Where there is no room for that at all, as on a telephone, labels stand in lines below.
 */
export function nestedOf(chart: Chart, { lang, width, size, printed, told }: Paper): Nested {
  const drawn = chart.bars.filter(bar => bar.value !== undefined)
  const isNarrow = width < 600
  const say = spoken[lang].chart.nested
  const [nameLine, barHigh, inset, line, gap, room] = [Math.round(size * 1.35), size * 3, 5, Math.round(size * 1.3), isNarrow ? 14 : 6, 7]
  const inner = (bar: Bar) => drawn.filter(other => other.within?.row === bar.id)
  // The last label has room behind the longest bar.
  const scale = (width - 2) / chart.to
  const nameOf = (bar: Bar) => plainText(bar.name[lang])
  const calledIn = (bar: Bar) => bar.within ? say[bar.within.is](nameOf(bar)) : nameOf(bar)
  const [bars, labels]: [NestedBar[], NestedLabel[]] = [[], []]
  let y = 0
  for (const outer of drawn.filter(bar => !bar.within)) {
    const quiet = (bar: Bar) => !isTold(told, bar.id)
    labels.push({ id: outer.id, x: 0, y: y + size, anchor: 'start', words: nameOf(outer), isValue: false, isQuiet: quiet(outer) })
    if (isNarrow) labels.push({ id: outer.id, x: width, y: y + size, anchor: 'end', words: printed(outer), isValue: true, isQuiet: quiet(outer) })
    y += nameLine
    const top = y
    const waiting: Bar[] = []
    const place = (bar: Bar, level: number) => {
      const end = 1 + bar.value! * scale
      bars.push({ id: bar.id, x: 1, y: top + level * inset, width: Math.max(end - 1, 2), height: barHigh - 2 * level * inset, isOpen: bar.open, isQuiet: quiet(bar) })
      if (isNarrow) {
        if (level > 0) waiting.push(bar)
      }
      else {
        const words = level > 0 ? [calledIn(bar), printed(bar)] : [printed(bar)]
        const long = Math.max(...words.map(each => widthOf(each, size)))
        const around = level > 0 ? bars.find(({ id }) => id === bar.within!.row)! : undefined
        if (around && end + room + long > around.x + around.width - room) waiting.push(bar)
        else write(bar, words, fits(end + room, long), quiet(bar))
      }
      inner(bar).forEach(other => place(other, level + 1))
    }
    // Behind an outermost bar that reaches to the edge there is no room: the label stands before its end.
    const fits = (x: number, long: number) => x + long > width ? { x: width - room - 2, anchor: 'end' as const } : { x, anchor: 'start' as const }
    const write = (bar: Bar, words: string[], at: { x: number, anchor: 'start' | 'end' }, isQuiet: boolean) => words.forEach((each, index) => labels.push({
      id: bar.id, ...at, y: top + barHigh / 2 + size * 0.36 + (index - (words.length - 1) / 2) * (line - 2), words: each, isValue: index === words.length - 1, isQuiet,
    }))
    place(outer, 0)
    y = top + barHigh
    if (isNarrow) for (const bar of waiting) {
      y += line
      labels.push({ id: bar.id, x: 12, y, anchor: 'start', words: calledIn(bar), isValue: false, isQuiet: quiet(bar) }, { id: bar.id, x: width, y, anchor: 'end', words: printed(bar), isValue: true, isQuiet: quiet(bar) })
    }
    else {
      let x = Math.max(...labels.filter(({ id, y: at }) => id === outer.id && at > top).map(({ x: from, words }) => from + widthOf(words, size))) + 0.4 * size
      for (const bar of waiting) {
        const words = [calledIn(bar), printed(bar)]
        write(bar, words, { x, anchor: 'start' }, quiet(bar))
        x += Math.max(...words.map(each => widthOf(each, size))) + size
      }
    }
    y += gap
  }
  const { low, high } = chart.range!
  y += 8
  const value = (amount: number) => inUnitOf(drawn[0]!, amount, printed)
  const range = { from: 1 + low * scale, to: 1 + high * scale, y: y + 6, low: say.low(value(low)), high: say.high(value(high)) }
  y += 18 + line * (isNarrow ? 2 : 1)
  const step = [1, 2, 5, 10].map(each => each * 10 ** Math.floor(Math.log10(chart.to / 3))).find(each => chart.to / each <= (isNarrow ? 3.5 : 4)) ?? chart.to
  const ticks = Array.from({ length: Math.floor(chart.to / step) + 1 }, (_, index) => ({ x: 1 + index * step * scale, words: sayNumber(index * step, lang) }))
  return { height: y + 12 + line, bars, labels, range, ticks, axis: y + 8 }
}

/** An amount said as a figure of the table is: "逾1000亿美元" and 1.22e10 => what is printed for "122亿美元". */
function inUnitOf(bar: Bar, amount: number, printed: (bar: Bar) => string): string {
  const found = /[\d.,]+(.*)$/u.exec(bar.printed!)!
  const { scale } = figure(bar.printed!)!
  return printed({ ...bar, printed: `${Number((amount / scale).toFixed(1))}${found[1]}` })
}
