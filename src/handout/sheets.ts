interface Way { sheets: number, uneven: number, begin: number[] }

/**
 * Blocks on sheets in their order, none broken that fits on one: as few sheets as will do, and what is left at their feet shared
 * out evenly. `heights`, `gap` (between two on a sheet) and `room` (of a sheet; of the first, below its title) are in one unit.
 * Comes back: which blocks begin a sheet. `onSheets([60, 30, 30, 60], 5, 100)` => `[0, 2]`. What is higher than its sheet goes
 * over to the next, and there others follow it.
 */
export function onSheets(heights: readonly number[], gap: number, room: number, first: number = room): number[] {
  const known = new Map<string, Way>()
  /** The best way to go on with block `at` on a sheet that has `space` left; `isFresh`: nothing stands on it yet. */
  function wayOn(at: number, space: number, isFresh: boolean): Way {
    const key = `${at} ${space} ${isFresh}`
    const before = known.get(key)
    if (before) return before
    const height = heights[at]
    const ways: Way[] = []
    if (height === undefined) ways.push({ sheets: 0, uneven: Math.max(0, space + gap) ** 2, begin: [] })
    else {
      if (height <= space) ways.push(wayOn(at + 1, space - height - gap, false))
      else if (isFresh) {
        const more = Math.ceil((height - space) / room)
        const after = wayOn(at + 1, space + more * room - height - gap, false)
        ways.push({ ...after, sheets: after.sheets + more })
      }
      if (!isFresh) {
        const after = wayOn(at, room, true)
        ways.push({ sheets: after.sheets + 1, uneven: after.uneven + Math.max(0, space + gap) ** 2, begin: [at, ...after.begin] })
      }
    }
    const best = ways.reduce((one, other) => other.sheets < one.sheets || (other.sheets === one.sheets && other.uneven < one.uneven) ? other : one)
    known.set(key, best)
    return best
  }
  return heights.length ? [0, ...wayOn(0, first, true).begin] : []
}
