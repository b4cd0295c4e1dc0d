/** Where the three powers of a small drawing stand, from left to right, in px of it; the state is under the middle one. */
export const powersAt = [14, 54, 94] as const
