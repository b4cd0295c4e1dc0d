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
  /** Unchecked work, like an exercise that is begun: a reload takes nothing away. */
  write: (text: string) => void
  keep: () => void
}

const kept = keptOn<Line>('line')

export const lineOn = (host: Host): Line => kept(host, host.data.lecture, () => takeUp(host))

function takeUp(host: Host): Line {
  const { lecture } = host.data
  const name = lineName(lecture)
  /** When what is shown was said, so that another window's line is known from our own. */
  let shown: string | undefined

  const line: Line = reactive({
    text: '',
    said: '',
    write(text: string) {
      line.text = text
      if (readLine(text) === line.said) host.drafts.drop([name])
      else host.drafts.keep(name, { revision: lineRevision, response: text })
    },
    keep() {
      const now = readLine(line.text)
      if (now === line.said) return
      line.said = now
      shown = 'ours'
      shown = host.store.record({ exercise: name, revision: lineRevision, response: now, lang: host.lang }).at
      host.drafts.drop([name])
    },
  })

  function adopt() {
    const stored = lineSaid(host.store.answers(), lecture)
    if (shown === 'ours' || stored?.at === shown) return
    shown = stored?.at
    line.text = line.said = stored?.line ?? ''
  }
  adopt()
  // What was begun is later than what was kept.
  const begun = host.drafts.of(name)?.response
  if (typeof begun === 'string') line.text = begun
  // An audience's window shows what its lecturer shows.
  host.store.subscribe(() => { if (!host.isLed) adopt() })
  return line
}
