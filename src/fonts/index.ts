export * from './characters.ts'
export { type CourseFonts, type FontRequest, makeFonts, planFonts } from './make.ts'
export type { Openings } from './slices.ts'
export { drawable, fontIdentity } from './sources.ts'
