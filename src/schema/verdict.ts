/** How a statement stands to the one text it is held against. */
export const verdicts = ['supported', 'contradicted', 'not-stated'] as const
