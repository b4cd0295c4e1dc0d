import { onSheets } from '#handout'

/** In px at 96 to the inch, as a browser prints: what the running lines of an A4 page leave, less a hair for rounding. */
const millimetre = 96 / 25.4
const room = 257.5 * millimetre
/** Lines to write on are so far apart; so much more than usual may lie between two exercises. */
const line = 8 * millimetre
const loose = 7 * millimetre

/**
 * What stands on a worksheet or key is set on its sheets: each exercise whole where it fits on one, as few sheets as will do. What is
 * left at the foot of a sheet goes between its exercises, and on a worksheet into lines: an answer written freely gets more of them,
 * elsewhere they are for notes.
 */
export function layOut(main: HTMLElement, notes: string | undefined): void {
  const [header, ...blocks] = [...main.children] as HTMLElement[]
  if (!header || !blocks.length) return
  const heightOf = (element: HTMLElement) => element.getBoundingClientRect().height
  const heights = blocks.map(heightOf)
  const gap = Number.parseFloat(getComputedStyle(blocks[0]!).marginBlockEnd)
  const title = blocks[0]!.getBoundingClientRect().top - main.getBoundingClientRect().top
  const begin = onSheets(heights, gap, room, room - title)
  begin.forEach((from, sheet) => {
    const [first, ...others] = blocks.slice(from, begin[sheet + 1])
    const space = sheet === 0 ? room - title : room
    const used = heights.slice(from, begin[sheet + 1]).reduce((sum, height) => sum + height + gap, -gap)
    if (sheet) first!.style.breakBefore = 'page'
    // One that is higher than a sheet is broken where its parts allow it.
    if (heights[from]! > space) {
      first!.classList.add('is-long')
      return
    }
    let left = space - used
    const last = others.at(-1) ?? first!
    const answer = [first!, ...others].map(block => block.querySelector('.rules')).findLast(Boolean)
    if (notes !== undefined && answer) {
      for (; left > line; left -= line) answer.append(answer.lastElementChild!.cloneNode())
      return
    }
    const between = Math.min(left / others.length, loose)
    for (const block of [first!, ...others].slice(0, -1)) {
      block.style.marginBlockEnd = `${gap + between}px`
      left -= between
    }
    if (notes === undefined || left < 3 * line) return
    const lines = last.ownerDocument.createElement('div')
    lines.className = 'notes'
    lines.append(Object.assign(last.ownerDocument.createElement('p'), { textContent: notes }))
    for (left -= line * 1.5; left > line; left -= line) lines.append(last.ownerDocument.createElement('i'))
    last.append(lines)
  })
}
