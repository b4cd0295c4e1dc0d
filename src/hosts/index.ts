export { notFetched, NotFetched } from './fetched.ts'
export * from './host.ts'
export * from './problems.ts'
export * from './words.ts'
