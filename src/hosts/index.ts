export * from './host.ts'
export * from './words.ts'
