// Safe in a browser: types and plain words. Disk, renderer and lecture have doors of their own:
// '#course/disk', '#course/inline', '#course/lecture', '#course/served'.
export * from './counts.ts'
export * from './course.ts'
export * from './drawing.ts'
export * from './names.ts'
export * from './plain.ts'
