// Schemas and types. What a browser needs of it without Zod has doors of its own: '#schema/date', '#schema/language', '#schema/slide', '#schema/verdict'.
export * from './corpus.ts'
export * from './date.ts'
export * from './exercise.ts'
export * from './grade.ts'
export * from './language.ts'
export * from './slide.ts'
export * from './text.ts'
export * from './verdict.ts'
