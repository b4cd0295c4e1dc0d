import { describe, expect, it } from 'vitest'
import { examples } from './examples/examples.ts'
import { grade, modelResponse } from './index.ts'
import { worth } from './worth.ts'

/** Kinds that ask how many there are to find. */
const untold = ['choices', 'cells']

describe('what an exercise is worth, told before it is answered', () => {
  it.each(examples.map(({ kind, exercise }) => [kind, exercise] as const))('%s', (kind, exercise) => {
    expect(worth(exercise.item)).toBe(untold.includes(kind) ? undefined : grade(exercise, modelResponse(exercise)).possible)
  })
})
