export * from './exported.ts'
export * from './stance.ts'
export * from './state.ts'
export * from './store.ts'
