import type { Claim, Event, Source } from '#schema'

/**
 * Events on a line of time. Days are counted from 1 January 1970 (UTC); a span runs up to the day after its last.
 * The scale is linear in every window: most of what a lecture dates lies in its last year, and a broken scale would hide that.
 */
export interface Span { from: number, to: number }

const msInDay = 86_400_000
const dayOf = (year: number, month = 1, day = 1) => Math.round(Date.UTC(year, month - 1, day) / msInDay)

/** "2025-03" => [2025-03-01, 2025-04-01), "2025" => [2025-01-01, 2026-01-01) */
export function spanOf(date: string, until = date): Span {
  const [year, month, day] = partsOf(date)
  const [lastYear, lastMonth, lastDay] = partsOf(until)
  const to = lastDay ? dayOf(lastYear, lastMonth, lastDay + 1) : lastMonth ? dayOf(lastYear, lastMonth + 1) : dayOf(lastYear + 1)
  return { from: dayOf(year, month, day), to }
}

/** "2025-03" => [2025, 3, undefined] */
export const partsOf = (date: string) => date.split('-').map(Number) as [year: number, month?: number, day?: number]

/** 20308 => "2025-08-08" */
export const dateOf = (day: number): string => new Date(day * msInDay).toISOString().slice(0, 10)

/** Is one of them the other, more exactly said? `agree('2025', '2025-08-08')` => true */
export const agree = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** One date of an event, as it is drawn. */
export interface DateMark {
  date: string
  until?: string
  open?: true
  is: 'date' | 'note'
  claims: readonly string[]
  span: Span
  /** What the date rests on fails, or the footnote is older than what it is to show. */
  fails: boolean
  /** Which of the event's dates: 0 is its own. */
  index: number
}

export interface Dated {
  id: string
  event: Event
  /** Its own date first, then the others as they stand in the corpus. */
  marks: DateMark[]
  /** Sources that give dates which do not agree, or a footnote that cannot show what it is to show. */
  isContested: boolean
  /** Not yet come on the last day on which the source that tells it may have been written. */
  isAhead: boolean
}

type Corpus = { claims: Record<string, Claim>, sources: Record<string, Source> }

export const sourceOf = (claim: string) => claim.split('/')[0]!

/** Events with their dates, by the first of them; equal ones in the order of the corpus. */
export function datedOf(events: readonly (readonly [id: string, event: Event])[], { claims, sources }: Corpus): Dated[] {
  const isFailing = (id: string) => { const status = claims[id]?.status; return typeof status === 'object' && 'fails' in status }
  return events.map(([id, event]) => {
    const own = spanOf(event.date, event.until)
    // What stands outside the course cannot save a date of the article's.
    const inside = event.claims.filter(claim => !sources[sourceOf(claim)]?.outside)
    const marks: DateMark[] = [
      { date: event.date, until: event.until, open: event.open, is: 'date', claims: event.claims, span: own, fails: event.otherwise.length > 0 && inside.length > 0 && inside.every(isFailing), index: 0 },
      ...event.otherwise.map(({ date, until, open, is, claims: its }, index): DateMark => {
        const span = spanOf(date, until)
        return { date, until, open, is, claims: its, span, fails: is === 'note' ? span.to <= own.from : its.every(isFailing), index: index + 1 }
      }),
    ]
    const told = sources[sourceOf(event.claims[0]!)]
    return { id, event, marks, isContested: marks.length > 1, isAhead: told !== undefined && own.from >= spanOf(told.issued).to }
  }).sort((one, other) => one.marks[0]!.span.from - other.marks[0]!.span.from || one.marks[0]!.span.to - other.marks[0]!.span.to)
}

// ── windows ──

/** All that is dated, with a twentieth of room at either end (a month at the least), in whole months. */
export function extentOf(dated: readonly Dated[]): Span {
  const spans = dated.flatMap(({ marks }) => marks.map(({ span }) => span))
  if (spans.length === 0) return { from: 0, to: 366 }
  const [from, to] = [Math.min(...spans.map(span => span.from)), Math.max(...spans.map(span => span.to))]
  const room = Math.max(30, Math.round((to - from) / 20))
  return { from: from - room, to: to + room }
}

/** `from="2020" to="2026-07"`: both ends included; what is left out is as far as the events go. */
export function windowOf(from: string | undefined, to: string | undefined, whole: Span): Span {
  const window = { from: from ? spanOf(from).from : whole.from, to: to ? spanOf(to).to : whole.to }
  return window.to > window.from ? window : whole
}

/** No window is narrower than four weeks. */
export const narrowest = 28

/** Twice as near (`by` 0.5) or as far (2), around its middle or a day that one looks at, and never beyond the bounds. */
export function zoomed(window: Span, by: number, bounds: Span, around = (window.from + window.to) / 2): Span {
  const width = Math.min(Math.max((window.to - window.from) * by, narrowest), bounds.to - bounds.from)
  const share = (around - window.from) / (window.to - window.from)
  const middle = share >= 0 && share <= 1 && by < 1 ? around : (window.from + window.to) / 2
  return within({ from: middle - width / 2, to: middle + width / 2 }, bounds)
}

/** A quarter of the window earlier (-1) or later (1). */
export function moved(window: Span, direction: -1 | 1, bounds: Span): Span {
  const step = direction * (window.to - window.from) / 4
  return within({ from: window.from + step, to: window.to + step }, bounds)
}

/** The same width, pushed inside. */
function within({ from, to }: Span, bounds: Span): Span {
  const width = Math.min(to - from, bounds.to - bounds.from)
  const start = Math.round(Math.min(Math.max(from, bounds.from), bounds.to - width))
  return { from: start, to: Math.round(start + width) }
}

export const isIn = (span: Span, window: Span) => span.from < window.to && span.to > window.from

/** Events of which a date lies in the window; how many lie before and after it. */
export function shownIn(dated: readonly Dated[], window: Span): { shown: Dated[], before: number, after: number } {
  const shown = dated.filter(({ marks }) => marks.some(({ span, open }) => isIn(open ? { from: span.from, to: Infinity } : span, window)))
  const others = dated.filter(each => !shown.includes(each))
  const before = others.filter(({ marks }) => marks[0]!.span.to <= window.from).length
  return { shown, before, after: others.length - before }
}

/** Days to pixels. */
export const scaleOf = ({ from, to }: Span, width: number) => (day: number): number => (day - from) / (to - from) * width

export interface Tick { day: number, is: 'year' | 'month' | 'day' }

/** Beginnings of years, months or weeks, so many of them that names of `room` pixels stand apart. d3-time does the same, but is no dependency of ours. */
export function ticksOf(window: Span, width: number, room: number): Tick[] {
  const most = Math.max(2, Math.floor(width / room))
  const [firstYear] = partsOf(dateOf(window.from))
  const [lastYear] = partsOf(dateOf(window.to))
  const inside = (ticks: Tick[]) => ticks.filter(({ day }) => day >= window.from && day < window.to)
  const months = (step: number) => inside(Array.from({ length: (lastYear - firstYear + 1) * 12 / step }, (_, index) => {
    const month = index * step
    return { day: dayOf(firstYear, month + 1), is: month % 12 ? 'month' : 'year' }
  }))
  const years = (step: number) => inside(Array.from({ length: Math.floor(lastYear / step) - Math.ceil(firstYear / step) + 1 }, (_, index) => ({ day: dayOf((Math.ceil(firstYear / step) + index) * step), is: 'year' })))
  const weeks = () => inside(Array.from({ length: Math.ceil((window.to - window.from) / 7) + 1 }, (_, index) => ({ day: Math.ceil((window.from - 4) / 7) * 7 + 4 + index * 7, is: 'day' })))
  const choices = [
    ...window.to - window.from < 100 ? [weeks] : [],
    ...window.to - window.from < 5000 ? [1, 3, 6].map(step => () => months(step)) : [],
    ...[1, 2, 5, 10, 20, 50, 100].map(step => () => years(step)),
  ]
  for (const choice of choices) {
    const ticks = choice()
    if (ticks.length <= most) return ticks
  }
  return years(100)
}

// ── lanes, rows and labels ──

/** Something to place: a label beside a mark, or over marks that are joined. */
export interface Block {
  id: string
  lane: string
  /** Left and right end of what is drawn, in pixels of the plot; both inside it. */
  left: number
  right: number
  /** Width of the label, beside the marks or over them; and of a shorter one, beside them. */
  label: number
  short?: number
  /** Two rows: the label over the marks, which may lie far apart. */
  isDouble: boolean
}

export interface Placed {
  id: string
  lane: string
  /** 0 is the first row of the whole drawing; the marks of a double block stand in `row + 1`. */
  row: number
  rows: 1 | 2
  label: 'right' | 'left' | 'over' | 'none'
  /** Where the label begins. */
  x: number
  isShort: boolean
}

export interface Layout { placed: Placed[], lanes: { id: string, row: number, rows: number }[], rows: number, /** Blocks that stand without a label. */ unnamed: number }

/** Between a mark and its label; between one block and the next. */
const gap = { label: 8, block: 16 }

/**
 * Places blocks in the order given: each in the first row of its lane in which neither mark nor label touches another, the
 * label to the right where it fits, else to the left. Where more than `most` rows would be needed, what is joined has its shorter
 * label beside it; where that does not help, the joined ones are placed first and what finds no room stands as a mark alone.
 */
export function layOut(blocks: readonly Block[], lanes: readonly string[], width: number, most = Infinity): Layout {
  const wide = pack(blocks, lanes, width, Infinity)
  if (wide.rows <= most) return wide
  const single = blocks.map(block => ({ ...block, isDouble: false, label: block.short ?? block.label, isShort: block.short !== undefined }))
  const narrow = pack(single, lanes, width, Infinity)
  if (narrow.rows <= most) return narrow
  const doubled = new Set(blocks.filter(({ isDouble }) => isDouble).map(({ id }) => id))
  return pack([...single.filter(({ id }) => doubled.has(id)), ...single.filter(({ id }) => !doubled.has(id))], lanes, width, most)
}

function pack(blocks: readonly (Block & { isShort?: boolean })[], lanes: readonly string[], width: number, most: number): Layout {
  /** What is taken in each row of each lane. */
  const taken = new Map(lanes.map(lane => [lane, [] as Span[][]]))
  const used = lanes.filter(lane => blocks.some(block => block.lane === lane))
  for (const lane of used) taken.set(lane, [[]])
  const rowsNow = () => used.reduce((sum, lane) => sum + taken.get(lane)!.length, 0)
  const isFree = (row: Span[] | undefined, span: Span) => row !== undefined && row.every(other => span.to + gap.block <= other.from || other.to + gap.block <= span.from)
  const placed: Placed[] = []
  for (const block of blocks) {
    const rows = taken.get(block.lane)
    if (!rows) continue
    const marks = { from: block.left, to: block.right }
    const over = Math.max(0, Math.min(block.left, width - block.label))
    // Nobody else's name between a name and its marks.
    const both = { from: Math.min(over, block.left), to: Math.max(over + block.label, block.right) }
    const ways: { label: Placed['label'], x: number, spans: Span[] }[] = block.isDouble
      ? [{ label: 'over', x: over, spans: [both, both] }]
      : [
          { label: 'right', x: block.right + gap.label, spans: [{ from: block.left, to: block.right + gap.label + block.label }] },
          { label: 'left', x: block.left - gap.label - block.label, spans: [{ from: block.left - gap.label - block.label, to: block.right }] },
        ].filter(({ spans: [span] }) => span!.from >= 0 && span!.to <= width) as { label: Placed['label'], x: number, spans: Span[] }[]
    const height = block.isDouble ? 2 : 1
    const put = () => {
      for (let row = 0; row <= rows.length; row++) {
        const more = Math.max(0, row + height - rows.length)
        if (more > 0 && rowsNow() + more > most) return false
        for (const { label, x, spans } of ways) {
          if (!spans.every((span, index) => row + index >= rows.length || isFree(rows[row + index], span))) continue
          while (rows.length < row + height) rows.push([])
          spans.forEach((span, index) => rows[row + index]!.push(span))
          placed.push({ id: block.id, lane: block.lane, row, rows: height, label, x, isShort: block.isShort ?? false })
          return true
        }
        // No way fits even an empty row: it stands without its label.
        if (ways.length === 0) return false
      }
      return false
    }
    if (put()) continue
    let at = rows.findIndex(row => isFree(row, marks))
    if (at < 0 && rowsNow() < most) at = rows.push([]) - 1
    // Where so much lies on one day, no drawing can keep it apart.
    if (at < 0) at = rows.length - 1
    rows[at]!.push(marks)
    placed.push({ id: block.id, lane: block.lane, row: at, rows: 1, label: 'none', x: block.right, isShort: false })
  }
  let first = 0
  const starts = used.map((id) => {
    const lane = { id, row: first, rows: taken.get(id)!.length }
    first += lane.rows
    return lane
  })
  const start = new Map(starts.map(lane => [lane.id, lane.row]))
  return { placed: placed.map(each => ({ ...each, row: each.row + start.get(each.lane)! })), lanes: starts, rows: first, unnamed: placed.filter(({ label }) => label === 'none').length }
}

/** How wide a text is about to be, rather too wide than too narrow: Han characters are square, Latin ones half of that and, among Han, set larger and apart. */
export function widthOf(text: string, size: number): number {
  const han = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…≠]/u
  const isHan = /\p{Script=Han}/u.test(text)
  const characters = [...text]
  const latin = (character: string) => /[A-Z%mwMW&]/.test(character) ? 0.68 : /[iljtfr .,:;'’|()]/.test(character) ? 0.33 : 0.54
  const wide = (character: string) => han.test(character) || (isHan && character === '·')
  const sum = characters.reduce((all, character, index) => {
    const next = characters[index + 1]
    const isSeam = isHan && next !== undefined && wide(character) !== wide(next) && ![character, next].includes(' ')
    return all + (wide(character) ? 1 : latin(character) * (isHan ? 1.08 : 1)) + (isSeam ? 0.16 : 0)
  }, 0)
  return Math.ceil(sum * size)
}

/** How much later, as exactly as both dates tell: 1992 to 1997-02 => 5 years, 2025-03 to 2025-08-08 => 5 months; 2024 to 2025-03 => nothing. */
export function laterBy(from: string, to: string): { years: number } | { months: number } | undefined {
  const [year, month] = partsOf(from)
  const [lastYear, lastMonth] = partsOf(to)
  const months = (lastYear - year) * 12 + (lastMonth ?? 1) - (month ?? 1)
  if (month && lastMonth && months < 24) return months > 0 ? { months } : undefined
  const years = month && lastMonth ? Math.floor(months / 12) : lastYear - year
  return years >= 2 ? { years } : undefined
}
