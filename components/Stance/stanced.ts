import { reactive } from 'vue'
import { notFetched, type Host } from '#hosts'
import { stanceName, total } from '#models'
import { type Bet, type Hands, type Position, type StanceResponse, stanceSaid } from '#progress'
import type { StanceItem, StanceKey } from '#schema'
import { keptOn } from '../kept.ts'

export const steps = ['before', 'bet', 'read', 'after', 'compare'] as const
export type Step = (typeof steps)[number]

/** One stance as it is being taken: one value, however often it is mounted (presenter, overview). */
export interface Stanced {
  step: Step
  /** Whose position: one's own, or hands of a class. */
  by: 'own' | 'hands'
  before: Partial<Position>
  bet: Partial<Bet>
  after: Partial<Position>
  /** The pair was opened: what was said before it stays. */
  isFixed: boolean
  hands: Hands
  key: StanceKey | undefined
  trouble: 'no-keys' | 'not-loaded' | undefined
  /** May one go there yet? A pair that is read first spoils the bet; a class is its lecturer's. */
  isOpen: (step: Step) => boolean
  go: (step: Step) => void
  turnTo: (by: Stanced['by']) => void
  again: () => void
}

const isPosition = (position: Partial<Position>): position is Position => position.place !== undefined && position.sure !== undefined
const isBet = (bet: Partial<Bet>): bet is Bet => bet.holds !== undefined && bet.sure !== undefined
const isCounted = ({ before, after, bet }: Hands) => total([...before, ...after, ...bet]) > 0

const kept = keptOn<Stanced>('stance')

/** Made at first asking, shared by every copy of the tag; begins with what the store holds, and goes on keeping it there. */
export function stanceOn(host: Host, id: string, item: StanceItem): Stanced {
  return kept(host, id, () => takeUp(host, id, item))
}

function takeUp(host: Host, id: string, item: StanceItem): Stanced {
  const { places } = item.scale
  const empty = () => ({
    step: 'before' as Step, before: {}, bet: {}, after: {}, isFixed: false,
    hands: { before: Array<number>(places).fill(0), after: Array<number>(places).fill(0), bet: [0, 0] as [number, number] },
  })
  /** What the store holds of it, so that another window's answer is known from our own. */
  let shown: string | undefined
  let said = '{}'

  const now: Stanced = reactive({
    ...empty(),
    by: 'own' as Stanced['by'],
    key: undefined as StanceKey | undefined,
    trouble: undefined as Stanced['trouble'],
    isOpen(step: Step) {
      if (now.by === 'hands' || step === 'before') return true
      if (step === 'bet') return isPosition(now.before)
      if (step === 'read') return isPosition(now.before) && isBet(now.bet)
      return now.isFixed && (step === 'after' || isPosition(now.after))
    },
    go(step: Step) {
      if (!now.isOpen(step)) return
      if (now.by === 'own' && step === 'read') now.isFixed = true
      now.step = step
      keep()
      if (step === 'compare') void settle()
    },
    turnTo(by: Stanced['by']) {
      now.by = by
      if (!now.isOpen(now.step)) now.step = steps.findLast(step => now.isOpen(step) && step !== 'read') ?? 'before'
      if (now.step === 'compare') void settle()
    },
    again() {
      const { hands, ...fresh } = empty()
      if (now.by === 'own') Object.assign(now, fresh)
      else Object.assign(now, { hands, step: 'before' })
      keep()
    },
  })

  /** All that was said so far, as the store keeps it. */
  function response(): StanceResponse {
    const { before, bet, after, isFixed, hands, key } = now
    const isThrough = isFixed && isPosition(after)
    return {
      ...isFixed && isPosition(before) && isBet(bet) ? { before: { ...before }, bet: { ...bet } } : {},
      ...isThrough ? { after: { ...after } } : {},
      ...isThrough && key ? { held: key.holds } : {},
      ...isCounted(hands) ? { hands: { before: [...hands.before], after: [...hands.after], bet: [...hands.bet] } } : {},
    }
  }
  function keep() {
    const text = JSON.stringify(response())
    if (text === said) return
    said = text
    shown = 'ours'
    shown = host.store.record({ exercise: stanceName(id), revision: item.revision, response: JSON.parse(text), lang: host.lang }).at
  }
  async function settle() {
    if (!now.key) {
      const key = await host.settle(id).catch(notFetched)
      now.trouble = key === null ? 'no-keys' : key === undefined ? 'not-loaded' : undefined
      if (!key) return
      now.key = key
    }
    if (now.step === 'compare') keep()
  }

  function adopt() {
    const stored = stanceSaid(host.store.answers(), id, { revision: item.revision, places })
    if (shown === 'ours' || stored?.at === shown) return
    shown = stored?.at
    const { before, bet, after, hands } = stored?.response ?? {}
    const fresh = empty()
    const isThrough = Boolean(before && bet && after)
    const isOfHands = Boolean(hands && !before)
    Object.assign(now, fresh, {
      before: before ?? {}, bet: bet ?? {}, after: after ?? {}, hands: hands ?? fresh.hands,
      isFixed: Boolean(before && bet),
      by: isOfHands ? 'hands' : stored ? 'own' : now.by,
      step: isThrough || (isOfHands && total(hands!.after) > 0) ? 'compare' : before && bet ? 'read' : 'before',
    })
    said = JSON.stringify(stored?.response ?? {})
    if (now.step === 'compare') void settle()
  }
  adopt()
  // An audience's window shows what its lecturer shows: the step she is at stands in no store.
  host.store.subscribe(() => { if (!host.isLed) adopt() })
  return now
}
