/** How a statement stands to the one text it is held against. */
export const verdicts = ['supported', 'contradicted', 'not-stated'] as const

/** How two stand to each other: together, against, or the source does not say. */
export const signs = ['+', '-', '0'] as const
export type RelationSign = (typeof signs)[number]
/** The passage that goes with 0, "no passage says so"; no passage of an exercise may be called so. */
export const noPassage = 'none'
