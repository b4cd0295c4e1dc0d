/** `2025`, `2025-08` or `2025-08-08`: as exact as its source gives it. */
export const partialDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/
