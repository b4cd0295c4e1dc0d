import { reactive } from 'vue'
import type { ExerciseState, Store } from '#progress'
import { emptyResponse, isComplete } from '#grading/response'
import type { Item, Language, Mark } from '#schema'
import type { Checked, Desk, Host, Solved } from './host.ts'

interface Parts {
  items: Record<string, Item>
  lang: Language
  store: Store
  progress: Record<string, ExerciseState>
  grade: Host['grade']
  solution: Host['solution']
  /** False where nothing of the student's should show: a slide in print. */
  restores: boolean
}

interface Laid extends Desk {
  response: unknown
  checked: Checked | undefined
  solved: Solved | undefined
  trouble: Desk['trouble']
  isBusy: boolean
  isHintOpen: boolean
}

/** One desk an exercise, made at first asking and shared by every copy of its tag. */
export function createDesks(parts: Parts): { desk: (exercise: string) => Desk, refresh: () => void } {
  const desks = new Map<string, { laid: Laid, adopt: () => void }>()
  return {
    desk(exercise) {
      const item = parts.items[exercise]
      if (!item) throw new Error(`no exercise "${exercise}" in this lecture; there are ${Object.keys(parts.items).join(', ')}`)
      let found = desks.get(exercise)
      if (!found) desks.set(exercise, found = layDesk(item, parts))
      return found.laid
    },
    refresh: () => { for (const { adopt } of desks.values()) adopt() },
  }
}

function layDesk(item: Item, { lang, store, progress, grade, solution, restores }: Parts) {
  /** Time of the stored answer this desk shows, so that another window's answer is known from our own. */
  let shown: string | undefined
  /** A check that comes back after the response has changed is not about it any more. */
  let turn = 0

  const laid: Laid = reactive({
    response: emptyResponse(item) as unknown,
    checked: undefined,
    solved: undefined,
    trouble: undefined,
    isBusy: false,
    isHintOpen: false,
    change(response: unknown) {
      clean()
      laid.response = response
    },
    async check() {
      if (laid.isBusy || !isComplete(item, laid.response)) return
      shown = store.record({ exercise: item.id, revision: item.revision, response: structured(laid.response), lang }).at
      await judge()
    },
    again() {
      const { checked, response, solved } = laid
      clean()
      const kept = solved || !checked || checked.grade.verdict === 'right' ? emptyResponse(item) : withoutWrong(item, structured(response), checked.grade.marks)
      laid.response = kept
    },
    async showAnswer() {
      const mine = ++turn
      laid.isBusy = true
      const solved = await solution(item.id).catch(() => undefined)
      if (mine !== turn) return
      laid.isBusy = false
      if (solved) laid.solved = solved
      else laid.trouble = solved === null ? 'no-keys' : 'not-loaded'
    },
    toggleHint: () => { laid.isHintOpen = !laid.isHintOpen },
  })

  function clean() {
    turn++
    laid.checked = laid.solved = laid.trouble = undefined
    laid.isBusy = false
  }

  async function judge() {
    const mine = ++turn
    laid.isBusy = true
    laid.solved = laid.trouble = undefined
    const checked = await grade(item.id, structured(laid.response)).catch(() => undefined)
    if (mine !== turn) return
    laid.isBusy = false
    if (checked) laid.checked = checked
    else laid.trouble = checked === null ? 'no-keys' : 'not-loaded'
  }

  /** Puts the stored answer on the desk: after a reload, or when another window answered or cleared. */
  function adopt() {
    const stored = progress[item.id]
    if (!restores || stored?.last.at === shown) return
    shown = stored?.last.at
    clean()
    if (!stored) {
      laid.response = emptyResponse(item)
      return
    }
    if (!stored.isCurrent || !isComplete(item, stored.last.response)) return
    laid.response = stored.last.response
    void judge()
  }
  adopt()
  return { laid, adopt }
}

/** A plain copy: what is stored and graded is never the reactive object itself. */
const structured = (response: unknown): unknown => JSON.parse(JSON.stringify(response))

/**
 * Keeps what was right, so that a grid of fifteen cells is not filled twice.
 * An order, a written answer and a point on a map stay as they are: there is something to amend.
 */
export function withoutWrong(item: Item, response: unknown, marks: Record<string, Mark>): unknown {
  if (item.kind === 'order' || item.kind === 'number' || item.kind === 'text' || item.kind === 'cloze' || item.kind === 'place') return response
  if (typeof response === 'string') return emptyResponse(item)
  if (Array.isArray(response)) return response.filter(part => marks[String(part)] !== 'wrong')
  if (response === null || typeof response !== 'object') return emptyResponse(item)
  return Object.fromEntries(Object.entries(response).flatMap(([part, value]): [string, unknown][] => {
    if (value !== null && typeof value === 'object')
      return [[part, Object.fromEntries(Object.entries(value).filter(([column]) => marks[`${part}/${column}`] !== 'wrong'))]]
    return marks[part] === 'wrong' ? [] : [[part, value]]
  }))
}
