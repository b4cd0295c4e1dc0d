/** `empty`: nothing to grade yet. `partly`: some points, not all. `written`: freely, so that no program says what it is worth. */
export const gradeVerdicts = ['empty', 'wrong', 'partly', 'right', 'written'] as const
export type Verdict = (typeof gradeVerdicts)[number]

/** How one part of the response stands; a part is an option, slot, gap, pair, edge or `row/column`. */
export type Mark = 'right' | 'wrong' | 'missed'

export interface Grade {
  /** 0 … possible, never negative. */
  earned: number
  possible: number
  verdict: Verdict
  /** Ids of the feedback that fired, in the author's order. */
  feedback: string[]
  /** Claims to reread. */
  reread: string[]
  /** Parts by id; parts that say nothing yet are left out. */
  marks: Record<string, Mark>
}

/** One thing a student did. Everything else is derived from the list of them. */
export interface Answer {
  exercise: string
  revision: string
  response: unknown
  /** ISO 8601, UTC. */
  at: string
  lang: 'en' | 'zh'
}
