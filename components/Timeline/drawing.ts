import { plainText } from '#course'
import { type Host, words } from '#hosts'
import { type Block, type Dated, type DateMark, isIn, layOut, type Layout, partsOf, type Placed, scaleOf, type Span, sourceOf, type Tick, ticksOf, dateOf, widthOf } from '#models'
import type { Language, OtherDate, Event as DatedEvent } from '#schema'
import type { Lanes } from './timed.ts'

/** A mark as drawn: `x` is its middle; a bar runs from `left` to `right`. */
export interface DrawnMark { key: string, mark: DateMark, form: 'dot' | 'square' | 'within' | 'lasting' | 'open', left: number, right: number, x: number, y: number }

/** A block with its label, as it lies in the plot. */
export interface DrawnEvent extends Omit<Placed, 'label'> {
  key: string
  dated: Dated
  side: Placed['label']
  label: Label
  top: number
  /** Where its marks are, for the button of one that has no name. */
  at: number
}

export interface Label { isContested: boolean, name: string, dates: { text: string, by?: string, fails: boolean }[] }

export interface Drawing {
  width: number
  height: number
  layout: Layout
  lanes: { id: string, name: string, top: number, height: number }[]
  events: DrawnEvent[]
  marks: (DrawnMark & { isAhead: boolean })[]
  /** Dates of one event that do not agree, joined. */
  joins: { key: string, x1: number, y1: number, x2: number, y2: number }[]
  ticks: (Tick & { x: number, name: string })[]
}

export const sizes = { slide: { font: 18, row: 24 }, page: { font: 16, row: 24 }, paper: { font: 16, row: 22 } } as const

/** "2025-08" => "Aug 2025" / "2025年8月" */
export const dateText = (date: string, lang: Language): string => words[lang].timeline.date(...partsOf(date))

export function markText({ date, until, open }: Pick<DateMark, 'date' | 'until' | 'open'>, lang: Language): string {
  const say = words[lang].timeline
  const text = until ? say.span(dateText(date, lang), dateText(until, lang)) : dateText(date, lang)
  return open ? say.open(text) : text
}

/** Who gives a date of an event: in the author's words, or the short name of its source. */
export function byOf({ event, marks }: Dated, index: number, { lang, data }: Pick<Host, 'lang' | 'data'>): string {
  const given: DatedEvent | OtherDate = index === 0 ? event : event.otherwise[index - 1]!
  if (given.by) return plainText(given.by[lang])
  const mark = marks[index]!
  if (mark.is === 'note') return words[lang].timeline.note
  const source = data.sources[sourceOf(mark.claims[0]!)]
  return source ? plainText(source.short[lang]) : ''
}

export const outside = 'outside'

/** The lane a date lies in: the event's theme; or the text that gives it, all texts outside the course in one. */
export const laneOf = (dated: Dated, mark: DateMark, by: Lanes, { data }: Pick<Host, 'data'>): string => {
  if (by === 'theme') return dated.event.theme
  const source = sourceOf(mark.claims[0]!)
  return data.sources[source]?.outside ? outside : source
}

export function laneName(lane: string, by: Lanes, { lang, data }: Pick<Host, 'lang' | 'data'>): string {
  if (by === 'theme') return plainText(data.themes[lane]?.[lang] ?? lane)
  if (lane === outside) return words[lang].timeline.outside
  // "Zhang Zeming 2026" => "Zhang Zeming": the year of the text is none of the years drawn.
  return plainText(data.sources[lane]?.short[lang] ?? lane).replace(/\s*\d{4}.*$/, '')
}

function formOf(mark: DateMark): DrawnMark['form'] {
  if (mark.open) return 'open'
  if (mark.is === 'note') return 'square'
  const isDay = (date: string) => date.length === 10
  if (isDay(mark.date) && (mark.until === undefined || isDay(mark.until))) return mark.until ? 'lasting' : 'dot'
  return 'within'
}

export function drawingOf(shown: readonly Dated[], window: Span, by: Lanes, width: number, most: number, host: Pick<Host, 'lang' | 'data' | 'medium'>): Drawing {
  const { lang, data } = host
  const say = words[lang].timeline
  const { font, row } = sizes[host.medium]
  const scale = scaleOf(window, width)
  const inside = (x: number) => Math.min(Math.max(x, 0), width)

  interface Group { key: string, dated: Dated, lane: string, marks: (Omit<DrawnMark, 'y'> & { isSeen: boolean })[], label: Label, short: Label, text: number, compact: number }
  const groups = shown.flatMap((dated): Group[] => {
    const lanes = [...new Set(dated.marks.map(mark => laneOf(dated, mark, by, host)))]
    return lanes.map((lane): Group => {
      const marks = dated.marks.filter(mark => laneOf(dated, mark, by, host) === lane)
      const drawn = marks.map((mark) => {
        const form = formOf(mark)
        const [from, to] = [scale(mark.span.from), form === 'open' ? width : scale(mark.span.to)]
        const isSeen = isIn(mark.open ? { from: mark.span.from, to: Infinity } : mark.span, window)
        if (form === 'within' || form === 'lasting' || form === 'open') {
          const [left, right] = [inside(from), inside(Math.max(to, from + 8))]
          return { key: `${dated.id}#${mark.index}`, mark, form, left, right, x: form === 'open' ? left : (left + right) / 2, isSeen }
        }
        const x = inside((from + to) / 2)
        return { key: `${dated.id}#${mark.index}`, mark, form, left: Math.max(0, x - 7), right: Math.min(width, x + 7), x, isSeen }
      })
      const name = plainText((dated.event.short ?? dated.event.name)[lang])
      const label: Label = { isContested: dated.isContested, name, dates: marks.map(mark => ({ text: markText(mark, lang), by: dated.isContested ? byOf(dated, mark.index, host) : undefined, fails: mark.fails })) }
      // Where the dates of a contested event find no room, they are read when it is pressed.
      const short: Label = dated.isContested ? { ...label, dates: [] } : label
      const [text, compact] = [label, short].map(each => widthOf(labelText(each, lang), font)) as [number, number]
      return { key: `${dated.id}#${marks[0]!.index}`, dated, lane, marks: drawn, label: text > width ? short : label, short, text: text > width ? compact : text, compact }
    })
  })

  const order = by === 'theme'
    ? [...new Set(groups.map(({ lane }) => lane))]
    : [...Object.keys(data.sources).filter(source => groups.some(({ lane }) => lane === source)).sort((one, other) => rank(one, host) - rank(other, host)), outside]
  const blocks = groups.map(({ key, lane, marks, text, compact }): Block => ({
    id: key, lane, left: Math.min(...marks.map(({ left }) => left)), right: Math.max(...marks.map(({ right }) => right)), label: text, short: compact, isDouble: marks.length > 1,
  }))
  const layout = layOut(blocks, order, width, most)
  const rowOf = new Map(layout.placed.map(placed => [placed.id, placed]))
  const laneGap = 8
  const laneIndex = new Map(layout.lanes.map(({ id }, index) => [id, index]))
  const topOf = (lane: string, at: number) => at * row + (laneIndex.get(lane) ?? 0) * laneGap

  const marks: Drawing['marks'] = []
  const joins: Drawing['joins'] = []
  const events = groups.flatMap((group): DrawnEvent[] => {
    const placed = rowOf.get(group.key)
    if (!placed) return []
    const top = topOf(placed.lane, placed.row)
    const y = top + row / 2 + (placed.label === 'over' ? row - 2 : 0)
    for (const { isSeen, ...mark } of group.marks) if (isSeen) marks.push({ ...mark, y, isAhead: group.dated.isAhead && mark.mark.index === 0 })
    if (group.marks.length > 1) {
      const ends = group.marks.map(({ x }) => x)
      joins.push({ key: group.key, x1: Math.min(...ends), y1: y, x2: Math.max(...ends), y2: y })
    }
    const { label: side, ...rest } = placed
    return [{ ...rest, key: group.key, dated: group.dated, side, label: rest.isShort ? group.short : group.label, top, at: Math.min(...group.marks.map(({ x }) => x)) }]
  })
  // A dot is seen inside the square of a note of the same day.
  marks.sort((one, other) => Number(other.form === 'square') - Number(one.form === 'square'))
  for (const dated of shown) {
    const [first, ...others] = groups.filter(group => group.dated === dated).flatMap(({ key, marks: [mark] }) => {
      const found = marks.find(each => each.key === mark!.key)
      const placed = rowOf.get(key)
      return placed ? [{ x: mark!.x, y: found?.y ?? topOf(placed.lane, placed.row) + row / 2 }] : []
    })
    if (first) for (const [index, other] of others.entries()) joins.push({ key: `${dated.id}+${index}`, x1: first.x, y1: first.y, x2: other.x, y2: other.y })
  }

  return {
    width, layout, events, marks, joins,
    height: layout.rows * row + Math.max(0, layout.lanes.length - 1) * laneGap,
    lanes: layout.lanes.map(lane => ({ id: lane.id, name: laneName(lane.id, by, host), top: topOf(lane.id, lane.row), height: lane.rows * row })),
    ticks: ticksOf(window, width, font * 4).map((tick) => {
      const [year, month, day] = partsOf(dateOf(tick.day)) as [number, number, number]
      return { ...tick, x: scale(tick.day), name: tick.is === 'year' ? say.tick.year(year) : tick.is === 'month' ? say.tick.month(month) : say.tick.day(month, day) }
    // On a page the plot ends where the page does, and a name would hang out of it.
    }).filter(({ x, name }) => host.medium === 'page' ? x + 4 + widthOf(name, font) <= width : x < width - font),
  }
}

/** The lecture's own texts first, in its order. */
const rank = (source: string, { data }: Pick<Host, 'data'>) => {
  const at = data.syllabus.lectures[data.lecture]!.sources.indexOf(source)
  return at < 0 ? Infinity : at
}

/** What is written beside a mark: "Aug 2025 American envoys", or with both dates and who gives them. */
export function labelText({ isContested, name, dates }: Label, lang: Language): string {
  const say = words[lang].timeline
  if (!isContested) return [dates[0]?.text, name].filter(Boolean).join(' ')
  const given = dates.map(({ by, text }) => say.given(by ?? '', text)).join(' · ')
  return `≠ ${given ? say.of(name, given) : name}`
}
