import type { Desk } from './host.ts'
import type { Mirrored } from './mirror.ts'

/** What of a desk the class sees. The check itself comes by the store, which all windows read. */
interface Seen { response: unknown, isHintOpen: boolean, isChecked: boolean, isSolved: boolean }

/** A choice that is not checked yet, an open hint, a shown answer, marks that are taken off again. */
export function mirroredDesk(desk: Desk): Mirrored {
  const read = (): Seen => ({
    response: desk.response ?? null,
    isHintOpen: desk.isHintOpen,
    isChecked: Boolean(desk.checked ?? desk.trouble),
    isSolved: desk.solved !== undefined,
  })
  return {
    read,
    write(value) {
      const told = value as Seen
      const isOther = JSON.stringify(told.response) !== JSON.stringify(desk.response ?? null)
      const isTakenBack = !told.isChecked && !told.isSolved && (desk.checked !== undefined || desk.solved !== undefined || desk.trouble !== undefined)
      if (isOther || isTakenBack) desk.change(told.response)
      if (told.isHintOpen !== desk.isHintOpen) desk.toggleHint()
      if (told.isSolved && desk.solved === undefined) void desk.showAnswer()
    },
  }
}
