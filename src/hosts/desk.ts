import { reactive } from 'vue'
import type { Drafts, ExerciseState, Store } from '#progress'
import { asChecked, emptyResponse, isComplete, onlyTicks, unfinished, wasChecked } from '#grading/response'
import type { Item, Language, Mark } from '#schema'
import { notFetched } from './fetched.ts'
import type { Checked, Desk, Host, Solved } from './host.ts'

interface Parts {
  items: Record<string, Item>
  lang: Language
  store: Store
  drafts: Drafts
  progress: Record<string, ExerciseState>
  hasKeys: boolean
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
export function createDesks(parts: Parts): { desk: (exercise: string) => Desk, refresh: () => void, takeUp: () => void, empty: () => void } {
  const desks = new Map<string, ReturnType<typeof layDesk>>()
  return {
    desk(exercise) {
      const item = parts.items[exercise]
      if (!item) throw new Error(`no exercise "${exercise}" in this lecture; there are ${Object.keys(parts.items).join(', ')}`)
      let found = desks.get(exercise)
      if (!found) desks.set(exercise, found = layDesk(item, parts))
      return found.laid
    },
    refresh: () => { for (const { adopt } of desks.values()) adopt() },
    takeUp: () => { for (const { takeUp } of desks.values()) takeUp() },
    empty: () => { for (const { empty } of desks.values()) empty() },
  }
}

function layDesk(item: Item, { lang, store, drafts, progress, hasKeys, grade, solution, restores }: Parts) {
  /** Time of the stored answer this desk shows, so that another window's answer is known from our own. */
  let shown: string | undefined
  /** While our own answer goes into the store, which tells everybody of it at once. */
  let isRecording = false
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
      const isOpen = onlyTicks(item, laid.response, response)
      if (!isOpen) clean()
      laid.response = response
      if (!isOpen) keepDraft()
    },
    keep() {
      if (!isComplete(item, laid.response)) return
      const last = progress[item.id]
      if (last?.isCurrent && JSON.stringify(last.last.response) === JSON.stringify(laid.response)) return
      record()
    },
    async check() {
      if (laid.isBusy || !isComplete(item, laid.response)) return
      laid.response = asChecked(item, laid.response)
      record()
      await judge()
    },
    again() {
      const { checked, response, solved } = laid
      clean()
      if (item.kind === 'essay') laid.response = unfinished(item, response)
      else if (solved || checked?.grade.verdict === 'right') laid.response = emptyResponse(item)
      else if (checked) laid.response = withoutWrong(item, structured(response), checked.grade.marks)
      else if (hasKeys) laid.response = emptyResponse(item)
      // Where nobody grades, there is nothing to take away.
      keepDraft()
    },
    async showAnswer() {
      const mine = ++turn
      laid.isBusy = true
      const solved = await solution(item.id).catch(notFetched)
      if (mine !== turn) return
      laid.isBusy = false
      if (solved) laid.solved = solved
      else laid.trouble = solved === null ? 'no-keys' : 'not-loaded'
    },
    toggleHint: () => { laid.isHintOpen = !laid.isHintOpen },
  })

  function record() {
    isRecording = true
    shown = store.record({ exercise: item.id, revision: item.revision, response: structured(laid.response), lang }).at
    isRecording = false
    drafts.drop([item.id])
  }

  /** What is begun is kept until it is checked; a beginning that was taken back is none. */
  function keepDraft() {
    if (!restores) return
    const response = unfinished(item, structured(laid.response))
    if (response === undefined) drafts.drop([item.id])
    else drafts.keep(item.id, { revision: item.revision, response })
  }

  function clean() {
    turn++
    laid.checked = laid.solved = laid.trouble = undefined
    laid.isBusy = false
  }

  async function judge() {
    const mine = ++turn
    laid.isBusy = true
    laid.solved = laid.trouble = undefined
    const checked = await grade(item.id, structured(laid.response)).catch(notFetched)
    if (mine !== turn) return
    laid.isBusy = false
    if (checked) laid.checked = checked
    else laid.trouble = checked === null ? 'no-keys' : 'not-loaded'
    if (checked?.grade.verdict === 'written') await laid.showAnswer()
  }

  /** Puts the stored answer on the desk: after a reload, or when another window answered or cleared. */
  function adopt() {
    const stored = progress[item.id]
    if (!restores || isRecording || stored?.last.at === shown) return
    shown = stored?.last.at
    if (stored?.isCurrent && onlyTicks(item, laid.response, stored.last.response) && laid.solved) {
      laid.response = stored.last.response
      return
    }
    clean()
    if (!stored) {
      laid.response = emptyResponse(item)
      return
    }
    if (!stored.isCurrent || !isComplete(item, stored.last.response)) return
    laid.response = stored.last.response
    if (wasChecked(item, laid.response)) void judge()
  }

  /** Puts unchecked work on the desk, which is always later than what was checked. */
  function takeUp() {
    const draft = restores ? drafts.of(item.id) : undefined
    const response = draft?.revision === item.revision ? unfinished(item, draft.response) : undefined
    if (response === undefined || JSON.stringify(response) === JSON.stringify(laid.response)) return
    clean()
    laid.response = response
  }

  function empty() {
    shown = undefined
    clean()
    laid.response = emptyResponse(item)
    adopt()
  }

  adopt()
  takeUp()
  return { laid, adopt, takeUp, empty }
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
