export * from './diagram.ts'
export * from './figure.ts'
export * from './recompute.ts'
export * from './triad.ts'
