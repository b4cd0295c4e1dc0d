// Test files of one worker run one after the other in one process: what one of them, or the code it tries, puts into the environment (which
// course is worked on, for one) is gone before the next is read.
import process from 'node:process'
import { afterAll } from 'vitest'

const before = { ...process.env }
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})
