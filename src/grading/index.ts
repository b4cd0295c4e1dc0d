// Everything that grades, dictionary included; a browser loads this door at the first check.
export * from './grade.ts'
export * from './response.ts'
