import { type InjectionKey, reactive } from 'vue'
import type { Host } from '#hosts'
import { lineName, lineRevision, lineSaid, readLine } from '#progress'
import { keptOn } from '../kept.ts'

/** Provided by a layout on which the line stands again, as it was written. */
export const standsAgain: InjectionKey<true> = Symbol('the line stands again')

/** The line as it is being written: one value, on the puzzle and on the answer slide, in every window. */
export interface Line {
  text: string
  /** As the store has it. */
  said: string
  /** Kept a moment after the last letter, so that a reload takes nothing away. */
  write: (text: string) => void
  keep: () => void
}

const kept = keptOn<Line>('line')
const momentMs = 600

export const lineOn = (host: Host): Line => kept(host, host.data.lecture, () => takeUp(host))

function takeUp(host: Host): Line {
  const { lecture } = host.data
  /** When what is shown was said, so that another window's line is known from our own. */
  let shown: string | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  const line: Line = reactive({
    text: '',
    said: '',
    write(text: string) {
      line.text = text
      clearTimeout(waiting)
      waiting = setTimeout(line.keep, momentMs)
    },
    keep() {
      clearTimeout(waiting)
      const now = readLine(line.text)
      if (now === line.said) return
      line.said = now
      shown = 'ours'
      shown = host.store.record({ exercise: lineName(lecture), revision: lineRevision, response: now, lang: host.lang }).at
    },
  })

  function adopt() {
    const stored = lineSaid(host.store.answers(), lecture)
    if (shown === 'ours' || stored?.at === shown) return
    clearTimeout(waiting)
    shown = stored?.at
    line.text = line.said = stored?.line ?? ''
  }
  adopt()
  // An audience's window shows what its lecturer shows.
  host.store.subscribe(() => { if (!host.isLed) adopt() })
  return line
}
