export * from './land.ts'
export * from './views.ts'
