/** Every word of the course stands in both languages. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]
