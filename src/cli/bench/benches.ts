import { build, buildMany, firstSlide, site } from './built.ts'
import { grading } from './grade.ts'
import { paper } from './handouts.ts'
import { check, key } from './painted.ts'
import { start } from './start.ts'
import { verifying } from './verify.ts'
import type { Bench } from './workshop.ts'

/** In the order in which they are measured: those that change the copy's words come after those that look at its site. */
export const benches: readonly Bench[] = [firstSlide, site, key, check, build, buildMany, start, paper, grading, verifying]
