/** A short name for a text: `digest('corridor')` => 11 letters and digits, the same on every machine. Not a secret. */
export function digest(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  const bits = BigInt(high >>> 0) << 32n | BigInt(low >>> 0)
  return bits.toString(36).padStart(13, '0').slice(-11)
}

/** The same items in an order that the seed decides: Fisher and Yates, with dice thrown from `digest(seed)`. */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const dice = diceOf(seed)
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(dice() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!]
  }
  return result
}

/** mulberry32: small, and good enough for a handful of options. */
function diceOf(seed: string): () => number {
  let state = Number.parseInt(digest(seed).slice(-6), 36) >>> 0
  return () => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
